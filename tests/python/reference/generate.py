"""Random agreements with random facts, aimed at edges: days beside days, values beside bounds,
equal records."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from . import days, generate_facts
from .terms import (
    Agreement,
    All,
    Amendment,
    Any_,
    Bound,
    Choice,
    Duration,
    DutyBefore,
    DutyBy,
    DutyEvery,
    DutyWithin,
    Each,
    EachPeriod,
    EachSpan,
    EndOf,
    EventDay,
    Happened,
    Is,
    Limit,
    Measure,
    Named,
    Not,
    Performing,
    Prohibit,
    Require,
    Step,
    Term,
    Waiver,
)
from .view import Who

TRAPS = [
    date(2020, 1, 31),
    date(2020, 2, 28),
    date(2020, 2, 29),
    date(2021, 2, 28),
    date(2021, 3, 1),
    date(2020, 12, 31),
    date(2020, 6, 30),
    date(2021, 9, 30),
    date(2020, 3, 31),
    date(2021, 1, 1),
    date(2020, 10, 1),
]
EARLY = [date(2020, 1, 31), date(2020, 2, 29)]  # so that there is something to judge
PARTIES = ["a", "b"]
AMOUNTS = ["stock", "other", "total", "net", "share", "form", "nested"]
FLOWS = ["sent", "paid", "moved"]
EVENTS = ["begun", "call", "answer_given", "done", "notice", "dispute"]


def measures():
    found = [
        Measure("stock", "amount", "t"),
        Measure("other", "amount", "t"),
        Measure("form", "amount", "ku"),
        Measure("total", "amount", "t", ((1, Decimal("1"), "stock"), (1, Decimal("2"), "other"))),
        Measure("net", "amount", "t", ((1, Decimal("1"), "stock"), (-1, Decimal("0.5"), "other"))),
        Measure(
            "share",
            "amount",
            "%",
            ((1, Decimal("1"), "stock"), (1, Decimal("1"), "other")),
            share=True,
        ),
        Measure("nested", "amount", "t", ((1, Decimal("1"), "total"), (1, Decimal("1"), "stock"))),
        Measure("sent", "flow", "t"),
        Measure("paid", "flow", "t"),
        Measure("moved", "flow", "t", ((1, Decimal("1"), "sent"), (1, Decimal("2"), "paid"))),
        Measure("firing", "activity"),
        Measure("kept", "activity"),
    ]
    return {m.name: m for m in found}


class Generator:
    def __init__(self, random):
        self.random = random
        self.pool = random.sample(TRAPS, 4) + [self.any_day() for _ in range(3)]

    def chance(self, p):
        return self.random.random() < p

    def any_day(self):
        return date(2020, 1, 1) + timedelta(days=self.random.randrange(900))

    def day(self):
        """A day of the text, or one beside it."""
        if self.chance(0.15):
            return self.any_day()
        return self.random.choice(self.pool) + timedelta(days=self.random.choice([-1, 0, 0, 0, 1]))

    # --- days -----------------------------------------------------------------------------------

    def duration(self):
        unit, most = self.random.choice(
            [("days", 40), ("weeks", 6), ("months", 13), ("years", 1), ("working days", 12)])
        return Duration(self.random.randint(1, most), unit)

    def span(self):
        return tuple(self.duration() for _ in range(self.random.choice([1, 1, 2])))

    def day_atom(self, own=False):
        kind = self.random.choice(["date", "date", "event", "named", "own" if own else "date"])
        if kind == "date":
            return self.random.choice(self.pool)
        if kind == "event":
            return EventDay("begun")
        return EventDay("begun", own=True) if kind == "own" else Named("start")

    def day_expression(self, own=False):
        kind = self.random.choice(["atom", "atom", "step", "step", "end", "choice"])
        atom = self.day_atom(own)
        if kind == "step":
            return Step(atom, self.random.choice([1, 1, -1]), self.duration())
        if kind == "end":
            end = EndOf(self.random.choice(["month", "quarter", "year"]), atom)
            return (
                Step(end, 1, Duration(self.random.choice([1, 30]), "days"))
                if self.chance(0.5)
                else end
            )
        if kind == "choice":
            more = Step(self.day_atom(own), 1, self.duration())
            return Choice(self.random.choice(["earliest", "latest"]), (atom, more))
        return atom

    def period(self, own=False):
        """Mostly begun, so that the rules are judged."""
        start = (
            self.day_expression(own)
            if self.chance(0.25)
            else self.random.choice([Named("start"), *EARLY])
        )
        kind = self.random.choice(["for", "until", "open", "open", "open", "open"])
        if kind == "for":
            return {
                "start": start,
                "length": (Duration(self.random.randint(6, 30), "months"), *self.span()[:1]),
            }
        return (
            {"start": start, "until": self.day_expression(own)}
            if kind == "until"
            else {"start": start}
        )

    # --- rules ----------------------------------------------------------------------------------

    def bound(self, measure, as_of=None):
        unit = {"share": "%", "form": self.random.choice(["ku", "kf"])}.get(measure, "t")
        value = Decimal({"share": "50", "form": "202.8" if unit == "ku" else "300"}.get(
            measure, self.random.choice(["10", "20", "5", "30"])))
        operators = ["<=", "<=", "<", ">=", ">"] + ([] if measure in FLOWS else ["==", "between"])
        operator = self.random.choice(operators)
        upper = value + Decimal(self.random.choice(["0", "10"])) if operator == "between" else None
        return Bound(operator, value, unit, upper, as_of)

    def limit(self, measure=None):
        measure = measure or self.random.choice(AMOUNTS)
        first = self.bound(measure, self.day_expression() if self.chance(0.3) else None)
        steps = [first]
        while self.chance(0.3) and len(steps) < 3:
            following = self.bound(measure, self.day_expression())
            if measure in FLOWS and following.operator[0] != first.operator[0]:
                continue
            steps.append(
                Bound(
                    following.operator,
                    following.value,
                    first.unit if measure != "form" else following.unit,
                    following.upper,
                    following.as_of,
                )
            )
        tolerance = Decimal("0.1") if self.chance(0.15) else None
        return Limit(measure, tuple(steps), tolerance=tolerance)

    def quota(self):
        measure = self.random.choice(FLOWS)
        steps = self.limit(measure).steps if self.chance(0.2) else (self.bound(measure),)
        if self.chance(0.2):
            value = Decimal(self.random.choice(["0", "5", "10", "20"]))
            steps = (
                self.random.choice(
                    [Bound("==", value, "t"), Bound("between", value, "t", value + 10)]
                ),
            )
        per = self.random.choice(["month", "quarter", "year", "month", None])
        counted_from = self.random.choice(self.pool) if per and self.chance(0.4) else None
        return Limit(measure, steps, per, counted_from)

    def sites(self):
        return tuple(
            self.random.sample(["north", "south", "hall", "room"], self.random.choice([1, 1, 2]))
        )

    def activity(self):
        if self.chance(0.35):
            return Require("kept", self.sites() if self.chance(0.5) else ())
        where = self.random.choice(["", "at", "outside"])
        return Prohibit("firing", where, self.sites() if where else ())

    def duty(self, own=True):
        """`own`: one party is judged, so that there may be calls of its own."""
        kind = self.random.choice(["by", "each", "each", "period", "before", "every"])
        if kind == "by":
            return DutyBy("done", self.day_expression())
        if kind == "before":
            return DutyBefore("notice", self.span(), "call", own=own and self.chance(0.4))
        if kind == "every":
            return DutyEvery("done", (Duration(self.random.choice([1, 2]), "months"),),
                             (Duration(3, "days"),) if self.chance(0.5) else ())
        if kind == "each":
            end_of = self.random.choice([None, None, "month", "quarter", "year"])
            return DutyWithin(
                "answer_given", self.span(), Each("call", own and self.chance(0.4), end_of)
            )
        if self.chance(0.5):
            return DutyWithin(
                "answer_given",
                self.span(),
                EachPeriod(self.random.choice(["month", "quarter", "year"])),
            )
        return DutyWithin(
            "answer_given",
            self.span(),
            EachSpan(
                (Duration(self.random.choice([1, 2, 6]), "months"),), self.random.choice(self.pool)
            ),
        )

    def rule(self, mode):
        make = self.random.choice([self.limit, self.limit, self.quota, self.activity, self.duty])
        return self.duty(mode != "jointly") if make == self.duty else make()

    # --- conditions -----------------------------------------------------------------------------

    def condition(self, earlier, depth=0):
        kind = self.random.choice(["event", "performing", "question", "term", "not", "and", "or"])
        if kind == "event" or (kind == "term" and not earlier):
            return Happened(self.random.choice(["begun", "dispute"]))
        if kind == "performing":
            return Performing(self.random.choice(PARTIES))
        if kind == "question":
            return Is("Q", self.random.choice(["yes_it_is", "not_so"]))
        if kind == "term":
            return Is(
                self.random.choice(earlier), self.random.choice(["met", "not_met", "not_shown"])
            )
        if depth == 2:
            return Happened("dispute")
        if kind == "not":
            return Not(self.condition(earlier, depth + 1))
        both = self.condition(earlier, depth + 1), self.condition(earlier, depth + 1)
        return All(both) if kind == "and" else Any_(both)

    # --- terms and changes ----------------------------------------------------------------------

    def term(self, name, earlier):
        mode = self.random.choice(["", "", "each", "jointly"])
        rules = tuple(self.rule(mode) for _ in range(self.random.choice([1, 1, 1, 2])))
        if mode == "jointly" and any(isinstance(r, (Prohibit, Require)) for r in rules):
            mode = ""
        obliged = (self.random.choice(PARTIES),) if not mode else tuple(PARTIES)
        conditions = tuple((self.random.choice(["while", "unless"]), self.condition(earlier))
                           for _ in range(self.random.choice([0, 0, 0, 0, 0, 1, 1, 2])))
        stale = (Duration(self.random.choice([14, 60]), "days"),) if self.chance(0.1) else ()
        return Term(
            name,
            mode,
            obliged,
            rules=rules,
            conditions=conditions,
            stale=stale,
            **self.period(mode == "each")
        )

    def amendment(self, name, terms):
        """Of one term: other rules, another period, or its end. Perhaps a new term beside."""
        term = self.random.choice(terms)
        own = term.mode != "jointly" and self.chance(0.3)
        decided, effective = (
            self.day(),
            self.day_expression(own) if own or self.chance(0.3) else self.day(),
        )
        if own and self.chance(0.7):
            effective = Step(EventDay("begun", own=True), 1, self.duration())
        kind = self.random.choice(["rules", "rules", "rules", "period", "repeal", "add"])
        if kind == "repeal":
            return Amendment(name, decided, effective, repeal=(term.name,))
        if kind == "add":
            added = self.term("T-NEW-" + name, [])
            return Amendment(
                name, decided, self.day() if added.mode == "jointly" else effective, add=(added,)
            )
        if kind == "period":
            change = {"period_of": Term("", "", (), **self.period())}
        else:
            rule = term.rules[0]
            duty = self.duty(term.mode != "jointly")
            change = {"rules": (self.limit() if isinstance(rule, Limit) else duty,)}
        return Amendment(name, decided, effective, replace=((term.name, change),))

    def waiver(self, name, terms):
        term = self.random.choice(terms)
        return Waiver(
            name,
            (term.name,),
            (term.obliged[0],) if self.chance(0.4) and term.mode == "each" else (),
            "agency",
            self.day(),
            **self.period()
        )

    def agreement(self):
        a = Agreement(
            parties=PARTIES + ["c"],
            groups={"both": PARTIES, "all_of_them": PARTIES + ["c"]},
            bodies=["agency"],
            events=EVENTS,
            measures=measures(),
            sites={"north": None, "hall": "north", "room": "hall", "south": None},
            units=[("ku", None, None, None), ("kf", Decimal("300"), "ku", Decimal("202.8"))],
            questions={"Q": ("dispute", ["yes_it_is", "not_so"])},
            holidays=[date(2020, 12, 25), date(2021, 1, 1), date(2020, 3, 2)],
        )
        a.days = {
            "start": self.random.choice([self.random.choice(self.pool), EventDay("begun"), *EARLY])
        }
        for i in range(self.random.choice([1, 2, 3])):
            a.terms.append(self.term(f"T-{i}", [t.name for t in a.terms]))
        a.amendments = [
            self.amendment(f"A-{i}", a.terms) for i in range(self.random.choice([0, 0, 0, 1, 2]))
        ]
        a.waivers = [self.waiver("W-0", a.terms)] if self.chance(0.15) else []
        self.tidy(a)
        self.widen(a)
        return a

    def tidy(self, agreement):
        """What `terms check` refuses is taken out: ends before their start, steps out of order,
        whenever it begins."""
        views = [
            generate_facts.begun_on(agreement, day)
            for day in (None, date(1990, 1, 1), date(2050, 1, 1))
        ]

        def out_of_order(first, second):
            pairs = [
                (days.resolve(first, v, Who(("a",))), days.resolve(second, v, Who(("a",))))
                for v in views
            ]
            known = [(a, b) for a, b in pairs if a and b]
            return bool(known) and all(a >= b for a, b in known)

        def tidied(item):
            if item.until is not None and out_of_order(item.start, item.until):
                item = replace(item, until=None)
            return (
                replace(item, rules=tuple(map(tidied_rule, item.rules)))
                if isinstance(item, Term)
                else item
            )

        def tidied_rule(rule):
            kept = []
            for step in getattr(rule, "steps", ()):
                if not any(out_of_order(k.as_of, step.as_of) for k in kept):
                    kept.append(step)
            return replace(rule, steps=tuple(kept)) if kept else rule

        agreement.terms = [tidied(t) for t in agreement.terms]
        agreement.waivers = [tidied(w) for w in agreement.waivers]
        for i, a in enumerate(agreement.amendments):
            changed = tuple(
                (
                    name,
                    {
                        key: tidied(value) if key == "period_of" else tuple(map(tidied_rule, value))
                        for key, value in change.items()
                    },
                )
                for name, change in a.replace
            )
            agreement.amendments[i] = replace(a, add=tuple(map(tidied, a.add)), replace=changed)

    def widen(self, agreement):
        """The days that follow from the text, so that facts and questions fall on them."""
        view = generate_facts.begun_on(agreement, None)
        found = [days.resolve(agreement.days["start"], view, Who(("a",)))]
        for t in agreement.terms:
            start = days.resolve(t.start, view, Who(("a",)))
            found += [start, days.resolve(t.until, view, Who(("a",)))]
            found += [days.add_span(start, 1, t.length)] if start and t.length else []
            for r in t.rules:
                found += [days.resolve(s.as_of, view, Who(("a",))) for s in getattr(r, "steps", ())]
                found.append(days.resolve(getattr(r, "by", None), view, Who(("a",))))
        self.pool += [d for d in found if d is not None]
