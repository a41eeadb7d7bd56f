"""Points of the zone and those that no other point dominates (chapter, 6.1)."""

from .words import exact_reservation, exact_utility
from .exact import Bad
from .zones import not_excluded


def points(domain, positions, round_=0):
    """{utility vector: [outcomes in order of rank]} over the zone; needs numbers of everybody.

    The zone here is what nobody excludes: a party without a walk-away value is treated as
    accepting."""
    if {p.party for p in positions} < set(domain.parties):
        raise Bad("needs_numbers", "a silent party")
    found = {}
    for outcome in not_excluded(domain, positions, round_):
        point = tuple(exact_utility(p, outcome, round_) for p in positions)
        found.setdefault(point, []).append(outcome)
    return found


def dominates(one, other):
    return one != other and all(a >= b for a, b in zip(one, other))


def efficient(candidates):
    return [p for p in candidates if not any(dominates(q, p) for q in candidates)]


def row(domain, point, outcomes):
    return {
        "utilities": list(point),
        "outcomes": len(outcomes),
        "rank": domain.rank(outcomes[0]),
        "outcome": domain.labels(outcomes[0]),
    }


def frontier(domain, positions, round_=0):
    """Distinct efficient points, greatest utility of the first party first: `utilities`, number of
    `outcomes`, least `rank` and its `outcome`."""
    found = points(domain, positions, round_)
    return [row(domain, p, found[p]) for p in sorted(efficient(list(found)), reverse=True)]


def ideal(found):
    """The greatest utility of each party over the zone."""
    return tuple(max(column) for column in zip(*found))


def disagreement(positions, found, round_=0):
    """r, or the worst utility in the zone where a party has no walk-away value."""
    worst = [min(column) for column in zip(*found)]
    stated = [exact_reservation(position, round_) for position in positions]
    return tuple(w if r is None else r for w, r in zip(worst, stated))


def is_epsilon_frontier(kept, found, epsilon, at, best):
    """None, or what is wrong with `kept` as an epsilon-frontier of the points `found`; `at` is the
    disagreement and `best` the ideal."""
    if any(point not in found for point in kept):
        return "a kept point is not in the zone"
    for point in found:
        if not any(all(k >= p - epsilon for k, p in zip(other, point)) for other in kept):
            return "a point is not covered"
    limit = 1
    spans = sorted((2 * (b - d) / epsilon for b, d in zip(best, at)), reverse=True)
    for span in spans[:len(best) - 1]:
        limit *= -(-span.numerator // span.denominator) + 1
    if len(set(kept)) > limit:
        return "too many points"
    return None
