"""Uncertainties of measurements: budgets, products, repeated measurements, target values.

Statistics chapter, sections 0 and 1; words of the GUM (JCGM 100:2008).
"""

import os
import pathlib
from typing import NamedTuple, Optional

import numpy

from accord import _accord, _items, _labels, _tables
from accord._numbers import number, vector, whole

__all__ = [
    "Budget", "Share", "TargetValue", "against_targets", "budget", "product_sigma", "quotient_bias", "replicated_sigma",
    "rounding_sigma", "target_values",
]


class Share(NamedTuple):
    """What one line adds to a budget: `contribution` is |sensitivity|·u, `variance_share` its part of u_c², 0 to 1."""

    name: str
    contribution: float
    variance_share: float


class Budget(NamedTuple):
    """An uncertainty budget: `combined` is u_c, `degrees_of_freedom` by Welch and Satterthwaite (inf when no line limits
    them), `shares` in descending order.

    Examples
    --------
    >>> budget({"scale": 3, "titration": 4}).combined
    5.0
    """

    combined: float
    degrees_of_freedom: float
    shares: tuple

    def expanded(self, coverage_factor=2.0):
        """U = k·u_c.

        Examples
        --------
        >>> budget({"scale": 3, "titration": 4}).expanded(2)
        10.0
        """
        return number("coverage_factor", coverage_factor) * self.combined

    def agrees_with(self, printed, last_place):
        """Whether a printed combined uncertainty is that of the lines: within half of its last printed place.

        Examples
        --------
        >>> lines = [0.003, 0.077, 0.244, 0.05, 0.05, 0.005]  # NIST SRM 4321d, U-234, per cent
        >>> budget(lines).agrees_with(0.261, 0.001), budget(lines[:4] + lines[5:]).agrees_with(0.261, 0.001)
        (False, True)
        """
        printed, last_place = number("printed", printed), number("last_place", last_place)
        return abs(printed - self.combined) <= last_place / 2 * (1 + 1e-9)

    def to_frame(self):
        """`shares` as a pandas.DataFrame with the columns name, contribution, variance_share.

        Examples
        --------
        >>> budget({"scale": 3, "titration": 4}).to_frame()["name"].tolist()
        ['titration', 'scale']
        """
        return _tables.rows_frame(self.shares, Share._fields)

    def _repr_html_(self):
        caption = f"Combined standard uncertainty {self.combined:.6g} (k = 1)"
        return _tables.rows_html(self.shares, Share._fields, caption)


class TargetValue(NamedTuple):
    """A published figure of what a method reaches: standard deviations in `unit` ('fraction' or 'kg'), None: not stated."""

    edition: str
    method: str
    material: str
    quantity: str
    u_r: Optional[float]
    u_s: Optional[float]
    unit: str
    source_page: str
    verified_by: str
    verified_on: str


def budget(lines, sensitivity=None, degrees_of_freedom=None):
    """The combined standard uncertainty of independent lines, with what each contributes.

    Parameters
    ----------
    lines : mapping of str to float, pandas.Series, or sequence of float
        Standard uncertainties u, each in the unit of its quantity; 0 or more.
    sensitivity : mapping, pandas.Series or sequence of float, optional
        Change of the result for a change of the quantity by one unit; otherwise 1. Names are those of `lines`.
    degrees_of_freedom : mapping, pandas.Series or sequence of float, optional
        Of each line, above 0; otherwise infinite. Names are those of `lines`.

    Returns
    -------
    Budget

    Raises
    ------
    AccordError
        B001: an uncertainty that is negative, degrees of freedom of 0 or less.

    Examples
    --------
    NIST SRM 4321d, U-234, in per cent: printed 0.261, which leaves one of its lines out.

    >>> lines = [0.003, 0.077, 0.244, 0.05, 0.05, 0.005]
    >>> round(budget(lines).combined, 4)
    0.2655
    """
    lines, sensitivity, degrees_of_freedom = _labels.by_name(
        lines=lines, sensitivity=sensitivity, degrees_of_freedom=degrees_of_freedom
    )
    names = [str(name) for name in lines] if isinstance(lines, dict) else [str(i) for i in range(len(lines))]
    u = vector("lines", list(lines.values()) if isinstance(lines, dict) else lines)
    slopes = [1.0] * len(u) if sensitivity is None else vector("sensitivity", sensitivity, len(u)).tolist()
    degrees = [float("inf")] * len(u) if degrees_of_freedom is None else _degrees(degrees_of_freedom, len(u))
    combined, total, shares = _accord.budget(list(zip(names, u.tolist(), slopes, degrees)))
    return Budget(combined, total, tuple(Share(*share) for share in shares))


def _degrees(values, count):
    """Numbers that may be infinite."""
    given = numpy.ma.filled(numpy.ma.asarray(values, dtype=float), numpy.nan)
    found = vector("degrees_of_freedom", numpy.where(given == numpy.inf, 1.0, given), count)
    return numpy.where(given == numpy.inf, numpy.inf, found).tolist()


def _not_negative(name, value):
    found = number(name, value)
    if found < 0:
        raise ValueError(f"{name} is {found}; expected 0 or more")
    return found


def product_sigma(relative_sigmas):
    """The relative standard deviation of a product of independent factors.

    Linear, √Σδ², when every δ is at most 0.15; otherwise exact, √(Π(1 + δ²) − 1).

    Parameters
    ----------
    relative_sigmas : sequence of float
        Fractions, 0 or more.

    Returns
    -------
    float

    Examples
    --------
    >>> round(product_sigma([0.3, 0.3]) / (0.3 * 2 ** 0.5), 6)
    1.022252
    """
    sigmas = vector("relative_sigmas", relative_sigmas, ordered=False)
    for i, value in enumerate(sigmas):
        _not_negative(f"relative_sigmas[{i}]", value)
    return _accord.product_sigma(sigmas)[2]


def quotient_bias(relative_sigma):
    """By how much a quotient 1/(1 + ε) is too high on average, as a fraction: about δ².

    Examples
    --------
    >>> round(quotient_bias(0.1), 6)
    0.01
    """
    return _accord.quotient_bias(_not_negative("relative_sigma", relative_sigma))


def replicated_sigma(weighing=0.0, sampling=0.0, analysis=0.0, *, weighings=1, samples=1, analyses_per_sample=1):
    """The relative standard deviation of the random part of a mean: √(δ_w²/n_w + δ_s²/n_s + δ_a²/(n_s·n_a)).

    Systematic errors are not made smaller by repetition.

    Examples
    --------
    >>> round(replicated_sigma(analysis=0.001, analyses_per_sample=2) * 7.008, 7)
    0.0049554
    """
    sigmas = [_not_negative(name, value) for name, value in
              (("weighing", weighing), ("sampling", sampling), ("analysis", analysis))]
    counts = [whole(name, value, 1, 2**31 - 1) for name, value in
              (("weighings", weighings), ("samples", samples), ("analyses_per_sample", analyses_per_sample))]
    return _accord.replicated_sigma(*sigmas, *counts)


def rounding_sigma(unit):
    """The standard deviation that rounding to a multiple of `unit` adds to each figure: unit/√12.

    Examples
    --------
    >>> round(rounding_sigma(0.01), 6)
    0.002887
    """
    return _accord.rounding_sigma(_not_negative("unit", unit))


def _table(name, table, columns):
    if isinstance(table, (str, os.PathLike)):
        return pathlib.Path(table).read_bytes(), os.fspath(table)
    rows = [{"party": "operator", **row} if "party" in columns else row for row in _items.records(table)]
    for i, row in enumerate(rows):
        for key in row:
            if key not in columns:
                raise ValueError(f"{name}[{i}] has the key {key!r}, expected {', '.join(columns)}")
    return _items.csv_bytes(rows, columns), name


def target_values(targets, demonstration=False):
    """A table of target values: published figures of what methods reach.

    Parameters
    ----------
    targets : list of mappings, pandas.DataFrame, str or path-like
        Columns edition, method, material, quantity, u_r, u_s, unit (fraction or kg), source_page, verified_by, verified_on.
    demonstration : bool
        Also take rows that nobody verified; never for an evaluation.

    Returns
    -------
    tuple of TargetValue

    Raises
    ------
    AccordError
        B012: a row that nobody verified; or the table has errors. All of them in ``problems``.

    Examples
    --------
    >>> table = target_values("profiles/targets/demonstration.csv", demonstration=True)
    >>> [(t.method, t.u_r, t.u_s) for t in table][:2]
    [('EBAL', 0.0005, 0.0005), ('TITR', 0.001, 0.001)]
    """
    found = _accord.target_values(*_table("targets", targets, TargetValue._fields), bool(demonstration))
    return tuple(TargetValue(*one) for one in found)


def against_targets(methods, targets, demonstration=False):
    """Declared errors of methods beside the target values that they name.

    Parameters
    ----------
    methods : list of mappings, pandas.DataFrame, str or path-like
        As :func:`accord.balance` takes them; `target` names a row of the table as "METHOD; MATERIAL; QUANTITY".
    targets : list of mappings, pandas.DataFrame, str or path-like
        Columns edition, method, material, quantity, u_r, u_s, unit (fraction or kg), source_page, verified_by, verified_on.
    demonstration : bool
        Also take rows that nobody verified.

    Returns
    -------
    list of dict
        One for each method and factor that names a target: method, factor, declared, target, unit, ratio (None when the
        target is 0), within, target_method, material, quantity, edition, source_page, verified_by, verified_on. Compared
        are the kinds of error that the target states, random and systematic together.

    Raises
    ------
    AccordError
        B012: a row that nobody verified; B026: a target that the table does not have.

    Examples
    --------
    >>> scale = {"method": "scale", "component": "random", "kind": "relative", "standard_deviation": 0.0004,
    ...          "target": "EBAL; any; mass"}
    >>> row, = against_targets([scale], "profiles/targets/demonstration.csv", demonstration=True)
    >>> round(row["ratio"], 3), row["within"]
    (0.566, True)
    """
    return _accord.target_rows(*_table("methods", methods, _items.METHOD_COLUMNS),
                               *_table("targets", targets, TargetValue._fields), bool(demonstration))
