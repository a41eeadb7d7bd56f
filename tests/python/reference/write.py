"""An agreement and its examples as text."""

from datetime import date

from .terms import (
    All,
    Any_,
    Choice,
    Each,
    EachPeriod,
    EachSpan,
    EndOf,
    EventDay,
    Happened,
    Is,
    DutyBefore,
    DutyBy,
    DutyEvery,
    DutyWithin,
    Limit,
    Named,
    Not,
    Performing,
    Prohibit,
    Require,
    Step,
)


def number(value):
    return format(value, "f")


def names(ids):
    return ids[0] if len(ids) == 1 else "{ " + ", ".join(ids) + " }"


def span(durations):
    return " + ".join(f"{d.count} {d.unit}" for d in durations)


def day(e):
    if isinstance(e, date):
        return e.isoformat()
    if isinstance(e, Named):
        return e.name
    if isinstance(e, EventDay):
        return ("own " if e.own else "") + f"event {e.event}"
    if isinstance(e, Step):
        return f"{day(e.base)} {'+' if e.sign > 0 else '-'} {span([e.duration])}"
    if isinstance(e, EndOf):
        return f"end of {e.unit} of {day(e.base)}"
    assert isinstance(e, Choice)
    return f"{e.word}({', '.join(day(x) for x in e.of)})"


def period(x):
    end = (
        f"for {span(x.length)}"
        if x.length
        else f"until {day(x.until)}"
        if x.until
        else "without end"
    )
    return f"from {day(x.start)} {end}"


def bound(b):
    if b.operator == "between":
        text = f"between {number(b.value)} and {number(b.upper)} {b.unit}"
    else:
        text = f"{b.operator} {number(b.value)} {b.unit}"
    return text + (f" as of {day(b.as_of)}" if b.as_of else "")


def trigger(t):
    if isinstance(t, Each):
        each = "each " + ("own " if t.own else "") + t.event
        return f"the end of the {t.end_of} of {each}" if t.end_of else each
    if isinstance(t, EachPeriod):
        return f"the end of each {t.unit}"
    assert isinstance(t, EachSpan)
    return f"the end of each {span(t.span)} from {day(t.counted_from)}"


def rule(r):
    if isinstance(r, Limit):
        per = f" per {r.per}" if r.per else ""
        per += f" from {day(r.counted_from)}" if r.counted_from else ""
        steps = " then ".join(bound(b) for b in r.steps)
        tolerance = (
            f" tolerance {number(r.tolerance)} {r.steps[0].unit}" if r.tolerance is not None else ""
        )
        return f"limit {r.measure}{per} {steps}{tolerance}"
    if isinstance(r, Prohibit):
        return f"prohibit {r.activity}" + (f" {r.where} {names(r.sites)}" if r.where else "")
    if isinstance(r, Require):
        return f"require {r.activity}" + (f" at {names(r.sites)}" if r.sites else "")
    if isinstance(r, DutyBy):
        return f"duty {r.event} by {day(r.by)}"
    if isinstance(r, DutyWithin):
        return f"duty {r.event} within {span(r.stages)} of {trigger(r.trigger)}"
    if isinstance(r, DutyBefore):
        return (
            f"duty {r.event} at least {span(r.span)} before each {'own ' if r.own else ''}{r.call}"
        )
    assert isinstance(r, DutyEvery)
    return f"duty {r.event} every {span(r.span)}" + (f" grace {span(r.grace)}" if r.grace else "")


def condition(c):
    if isinstance(c, Not):
        return f"not {condition(c.of)}"
    if isinstance(c, All):
        return "(" + " and ".join(condition(x) for x in c.of) + ")"
    if isinstance(c, Any_):
        return "(" + " or ".join(condition(x) for x in c.of) + ")"
    if isinstance(c, Happened):
        return f"event {c.event}"
    if isinstance(c, Performing):
        return f"performing({c.party})"
    assert isinstance(c, Is)
    return f"{c.name} is {c.word}"


def obliges(mode, parties):
    return f"obliges {mode + ' ' if mode else ''}{names(parties)}"


def clauses(mode="", obliged=(), rules=(), conditions=(), stale=(), period_of=None):
    lines = [obliges(mode, obliged)] if obliged else []
    lines += [period(period_of)] if period_of else []
    lines += [rule(r) for r in rules]
    lines += [f"{word} {condition(c)}" for word, c in conditions]
    lines += [f"stale after {span(stale)}"] if stale else []
    return lines


def term(t):
    lines = clauses(t.mode, t.obliged, t.rules, t.conditions, t.stale, t)
    return "\n".join(
        [
            f'term {t.name} "{t.name}" ref "1" {{',
            *("  " + line for line in lines),
            "  verifier none",
            "}",
        ]
    )


def amendment(a):
    lines = [
        f'amendment {a.name} "{a.name}" {{',
        f"  decided {a.decided} effective {day(a.effective)}",
    ]
    for name, change in a.replace:
        lines.append(f"  replace {name} {{ {' '.join(clauses(**change))} }}")
    lines += [f"  repeal {name}" for name in a.repeal]
    lines += [term(t) for t in a.add]
    return "\n".join([*lines, "}"])


def waiver(w):
    who = f" for {names(w.parties)}" if w.parties else ""
    return f'waiver {w.name} "{w.name}" {{ of {names(w.of)}{who} by {w.by} decided {w.decided} {period(w)} }}'


def measure(m):
    text = f'measure {m.name} "{m.name}" {m.kind} {m.unit}'.rstrip()
    if m.share:
        return f"{text} = {m.parts[0][2]} / {m.parts[1][2]}"
    pieces = []
    for sign, weight, part in m.parts:
        weighted = part if weight == 1 else f"{number(weight)} * {part}"
        pieces.append((("+ " if sign > 0 else "- ") if pieces else "") + weighted)
    return text + (" = " + " ".join(pieces) if pieces else "")


def fact(f):
    when = f"on {f.on} known {f.known}" + (f" by {f.by}" if f.by else "") + f" grade {f.grade}"
    if f.kind == "event":
        return f"event {f.name} {when}"
    if f.kind == "no access":
        return f"no access to {f.name} {when}"
    if f.kind == "figure":
        more = f" +/- {number(f.uncertainty)}" if f.uncertainty is not None else ""
        return f"{f.name} {f.relation} {number(f.value)} {f.unit}{more} {when}"
    if f.kind == "seen":
        where = f" {f.where} {names(f.names)}" if f.where else ""
        return f"{f.name} {'yes' if f.yes else 'no'}{where} {when}"
    if f.kind == "answer":
        return f"{f.name} is {f.answer}"
    return " ".join([f.name, f.kind, *([names(f.names)] if f.names else []), when])


def example(title, facts, expectations):
    """`expectations` are (term, state, on, known, party or "")."""
    lines = [f'example "{title}" {{', *(f"  given {fact(f)}" for f in facts)]
    for name, state, on, known, party in expectations:
        lines.append(
            f"  expect {name} {state} on {on} known {known}" + (f" by {party}" if party else "")
        )
    return "\n".join([*lines, "}"])


def text(a, examples=()):
    lines = ["accord 1", 'agreement random "Random" {']
    lines += [f'party {p} "{p}"' for p in a.parties]
    lines += [f'party {g} "{g}" = {{ {", ".join(members)} }}' for g, members in a.groups.items()]
    lines += [f'body {b} "{b}"' for b in a.bodies]
    lines += [
        f'site {s} "{s}"' + (f" in {parent}" if parent else "") for s, parent in a.sites.items()
    ]
    for name, value, other, other_value in a.units:
        pair = f" with {number(value)} {name} = {number(other_value)} {other}" if other else ""
        lines.append(f'unit {name} "{name}"{pair}')
    lines += [f'event {e} "{e}"' for e in a.events]
    lines += [f"day {name} = {day(e)}" for name, e in a.days.items()]
    lines += [f"holidays {{ {', '.join(map(str, a.holidays))} }}"] if a.holidays else []
    lines += [measure(m) for m in a.measures.values()]
    for name, (event, answers) in a.questions.items():
        said = " ".join(f'answer {x} "{x}" by {a.parties[0]}' for x in answers)
        lines.append(f'question {name} "{name}" {{ arises from {event} {said} }}')
    lines += (
        [term(t) for t in a.terms]
        + [amendment(x) for x in a.amendments]
        + [waiver(w) for w in a.waivers]
    )
    lines += [example(*e) for e in examples]
    return "\n".join([*lines, "}", ""])
