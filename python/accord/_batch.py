"""Many sequences of balances at once, and limits for a wanted average run length. Reached as accord.statistics."""

import typing

import numpy

from accord import _accord, _labels
from accord._numbers import _array, frozen, number, square

ARL_MAX = 1e12


class PageRuns(typing.NamedTuple):
    """The statistics, shape (N, n), and for each sequence the first period with an alarm, from 1; 0: none came."""

    statistic: numpy.ndarray
    alarm: numpy.ndarray


def _batch(name, values):
    """Finite numbers of shape (N, n)."""
    return _array(name, values, 2, "finite numbers of shape (N, n)")


def sitmuf_batch(muf, covariance):
    """SITMUF of many sequences that share a covariance.

    Parameters
    ----------
    muf : array_like
        kg, shape (N, n): one row for each sequence, such as :meth:`Simulation.samples` gives. The columns of a DataFrame
        are aligned with the labels of the covariance.
    covariance : array_like
        kg², shape (n, n).

    Returns
    -------
    numpy.ndarray
        Shape (N, n), read-only.

    Raises
    ------
    AccordError
        B104: no covariance. S006: a MUF that the earlier ones determine.

    Examples
    --------
    >>> sitmuf_batch([[2.0, 3.0], [0.0, 1.0]], [[4, 0], [0, 1]]).tolist()
    [[1.0, 3.0], [0.0, 1.0]]
    """
    if _labels.is_labelled(muf) and _labels.is_labelled(covariance):
        covariance, turned = _labels.aligned(covariance=covariance, muf=_labels.column_labels(muf))
        muf = muf[turned.index]
    rows = _batch("muf", muf)
    covariance = square("covariance", covariance, rows.shape[1] or None)
    inverse = numpy.column_stack([_accord.sitmuf_means(covariance, unit) for unit in numpy.eye(len(covariance))])  # L⁻¹
    return frozen(rows @ inverse.T)


def page_batch(y, h, k=0.5, headstart=0.0):
    """Page's test of many sequences at once; see :func:`page_run`.

    Parameters
    ----------
    y : array_like
        SITMUF, shape (N, n).
    h, k, headstart : float
        As of :func:`page_run`.

    Returns
    -------
    PageRuns

    Examples
    --------
    >>> runs = page_batch([[0.4, 1.1], [3.0, 0.0]], h=1.9)
    >>> runs.statistic.round(9).tolist(), runs.alarm.tolist()
    ([[0.0, 0.6], [2.5, 2.0]], [0, 1])
    """
    rows = _batch("y", y)
    _accord.page_run(numpy.zeros(0), number("k", k), number("h", h), number("headstart", headstart), False)  # B102
    level = numpy.full(len(rows), float(headstart))
    statistic = numpy.empty_like(rows)
    alarm = numpy.zeros(len(rows), dtype=int)
    for t in range(rows.shape[1]):
        level = numpy.maximum(0.0, level + rows[:, t] - k)
        statistic[:, t] = level
        alarm[(alarm == 0) & (level > h)] = t + 1
    return PageRuns(frozen(statistic), frozen(alarm))


def page_threshold_arl(arl, k=0.5, mean=0.0, headstart=0.0):
    """The limit h with which Page's test runs `arl` periods on average until an alarm, every y ~ N(mean, 1).

    Parameters
    ----------
    arl : float
        Above 1, at most 1e12.
    k, mean, headstart : float
        As of :func:`page_arl`.

    Returns
    -------
    float
        To 1e-9.

    Raises
    ------
    ValueError
        No h from the headstart to 100 has this run length.

    Examples
    --------
    >>> round(page_threshold_arl(117.5957, k=0.5), 4)
    3.0
    """
    arl, headstart = number("arl", arl), number("headstart", headstart)
    if not 1 < arl <= ARL_MAX:
        raise ValueError(f"arl is {arl}; expected above 1 and at most {ARL_MAX:g}")

    def run_length(h):
        try:
            return _accord.page_arl(number("k", k), h, headstart, number("mean", mean))
        except _accord.AccordError as error:
            if error.code != "B106":  # beyond 1e300
                raise
            return numpy.inf

    low, high = max(1e-9, headstart), max(1.0, 2 * headstart)
    while run_length(high) < arl and high < 100:
        low, high = high, min(2 * high, 100.0)
    if run_length(low) > arl or run_length(high) < arl:
        raise ValueError(f"no h from {max(1e-9, headstart):g} to 100 has an average run length of {arl:g}")
    while high - low > 1e-10 * max(1.0, high):
        middle = (low + high) / 2
        low, high = (middle, high) if run_length(middle) < arl else (low, middle)
    return (low + high) / 2
