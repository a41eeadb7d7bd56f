"""The balance of measured items, and what is asked of it. Reached as accord.balance(...) and accord.Balance."""

import pathlib
import types
import typing

from accord import _accord, _tables
from accord._balance_tests import BalanceTests
from accord._numbers import frozen, number, whole

PERIOD_COLUMNS = (
    "period", "pb_kg", "x_kg", "y_kg", "pe_kg", "muf_kg", "sigma_muf_kg", "leid_kg", "muf_over_sigma", "p", "active_kg",
    "sigma_over_active", "measurements", "status",
)
SHARE_COLUMNS = ("period", "name", "variance_kg2", "fraction")
UNITS = types.MappingProxyType({"muf": "kg", "sigma_muf": "kg", "covariance": "kg²"})


class PeriodValidity(typing.NamedTuple):
    """What the variance of a period consists of: the largest single realisation of an error, its share of the variance,
    and as how many equal ones all of them count, (Σv)²/Σv²."""

    period: int
    largest: str
    largest_share: float
    effective: float


class Validity(typing.NamedTuple):
    """Whether linear normal theory may be used: the largest relative standard deviation and the method that has it, how
    many measured values the model puts below 0 once in 1000 or more, and the periods. A realisation with a share above 0.8
    decides with its own distribution; with fewer than 5 effective ones the tails follow the largest."""

    largest_relative: float
    method: typing.Optional[str]
    may_be_negative: int
    periods: tuple


class Balance:
    """The balance of each period. Immutable; made by :func:`balance`.

    Examples
    --------
    >>> from accord import balance
    >>> folder = "examples/state/items_honest"
    >>> b = balance(f"{folder}/items.csv", f"{folder}/methods.csv")
    >>> round(b.sigma_muf[0], 9)
    1.185827346
    """

    def __init__(self, inner, days=None, made=None):
        self._inner = inner
        self._made = made
        self._days = days
        self._muf = frozen(inner.muf())
        self._covariance = frozen(inner.covariance())
        self._sigma_muf = frozen(inner.sigma_muf())

    @classmethod
    def _by(cls, function, *arguments, days=None):
        """The balance that a function of the compiled part makes; kept as the way to make it again."""
        return cls(getattr(_accord, function)(*arguments), days, (_made_again, (function, arguments, days)))

    def __reduce__(self):
        # What was measured is kept, and the balance made again: the same numbers, whatever the version writes.
        return self._made

    @property
    def muf(self):
        """MUF of each period in kg, a read-only numpy array: PB + X − Y − PE, positive when material is missing."""
        return self._muf

    @property
    def covariance(self):
        """Covariance matrix of the MUFs in kg², a read-only numpy array of periods × periods."""
        return self._covariance

    @property
    def sigma_muf(self):
        """Standard error of MUF (SEID) of each period in kg, a read-only numpy array."""
        return self._sigma_muf

    @property
    def units(self):
        """The units of `muf`, `sigma_muf` and `covariance`, a read-only mapping. Columns of tables name theirs."""
        return UNITS

    @property
    def limit_factor(self):
        """LEID is so many times the standard error."""
        return self._inner.limit_factor

    @property
    def inventory_days(self):
        """Of a balance of books: the days of its inventories, each the end of a period but the first; else None."""
        return self._days

    @property
    def problems(self):
        """Warnings about the input, a list of `Problem`."""
        return self._inner.problems

    def periods(self):
        """One dict for each period.

        Returns
        -------
        list of dict
            Keys period, pb_kg, x_kg, y_kg, pe_kg, muf_kg, sigma_muf_kg (SEID), leid_kg, muf_over_sigma and p (None when
            sigma is 0), active_kg, sigma_over_active, measurements, status (measured, empty, closed, item
            discrepancy or not measured: then every mass is NaN). Of a balance of books also begin and end, the days of its inventories.

        Examples
        --------
        >>> from accord import balance
        >>> folder = "examples/state/items_honest"
        >>> balance(f"{folder}/items.csv", f"{folder}/methods.csv").periods()[0]["status"]
        'measured'
        """
        rows = self._inner.periods()
        if self._days is None:
            return rows
        return [{**row, "begin": begin, "end": end} for row, begin, end in zip(rows, self._days, self._days[1:])]

    def _columns(self):
        return PERIOD_COLUMNS if self._days is None else (PERIOD_COLUMNS[0], "begin", "end", *PERIOD_COLUMNS[1:])

    def period(self, which):
        """The balance of one period alone, with the uncertainty it has among all of them.

        Parameters
        ----------
        which : int, datetime.date or str
            Its number, from 1; or of a balance of books the day of the inventory that ends it.

        Returns
        -------
        Balance
            Of one period, number 1. What it has in common with others is left out; a sequence of one says less.

        Raises
        ------
        ValueError
            There is no such period.

        Examples
        --------
        >>> from accord import balance
        >>> folder = "examples/state/items_honest"
        >>> b = balance(f"{folder}/items.csv", f"{folder}/methods.csv")
        >>> b.period(4).muf[0] == b.muf[3], b.period(4).sigma_muf[0] == b.sigma_muf[3]
        (True, True)
        """
        if self._days is not None and (isinstance(which, str) or hasattr(which, "isoformat")):
            ends = [day.isoformat() for day in self._days[1:]]
            wanted = which if isinstance(which, str) else which.isoformat()[:10]
            if wanted not in ends:
                raise ValueError(f"no period ends on {wanted}; the ends are {', '.join(ends) or 'none'}")
            which = ends.index(wanted) + 1
        first = whole("period", which, 1, len(self.muf)) - 1
        days = None if self._days is None else self._days[first:first + 2]
        return Balance(self._inner.part(first, 1), days, (Balance.period, (self, first + 1)))

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
        >>> from accord import balance
        >>> folder = "examples/state/items_honest"
        >>> balance(f"{folder}/items.csv", f"{folder}/methods.csv").shares()[0]["name"]
        'random:NDA-S'
        """
        return self._inner.shares(by)

    def validity(self):
        """Whether linear normal theory may be used.

        Returns
        -------
        Validity

        Examples
        --------
        >>> from accord import balance
        >>> folder = "examples/state/items_honest"
        >>> v = balance(f"{folder}/items.csv", f"{folder}/methods.csv").validity()
        >>> v.largest_relative, v.method, v.may_be_negative
        (0.12, 'NDA-W', 0)
        """
        relative = self._inner.largest_relative() or (0.0, None)
        return Validity(
            *relative, self._inner.may_be_negative(), tuple(PeriodValidity(*p) for p in self._inner.validity())
        )

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

        Raises
        ------
        ValueError
            An argument that is not finite.
        AccordError
            An argument out of range, no such criteria, or criteria that need a goal quantity without one.

        Examples
        --------
        >>> from accord import balance
        >>> folder = "examples/state/items_protracted"
        >>> tests = balance(f"{folder}/items.csv", f"{folder}/methods.csv").tests()
        >>> [(answer.name, answer.alarm) for answer in tests.answers]
        [('Page', 4), ('CUMUF/sigma at the end', 12), ('GEMUF at the end', None)]
        """
        own = isinstance(criteria, str) and not pathlib.Path(criteria).is_file()
        asked = {
            "false_alarm": number("false_alarm", false_alarm), "page_k": number("page_k", page_k),
            "page_headstart": number("page_headstart", page_headstart), "two_sided": bool(two_sided),
            "detection": number("detection", detection),
            "goal_kg": None if goal_kg is None else number("goal_kg", goal_kg),
        }
        text = None if criteria is None or own else pathlib.Path(criteria).read_bytes()
        inner = _accord.balance_tests(self._inner, *asked.values(), str(criteria or ""), text)
        return BalanceTests._of(self, asked, inner, (str(criteria or ""), text))

    def plot(self, name="muf", period=None):
        """A drawing of :meth:`tests` with their defaults; see :meth:`BalanceTests.plot`.

        Examples
        --------
        >>> from accord import balance
        >>> folder = "examples/state/items_honest"
        >>> balance(f"{folder}/items.csv", f"{folder}/methods.csv").plot("page")
        <Drawing page: Page's test>
        """
        return self.tests().plot(name, period)

    def figure(self, name="muf", period=None):
        """The same in a matplotlib figure; see :meth:`BalanceTests.figure`.

        Examples
        --------
        >>> from accord import balance
        >>> folder = "examples/state/items_honest"
        >>> b = balance(f"{folder}/items.csv", f"{folder}/methods.csv")
        >>> try:
        ...     shown = b.figure("page").axes[0].get_xlabel()
        ... except ImportError:
        ...     shown = "period"  # there is no matplotlib here
        >>> shown
        'period'
        """
        return self.tests().figure(name, period)

    def to_frame(self):
        """:meth:`periods` as a pandas.DataFrame.

        Examples
        --------
        >>> from accord import balance
        >>> folder = "examples/state/items_honest"
        >>> len(balance(f"{folder}/items.csv", f"{folder}/methods.csv").to_frame())
        12
        """
        return _tables.rows_frame(self.periods(), self._columns())

    def shares_frame(self, by="source"):
        """:meth:`shares` as a pandas.DataFrame.

        Examples
        --------
        >>> from accord import balance
        >>> folder = "examples/state/items_honest"
        >>> frame = balance(f"{folder}/items.csv", f"{folder}/methods.csv").shares_frame("nature")
        >>> frame["name"].unique().tolist()
        ['random', 'systematic']
        """
        return _tables.rows_frame(self.shares(by), SHARE_COLUMNS)

    def _repr_html_(self):
        columns = self._columns()
        return _tables.rows_html(([row[name] for name in columns] for row in self.periods()), columns, "Material balance")

    def __repr__(self):
        n = len(self.muf)
        if n == 0:
            return "<Balance: no periods>"
        if self.muf[-1] != self.muf[-1]:
            return f"<Balance: {n} period{'s' if n > 1 else ''}, the last not measured>"
        last = f"MUF {self.muf[-1]:.6g} ± {self.sigma_muf[-1]:.6g} kg (k = 1)"
        return f"<Balance: {n} period{'s' if n > 1 else ''}, last {last}>"


def _made_again(function, arguments, days):
    return Balance._by(function, *arguments, days=days)
