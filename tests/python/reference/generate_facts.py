"""Random facts for a random agreement, and the days to ask about."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from . import days
from .terms import DutyBefore, DutyEvery, DutyWithin, Fact, Limit, Prohibit, Require
from .view import GRADES, View


def begun_on(agreement, day):
    """A view in which all that happened is that it began, or nothing."""
    facts = [Fact("event", "begun", on=day, known=day)] if day else []
    return View(agreement, facts, date.max, date.max)


def leaves(agreement, name):
    parts = agreement.measures[name].parts
    return [x for _, _, p in parts for x in leaves(agreement, p)] if parts else [name]


def asked_of(agreement):
    """What the text speaks of: measures, activities, events."""
    terms = agreement.terms + [t for a in agreement.amendments for t in a.add]
    rules = [r for t in terms for r in t.rules]
    rules += [
        r for a in agreement.amendments for _, change in a.replace for r in change.get("rules", ())
    ]
    found = []
    for r in rules:
        if isinstance(r, Limit):
            found += [("figure", x) for x in leaves(agreement, r.measure)] * 2
        elif isinstance(r, (Prohibit, Require)):
            found += [("seen", r.activity)] * 3
        else:
            found += [("event", r.event)] * 3
            found += [("event", "call")] * 3 if isinstance(r, (DutyWithin, DutyBefore)) else []
    return found + [
        ("event", "begun"),
        ("event", "dispute"),
        ("declaration", ""),
        ("event", "begun"),
    ]


class Facts:
    def __init__(self, generator, agreement):
        self.g = generator
        self.random = generator.random
        self.agreement = agreement
        self.asked = asked_of(agreement)
        self.recent = []

    def when(self):
        """Often the day of an earlier fact, or a deadline after it."""
        on = self.random.choice(self.recent) if self.recent and self.g.chance(0.3) else self.g.day()
        if self.recent and self.g.chance(0.2):
            on = self.random.choice(self.recent) + timedelta(
                days=self.random.choice([1, 7, 14, 30, 31])
            )
        self.recent.append(on)
        known = on + timedelta(days=self.random.choice([0, 0, 0, 1, 7, 40]))
        by = self.random.choice(
            ["", "", "", "a", "a", "b", "agency", "both" if self.g.chance(0.5) else ""]
        )
        grade = "verified" if self.g.chance(0.7) else self.random.choice(GRADES)
        return {"on": on, "known": known, "by": by, "grade": grade}

    def figure(self, name):
        unit = self.random.choice(["ku", "kf"]) if name == "form" else "t"
        around = {"ku": ["202.8"], "kf": ["300"]}.get(unit, ["10", "20", "5", "2.5"])
        value = Decimal(self.random.choice(around)) + Decimal(
            self.random.choice(["-0.1", "0", "0", "0.1", "0.2"])
        )
        uncertainty = (
            Decimal(self.random.choice(["0", "0.1", "0.2", "10"])) if self.g.chance(0.2) else None
        )
        relation = "=" if self.g.chance(0.75) else self.random.choice(["<", "<=", ">", ">="])
        if name != "other" and self.g.chance(0.08):  # a share of nothing has no value
            value, relation = Decimal(0), "="
        flow = self.agreement.measures[name].kind == "flow"
        return Fact("figure", name, relation="=" if flow else relation, value=value, unit=unit,
                    uncertainty=uncertainty if flow or relation == "=" else None, **self.when())

    def seen(self, name):
        where = self.random.choice(["", "at", "at", "outside"])
        sites = self.g.sites() if where else ()
        if where == "at" and self.g.chance(0.3):
            sites = ("north", "south")
        return Fact("seen", name, yes=self.g.chance(0.45), where=where, names=sites, **self.when())

    def declaration(self):
        party = self.random.choice(["a", "b"])
        kind = self.random.choice(["ceases", "suspends", "refuses", "refuses", "resumes", "ceases"])
        named = () if kind == "ceases" else (self.random.choice(self.agreement.terms).name,)
        return Fact(kind, party, names=named, **{**self.when(), "by": ""})

    def one(self):
        kind, name = self.random.choice(self.asked)
        if kind == "event":
            return Fact("event", name, **self.when())
        if kind == "declaration":
            return self.declaration()
        if self.g.chance(0.08):
            return Fact("no access", name, **self.when())
        return self.figure(name) if kind == "figure" else self.seen(name)

    def some(self):
        found = [self.one() for _ in range(self.random.randint(3, 11))]
        for fact in list(found):
            if self.g.chance(0.12):  # a correction known later, or an equal that contradicts
                later = timedelta(days=self.random.choice([0, 3]))
                found.append(
                    replace(
                        self.one_like(fact), on=fact.on, known=fact.known + later, grade=fact.grade
                    )
                )
        if self.g.chance(0.3):
            found.append(Fact("answer", "Q", answer=self.random.choice(["yes_it_is", "not_so"])))
        return found

    def one_like(self, fact):
        if fact.kind == "figure":
            return replace(self.figure(fact.name), by=fact.by)
        return replace(self.seen(fact.name), by=fact.by) if fact.kind == "seen" else fact

    def questions(self, facts, count):
        """(term, on, known, party): on the days of the facts, the days of the text, their
        deadlines, and beside."""
        dated = [f for f in facts if f.kind != "answer"]
        pool = [f.on for f in dated] + [f.known for f in dated] + self.g.pool
        view = begun_on(self.agreement, None)
        terms = self.agreement.terms + [t for a in self.agreement.amendments for t in a.add]
        asked = []
        for _ in range(count):
            term = self.random.choice(terms)
            on = self.random.choice(pool)
            rule = self.random.choice(term.rules)
            if isinstance(rule, DutyWithin) and self.g.chance(0.5):
                on = days.add_span(on, 1, rule.stages, view.agreement.holidays)
            if isinstance(rule, DutyEvery) and self.g.chance(0.5):
                on = days.add_span(on, 1, rule.span + rule.grace)
            on += timedelta(days=self.random.choice([-1, 0, 0, 1]))
            known = on + timedelta(days=self.random.choice([0, 0, 1, 50, 400]))
            asked.append(
                (
                    term.name,
                    on,
                    known,
                    self.random.choice(term.obliged) if term.mode == "each" else "",
                )
            )
        return asked
