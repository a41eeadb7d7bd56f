"""Facts of the public record, taken from the tables, seen from Python."""

import datetime
import pathlib
from decimal import Decimal

import pytest

import accord

FEBRUARY_2025 = "2025-02-26"


def test_the_first_measured_excess(workspace):
    finding = workspace.assess(on="2019-07-01", known="2019-07-08").find("T-STOCK")
    assert (finding.state, finding.outcome, finding.grade) == ("exceeded", "not met", "verified")
    comparison = finding.rules[finding.deciding_rule].comparison
    assert finding.value == comparison.value == Decimal("205.0")
    assert finding.limit == comparison.limit == Decimal("202.8")
    assert comparison.margin == Decimal("-2.2")
    assert finding.since == datetime.date(2019, 7, 1)


def test_the_other_side_had_left_in_2018(workspace):
    finding = workspace.assess(on="2018-05-08").find("O-US-MAINTAIN")
    assert finding.state == "not_performed"
    assert [(d.kind, d.day) for d in finding.declarations] == [
        ("ceases", datetime.date(2018, 5, 8))
    ]


def test_no_access_is_not_shown_and_has_no_ratio(workspace):
    finding = workspace.assess(on="2026-06-04").find("T-STOCK")
    assert (finding.state, finding.outcome) == ("not_verifiable_no_access", "not shown")
    assert finding.value is None and finding.ratio is None
    assert finding.last_known.comparison.value == Decimal("9874.9")
    assert (
        finding.last_known.age_days == (datetime.date(2026, 6, 4) - datetime.date(2025, 6, 13)).days
    )


def test_evidence_leads_to_a_row_with_its_hash(workspace):
    origin = workspace.assess(on=FEBRUARY_2025).find("T-STOCK").rules[0].evidence[0].record
    assert (origin.id, origin.file) == ("GOV/2025/8", "data/quarterly.csv")
    with open(f"{workspace.root}/{origin.file}", encoding="utf-8", newline="") as lines:
        row = lines.read().split("\n")[origin.line - 1].rstrip("\r")
    import hashlib

    assert hashlib.sha256(row.encode()).hexdigest() == origin.sha256


def test_a_supposed_fact_is_marked_and_changes_nothing_on_record(workspace):
    before = workspace.assess(on="2018-05-07")
    supposed = workspace.assess(on="2018-05-07", suppose=["us_relief no on 2018-05-07"])
    assert before.find("O-US-MAINTAIN").state == "met"
    assert supposed.find("O-US-MAINTAIN").state == "not_performed"
    assert supposed.find("O-US-MAINTAIN").supposed
    assert workspace.assess(on="2018-05-07").find("O-US-MAINTAIN").state == "met"


def test_a_contested_question_needs_an_assumption(workspace):
    day = "2025-10-18"
    assert workspace.assess(on=day).find("O-UN-TERM").state == "undetermined"
    under = {a: workspace.assess(on=day, assume={"Q-SNAPBACK": a}).find("O-UN-TERM").state
             for a in ("reinstated", "not_reinstated")}
    assert under == {"reinstated": "not_in_force", "not_reinstated": "performed"}


def test_tables_have_one_row_a_finding(workspace):
    pytest.importorskip("pandas")
    assessment = workspace.assess(on=FEBRUARY_2025)
    table = workspace.status(on=FEBRUARY_2025)
    assert len(table) == len(assessment.findings) == sum(assessment.status().outcomes)
    assert table.loc["F-T-STOCK", "ratio"] == pytest.approx(8294.4 / 202.8)


def test_notebooks_get_escaped_html(workspace):
    assessment = workspace.assess(on=FEBRUARY_2025)
    assert "F-T-STOCK" in assessment._repr_html_()
    assert "&lt;=" in assessment.find("T-STOCK")._repr_html_()


def test_errors_carry_code_and_remedy(tmp_path):
    with pytest.raises(accord.AccordError) as raised:
        accord.open(tmp_path / "nowhere")
    assert raised.value.code == "W001"
    with pytest.raises(accord.AccordError) as raised:
        accord.open(tmp_path)
    assert raised.value.code == "W002"
    assert raised.value.remedy


def test_a_text_with_errors_carries_them_all():
    with pytest.raises(accord.AccordError) as raised:
        accord.Terms('accord 1 agreement a "A" { day d = 2016-02-30 day e = 2017-02-29 }').format()
    assert raised.value.code == "A000"
    assert [p.code for p in raised.value.problems if p.severity == "error"] == ["A004", "A004"]


def test_an_unknown_finding_is_named(workspace):
    with pytest.raises(accord.AccordError, match="T-NOWHERE") as raised:
        workspace.assess().find("T-NOWHERE")
    assert raised.value.code == "C001"


def test_findings_cannot_be_changed(workspace):
    with pytest.raises(AttributeError):
        workspace.assess().findings[0].state = "met"


CASE_15 = pathlib.Path(__file__).resolve().parents[2] / "vectors/cases/15-rows-that-feed-nothing"


def test_rows_that_feed_nothing_are_named_as_on_the_command_line():
    status = accord.open(CASE_15 / "ceasefire").assess(on="2025-04-20").status()
    rows = status.unfed_rows
    assert [(row.word, row.did_you_mean, row.only_a_figure) for row in rows] == [
        ("request", "request", False), ("convoy", "convoy", False), ("release", "prisoners", False)]
    assert rows[2].record.id == "I-5"
    assert status.notes[0].startswith("3 rows feed no event or measure: I-3 (request: ")
    assert status.background_rows == 0


def test_what_a_row_may_mean_is_not_judged_on_the_rest():
    supply = accord.open(CASE_15 / "supply").assess(on="2025-02-15").find("SUPPLY")
    assert (supply.outcome, supply.state) == ("not shown", "no_value")
    comparison = supply.rules[0].comparison
    assert comparison.value_shown == "at least 45 t"


def test_a_timeline_that_ends_before_it_begins_is_refused():
    workspace = accord.open("examples/jcpoa")
    for asked in (
        lambda: workspace.timeline("2019-07-08", "2019-07-01"),
        lambda: workspace.assess(on="2019-07-01").timeline("2019-07-08"),
    ):
        with pytest.raises(accord.AccordError) as refused:
            asked()
        assert refused.value.code == "U006"
        assert "2019-07-01" in str(refused.value)
    assert not workspace.timeline("2019-07-01", "2019-07-01").empty
