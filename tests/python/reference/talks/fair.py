"""Fair points of the zone (chapter, 6.1): Nash, Kalai-Smorodinsky, egalitarian, maximum welfare."""

import itertools
import math

from .points import disagreement, efficient, ideal, points

RULES = ("nash", "ks", "egal", "welfare")


def gains(point, at):
    return tuple(u - d for u, d in zip(point, at))


def relative(point, at, best):
    """Gains as shares of the greatest gain; who can gain nothing counts 1."""
    return tuple((u - d) / (a - d) if a != d else 1 for u, d, a in zip(point, at, best))


def largest(candidates, value):
    top = max(value(point) for point in candidates)
    return [point for point in candidates if value(point) == top]


def gainers(point, at):
    return tuple(i for i, gain in enumerate(gains(point, at)) if gain > 0)


def nash(candidates, at):
    """[(set of gainers, product over the set, its maximisers)]: one set, all parties, where some
    point leaves nobody at d; else every largest set of gainers."""
    most = max(len(gainers(point, at)) for point in candidates)
    found = []
    for group in itertools.combinations(range(len(at)), most):
        those = [point for point in candidates if gainers(point, at) == group]

        def product(point, group=group):
            return math.prod(gains(point, at)[i] for i in group)

        if those:
            best = largest(those, product)
            found.append((group, product(best[0]), best))
    return found


def maximisers(rule, candidates, at, best):
    """The points that a rule chooses."""
    if rule == "nash":
        return [point for _, _, those in nash(candidates, at) for point in those]
    if rule == "ks":
        return largest(candidates, lambda point: sorted(relative(point, at, best)))
    if rule == "egal":
        return largest(candidates, lambda point: sorted(gains(point, at)))
    return largest(candidates, sum)


def gap(candidates, at, best):
    """`ks=gap`, for comparison only: efficient points whose relative gains differ least."""

    def spread(point):
        shares = relative(point, at, best)
        return -(max(shares) - min(shares))

    return largest(efficient(candidates), spread)


def chosen(domain, found, those, at, best):
    """Of the maximisers: greatest leximin of relative gains, then least rank."""
    fair = largest(those, lambda point: sorted(relative(point, at, best)))
    outcome = min((found[point][0] for point in fair), key=domain.rank)
    point = next(point for point in fair if found[point][0] == outcome)
    return {"rank": domain.rank(outcome), "outcome": domain.labels(outcome),
            "utilities": list(point)}


def solution(rule, domain, found, at, best):
    those = maximisers(rule, list(found), at, best)
    outcomes = sorted(outcome for point in those for outcome in found[point])
    result = {
        "points": [list(point) for point in sorted(those, reverse=True)],
        "ranks": [domain.rank(outcome) for outcome in outcomes],
        "chosen": chosen(domain, found, those, at, best),
    }
    if rule == "nash":
        result["sets"] = [
            {"gainers": list(group), "product": product, "points": [list(p) for p in sorted(best_)]}
            for group, product, best_ in nash(list(found), at)]
    if rule == "welfare":
        result["value"] = sum(those[0])
    return result


def solutions(domain, positions, round_=0):
    """{"zone", "disagreement", "ideal", and for each rule "points", "ranks" and "chosen"}; None
    where the zone is empty. Nash has its "sets" of gainers (places of parties) with "product"."""
    found = points(domain, positions, round_)
    if not found:
        return None
    at, best = disagreement(positions, found, round_), ideal(found)
    result = {"zone": sum(len(outcomes) for outcomes in found.values()),
              "disagreement": list(at), "ideal": list(best)}
    for rule in RULES:
        result[rule] = solution(rule, domain, found, at, best)
    return result
