"""Statistics that went wrong in real use, each with the right value beside it; and what researchers
asked for."""

import datetime
import pathlib
import pickle
import re
import warnings

import numpy as np
import pandas as pd
import pytest

import accord
from accord import statistics as st
from reference.repeated_cumuf import false_alarm

CASES = pathlib.Path(__file__).resolve().parents[2] / "vectors" / "cases"


def of_case(name, *more):
    folder = CASES.joinpath(name, *more)
    return accord.balance(folder / "items.csv", folder / "methods.csv")


def discrete(**keys):
    return dict(kind="discrete", random=0, systematic=0.02, source_key="meter", **keys)


def test_a_balance_that_does_not_add_up_is_an_answer():
    tests = of_case("03-discrepancy-is-no-alarm").tests()
    assert not tests.adds_up and not tests.alarmed
    assert [(u.period, round(u.kg, 12)) for u in tests.unexplained] == [(2, 0.05)]
    assert "no alarm" not in repr(tests) and "does not add up: 0.05 kg in period 2" in repr(tests)
    assert tests.answers_frame().iloc[-1].tolist() == ["adds up", pytest.approx(0.05), 0.0, 2, 2]
    one = of_case("03-discrepancy-is-no-alarm", "one-period").tests()
    assert one.decisions[0].does_not_add_up and not one.decisions[0].alarm and not one.adds_up


def test_the_statistic_of_an_alarm_is_the_one_that_made_it():
    page = of_case("12-statistic-beside-an-alarm").tests().answers[0]
    assert (page.name, page.statistic, page.alarm, page.period) == ("Page", 5.5, 2, 2)  # 6 − k
    assert page.statistic > page.limit


def test_shared_relative_errors_follow_the_sign():
    pair = [discrete(name="in", role="input", time=[1], value=[-9.0], negative=True),
            discrete(name="out", role="output", time=[1], value=[9.0])]
    assert accord.balance(
        study={"periods": {"ends": [10]}, "location": pair}
    ).sigma_muf == pytest.approx([0.36], rel=1e-12)
    pipe = dict(
        name="pipe",
        role="input",
        kind="continuous",
        time=[0, 2],
        value=[10.0, -9],
        until=4,
        random=0,
        systematic=0.02,
        negative=True,
    )
    assert accord.balance(
        study={"periods": {"ends": [4]}, "location": [pipe]}
    ).sigma_muf == pytest.approx([0.04], rel=1e-12)
    items = {
        "period": [0, 1, 1, 1],
        "role": ["PE", "X", "Y", "PE"],
        "stratum": ["s"] * 4,
        "item": list("abcd"),
        "method": ["SC"] * 4,
        "declared_kg": [100.0, -10, 10, 80],
        "correction": [False, True, False, False],
    }
    methods = [
        dict(
            method="SC",
            component="systematic",
            kind="relative",
            standard_deviation=0.01,
            source_key="scale",
        ),
        dict(method="SC", component="random", kind="absolute", standard_deviation=1e-6),
    ]
    assert accord.balance(items, methods).sigma_muf == pytest.approx([2e-6], rel=1e-9)


GAP = dict(
    name="flow",
    role="input",
    kind="continuous",
    between="hold",
    time=[*range(10), 90.0, 91.0],
    value=[1.0] * 10 + [1.0, 0.0],
    until=100.0,
    random=0.01,
    systematic=0.005,
)


def test_a_gap_is_named_and_its_period_not_measured():
    b = accord.balance(study={"periods": {"ends": [100]}, "location": [GAP]})
    assert (
        b.periods()[0]["status"] == "not measured"
        and np.isnan(b.muf[0])
        and np.isnan(b.sigma_muf[0])
    )
    assert [p.code for p in b.problems] == ["B030"] and "from 9 to 90" in b.problems[0].message
    tests = b.tests()
    assert tests.answers == () and not tests.alarmed and np.isnan(tests.decisions[0].limit_kg)
    assert "not measured" in tests.html() and not re.search(r"\bnan\b", tests.html())
    held = accord.balance(study={"gaps": "hold", "periods": {"ends": [100]}, "location": [GAP]})
    assert held.muf == pytest.approx([91.0]) and held.problems == []
    with pytest.raises(ValueError, match="not measured"):
        accord.simulate(
            {"balance": b, "test": [{"kind": "cumuf_end", "false_alarm": 0.05}]}, reps=1000
        )


@pytest.mark.parametrize("correlation, right", [(0.999, 0.050904742763), (0.9999, 0.050275776551), (0.999999, 0.050013992563)])
def test_repeated_cumuf_of_two_nearly_equal_periods(correlation, right):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", st.NearSingularWarning)
        found = st.repeated_cumuf_false_alarm([[1, correlation], [correlation, 1]], 1.645)
    assert abs(found.value - right) <= found.error + 1e-12 and found.error < 1e-9


@pytest.mark.parametrize("periods", [2, 3, 6])
@pytest.mark.parametrize("common", [0.25, 1e2, 3e7])
def test_the_error_of_a_repeated_cumuf_holds(periods, common):
    sigma = np.eye(periods) + common
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", st.NearSingularWarning)
        found = st.repeated_cumuf_false_alarm(sigma, 1.645)
        limit = st.repeated_cumuf_limit(sigma, 0.05)
    assert abs(found.value - false_alarm(periods, 1.0, common, 1.645)) <= found.error + 1e-9
    assert found.error < 5e-4
    # Between the limits that the error leaves open the probability passes 0.05.
    assert false_alarm(periods, 1.0, common, limit.value - limit.error) >= 0.05 - 1e-9
    assert false_alarm(periods, 1.0, common, limit.value + limit.error) <= 0.05 + 1e-9


def test_a_covariance_near_a_singular_one_is_marked():
    near = [[1.0, 1.0], [1.0, 1.0 + 1e-11]]
    assert st.sequence([1.0, 1.0], near).status == ("regular", "near singular")
    with pytest.warns(st.NearSingularWarning, match="1e-11"):
        st.constant_loss([1.0, 1.0], near)
    assert st.sequence([1.0, 1.0], [[1.0, 0.9], [0.9, 1.0]]).status == ("regular", "regular")


def test_the_common_share_is_of_the_sources_that_all_periods_share():
    # Each period: a shared error of √3 kg, and inventories in between of 1 kg each: variance 3 + 1
    # + 1, neighbours 3 − 1.
    rows = []
    for t in range(1, 4):
        rows += [
            (t, "X", "in", f"x{t}", "F", 100.0),
            (t, "Y", "out", f"y{t}", "C", 100.0),
            (t, "PE", "s", f"e{t}", "I", 5.0),
        ]
    rows = [(0, "PE", "s", "e0", "I", 5.0), *rows]
    items = pd.DataFrame(
        rows, columns=["period", "role", "stratum", "item", "method", "declared_kg"]
    )
    methods = [
        dict(
            method="F",
            component="systematic",
            kind="absolute",
            standard_deviation=3**0.5,
            source_key="meter",
        ),
        dict(method="I", component="random", kind="absolute", standard_deviation=1.0),
        dict(method="C", component="none"),
    ]
    b = accord.balance(items, methods)
    assert b.covariance[0].tolist() == pytest.approx([5.0, 2.0, 3.0])
    assert b.tests().common_share == pytest.approx(0.6)
    assert b.period(1).tests().common_share is None


def test_results_are_pickled():
    b = of_case("12-statistic-beside-an-alarm")
    again = pickle.loads(pickle.dumps(b))
    assert np.array_equal(again.covariance, b.covariance) and again.periods() == b.periods()
    assert pickle.loads(pickle.dumps(b.period(2))).muf.tolist() == b.period(2).muf.tolist()
    tests = b.tests(false_alarm=0.01, goal_kg=8, criteria="iaea-usual")
    copy = pickle.loads(pickle.dumps(tests))
    assert (
        copy.answers == tests.answers
        and copy.criteria == tests.criteria
        and copy.false_alarm == 0.01
    )
    grown = st.Sequence()
    grown.append(0.8, [4.25])
    other = pickle.loads(pickle.dumps(grown))
    assert other.append(1.9, [-1.25, 4.25]) == grown.append(1.9, [-1.25, 4.25])
    assert np.array_equal(pickle.loads(pickle.dumps(grown.result)).sitmuf, grown.result.sitmuf)
    run = accord.simulate("examples/simulation/abrupt-loss.toml", reps=4096)
    assert pickle.loads(pickle.dumps(run)).to_frame().equals(run.to_frame())


def test_many_sequences_at_once():
    sigma = np.array([[4.25, -1.25, 0.25], [-1.25, 4.25, -1.25], [0.25, -1.25, 4.25]])
    muf = np.random.default_rng(5).normal(size=(20, 3)) * 2
    y = st.sitmuf_batch(muf, sigma)
    assert y == pytest.approx(np.linalg.solve(np.linalg.cholesky(sigma), muf.T).T, rel=1e-12)
    runs = st.page_batch(y, h=1.0)
    for row, level, alarm in zip(y, runs.statistic, runs.alarm):
        one = st.page_run(row, h=1.0)
        assert np.array_equal(one.statistic, level) and (one.alarm or 0) == alarm
    frame = pd.DataFrame(muf[:, ::-1], columns=[3, 2, 1])
    labelled = pd.DataFrame(sigma, index=[1, 2, 3], columns=[1, 2, 3])
    assert np.array_equal(st.sitmuf_batch(frame, labelled), y)
    with pytest.raises(ValueError, match=r"covariance has shape \(3, 3\); expected .*\(2, 2\)"):
        st.sitmuf_batch(muf[:, :2], sigma)


@pytest.mark.parametrize("arl, k, mean, h", [(117.5957, 0.5, 0.0, 3), (2071.5721, 0.0, -0.25, 10), (8.383, 0.5, 1.0, 4)])
def test_limits_for_a_wanted_run_length(arl, k, mean, h):
    # Statistics chapter, 3.6; of Lucas and Crosier's two-sided chart at 1 the other side is as good
    # as silent.
    assert st.page_threshold_arl(arl, k=k, mean=mean) == pytest.approx(h, abs=2e-3)
    with pytest.raises(ValueError, match="average run length of 1.5"):
        st.page_threshold_arl(1.5, k=0.5, headstart=3)


def test_simulate_takes_a_balance_or_a_covariance():
    b = of_case("12-statistic-beside-an-alarm")
    rest = {
        "sequences": 4096,
        "seed": 3,
        "loss": [{"name": "one", "per_period_kg": [0, 6, 0, 0, 0, 0, 0, 0]}],
        "test": [{"kind": "page", "k": 0.5, "false_alarm": 0.05}],
    }
    plain = accord.simulate(
        {**rest, "balance": {"covariance_kg2": b.covariance.tolist()}}
    ).to_frame()
    assert accord.simulate({**rest, "balance": b}).to_frame().equals(plain)
    frame = pd.DataFrame(b.covariance, index=range(1, 9), columns=range(1, 9))
    loss = pd.Series([0, 6.0, 0, 0, 0, 0, 0, 0], index=range(1, 9)).iloc[::-1]
    labelled = {**rest, "balance": frame, "loss": [{"name": "one", "per_period_kg": loss}]}
    assert accord.simulate(labelled).to_frame().equals(plain)


def test_times_may_be_dates():
    def study(time, start, ends, **more):
        flow = dict(
            name="in",
            role="input",
            kind="continuous",
            value=[2.0, 3.0],
            random=0.01,
            systematic=0,
            **more,
            **time
        )
        return accord.balance(
            study={"time_unit": "h", "periods": {"start": start, "ends": ends}, "location": [flow]}
        )

    plain = study({"time": [0, 4]}, 0, [10.0], until=10)
    day = datetime.datetime(2026, 3, 1)
    hours = [day + datetime.timedelta(hours=h) for h in (0, 4)]
    end = day + datetime.timedelta(hours=10)
    for time in (
        hours,
        pd.to_datetime(hours),
        pd.Series(hours),
        np.array(hours, dtype="datetime64[s]"),
    ):
        assert (
            study({"time": time}, day, [end], until=end).muf.tolist()
            == plain.muf.tolist()
            == [26.0]
        )
    aware = pd.Series(hours).dt.tz_localize("UTC").dt.tz_convert("Asia/Tokyo")
    assert study({"time": aware}, day, [end], until=end).muf.tolist() == [26.0]
    with pytest.raises(ValueError, match="periods.start"):
        study({"time": hours}, 0, [10.0], until=10)


def test_a_series_brings_its_times():
    flow = dict(
        name="in",
        role="input",
        kind="discrete",
        value=pd.Series([5.0, 7.0], index=[1.0, 2.0]),
        random=0,
        systematic=0,
    )
    assert accord.balance(
        study={"periods": {"ends": [1.5, 3]}, "location": [flow]}
    ).muf.tolist() == [5.0, 7.0]


def test_errors_are_pickled():
    with pytest.raises(accord.AccordError) as raised:
        accord.balance(
            {
                "period": [1],
                "role": ["X"],
                "stratum": ["s"],
                "item": ["a"],
                "method": ["m"],
                "declared_kg": [-1.0],
            },
            [dict(method="m", component="none")],
        )
    again = pickle.loads(pickle.dumps(raised.value))
    assert (again.code, str(again)) == (raised.value.code, str(raised.value))
    assert [(p.code, p.message, p.line) for p in again.problems] == [
        (p.code, p.message, p.line) for p in raised.value.problems
    ]
