"""What the best test can do, estimates of a loss, and tests that are repeated. Reached as accord.statistics."""

import typing

import numpy

from accord import _accord
from accord._labels import aligned
from accord._numbers import frozen, number, square, vector, whole


class KnownLossTest(typing.NamedTuple):
    """Z = MᵀΣ⁻¹m, its limit z(1 − α)·√(MᵀΣ⁻¹M), and the chance of an alarm when the loss is M."""

    statistic: float
    limit: float
    detection_probability: float

    @property
    def alarm(self):
        """Whether the statistic is above the limit."""
        return self.statistic > self.limit


class WorstPattern(typing.NamedTuple):
    """The loss pattern of a total that is hardest to find.

    `loss` in kg for each period, a read-only array; `detection_probability` is what a test can guarantee whatever the
    pattern; `bounded`: without the bound at 0 a part would have been negative.
    """

    loss: numpy.ndarray
    detection_probability: float
    bounded: bool


class LossEstimate(typing.NamedTuple):
    """A loss by generalised least squares and its standard deviation, kg; arrays for :func:`single_losses`."""

    loss: typing.Any
    sigma: typing.Any


class RepeatedProbability(typing.NamedTuple):
    """A probability, and how far the true one may be from it: for at most two periods an analytic bound, else the
    distance that it keeps with probability 0.999 (randomised quasi-Monte Carlo)."""

    value: float
    error: float


class RepeatedLimit(typing.NamedTuple):
    """A limit, and how far the true one may be from it; see :class:`RepeatedProbability`."""

    value: float
    error: float


def _periods(muf, covariance):
    muf, covariance = aligned(muf=muf, covariance=covariance)
    muf = vector("muf", muf)
    return muf, square("covariance", covariance, len(muf) or None)


def _of_loss(covariance, loss):
    covariance, loss = aligned(covariance=covariance, loss=loss)
    covariance = square("covariance", covariance)
    return covariance, vector("loss", loss, len(covariance))


def sitmuf_means(covariance, loss):
    """The means L⁻¹M of the SITMUFs under a loss M; Σ = L Lᵀ.

    Parameters
    ----------
    covariance : array_like
        Of the MUFs in kg², shape (n, n), n ≥ 1.
    loss : array_like
        kg in each period, shape (n,).

    Returns
    -------
    numpy.ndarray
        Shape (n,). With it :func:`page_detection_probability` is exact for any loss.

    Raises
    ------
    ValueError
        An argument of the wrong shape, or not finite.
    AccordError
        B104: no covariance. S006: a MUF that the earlier ones determine.

    Examples
    --------
    >>> sitmuf_means([[4, 2], [2, 2]], [2, 2]).tolist()
    [1.0, 1.0]
    """
    return _accord.sitmuf_means(*_of_loss(covariance, loss))


def known_loss_test(muf, covariance, loss, alpha=0.05):
    """The Neyman–Pearson test of a known loss: no test with this alpha finds this loss more often.

    Returns
    -------
    KnownLossTest

    Raises
    ------
    ValueError
        An argument of the wrong shape, or not finite.
    AccordError
        B102: alpha not within (0, 1). B104: no covariance. S006: a MUF that the earlier ones determine.

    Examples
    --------
    >>> test = known_loss_test([3.0, 1.0], [[1, 0], [0, 1]], loss=[2, 0])
    >>> test.statistic, round(test.limit, 6), test.alarm
    (6.0, 3.289707, True)
    """
    muf, covariance, loss = aligned(muf=muf, covariance=covariance, loss=loss)
    muf, covariance = _periods(muf, covariance)
    loss = vector("loss", loss, len(muf))
    return KnownLossTest(*_accord.known_loss_test(muf, covariance, loss, number("alpha", alpha)))


def known_loss_bound(covariance, loss, alpha=0.05):
    """The chance of an alarm of that test, Φ(√(MᵀΣ⁻¹M) − z(1 − alpha)): a bound for every test of fixed length.

    Examples
    --------
    >>> round(known_loss_bound([[9.0]], [8.0]), 6)
    0.846565
    """
    return _accord.known_loss_bound(*_of_loss(covariance, loss), number("alpha", alpha))


def gemuf_detection_probability(covariance, loss, alpha=0.05):
    """The chance that GEMUF at the end is above its χ² limit: non-central χ² with λ = MᵀΣ⁻¹M.

    Examples
    --------
    >>> round(gemuf_detection_probability([[1.0]], [0.0]), 12)
    0.05
    """
    return _accord.gemuf_detection_probability(*_of_loss(covariance, loss), number("alpha", alpha))


def cumuf_detection_probability(covariance, loss, alpha=0.05):
    """The chance that CUMUF at the end is above z(1 − alpha)·σ(CUMUF); only the total of the loss counts.

    Examples
    --------
    >>> round(cumuf_detection_probability([[4, 0], [0, 5]], [8, 0]), 6)
    0.846565
    """
    return _accord.cumuf_detection_probability(*_of_loss(covariance, loss), number("alpha", alpha))


def worst_pattern(covariance, total, alpha=0.05):
    """The loss pattern of a total (kg, above 0) that is hardest to find, none of its parts negative.

    Returns
    -------
    WorstPattern

    Examples
    --------
    >>> worst = worst_pattern([[4.25, -1.25], [-1.25, 4.25]], total=9)
    >>> worst.loss.tolist(), round(worst.detection_probability, 6)
    ([4.5, 4.5], 0.97879)
    """
    loss, probability, bounded = _accord.worst_pattern(
        square("covariance", covariance), number("total", total), number("alpha", alpha)
    )
    return WorstPattern(frozen(loss), probability, bounded)


def constant_loss(muf, covariance):
    """The same loss in each period, estimated by generalised least squares; kg.

    Returns
    -------
    LossEstimate

    Examples
    --------
    >>> estimate = constant_loss([1.0, 3.0], [[1, 0], [0, 1]])
    >>> estimate.loss, round(estimate.sigma, 6)
    (2.0, 0.707107)
    """
    return LossEstimate(*_accord.constant_loss(*_periods(muf, covariance)))


def single_losses(muf, covariance):
    """For each period the loss in it, estimated as if it were the only one; kg.

    Returns
    -------
    LossEstimate
        Of read-only arrays, shape (n,).

    Examples
    --------
    >>> single_losses([1.0, 3.0], [[1, 0], [0, 4]]).sigma.tolist()
    [1.0, 2.0]
    """
    loss, sigma = _accord.single_losses(*_periods(muf, covariance))
    return LossEstimate(frozen(loss), frozen(sigma))


def anytime_boundary(n, alpha=0.05, m=1.0):
    """√((n + m)(2 ln(1/alpha) + ln((n + m)/m))): |Σ of n SITMUFs| ever exceeds it with probability at most alpha.

    Parameters
    ----------
    n : int
        Periods so far, from 1.
    alpha : float
        Within (0, 1).
    m : float
        Above 0; sets where the boundary is tightest.

    Examples
    --------
    >>> [round(anytime_boundary(n), 4) for n in (1, 4, 12, 52)]
    [3.6564, 6.1648, 10.5467, 22.9777]
    """
    return _accord.anytime_boundary(whole("n", n), number("alpha", alpha), number("m", m))


def repeated_cumuf_false_alarm(covariance, limit):
    """P(CUMUF_t/σ(CUMUF_t) > limit in at least one period) without loss; at most 25 periods.

    Returns
    -------
    RepeatedProbability

    Raises
    ------
    AccordError
        B109: more than 25 periods; :func:`accord.simulate` takes any number.

    Examples
    --------
    >>> import numpy
    >>> round(repeated_cumuf_false_alarm(numpy.eye(12), 1.6448536).value, 3)
    0.183
    """
    return RepeatedProbability(
        *_accord.repeated_cumuf_false_alarm(square("covariance", covariance), number("limit", limit))
    )


def repeated_cumuf_limit(covariance, alpha=0.05):
    """The limit for CUMUF_t/σ(CUMUF_t) in every period that has the overall false-alarm probability `alpha`.

    Returns
    -------
    RepeatedLimit

    Raises
    ------
    AccordError
        B102: alpha out of range. B109: more than 25 periods.

    Examples
    --------
    >>> import numpy
    >>> round(repeated_cumuf_limit(numpy.eye(1)).value, 6)
    1.644854
    """
    return RepeatedLimit(*_accord.repeated_cumuf_limit(square("covariance", covariance), number("alpha", alpha)))


def normal(seed, stream=0, first=0, count=1):
    """Independent N(0, 1) numbers `first` … `first + count − 1` of a stream: the same on every machine.

    Parameters
    ----------
    seed : int
        0 … 2⁶⁴ − 1.
    stream : int
        0 … 2³² − 1; streams are independent.
    first, count : int
        From 0. Any cut of a stream gives the same numbers.

    Returns
    -------
    numpy.ndarray
        Shape (count,). By counting (Philox4x32-10) and Box and Muller's transform: every value is within ±6.77.

    Examples
    --------
    >>> (normal(7, count=5)[3:] == normal(7, first=3, count=2)).all()
    True
    """
    return _accord.normal(
        whole("seed", seed, 0, 2**64 - 1),
        whole("stream", stream, 0, 2**32 - 1),
        whole("first", first, 0, 2**63 - 1),
        whole("count", count, 0, 2**31),
    )
