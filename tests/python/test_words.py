"""What is said about the public record: titles, one and many, points of percentage; and sentences
to quote."""

import re

import pytest

import accord

DAYS = ("2016-01-20", "2017-11-20", "2019-07-08", "2023-01-01", "2025-10-18", "2026-06-04")
#: Lines that quote: a clause of the text, a row of a table.
QUOTED = re.compile(
    r"^\s*(- |in the record:|note:|source:|text:|sha256|data/|accounts/|supposed, )"
)


def names_of(workspace):
    """Names of measures, events and sites that are made of several words: no English."""
    return set(
        re.findall(r"^\s*(?:measure|event|site) (\w*_\w*)", workspace.terms_text, re.MULTILINE)
    )


def faults(text, names):
    """What a reader would stumble over."""
    for line in text.splitlines():
        if QUOTED.match(line):
            continue
        for name in names:
            if re.search(rf"(?<![\w/]){name}(?!\w)", line):
                yield name, line
        if re.search(
            r"(?<![\d.,])1 (findings|are|days|times|items|records|reports|rows|commitments|terms)\b",
            line,
        ):
            yield "1 is not many", line
        if re.search(r"[\d.]+ % (beyond|within)", line):
            yield "per cent for points", line


@pytest.mark.parametrize("day", DAYS)
def test_every_explanation_reads_well(workspace, day):
    names = names_of(workspace)
    assert names
    assessment = workspace.assess(on=day)
    wrong = [
        f for finding in assessment.findings
        for f in faults("".join(assessment.explain(finding.id).in_words), names)
    ]
    assert wrong == []


@pytest.mark.parametrize("path", ["examples/jcpoa", "examples/items", "examples/books"])
def test_the_sentences_of_the_summary_are_complete_alone(path):
    workspace = accord.open(path)
    summary = workspace.assess().summary()
    names = names_of(workspace)
    assert list(faults("\n".join(summary.sentences), names)) == []
    for sentence in summary.sentences:
        assert sentence.endswith(".") and (sentence[0].isupper() or sentence[0].isdigit())
        assert sentence.startswith(("On ", "The ", "Nothing ")) or " declared on " in sentence


def test_the_counts_of_the_summary_are_those_of_the_assessment(workspace):
    assessment = workspace.assess(on="2019-07-08")
    summary = assessment.summary()
    held = [one.outcome for side in summary.sides for one in side.held]
    counts = summary.outcomes
    assert sum(side.outcomes.met for side in summary.sides) == counts.met == held.count("met")
    assert held.count("not met") == counts.not_met
    assert held.count("not shown") == counts.not_shown
    held = [one for side in summary.sides for one in side.held]
    assert all((one.cause is None) == (one.outcome != "not shown") for one in held)


def test_the_end_of_the_record_is_said(workspace):
    last = workspace.assess().status()
    assert (last.record_end, last.nothing_later) == (last.known, True)
    earlier = workspace.assess(on="2019-07-08").status()
    assert earlier.record_end <= earlier.known and not earlier.nothing_later


def test_an_excess_over_a_limit_in_percent_is_in_points(workspace):
    finding = workspace.assess(on="2025-02-26").find("T-LEVEL")
    comparison = finding.rules[finding.deciding_rule].comparison
    assert (str(finding.excess), comparison.difference_unit) == ("56.33", "percentage points")
    assert workspace.assess(on="2019-06-30").find("T-STOCK").excess is None


def test_the_first_declaration_stands_beside_the_latest(workspace):
    declaration = workspace.assess(on="2025-02-26").find("T-STOCK").declarations[0]
    assert (str(declaration.first_day), str(declaration.day)) == ("2019-05-08", "2020-01-05")
