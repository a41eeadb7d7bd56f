"""Uncertainties of measurements: budgets, products, repeated measurements, target values.

Statistics chapter, sections 0 and 1; words of the GUM (JCGM 100:2008).
"""

import os
import pathlib
from typing import NamedTuple

from accord import _accord, _items
from accord._numbers import number, vector, whole

__all__ = [
    "Budget", "Share", "against_targets", "budget", "product_sigma", "quotient_bias", "replicated_sigma", "rounding_sigma",
]
_TARGET_COLUMNS = ("edition", "method", "material", "quantity", "u_r", "u_s", "unit", "source_page", "verified_by",
                   "verified_on")


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


def budget(lines, sensitivity=None, degrees_of_freedom=None):
    """The combined standard uncertainty of independent lines, with what each contributes.

    Parameters
    ----------
    lines : mapping of str to float, or sequence of float
        Standard uncertainties u, each in the unit of its quantity; 0 or more.
    sensitivity : sequence of float, optional
        Change of the result for a change of the quantity by one unit; otherwise 1.
    degrees_of_freedom : sequence of float, optional
        Of each line, above 0; otherwise infinite.

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
    names = list(lines) if hasattr(lines, "keys") else [str(i) for i in range(len(lines))]
    u = vector("lines", list(lines.values()) if hasattr(lines, "keys") else lines)
    slopes = [1.0] * len(u) if sensitivity is None else vector("sensitivity", sensitivity, len(u)).tolist()
    degrees = [float("inf")] * len(u) if degrees_of_freedom is None else [float(d) for d in degrees_of_freedom]
    if len(degrees) != len(u):
        raise ValueError(f"degrees_of_freedom has {len(degrees)} values; expected {len(u)}")
    combined, total, shares = _accord.budget(list(zip(names, u.tolist(), slopes, degrees)))
    return Budget(combined, total, tuple(Share(*share) for share in shares))


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
    sigmas = vector("relative_sigmas", relative_sigmas)
    if (sigmas < 0).any():
        raise ValueError(f"relative_sigmas has {sigmas.min()}; expected numbers of 0 or more")
    return _accord.product_sigma(sigmas)[2]


def quotient_bias(relative_sigma):
    """By how much a quotient 1/(1 + ε) is too high on average, as a fraction: about δ².

    Examples
    --------
    >>> round(quotient_bias(0.1), 6)
    0.01
    """
    return _accord.quotient_bias(number("relative_sigma", relative_sigma))


def replicated_sigma(weighing=0.0, sampling=0.0, analysis=0.0, *, weighings=1, samples=1, analyses_per_sample=1):
    """The relative standard deviation of the random part of a mean: √(δ_w²/n_w + δ_s²/n_s + δ_a²/(n_s·n_a)).

    Systematic errors are not made smaller by repetition.

    Examples
    --------
    >>> round(replicated_sigma(analysis=0.001, analyses_per_sample=2) * 7.008, 7)
    0.0049554
    """
    sigmas = [number(name, value) for name, value in
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
    return _accord.rounding_sigma(number("unit", unit))


def _table(name, table, columns):
    if isinstance(table, (str, os.PathLike)):
        return pathlib.Path(table).read_bytes(), os.fspath(table)
    rows = [{"party": "operator", **row} for row in _items.records(table)]
    return _items.csv_bytes(rows, columns), name


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
                               *_table("targets", targets, _TARGET_COLUMNS), bool(demonstration))
