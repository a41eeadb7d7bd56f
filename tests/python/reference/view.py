"""What is on record for one question: a party, a day, a known day (chapter, 5.1)."""

from dataclasses import dataclass

GRADES = ["verified", "attested", "estimated", "declared", "reported", "unverified"]


@dataclass(frozen=True)
class Who:
    """Who is asked about: one of `each`, the one obliged, or all who are obliged jointly."""

    parties: tuple
    mode: str = ""


class View:
    """The facts of an example as known on a day; `on` is the day asked about."""

    def __init__(self, agreement, facts, on, known):
        self.agreement = agreement
        self.on = on
        self.known = known
        self.facts = [f for f in facts if f.kind == "answer" or f.known <= known]
        self.answers = {f.name: f.answer for f in facts if f.kind == "answer"}

    def counts(self, fact, who):
        """Of `each` a record that names a party counts for that party only; without a name it counts for all.

        Else bodies report about the one obliged, and another party does not.
        """
        if who is None or fact.by == "" or fact.by in who.parties:
            return True
        return who.mode != "each" and fact.by not in self.agreement.parties

    def known_events(self, event, who=None):
        """Whatever their day: the calendar may know of days to come."""
        return [f for f in self.facts if f.kind == "event" and f.name == event and self.counts(f, who)]

    def known_own_events(self, event, who):
        """Of the obliged party, or of a record that names no party."""
        return [f for f in self.known_events(event) if f.by == "" or f.by in who.parties]

    def events(self, event, who=None):
        return [f for f in self.known_events(event, who) if f.on <= self.on]

    def own_events(self, event, who):
        return [f for f in self.known_own_events(event, who) if f.on <= self.on]

    def observations(self, measure, who):
        kinds = ("figure", "seen", "no access")
        return [f for f in self.facts
                if f.kind in kinds and f.name == measure and f.on <= self.on and self.counts(f, who)]

    def last_declaration(self, party, kinds, about):
        """The last word of a party: later day, then later known day; of equal ones the one that stops."""
        said = [f for f in self.facts if f.kind in kinds and f.name == party and f.on <= self.on and about(f)]
        return max(said, key=lambda f: (f.on, f.known, f.kind != "resumes"), default=None)


def is_figure(fact):
    return fact.kind == "figure" and fact.relation == "="


def weight(fact):
    """Of several sources the better grade, then the later known day. Every fact is a source of its own."""
    return (-GRADES.index(fact.grade), fact.known)


def deciding(facts):
    """The records of the latest day that decide: several only if nothing ranks them.

    "On that day figures before statements without one": figures, then ranges, then the statement of no access.
    """
    if not facts:
        return []

    def rank(fact):
        return (fact.on, is_figure(fact), fact.kind != "no access", *weight(fact))

    best = max(rank(f) for f in facts)
    return [f for f in facts if rank(f) == best]
