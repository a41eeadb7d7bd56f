"""Two additive linear parties on continuous issues (chapter, 6.2 no. 7), by corners.

The utilities that can be reached are the convex hull of those of the corners of the domain. Above
both walk-away values it is the hull of the corners there and of the places where a line between two
corners meets a walk-away value.
"""

import itertools
from fractions import Fraction

from .words import exact_reservation
from .exact import Bad
from .points import ideal
from .hull import hull_solutions, mixed
from .utility import line


def corner_points(domain, positions):
    sides = [issue.values if issue.continuous else None for issue in domain.issues]
    if None in sides or len(positions) != 2 or any(p.red_lines for p in positions):
        raise Bad("needs_grid", domain.name)
    found = set()
    for corner in itertools.product(*sides):
        found.add(tuple(value(position, corner) for position in positions))
    return sorted(found)


def value(position, corner):
    total = Fraction(0)
    for term in position.utility:
        if term.kind != "points" or len(term.data["points"]) != 2:
            raise Bad("needs_grid", "a term that is not linear")
        total += term.weight[0] * line(term.data["points"], corner[term.places[0]])
    return total


def cut(points, bounds):
    """The points that reach the bounds, and those where a line between two meets one."""
    found = set(points)
    for one, other in itertools.combinations(points, 2):
        for i, bound in enumerate(bounds):
            if one[i] != other[i]:
                share = (bound - one[i]) / (other[i] - one[i])
                if 0 <= share <= 1:
                    found.add(mixed((one, other), (1 - share, share)))
    return sorted(p for p in found if all(u >= r for u, r in zip(p, bounds)))


def beaten(point, one, other):
    """Whether a mixture of two others is at least as good for both, and not the same."""
    low, high = Fraction(0), Fraction(1)
    for p, a, b in zip(point, one, other):
        if a == b:
            if a < p:
                return False
            continue
        share = (p - a) / (b - a)
        low, high = (max(low, share), high) if b > a else (low, min(high, share))
    return low <= high


def vertices(points):
    """Efficient points that no mixture of two others replaces, greatest first utility first."""
    return sorted((p for p in points
                   if not any(beaten(p, a, b) for a, b in itertools.combinations_with_replacement(
                       [q for q in points if q != p], 2))), reverse=True)


def continuous(domain, positions):
    """{"vertices" of the whole frontier, "ideal", "disagreement", rule: utilities}; None where
    nothing reaches both walk-away values."""
    points = corner_points(domain, positions)
    at = tuple(exact_reservation(position) for position in positions)
    if None in at:
        raise Bad("needs_numbers", "a walk-away value")
    reached = cut(points, at)
    if not reached:
        return None
    best = ideal(reached)
    result = {"vertices": vertices(points), "ideal": list(best), "disagreement": list(at)}
    for rule, (group, shares) in hull_solutions(vertices(reached), at, best).items():
        result[rule] = list(mixed(group, shares))
    return result
