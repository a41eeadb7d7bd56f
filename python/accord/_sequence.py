"""A sequence of balances: MUF, CUMUF, ITMUF, SITMUF and GEMUF. Reached as accord.statistics."""

import dataclasses
import typing

import numpy

from accord import _accord, _tables
from accord._labels import aligned
from accord._numbers import frozen, number, square, vector

COLUMNS = (
    "period", "muf_kg", "sigma_muf_kg", "cumuf_kg", "sigma_cumuf_kg", "itmuf_kg", "sigma_itmuf_kg", "sitmuf", "gemuf",
    "degrees", "status",
)


class Period(typing.NamedTuple):
    """One closed period of a sequence; kg unless stated.

    `itmuf` is MUF less what is expected from the earlier MUFs; `sitmuf` = itmuf / sigma_itmuf, independent N(0, 1) without
    loss; `gemuf` the sum of its squares so far, χ² with `degrees` degrees of freedom without loss. `status` is
    'regular'; or 'near singular' (so little of its variance is left that the rounding of the covariance is felt in
    sitmuf, up to some 1e-4 of it); or 'predictable' (the earlier periods determine it: sitmuf is 0); or 'discrepancy' (they determine it and
    it is not as they say: no statistical question, sitmuf is 0 and means nothing).
    """

    muf: float
    sigma_muf: float
    cumuf: float
    sigma_cumuf: float
    itmuf: float
    sigma_itmuf: float
    sitmuf: float
    gemuf: float
    degrees: int
    status: str


@dataclasses.dataclass(frozen=True, eq=False, repr=False)
class SequenceResult:
    """What the periods of a sequence say together. Immutable; made by :func:`sequence` or :attr:`Sequence.result`.

    Each attribute is a read-only numpy array with one value for each period; see :class:`Period`. `status` is a tuple.

    Examples
    --------
    >>> r = sequence([0.8, 1.9], [[4.25, -1.25], [-1.25, 4.25]])
    >>> r.cumuf.tolist(), r.status
    ([0.8, 2.7], ('regular', 'regular'))
    """

    muf: numpy.ndarray
    sigma_muf: numpy.ndarray
    cumuf: numpy.ndarray
    sigma_cumuf: numpy.ndarray
    itmuf: numpy.ndarray
    sigma_itmuf: numpy.ndarray
    sitmuf: numpy.ndarray
    gemuf: numpy.ndarray
    degrees: numpy.ndarray
    status: tuple

    @classmethod
    def _of_rows(cls, rows):
        *numbers, degrees, status = zip(*rows) if rows else [()] * len(Period._fields)
        arrays = [frozen(numpy.array(column, dtype=float)) for column in numbers]
        return cls(*arrays, frozen(numpy.array(degrees, dtype=int)), tuple(status))

    def __len__(self):
        return len(self.muf)

    def to_frame(self):
        """One row for each period.

        Returns
        -------
        pandas.DataFrame
            Columns period (from 1), muf_kg, sigma_muf_kg, cumuf_kg, sigma_cumuf_kg, itmuf_kg, sigma_itmuf_kg, sitmuf,
            gemuf, degrees, status.

        Examples
        --------
        >>> sequence([0.8, 1.9], [[4.25, -1.25], [-1.25, 4.25]]).to_frame()["sitmuf"].round(6).tolist()
        [0.388057, 1.083703]
        """
        return _tables.rows_frame(self._rows(), COLUMNS)

    def _rows(self):
        columns = [getattr(self, name) for name in Period._fields]
        return [(t, *row) for t, row in enumerate(zip(*columns), 1)]

    def _repr_html_(self):
        return _tables.rows_html(self._rows(), COLUMNS)

    def __repr__(self):
        if not len(self):
            return "<SequenceResult: no periods>"
        cumuf = f"{self.cumuf[-1]:.6g} ± {self.sigma_cumuf[-1]:.6g} kg (k = 1)"
        return f"<SequenceResult: {_tables.counted(len(self), 'period')}, CUMUF {cumuf}>"


class Sequence:
    """A sequence that grows by one closed period at a time: no earlier number changes, the T-th costs O(T²).

    Examples
    --------
    >>> s = Sequence()
    >>> first = s.append(0.8, [4.25])
    >>> s.append(1.9, [-1.25, 4.25]).sitmuf == s.result.sitmuf[1]
    True
    """

    def __init__(self):
        self._inner = _accord.Sequence()
        self._appended = []

    def append(self, muf, covariances):
        """A closed period.

        Parameters
        ----------
        muf : float
            Its MUF in kg.
        covariances : array_like
            With each earlier MUF, in order, and last with itself (its variance); kg².

        Returns
        -------
        Period

        Raises
        ------
        ValueError
            An argument of the wrong shape, or not finite. Nothing is added.
        AccordError
            B104: the numbers are not covariances. Nothing is added.

        Examples
        --------
        >>> Sequence().append(0.8, [4.25]).cumuf
        0.8
        """
        covariances = vector("covariances", covariances, len(self) + 1)
        period = Period(*self._inner.append(number("muf", muf), covariances))
        self._appended.append((period.muf, covariances))
        return period

    def __reduce__(self):
        return _sequence_again, (self._appended,)

    @property
    def result(self):
        """The periods so far, a :class:`SequenceResult`."""
        return SequenceResult._of_rows(self._inner.periods())

    def __len__(self):
        return len(self._inner)

    def __repr__(self):
        return f"<Sequence: {_tables.counted(len(self), 'period')}>"


def _sequence_again(appended):
    out = Sequence()
    for muf, covariances in appended:
        out.append(muf, covariances)
    return out


def sequence(muf, covariance):
    """MUF, CUMUF, ITMUF, SITMUF and GEMUF of a whole sequence.

    Parameters
    ----------
    muf : array_like
        MUF of each period in kg, positive when material is missing; shape (n,).
    covariance : array_like
        Covariance matrix of the MUFs in kg², shape (n, n). A Series and a DataFrame are aligned by their labels, in the
        order of `muf`; labels that differ are refused.

    Returns
    -------
    SequenceResult
        Empty arrays when there is no period.

    Raises
    ------
    ValueError
        An argument of the wrong shape, or not finite.
    AccordError
        B104: the covariance is not symmetric, or not positive semi-definite.

    Examples
    --------
    >>> covariance = [[4.25, -1.25, 0.25, 0.25], [-1.25, 4.25, -1.25, 0.25],
    ...               [0.25, -1.25, 4.25, -1.25], [0.25, 0.25, -1.25, 4.25]]
    >>> sequence([0.8, 1.9, -0.4, 2.6], covariance).gemuf.round(6).tolist()
    [0.150588, 1.325, 1.335312, 2.872605]
    """
    muf, covariance = aligned(muf=muf, covariance=covariance)
    muf = vector("muf", muf)
    return SequenceResult._of_rows(_accord.sequence(muf, square("covariance", covariance, len(muf))))


def gemuf_v5b3(muf, covariance):
    """GEMUF with a loss pattern that is smoothed over five periods (V5B3).

    M̂ᵀΣ⁻¹m with M̂_i = (m_{i−2} + m_{i−1} + 3 m_i + m_{i+1} + m_{i+2}) / 7 over the periods 3 … n − 2; the others are left
    out of m and of Σ alike. Its limit comes by simulation: :func:`accord.simulate`, test ``gemuf_v5b3``.

    Returns
    -------
    float or None
        None for fewer than five periods.

    Examples
    --------
    >>> import numpy
    >>> round(gemuf_v5b3([1, 2, 3, 2, 1], numpy.eye(5)), 6)
    6.428571
    """
    muf, covariance = aligned(muf=muf, covariance=covariance)
    muf = vector("muf", muf)
    return _accord.gemuf_v5b3(muf, square("covariance", covariance, len(muf)))
