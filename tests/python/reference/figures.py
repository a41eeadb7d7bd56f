"""Figures, attestations as ranges, sums and shares, and what a bound makes of them (chapter, 5.3).

A quantity is an interval with open or closed ends; `value` is the figure itself where there is one.
What is missing from a sum is left out of `low`, and the quantity is then only "at least".
"""

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Optional

from . import days
from .view import deciding

INFINITE = float("inf")  # only as the end of a range, never in a sum of figures


@dataclass(frozen=True)
class Quantity:
    low: Fraction
    high: Fraction
    low_open: bool = False
    high_open: bool = False
    value: Optional[Fraction] = None  # None: a range that was stated
    lower_only: bool = False  # "at least": a part is missing
    no_access: bool = False  # a part is missing for want of access


def factor(agreement, unit, other):
    """Multiplies a number in `unit` to give one in `other`, both ends of one declared
    equivalence."""
    if unit == other:
        return Fraction(1)
    for name, value, to, to_value in agreement.units:
        if (name, to) == (unit, other):
            return Fraction(to_value) / Fraction(value)
        if (to, name) == (unit, other):
            return Fraction(value) / Fraction(to_value)
    raise AssertionError(f"{unit} and {other} cannot be compared")


def quantity_of(fact, unit, agreement):
    """What is measured is never negative: a range "below" begins at zero."""
    if fact is None:
        return "missing"
    if fact.kind == "no access":
        return "no access"
    value = Fraction(fact.value) * factor(agreement, fact.unit, unit)
    if fact.relation == "=":
        u = Fraction(fact.uncertainty or 0) * factor(agreement, fact.unit, unit)
        return Quantity(value - u, value + u, value=value)
    if fact.relation in ("<", "<="):
        return Quantity(Fraction(0), value, high_open=fact.relation == "<")
    return Quantity(value, INFINITE, low_open=fact.relation == ">")


def scale(q, weight):
    ends = (q.low * weight, q.low_open), (q.high * weight, q.high_open)
    (low, low_open), (high, high_open) = ends if weight >= 0 else ends[::-1]
    return replace(q, low=low, high=high, low_open=low_open, high_open=high_open,
                   value=None if q.value is None else q.value * weight)


def plus(a, b):
    both = a.value is not None and b.value is not None
    return Quantity(
        a.low + b.low,
        a.high + b.high,
        a.low_open or b.low_open,
        a.high_open or b.high_open,
        a.value + b.value if both else None,
        a.lower_only or b.lower_only,
        a.no_access or b.no_access,
    )


ZERO = Quantity(Fraction(0), Fraction(0), value=Fraction(0))


def is_incomplete(q):
    return isinstance(q, str) or q.lower_only


def lacks_access(q):
    return q == "no access" if isinstance(q, str) else q.no_access


def add_up(parts):
    """`parts` are (weight, quantity); a word stands for a quantity that nothing is known of."""
    lost = [q for _, q in parts if is_incomplete(q)]
    no_access = any(lacks_access(q) for q in lost)
    known = [(weight, q) for weight, q in parts if not isinstance(q, str)]
    if not known or (lost and any(weight < 0 for weight, _ in parts)):
        return "no access" if no_access else "missing"
    total = ZERO
    for weight, q in known:
        total = plus(total, scale(q, weight))
    return replace(total, lower_only=bool(lost), no_access=no_access)


def share_of(a, b):
    if is_incomplete(a) or is_incomplete(b):
        return "no access" if lacks_access(a) or lacks_access(b) else "missing"
    if b.value == 0:
        return "missing"
    low, high = 100 * a.low / b.high, 100 * a.high / b.low if b.low > 0 else INFINITE
    value = 100 * a.value / b.value if a.value is not None and b.value is not None else None
    return Quantity(low, high, a.low_open or b.high_open, a.high_open or b.low_open, value)


# --- comparison ---------------------------------------------------------------------------------


def slack_of(rule, bound, agreement):
    """The tolerance in the unit of a bound; it is written in that of the first."""
    return Fraction(rule.tolerance or 0) * factor(agreement, rule.steps[0].unit, bound.unit)


def allowed(bound, slack):
    """The bound as a range, widened by the tolerance."""
    value = Fraction(bound.value)
    low = -INFINITE if bound.operator in ("<", "<=") else value - slack
    high = {"==": value, "between": Fraction(bound.upper or 0)}.get(bound.operator)
    if bound.operator in ("<", "<="):
        high = value
    high = INFINITE if high is None else high + slack
    return Quantity(low, high, bound.operator == ">", bound.operator == "<")


def inside(q, area):
    low = q.low > area.low or (q.low == area.low and (q.low_open or not area.low_open))
    high = q.high < area.high or (q.high == area.high and (q.high_open or not area.high_open))
    return low and high


def apart(q, area):
    below = q.high < area.low or (q.high == area.low and (q.high_open or area.low_open))
    above = q.low > area.high or (q.low == area.high and (q.low_open or area.high_open))
    return below or above


def compare(q, bound, slack):
    """The value decides; with its uncertainty it is a range that may lie on both sides of a
    bound."""
    if isinstance(q, str):
        return "not_verifiable_no_access" if q == "no access" else "no_value"
    area = allowed(bound, slack)
    if q.lower_only:
        if apart(replace(q, high=INFINITE), area):
            return "exceeded"
        return "not_verifiable_no_access" if q.no_access else "no_value"
    if q.value is None:
        return "met_attested" if inside(q, area) else "exceeded" if apart(q, area) else "no_value"
    if inside(Quantity(q.value, q.value), area):
        return "met" if inside(q, area) else "met_within_uncertainty"
    return "exceeded" if apart(q, area) else "exceeded_within_uncertainty"


# --- amounts ------------------------------------------------------------------------------------


def leaves(agreement, name):
    measure = agreement.measures[name]
    return (
        [name]
        if not measure.parts
        else [x for _, _, p in measure.parts for x in leaves(agreement, p)]
    )


def compute(agreement, name, look_up):
    """The quantity of a measure from those of its leaves, in the unit of the measure."""
    measure = agreement.measures[name]
    if not measure.parts:
        return look_up(name)
    unit = agreement.measures[measure.parts[0][2]].unit if measure.share else measure.unit
    parts = []
    for sign, weight, part in measure.parts:
        q = compute(agreement, part, look_up)
        parts.append(
            (sign * Fraction(weight), converted(q, agreement, agreement.measures[part].unit, unit))
        )
    return share_of(parts[0][1], parts[1][1]) if measure.share else add_up(parts)


def converted(q, agreement, unit, other):
    return q if isinstance(q, str) else scale(q, factor(agreement, unit, other))


def one_of(candidates):
    """Equal records that lead to different states leave it open."""
    states = set(candidates)
    return states.pop() if len(states) == 1 else "undetermined"


def amount_state(rule, bound, view, term, who):
    """Every choice among equal records is computed; if the choices lead to different states, it is
    open."""
    agreement, measure = view.agreement, view.agreement.measures[rule.measure]
    found = {
        name: sources(view, name, who) for name in dict.fromkeys(leaves(agreement, rule.measure))
    }
    keys = [(name, i) for name in found for i in range(len(found[name]))]
    dated = [records[0].on for name in found for records in found[name] if records]
    if (
        term.stale
        and dated
        and days.add_span(min(dated), 1, term.stale, agreement.holidays) < view.on
    ):
        return "no_value", ""
    states, sides = [], set()
    for choice in product(*(found[name][i] or [None] for name, i in keys)):
        chosen = dict(zip(keys, choice))

        def look_up(name):
            unit = agreement.measures[name].unit
            return add_up(
                [(1, quantity_of(chosen[key], unit, agreement)) for key in keys if key[0] == name]
            )

        total = converted(
            compute(agreement, rule.measure, look_up), agreement, measure.unit, bound.unit
        )
        slack = slack_of(rule, bound, agreement)
        states.append(compare(total, bound, slack))
        sides.add(
            "above"
            if not isinstance(total, str) and total.low >= allowed(bound, slack).high
            else "below"
        )
    state = one_of(states)
    two_sided = bound.operator in ("==", "between") and state == "exceeded"
    return state, ("above" if sides == {"above"} else "below") if two_sided else ""


def sources(view, name, who):
    """The deciding records of a figure. Jointly: of every member, unless one of all together is
    newer."""
    if who.mode != "jointly":
        return [deciding(view.observations(name, who))]
    facts = view.observations(name, who)
    group = deciding([f for f in facts if f.by not in who.parties])
    members = [deciding([f for f in facts if f.by == p]) for p in who.parties]
    newest = max((m[0].on for m in members if m), default=None)
    return (
        [group] if newest is None or (group and group[0].on > newest) else members
    )  # of a tie the members


def step_of(rule, view, who, on):
    """The latest step that has come, the later written on a tie; a bound without a day was always
    there."""
    best = None
    for bound in rule.steps:
        day = date.min if bound.as_of is None else days.resolve(bound.as_of, view, who)
        if day is not None and day <= on and (best is None or day >= best[0]):
            best = day, bound
    return best and best[1]
