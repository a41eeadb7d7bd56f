"""Properties of chapter 14 on the public record, through files: rows moved, rows taken out."""

import csv
import io
import json
import random
import shutil

import pytest

import accord

DAYS = ["2016-03-01", "2018-05-08", "2019-07-08", "2021-02-23", "2025-10-18", "2026-06-04"]


@pytest.fixture
def copy(tmp_path):
    shutil.copytree("examples/jcpoa", tmp_path / "jcpoa")
    return tmp_path / "jcpoa"


def rewrite(file, change):
    """Changes the lines after the header; no row of these tables has more than one line."""
    head, *rows = file.read_text(encoding="utf-8").splitlines(keepends=True)
    assert len(list(csv.reader(rows))) == len(rows)
    file.write_text("".join([head, *change(head, rows)]), encoding="utf-8")


def all_of(value):
    """Everything a finding says, except for the number of a row in its file."""
    if isinstance(value, dict):
        return {name: all_of(of) for name, of in value.items() if name != "line"}
    return [all_of(v) for v in value] if isinstance(value, list) else value


def findings(folder, **query):
    assessment = accord.open(folder).assess(**query)
    return {f.id: all_of(f.to_dict()) for f in assessment.findings}


# Property 6.
@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_rows_changes_nothing(copy, seed):
    def shuffled(_, rows):
        return random.Random(seed).sample(rows, len(rows))

    before = {day: findings(copy, on=day) for day in DAYS}
    for file in sorted((copy / "data").glob("*.csv")):
        rewrite(file, shuffled)
    for day in DAYS:
        assert json.dumps(findings(copy, on=day)) == json.dumps(before[day]), day


# Property 1. Rows stay, since other files name them; what they say is gone.
@pytest.mark.parametrize("day", DAYS[:-2])
def test_figures_known_later_do_not_change_an_earlier_answer(copy, day):
    def without_later_figures(head, rows):
        names = next(csv.reader([head]))
        first, last = names.index("total_enriched_u_kg"), names.index("heavy_water_t")
        for row in rows:
            cut = next(csv.reader([row]))
            if cut[names.index("report_date")] > day:
                cut[first:last + 1] = [""] * (last + 1 - first)
                lines = io.StringIO()
                csv.writer(lines, lineterminator="\n").writerow(cut)
                row = lines.getvalue()
            yield row

    before = findings(copy, on=day, known=day)
    later = findings(copy, on=DAYS[-1])
    rewrite(copy / "data" / "quarterly.csv", without_later_figures)
    assert findings(copy, on=day, known=day) == before
    assert findings(copy, on=DAYS[-1]) != later


# Property 2 of the chapter, on a limit of the record: a greater figure never leads towards met.
def test_a_greater_figure_never_leads_towards_met(workspace):
    order = ["met", "met_within_uncertainty", "exceeded_within_uncertainty", "exceeded"]
    places = []
    for value in ["0", "202.7", "202.8", "202.9", "203.8", "204", "9000"]:
        fact = f"eu_total = {value} kg_u +/- 1.0 on 2017-01-01"
        found = workspace.assess(on="2017-01-01", suppose=[fact]).find("T-STOCK")
        places.append(order.index(found.state))
    assert places == sorted(places)
    assert set(places) == set(range(4))


# What is left out by its grade is not shown as evidence either (property 7 is tried on random
# records in C++).
def test_no_evidence_is_weaker_than_asked_for(workspace):
    for day in DAYS:
        for finding in workspace.assess(on=day, min_grade="declared").findings:
            evidence = [e for rule in finding.rules for e in rule.evidence + rule.other_figures]
            assert not {"reported", "unverified"} & {e.grade for e in evidence}, finding.id


# Property 5.
def test_the_first_day_observed_lies_where_the_limit_was_crossed(workspace):
    assessment = workspace.assess(on=DAYS[-1])
    episodes = [e for f in assessment.findings for e in assessment.explain(f.id).episodes]
    assert episodes
    for e in episodes:
        assert e.last_satisfied is None or e.last_satisfied < e.first_observed
        assert e.first_known >= e.first_observed
        assert e.first_within is None or e.first_within > e.first_observed
