"""One commitment on one day, as known on a day (chapter, 5.1 and 5.5)."""

from dataclasses import replace

from . import days
from .activities import prohibit_state, require_state
from .duties import duty_state
from .figures import amount_state, step_of
from .flows import flow_state
from .severity import OUTCOME, worst
from .terms import All, Any_, Happened, Is, Limit, Not, Performing, Prohibit, Require
from .view import View, Who


def state(agreement, facts, name, on, known, party=""):
    """`party`: of the parties of an `each`, the one asked about."""
    return state_in(View(agreement, facts, on, known), name, party)


def state_in(view, name, party):
    """Judged twice, with the records that name nobody and without them (agreement-2, 9)."""
    both = judged(view, name, party), judged(view.with_names(), name, party)
    return both[0][0] if both[0] == both[1] else "undetermined"


def judged(view, name, party):
    """The state, and for a range the side on which it is left: of the first of the worst rules."""
    found = judged_rules(view, name, party)
    if isinstance(found, str):
        return found, ""
    return next(one for one in found if one[0] == worst(state for state, _ in found))


def judged_rules(view, name, party):
    term, ended = version(view, name, party)
    if term is None:
        return "not_in_force"
    who = Who((party,) if party else term.obliged, term.mode)
    start = days.resolve(term.start, view, who)
    if start is None or start > view.on:
        return "not_in_force"
    if ended:
        return "terminated"
    end = end_of(term, start, view, who)
    if end is not None and end <= view.on:
        return "sunset"
    if end is None and waits_on(term, view, who):
        return "undetermined"
    waiver = waived(view, name, who)
    if waiver is not False:
        return "waived" if waiver else "undetermined"
    force = in_force(term, view, who)
    if force is not True:
        return "not_in_force" if force is False else "undetermined"
    return [one for r in term.rules for one in states_of(r, view, term, who)]


def end_of(period, start, view, who):
    if period.length:
        return days.add_span(start, 1, period.length, view.agreement.holidays)
    return days.resolve(period.until, view, who)


def waits_on(period, view, who):
    """The end is not known, and the days before which it does not come are over (`agreement-2.md`
    11)."""
    bound = days.not_before(period.until, view, who)
    return bound is not None and bound <= view.on


# --- versions -----------------------------------------------------------------------------------


def version(view, name, party):
    """The term with its amendments, and whether it was repealed. None: not a term yet.

    An amendment `effective own event` has a day for each party: for that of the party judged; of a
    single one, that of the party that the other amendments leave obliged.
    """
    if party:
        return version_for(view, name, Who((party,), "each"))
    first, _ = version_for(view, name, None)
    if first is None:
        first = next(t for a in view.agreement.amendments for t in a.add if t.name == name)
    return version_for(view, name, Who(first.obliged, first.mode) if first.mode == "" else None)


def version_for(view, name, who):
    agreement = view.agreement
    terms = {t.name: t for t in agreement.terms}
    ended = set()
    applied = []
    for place, amendment in enumerate(agreement.amendments):
        if who is None and days.is_own(amendment.effective, agreement):
            continue
        effective = days.resolve(amendment.effective, view, who)
        if amendment.decided <= view.known and effective is not None and effective <= view.on:
            applied.append((effective, amendment.decided, place))
    for _, _, place in sorted(applied):
        amendment = agreement.amendments[place]
        terms.update({t.name: t for t in amendment.add})
        for changed, change in amendment.replace:
            if changed in terms:
                terms[changed] = replaced(terms[changed], change)
        ended.update(amendment.repeal)
    return terms.get(name), name in ended


def replaced(term, change):
    """The clauses of the kinds that the change names are gone, its own are there instead."""
    if "period_of" in change:
        period = change["period_of"]
        term = replace(term, start=period.start, length=period.length, until=period.until)
    if "rules" in change:
        kinds = {kind_of(r) for r in change["rules"]}
        kept = tuple(r for r in term.rules if kind_of(r) not in kinds)
        term = replace(term, rules=kept + tuple(change["rules"]))
    if "conditions" in change:
        words = {word for word, _ in change["conditions"]}
        kept = tuple(c for c in term.conditions if c[0] not in words)
        term = replace(term, conditions=kept + tuple(change["conditions"]))
    if "obliged" in change:
        term = replace(term, mode=change["mode"], obliged=tuple(change["obliged"]))
    return replace(term, stale=change["stale"]) if "stale" in change else term


def kind_of(rule):
    return "duty" if type(rule).__name__.startswith("Duty") else type(rule).__name__


# --- waivers and conditions ---------------------------------------------------------------------


def waived(view, name, who):
    """True, False, or None: granted, and whether it has ended is not known."""
    found = False
    for waiver in view.agreement.waivers:
        if name not in waiver.of or waiver.decided > view.known:
            continue
        if waiver.parties and not set(who.parties) <= set(waiver.parties):
            continue
        start = days.resolve(waiver.start, view, who)
        if start is None or start > view.on:
            continue
        end = end_of(waiver, start, view, who)
        if end is None and waits_on(waiver, view, who):
            found = None
        elif end is None or end > view.on:
            return True
    return found


def in_force(term, view, who):
    """True, False or None: `unless c` is the same as `while not c`, and one false is enough."""
    return truth(
        All(tuple(c if word == "while" else Not(c) for word, c in term.conditions)), view, who
    )


def truth(c, view, who):
    if isinstance(c, Not):
        value = truth(c.of, view, who)
        return None if value is None else not value
    if isinstance(c, (All, Any_)):
        values = [truth(x, view, who) for x in c.of]
        decides = isinstance(c, Any_)
        return decides if decides in values else None if None in values else not decides
    if isinstance(c, Happened):
        return bool(view.events(c.event))
    if isinstance(c, Performing):
        last = view.last_declaration(c.party, ("ceases", "resumes"), lambda f: not f.names)
        return last is None or last.kind == "resumes"
    assert isinstance(c, Is)
    if c.name in view.agreement.questions:
        return answer_is(view, c)
    return outcome_is(view, c, who)


def answer_is(view, c):
    """False before the question arises, then by the assumption."""
    event, _ = view.agreement.questions[c.name]
    if not view.events(event):
        return False
    return view.answers[c.name] == c.word if c.name in view.answers else None


def outcome_is(view, c, who):
    """One of `each` asks for itself if it owes the term too. Else of all who owe it: not met as
    soon as one does not meet it, met when all do. A term out of the count, or not shown, makes
    `met` and `not_met` unknown.

    The chapter says "the outcome of T" and leaves open whose; this is accord's reading.
    """
    view = view.whole or view  # what is judged of the other term, once for all
    term = next(t for t in view.agreement.terms if t.name == c.name)
    asked = [""]
    if term.mode == "each":
        asked = [p for p in who.parties if who.mode == "each" and p in term.obliged] or term.obliged
    outcomes = {OUTCOME.get(state_in(view, c.name, party), "out of the count") for party in asked}
    if c.word == "not_shown":
        return "not_met" not in outcomes and "not_shown" in outcomes
    if "not_met" in outcomes:
        return c.word == "not_met"
    return None if "not_shown" in outcomes or "met" not in outcomes else c.word == "met"


# --- rules --------------------------------------------------------------------------------------


def limit_state(rule, view, term, who):
    """With the side on which a range, or a single value, is left."""
    bound = step_of(rule, view, who, view.on)
    if bound is None:
        return "not_due", ""
    if view.agreement.measures[rule.measure].kind == "flow":
        return flow_state(rule, bound, view, term, who), ""
    return amount_state(rule, bound, view, term, who)


def states_of(rule, view, term, who):
    """Mostly one state; of `require` one for every site that is named."""
    if isinstance(rule, Limit):
        return [limit_state(rule, view, term, who)]
    if isinstance(rule, Prohibit):
        return [(prohibit_state(rule, view, term, who), "")]
    if isinstance(rule, Require):
        return [(state, "") for state in require_state(rule, view, term, who)]
    return [(duty_state(rule, view, term, who), "")]
