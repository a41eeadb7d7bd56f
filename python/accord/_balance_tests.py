"""What tests of a balance say: of the sequence of its periods, and of each by itself."""

import dataclasses
import typing

import numpy

from accord import _accord, _drawing, _plots, _tables
from accord._best_test import LossEstimate
from accord._numbers import frozen, whole
from accord._sequence import SequenceResult

FIGURES = _accord.balance_figures
ANSWER_COLUMNS = ("test", "statistic", "limit", "alarm", "period")
DECISION_COLUMNS = ("period", "limit_kg", "alarm", "found_kg", "goal_probability", "does_not_add_up")
CRITERION_COLUMNS = (
    "period", "criterion", "statistic", "value_kg", "limit_kg", "exceeded", "action", "source", "confirmed", "note",
)


class Answer(typing.NamedTuple):
    """A test of the sequence: its statistic, its limit, the first period with an alarm, from 1, or None, and the period
    of the statistic: that of the alarm, else the last."""

    name: str
    statistic: float
    limit: float
    alarm: typing.Optional[int]
    period: int


class Unexplained(typing.NamedTuple):
    """A period (from 1) that does not add up: so many kg, positive when material is missing, are not what periods
    without an error of their own leave possible. No question of statistics, and no test sees it."""

    period: int
    kg: float


class Decision(typing.NamedTuple):
    """The test of one period: alarm above `limit_kg`; the loss found with the probability asked for; how often the goal
    quantity alarms (None when none was given); whether MUF is not 0 although nothing in it has a measurement error."""

    limit_kg: float
    alarm: bool
    found_kg: float
    goal_probability: typing.Optional[float]
    does_not_add_up: bool


class CriterionAnswer(typing.NamedTuple):
    """A bound of a regulation in one period; `confirmed`: the bound was read in its source."""

    period: int
    name: str
    statistic: str
    value_kg: float
    limit_kg: float
    exceeded: bool
    action: str
    source: str
    confirmed: bool
    note: str


class Definition(typing.NamedTuple):
    """A word of the rule that the criteria are of, as the rule explains it; `confirmed`: it was read there."""

    name: str
    text: str
    source: str
    confirmed: bool


@dataclasses.dataclass(frozen=True, eq=False, repr=False)
class BalanceTests:
    """The answers to :meth:`Balance.tests`. Immutable.

    Attributes
    ----------
    balance : Balance
    false_alarm, page_k, page_headstart, two_sided, detection, goal_kg
        What was asked.
    sequence : accord.statistics.SequenceResult
        MUF, CUMUF, ITMUF, SITMUF and GEMUF of each period.
    page, page_gains : numpy.ndarray
        Page's statistic of each period, read-only; periods that the earlier ones determine take no part. Empty when no
        period has a variance; that of gains only when both sides are asked for.
    answers : tuple of Answer
        Page, with its exact limit, CUMUF and GEMUF over all periods; empty without variances.
    unexplained : tuple of Unexplained
        Periods that do not add up; `adds_up` says whether there are none.
    constant_loss : accord.statistics.LossEstimate, or None
        If the same was lost in each period; None where a period has no variance of its own.
    common_share : float, or None
        Of the variance, on average, from sources that all periods share; None for one period. Above 0.5 a constant loss cannot be told from it.
    decisions : tuple of Decision
        Of each period by itself.
    together : Decision
        Of the sum of all MUFs.
    criteria : tuple of CriterionAnswer
        Each bound in each period.
    definitions : tuple of Definition
        Words of the rule.

    Examples
    --------
    >>> from accord import balance
    >>> folder = "examples/state/items_honest"
    >>> tests = balance(f"{folder}/items.csv", f"{folder}/methods.csv").tests(goal_kg=8)
    >>> tests.alarmed, round(tests.together.goal_probability, 4)
    (False, 0.3176)
    """

    balance: typing.Any
    false_alarm: float
    page_k: float
    page_headstart: float
    two_sided: bool
    detection: float
    goal_kg: typing.Optional[float]
    sequence: SequenceResult
    page: numpy.ndarray
    page_gains: numpy.ndarray
    answers: tuple
    unexplained: tuple
    constant_loss: typing.Optional[LossEstimate]
    common_share: typing.Optional[float]
    decisions: tuple
    together: Decision
    criteria: tuple
    definitions: tuple
    _inner: typing.Any
    _criteria: tuple

    def __reduce__(self):
        names = ("false_alarm", "page_k", "page_headstart", "two_sided", "detection", "goal_kg")
        return _tested_again, (self.balance, {name: getattr(self, name) for name in names}, self._criteria)

    @classmethod
    def _of(cls, balance, asked, inner, criteria):
        constant = inner.constant_loss()
        return cls(
            balance=balance,
            **asked,
            sequence=SequenceResult._of_rows(inner.sequence()),
            page=frozen(inner.page()),
            page_gains=frozen(inner.page_gains()),
            answers=tuple(Answer(*row) for row in inner.answers()),
            unexplained=tuple(Unexplained(*row) for row in inner.unexplained()),
            constant_loss=None if constant is None else LossEstimate(*constant),
            common_share=inner.common_share(),
            decisions=tuple(Decision(*row) for row in inner.decisions()),
            together=Decision(*inner.together()),
            criteria=tuple(CriterionAnswer(*row) for row in inner.criteria()),
            definitions=tuple(Definition(*row) for row in inner.definitions()),
            _inner=inner,
            _criteria=criteria,
        )

    @property
    def alarmed(self):
        """Whether a test of the sequence alarms."""
        return any(answer.alarm is not None for answer in self.answers)

    @property
    def adds_up(self):
        """Whether all that was measured can come from the stated errors."""
        return not self.unexplained

    @property
    def exceeded(self):
        """Whether a criterion is exceeded in a period."""
        return any(answer.exceeded for answer in self.criteria)

    def to_frame(self):
        """One row for each period of the sequence.

        Returns
        -------
        pandas.DataFrame
            Columns as of :meth:`SequenceResult.to_frame`, and page (NaN when no period has a variance), with both sides
            also page_gains.

        Examples
        --------
        >>> from accord import balance
        >>> folder = "examples/state/items_protracted"
        >>> table = balance(f"{folder}/items.csv", f"{folder}/methods.csv").tests().to_frame()
        >>> round(float(table.set_index("period").loc[4, "page"]), 4)
        3.4167
        """
        frame = self.sequence.to_frame()
        frame["page"] = self.page if len(self.page) else numpy.nan
        if self.two_sided:
            frame["page_gains"] = self.page_gains if len(self.page_gains) else numpy.nan
        return frame

    def answers_frame(self):
        """`answers` as a pandas.DataFrame with the columns test, statistic, limit, alarm, period (of the statistic).
        Periods that do not add up have rows of their own, with the limit 0.

        Examples
        --------
        >>> from accord import balance
        >>> folder = "examples/state/items_honest"
        >>> balance(f"{folder}/items.csv", f"{folder}/methods.csv").tests().answers_frame()["alarm"].isna().all()
        True
        """
        return _tables.rows_frame(self._answer_rows(), ANSWER_COLUMNS).astype({"alarm": "Int64"})

    def decisions_frame(self):
        """`decisions` as a pandas.DataFrame with the columns period, limit_kg, alarm, found_kg,
        goal_probability, does_not_add_up.

        Examples
        --------
        >>> from accord import balance
        >>> folder = "examples/state/items_honest"
        >>> table = balance(f"{folder}/items.csv", f"{folder}/methods.csv").tests().decisions_frame()
        >>> len(table), table["goal_probability"].isna().all()
        (12, True)
        """
        rows = [(t, *decision) for t, decision in enumerate(self.decisions, 1)]
        return _tables.rows_frame(rows, DECISION_COLUMNS).astype({"goal_probability": float})

    def criteria_frame(self):
        """`criteria` as a pandas.DataFrame.

        Examples
        --------
        >>> from accord import balance
        >>> folder = "examples/state/items_honest"
        >>> tests = balance(f"{folder}/items.csv", f"{folder}/methods.csv").tests(goal_kg=8, criteria="iaea-usual")
        >>> tests.criteria_frame()["exceeded"].any() == tests.exceeded
        True
        """
        return _tables.rows_frame(self.criteria, CRITERION_COLUMNS)

    def html(self):
        """The page that `accord balance --format html` writes.

        Examples
        --------
        >>> from accord import balance
        >>> folder = "examples/state/items_honest"
        >>> "<svg" in balance(f"{folder}/items.csv", f"{folder}/methods.csv").tests().html()
        True
        """
        return self._inner.html()

    def plot(self, name="muf", period=None):
        """A drawing of the page as SVG; Jupyter shows it.

        Parameters
        ----------
        name : str
            muf, sitmuf, page or contributions.
        period : int, optional
            From 1, for contributions; default: the last.

        Returns
        -------
        Drawing

        Examples
        --------
        >>> from accord import balance
        >>> folder = "examples/state/items_honest"
        >>> balance(f"{folder}/items.csv", f"{folder}/methods.csv").tests(false_alarm=0.01).plot("sitmuf").svg[:4]
        '<svg'
        """
        period = self._drawn(name, period)
        return _drawing.Drawing(name, *self._inner.figure(name, period - 1))

    def figure(self, name="muf", period=None):
        """The numbers of :meth:`plot` in a matplotlib figure, to be changed and put beside others.

        Returns
        -------
        matplotlib.figure.Figure

        Raises
        ------
        ImportError
            matplotlib is not installed; nothing else needs it.

        Examples
        --------
        >>> from accord import balance
        >>> folder = "examples/state/items_honest"
        >>> tests = balance(f"{folder}/items.csv", f"{folder}/methods.csv").tests()
        >>> try:
        ...     shown = tests.figure("sitmuf").axes[0].get_xlabel()
        ... except ImportError:
        ...     shown = "period"  # there is no matplotlib here
        >>> shown
        'period'
        """
        period = self._drawn(name, period)
        axes = _drawing.new_axes()
        getattr(_plots, f"balance_{name}")(axes, self, period)
        return axes.figure

    def _drawn(self, name, period):
        """The period of a drawing, from 1; the name is one of them."""
        count = len(self.sequence)
        if _drawing.chosen(name, FIGURES) == "contributions":
            return whole("period", count if period is None else period, 1, count)
        if period is not None:
            raise ValueError(f"period is {period!r}; the drawing {name!r} is of all periods")
        return 1

    def _answer_rows(self):
        return [*self.answers, *(("adds up", u.kg, 0.0, u.period, u.period) for u in self.unexplained)]

    def _repr_html_(self):
        caption = f"False-alarm probability of each test {self.false_alarm}, k of Page's test {self.page_k}"
        return _tables.rows_html(self._answer_rows(), ANSWER_COLUMNS, caption)

    def __repr__(self):
        alarms = ", ".join(f"{a.name} in period {a.alarm}" for a in self.answers if a.alarm is not None)
        said = [f"alarms: {alarms}"] if alarms else []
        if self.unexplained:
            said.append("does not add up: " + ", ".join(f"{u.kg:.6g} kg in period {u.period}" for u in self.unexplained))
        return f"<BalanceTests: {'; '.join(said) or 'no alarm'}>"


def _tested_again(balance, asked, criteria):
    inner = _accord.balance_tests(balance._inner, *asked.values(), *criteria)
    return BalanceTests._of(balance, asked, inner, criteria)
