"""Material balances: MUF, its uncertainty, what follows from it, and where it comes from. Masses in kg."""

import os
import pathlib
from typing import NamedTuple, Optional

from accord import _accord, _items, _tables
from accord._numbers import frozen, number

PERIOD_COLUMNS = (
    "period", "pb_kg", "x_kg", "y_kg", "pe_kg", "muf_kg", "sigma_kg", "leid_kg", "muf_over_sigma", "p", "active_kg",
    "sigma_over_active", "measurements", "status",
)
SHARE_COLUMNS = ("period", "name", "variance_kg2", "fraction")


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
        `factor`, `target` and `party` (rows of other parties than operator are left out).
    study : str or path-like
        Instead of both: a study, flows and inventories as time series described in a TOML file.
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
    """
    if not (isinstance(limit_factor, (int, float)) and 0 < limit_factor < float("inf")):
        raise ValueError(f"limit_factor is {limit_factor!r}, expected a number above 0")
    if mass not in _items.MASSES:
        raise ValueError(f"mass is {mass!r}, expected one of {', '.join(_items.MASSES)}")
    if study is not None:
        if items is not None or methods is not None or mass != "declared":
            raise TypeError("give either a study, or items and methods")
        return Balance(_of_study(study, float(limit_factor)))
    if items is None or methods is None:
        raise TypeError("a balance needs items and methods, or a study")
    paths = [isinstance(table, (str, os.PathLike)) for table in (items, methods)]
    if all(paths):
        texts = [pathlib.Path(path).read_bytes() for path in (items, methods)]
        names = [os.fspath(path) for path in (items, methods)]
        return Balance(_accord.balance_of_tables(*texts, *names, float(limit_factor), mass))
    if any(paths):
        raise TypeError("give both items and methods as tables, or both as paths")
    return Balance(_accord.balance_of_columns(_items.columns_of(items, mass), _items.method_rows(methods),
                                              float(limit_factor)))


def _of_study(study, limit_factor):
    text, name = pathlib.Path(study).read_bytes(), os.fspath(study)
    series = {file: pathlib.Path(file).read_bytes() for file in _accord.study_files(name, text) if os.path.isfile(file)}
    return _accord.balance_of_study(text, name, series, limit_factor)


class Balance:
    """The balance of each period. Immutable; made by :func:`balance`. In a notebook it is its page with drawings.

    Examples
    --------
    >>> folder = "examples/state/items_honest"
    >>> b = balance(f"{folder}/items.csv", f"{folder}/methods.csv")
    >>> round(b.sigma_muf[0], 9)
    1.185827346
    """

    units = {"mass": "kg", "variance": "kg2"}

    def __init__(self, inner):
        self._inner = inner

    @property
    def muf(self):
        """MUF of each period in kg, a read-only numpy array: PB + X − Y − PE, positive when material is missing."""
        return frozen(self._inner.muf())

    @property
    def covariance(self):
        """Covariance matrix of the MUFs in kg², a read-only numpy array of periods × periods."""
        return frozen(self._inner.covariance())

    @property
    def sigma_muf(self):
        """Standard error of MUF (SEID) of each period in kg, a read-only numpy array."""
        return frozen(self.covariance.diagonal() ** 0.5)

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

    def validity(self):
        """Whether linear normal theory may be used.

        Returns
        -------
        Validity

        Examples
        --------
        >>> folder = "examples/state/items_honest"
        >>> v = balance(f"{folder}/items.csv", f"{folder}/methods.csv").validity()
        >>> v.largest_relative, v.method, v.may_be_negative
        (0.12, 'NDA-W', 0)
        """
        relative = self._inner.largest_relative() or (0.0, None)
        return Validity(*relative, self._inner.may_be_negative(), tuple(PeriodValidity(*p) for p in self._inner.validity()))

    def tests(self, false_alarm=0.05, page_k=0.5, *, page_headstart=0.0, two_sided=False, detection=0.95, goal_kg=None,
              criteria=None):
        """The periods tested, each by itself and as a sequence.

        Parameters
        ----------
        false_alarm : float
            Of each test over all periods, and of the test of one period.
        page_k : float
            Half the shift that Page's test looks for, in standard deviations.
        page_headstart : float
            Where Page's statistic begins, at most its limit.
        two_sided : bool
            Page's test also of gains, each side with half the false-alarm probability.
        detection : float
            The probability with which the loss `found_kg` is found.
        goal_kg : float, optional
            A loss whose detection is asked for, such as one significant quantity.
        criteria : str or path-like, optional
            Bounds of a regulation: "us-10cfr74", "iaea-usual", or a TOML file.

        Returns
        -------
        BalanceTests

        Examples
        --------
        >>> folder = "examples/state/items_protracted"
        >>> tests = balance(f"{folder}/items.csv", f"{folder}/methods.csv").tests()
        >>> [(answer.name, answer.alarm) for answer in tests.answers]
        [('Page', 4), ('CUMUF/sigma at the end', 12), ('GEMUF at the end', None)]
        """
        goal = None if goal_kg is None else number("goal_kg", goal_kg)
        text, name = "", ""
        if criteria is not None:
            name = os.fspath(criteria)
            text = _accord.own_criteria(name) or pathlib.Path(criteria).read_text(encoding="utf-8")
        inner = _accord.balance_tests(self._inner, number("false_alarm", false_alarm), number("page_k", page_k),
                                      number("page_headstart", page_headstart), bool(two_sided),
                                      number("detection", detection), goal, text, name)
        return BalanceTests(self, inner)

    def figure(self, name="muf"):
        """A drawing of :meth:`tests` with their defaults; see :meth:`BalanceTests.figure`.

        Examples
        --------
        >>> folder = "examples/state/items_honest"
        >>> balance(f"{folder}/items.csv", f"{folder}/methods.csv").figure("page")[:4]
        '<svg'
        """
        return self.tests().figure(name)

    def _repr_html_(self):
        return self.to_frame().to_html(index=False)

    def _repr_svg_(self):
        return self.figure()

    def __repr__(self):
        return f"<Balance: {len(self.muf)} periods>"


class PeriodValidity(NamedTuple):
    """What the variance of a period consists of: the largest single realisation of an error, its share of the variance,
    and as how many equal ones all of them count, (Σv)²/Σv²."""

    period: int
    largest: str
    largest_share: float
    effective: float


class Validity(NamedTuple):
    """Whether linear normal theory may be used: the largest relative standard deviation and the method that has it, how
    many measured values the model puts below 0 once in 1000 or more, and the periods. A realisation with a share above 0.8
    decides with its own distribution; with fewer than 5 effective ones the tails follow the largest."""

    largest_relative: float
    method: Optional[str]
    may_be_negative: int
    periods: tuple


class Answer(NamedTuple):
    """A test of the sequence: its statistic at the end, its limit, and the first period with an alarm, from 1."""

    name: str
    statistic: float
    limit: float
    alarm: Optional[int]


class Decision(NamedTuple):
    """The test of one period: alarm above `limit_kg`; the loss found with the probability asked for; how often the goal
    quantity alarms."""

    limit_kg: float
    alarm: bool
    found_kg: float
    goal_probability: Optional[float]


class CriterionAnswer(NamedTuple):
    """A bound of a regulation in one period; `confirmed`: the bound was read in its source."""

    period: int
    name: str
    value_kg: float
    limit_kg: float
    exceeded: bool
    action: str
    source: str
    confirmed: bool


class BalanceTests:
    """The answers to :meth:`Balance.tests`. Immutable.

    Attributes
    ----------
    answers : tuple of Answer
        Page, CUMUF and GEMUF over all periods; empty without variances.
    decisions : tuple of Decision
        Of each period by itself.
    together : Decision
        Of the sum of all MUFs.
    criteria : tuple of CriterionAnswer
    page : tuple of float
        Page's statistic of each period.
    constant_loss : tuple of float, or None
        If the same was lost in each period: kg, and its standard deviation.
    common_share : float
        Of the variance that all periods have in common.

    Examples
    --------
    >>> folder = "examples/state/items_honest"
    >>> tests = balance(f"{folder}/items.csv", f"{folder}/methods.csv").tests(goal_kg=8)
    >>> round(tests.together.goal_probability, 4)
    0.3176
    """

    def __init__(self, of, inner):
        self._of, self._inner = of, inner
        self.answers = tuple(Answer(*row) for row in inner.answers())
        self.decisions = tuple(Decision(*row) for row in inner.decisions())
        self.together = Decision(*inner.together())
        self.criteria = tuple(CriterionAnswer(*row) for row in inner.criteria())
        self.page = tuple(inner.page())
        self.constant_loss = inner.constant_loss()
        self.common_share = inner.common_share()

    def sequence(self):
        """CUMUF, ITMUF, SITMUF and GEMUF of each period.

        Returns
        -------
        accord.statistics.SequenceResult

        Examples
        --------
        >>> folder = "examples/state/items_honest"
        >>> tests = balance(f"{folder}/items.csv", f"{folder}/methods.csv").tests()
        >>> tests.sequence().sitmuf.round(3).tolist()[:3]
        [0.312, 0.34, 0.286]
        """
        from accord import statistics

        return statistics.sequence(self._of.muf, self._of.covariance)

    def html(self):
        """The page that `accord balance --format html` writes, without the names of files.

        Examples
        --------
        >>> folder = "examples/state/items_honest"
        >>> "<svg" in balance(f"{folder}/items.csv", f"{folder}/methods.csv").tests().html()
        True
        """
        return self._inner.html()

    def figure(self, name="muf"):
        """A drawing of the page as SVG: "muf", "sitmuf", "page" or "contributions"; empty when there is nothing to draw.

        Examples
        --------
        >>> folder = "examples/state/items_honest"
        >>> balance(f"{folder}/items.csv", f"{folder}/methods.csv").tests().figure("sitmuf")[:4]
        '<svg'
        """
        names = _accord.balance_figures()
        if name not in names:
            raise ValueError(f"name is {name!r}, expected one of {', '.join(names)}")
        return self._inner.figure(name)

    def _repr_svg_(self):
        return self.figure("page")

    def __repr__(self):
        alarms = sum(answer.alarm is not None for answer in self.answers)
        return f"<BalanceTests: {alarms} of {len(self.answers)} tests alarm>"


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
