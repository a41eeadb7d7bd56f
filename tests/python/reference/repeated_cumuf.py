"""The probability of an alarm of a repeated CUMUF, a second time and another way: for Σ = f·I +
s·11ᵀ.

Given the common error √s·z, CUMUF is a random walk with steps of variance f. The walk is followed
from period to period by quadrature, and the answer integrated over z; nothing random, and nothing
of accord.
"""

import math

import numpy

NODES = 96


def _rule(count, lower, upper):
    nodes, weights = numpy.polynomial.legendre.leggauss(count)
    half = (upper - lower) / 2
    return lower + half * (nodes + 1), half * weights


def _walk_stays(bounds, step):
    """P(W_1 ≤ bounds[0], …, W_T ≤ bounds[T − 1]) of a walk with normal steps."""
    cdf = numpy.vectorize(lambda x: 0.5 * math.erfc(-x / math.sqrt(2)))
    if len(bounds) == 1:
        return float(cdf(bounds[0] / step))
    density = nodes = weights = None
    for t, bound in enumerate(bounds[:-1], 1):
        width = 9 * step * math.sqrt(t)
        upper = min(bound, width)
        if upper <= -width:
            return 0.0
        new, new_weights = _rule(NODES, -width, upper)
        if density is None:
            density = numpy.exp(-0.5 * (new / step) ** 2) / (step * math.sqrt(2 * math.pi))
        else:
            kernel = numpy.exp(-0.5 * ((new[:, None] - nodes[None, :]) / step) ** 2) / (
                step * math.sqrt(2 * math.pi)
            )
            density = kernel @ (weights * density)
        nodes, weights = new, new_weights
    return float(weights * density @ cdf((bounds[-1] - nodes) / step))


def false_alarm(periods, flow, common, limit):
    """P(CUMUF_t/σ(CUMUF_t) > limit in at least one of the periods)."""
    t = numpy.arange(1, periods + 1)
    sigma = numpy.sqrt(t * flow + t**2 * common)
    # Where the walk decides: z near the bounds of each period, within a few of its own standard
    # deviations.
    edges = limit * sigma / (t * math.sqrt(common))
    reach = 9 * numpy.sqrt(t * flow) / (t * math.sqrt(common))
    low, high = min(edges - reach), max(edges + reach)
    low, high = max(low, -9.0), min(high, 9.0)
    surely = 0.5 * math.erfc(high / math.sqrt(2))  # beyond: an alarm
    total = surely
    z, weights = _rule(NODES, low, high)
    for one, weight in zip(z, weights):
        stays = _walk_stays(limit * sigma - t * math.sqrt(common) * one, math.sqrt(flow))
        total += weight * math.exp(-0.5 * one**2) / math.sqrt(2 * math.pi) * (1 - stays)
    return total
