"""What is on record for one question: a party, a day, a known day (chapter, 5.1)."""

from dataclasses import dataclass

GRADES = ["verified", "attested", "estimated", "declared", "reported", "unverified"]


@dataclass(frozen=True)
class Who:
    """Who is asked about: one of `each`, the one obliged, or all who are obliged jointly."""

    parties: tuple
    mode: str = ""


class View:
    """The facts of an example as known on a day; `on` is the day asked about.

    `whole`: of the second judgement, from the records that name the party, the view with all of
    them.
    """

    def __init__(self, agreement, facts, on, known, whole=None):
        self.agreement = agreement
        self.on = on
        self.known = known
        self.whole = whole
        self.facts = [f for f in facts if f.kind == "answer" or f.known <= known]
        self.answers = {f.name: f.answer for f in facts if f.kind == "answer"}

    def with_names(self):
        return View(self.agreement, self.facts, self.on, self.known, whole=self)

    def counts(self, fact, who):
        """What counts as a record about those asked for; `who` is None for calls, days and
        conditions of anybody."""
        if who is None:
            return True
        names = self.names(fact, who)
        if names == "nobody":
            return self.whole is None or says_none(fact) or not self.may_be_of_others(fact, who)
        return names == "them"

    def names(self, fact, who):
        """Whom a record names: them, nobody (it may be about them) or others (it is not about
        them).

        What a group does or is seen to do each of its members does; its figures name nobody in it.
        Of `each` a record that names another is not about the party; else bodies report about the
        one obliged.
        """
        if fact.by in who.parties:
            return "them"
        if fact.by in self.agreement.groups:
            if not set(self.agreement.groups[fact.by]) & set(who.parties):
                return "others"
            return "them" if fact.kind in ("event", "seen") else "nobody"
        if fact.by == "":
            return "nobody"
        return "others" if who.mode == "each" or fact.by in self.agreement.parties else "nobody"

    def may_be_of_others(self, fact, who):
        """Under `each` always; for a single one if a rule that obliges another party has the same
        subject."""
        if who.mode == "jointly":
            return False
        if who.mode == "each" or fact.by in self.agreement.groups:
            return True
        return any(
            obliged != who.parties[0]
            for name, obliged in subjects(self.agreement)
            if name == fact.name
        )

    def known_events(self, event, who=None):
        """Whatever their day: the calendar may know of days to come."""
        return [
            f for f in self.facts if f.kind == "event" and f.name == event and self.counts(f, who)
        ]

    def known_own_events(self, event, who):
        """Of the obliged party or a group with it; a record without a name as everywhere. Who
        reports does not act."""
        acts = self.known_events(event, who)
        return [
            f for f in acts if f.by == "" or f.by in who.parties or f.by in self.agreement.groups
        ]

    def events(self, event, who=None):
        return [f for f in self.known_events(event, who) if f.on <= self.on]

    def own_events(self, event, who):
        return [f for f in self.known_own_events(event, who) if f.on <= self.on]

    def observations(self, measure, who):
        kinds = ("figure", "seen", "no access")
        return [
            f
            for f in self.facts
            if f.kind in kinds and f.name == measure and f.on <= self.on and self.counts(f, who)
        ]

    def last_declaration(self, party, kinds, about):
        """The last word of a party: later day, then later known day; of equal ones the one that
        stops."""
        said = [
            f
            for f in self.facts
            if f.kind in kinds and f.name == party and f.on <= self.on and about(f)
        ]
        return max(said, key=lambda f: (f.on, f.known, f.kind != "resumes"), default=None)


def says_none(fact):
    """A no, a 0, no access: it speaks for everyone."""
    if fact.kind == "figure":
        return fact.value == 0 and fact.relation in ("=", "<=")
    return fact.kind == "no access" or (fact.kind == "seen" and not fact.yes)


def subjects(agreement):
    """Pairs of a measure or event and a party that a rule about it obliges, in any version of any
    term."""
    found = set()
    for term in agreement.terms + [t for a in agreement.amendments for t in a.add]:
        changes = [c for a in agreement.amendments for name, c in a.replace if name == term.name]
        obliged = {p for o in [term.obliged, *(c.get("obliged", ()) for c in changes)] for p in o}
        for rule in [*term.rules, *(r for c in changes for r in c.get("rules", ()))]:
            found |= {(name, p) for name in names_of(agreement, rule) for p in obliged}
    return found


def names_of(agreement, rule):
    """What a rule looks for on record: parts of a formula, not the formula."""
    if hasattr(rule, "event"):
        return [rule.event]
    if hasattr(rule, "activity"):
        return [rule.activity]
    pending, found = [rule.measure], []
    for name in pending:
        parts = agreement.measures[name].parts
        pending += [part for _, _, part in parts]
        found += [] if parts else [name]
    return found


def is_figure(fact):
    return fact.kind == "figure" and fact.relation == "="


def weight(fact):
    """Of several sources the better grade, then the later known day. Every fact is a source of its
    own."""
    return (-GRADES.index(fact.grade), fact.known)


def deciding(facts):
    """The records of the latest day that decide: several only if nothing ranks them.

    "On that day figures before statements without one": figures, then ranges, then the statement of
    no access.
    """
    if not facts:
        return []

    def rank(fact):
        return (fact.on, is_figure(fact), fact.kind != "no access", *weight(fact))

    best = max(rank(f) for f in facts)
    return [f for f in facts if rank(f) == best]
