"""Findings as tables and HTML. pandas is imported only when a table is asked for."""

from html import escape

from accord import _accord

FINDING_COLUMNS = (
    "term", "title", "party", "outcome", "state", "since", "value", "at_least", "at_most", "limit", "unit", "ratio", "grade",
    "trace", "age_days", "declared", "if_attributed", "if_not", "together", "supposed",
)
TIMELINE_COLUMNS = (
    "day", "known", "kind", "parties", "term", "before", "state", "value", "value_bound", "limit", "unit", "shown", "grade",
    "title", "source",
)


def counted(number, one, many=None):
    """'1 report', '2 reports'."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _number(exact):
    return None if exact is None else float(exact)


def _is_end(comparison):
    """The value is an end of a figure of which a part is missing or cannot be read."""
    return comparison.at_least is not None or comparison.at_most is not None


def _end(comparison, *bounds):
    """The end of an attestation ("at most 5060 items"), which has no value of its own, or None."""
    if comparison is None or comparison.value is not None:
        return None
    number, bound, _, _ = _accord.compared_in(comparison.value_shown)
    return float(number) if number and bound in bounds else None


def finding_row(finding):
    """One finding as a dict with the keys of FINDING_COLUMNS."""
    comparison = finding.comparison
    return {
        "term": finding.term,
        "title": finding.title,
        "party": ", ".join(finding.party),
        "outcome": finding.outcome,
        "state": finding.state,
        "since": finding.since,
        "value": _number(comparison.value) if comparison and not _is_end(comparison) else None,
        "at_least": _number(comparison.at_least) if comparison and comparison.at_least is not None
        else _end(comparison, "at least", "above"),
        "at_most": _number(comparison.at_most) if comparison and comparison.at_most is not None
        else _end(comparison, "at most", "below"),
        "limit": _number(comparison.limit) if comparison else None,
        "unit": comparison.unit if comparison else "",
        "ratio": _number(comparison.ratio) if comparison else None,
        "grade": finding.grade or "",
        "trace": finding.trace or "",
        "age_days": finding.age_days,
        "declared": "; ".join(f"{d.kind} {d.day}" for d in finding.declarations),
        "if_attributed": finding.if_attributed or "",
        "if_not": finding.if_not or "",
        "together": finding.together.state if finding.together else "",
        "supposed": finding.supposed,
    }


def findings_frame(findings):
    """A DataFrame indexed by finding id."""
    import pandas

    rows = [finding_row(f) for f in findings]
    index = pandas.Index([f.id for f in findings], name="id")
    return pandas.DataFrame(rows, index=index, columns=FINDING_COLUMNS)


def timeline_frame(entries):
    """A DataFrame with one row for each entry."""
    import pandas

    def row(entry):
        number, bound, limit, unit = _accord.compared_in(entry.value, entry.limit)
        figures = {
            "value": float(number) if number else None,
            "value_bound": bound,
            "limit": float(limit) if limit else None,
            "unit": unit,
            "shown": f"{entry.value} against {entry.limit}" if entry.value and entry.limit else entry.value,
        }
        out = {name: figures[name] if name in figures else getattr(entry, name) for name in TIMELINE_COLUMNS}
        out["parties"] = ", ".join(entry.parties)
        out["term"] = entry.term or ", ".join(entry.terms)
        return out

    return pandas.DataFrame([row(e) for e in entries], columns=TIMELINE_COLUMNS)


def rows_frame(rows, columns):
    """A DataFrame of dicts; exact numbers stay Decimal."""
    import pandas

    return pandas.DataFrame(rows, columns=columns)


def rows_html(rows, columns, caption=""):
    """A table of rows of cells in the order of the columns; numbers with six digits, None as nothing."""

    def shown(cell):
        return "" if cell is None else f"{cell:.6g}" if isinstance(cell, float) else str(cell)

    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    lines = "".join(f"<tr>{''.join(f'<td>{escape(shown(cell))}</td>' for cell in row)}</tr>" for row in rows)
    above = f"<caption>{escape(caption)}</caption>" if caption else ""
    return f"<table>{above}<tr>{head}</tr>{lines}</table>"


def finding_html(finding):
    """A small table: the finding and its rules."""
    row = finding_row(finding)
    head = f"<b>{escape(finding.id)}</b> {escape(finding.title)}: <b>{escape(finding.outcome)}</b> ({finding.state})"
    lines = "".join(
        f"<tr><th style='text-align:left'>{escape(name)}</th><td>{escape(str(value))}</td></tr>"
        for name, value in row.items()
        if value not in (None, "", False) and name not in ("term", "title", "outcome", "state")
    )
    rules = "".join(
        f"<tr><th style='text-align:left'>rule</th><td>{escape(r.rule)}: {r.state}"
        f"{': ' + escape('; '.join(e.says for e in r.evidence)) if r.evidence else ''}</td></tr>"
        for r in finding.rules
    )
    return f"<div>{head}<table>{lines}{rules}</table></div>"


def assessment_html(assessment):
    """The summary table of an assessment."""
    rows = []
    for finding in assessment.findings:
        comparison = finding.comparison
        cells = (
            finding.id, finding.title, ", ".join(finding.party), finding.outcome, finding.state,
            "" if finding.since is None else str(finding.since),
            comparison.value_shown if comparison else "", comparison.limit_shown if comparison else "",
            finding.grade or "",
        )
        rows.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>")
    names = ("id", "title", "party", "outcome", "state", "since", "value", "limit", "evidence")
    head = "".join(f"<th>{name}</th>" for name in names)
    caption = f"{assessment.workspace.name}: on {assessment.on}, as known on {assessment.known}"
    caption = "<br>".join(escape(line) for line in (caption, *assessment.remark_sentences))
    return f"<table><caption>{caption}</caption><tr>{head}</tr>{''.join(rows)}</table>"


_accord.Finding._repr_html_ = finding_html
_accord.Finding.to_dict = finding_row
