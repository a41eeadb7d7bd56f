"""Least and greatest utilities under ranges of weights and values (chapter, 6.3).

A sum of products is linear in the weights, so its least and greatest are at corners of what the
weights may be; all corners are tried.
"""

from fractions import Fraction


def over(position, lows, highs):
    """Least and greatest of the sum of weight times a value between low and high."""
    least = min(sum((min(w * a, w * b) for w, a, b in zip(weights, lows, highs)), Fraction(0))
                for weights in position.corners)
    greatest = max(sum((max(w * a, w * b) for w, a, b in zip(weights, lows, highs)), Fraction(0))
                   for weights in position.corners)
    return least, greatest


def utility(position, outcome):
    """(least, greatest) utility of an outcome, in round 0."""
    entries = [term.entry(outcome) for term in position.utility]
    return over(position, [low for _, low, _ in entries], [high for _, _, high in entries])


def difference(position, one, other):
    """(least, greatest) of u(one) - u(other)."""
    gaps = [term_difference(position, term, one, other) for term in position.utility]
    return over(position, [low for low, _ in gaps], [high for _, high in gaps])


def term_difference(position, term, one, other):
    """Of one term, without its weight: the same entry on both sides gives 0, else low - high' to
    high - low', cut at 0 where the party has ranked the two values."""
    name, low, high = term.entry(one)
    other_name, other_low, other_high = term.entry(other)
    if name == other_name:
        return Fraction(0), Fraction(0)
    below, above = low - other_high, high - other_low
    if len(term.places) == 1:
        return cut(position, term.places[0], one, other, below, above)
    return below, above


def cut(position, place, one, other, below, above):
    ranks = position.order.get(place, {})
    if one[place] in ranks and other[place] in ranks:
        if ranks[one[place]] <= ranks[other[place]]:
            below = max(below, Fraction(0))
        if ranks[one[place]] >= ranks[other[place]]:
            above = min(above, Fraction(0))
    return below, above


def exact(position):
    """Whether the party has given one number for each outcome."""
    if position.utility is None or position.weight_order is not None:
        return False
    if any(term.weight[0] != term.weight[1] for term in position.utility):
        return len(position.corners) == 1 and exact_values(position)
    return exact_values(position)


def exact_values(position):
    for term in position.utility:
        if term.kind == "table":
            entries = list(term.data["table"].values())
        elif term.kind == "tuples":
            entries = [*term.data["table"].values(), term.data["default"]]
        elif term.kind == "box":
            entries = [term.data["value"], term.data["outside"]]
        else:
            entries = []
        if any(low != high for low, high in entries):
            return False
    return True
