"""The fair rules over mixtures of outcomes (chapter, 6.1, `convex`), by trying candidates.

Leximin: where a mixture of independent points is best, the equal gains among it pin it down; else
a small step would raise the least gain that may move. So it is enough to try, for every few points,
every few equations between two gains. Nash: two parties, every two points.
"""

import itertools
from fractions import Fraction

from .exact import Bad
from .points import disagreement, efficient, ideal, points
from .fair import gains, relative


def solve(rows):
    """The one solution of linear equations [coefficients..., right side], or None."""
    rows, size = [list(row) for row in rows], len(rows[0]) - 1
    done = 0
    for column in range(size):
        pivot = next((r for r in range(done, len(rows)) if rows[r][column] != 0), None)
        if pivot is None:
            return None
        rows[done], rows[pivot] = rows[pivot], rows[done]
        rows[done] = [value / rows[done][column] for value in rows[done]]
        for r, row in enumerate(rows):
            if r != done and row[column] != 0:
                rows[r] = [a - row[column] * b for a, b in zip(row, rows[done])]
        done += 1
    if any(row[size] != 0 for row in rows[done:]):
        return None
    return [rows[i][size] for i in range(size)]


def mixed(candidates, shares):
    return tuple(sum((share * value for share, value in zip(shares, column)), Fraction(0))
                 for column in zip(*candidates))


def mixtures(candidates, value):
    """All candidates for a leximin: [(points, shares)]; `value`: the vector that is compared."""
    parties = len(candidates[0])
    equations = list(itertools.combinations(range(parties), 2))
    for size in range(1, parties + 1):
        for group in itertools.combinations(candidates, size):
            values = [[Fraction(v) for v in value(point)] for point in group]
            for pairs in itertools.combinations(equations, size - 1):
                rows = [[Fraction(1)] * (size + 1)]
                rows += [[v[i] - v[j] for v in values] + [Fraction(0)] for i, j in pairs]
                shares = solve(rows)
                if shares is not None and min(shares) >= 0:
                    yield group, shares


def leximin(candidates, value):
    return max(mixtures(candidates, value),
               key=lambda mixture: sorted(mixed([value(p) for p in mixture[0]], mixture[1])))


def nash(candidates, at):
    """Of two parties: the largest product over every two points, in closed form."""
    best, found = Fraction(-1), None
    for one, other in itertools.combinations_with_replacement(candidates, 2):
        for share in (Fraction(0), Fraction(1), summit(gains(one, at), gains(other, at))):
            if share is not None and 0 <= share <= 1:
                left, right = gains(mixed((one, other), (1 - share, share)), at)
                if left * right > best:
                    best, found = left * right, ((one, other), [1 - share, share])
    return best, found


def summit(start, end):
    """Where (a + s p)(b + s q) is largest: its derivative a q + b p + 2 s p q is 0."""
    p, q = end[0] - start[0], end[1] - start[1]
    return -Fraction(start[0] * q + start[1] * p) / (2 * p * q) if p * q < 0 else None


def hull_solutions(candidates, at, best):
    """{rule: (points, shares)} over the convex hull of points."""
    def shares(point):
        return relative(point, at, best)

    top = max(sum(point) for point in candidates)
    found = {
        "ks": leximin(candidates, shares),
        "egal": leximin(candidates, lambda point: gains(point, at)),
        "welfare": leximin([p for p in candidates if sum(p) == top], shares),
    }
    if len(at) == 2:
        product, mixture = nash(candidates, at)
        furthest = max(gains(point, at) for point in candidates)
        found["nash"] = mixture if product > 0 else leximin(
            [p for p in candidates if gains(p, at) == furthest], shares)
    return found


def lotteries(domain, positions):
    """{rule: {"utilities", "mixture": [(least rank, probability)]}}; Nash for two parties only.
    None without a zone."""
    found = points(domain, positions)
    if not found:
        return None
    if len(positions) > 4:
        raise Bad("too_large", "lotteries of more than four parties")
    at, best = disagreement(positions, found), ideal(found)
    result = {}
    for rule, (group, shares) in hull_solutions(efficient(list(found)), at, best).items():
        mixture = {}
        for point, share in zip(group, shares):
            rank = domain.rank(found[point][0])
            mixture[rank] = mixture.get(rank, 0) + share
        result[rule] = {"utilities": list(mixed(group, shares)),
                        "mixture": sorted(item for item in mixture.items() if item[1])}
    return result
