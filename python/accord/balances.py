"""Material balances: MUF, its uncertainty, what follows from it, and where it comes from. Masses in kg."""

import os

from accord import _accord, _items
from accord._balance import Balance
from accord._study import study_of


def balance(items=None, methods=None, *, study=None, mass="declared", limit_factor=2.0):
    """The material balance of measured items, or of time series, with its uncertainty.

    Parameters
    ----------
    items : mapping of columns, pandas.DataFrame, str or path-like
        One row for each item in a list of a period: `period` (from 1; PE of period 0 is what is there at the start),
        `role` (PB, X, Y or PE), `stratum`, `item`, `method`, `declared_kg`; optionally `measured_in_period` (missing:
        that of the row) and `correction` (True or "yes": may be negative). Every other column is one that source keys
        may name. A path is a CSV table of these columns.
    methods : list of mappings, pandas.DataFrame, str or path-like
        One row for each component of error: `method`, `component` (random, systematic, or none: measures without
        error), `kind` (relative or absolute), `standard_deviation` (fraction, or kg), `source_key`; optionally
        `factor`, `target` and `party` (rows of other parties than operator are left out). A path is a CSV table of them.
    study : str, path-like or dict
        Instead of both: a study, flows and inventories as time series. A TOML file, its text (a str with a line end), or a
        dict of the same keys, in which a location may hold `time` and `value` as arrays in place of `file`; the page
        docs/reference/study.md describes them. Files of a text or a dict are named from the present folder.
    mass : str
        "declared"; "gross" takes the columns `gross_kg` and `gross_method` instead of `declared_kg` and `method`; "net"
        also `tare_kg` and `tare_method`.
    limit_factor : float
        LEID is so many times the standard error: 2 or 1.96.

    Returns
    -------
    Balance

    Raises
    ------
    AccordError
        With all problems, each with its row and column.
    ValueError
        An argument or an array of the wrong shape, or a cell that cannot be what its column needs.

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
    >>> balance(study="examples/study/study.toml").sigma_muf.round(4).tolist()
    [0.2399, 0.2461, 0.2673, 0.2451]

    A feed and a tank, sampled by hand:

    >>> feed = {"name": "feed", "role": "input", "kind": "continuous", "time": [0, 4], "value": [2.0, 3.0], "until": 10,
    ...         "random": 0, "systematic": 0.01}
    >>> tank = {"name": "tank", "role": "inventory", "time": [0, 10], "value": [5.0, 30.0], "random": 0.001,
    ...         "systematic": 0}
    >>> balance(study={"periods": {"ends": [10]}, "location": [feed, tank]}).muf.tolist()
    [1.0]
    """
    limit_factor = _items.factor_of(limit_factor)
    if mass not in _items.MASSES:
        raise ValueError(f"mass is {mass!r}, expected one of {', '.join(_items.MASSES)}")
    if study is not None:
        if items is not None or methods is not None or mass != "declared":
            raise TypeError("a balance takes either a study, or items and methods")
        return Balance._by("balance_of_study", *study_of(study), limit_factor)
    if items is None or methods is None:
        raise TypeError("a balance takes items and methods, or a study")
    items_file, methods_file = (isinstance(table, (str, os.PathLike)) for table in (items, methods))
    if items_file and methods_file:
        return Balance._by("balance_of_tables", *map(_items.file_of, (items, methods)), limit_factor, mass)
    if items_file:
        raise TypeError("methods of items in a file are a file too")
    return Balance._by("balance_of_columns", _items.columns_of(items, mass), _items.methods_of(methods), limit_factor)


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
        difference_kg (shipped − received), u_kg, ratio (None when u_kg is 0), best_kg and u_best_kg (None
        when u_kg is 0 and the values differ: an item discrepancy).

    Examples
    --------
    >>> d = shipper_receiver(24.90, 24.83, 0.03, 0.04)
    >>> round(d["ratio"], 4), round(d["best_kg"], 4), round(d["u_best_kg"], 4)
    (1.4, 24.8748, 0.024)
    """
    return _accord.shipper_receiver(shipped_kg, received_kg, u_shipper_kg, u_receiver_kg, covariance_kg2)
