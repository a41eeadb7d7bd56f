"""Flows: caps and floors by calendar period, by period counted from a day, or since the start of
the term (chapter 5.4; `agreement-2.md` 3.3 in a record that is complete)."""

from dataclasses import replace
from datetime import timedelta

from . import days
from .figures import (
    INFINITE,
    add_up,
    allowed,
    compare,
    compute,
    converted,
    inside,
    leaves,
    quantity_of,
    slack_of,
    step_of,
)
from .severity import OUTCOME
from .terms import Duration
from .view import weight


def period_of(rule, view, start, who, day):
    """First and last day of the period of a day; None before the first."""
    if not rule.per:
        return (start, day) if day >= start else None
    if rule.counted_from is None:
        return days.first_of(rule.per, day), days.last_of(rule.per, day)
    origin = days.resolve(rule.counted_from, view, who)
    if origin is None or day < origin:
        return None
    unit, each = {"month": ("months", 1), "quarter": ("months", 3), "year": ("years", 1)}[rule.per]
    count = 0
    while days.add(origin, 1, Duration((count + 1) * each, unit)) <= day:
        count += 1
    following = days.add(origin, 1, Duration((count + 1) * each, unit))
    return days.add(origin, 1, Duration(count * each, unit)), following - timedelta(days=1)


def total(rule, view, who, first, last):
    """The flow of a period, in the unit of its measure. Of one party's day the weightiest records
    add up."""
    agreement = view.agreement

    def facts_of(name, of):
        return [f for f in view.observations(name, who) if first <= f.on <= last and of(f)]

    def leaf(name, of=lambda fact: True):
        facts = facts_of(name, of)
        figures = [f for f in facts if f.kind == "figure"]
        silent = [
            f for f in facts if f.kind == "no access" and not any(g.on >= f.on for g in figures)
        ]
        parts = [(1, "no access")] if silent else []
        for day, by in sorted({(f.on, f.by) for f in figures}):
            told = [f for f in figures if (f.on, f.by) == (day, by)]
            parts += [(1, quantity_of(f, agreement.measures[name].unit, agreement))
                      for f in told if weight(f) == max(map(weight, told))]
        return add_up(parts)

    def jointly(name):
        """All deliveries add up. A member without any is missing, unless those of the group may be
        its own."""
        tellers = [lambda f, p=p: f.by == p for p in who.parties]
        group = lambda f: f.by not in who.parties  # noqa: E731
        if facts_of(name, group):
            tellers = [t for t in tellers if facts_of(name, t)] + [group]
        return add_up([(1, leaf(name, t)) for t in tellers])

    return compute(agreement, rule.measure, jointly if who.mode == "jointly" else leaf)


def flow_state(rule, bound, view, term, who):
    """A cap is judged in the period of the day; so is a floor that is reached, else on the last
    complete period.

    What is below no bound (`== 0`) is a cap. Of `== N` and `between` the upper end is a cap: over
    it at once.
    """
    start = days.resolve(term.start, view, who)
    unit = view.agreement.measures[rule.measure].unit

    def judged(first, last, step):
        q = total(rule, view, who, max(first, start), min(last, view.on))
        q = converted(q, view.agreement, unit, step.unit)
        slack = slack_of(rule, step, view.agreement)
        # What a part alone has reached stays reached, whatever else there was.
        if (
            not isinstance(q, str)
            and q.lower_only
            and inside(replace(q, high=INFINITE), allowed(step, slack))
        ):
            return "met"
        return compare(q, step, slack)

    now = period_of(rule, view, start, who, view.on)
    if now is None:
        return "not_due"
    state = judged(*now, bound)
    slack = rule.tolerance or 0
    cap = bound.operator in ("<=", "<") or (
        bound.operator in ("==", "between") and bound.value - slack <= 0
    )
    if (
        cap
        and OUTCOME[state] == "met"
        and is_stale(rule, view, term, who, max(now[0], start), now[1])
    ):
        return "no_value"
    # Of a floor without periods, "as of D" can only mean that it is reached by D.
    if cap or OUTCOME[state] == "met" or (not rule.per and bound.as_of is not None):
        return state
    upper = {"==": bound.value, "between": bound.upper}.get(bound.operator)
    if (
        upper is not None
        and judged(*now, replace(bound, operator="<=", value=upper, upper=None)) == "exceeded"
    ):
        return state
    before = rule.per and period_of(rule, view, start, who, now[0] - timedelta(days=1))
    if not before or before[0] < start:
        return "not_due"
    step = step_of(rule, view, who, before[1])
    return judged(*before, step) if step else "not_due"


def is_stale(rule, view, term, who, first, last):
    """What a flow has added up to stays so; that it is met so far grows old with its newest
    figure."""
    names = leaves(view.agreement, rule.measure)
    newest = max(
        f.on for name in names for f in view.observations(name, who) if first <= f.on <= last
    )
    return (
        bool(term.stale) and days.add_span(newest, 1, term.stale, view.agreement.holidays) < view.on
    )
