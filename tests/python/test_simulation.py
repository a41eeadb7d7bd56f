"""accord.simulate: the alarms counted again with numpy, exact values, threads, Ctrl-C."""

import os
import pathlib
import signal
import subprocess
import sys
import threading
import time

import numpy as np
import pytest

import accord
import statistics_reference as plain

TWELVE = "examples/simulation/twelve-balances.toml"
ABRUPT = "examples/simulation/abrupt-loss.toml"
ALL_KINDS = {
    "name": "every kind",
    "sequences": 5000,  # not a multiple of any block
    "seed": 3,
    "balance": {"covariance_kg2": plain.structured(7)},
    "loss": [
        {"name": "uniform", "total_kg": 6},
        {"name": "abrupt", "per_period_kg": np.array([0, 0, 5.0, 0, 0, 0, 0])},
        {"name": "late", "total_kg": [2, 8], "first": 5, "last": 7},
        {"name": "worst", "pattern": "worst", "total_kg": 6},
    ],
    "test": [
        {"kind": "single_period", "limit": 2.5},
        {"kind": "cumuf_end", "false_alarm": 0.05},
        {"kind": "cumuf_each", "limit": 2.2},
        {"kind": "gemuf", "false_alarm": 0.05},
        {"kind": "gemuf_v5b3", "limit": 9.0},
        {"kind": "page", "k": 0.5, "limit": 2.5, "headstart": 1},
        {"kind": "page_gains", "k": 0.25, "limit": 3},
        {"kind": "known_loss", "loss": "abrupt", "false_alarm": 0.05},
        {"kind": "anytime", "false_alarm": 0.05, "m": 2},
    ],
}


def first_alarms(statistic, limit):
    """Number of sequences whose first alarm is in each period."""
    above = statistic > limit
    return np.bincount(np.where(above.any(axis=1), above.argmax(axis=1), 99), minlength=100)[
        : statistic.shape[1]
    ]


def counted_again(muf, covariance, kind, abrupt):
    """First alarms of sequences of MUFs, from the definitions."""
    lower = np.linalg.cholesky(covariance)
    y = np.linalg.solve(lower, muf.T).T
    periods = muf.shape[1]
    end = np.full(muf.shape, -np.inf)
    cumuf = muf.cumsum(axis=1) / [np.sqrt(covariance[:t, :t].sum()) for t in range(1, periods + 1)]
    if kind == "single_period":
        return first_alarms(muf / np.sqrt(covariance.diagonal()), 2.5)
    if kind == "cumuf_end":
        end[:, -1] = cumuf[:, -1]
        return first_alarms(end, plain.z(0.95))
    if kind == "cumuf_each":
        return first_alarms(cumuf, 2.2)
    if kind == "gemuf":
        end[:, -1] = (y**2).sum(axis=1)
        return first_alarms(end, 14.067140449340169)  # χ² with 7 degrees, 95 %, of tables: 14.067
    if kind == "gemuf_v5b3":
        smooth = (muf[:, :-4] + muf[:, 1:-3] + 3 * muf[:, 2:-2] + muf[:, 3:-1] + muf[:, 4:]) / 7
        end[:, -1] = np.einsum(
            "ni,ij,nj->n", smooth, np.linalg.inv(covariance[2:5, 2:5]), muf[:, 2:5]
        )
        return first_alarms(end, 9.0)
    if kind == "page":
        return first_alarms(plain.page(y, 0.5, 1), 2.5)
    if kind == "page_gains":
        return first_alarms(plain.page(-y, 0.25), 3)
    if kind == "known_loss":
        inverse = np.linalg.inv(covariance)
        end[:, -1] = muf @ inverse @ abrupt / np.sqrt(abrupt @ inverse @ abrupt)
        return first_alarms(end, plain.z(0.95))
    n = np.arange(1, periods + 1)
    return first_alarms(
        np.abs(y.cumsum(axis=1)) / np.sqrt((n + 2) * (2 * np.log(20) + np.log((n + 2) / 2))), 1
    )


@pytest.fixture(scope="module")
def every_kind():
    return accord.simulate(ALL_KINDS)


@pytest.mark.parametrize("index", range(len(ALL_KINDS["test"])), ids=[t["kind"] for t in ALL_KINDS["test"]])
def test_the_alarms_are_those_of_the_sampled_sequences(every_kind, index):
    kind = ALL_KINDS["test"][index]["kind"]
    name = every_kind.tests[index].name
    for loss in every_kind.losses:
        muf = every_kind.samples(loss.name, 5000)
        found = every_kind.by_period(name, loss.name)
        again = counted_again(
            muf, ALL_KINDS["balance"]["covariance_kg2"], kind, every_kind.losses[2].per_period_kg
        )
        np.testing.assert_allclose(
            found, again.cumsum() / 5000, rtol=1e-12, err_msg=f"{kind}, {loss.name}"
        )
        p = every_kind.detection_probability(name, loss.name)
        assert p.value == pytest.approx(found[-1]) and p.standard_error == pytest.approx(
            np.sqrt(p.value * (1 - p.value) / 5000))
        assert every_kind.detection_probability(name, loss.name, period=3).value == pytest.approx(
            found[2]
        )
        if p.exact is not None:
            assert abs(p.value - p.exact) < 4 * np.sqrt(p.exact * (1 - p.exact) / 5000)


def test_losses_are_as_the_scenario_says(every_kind):
    assert [(loss.name, round(loss.total_kg, 9)) for loss in every_kind.losses] == [
        ("no loss", 0),
        ("uniform", 6),
        ("abrupt", 5),
        ("late 2 kg", 2),
        ("late 8 kg", 8),
        ("worst", 6),
    ]
    np.testing.assert_allclose(
        every_kind.losses[4].per_period_kg, [0, 0, 0, 0, 8 / 3, 8 / 3, 8 / 3]
    )
    covariance = plain.structured(7)
    np.testing.assert_allclose(
        every_kind.losses[5].per_period_kg, 6 * covariance.sum(axis=0) / covariance.sum()
    )
    np.testing.assert_allclose(every_kind.sigma_muf_kg, np.sqrt(4.25))
    assert every_kind.sigma_cumuf_kg == pytest.approx(np.sqrt(covariance.sum()))


def test_exact_values_stand_where_a_formula_gives_them(every_kind):
    frame = every_kind.to_frame().set_index(["loss", "test"])["exact"]
    no_formula = {
        "single period",
        "CUMUF in each period",
        "GEMUF with the smoothed pattern",
        "anytime",
    }
    assert set(frame[frame.isna()].index.get_level_values("test")) == no_formula
    y = np.linalg.solve(np.linalg.cholesky(plain.structured(7)), every_kind.losses[2].per_period_kg)
    assert frame["abrupt", "Page"] == pytest.approx(
        plain.page_alarms(y, 0.5, 2.5, 1).sum(), rel=1e-9
    )
    assert frame["abrupt", "Page, gains"] == pytest.approx(
        plain.page_alarms(-y, 0.25, 3).sum(), rel=1e-9
    )


# Table EX-3.2 of the chapter; “known loss” is the test for a loss in period 6.
def test_worked_table():
    run = accord.simulate(TWELVE, reps=50_000)
    exact = run.to_frame().set_index(["loss", "test"])["exact"]
    for loss, values in {
        "in every period": (0.262602, 0.300118, 0.350266, 0.099550),
        "in period 6": (0.961681, 0.901487, 0.350266, 0.942831),
        "in the last four": (0.772772, 0.739825, 0.350266, 0.501052),
        "hardest to find": (0.247569, 0.283078, 0.350266, 0.098323),
    }.items():
        for test, value in zip(
            ("Page, k = 0.5", "Page, k = 0.25", "CUMUF at the end", "GEMUF at the end"), values
        ):
            assert exact[loss, test] == pytest.approx(value, abs=2e-6)
            assert abs(run.detection_probability(test, loss).value - value) < 4 * np.sqrt(
                value * (1 - value) / 50_000
            )
    assert exact["in period 6", "known loss"] == pytest.approx(0.999618, abs=5e-7)
    two = run.tests[-1]
    assert (two.limit, two.limit_origin, len(two.parts)) == (None, "simulated", 2)
    assert run.detection_probability(two.name, "no loss").exact is None


def test_a_simulated_limit_has_its_false_alarm_probability():
    scenario = {
        **ALL_KINDS,
        "sequences": 200_000,
        "loss": [],
        "test": [
            {"kind": kind, "false_alarm": 0.05}
            for kind in ("single_period", "cumuf_each", "gemuf_v5b3")
        ],
    }
    run = accord.simulate(scenario)
    for test in run.tests:
        assert test.limit_origin == "simulated" and test.limit_low < test.limit < test.limit_high
        error = np.sqrt(
            0.05 * 0.95 * (1 / 200_000 + 1 / 1_000_000)
        )  # of these sequences, and of those for the limit
        assert abs(run.detection_probability(test.name).value - 0.05) < 4 * error


def test_samples_have_the_covariance_and_any_cut_gives_the_same(every_kind):
    muf = every_kind.samples("abrupt", 40_000)
    assert muf.shape == (40_000, 7)
    covariance = plain.structured(7)
    error = np.sqrt(
        (np.outer(covariance.diagonal(), covariance.diagonal()) + covariance**2) / 40_000
    )
    assert (np.abs(np.cov(muf.T) - covariance) < 4.5 * error).all()
    np.testing.assert_array_equal(every_kind.samples("abrupt", 100, first=64), muf[64:164])
    assert every_kind.samples(count=0).shape == (0, 7)


STATE = "examples/simulation/made-up-state.toml"
ITEMS = {name: f"examples/state/items_honest/{name}.csv" for name in ("items", "methods")}


def test_a_study_is_a_source_of_a_scenario_and_its_problems_have_places(tmp_path):
    run = accord.simulate("examples/study/scenario.toml", reps=20_000)
    assert run.periods == 4
    # σ of MUF as tests/cli/study.py works them out from the samples.
    assert np.allclose(run.sigma_muf_kg, [0.2399, 0.2461, 0.2673, 0.2451], atol=5e-5)
    assert abs(run.detection_probability(test="Page", loss="no loss").value - 0.05) < 5 * 0.0016
    drawn = accord.simulate(
        {
            "balance": {"study": "examples/study/study.toml", "each_measurement": True},
            "test": [{"kind": "gemuf", "false_alarm": 0.05}],
            "sequences": 4096,
        }
    )
    assert np.allclose(drawn.sitmuf_moments.covariance, np.eye(4), atol=5.5 * (2 / 4096) ** 0.5)
    (tmp_path / "study.toml").write_text(pathlib.Path("examples/study/study.toml").read_text())
    with pytest.raises(accord.AccordError) as caught:
        accord.simulate(
            f'[balance]\nstudy = "{tmp_path}/study.toml"\n[[test]]\nkind = "page"\nlimit = 4\n'
        )
    assert [problem.code for problem in caught.value.problems] == ["W004"] * 5


def test_the_common_share_is_that_of_the_systematic_part():
    structure = {"periods": 3, "flow_variance_kg2": 1, "systematic_variance_kg2": 3}
    test = [{"kind": "page", "limit": 4}]
    shared = accord.simulate({"balance": {"structure": structure}, "test": test}, reps=10)
    assert shared.common_share == pytest.approx(0.75)
    alone = accord.simulate({"balance": {"covariance_kg2": [[1.0]]}, "test": test}, reps=10)
    assert alone.common_share is None


def test_every_measurement_is_drawn():
    drawn = accord.simulate(STATE, reps=9000)
    covariance = accord.balance(ITEMS["items"], ITEMS["methods"]).covariance
    muf = drawn.samples("no loss", 9000)
    error = np.sqrt((np.outer(covariance.diagonal(), covariance.diagonal()) + covariance**2) / 9000)
    assert (np.abs(muf.T @ muf / 9000 - covariance) < 4.5 * error).all()
    y = np.linalg.solve(np.linalg.cholesky(covariance), muf.T)
    mean, found = drawn.sitmuf_moments
    np.testing.assert_allclose(mean, y.mean(axis=1), atol=1e-6)
    np.testing.assert_allclose(found, np.cov(y, bias=True), atol=1e-6)
    alarms = first_alarms(plain.page(y.T, 0.5), drawn.tests[0].limit).cumsum() / 9000
    np.testing.assert_allclose(drawn.by_period("Page", "no loss"), alarms, rtol=1e-12)
    # Not the same numbers as from the covariance, but the same probabilities.
    plainly = accord.simulate(
        {"balance": ITEMS, "test": [{"kind": "page", "false_alarm": 0.05}]}, reps=9000, seed=11
    )
    assert plainly.sitmuf_moments is None and not np.allclose(plainly.samples(0, 9), muf[:9])
    assert plainly.tests[0].limit == drawn.tests[0].limit
    np.testing.assert_allclose(plainly.sigma_muf_kg, np.sqrt(covariance.diagonal()), rtol=1e-12)


def test_problems_of_the_tables_of_a_scenario_are_shown_with_their_lines(tmp_path):
    (tmp_path / "items.csv").write_text(
        "period,role,stratum,item,method,declared_kg\n0,PE,a,b,M,1O.0\n", encoding="utf-8")
    (tmp_path / "methods.csv").write_bytes(pathlib.Path(ITEMS["methods"]).read_bytes())
    (tmp_path / "s.toml").write_text(
        '[balance]\nitems = "items.csv"\nmethods = "methods.csv"\n[[test]]\nkind = "page"\nfalse_alarm = 0.05\n',
        encoding="utf-8",
    )
    with pytest.raises(accord.AccordError) as raised:
        accord.simulate(tmp_path / "s.toml")
    assert "2 | 0,PE,a,b,M,1O.0" in str(raised.value)
    assert (tmp_path / "items.csv").as_posix() in {p.file for p in raised.value.problems}
    (tmp_path / "methods.csv").unlink()
    with pytest.raises(FileNotFoundError, match="methods.csv"):
        accord.simulate(tmp_path / "s.toml")


@pytest.mark.parametrize("scenario", [ABRUPT, STATE, {  # with limits that are simulated too
    "balance": {"structure": {"periods": 3, "flow_variance_kg2": 1, "systematic_variance_kg2": 2}},
    "loss": [{"name": "some", "total_kg": 5}],
    "test": [{"kind": "cumuf_each", "false_alarm": 0.1}, {"kind": "pages", "k": [0.1, 1], "false_alarm": 0.1}],
}], ids=["exact limits", "every measurement", "simulated limits"])
def test_one_two_and_seven_threads_count_the_same(scenario):
    runs = [accord.simulate(scenario, reps=20_001, threads=threads) for threads in (1, 2, 7, None)]
    for run in runs[1:]:
        assert run.to_frame().equals(runs[0].to_frame())
        assert run.tests == runs[0].tests
        if scenario is STATE:
            for found, first in zip(run.sitmuf_moments, runs[0].sitmuf_moments):
                np.testing.assert_array_equal(found, first)
    other = accord.simulate(scenario, reps=20_001, seed=runs[0].seed + 1)
    assert not other.to_frame().equals(runs[0].to_frame())
    assert other.seed == runs[0].seed + 1 and other.sequences == 20_001


def test_a_path_its_text_and_a_dict_are_the_same():
    import tomllib

    text = pathlib.Path(ABRUPT).read_text(encoding="utf-8")
    runs = [accord.simulate(s) for s in (ABRUPT, pathlib.Path(ABRUPT), text, tomllib.loads(text))]
    assert all(
        run.to_frame().equals(runs[0].to_frame()) and run.name == runs[0].name for run in runs
    )


def test_a_dict_is_written_as_toml_without_loss():
    import tomllib

    from accord import _toml

    scenario = {
        "name": "quotes \" \\ and\nlines\t–\x7f",
        "seed": 2**53 - 1,
        "odd key": {"a.b": [1, [2.5e-300, -0.0], []]},
        "test": [{"k": 0.1, "flag": True}, {"inner": {"x": 1e22}}],
    }
    assert tomllib.loads(_toml.text_of(scenario, "scenario")) == scenario
    with pytest.raises(ValueError, match=r"scenario\.test\[0\]\.k\[1\] is None"):
        _toml.text_of({"test": [{"k": [1, None]}]}, "scenario")


def test_every_problem_of_a_scenario_is_reported_with_its_line():
    with pytest.raises(accord.AccordError) as raised:
        accord.simulate(
            {**ALL_KINDS, "sede": 1, "sequences": 0, "test": [{"kind": "pgae", "false_alarm": 2}]}
        )
    assert [p.code for p in raised.value.problems] == ["S004", "W005", "W013", "S004"]
    assert "did you mean “seed”?" in str(raised.value) and 'kind = "pgae"' in str(raised.value)
    for balance, code in (
        ({"covariance_kg2": [[1, 1], [1, 1]]}, "S006"),
        ({"covariance_kg2": [[1, 2], [2, 1]]}, "B104"),
        ({"covariance_kg2": [[1, 0], [0]]}, "S005"),
        ({}, "S001"),
    ):
        with pytest.raises(accord.AccordError) as raised:
            accord.simulate({"balance": balance, "test": [{"kind": "page", "false_alarm": 0.05}]})
        assert raised.value.code == code


def test_a_file_that_is_no_text_is_reported(tmp_path):
    file = tmp_path / "scenario.toml"
    file.write_bytes(b'name = "a\xff"\n')
    with pytest.raises(accord.AccordError, match="name = \"a\ufffd\"") as raised:
        accord.simulate(file)
    assert raised.value.code == "W003" and raised.value.problems[0].line == 1
    with pytest.raises(FileNotFoundError):
        accord.simulate(tmp_path / "nowhere.toml")


@pytest.mark.parametrize("arguments, message", [
    (dict(reps=0), "reps is 0; expected a whole number from 1 to 1000000000000"),
    (dict(reps=1.5), "reps is 1.5"),
    (dict(seed=2**53), "seed is 9007199254740992"),
    (dict(threads=0), "threads is 0"),
    (dict(progress=3), "progress is 3; expected a function"),
    (dict(scenario=3), "scenario is int; expected a path"),
])
def test_wrong_arguments_are_refused_by_name(arguments, message):
    with pytest.raises(ValueError, match="^" + message):
        accord.simulate(**{"scenario": ABRUPT, **arguments})


def test_questions_of_the_result_are_refused_by_name(every_kind):
    for call, message in (
        (
            lambda: every_kind.detection_probability("Pag", "late 2 kg"),
            "test is 'Pag'; expected .*did you mean 'Page'",
        ),
        (
            lambda: every_kind.detection_probability("Page"),
            "loss is None; expected one of 'no loss', 'uniform'",
        ),
        (
            lambda: every_kind.detection_probability("Page", "abrupt", period=8),
            "period is 8; .*from 1 to 7",
        ),
        (
            lambda: every_kind.detection_probability(9, 0),
            "test is 9; expected a whole number from 0 to 8",
        ),
        (lambda: every_kind.samples("abrupt", -1), "count is -1"),
        (lambda: every_kind.samples("abrupt", 2**40), "count is"),
    ):
        with pytest.raises(ValueError, match=message):
            call()
    assert every_kind.detection_probability(5, 2) == every_kind.detection_probability(
        "Page", "abrupt"
    )
    with pytest.raises(AttributeError):
        every_kind.seed = 1
    with pytest.raises(ValueError):
        every_kind.sigma_muf_kg[0] = 1
    assert (
        "every kind: 5000 sequences, seed 3" in every_kind._repr_html_()
        and "losses 5, tests 9" in repr(every_kind)
    )


def test_progress_is_told_and_what_it_raises_stops():
    told = []
    accord.simulate(ABRUPT, reps=3_000_000, threads=1, progress=lambda *now: told.append(now))
    assert told[-1] == (3_000_000, 3_000_000) and told == sorted(told)

    def enough(done, sequences):
        raise LookupError(f"{done} of {sequences}")

    begin = time.monotonic()
    with pytest.raises(LookupError, match=r"^\d+ of 1000000000000$"):
        accord.simulate(ABRUPT, reps=10**12, progress=enough)
    assert time.monotonic() - begin < 5


def test_other_threads_run_meanwhile():
    counts, stop = [0], threading.Event()

    def count():
        while not stop.is_set():
            counts[0] += 1
            time.sleep(0.001)

    other = threading.Thread(target=count)
    other.start()
    try:
        run = accord.simulate(ABRUPT, reps=4_000_000, threads=1)
    finally:
        stop.set()
        other.join()
    assert run.sequences == 4_000_000 and counts[0] > 5


# A job in the background is started with Ctrl-C ignored, and so are its children: the child asks
# for it again.
CHILD = """
import accord, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
test, periods = sys.argv[1], int(sys.argv[2])
scenario = {"balance": {"structure": {"periods": periods, "flow_variance_kg2": 1.0}},
            "test": [{"kind": test, "false_alarm": 0.05, **({"k": [0.25, 1.0]} if test == "pages" else {})}]}
print("ready", flush=True)
try:
    accord.simulate(scenario, reps=10**12)
except KeyboardInterrupt:
    print("stopped", flush=True)
"""


# While limits are computed (pages), in many short rounds, and in few long ones.
@pytest.mark.parametrize("test, periods", [("pages", 365), ("page", 12), ("cumuf_end", 1500)])
def test_ctrl_c_stops_within_a_fifth_of_a_second(test, periods):
    took = []
    environment = {**os.environ, "PYTHONPATH": os.fspath(pathlib.Path(accord.__file__).parents[1])}
    for _ in range(5):
        with subprocess.Popen(
            [sys.executable, "-c", CHILD, test, str(periods)],
            env=environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as child:
            assert child.stdout.readline() == "ready\n"
            time.sleep(0.5)
            begin = time.monotonic()
            child.send_signal(signal.SIGINT)
            watch = threading.Timer(60, child.kill)  # a test that waits for ever tells nothing
            watch.start()
            line = child.stdout.readline()
            watch.cancel()
            took.append(time.monotonic() - begin)
            assert (line, child.wait(timeout=20), child.stderr.read()) == ("stopped\n", 0, "")
        if took[-1] < 0.2:  # a busy machine may be late at times
            return
    assert min(took) < 0.2, took


def test_the_interval_of_wilson():
    """Its ends are the p whose observed share is z(0.975) standard errors away."""
    for value, n in ((0.0, 1000), (0.05, 400), (0.7, 4096), (1.0, 10)):
        low, high = accord.simulations.Probability(value, 0.0, None, n).interval
        for end in (low, high):
            assert 0 <= end <= 1
            if 0 < end < 1:
                assert abs(value - end) == pytest.approx(
                    plain.z(0.975) * np.sqrt(end * (1 - end) / n), rel=1e-9
                )
    run = accord.simulate(ABRUPT)
    p = run.detection_probability("Page", "abrupt")
    assert p.interval[0] < p.exact < p.interval[1] and p.sequences == run.sequences


@pytest.mark.parametrize("scenario, names", [(ABRUPT, ("time",)), ("examples/simulation/loss-curve.toml", ("detection",))])
def test_drawings_are_those_of_the_command(scenario, names):
    run = accord.simulate(scenario, reps=8192)
    assert run.drawings[: len(names)] == names
    program = pathlib.Path(accord.__file__).parents[2] / "apps/accord/accord"
    for name in run.drawings:
        drawing = run.plot(name)
        assert drawing.name == name and drawing.svg.startswith("<svg")
        if program.exists():
            command = [program, "simulate", scenario, "--format", "svg", "--figure", name]
            printed = subprocess.run(command, capture_output=True, check=True, text=True).stdout
            assert printed.strip() == accord.simulate(scenario).plot(name).svg.strip()
    assert run.plot() == run.plot(names[0]) and run.tests[0].name in run.html()
    with pytest.raises(ValueError, match="there is no drawing 'tim'"):
        run.plot("tim")


def test_matplotlib_figures_of_a_simulation():
    pytest.importorskip("matplotlib")
    run = accord.simulate(ABRUPT, reps=4096)
    lines = {
        line.get_label(): list(line.get_ydata()) for line in run.figure("time").axes[0].get_lines()
    }
    assert lines["Page"] == run.by_period("Page", "abrupt").tolist()
    curve = accord.simulate("examples/simulation/loss-curve.toml", reps=4096)
    axes = curve.figure().axes[0]
    assert axes.get_xlabel() == "total loss, kg" and len(axes.containers) == len(curve.tests)


def test_without_losses_there_is_nothing_to_draw():
    run = accord.simulate({"sequences": 4096, "seed": 1, "balance": {"covariance_kg2": [[1.0]]},
                           "test": [{"kind": "gemuf", "false_alarm": 0.05}]})
    assert run.drawings == ()
    with pytest.raises(ValueError, match="expected one of none"):
        run.plot()
