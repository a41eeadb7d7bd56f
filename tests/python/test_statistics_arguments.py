"""Arguments that cannot be used are refused by name; values out of range with the code of the library."""

import inspect
from decimal import Decimal

import numpy as np
import pandas
import pytest

import accord
from accord import statistics as st

SIGMA = np.array([[4.0, 1.0], [1.0, 3.0]])
# One good call of every function.
GOOD = {
    "sequence": dict(muf=[1.0, 2.0], covariance=SIGMA),
    "gemuf_v5b3": dict(muf=[1.0, 2.0], covariance=SIGMA),
    "page_run": dict(y=[0.1, 0.2], h=2.0, k=0.5, headstart=0.0),
    "page_arl": dict(h=2.0, k=0.5, mean=0.0, headstart=0.0),
    "page_arl_two_sided": dict(h=2.0, k=0.5, mean=0.0, headstart=0.0),
    "page_alarm_probabilities": dict(means=[0.1, 0.2], h=2.0, k=0.5, headstart=0.0),
    "page_detection_probability": dict(means=[0.1, 0.2], h=2.0, k=0.5, headstart=0.0),
    "page_threshold": dict(periods=3, alpha=0.05, k=0.5, headstart=0.5),
    "page_run_length_quantile": dict(p=0.5, h=2.0, k=0.5, mean=0.0, headstart=0.0, periods_max=1000),
    "sitmuf_means": dict(covariance=SIGMA, loss=[1.0, 2.0]),
    "known_loss_test": dict(muf=[1.0, 2.0], covariance=SIGMA, loss=[1.0, 2.0], alpha=0.05),
    "known_loss_bound": dict(covariance=SIGMA, loss=[1.0, 2.0], alpha=0.05),
    "gemuf_detection_probability": dict(covariance=SIGMA, loss=[1.0, 2.0], alpha=0.05),
    "cumuf_detection_probability": dict(covariance=SIGMA, loss=[1.0, 2.0], alpha=0.05),
    "worst_pattern": dict(covariance=SIGMA, total=3.0, alpha=0.05),
    "constant_loss": dict(muf=[1.0, 2.0], covariance=SIGMA),
    "single_losses": dict(muf=[1.0, 2.0], covariance=SIGMA),
    "anytime_boundary": dict(n=3, alpha=0.05, m=1.0),
    "repeated_cumuf_false_alarm": dict(covariance=SIGMA, limit=1.6),
    "repeated_cumuf_limit": dict(covariance=SIGMA, alpha=0.05),
    "normal": dict(seed=1, stream=0, first=0, count=3),
    "pair_detection": dict(missing_kg=1.0, falsified_kg=1.0, sigma_muf_kg=1.0, sigma_difference_kg=2.0, alpha_muf=0.05,
                           alpha_difference=0.05),
    "miss_probability": dict(goal_kg=8.0, hidden=1, items=60, selected=15, item_kg=0.4, sigma_kg=2.0, recognition=0.9,
                             alpha=0.05),
    "worst_hiding": dict(goal_kg=8.0, items=60, selected=15, item_kg=0.4, sigma_kg=2.0, recognition=0.9, alpha=0.05),
    "normal_auc": dict(loss_kg=8.0, sigma_kg=3.0),
    "sitmuf_batch": dict(muf=[[1.0, 2.0], [3.0, 4.0]], covariance=SIGMA),
    "page_batch": dict(y=[[0.1, 0.2], [0.3, 0.4]], h=2.0, k=0.5, headstart=0.0),
    "page_threshold_arl": dict(arl=100.0, k=0.5, mean=0.0, headstart=0.0),
    "auc": dict(without=[1.0, 2.0], with_loss=[2.0, 3.0]),
}
EACH = [(function, argument) for function, arguments in GOOD.items() for argument in arguments]


def call(function, **changed):
    return getattr(st, function)(**{**GOOD[function], **changed})


def test_every_function_is_here_with_every_argument():
    functions = {name for name in st.__all__ if inspect.isfunction(getattr(st, name))}
    assert functions == set(GOOD)
    for name, arguments in GOOD.items():
        assert set(inspect.signature(getattr(st, name)).parameters) - {"first_without_k"} == set(arguments)
        call(name)


@pytest.mark.parametrize("function, argument", EACH)
@pytest.mark.parametrize("bad", [float("nan"), float("inf"), "1.5", None, True, [[[1.0]]], {}], ids=repr)
def test_what_is_no_number_is_refused_by_name(function, argument, bad):
    with pytest.raises(ValueError, match=rf"^{argument}\b.*; expected"):
        call(function, **{argument: bad})


@pytest.mark.parametrize("function, argument", [(f, a) for f, a in EACH if np.ndim(GOOD[f][a]) > 0])
def test_arrays_are_refused_by_name_place_and_shape(function, argument):
    good = np.array(GOOD[function][argument])
    holes = good.copy()
    holes[(1,) * good.ndim] = float("nan")
    place = ", ".join(["1"] * good.ndim)
    with pytest.raises(ValueError, match=rf"^{argument}\[{place}\] is nan; expected a finite number$"):
        call(function, **{argument: holes})
    shape = ", ".join(map(str, good.shape))
    with pytest.raises(ValueError, match=rf"^{argument} has shape \(1, {shape}\); expected .*\("):
        call(function, **{argument: good[None]})
    with pytest.raises(ValueError, match=rf"^{argument} has masked values"):
        call(function, **{argument: np.ma.array(good, mask=good == good.max())})
    with pytest.raises(ValueError, match=rf"^{argument} is no array of plain numbers"):
        call(function, **{argument: good.astype(str)})


@pytest.mark.parametrize("function", [f for f, a in GOOD.items() if "covariance" in a])
def test_shapes_that_do_not_fit_are_refused(function):
    for wrong in ([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]], [[1.0, 2.0]], [[1.0]]):
        if len(wrong) == 1 == len(wrong[0]) and not {"muf", "loss"} & set(GOOD[function]):
            continue  # nothing else says how many periods there are
        with pytest.raises(ValueError, match=r"^(covariance|loss) has shape \([\d, ]+\); expected .*\([n\d, ]+\)"):
            call(function, covariance=wrong)


@pytest.mark.parametrize("function, changed, code, where", [
    ("sequence", dict(covariance=[[1, 2], [2, 1]]), "B104", "period 2"),
    ("sequence", dict(covariance=[[1, 0.5], [0.4, 1]]), "B104", "period 2"),
    ("known_loss_bound", dict(covariance=[[1, 1], [1, 1]]), "S006", "covariance"),
    ("known_loss_test", dict(covariance=[[1, 1], [1, 1]]), "S006", "covariance"),
    ("sitmuf_means", dict(covariance=[[0, 0], [0, 1]]), "S006", "covariance"),
    ("constant_loss", dict(covariance=[[1, 1], [1, 1]]), "S006", "covariance"),
    ("single_losses", dict(covariance=[[1, 1], [1, 1]]), "S006", "covariance"),
    ("worst_pattern", dict(covariance=[[1, 1], [1, 1]]), "S006", "covariance"),
    ("repeated_cumuf_limit", dict(covariance=[[1, 1], [1, 1]]), "S006", "covariance"),
    ("repeated_cumuf_false_alarm", dict(covariance=np.eye(26)), "B109", "periods"),
    ("worst_pattern", dict(total=0), "B102", "total"),
    ("known_loss_test", dict(alpha=0), "B102", "alpha"),
    ("gemuf_detection_probability", dict(alpha=1), "B102", "alpha"),
    ("page_run", dict(h=0), "B102", "h"),
    ("page_run", dict(k=-0.1), "B102", "k"),
    ("page_batch", dict(h=0), "B102", "h"),
    ("page_threshold_arl", dict(k=-1), "B102", "k"),
    ("page_threshold", dict(alpha=1e-300), "B102", "alpha"),
    ("sitmuf_means", dict(covariance=[[1e-200, 0], [0, 1]], loss=[1e300, 0]), "B101", "period 1"),
    ("page_arl", dict(headstart=2.1), "B102", "headstart"),
    ("page_arl_two_sided", dict(h=101), "B102", "h"),
    ("page_threshold", dict(periods=0), "B102", "periods"),
    ("page_threshold", dict(k=9), "B105", "k"),
    ("page_run_length_quantile", dict(p=1), "B102", "p"),
    ("page_run_length_quantile", dict(h=20), "B106", "periods_max"),
    ("anytime_boundary", dict(n=0), "B102", "n"),
    ("anytime_boundary", dict(m=0), "B102", "m"),
])
def test_values_out_of_range_have_a_code(function, changed, code, where):
    with pytest.raises(accord.AccordError) as raised:
        call(function, **changed)
    assert (raised.value.code, raised.value.where) == (code, where)


def test_a_refused_period_adds_nothing():
    grown = st.Sequence()
    grown.append(1, [4])
    for error, arguments in ((ValueError, (1, [1])), (ValueError, (np.nan, [1, 4])), (accord.AccordError, (1, [5, 4]))):
        with pytest.raises(error):
            grown.append(*arguments)
    assert len(grown) == 1 and grown.append(1, [1, 4]).cumuf == 2


def test_lists_tuples_series_frames_and_exact_numbers_are_the_same():
    expected = st.sequence(np.array([1.5, 2.0]), SIGMA).sitmuf.tolist()
    for muf in ([1.5, 2], (1.5, 2), pandas.Series([1.5, 2.0]), [Decimal("1.5"), Decimal(2)], np.float32([1.5, 2])):
        assert st.sequence(muf, SIGMA.tolist()).sitmuf.tolist() == expected
    assert st.sequence([1.5, 2], pandas.DataFrame(SIGMA)).sitmuf.tolist() == expected
    assert st.page_arl(np.float64(3), k=np.int64(0)) == st.page_arl(3, k=0)


def test_arguments_are_not_changed_and_not_kept():
    muf, covariance = np.array([1.0, 2.0]), SIGMA.copy()
    r = st.sequence(muf, np.asfortranarray(covariance))
    muf[0] = 9
    assert r.muf.tolist() == [1, 2] and (covariance == SIGMA).all()


def test_no_periods():
    assert len(st.sequence([], [])) == 0 and len(st.sequence([], np.zeros((0, 0))).to_frame()) == 0
    assert st.page_run([], h=1).statistic.tolist() == [] and st.page_detection_probability([], h=1) == 0
    with pytest.raises(ValueError, match="^covariance has shape"):
        st.constant_loss([], np.zeros((0, 0)))
