"""What was said in public (chapter, 2.2): one mark for each party and option on a day."""

import csv
import io
import math

NAMING = ("demands", "offers", "accepts")


def read_table(text):
    return list(csv.DictReader(io.StringIO(text)))


def read_issues(text):
    """{issue: [options in order]}."""
    issues = {}
    for row in read_table(text):
        issues.setdefault(row["issue_id"], []).append((int(row["option_order"]), row["option_id"]))
    return {issue: [option for _, option in sorted(rows)] for issue, rows in issues.items()}


def read_statements(text):
    statements = read_table(text)
    for row in statements:
        row["options"] = row["acceptable_options"].split("|")
        row["red"] = row["red_line"] == "yes"
    return statements


def in_force(statements, day, public_only):
    return [s for s in statements
            if s["date"] <= day
            and not (s["superseded_date"] and s["superseded_date"] <= day)
            and not (public_only and s["statement_type"].startswith("press report"))]


def names(statement, option):
    """Whether a statement lifts a red line from an option."""
    return option in statement["options"] and (
        statement["relation"] in NAMING or statement["red"])


def is_out(said, option):
    """Put out by a red line, and not named on a later day. On one day lifting comes first: what a
    red line of the same day puts out stays out."""
    return any(
        red["red"] and option not in red["options"]
        and not any(names(later, option) and later["date"] > red["date"] for later in said)
        for red in said)


def mark(said, option):
    """out, against, named or open; and whether the statements of the latest day exclude each
    other."""
    if is_out(said, option):
        return "out"
    latest = latest_day(said)
    common = inside(latest)
    if not latest or not common:
        return "open"
    if option not in common:
        return "against"
    return "named" if any(s["relation"] in NAMING for s in latest) else "open"


def latest_day(said):
    """The statements of the latest day that say more than that something is discussed."""
    said = [s for s in said if s["relation"] != "discusses"]
    return [s for s in said if s["date"] == max(one["date"] for one in said)]


def inside(latest):
    return set.intersection(*(set(s["options"]) for s in latest)) if latest else set()


def public_words(positions_text, issues_text, day, public_only=False):
    """{"marks": {issue: {option: {party: mark}}}, the three columns {issue: [options]}, the number
    of packages in each, "silent": {issue: [parties]}, "contradictions": [(party, issue)],
    "answer": possible or excluded}."""
    issues, statements = read_issues(issues_text), read_statements(positions_text)
    parties = sorted({s["party"] for s in statements})
    current = in_force(statements, day, public_only)
    marks, quiet, contradictions = {}, {}, []
    for issue, options in issues.items():
        said = {party: [s for s in current if (s["party"], s["issue_id"]) == (party, issue)]
                for party in parties}
        marks[issue] = {option: {party: mark(said[party], option) for party in parties}
                        for option in options}
        quiet[issue] = [party for party in parties if not said[party]]
        contradictions += [(party, issue) for party in parties
                           if latest_day(said[party]) and not inside(latest_day(said[party]))]
    columns = {
        "not_excluded": column(marks, lambda words: "out" not in words),
        "not_opposed": column(marks, lambda words: not {"out", "against"} & words),
        "named_by_all": column(marks, lambda words: words == {"named"}),
    }
    counts = {name: math.prod(len(options) for options in rows.values())
              for name, rows in columns.items()}
    return {"marks": marks, **columns, "packages": counts, "silent": quiet,
            "contradictions": contradictions,
            "answer": "possible" if counts["not_excluded"] else "excluded"}


def column(marks, test):
    return {issue: [option for option, said in rows.items() if test(set(said.values()))]
            for issue, rows in marks.items()}
