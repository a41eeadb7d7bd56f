"""The reference model of talks gives the numbers of the worked examples of the chapter."""

import pathlib
from fractions import Fraction as F

from reference import talks

CASES = pathlib.Path(__file__).resolve().parents[2] / "vectors" / "talks"


def load(name, *parties):
    folder = CASES / name
    domain = talks.load_domain((folder / "domain.json").read_text())
    return domain, [
        talks.load_position((folder / f"{party}.json").read_text(), domain) for party in parties]


def words(outcome):
    return " ".join(outcome.values())


def test_toy_zone():
    zone = talks.zone(*load("toy", "A", "B"))
    assert zone["answer"] == "sure"
    assert zone["sure_outcomes"] == zone["possible_outcomes"] == 4


def test_toy_frontier():
    points = talks.frontier(*load("toy", "A", "B"))
    assert [(words(p["outcome"]), *p["utilities"]) for p in points] == [
        ("b p", F("0.7"), F("0.42")), ("c p", F("0.4"), F("0.7")), ("b q", F("0.3"), F("0.72"))]


def test_toy_solutions():
    found = talks.solutions(*load("toy", "A", "B"))
    assert found["ideal"] == [F("0.7"), F("0.72")]
    assert found["nash"]["sets"][0]["product"] == F("0.06")
    assert {rule: words(found[rule]["chosen"]["outcome"]) for rule in talks.RULES} == {
        "nash": "c p", "ks": "c p", "egal": "c p", "welfare": "b p"}
    assert found["welfare"]["value"] == F("1.12")


def test_decimal_fractions_are_exact():
    domain, positions = load("exact", "A", "B")
    assert talks.zone(domain, positions)["possible_outcomes"] == 13
    assert len(talks.frontier(domain, positions)) == 7


def test_triangle_conflict():
    found = talks.conflicts(*load("triangle", "A", "B", "C"))
    assert found["excluded"]
    assert found["conflicts"] == [["A.R1", "B.R1", "C.R1"]]
    assert found["relaxations"] == [["A.R1"], ["B.R1"], ["C.R1"]]


def test_triangle_every_two_agree():
    domain, positions = load("triangle", "A", "B", "C")
    for left in positions:
        assert not talks.conflicts(domain, [p for p in positions if p != left])["excluded"]


def test_triangle_blocked_by_one_alone():
    # x >= 5 and y >= 4 leave 5 x 6 outcomes to A; the chapter prints 24, 15 and 8.
    found = talks.conflicts(*load("triangle", "A", "B", "C"))
    assert found["alone"] == {"A.R1": 30, "B.R1": 15, "C.R1": 10}


def test_marks_need_the_sentence_that_joins_them():
    def sure(name):
        zone = talks.zone(*load("marks", name, "B"))
        assert zone["possible_outcomes"] == 22
        return zone["answer"], zone["sure_outcomes"]

    assert sure("A") == ("possible", 0)
    assert sure("A-together") == ("sure", 4)
    assert sure("A-live-1") == ("sure", 10)
    assert sure("A-live-2") == ("sure", 12)


def test_ranges():
    zone = talks.zone(*load("ranges", "A", "B"))
    assert (zone["answer"], zone["sure_outcomes"], zone["possible_outcomes"]) == ("sure", 5, 14)
    zone = talks.zone(*load("ranges", "A-free", "B"))
    assert (zone["answer"], zone["sure_outcomes"], zone["possible_outcomes"]) == ("possible", 0, 15)
