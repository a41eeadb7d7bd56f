"""Page's test on independent normal numbers with variance 1. Reached as accord.statistics."""

import typing

import numpy

from accord import _accord
from accord._numbers import frozen, number, vector, whole

PERIODS_MAX = 100_000


class PageRun(typing.NamedTuple):
    """The statistics S_1 … S_n, a read-only array, and the first period with an alarm (from 1), or None."""

    statistic: numpy.ndarray
    alarm: typing.Optional[int]


def _test(h, k, headstart):
    return number("k", k), number("h", h), number("headstart", headstart)


def page_run(y, h, k=0.5, headstart=0.0, *, first_without_k=False):
    """Page's test (CUSUM) of a sequence: S_t = max(0, S_{t−1} + y_t − k), an alarm when S_t > h.

    Parameters
    ----------
    y : array_like
        SITMUF, shape (n,). Use −y to look for unexplained gains.
    h : float
        Limit, above 0 and at most 100. :func:`page_threshold` computes one.
    k : float
        Half the shift to be found, in standard deviations; at least 0.
    headstart : float
        S_0, from 0 to h.
    first_without_k : bool
        S_1 = max(0, headstart + y_1) as some other programs begin; for comparing with them only.

    Returns
    -------
    PageRun

    Raises
    ------
    ValueError
        An argument of the wrong shape, or not finite.
    AccordError
        B102: k, h or headstart out of range.

    Examples
    --------
    >>> run = page_run([0.388057, 1.083703, 0.101550, 1.239876], h=1.9)
    >>> run.statistic.round(6).tolist(), run.alarm
    ([0.0, 0.583703, 0.185253, 0.925129], None)
    """
    statistic, alarm = _accord.page_run(vector("y", y), *_test(h, k, headstart), bool(first_without_k))
    return PageRun(frozen(statistic), alarm)


def page_arl(h, k=0.5, mean=0.0, headstart=0.0):
    """The average number of periods until an alarm (ARL), every y ~ N(mean, 1). Exact: about 12 digits for h ≤ 10.

    Raises
    ------
    AccordError
        B102: k, h or headstart out of range.

    Examples
    --------
    >>> round(page_arl(h=3, k=0.5), 4), round(page_arl(h=3, k=0.5, mean=1.5), 4)
    (117.5957, 3.7491)
    """
    return _accord.page_arl(*_test(h, k, headstart), number("mean", mean))


def page_arl_two_sided(h, k=0.5, mean=0.0, headstart=0.0):
    """The same for two charts side by side, of y and of −y, with the same k, h and headstart.

    Examples
    --------
    >>> [round(page_arl_two_sided(h=4, mean=mean), 2) for mean in (0, 1, 2)]
    [167.68, 8.38, 3.34]
    """
    return _accord.page_arl_two_sided(*_test(h, k, headstart), number("mean", mean))


def page_alarm_probabilities(means, h, k=0.5, headstart=0.0):
    """P(the first alarm is in period t) for independent y_t ~ N(means_t, 1): exact, no simulation.

    Parameters
    ----------
    means : array_like
        Shape (n,). Zeros without loss; :func:`sitmuf_means` gives those of SITMUF under a loss.

    Returns
    -------
    numpy.ndarray
        Shape (n,).

    Examples
    --------
    >>> page_alarm_probabilities([0, 0, 0], h=2.6302).round(4).tolist()
    [0.0009, 0.0053, 0.009]
    """
    return _accord.page_alarm_probabilities(vector("means", means), *_test(h, k, headstart))


def page_detection_probability(means, h, k=0.5, headstart=0.0):
    """The probability of an alarm within the periods: the sum of :func:`page_alarm_probabilities`.

    Examples
    --------
    >>> round(page_detection_probability([0] * 12, h=3.374521), 6)
    0.05
    """
    return _accord.page_detection_probability(vector("means", means), *_test(h, k, headstart))


def page_threshold(periods, alpha=0.05, k=0.5, headstart=0.0):
    """The limit h with the false-alarm probability `alpha` over so many periods.

    Parameters
    ----------
    periods : int
        At most 100 000: the cost grows with it.
    alpha : float
        Within (0, 1).
    k : float
        From 0.
    headstart : float
        From 0; h is not below it.

    Raises
    ------
    AccordError
        B102: an argument out of range. B105: with this k no h has so large a false-alarm probability.
        B107: h would be above 100.

    Examples
    --------
    >>> round(page_threshold(12), 4)
    3.3745
    """
    return _accord.page_threshold(whole("periods", periods, 0, PERIODS_MAX), number("alpha", alpha), number("k", k),
                                  number("headstart", headstart))


def page_run_length_quantile(p, h, k=0.5, mean=0.0, headstart=0.0, periods_max=1_000_000):
    """The smallest n with P(an alarm within n periods) ≥ p, every y ~ N(mean, 1).

    Raises
    ------
    AccordError
        B102: an argument out of range. B106: not within `periods_max` periods.

    Examples
    --------
    >>> [page_run_length_quantile(p, h=3) for p in (0.05, 0.5, 0.95)]
    [9, 82, 346]
    """
    return _accord.page_run_length_quantile(
        *_test(h, k, headstart), number("mean", mean), number("p", p), whole("periods_max", periods_max, 1, 10 * PERIODS_MAX)
    )
