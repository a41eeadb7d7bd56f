"""Labels of Series and DataFrames are aligned or refused; plain arrays are taken by position."""

import numpy as np
import pandas as pd
import pytest

import accord
from accord import measurement, statistics as st

MUF = pd.Series([0.8, 1.9, -0.4], index=[1, 2, 3])
SIGMA = pd.DataFrame([[4, -1, 0], [-1, 9, -1], [0, -1, 1.0]], index=[1, 2, 3], columns=[1, 2, 3])
BACK = SIGMA.loc[[3, 2, 1], [3, 2, 1]]
LOSS = pd.Series([3.0, 2.0, 1.0], index=[3, 2, 1])
# By position in one order, another way: L⁻¹m with numpy.
SITMUF = np.linalg.solve(np.linalg.cholesky(SIGMA.to_numpy()), MUF.to_numpy())


def test_rows_and_columns_in_another_order_give_the_same_numbers():
    assert st.sequence(MUF, BACK).sitmuf == pytest.approx(SITMUF, rel=1e-12)
    assert st.sequence(MUF, SIGMA[[2, 3, 1]]).sitmuf == pytest.approx(SITMUF, rel=1e-12)
    assert st.sequence(MUF.to_numpy(), SIGMA.to_numpy()).sitmuf == pytest.approx(SITMUF, rel=1e-12)


@pytest.mark.parametrize("function", ["constant_loss", "single_losses", "gemuf_v5b3"])
def test_functions_of_muf_and_covariance(function):
    call = getattr(st, function)
    assert np.array_equal(call(MUF, BACK), call(MUF.to_numpy(), SIGMA.to_numpy()))


@pytest.mark.parametrize(
    "function", ["known_loss_bound", "gemuf_detection_probability", "cumuf_detection_probability", "sitmuf_means"]
)
def test_functions_of_covariance_and_loss(function):
    call = getattr(st, function)
    assert np.array_equal(call(SIGMA, LOSS), call(SIGMA.to_numpy(), [1.0, 2.0, 3.0]))


def test_three_arguments_with_labels():
    plain = st.known_loss_test(MUF.to_numpy(), SIGMA.to_numpy(), [1.0, 2.0, 3.0])
    assert st.known_loss_test(MUF, BACK, LOSS) == plain


@pytest.mark.parametrize(
    "muf, covariance, message",
    [
        (MUF, SIGMA.rename(index={3: 4}, columns={3: 4}), "labels of muf and covariance differ: 3 is in muf only"),
        (MUF.iloc[:2], SIGMA, "3 is in covariance only"),
        (MUF, pd.DataFrame(SIGMA.to_numpy(), index=[1, 2, 3]), "the columns of covariance differ"),
        (MUF.rename({2: 1}), SIGMA, "labels of muf are not unique: 1 appears twice"),
        (MUF.iloc[::-1], SIGMA, "labels of muf are not in order: 2 comes after 3"),
        (MUF.to_numpy(), BACK, "labels of covariance are not in order"),
    ],
)
def test_labels_that_differ_are_refused(muf, covariance, message):
    with pytest.raises(ValueError, match=message):
        st.sequence(muf, covariance)


def test_a_row_whose_labels_say_another_order_is_refused():
    for call in (lambda y: st.page_run(y, h=3), lambda y: st.page_alarm_probabilities(y, h=3)):
        call(pd.Series([0.1, 0.2], index=[1, 2]))
        call(pd.Series([0.1, 0.2], index=["z", "a"]))  # names of periods have no order of their own
        with pytest.raises(ValueError, match="not in order"):
            call(pd.Series([0.1, 0.2], index=[2, 1]))


def test_scores_have_no_order():
    assert st.auc(pd.Series([1, 2, 3], index=[2, 0, 1]), [2, 4]).value == 0.75


def test_columns_of_a_balance():
    columns = {
        "period": pd.Series([0, 1, 1, 1], index=list("abcd")),
        "role": pd.Series(["Y", "PE", "PE", "X"], index=list("cadb")),
        "stratum": ["s"] * 4,
        "item": list("abcd"),
        "method": ["m"] * 4,
        "declared_kg": pd.Series([108.0, 40.0, 50.0, 100.0], index=list("dcba")),
    }
    methods = [dict(method="m", component="random", kind="relative", standard_deviation=0.01)]
    assert accord.balance(columns, methods).muf.tolist() == [2.0]
    columns["declared_kg"] = columns["declared_kg"].rename({"a": "x"})
    with pytest.raises(
        ValueError, match="labels of period and declared_kg differ: 'a' is in period only"
    ):
        accord.balance(columns, methods)


def test_times_and_values_of_a_series():
    def made(time, value):
        flow = dict(
            name="in", role="input", kind="discrete", time=time, value=value, random=0, systematic=0
        )
        return accord.balance(
            study={"periods": {"ends": [1.5, 3]}, "location": [flow]}
        ).muf.tolist()

    time = pd.Series([1.0, 2.0], index=["a", "b"])
    assert made(time, pd.Series([7.0, 5.0], index=["b", "a"])) == made([1.0, 2.0], [5.0, 7.0])
    with pytest.raises(ValueError, match="differ"):
        made(time, pd.Series([7.0, 5.0], index=["b", "c"]))


def test_lines_of_a_budget():
    lines = pd.Series({"u": 0.3, "v": 0.4})
    plain = measurement.budget({"u": 0.3, "v": 0.4}, [1.0, 2.0])
    assert measurement.budget(lines, pd.Series({"v": 2.0, "u": 1.0})) == plain
    assert measurement.budget({"u": 0.3, "v": 0.4}, {"v": 2.0, "u": 1.0}) == plain
    with pytest.raises(
        ValueError, match="names of lines and sensitivity differ: 'v' is not in both"
    ):
        measurement.budget(lines, {"u": 1.0, "w": 2.0})
