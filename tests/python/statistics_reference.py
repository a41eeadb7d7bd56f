"""Slow, obvious versions of the tests of a sequence, with numpy alone and from the statistics
chapter alone."""

import math

import numpy as np

phi = np.vectorize(lambda x: math.exp(-x * x / 2) / math.sqrt(2 * math.pi), otypes=[float])
Phi = np.vectorize(lambda x: math.erfc(-x / math.sqrt(2)) / 2, otypes=[float])


def z(p):
    """The quantile of the normal distribution, by halving."""
    return bisect(lambda x: float(Phi(x)) - p, -40, 40)


def bisect(function, low, high):
    """Where an increasing function is zero."""
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (low, middle) if function(middle) > 0 else (middle, high)
    return (low + high) / 2


def structured(periods, flow=1.0, systematic=0.25, inventory=1.5):
    """Independent flows, a common systematic part, inventories measured once and used twice
    (chapter, EX-3.1)."""
    across = np.eye(periods, k=1) + np.eye(periods, k=-1)
    return (flow + 2 * inventory) * np.eye(periods) + systematic - inventory * across


def sequence(muf, covariance):
    """itmuf, its sigma, and gemuf, each period from the conditional distribution with an explicit
    inverse."""
    itmuf, sigma, gemuf = [], [], []
    for t in range(len(muf)):
        weights = covariance[t, :t] @ np.linalg.inv(covariance[:t, :t])
        itmuf.append(muf[t] - weights @ muf[:t])
        sigma.append(math.sqrt(covariance[t, t] - weights @ covariance[:t, t]))
        so_far = muf[: t + 1]
        gemuf.append(so_far @ np.linalg.inv(covariance[: t + 1, : t + 1]) @ so_far)
    return np.array(itmuf), np.array(sigma), np.array(gemuf)


def page(y, k, headstart=0.0):
    """S_1 … S_n of each row."""
    level = np.full(y.shape[:-1], float(headstart))
    out = np.empty(y.shape)
    for t in range(y.shape[-1]):
        level = np.maximum(0, level + y[..., t] - k)
        out[..., t] = level
    return out


def page_alarms(means, k, h, headstart=0.0, nodes=120):
    """P(the first alarm is in period t): the atom at zero and the density on Gauss–Legendre
    nodes."""
    x, w = np.polynomial.legendre.leggauss(nodes)
    x, w = (x + 1) * h / 2, w * h / 2
    atom, density, alarms = None, None, []
    for mean in means:
        shift = k - mean
        if atom is None:
            alarms.append(float(Phi(headstart - shift - h)))
            atom, density = float(Phi(shift - headstart)), phi(x + shift - headstart)
            continue
        alarms.append(atom * float(Phi(-shift - h)) + (w * density) @ Phi(x - shift - h))
        new_atom = atom * float(Phi(shift)) + (w * density) @ Phi(shift - x)
        density = atom * phi(x + shift) + phi(x[:, None] + shift - x[None]) @ (w * density)
        atom = new_atom
    return np.array(alarms)


def arl(k, h, mean, headstart=0.0, nodes=120):
    """The average run length as the sum of the chances to be still running."""
    x, w = np.polynomial.legendre.leggauss(nodes)
    x, w = (x + 1) * h / 2, w * h / 2
    shift = k - mean
    system = np.eye(nodes + 1)
    start = np.concatenate([[0.0], x])
    system[:, 0] -= Phi(shift - start)
    system[:, 1:] -= w * phi(x[None] + shift - start[:, None])
    average = np.linalg.solve(system, np.ones(nodes + 1))
    return (
        1
        + average[0] * float(Phi(shift - headstart))
        + (w * phi(x + shift - headstart)) @ average[1:]
    )


def chi_squared_sf(x, degrees):
    """For an even number of degrees: a finite sum."""
    assert degrees % 2 == 0
    terms = [
        math.exp(i * math.log(x / 2) - math.lgamma(i + 1) - x / 2) for i in range(degrees // 2)
    ]
    return math.fsum(terms)


def gemuf_probability(distance_squared, degrees, alpha):
    """The non-central χ² as a Poisson mixture of central ones, added up."""
    limit = bisect(lambda x: alpha - chi_squared_sf(x, degrees), 1e-9, 500)
    half = distance_squared / 2
    if half == 0:
        return alpha
    mixed = [
        math.exp(i * math.log(half) - math.lgamma(i + 1) - half)
        * chi_squared_sf(limit, degrees + 2 * i)
        for i in range(int(half + 40 * math.sqrt(half) + 60))
    ]
    return math.fsum(mixed)


def walk_stays_below(limit, periods, nodes=300):
    """P(no sum of t independent normal numbers is above limit·√t, t = 1 … periods): the density of
    the sum."""
    x, w = np.polynomial.legendre.leggauss(nodes)

    def on(t):
        low, high = -9 * math.sqrt(t), limit * math.sqrt(t)
        return (high - low) / 2 * x + (low + high) / 2, (high - low) / 2 * w

    at, weight = on(1)
    density = phi(at)
    for t in range(2, periods + 1):
        now, new_weight = on(t)
        density = phi(now[:, None] - at[None]) @ (weight * density)
        at, weight = now, new_weight
    return weight @ density


def philox(counter, key):
    """Philox4x32-10 (Salmon et al. 2011), one block."""
    key = list(key)
    for _ in range(10):
        p, q = 0xD2511F53 * counter[0], 0xCD9E8D57 * counter[2]
        mask = 0xFFFFFFFF
        counter = (
            (q >> 32) ^ counter[1] ^ key[0],
            q & mask,
            (p >> 32) ^ counter[3] ^ key[1],
            p & mask,
        )
        key = [(key[0] + 0x9E3779B9) & mask, (key[1] + 0xBB67AE85) & mask]
    return counter


def normals(seed, stream, place, draw=0):
    """The four numbers of a place: Box and Muller's transform of two pairs of words."""
    words = philox((place & 0xFFFFFFFF, place >> 32, draw, stream), (seed & 0xFFFFFFFF, seed >> 32))
    out = []
    for radius_word, angle_word in (words[:2], words[2:]):
        radius = math.sqrt(-2 * math.log((radius_word + 0.5) / 2**32))
        angle = 2 * math.pi * angle_word / 2**32
        out += [radius * math.cos(angle), radius * math.sin(angle)]
    return out
