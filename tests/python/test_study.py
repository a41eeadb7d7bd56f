"""accord.balance of a study: files, and arrays in their place; worked out by hand."""

import csv
import pathlib
import tomllib

import numpy
import pytest

import accord

STUDY = pathlib.Path("examples/study/study.toml")


def by_hand(**changes):
    """A rate of 2, 3, 1 from hours 0, 4, 12 on, and a tank; as tests/assessment/study_test.cpp
    works it out."""
    feed = {
        "name": "feed",
        "role": "input",
        "kind": "continuous",
        "time": [0, 4, 12],
        "value": [2, 3, 1],
        "until": 20,
        "random": 0.01,
        "systematic": 0.02,
    }
    tank = {
        "name": "tank",
        "role": "inventory",
        "time": numpy.array([0.0, 10, 20]),
        "unit": "g",
        "value": numpy.array([5000, 18000, 19500]),
        "random": 0,
        "systematic": 0,
        "random_absolute": 20,
    }
    return {"periods": {"ends": numpy.array([10, 20])}, "location": [{**feed, **changes}, tank]}


def test_arrays_worked_out_by_hand():
    b = accord.balance(study=by_hand())
    # Period 1: 2·4 + 3·6 = 26 kg in; period 2: 3·2 + 1·8 = 14.
    assert b.muf == pytest.approx([26 + 5 - 18, 14 + 18 - 19.5], abs=1e-12)
    random = 0.01**2 * ((2 * 4) ** 2 + (3 * 6) ** 2)
    systematic = 0.02**2 * 26**2
    assert b.covariance[0, 0] == pytest.approx(random + systematic + 2 * 0.02**2, rel=1e-12)
    # In common: the sample of hour 4, the systematic error, and the tank at hour 10.
    shared = 0.01**2 * 18 * 6 + 0.02**2 * 26 * 14 - 0.02**2
    assert b.covariance[0, 1] == pytest.approx(shared, rel=1e-12)


def test_a_file_its_text_and_its_arrays_are_the_same():
    from_file = accord.balance(study=STUDY)
    read = tomllib.loads(STUDY.read_text())
    for location in read["location"]:
        with open(STUDY.parent / location.pop("file"), encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        for name in ("time", "value"):
            location[name] = numpy.array([row[name] for row in rows], dtype=float)
    from_arrays = accord.balance(study=read)
    text = STUDY.read_text().replace('file = "', 'file = "examples/study/')
    from_text = accord.balance(study=text)
    for other in (from_arrays, from_text, accord.balance(study=str(STUDY))):
        assert other.muf.tolist() == from_file.muf.tolist()
        assert other.covariance.tolist() == from_file.covariance.tolist()
    assert (
        from_file.tests().sequence.sitmuf.shape == (4,) and "study.toml" in from_file.tests().html()
    )


def test_a_series_of_pandas_and_a_limit_factor():
    pandas = pytest.importorskip("pandas")
    b = accord.balance(
        study=by_hand(time=pandas.Series([0, 4, 12]), value=pandas.Series([2.0, 3, 1])),
        limit_factor=1.96,
    )
    assert b.muf[0] == pytest.approx(13)
    assert (
        b.periods()[0]["leid_kg"] == pytest.approx(1.96 * b.sigma_muf[0]) and b.limit_factor == 1.96
    )


@pytest.mark.parametrize(
    "changes, message",
    [
        ({"time": [0, 4]}, r"location\[0\]\.value has shape \(3,\); expected finite numbers of shape \(2,\)"),
        ({"value": [2, float("nan"), 1]}, r"location\[0\]\.value\[1\] is nan"),
        ({"time": [[0, 4, 12]]}, r"location\[0\]\.time has shape \(1, 3\)"),
        ({"time": "hours"}, r"location\[0\] has value; expected time and value, or a file"),
        ({"file": "feed.csv"}, r"location\[0\] has time and value and file"),
    ],
)
def test_arrays_that_are_none(changes, message):
    with pytest.raises(ValueError, match=message):
        accord.balance(study=by_hand(**changes))


def test_a_sample_that_is_wrong_is_named():
    with pytest.raises(accord.AccordError) as error:
        accord.balance(study=by_hand(time=[0, 4, 3], value=[2, -3, 1]))
    assert {(p.code, p.file) for p in error.value.problems} == {("B021", "location[0].time[2]"),
                                                               ("B007", "location[0].value[1]")}


def test_a_key_that_is_wrong_is_named_with_its_line():
    with pytest.raises(accord.AccordError) as error:
        accord.balance(study=by_hand(role="inptu"))
    assert (
        "inptu" in str(error.value)
        and error.value.problems[0].file == "study"
        and error.value.problems[0].line > 1
    )


def test_a_file_that_is_not_there():
    study = by_hand()
    study["location"][1] = {
        k: v for k, v in study["location"][1].items() if k not in ("time", "value")
    }
    study["location"][1]["file"] = "nowhere.csv"
    with pytest.raises(accord.AccordError) as error:
        accord.balance(study=study)
    assert error.value.code == "W004"


@pytest.mark.parametrize(
    "arguments", [{}, {"items": {}, "study": STUDY}, {"items": {}}, {"study": STUDY, "mass": "net"}]
)
def test_a_balance_is_of_one_of_both(arguments):
    with pytest.raises(TypeError, match="a balance takes"):
        accord.balance(**arguments)
    with pytest.raises(ValueError, match="location of the study is not a list of dicts"):
        accord.balance(study={"location": {"name": "a"}})
