"""Procedures with answers of parties (chapter, 8): single text and vetoes."""

import itertools

from . import words
from .fair import gains
from .points import disagreement, points
from .zones import answers


def standing(position, outcome):
    """What a party compares: fewer own lines broken, then utility."""
    broken = [line for line in words.no_reasons(position, outcome)
              if not line.endswith(".reservation")]
    return -len(broken), words.exact_utility(position, outcome)


class SingleText:
    def __init__(self, domain, positions, start):
        self.domain = domain
        self.positions = positions
        self.text = start
        self.questions = 0
        self.trail = []
        self.standings = {}

    def standing_of(self, outcome):
        if outcome not in self.standings:
            self.standings[outcome] = [standing(p, outcome) for p in self.positions]
        return self.standings[outcome]

    def ask(self, candidate):
        """Whether the candidate becomes the text; one that breaks a public rule is not asked."""
        if not self.domain.keeps_rules(candidate):
            return False
        self.questions += 1
        now, then = self.standing_of(self.text), self.standing_of(candidate)
        accepted = (all(new >= old for new, old in zip(then, now))
                    and any(new > old for new, old in zip(then, now)))
        if accepted:
            self.text = candidate
            self.trail.append(candidate)
        return accepted

    def one_pass(self, size):
        """Every change of so many issues, in order of issues, then of values; the text moves on
        while the pass goes on. Whether anything moved."""
        moved = False
        sizes = [range(len(issue.values)) for issue in self.domain.issues]
        for places in itertools.combinations(range(len(sizes)), size):
            for values in itertools.product(*(sizes[place] for place in places)):
                if any(self.text[place] == value for place, value in zip(places, values)):
                    continue
                candidate = list(self.text)
                for place, value in zip(places, values):
                    candidate[place] = value
                moved = self.ask(tuple(candidate)) or moved
        return moved


def single_text(domain, positions, start, radius=2):
    """{"outcome", "utilities", "moves", "questions", "trail": ranks}: passes of single changes to a
    fixpoint, then (radius 2) one pass of pairs, repeated until nothing moves."""
    talk = SingleText(domain, positions, start)
    again = True
    while again:
        while talk.one_pass(1):
            pass
        again = radius == 2 and talk.one_pass(2)
    return {
        "outcome": domain.labels(talk.text),
        "utilities": [words.exact_utility(p, talk.text) for p in positions],
        "moves": len(talk.trail),
        "questions": talk.questions,
        "trail": [domain.rank(outcome) for outcome in talk.trail],
    }


def veto_order(domain, positions):
    """Ranks of the zone in egalitarian order: greatest leximin of gains first, then least rank."""
    found = points(domain, positions)
    if not found:
        return []
    at = disagreement(positions, found)
    rows = [(sorted(gains(point, at)), outcome)
            for point, outcomes in found.items() for outcome in outcomes]
    rows.sort(key=lambda row: ([-gain for gain in row[0]], row[1]))
    return [domain.rank(outcome) for _, outcome in rows]


def veto_order_without_numbers(domain, positions):
    """By fewest open parties, then rank."""
    rows = [(list(said.values()).count("open"), domain.rank(outcome))
            for outcome, said in answers(domain, positions) if "no" not in said.values()]
    return [rank for _, rank in sorted(rows)]
