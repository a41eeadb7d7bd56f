"""Material balances from arrays: the worked examples of the statistics chapter, and the made-up State with its key."""

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
    sigmas = [("inventory", 0.01, ""), ("inventory", 0.005, "nda"), ("in", 0.003, ""), ("in", 0.002, "da"),
              ("out", 0.002, ""), ("out", 0.002, "da")]
    methods = [
        {"method": m, "component": "systematic" if key else "random", "kind": "relative", "standard_deviation": s,
         "source_key": key}
        for m, s, key in sigmas
    ]
    return items, methods


def test_two_periods_have_the_covariance_of_the_chapter():
    b = accord.balance(*example_2_2())
    assert b.muf == pytest.approx([2, -1.5], abs=1e-12)
    assert b.covariance[0, 0] == pytest.approx(1.554852, rel=1e-12)
    assert b.covariance[1, 1] == pytest.approx(1.487223, rel=1e-12)
    assert b.covariance[0, 1] == b.covariance[1, 0] == pytest.approx(-0.251562, rel=1e-12)
    assert b.sigma == pytest.approx([1.246937, 1.219518], abs=5e-7)


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
    assert from_files.sigma == pytest.approx(key["sigma_MUF"], rel=1e-9)
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
    assert found == {("B013", "items[2].declared_kg"), ("B007", "items[4].declared_kg"), ("B004", "items[5].method"),
                     ("B008", "items[4].declared_kg")}


def test_methods_are_named_by_their_row_also_beside_another_party():
    items, methods = example_2_2()
    methods.insert(0, {"party": "inspector", "method": "x", "component": "random", "kind": "relative",
                       "standard_deviation": 0.1})
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
