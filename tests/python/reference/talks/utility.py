"""Terms of a utility: what each says of an outcome (chapter, 2).

A term gives an outcome an *entry*: a name, a least and a greatest value. Two outcomes with the same
name have the same (perhaps unknown) value.
"""

from dataclasses import dataclass
from fractions import Fraction

from . import rules
from .exact import Bad, Number, interval, number


@dataclass(frozen=True)
class Term:
    kind: str
    places: tuple  # of the issues that the term touches
    weight: tuple  # (low, high)
    data: dict
    domain: object

    def entry(self, outcome):
        """(name, least, greatest)."""
        return KINDS[self.kind](self, outcome)


def table(term, outcome):
    index = outcome[term.places[0]]
    return (index, *term.data["table"][index])


def points(term, outcome):
    place = term.places[0]
    at = term.domain.issues[place].values[outcome[place]]
    value = line(term.data["points"], at)
    return (at, value, value)


def line(corners, at):
    """Piecewise linear through the corners."""
    for (left, below), (right, above) in zip(corners, corners[1:]):
        if left <= at <= right:
            return below + (above - below) * Fraction(at - left, right - left)
    if corners[0][0] == at:
        return corners[0][1]
    raise Bad("points_do_not_cover", str(at))


def tuples(term, outcome):
    key = tuple(outcome[place] for place in term.places)
    if key in term.data["table"]:
        return (key, *term.data["table"][key])
    return ("default", *term.data["default"])


def box(term, outcome):
    inside = all(inside_side(term.domain, name, side, outcome)
                 for name, side in term.data["box"].items())
    value = term.data["value" if inside else "outside"]
    return ("value" if inside else "outside", *value)


def inside_side(domain, name, side, outcome):
    return rules.holds({"issue": name, **side}, domain, outcome)


KINDS = {"table": table, "points": points, "tuples": tuples, "box": box}


def read_term(data, domain):
    weight = interval(data.get("weight", Number("1")))
    if "box" in data:
        for name, side in data["box"].items():
            rules.check({"issue": name, **side}, domain)
        places = tuple(sorted(domain.place(name) for name in data["box"]))
        values = {"box": data["box"], "value": interval(data["value"]),
                  "outside": interval(Number("0"))}
        if data.get("outside", False):  # the value is that outside the box
            values["value"], values["outside"] = values["outside"], values["value"]
        return Term("box", places, weight, values, domain)
    if "issues" in data:
        return Term("tuples", tuple(domain.place(name) for name in data["issues"]), weight,
                    read_tuples(data, domain), domain)
    issue = domain.issue(data["issue"])
    places = (domain.place(issue.id),)
    if "points" in data:
        return Term("points", places, weight, read_points(data, issue), domain)
    rows = {issue.index(value): interval(entry) for value, entry in data["table"].items()}
    if len(rows) != len(data["table"]):
        raise Bad("duplicate_value", issue.id)
    if len(rows) != len(issue.values):
        raise Bad("missing_evaluation", issue.id)
    return Term("table", places, weight, {"table": rows}, domain)


def read_points(data, issue):
    if not issue.numeric:
        raise Bad("not_numeric", issue.id)
    corners = [(number(at), number(value)) for at, value in data["points"]]
    if any(left[0] >= right[0] for left, right in zip(corners, corners[1:])):
        raise Bad("points_order", issue.id)
    if not corners or corners[0][0] > issue.values[0] or corners[-1][0] < issue.values[-1]:
        raise Bad("points_do_not_cover", issue.id)
    return {"points": corners}


def read_tuples(data, domain):
    issues = [domain.issue(name) for name in data["issues"]]
    rows = {}
    for values, entry in data["table"]:
        if len(values) != len(issues):
            raise Bad("unknown_value", repr(values))
        key = tuple(issue.index(value) for issue, value in zip(issues, values))
        if key in rows:
            raise Bad("duplicate_value", repr(values))
        rows[key] = interval(entry)
    return {"table": rows, "default": interval(data.get("default", Number("0")))}
