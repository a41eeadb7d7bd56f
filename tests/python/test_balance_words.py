"""Columns of words of a table of items: every form in which Python holds them gives the same
balance."""

import numpy
import pytest

import accord

WORDS = ("role", "stratum", "item", "method", "analysis")


def items():
    return {
        "period": [0, 1, 1, 1, 2, 2, 2],
        "role": ["PE", "X", "Y", "PE", "X", "Y", "PE"],
        "stratum": ["Lager", "Zugang", "Abgang", "Lager", "Zugang", "Abgang", "Lager"],
        "item": ["I0", "X0", "Behälter 1", "I1", "X1", "箱 2", "I2"],
        "method": ["Waage", "tank é", "tank é", "Waage", "tank é", "tank é", "Waage"],
        "analysis": ["a1", "a2", "a2", "a1", "a3", "a3", "a1"],
        "declared_kg": [40, 300, 288, 50, 280, 286.5, 45],
    }


def methods():
    return [
        {"method": "Waage", "component": "random", "kind": "relative", "standard_deviation": 0.01},
        {
            "method": "tank é",
            "component": "systematic",
            "kind": "relative",
            "standard_deviation": 0.003,
            "source_key": "T {analysis}",
        },
    ]


def objects(words):
    return numpy.array(words, dtype=object)


def twice_as_wide(words):
    """Every other element of an array: not contiguous."""
    return numpy.array([word for one in words for word in (one, "?")], dtype=object)[::2]


def series(kind):
    def made(words):
        return pytest.importorskip("pandas").Series(words, dtype=kind)

    return made


@pytest.mark.parametrize(
    "form", [list, tuple, objects, numpy.array, twice_as_wide, lambda words: numpy.array(words).astype(">U12"),
             series("object"), series("string"), series("category")],
)
def test_every_form_of_words_is_the_same(form):
    expected = accord.balance(items(), methods())
    columns = items()
    columns.update({name: form(columns[name]) for name in WORDS})
    found = accord.balance(columns, methods())
    assert found.shares() == expected.shares()
    # By hand: the analyses are common to X and Y of a period, 0.003²·(300 − 288)² and 0.003²·(280 −
    # 286.5)².
    shares = {
        row["name"]: row["variance_kg2"] for row in found.shares() if row["name"].startswith("T ")
    }
    assert shares == pytest.approx({"T a2": 0.003**2 * 12**2, "T a3": 0.003**2 * 6.5**2}, rel=1e-12)


def test_numbers_are_words_as_they_are_shown():
    columns = items()
    columns["analysis"] = numpy.array([1, 2, 2, 1, 3, 3, 1])
    names = {row["name"] for row in accord.balance(columns, methods()).shares()}
    assert {"T 2", "T 3"} <= names


@pytest.mark.parametrize("nothing", [None, float("nan"), numpy.nan, ""])
def test_nothing_is_no_shared_source(nothing):
    columns = items()
    columns["analysis"][4] = columns["analysis"][5] = nothing
    with pytest.raises(accord.AccordError) as error:
        accord.balance(columns, methods())
    assert [(p.code, p.file) for p in error.value.problems] == [
        ("B019", f"items[{row}].analysis") for row in (4, 5)
    ]


@pytest.mark.parametrize("kind", ["string", "category", "datetime64[ns]"])
def test_nothing_in_a_series(kind):
    pandas = pytest.importorskip("pandas")
    columns = items()
    words = ["2026-01-01"] * 7 if kind.startswith("date") else columns["analysis"]
    words[4] = None
    columns["analysis"] = pandas.Series(words, dtype=kind)
    if kind.startswith("date"):
        columns["analysis"] = columns["analysis"].astype(object)
    with pytest.raises(accord.AccordError) as error:
        accord.balance(columns, methods())
    assert [(p.code, p.file) for p in error.value.problems] == [("B019", "items[4].analysis")]


def test_a_word_that_is_no_role_is_named_by_its_row():
    columns = items()
    columns["role"][5] = "out"
    with pytest.raises(ValueError, match=r"role\[5\] is 'out', expected PB, X, Y or PE"):
        accord.balance(columns, methods())


@pytest.mark.parametrize("form, shown", [(list, "None"), (objects, "None"), (series("category"), "missing")])
def test_a_word_that_is_needed_is_named_by_its_row(form, shown):
    columns = items()
    columns["method"][3] = None
    columns["method"] = form(columns["method"])
    with pytest.raises(ValueError, match=rf"^method\[3\] is {shown}, expected a word"):
        accord.balance(columns, methods())


def test_problems_of_tares_name_the_row_of_their_container():
    columns = items()
    columns["gross_kg"] = columns.pop("declared_kg")
    columns["gross_method"] = columns.pop("method")
    columns["tare_kg"] = [None, 20, "", 1, float("nan"), -2, 0.5]
    columns["tare_method"] = ["", "Waage", None, "wage", "", "Waage", "Waage"]
    with pytest.raises(accord.AccordError) as error:
        accord.balance(columns, methods(), mass="net")
    found = {(p.code, p.file) for p in error.value.problems}
    assert {("B007", "items[5].tare_kg"), ("B004", "items[3].method")} <= found
    columns["tare_method"][1] = None
    with pytest.raises(ValueError, match=r"tare_method\[1\] is missing"):
        accord.balance(columns, methods(), mass="net")


def test_masked_numbers_are_none():
    columns = items()
    columns["declared_kg"] = numpy.ma.array(columns["declared_kg"], mask=[0, 0, 1, 0, 0, 0, 0])
    with pytest.raises(accord.AccordError) as error:
        accord.balance(columns, methods())
    assert [(p.code, p.file) for p in error.value.problems] == [("B013", "items[2].declared_kg")]


@pytest.mark.parametrize("kind", ["Int64", "float64", "object"])
def test_when_something_was_measured_may_be_missing(kind):
    pandas = pytest.importorskip("pandas")
    columns = items()
    columns["measured_in_period"] = pandas.Series([0, 1, None, 1, 2, 2, 2]).astype(kind)
    assert (
        accord.balance(columns, methods()).muf.tolist()
        == accord.balance(items(), methods()).muf.tolist()
    )
    columns["measured_in_period"] = [0, 1, 1.5, 1, 2, 2, 2]
    with pytest.raises(ValueError, match=r"measured_in_period\[2\] is 1.5"):
        accord.balance(columns, methods())


def test_a_table_is_no_column():
    columns = items()
    columns["item"] = numpy.array([columns["item"]])
    with pytest.raises(ValueError, match=r"item has shape \(1, 7\)"):
        accord.balance(columns, methods())
