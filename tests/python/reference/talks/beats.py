"""Which outcomes are efficient while something is open (chapter, 6.3): every pair is compared."""

from . import ranges
from .words import at_least_as_good, worse
from .zones import not_excluded, silent

ANYTHING = (None, None)  # nothing is known of the sign, below or above


def signs(position, one, other):
    """(least, greatest) sign of u(one) - u(other): -1, 0 or 1; None where nothing is known."""
    if one == other:
        return 0, 0
    if position is None:
        return ANYTHING
    if position.utility is not None:
        return tuple((gap > 0) - (gap < 0) for gap in ranges.difference(position, one, other))
    if worse(position, one, other):
        return None, -1
    if worse(position, other, one):
        return 1, None
    if at_least_as_good(position, one, other) and at_least_as_good(position, other, one):
        return 0, 0
    return ANYTHING


def surely_beats(compared):
    """Least difference >= 0 for every party and > 0 for one."""
    lows = [low for low, _ in compared]
    return all(low is not None and low >= 0 for low in lows) and any(low == 1 for low in lows)


def possibly_beats(compared):
    highs = [1 if high is None else high for _, high in compared]
    return all(high >= 0 for high in highs) and any(high == 1 for high in highs)


def efficient(domain, positions):
    """{"sure", "possible", "excluded": ranks}; `possible` holds the sure ones too."""
    parties = list(positions) + [None for _ in silent(domain, positions)]
    outcomes = not_excluded(domain, positions)
    found = {"sure": [], "possible": [], "excluded": []}
    for outcome in outcomes:
        compared = [[signs(p, other, outcome) for p in parties]
                    for other in outcomes if other != outcome]
        rank = domain.rank(outcome)
        if any(surely_beats(one) for one in compared):
            found["excluded"].append(rank)
            continue
        found["possible"].append(rank)
        if not any(possibly_beats(one) for one in compared):
            found["sure"].append(rank)
    return found


def differences(domain, position, one, other):
    """For comparison: (least, greatest) of u(one) - u(other) of two outcomes given by rank."""
    return ranges.difference(position, domain.at(one), domain.at(other))
