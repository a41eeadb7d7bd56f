"""Calendar rules (chapter, 3.5). None stands for an unknown day."""

import calendar
from datetime import date, timedelta

from .terms import Choice, EndOf, EventDay, Named, Step


def add(day, sign, duration, holidays=()):
    """One step of a day expression: the day of the month is kept, or cut to a shorter month's
    last."""
    if duration.unit == "days":
        return day + timedelta(days=sign * duration.count)
    if duration.unit == "weeks":
        return day + timedelta(days=sign * 7 * duration.count)
    if duration.unit == "working days":
        left = duration.count
        while left > 0:
            day += timedelta(days=sign)
            if day.weekday() < 5 and day not in holidays:
                left -= 1
        return day
    months = duration.count * (12 if duration.unit == "years" else 1)
    number = day.year * 12 + day.month - 1 + sign * months
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def add_span(day, sign, span, holidays=()):
    for duration in span:
        day = add(day, sign, duration, holidays)
    return day


def times(span, count):
    """A span taken several times: 6 months twice is 12 months."""
    return tuple(type(part)(part.count * count, part.unit) for part in span)


def first_of(unit, day):
    if unit == "month":
        return day.replace(day=1)
    if unit == "quarter":
        return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return date(day.year, 1, 1)


def last_of(unit, day):
    length = {"month": 1, "quarter": 3, "year": 12}[unit]
    first = first_of(unit, day)
    number = first.year * 12 + first.month - 1 + length
    return date(number // 12, number % 12 + 1, 1) - timedelta(days=1)


def is_own(expression, agreement):
    """Whether the day is another one for each party."""
    if isinstance(expression, Named):
        return is_own(agreement.days[expression.name], agreement)
    if isinstance(expression, EventDay):
        return expression.own
    if isinstance(expression, (Step, EndOf)):
        return is_own(expression.base, agreement)
    return isinstance(expression, Choice) and any(is_own(e, agreement) for e in expression.of)


def resolve(expression, view, who):
    """The day of an expression as far as known, from all records known whatever their day."""
    if expression is None or isinstance(expression, date):
        return expression
    if isinstance(expression, Named):
        return resolve(view.agreement.days[expression.name], view, who)
    if isinstance(expression, EventDay):
        found = (
            view.known_own_events(expression.event, who)
            if expression.own
            else view.known_events(expression.event)
        )
        return min((f.on for f in found), default=None)
    if isinstance(expression, Step):
        base = resolve(expression.base, view, who)
        if base is None:
            return None
        return add(base, expression.sign, expression.duration, view.agreement.holidays)
    if isinstance(expression, EndOf):
        base = resolve(expression.base, view, who)
        return base and last_of(expression.unit, base)
    assert isinstance(expression, Choice)
    of = [resolve(e, view, who) for e in expression.of]
    if expression.word == "earliest":
        return min((d for d in of if d is not None), default=None)
    return None if None in of else max(of)


def not_before(expression, view, who):
    """The day of an expression, or one that it cannot come before; None when nothing is known of
    it."""
    known = resolve(expression, view, who)
    if known is not None or expression is None:
        return known
    if isinstance(expression, Named):
        return not_before(view.agreement.days[expression.name], view, who)
    if isinstance(expression, EventDay):
        return None
    if isinstance(expression, Step):
        base = not_before(expression.base, view, who)
        return (
            None
            if base is None
            else add(base, expression.sign, expression.duration, view.agreement.holidays)
        )
    if isinstance(expression, EndOf):
        base = not_before(expression.base, view, who)
        return base and last_of(expression.unit, base)
    of = [not_before(e, view, who) for e in expression.of]
    if expression.word == "earliest":
        return None if None in of else min(of)
    return max((d for d in of if d is not None), default=None)
