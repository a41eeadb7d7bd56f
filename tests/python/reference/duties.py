"""Duties: by a day, for every call, before an event, every so often (chapter, 5.4)."""

from datetime import timedelta

from . import days
from .terms import DutyBefore, DutyBy, DutyEvery, Each, EachPeriod


def duty_state(rule, view, term, who):
    """An act of any of those who are obliged jointly performs."""
    acts = sorted(f.on for f in view.events(rule.event, who))
    undone = "not_performed" if any(refused(view, p, term.name) for p in who.parties) else "overdue"
    if isinstance(rule, DutyBy):
        return by_state(acts, days.resolve(rule.by, view, who), view.on, undone)
    if isinstance(rule, DutyEvery):
        return every_state(rule, sorted(set(acts)), view, days.resolve(term.start, view, who), undone)
    return calls_state(rule, acts, calls_of(rule, view, term, who), view, undone)


def refused(view, party, name):
    last = view.last_declaration(party, ("refuses", "resumes"), lambda f: name in f.names)
    return last is not None and last.kind == "refuses"


def by_state(acts, deadline, on, undone):
    if deadline is None:
        return "not_due"
    if acts:
        return "performed" if acts[0] <= deadline else "performed_late"
    return "not_due" if on <= deadline else undone


def every_state(rule, acts, view, start, undone):
    def latest(after):
        return days.add_span(after, 1, rule.span + rule.grace, view.agreement.holidays)

    acts = [a for a in acts if a >= start]
    last = acts[-1] if acts else start
    if view.on > latest(last):
        return undone
    if not acts:
        return "not_due"
    before = acts[-2] if len(acts) > 1 else start
    return "performed_late" if last > latest(before) else "performed"


def calls_of(rule, view, term, who):
    """Pairs of the day of a call and the first day of an answer to it.

    The days form a set, and a call before the term began is none of it. Several calls of one month count once, from
    its end; an answer to them is one after the last of them.
    """
    start = days.resolve(term.start, view, who)
    if isinstance(rule, DutyBefore) or isinstance(rule.trigger, Each):
        each = Each(rule.call, rule.own) if isinstance(rule, DutyBefore) else rule.trigger
        found = view.own_events(each.event, who) if each.own else view.events(each.event)
        last = {}
        for on in sorted(f.on for f in found if f.on >= start):
            last[days.last_of(each.end_of, on) if each.end_of else on] = on
        return sorted(last.items())
    if isinstance(rule.trigger, EachPeriod):
        ends = ends_of_periods(rule.trigger.unit, start, view.on)
    else:
        ends = ends_of_spans(rule.trigger.span, days.resolve(rule.trigger.counted_from, view, who), view.on)
    return [(end, end) for end in ends if start <= end]


def ends_of_periods(unit, start, until):
    end = days.last_of(unit, start)
    while end <= until:
        yield end
        end = days.last_of(unit, end + timedelta(days=1))


def ends_of_spans(span, origin, until):
    count = 1
    while origin is not None:
        end = days.add_span(origin, 1, days.times(span, count)) - timedelta(days=1)
        if end > until:
            return
        yield end
        count += 1


def calls_state(rule, acts, calls, view, undone):
    """Every act answers the oldest call still open, not before it; a notice, not after it."""
    holidays = view.agreement.holidays
    notice = isinstance(rule, DutyBefore)
    answered, deadline = {}, {}
    for call, _ in calls:
        deadline[call] = days.add_span(call, -1 if notice else 1, rule.span if notice else rule.stages, holidays)
    for act in acts:
        for call, first in calls:
            if call not in answered and (act <= call if notice else act >= first):
                answered[call] = act
                break
    if any(call not in answered and view.on > deadline[call] for call, _ in calls):
        return undone
    closed = [call for call, _ in calls if call in answered]
    if not closed:
        return "not_due"
    return "performed" if answered[closed[-1]] <= deadline[closed[-1]] else "performed_late"
