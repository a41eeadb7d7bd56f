"""Probability of detecting a loss: tests of a sequence of balances, by simulation."""

import difflib
import os
import pathlib
import time
import typing

import numpy

from accord import _accord, _drawing, _labels, _plots, _tables, _toml
from accord._balance import Balance
from accord._numbers import frozen, square, whole

COLUMNS = ("loss", "total_kg", "test", "limit", "probability", "standard_error", "exact")
SAMPLES_MAX = 2**31
THREADS_MAX = 1024
NORMAL_95 = 1.959963984540054  # z(0.975)


class Loss(typing.NamedTuple):
    """A loss of a scenario: its name, the total, and a read-only array with the loss in each period; kg."""

    name: str
    total_kg: float
    per_period_kg: numpy.ndarray


class Test(typing.NamedTuple):
    """A test of a scenario with its limit.

    `limit_origin` is 'exact', 'simulated' (with its 95 % interval `limit_low` … `limit_high`) or 'given'. A combination
    of tests has no limit of its own; `parts` names its tests with theirs.
    """

    __test__ = False  # not for pytest

    name: str
    limit: typing.Optional[float]
    limit_origin: str
    limit_low: typing.Optional[float]
    limit_high: typing.Optional[float]
    parts: tuple


class Probability(typing.NamedTuple):
    """A simulated probability with its standard error, the exact one where a formula gives it, else None, and the number
    of sequences it was counted in."""

    value: float
    standard_error: float
    exact: typing.Optional[float]
    sequences: int

    @property
    def interval(self):
        """The 95 % interval of Wilson: low and high. Not empty where no sequence alarms, or all do.

        Examples
        --------
        >>> Probability(0.0, 0.0, None, 1000).interval[1] < 0.004
        True
        """
        p, n, z2 = self.value, self.sequences, NORMAL_95**2
        middle, half = p + z2 / (2 * n), NORMAL_95 * (p * (1 - p) / n + z2 / (4 * n * n)) ** 0.5
        low, high = (middle - half) / (1 + z2 / n), (middle + half) / (1 + z2 / n)
        return low if p > 0 else 0.0, high if p < 1 else 1.0


class SitmufMoments(typing.NamedTuple):
    """Mean, shape (periods,), and covariance, shape (periods, periods), of SITMUF; read-only arrays."""

    mean: numpy.ndarray
    covariance: numpy.ndarray


def simulate(scenario, reps=None, seed=None, threads=None, progress=None):
    """Simulate sequences of balances without and with loss, and count the alarms of each test.

    Parameters
    ----------
    scenario : path-like, str or dict
        A TOML file; the text of one (a str with a line end); or a dict of the same keys. The page
        docs/reference/scenario.md describes them. In a dict `balance` may also be a :class:`Balance`, or a covariance in
        kg² as an array or DataFrame, with whose labels those of `per_period_kg` are aligned. `items`, `methods` and `study` are files, named from the folder of
        the scenario, or for a text or a dict from the present folder.
    reps : int, optional
        Number of sequences, from 1; default: that of the scenario.
    seed : int, optional
        0 … 2⁵³ − 1; default: that of the scenario.
    threads : int, optional
        Default: one for each processor. The result does not depend on it.
    progress : callable, optional
        Called about ten times a second as ``progress(done, sequences)``, and at the end. What it raises stops the
        simulation.

    Returns
    -------
    Simulation

    Raises
    ------
    AccordError
        The scenario or a table has errors: all of them in ``problems``, with their lines.
    ValueError
        An argument that is not a whole number, or out of range.
    KeyboardInterrupt
        Within 0.2 s of Ctrl-C; nothing is kept. The step that was being computed ends by itself.

    Examples
    --------
    >>> run = simulate("examples/simulation/abrupt-loss.toml")
    >>> p = run.detection_probability(test="Page", loss="abrupt")
    >>> round(p.value, 4), round(p.standard_error, 4), round(p.exact, 4)
    (0.9868, 0.0006, 0.9859)
    """
    text, name, _ = _toml.source(_with_covariance(scenario), "scenario")
    if progress is not None and not callable(progress):
        raise ValueError(f"progress is {progress!r}; expected a function of done and sequences")
    return Simulation._by(
        text,
        name,
        _texts_of(text, name),
        None if reps is None else whole("reps", reps, 1, _accord.scenario_sequences_max),
        None if seed is None else whole("seed", seed, 0, _accord.scenario_seed_max),
        0 if threads is None else whole("threads", threads, 1, THREADS_MAX),
        progress=progress,
    )


def _with_covariance(scenario):
    """A scenario whose balance is a Balance, a DataFrame or an array has the covariance of these."""
    given = scenario.get("balance") if isinstance(scenario, dict) else None
    if isinstance(given, Balance):
        if numpy.isnan(given.covariance).any():
            raise ValueError("a period of the balance was not measured: there is no covariance to simulate with")
        given = given.covariance
    elif not (_labels.is_labelled(given) or isinstance(given, numpy.ndarray)):
        return scenario
    losses = scenario.get("loss", [])
    labelled = [one for one in losses if isinstance(one, dict) and _labels.is_labelled(one.get("per_period_kg"))]
    if labelled and _labels.is_labelled(given):
        put = {id(one): _labels.aligned(balance=given, per_period_kg=one["per_period_kg"])[1] for one in labelled}
        losses = [{**one, "per_period_kg": put[id(one)].tolist()} if id(one) in put else one for one in losses]
    out = {**scenario, "balance": {"covariance_kg2": square("balance", given).tolist()}}
    return {**out, "loss": losses} if "loss" in scenario else out


def _texts_of(text, name):
    """Bytes of the files that the scenario rests on, by name."""
    texts = {}

    def read(file):
        texts[file] = pathlib.Path(file).read_bytes()
        return texts[file]

    _accord.scenario_files(text, name, os.path.lexists, read)
    return texts


class Simulation:
    """Sequences that were simulated, and the alarms in them. Immutable; made by :func:`simulate`.

    Examples
    --------
    >>> run = simulate("examples/simulation/abrupt-loss.toml")
    >>> run.sequences, run.periods, run.seed
    (40960, 6, 11)
    """

    def __init__(self, inner, asked=()):
        self._inner = inner
        self._asked = asked
        self._losses = tuple(Loss(name, total, frozen(array)) for name, total, array in inner.losses())
        self._tests = tuple(Test(*fields) for fields in inner.tests())

    @classmethod
    def _by(cls, *asked, progress=None):
        return cls(_accord.simulate(*asked, progress), asked)

    def __reduce__(self):
        # Simulated again, which takes its time: the same input gives the same bytes.
        return _simulated_again, self._asked

    @property
    def name(self):
        """Title of the scenario."""
        return self._inner.name

    @property
    def seed(self):
        """Seed of the random numbers."""
        return self._inner.seed

    @property
    def sequences(self):
        """Number of simulated sequences."""
        return self._inner.sequences

    @property
    def periods(self):
        """Number of periods of each sequence."""
        return self._inner.periods

    @property
    def sigma_muf_kg(self):
        """σ of the MUF of each period in kg (k = 1), a read-only numpy array."""
        return frozen(self._inner.sigma_muf_kg())

    @property
    def sigma_cumuf_kg(self):
        """σ of CUMUF at the end in kg (k = 1)."""
        return self._inner.sigma_cumuf_kg

    @property
    def common_share(self):
        """Share of the variance of the MUFs from errors that all periods have in common; None: not known, or one period."""
        return self._inner.common_share

    @property
    def losses(self):
        """Tuple of `Loss`; the first is none at all, “no loss”."""
        return self._losses

    @property
    def tests(self):
        """Tuple of `Test`, in the order of the scenario."""
        return self._tests

    @property
    def problems(self):
        """Warnings about the input, a list of `Problem`."""
        return self._inner.problems

    @property
    def sitmuf_moments(self):
        """Mean and covariance of SITMUF without loss, :class:`SitmufMoments`, when every measurement was drawn; else None.

        When the covariance is right they are 0 and 1 (0 beside the diagonal) but for their standard errors 1/√R for R
        sequences, on the diagonal √2/√R.

        Examples
        --------
        >>> simulate("examples/simulation/abrupt-loss.toml", reps=4096).sitmuf_moments is None
        True
        """
        found = self._inner.sitmuf_moments()
        return None if found is None else SitmufMoments(*(frozen(array) for array in found))

    def detection_probability(self, test=None, loss=None, period=None):
        """The share of the sequences with an alarm; for “no loss” the false-alarm probability.

        Parameters
        ----------
        test, loss : str or int, optional
            Name, or position in `tests` and `losses`, from 0; may be left out when the scenario has only one.
        period : int, optional
            Up to and including this period, from 1; default: the last.

        Returns
        -------
        Probability
            `exact` is given for the last period; `interval` for 95 %.

        Raises
        ------
        ValueError
            No such test, loss or period.

        Examples
        --------
        >>> run = simulate("examples/simulation/abrupt-loss.toml")
        >>> p = run.detection_probability(test="CUMUF at the end")
        >>> abs(p.value - p.exact) < 4 * p.standard_error
        True
        """
        period = self.periods if period is None else whole("period", period, 1, self.periods)
        found = self._inner.probability(self._loss(loss), self._test(test), period - 1)
        return Probability(*found, self.sequences)

    def by_period(self, test=None, loss=None):
        """The share of the sequences with an alarm up to and including each period.

        Returns
        -------
        numpy.ndarray
            Shape (periods,).

        Examples
        --------
        >>> run = simulate("examples/simulation/abrupt-loss.toml")
        >>> run.by_period("CUMUF at the end", "no loss")[:-1].tolist()
        [0.0, 0.0, 0.0, 0.0, 0.0]
        """
        first = self._inner.alarms()[self._loss(loss), self._test(test)]
        return numpy.cumsum(first) / self.sequences

    def samples(self, loss="no loss", count=1, first=0):
        """The MUFs of the simulated sequences themselves.

        Parameters
        ----------
        loss : str or int
            Name of a loss, or its position in `losses`.
        count : int
            Number of sequences; may be larger than that of the simulation, which then would go on like this.
        first : int
            The first of them, from 0.

        Returns
        -------
        numpy.ndarray
            kg, shape (count, periods).

        Raises
        ------
        KeyboardInterrupt
            Within 0.2 s of Ctrl-C.

        Examples
        --------
        >>> run = simulate("examples/simulation/abrupt-loss.toml")
        >>> (run.samples("abrupt", 2) - run.samples("no loss", 2)).round(9)[0].tolist()
        [0.0, 0.0, 0.0, 9.0, 0.0, 0.0]
        """
        count = whole("count", count, 0, SAMPLES_MAX // self.periods)
        loss, first = self._loss(loss), whole("first", first, 0, 2**53)
        out = numpy.empty((count, self.periods))
        piece, done = 1024, 0  # in pieces of about a tenth of a second: between them Ctrl-C is heard
        while done < count:
            end, begin = min(done + piece, count), time.monotonic()
            out[done:end] = self._inner.samples(loss, first + done, end - done, 0)
            done, took = end, time.monotonic() - begin
            piece = max(64, piece // 2) if took > 0.1 else piece * 2 if took < 0.05 else piece
        return out

    def to_frame(self):
        """Every loss with every test.

        Returns
        -------
        pandas.DataFrame
            Columns loss, total_kg, test, limit, probability, standard_error, exact (NaN where no formula is known).

        Examples
        --------
        >>> table = simulate("examples/simulation/abrupt-loss.toml").to_frame()
        >>> table.set_index(["loss", "test"]).loc[("no loss", "Page"), "exact"].round(9)
        0.05
        """
        frame = _tables.rows_frame(self._rows(), COLUMNS)
        return frame.astype({"limit": float, "exact": float})

    @property
    def drawings(self):
        """Names for :meth:`plot` and :meth:`figure`: detection, of losses with several totals; time, of the others; with
        numbers when there are more.

        Examples
        --------
        >>> simulate("examples/simulation/abrupt-loss.toml", reps=4096).drawings
        ('time',)
        """
        return tuple(name for name, _, _ in self._inner.figures())

    def plot(self, name=None):
        """A drawing of the page that `accord simulate --format html` writes, as SVG; Jupyter shows it.

        Parameters
        ----------
        name : str, optional
            One of `drawings`; default: the first.

        Returns
        -------
        Drawing

        Raises
        ------
        ValueError
            There is no such drawing.

        Examples
        --------
        >>> simulate("examples/simulation/abrupt-loss.toml", reps=4096).plot()
        <Drawing time: Probability of an alarm up to each period: abrupt>
        """
        index = self._drawing(name)
        return _drawing.Drawing(self.drawings[index], *self._inner.figure(index))

    def figure(self, name=None):
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
        >>> run = simulate("examples/simulation/abrupt-loss.toml", reps=4096)
        >>> try:
        ...     shown = run.figure().axes[0].get_xlabel()
        ... except ImportError:
        ...     shown = "period"  # there is no matplotlib here
        >>> shown
        'period'
        """
        _, over_totals, losses = self._inner.figures()[self._drawing(name)]
        axes = _drawing.new_axes()
        if over_totals:
            _plots.simulation_detection(axes, self, losses)
        else:
            _plots.simulation_time(axes, self, losses[0])
        return axes.figure

    def html(self):
        """The page that `accord simulate --format html` writes.

        Examples
        --------
        >>> "<svg" in simulate("examples/simulation/abrupt-loss.toml", reps=4096).html()
        True
        """
        return self._inner.html()

    def _drawing(self, name):
        names = self.drawings
        return names.index(_drawing.chosen(names[0] if name is None and names else name, names))

    def _rows(self):
        for i, loss in enumerate(self.losses):
            for j, test in enumerate(self.tests):
                value, error, exact = self._inner.probability(i, j, self.periods - 1)
                yield (loss.name, loss.total_kg, test.name, test.limit, value, error, exact)

    def _loss(self, name):
        return _index("loss", name, [loss.name for loss in self.losses], leave_out=self.losses[0].name)

    def _test(self, name):
        return _index("test", name, [test.name for test in self.tests])

    def _repr_html_(self):
        caption = f"{self.name or 'Simulation'}: {_tables.counted(self.sequences, 'sequence')}, seed {self.seed}"
        return _tables.rows_html(self._rows(), COLUMNS, caption)

    def __repr__(self):
        losses, tests = len(self.losses) - 1, len(self.tests)
        run = f"{_tables.counted(self.sequences, 'sequence')}, seed {self.seed}"
        return f"<Simulation {self.name!r}: {run}; losses {losses}, tests {tests}>"


def _index(what, name, names, leave_out=None):
    if name is None:
        choices = [one for one in names if one != leave_out] or names
        if len(choices) == 1:
            return names.index(choices[0])
    if not isinstance(name, (str, type(None))):
        return whole(what, name, 0, len(names) - 1)
    if name is None or names.count(name) != 1:
        near = difflib.get_close_matches(str(name), names, 1)
        hint = f"; did you mean {near[0]!r}?" if near and name not in names else ""
        several = " of several" if name in names else ""
        raise ValueError(f"{what} is {name!r}{several}; expected one of {', '.join(map(repr, names))}{hint}")
    return names.index(name)


def _simulated_again(*asked):
    return Simulation._by(*asked)
