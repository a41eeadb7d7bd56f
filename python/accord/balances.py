"""Material balances: MUF, its uncertainty, and where that comes from. Masses in kg."""

import os
import pathlib

from accord import _accord, _tables

ROLES = ("PB", "X", "Y", "PE")
PERIOD_COLUMNS = (
    "period", "pb_kg", "x_kg", "y_kg", "pe_kg", "muf_kg", "sigma_kg", "leid_kg", "muf_over_sigma", "p", "active_kg",
    "sigma_over_active", "measurements", "status",
)
SHARE_COLUMNS = ("period", "name", "variance_kg2", "fraction")
_NEEDED = ("period", "role", "stratum", "item", "method", "declared_kg")
_METHOD_COLUMNS = ("party", "method", "component", "kind", "standard_deviation", "source_key", "name", "factor")
_WORDS = {"component": ("random", "systematic", "none"), "kind": ("relative", "absolute", "")}


def balance(items, methods, limit_factor=2.0):
    """The material balance of measured items, with its uncertainty.

    Parameters
    ----------
    items : mapping of columns, pandas.DataFrame, str or path-like
        One row for each item in a list of a period: `period` (from 1; PE of period 0 is what is there at the start),
        `role` (PB, X, Y or PE), `stratum`, `item`, `method`, `declared_kg`; optionally `measured_in_period` and
        `correction` (True: may be negative). Every other column is one that source keys may name. A path is a CSV
        table of these columns.
    methods : list of mappings, pandas.DataFrame, str or path-like
        One row for each component of error: `method`, `component` (random, systematic, or none: measures without
        error), `kind` (relative or absolute), `standard_deviation` (fraction, or kg), `source_key`; optionally
        `factor` and `party` (rows of other parties than operator are left out).
    limit_factor : float
        LEID is so many times the standard error: 2 or 1.96.

    Returns
    -------
    Balance

    Raises
    ------
    AccordError
        With all problems, each with its row and column.

    Examples
    --------
    >>> items = {"period": [0, 1, 1, 1], "role": ["PE", "X", "Y", "PE"], "stratum": ["store"] * 4,
    ...          "item": ["a", "b", "c", "d"], "method": ["scale"] * 4, "declared_kg": [100.0, 50.0, 40.0, 108.0]}
    >>> scale = [{"method": "scale", "component": "random", "kind": "relative", "standard_deviation": 0.01},
    ...          {"method": "scale", "component": "systematic", "kind": "relative", "standard_deviation": 0.1,
    ...           "source_key": "scale"}]
    >>> b = balance(items, scale)
    >>> b.muf.tolist()
    [2.0]
    >>> [(row["name"], round(row["variance_kg2"], 6)) for row in b.shares()]
    [('random:scale', 2.5764), ('scale', 0.04)]
    """
    if not (isinstance(limit_factor, (int, float)) and 0 < limit_factor < float("inf")):
        raise ValueError(f"limit_factor is {limit_factor!r}, expected a number above 0")
    paths = [isinstance(table, (str, os.PathLike)) for table in (items, methods)]
    if all(paths):
        texts = [pathlib.Path(path).read_bytes() for path in (items, methods)]
        return Balance(_accord.balance_of_tables(*texts, os.fspath(items), os.fspath(methods), float(limit_factor)))
    if any(paths):
        raise TypeError("give both items and methods as tables, or both as paths")
    return Balance(_accord.balance_of_columns(_columns(items), _method_rows(methods), float(limit_factor)))


def _numbered(words):
    """Ids of the words, and the words in the order of their ids."""
    import numpy

    names, ids = numpy.unique(numpy.asarray(words, dtype=str), return_inverse=True)
    return ids.astype(numpy.uint32), names.tolist()


def _whole(values, name):
    """Whole numbers of 32 bits; a ValueError names the first that is none."""
    import numpy

    array = numpy.asarray(values)
    numbers = array.astype(float)
    bad = numpy.flatnonzero(~(numpy.isfinite(numbers) & (numbers == numpy.floor(numbers)) & (abs(numbers) < 2**31)))
    if bad.size:
        raise ValueError(f"{name}[{bad[0]}] is {array[bad[0]]!r}, expected a whole number")
    return numbers.astype(numpy.int32)


def _columns(items):
    import numpy

    columns = {str(name): items[name] for name in items.keys()}
    missing = [name for name in _NEEDED if name not in columns]
    if missing:
        raise ValueError(f"the items have no column {', '.join(missing)}")
    roles, words = _numbered(columns["role"])
    unknown = [word for word in words if word not in ROLES]
    if unknown:
        raise ValueError(f"{unknown[0]!r} is no role; use PB, X, Y or PE")
    out = {"period": _whole(columns["period"], "period")}
    out["role"] = numpy.array([ROLES.index(word) for word in words], dtype=numpy.uint8)[roles]
    for name, plural in (("stratum", "strata"), ("item", "items"), ("method", "methods")):
        out[name], out[plural] = _numbered(columns[name])
    out["declared_kg"] = numpy.asarray(columns["declared_kg"], dtype=float)
    if "measured_in_period" in columns:
        out["measured_in_period"] = _whole(columns["measured_in_period"], "measured_in_period")
    if "correction" in columns:
        out["correction"] = numpy.asarray(columns["correction"], dtype=bool).astype(numpy.uint8)
    known = (*_NEEDED, "measured_in_period", "correction")
    out["groups"] = [(name, *_numbered(values)) for name, values in columns.items() if name not in known]
    return out


def _text(value):
    """A word of a cell; what is not there is empty."""
    return "" if value is None or value != value else str(value)


def _method_rows(methods):
    rows = methods.to_dict("records") if hasattr(methods, "to_dict") else list(methods)
    out = []
    for number, row in enumerate(rows):
        unknown = [name for name in row if name not in _METHOD_COLUMNS]
        if unknown:
            raise ValueError(f"methods[{number}] has the key {unknown[0]!r}, expected {', '.join(_METHOD_COLUMNS)}")
        if _text(row.get("party")) not in ("", "operator"):
            continue
        component, kind = _text(row.get("component")), _text(row.get("kind"))
        for name, word in (("component", component), ("kind", kind)):
            if word not in _WORDS[name] or (not word and component != "none"):
                raise ValueError(f"methods[{number}].{name} is {word!r}, expected {' or '.join(filter(None, _WORDS[name]))}")
        sigma = row.get("standard_deviation")
        if sigma is None and component != "none":
            raise ValueError(f"methods[{number}] has no standard_deviation")
        out.append((number, _text(row.get("method")), component, kind, float(sigma or 0), _text(row.get("source_key")),
                    _text(row.get("factor"))))
    return out


class Balance:
    """The balance of each period. Immutable; made by :func:`balance`.

    Examples
    --------
    >>> folder = "examples/state/items_honest"
    >>> b = balance(f"{folder}/items.csv", f"{folder}/methods.csv")
    >>> round(b.sigma[0], 9)
    1.185827346
    """

    def __init__(self, inner):
        self._inner = inner

    @property
    def muf(self):
        """MUF of each period in kg, a numpy array: PB + X − Y − PE, positive when material is missing."""
        return self._inner.muf()

    @property
    def covariance(self):
        """Covariance matrix of the MUFs in kg², a numpy array of periods × periods."""
        return self._inner.covariance()

    @property
    def sigma(self):
        """Standard error of MUF (SEID) of each period in kg, a numpy array."""
        return self.covariance.diagonal() ** 0.5

    @property
    def problems(self):
        """Warnings about the input, a list of `Problem`."""
        return self._inner.problems

    def periods(self):
        """One dict for each period.

        Returns
        -------
        list of dict
            Keys period, pb_kg, x_kg, y_kg, pe_kg, muf_kg, sigma_kg (SEID), leid_kg, muf_over_sigma and p (None when
            sigma is 0), active_kg, sigma_over_active, measurements, status (measured, empty, closed or item
            discrepancy).

        Examples
        --------
        >>> folder = "examples/state/items_honest"
        >>> balance(f"{folder}/items.csv", f"{folder}/methods.csv").periods()[0]["status"]
        'measured'
        """
        return self._inner.periods()

    def shares(self, by="source"):
        """What the variance of each period is made of.

        Parameters
        ----------
        by : str
            source, method, stratum or nature (random and systematic).

        Returns
        -------
        list of dict
            Keys period, name, variance_kg2, fraction; in descending order within a period, adding up to the variance.
            A share is negative where errors of one source cancel.

        Examples
        --------
        >>> folder = "examples/state/items_honest"
        >>> balance(f"{folder}/items.csv", f"{folder}/methods.csv").shares()[0]["name"]
        'random:NDA-S'
        """
        return self._inner.shares(by)

    def to_frame(self):
        """:meth:`periods` as a pandas.DataFrame.

        Examples
        --------
        >>> folder = "examples/state/items_honest"
        >>> len(balance(f"{folder}/items.csv", f"{folder}/methods.csv").to_frame())
        12
        """
        return _tables.rows_frame(self.periods(), PERIOD_COLUMNS)

    def shares_frame(self, by="source"):
        """:meth:`shares` as a pandas.DataFrame.

        Examples
        --------
        >>> folder = "examples/state/items_honest"
        >>> frame = balance(f"{folder}/items.csv", f"{folder}/methods.csv").shares_frame("nature")
        >>> frame["name"].unique().tolist()
        ['random', 'systematic']
        """
        return _tables.rows_frame(self.shares(by), SHARE_COLUMNS)

    def __repr__(self):
        return f"<Balance: {len(self.muf)} periods>"


def alarm_limit(sigma_kg, alpha=0.05):
    """The limit z(1 − alpha)·sigma in kg above which a MUF is an alarm, one-sided.

    Examples
    --------
    >>> round(alarm_limit(7.102026 ** 0.5), 7)
    4.3834735
    """
    return _accord.alarm_limit(sigma_kg, alpha)


def detection_probability(loss_kg, sigma_kg, alpha=0.05):
    """The chance of an alarm when so much is missing: Φ(loss/sigma − z(1 − alpha)).

    Examples
    --------
    >>> round(detection_probability(8, 8), 4)
    0.2595
    """
    return _accord.detection_probability(loss_kg, sigma_kg, alpha)


def detectable_loss(sigma_kg, alpha=0.05, beta=0.05):
    """The loss in kg that is found with probability 1 − beta.

    Examples
    --------
    >>> round(detectable_loss(8), 2)
    26.32
    """
    return _accord.detectable_loss(sigma_kg, alpha, beta)


def shipper_receiver(shipped_kg, received_kg, u_shipper_kg, u_receiver_kg, covariance_kg2=0.0):
    """One item measured by shipper and receiver: the difference and the best estimate of both.

    Parameters
    ----------
    shipped_kg, received_kg : float
    u_shipper_kg, u_receiver_kg : float
        Standard uncertainties in kg.
    covariance_kg2 : float
        Of what both measurements have in common, in kg².

    Returns
    -------
    dict
        difference_kg (shipped − received), u_kg, ratio (None when u_kg is 0), best_kg, u_best_kg.

    Examples
    --------
    >>> d = shipper_receiver(24.90, 24.83, 0.03, 0.04)
    >>> round(d["ratio"], 4), round(d["best_kg"], 4), round(d["u_best_kg"], 4)
    (1.4, 24.8748, 0.024)
    """
    return _accord.shipper_receiver(shipped_kg, received_kg, u_shipper_kg, u_receiver_kg, covariance_kg2)
