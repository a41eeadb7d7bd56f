"""Boxes of outcomes and what is false everywhere in one (chapter, 7.1).

A box is a list of sets of value indices, one for each issue. Three-valued: True or False where an
atom is so for all values left, None where it is mixed.
"""

import itertools
from fractions import Fraction

from . import ranges, rules
from .words import exact_reservation
from .exact import number


def whole(domain):
    return [set(range(len(issue.values))) for issue in domain.issues]


def both(words):
    words = list(words)
    if False in words:
        return False
    return None if None in words else True


def either(words):
    return opposite(both(opposite(word) for word in words))


def opposite(word):
    return None if word is None else not word


def everywhere(words):
    """The word of all values left, or None."""
    words = set(words)
    return words.pop() if len(words) == 1 else None


def evaluate(rule, domain, box):
    kind = rules.form(rule)
    if kind == "all":
        return both(evaluate(part, domain, box) for part in rule["all"])
    if kind == "any":
        return either(evaluate(part, domain, box) for part in rule["any"])
    if kind == "not":
        return opposite(evaluate(rule["not"], domain, box))
    if kind == "if":
        return either([opposite(evaluate(rule["if"], domain, box)),
                       evaluate(rule["then"], domain, box)])
    if kind == "sum":
        return evaluate_sum(rule, domain, box)
    place = domain.place(rule["issue"])
    at = [0] * len(domain.issues)
    words = []
    for index in box[place]:
        at[place] = index
        words.append(rules.holds(rule, domain, at))
    return everywhere(words)


def evaluate_sum(rule, domain, box):
    low = high = Fraction(0)
    for name, factor in rule["sum"].items():
        issue, left = domain.issue(name), box[domain.place(name)]
        terms = [number(factor) * issue.values[index] for index in left]
        low, high = low + min(terms), high + max(terms)
    words = []
    if "min" in rule:
        bound = number(rule["min"])
        words.append(True if low >= bound else False if high < bound else None)
    if "max" in rule:
        bound = number(rule["max"])
        words.append(True if high <= bound else False if low > bound else None)
    return both(words)


def corners(domain, places, box):
    """All outcomes that differ on these issues only; the other issues are at any value left."""
    base = [min(left) for left in box]
    for indices in itertools.product(*(sorted(box[place]) for place in places)):
        outcome = list(base)
        for place, index in zip(places, indices):
            outcome[place] = index
        yield tuple(outcome)


def line_of(position, name):
    """A foreground constraint other than a reservation, as a rule that is kept."""
    domain, kind = position.domain, name.split(".")[1:]
    if kind[0] == "no":
        place = domain.place(name.split(".", 2)[2])
        issue = domain.issues[place]
        return {"issue": issue.id,
                "not_in": [issue.label(index) for index in sorted(position.marks[place]["no"])]}
    if kind[0] == "package":
        _, named = position.packages[int(kind[1]) - 1]
        return {"not": {"all": [no_better(position, place, values)
                                for place, values in named.items()]}}
    return next(rule for line, _, rule in position.red_lines if line == kind[0])


def no_better(position, place, values):
    """An issue has a value that is no better, by order, than one of these."""
    issue, ranks = position.domain.issues[place], position.order.get(place, {})
    below = [index for index in range(len(issue.values))
             if index in values or any(index in ranks and value in ranks
                                       and ranks[value] <= ranks[index] for value in values)]
    return {"issue": issue.id, "in": [issue.label(index) for index in below]}


def breaks_reservation(position, box):
    """Every outcome of the box is below the walk-away value: shown by the sum of greatest
    contributions, or by `order`."""
    if position.package is not None and surely_worse(position, box):
        return True
    if position.utility is None:
        return False
    if position.package is not None:
        lows, highs = best_differences(position, box)
        return ranges.over(position, lows, highs)[1] < 0
    best = []
    for term in position.utility:
        best.append(max(term.entry(o)[2] for o in corners(position.domain, term.places, box)))
    return ranges.over(position, best, best)[1] < position.reservation[0]


def best_differences(position, box):
    """For each term the greatest of entry(outcome) - entry(package) in the box."""
    best = []
    for term in position.utility:
        gaps = []
        for outcome in corners(position.domain, term.places, box):
            gaps.append(ranges.term_difference(position, term, outcome, position.package)[1])
        best.append(max(gaps))
    return best, best


def surely_worse(position, box):
    """By order: the package is at least as good on every issue for all values left, and strictly
    better on one issue for all values left."""
    strict = False
    for place, left in enumerate(box):
        own, ranks = position.package[place], position.order.get(place, {})
        for index in left:
            ranked = own in ranks and index in ranks and ranks[own] <= ranks[index]
            if index != own and not ranked:
                return False
        if all(index != own and ranks[own] < ranks[index] for index in left):
            strict = True
    return strict


def breaks_weighted(positions, weights, box):
    """Greatest sum of w * u over the box is below the sum of w * r; terms over the same issues are
    added up before their greatest is taken. Needs one number for each outcome."""
    groups, bound = {}, Fraction(0)
    for position in positions:
        weight = weights[position.party]
        bound += weight * exact_reservation(position)
        for term, own in zip(position.utility, position.corners[0]):
            groups.setdefault(tuple(sorted(set(term.places))), []).append((weight * own, term))
    total = Fraction(0)
    for places, terms in groups.items():
        total += max(sum(weight * term.entry(outcome)[1] for weight, term in terms)
                     for outcome in corners(positions[0].domain, places, box))
    return total < bound
