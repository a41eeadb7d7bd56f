"""Material balances from arrays: the worked examples of the statistics chapter, and the made-up
State with its key."""

import csv
import json
import pathlib

import numpy
import pytest

import accord

STATE = pathlib.Path(__file__).resolve().parents[2] / "examples/state"


def example_2_2():
    items = {
        "period": numpy.array([0, 1, 1, 1, 2, 2, 2]),
        "role": ["PE", "X", "Y", "PE", "X", "Y", "PE"],
        "stratum": ["all"] * 7,
        "item": ["I0", "X0", "Y0", "I1", "X1", "Y1", "I2"],
        "method": ["inventory", "in", "out", "inventory", "in", "out", "inventory"],
        "declared_kg": numpy.array([40, 300, 288, 50, 280, 286.5, 45]),
    }
    sigmas = [
        ("inventory", 0.01, ""),
        ("inventory", 0.005, "nda"),
        ("in", 0.003, ""),
        ("in", 0.002, "da"),
        ("out", 0.002, ""),
        ("out", 0.002, "da"),
    ]
    methods = [
        {
            "method": m,
            "component": "systematic" if key else "random",
            "kind": "relative",
            "standard_deviation": s,
            "source_key": key,
        }
        for m, s, key in sigmas
    ]
    return items, methods


def test_two_periods_have_the_covariance_of_the_chapter():
    b = accord.balance(*example_2_2())
    assert b.muf == pytest.approx([2, -1.5], abs=1e-12)
    assert b.covariance[0, 0] == pytest.approx(1.554852, rel=1e-12)
    assert b.covariance[1, 1] == pytest.approx(1.487223, rel=1e-12)
    assert b.covariance[0, 1] == b.covariance[1, 0] == pytest.approx(-0.251562, rel=1e-12)
    assert b.sigma_muf == pytest.approx([1.246937, 1.219518], abs=5e-7)


@pytest.mark.parametrize("by", ["source", "method", "stratum", "nature"])
def test_shares_add_up(by):
    b = accord.balance(*example_2_2())
    for period in (1, 2):
        total = sum(row["variance_kg2"] for row in b.shares(by) if row["period"] == period)
        assert total == pytest.approx(b.covariance[period - 1, period - 1], rel=1e-13)


@pytest.mark.parametrize("name", ["items_honest", "items_protracted"])
def test_arrays_and_files_give_the_same_bits_and_the_key(name):
    from_files = accord.balance(STATE / name / "items.csv", STATE / name / "methods.csv")
    with open(STATE / name / "items.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    columns = {key: [row[key] for row in rows] for key in rows[0]}
    columns["declared_kg"] = numpy.array(columns["declared_kg"], dtype=float)
    with open(STATE / name / "methods.csv", encoding="utf-8") as file:
        methods = list(csv.DictReader(file))
    from_arrays = accord.balance(columns, methods)
    key = json.loads((STATE / name / "expected.json").read_text())
    assert from_files.muf == pytest.approx(key["MUF"], abs=1e-9)
    assert from_files.sigma_muf == pytest.approx(key["sigma_MUF"], rel=1e-9)
    assert (from_arrays.muf == from_files.muf).all()
    assert from_arrays.covariance == pytest.approx(from_files.covariance, rel=1e-13)


def test_frames_are_taken_and_given():
    pandas = pytest.importorskip("pandas")
    items, methods = example_2_2()
    b = accord.balance(pandas.DataFrame(items), pandas.DataFrame(methods))
    assert b.to_frame()["status"].tolist() == ["measured", "measured"]
    assert b.shares_frame("nature")["name"].tolist() == ["random", "systematic"] * 2


def test_every_row_that_is_wrong_is_named():
    items, methods = example_2_2()
    items["declared_kg"] = items["declared_kg"].copy()
    items["declared_kg"][2] = numpy.nan
    items["declared_kg"][4] = -1
    items["method"][5] = "outt"
    with pytest.raises(accord.AccordError) as error:
        accord.balance(items, methods)
    found = {(p.code, p.file) for p in error.value.problems}
    assert found == {
        ("B013", "items[2].declared_kg"),
        ("B007", "items[4].declared_kg"),
        ("B004", "items[5].method"),
        ("B008", "items[4].declared_kg"),
    }


def test_methods_are_named_by_their_row_also_beside_another_party():
    items, methods = example_2_2()
    methods.insert(
        0,
        {
            "party": "inspector",
            "method": "x",
            "component": "random",
            "kind": "relative",
            "standard_deviation": 0.1,
        },
    )
    methods[2] = dict(methods[2], source_key="")
    with pytest.raises(accord.AccordError) as error:
        accord.balance(items, methods)
    assert [(p.code, p.file) for p in error.value.problems] == [("B002", "methods[2].source_key")]


def test_columns_of_different_length_are_refused():
    items, methods = example_2_2()
    items["period"] = items["period"][:-1]
    with pytest.raises(accord.AccordError) as error:
        accord.balance(items, methods)
    assert error.value.code == "B017"


@pytest.mark.parametrize(
    "change", [{"role": ["PE"] * 6 + ["Z"]}, {"period": [0, 1, 1, 1, 2, 2, 2.5]}, {"period": [numpy.nan] * 7}]
)
def test_words_and_periods_that_are_none(change):
    items, methods = example_2_2()
    items.update(change)
    with pytest.raises(ValueError):
        accord.balance(items, methods)


def test_decision_refuses_what_is_no_probability():
    with pytest.raises(accord.AccordError) as error:
        accord.alarm_limit(1, alpha=1)
    assert error.value.code == "B020"


def one_scale(**changed):
    items = {
        "period": [0, 1, 1],
        "role": ["PE", "X", "PE"],
        "stratum": ["s"] * 3,
        "item": ["a", "b", "c"],
        "method": ["scale"] * 3,
        "declared_kg": [10.0, 5.0, 15.0],
    }
    return {**items, **changed}, [
        {"method": "scale", "component": "random", "kind": "absolute", "standard_deviation": 0.1}
    ]


def test_a_study_is_a_balance_like_others():
    b = accord.balance(study=STATE.parent / "study/study.toml")
    assert b.muf.round(3).tolist() == [0.102, -0.014, 0.049, -0.028]  # tests/cli/study.py
    with pytest.raises(TypeError):
        accord.balance({}, [], study="x.toml")


def test_what_pandas_writes_for_an_empty_cell_is_no_word():
    items, methods = one_scale(item=["a", None, "c"])
    with pytest.raises(ValueError, match=r"^item\[1\] is None, expected a word"):
        accord.balance(items, methods)
    items, methods = one_scale(lot=["x", float("nan"), "y"])
    methods[0]["source_key"] = "lot {lot}"
    with pytest.raises(accord.AccordError) as error:
        accord.balance(items, methods)
    assert [p.code for p in error.value.problems] == ["B019"]
    b = accord.balance(*one_scale(measured_in_period=[float("nan"), 1, None]))
    assert b.covariance[0, 0] == pytest.approx(0.03)


@pytest.mark.parametrize("words", [["no", "no", "no"], [False] * 3, [None, float("nan"), ""], [0, 0, 0]])
def test_a_negative_mass_needs_a_yes(words):
    with pytest.raises(accord.AccordError) as error:
        accord.balance(*one_scale(correction=words, declared_kg=[10.0, -5.0, 5.0]))
    assert "B007" in {p.code for p in error.value.problems}
    b = accord.balance(*one_scale(correction=["no", "yes", None], declared_kg=[10.0, -5.0, 5.0]))
    assert b.muf.tolist() == [0]
    with pytest.raises(ValueError, match=r"^correction\[2\] is 'perhaps'"):
        accord.balance(*one_scale(correction=["no", "yes", "perhaps"]))


@pytest.mark.parametrize("mass", [1e155, 1e308, -1e16])
def test_a_mass_beyond_all_masses_is_refused(mass):
    with pytest.raises(accord.AccordError) as error:
        accord.balance(*one_scale(declared_kg=[10.0, mass, 15.0], correction=[True] * 3))
    assert [(p.code, p.file) for p in error.value.problems] == [("B013", "items[1].declared_kg")]


def test_an_error_beside_none_is_not_lost():
    items, methods = one_scale()
    with pytest.raises(ValueError, match=r"^methods\[0\] has an error beside 'none'"):
        accord.balance(items, [dict(methods[0], component="none")])


def test_net_masses_are_those_of_the_command_line(tmp_path):
    rows = [
        f"1,{role},s,{role}{i},20,count,8,nominal"
        for role, n in (("X", 10), ("Y", 7))
        for i in range(n)
    ]
    lines = [
        "period,role,stratum,item,gross_kg,gross_method,tare_kg,tare_method",
        *rows,
        "0,PE,s,none,1,count,,",
        "1,PE,s,rest,37,count,,",
    ]
    (tmp_path / "items.csv").write_text("\n".join(lines) + "\n")
    (tmp_path / "methods.csv").write_text(
        "method,component,kind,standard_deviation,source_key\ncount,none,,,\n"
        "nominal,systematic,absolute,0.2,tare\n"
    )
    from_files = accord.balance(tmp_path / "items.csv", tmp_path / "methods.csv", mass="net")
    with open(tmp_path / "items.csv", encoding="utf-8") as file:
        table = list(csv.DictReader(file))
    columns = {name: [row[name] for row in table] for name in table[0]}
    methods = [
        {"method": "count", "component": "none"},
        {
            "method": "nominal",
            "component": "systematic",
            "kind": "absolute",
            "standard_deviation": 0.2,
            "source_key": "tare",
        },
    ]
    from_arrays = accord.balance(columns, methods, mass="net")
    for b in (from_files, from_arrays):
        assert b.muf.tolist() == [0]
        assert b.sigma_muf == pytest.approx([0.6])  # (10 − 7)·0.2
        assert b.periods()[0]["active_kg"] == 242
    assert accord.balance(columns, methods, mass="gross").muf.tolist() == [24]


def test_tests_say_what_the_command_says():
    b = accord.balance(STATE / "items_honest/items.csv", STATE / "items_honest/methods.csv")
    tests = b.tests(goal_kg=8, criteria="iaea-usual")
    assert len(tests.criteria) == 24 and all(c.confirmed for c in tests.criteria)
    summed = [c for c in tests.criteria if c.statistic == "|CUMUF|"]
    assert [c.value_kg for c in summed] == pytest.approx(abs(b.muf.cumsum()))
    assert [c.exceeded for c in summed] == list(abs(b.muf.cumsum()) > 8)
    assert (
        not any(c.exceeded for c in tests.criteria if c.statistic == "|MUF|")
        and not tests.definitions
    )
    # z(0.95) and 2·z(0.95) standard errors.
    assert tests.decisions[0].limit_kg == pytest.approx(1.6448536270 * b.sigma_muf[0], rel=1e-9)
    assert tests.decisions[0].found_kg == pytest.approx(3.28970725 * b.sigma_muf[0], rel=1e-8)
    assert "<svg" in tests.html()
    with pytest.raises(accord.AccordError) as error:
        b.tests(criteria="iaea-usual")
    assert error.value.code == "B013"
    assert not b.muf.flags.writeable and not b.covariance.flags.writeable


def test_the_validity_of_example_2_1():
    def rows(count, period, role, name, method, kg):
        return [(period, role, role.lower(), f"{name}{i}", method, kg) for i in range(count)]

    table = (
        rows(10, 0, "PE", "b", "nda", 10.0)
        + rows(20, 1, "X", "x", "vol", 50)
        + rows(49, 1, "Y", "y", "scale", 20)
        + rows(10, 1, "PE", "e", "nda", 11.8)
    )
    items = dict(zip(("period", "role", "stratum", "item", "method", "declared_kg"), zip(*table)))
    methods = [
        {
            "method": m,
            "component": c,
            "kind": "relative",
            "standard_deviation": s,
            "source_key": m if c == "systematic" else "",
        }
        for m, r, y in (("vol", 0.004, 0.002), ("scale", 0.002, 0.0015), ("nda", 0.005, 0.003))
        for c, s in (("random", r), ("systematic", y))
    ]
    b = accord.balance(items, methods)
    assert b.sigma_muf[0] == pytest.approx(7.102026 ** 0.5)
    period, = b.validity().periods
    assert (period.largest, period.largest_share) == ("vol", pytest.approx(4 / 7.102026))
    assert b.tests().decisions[0].limit_kg == pytest.approx(4.3834735, abs=5e-8)
