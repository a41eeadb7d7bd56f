"""Duties: by a day, for every call, before an event, every so often (chapter 5.4; `agreement-2.md`
4)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Optional

from . import days
from .severity import worst
from .terms import DutyBefore, DutyBy, DutyEvery, Each, EachPeriod


@dataclass
class Call:
    """Something that is called for: an event, the end of a period, or an event that a notice comes
    before."""

    opens: date  # of the (first) event, or first day of the period: nothing before it is an answer to it
    day: date  # counted from
    deadline: date
    names: tuple = ()  # ids of the rows that call, or names of the period
    answer: Optional[date] = None
    part: Optional[date] = None


def duty_state(rule, view, term, who):
    """An act of any of those who are obliged jointly performs."""
    acts = sorted(view.events(rule.event, who), key=lambda f: f.on)
    whole = [f.on for f in acts if not f.partly]

    def undone(day):
        return (
            "not_performed"
            if any(refused(view, p, term.name, day) for p in who.parties)
            else "overdue"
        )

    if isinstance(rule, DutyBy):
        parts = [f.on for f in acts if f.partly]
        return by_state(whole, parts, days.resolve(rule.by, view, who), view.on, undone(view.on))
    if isinstance(rule, DutyEvery):
        return every_state(
            rule, sorted(set(whole)), view, days.resolve(term.start, view, who), undone
        )
    calls = paired(rule, acts, calls_of(rule, view, term, who))
    return state_of([state_of_call(c, view.on, undone) for c in calls])


def refused(view, party, name, day):
    """A refusal counts for deadlines on and after its day, until the party resumes."""
    last = view.last_declaration(
        party, ("refuses", "resumes"), lambda f: name in f.names and f.on <= day
    )
    return last is not None and last.kind == "refuses"


def by_state(acts, parts, deadline, on, undone):
    if deadline is None:
        return "not_due"
    if acts:
        return "performed" if acts[0] <= deadline else "performed_late"
    if on <= deadline:
        return "not_due"
    return "partly_performed" if parts else undone


def every_state(rule, acts, view, start, undone):
    def latest(after):
        return days.add_span(after, 1, rule.span + rule.grace, view.agreement.holidays)

    acts = [a for a in acts if a >= start]
    last = acts[-1] if acts else start
    if view.on > latest(last):
        return undone(latest(last))
    if not acts:
        return "not_due"
    before = acts[-2] if len(acts) > 1 else start
    return "performed_late" if last > latest(before) else "performed"


# --- calls and periods --------------------------------------------------------------------------


def calls_of(rule, view, term, who):
    """In order of day. The days of calls form a set, and a call before the term began is none of
    it.

    Several calls of one month count once, from its end; it is open from the first of them.
    """
    start = days.resolve(term.start, view, who)
    if isinstance(rule, DutyBefore) or isinstance(rule.trigger, Each):
        return calls_of_events(rule, view, start, who)
    if isinstance(rule.trigger, EachPeriod):
        periods = calendar_periods(rule.trigger.unit, start, view.on)
    else:
        periods = counted_periods(
            rule.trigger.span, days.resolve(rule.trigger.counted_from, view, who), view.on
        )
    return [Call(first, last, days.add_span(last, 1, rule.stages, view.agreement.holidays), names)
            for first, last, names in periods if start <= last]


def calls_of_events(rule, view, start, who):
    notice = isinstance(rule, DutyBefore)
    each = Each(rule.call, rule.own) if notice else rule.trigger
    found = view.own_events(each.event, who) if each.own else view.events(each.event)
    calls = {}
    for fact in sorted((f for f in found if f.on >= start), key=lambda f: f.on):
        day = days.last_of(each.end_of, fact.on) if each.end_of else fact.on
        if day not in calls:
            sign, span = (-1, rule.span) if notice else (1, rule.stages)
            calls[day] = Call(fact.on, day, days.add_span(day, sign, span, view.agreement.holidays))
        calls[day].names += (fact.row,) if fact.row else ()
    return [calls[day] for day in sorted(calls)]


def calendar_periods(unit, start, until):
    last = days.last_of(unit, start)
    while last <= until:
        first = days.first_of(unit, last)
        name = {"year": f"{last.year}", "quarter": f"{last.year}-Q{(last.month + 2) // 3}",
                "month": f"{last.year}-{last.month:02}"}[unit]
        yield first, last, (name, f"{first}..{last}")
        last = days.last_of(unit, last + timedelta(days=1))


def counted_periods(span, origin, until):
    """Periods counted from a day have no other name than their two days."""
    count, first = 1, origin
    while origin is not None:
        following = days.add_span(origin, 1, days.times(span, count))
        last = following - timedelta(days=1)
        if last > until:
            return
        yield first, last, (f"{first}..{last}",)
        count, first = count + 1, following


# --- answers ------------------------------------------------------------------------------------


def paired(rule, acts, calls):
    """Whole acts first, then parts in the same way; of each those with a name before those
    without."""
    for place, partly in (("answer", False), ("part", True)):
        def is_free(call, place=place):
            return call.answer is None and getattr(call, place) is None

        of_kind = [f for f in acts if f.partly == partly]
        for act in [f for f in of_kind if f.answers]:
            early = not isinstance(rule, DutyBefore)
            named = [
                c for c in calls if act.answers in c.names and not (early and act.on < c.opens)
            ]
            if named and is_free(named[0]):
                setattr(named[0], place, act.on)
        for act in [f for f in of_kind if not f.answers]:
            call = answered_by(rule, act.on, calls, is_free)
            if call is not None:
                setattr(call, place, act.on)
    return calls


def answered_by(rule, on, calls, is_free):
    """The call or period that an act without a name answers; None when it is a further one."""
    if isinstance(rule, DutyBefore):
        return next((c for c in calls if c.day >= on and is_free(c)), None)
    if isinstance(rule.trigger, Each):
        open_ = [c for c in calls if c.opens <= on and is_free(c)]
        return next(iter([c for c in open_ if c.deadline >= on] or open_), None)
    ended = [c for c in calls if c.day <= on]
    if ended and is_free(ended[-1]):
        return ended[-1]
    return next((c for c in ended if is_free(c)), None)


def state_of_call(call, on, undone):
    if call.answer is not None:
        return "performed" if call.answer <= call.deadline else "performed_late"
    if on <= call.deadline:
        return "not_due"
    return "partly_performed" if call.part is not None else undone(call.deadline)


def state_of(states):
    """A call that is missed decides; otherwise the last that is closed."""
    missed = [s for s in states if s in ("overdue", "not_performed")]
    if missed:
        return worst(missed)
    closed = [s for s in states if s != "not_due"]
    return closed[-1] if closed else "not_due"
