"""The reference model of talks: what a party has said, with marks, order, packages, ranges, and in
public."""

import json
import pathlib
from fractions import Fraction as F

import pytest

from reference import talks
from talks_cases import CASES, answers, load, spoken


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


def test_ranges_efficient():
    def counts(name):
        found = talks.efficient(*load("ranges", name, "B"))
        return len(found["sure"]), len(found["possible"])

    assert counts("A") == (2, 10)
    assert counts("A-free") == (2, 11)


def test_a_silent_party_leaves_it_possible():
    text = (CASES / "ranges" / "domain.json").read_text()
    domain = talks.load_domain(text.replace('"name"', '"parties":["A","B","C"],\n"name"'))
    positions = []
    for party in "AB":
        data = json.loads((CASES / "ranges" / f"{party}.json").read_text())
        del data["domain_sha256"]
        positions.append(talks.load_position(json.dumps(data), domain))
    zone = talks.zone(domain, positions)
    assert (zone["answer"], zone["silent_parties"]) == ("possible", ["C"])
    assert zone["nearest"]["ask"] == ["C"]


ORDER = {"visits": [["0"], ["4", "8"], ["12"]]}


def test_packages_reach_as_far_as_the_order():
    yes = [{"is": {"level": ["low"], "visits": [8], "relief": ["step"]}, "answer": "yes"}]
    asked = ("low 8 step", "low 4 step", "low 0 step", "low 12 step", "none 8 step")
    assert answers(spoken(packages=yes), *asked) == "yes open open open open"
    assert answers(spoken(packages=yes, order=ORDER), *asked) == "yes yes yes open open"


def test_a_link_puts_out_what_is_no_better():
    no = [{"is": {"level": ["high"], "visits": [8]}, "answer": "no"}]
    asked = ("high 8 late", "high 4 late", "high 12 early", "high 0 late", "low 8 late")
    assert answers(spoken(packages=no), *asked) == "no open open open open"
    assert answers(spoken(packages=no, order=ORDER), *asked) == "no no no open open"
    found = talks.answer(spoken(packages=no), (2, 2, 0))
    assert found["no"] == ["A.package.1"]


def test_a_package_one_would_sign():
    signed = spoken(order=ORDER, reservation={
        "as_good_as": {"level": "low", "visits": "4", "relief": "step"}})
    asked = ("low 4 step", "low 8 step", "low 0 step", "low 12 step", "low 4 late")
    assert answers(signed, *asked) == "yes yes yes no open"


def test_silence_is_open_and_otherwise_is_yes():
    assert answers(spoken(), "low 4 step") == "open"
    assert answers(spoken(otherwise="acceptable"), "low 4 step") == "yes"
    marked = spoken(otherwise="acceptable", marks={"level": {"no": ["high"]}})
    assert answers(marked, "low 4 step", "high 4 step") == "yes no"


def test_a_party_that_contradicts_itself():
    marks = {"level": {"no": ["low"]}}
    yes = [{"is": {"level": ["low"], "visits": [8], "relief": ["step"]}, "answer": "yes"}]
    assert talks.contradictions(spoken(marks=marks, packages=yes)) == [
        ((1, 2, 1), ["package.1"], ["A.no.level"])]


def test_weights_in_order():
    # Means of the first one, two, three: level, then visits, then relief.
    terms = [{"issue": "level", "table": {"none": 0, "low": "0.6", "high": 1}},
             {"issue": "visits", "table": {"0": 1, "4": "0.5", "8": "0.2", "12": 0}},
             {"issue": "relief", "table": {"late": 0, "step": "0.5", "early": 1}}]
    party = spoken(utility=terms, weight_order=["level", "visits", "relief"], reservation="0.4")
    assert talks.utility_range(party, (1, 2, 2)) == (F("0.4"), F("0.6"))  # 0.6, 0.4, 0.6
    assert talks.utility_range(party, (2, 3, 0)) == (F(1, 3), 1)  # 1, 1/2, 1/3
    assert answers(party, "low 8 early", "high 12 late", "none 12 step") == "yes open no"


@pytest.mark.parametrize("code, members", [
    ("bad_weights", {"weight_order": ["level"], "utility": []}),
    ("incomplete_package", {"packages": [{"is": {"level": ["low"]}, "answer": "yes"}]}),
    ("incomplete_package", {"reservation": {"as_good_as": {"level": "low"}}}),
    ("unknown_value", {"marks": {"level": {"no": ["none at all"]}}}),
    ("unknown_issue", {"order": {"levels": [["low"]]}}),
    ("bad_id", {"red_lines": [{"id": "no", "rule": {"issue": "visits", "max": 4}}]}),
    ("not_numeric", {"red_lines": [{"id": "R1", "rule": {"issue": "level", "max": 4}}]}),
    ("bad_rule", {"red_lines": [{"id": "R1", "rule": {"all": []}}]}),
    ("missing_evaluation", {"utility": [{"issue": "level", "table": {"low": 1}}]}),
    ("points_do_not_cover", {"utility": [{"issue": "visits", "points": [[0, 0], [8, 1]]}]}),
    ("not_a_number", {"reservation": "much"}),
    ("domain_mismatch", {"domain_sha256": "00"}),
])
def test_what_is_refused(code, members):
    with pytest.raises(talks.Bad) as refused:
        spoken(**members)
    assert refused.value.code == code


def public(day, public_only=False):
    folder = pathlib.Path(__file__).resolve().parents[2] / "examples" / "jcpoa" / "data"
    tables = [(folder / f"{name}.csv").read_text() for name in ("positions", "issues")]
    return talks.public_words(*tables, day, public_only)


@pytest.mark.parametrize("day, public_only, packages", [
    ("2025-04-12", True, 839808), ("2025-04-13", True, 209952), ("2025-04-27", True, 209952),
    ("2025-04-28", True, 46656), ("2025-05-17", True, 46656), ("2025-05-18", True, 0),
    ("2025-06-30", True, 0),
    ("2025-04-18", False, 87480), ("2025-04-28", False, 19440), ("2025-05-18", False, 0),
    ("2025-05-31", False, 3888), ("2025-06-01", False, 3888), ("2025-06-02", False, 0),
])
def test_packages_that_nobody_has_put_out(day, public_only, packages):
    found = public(day, public_only)
    assert found["packages"]["not_excluded"] == packages
    assert found["answer"] == ("possible" if packages else "excluded")


def test_red_lines_on_enrichment():
    marks = public("2025-05-18", public_only=True)["marks"]["ENR"]
    assert [o for o, said in marks.items() if said["Iran"] == "out"] == ["ENR-NONE"]
    assert [o for o, said in marks.items() if said["United States"] != "out"] == ["ENR-NONE"]


def test_a_report_names_three_percent():
    found = public("2025-05-31")
    assert found["marks"]["ENR"]["ENR-3"] == {"Iran": "open", "United States": "named"}
    assert found["not_excluded"]["ENR"] == ["ENR-3"]


@pytest.mark.parametrize("public_only", [True, False])
def test_opposed(public_only):
    assert public("2025-04-13", public_only)["packages"]["not_opposed"] > 0
    for day in ("2025-04-14", "2025-05-01", "2025-06-02"):
        found = public(day, public_only)
        assert found["packages"]["not_opposed"] == 0
        assert found["not_opposed"]["MISSILE"] == []


def test_named_by_both():
    def named(day, public_only=False):
        rows = public(day, public_only)["named_by_all"].values()
        return [option for options in rows for option in options]

    assert named("2025-06-30", public_only=True) == []
    assert named("2025-04-13") == []
    assert named("2025-04-14") == named("2025-05-30") == ["VERIF-AP"]
    assert named("2025-05-31") == ["VERIF-AP", "SANCT-STEP"]
