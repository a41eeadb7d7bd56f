"""What is behind the balance of a study: what each location adds, what it would read, and losses put into it.

A study is what :func:`accord.balance` takes: a path, a text or a dict (docs/reference/study.md). Masses in kg; values of
rates in kg for one unit of the times of the study.
"""

import tomllib
import typing

import numpy

from accord import _accord, _tables
from accord._numbers import frozen, number, whole
from accord._study import study_of

__all__ = ["Observations", "location_totals", "observations", "with_loss"]

TOTAL_COLUMNS = ("location", "role", "period", "begin", "end", "kg", "sigma_kg")
NUMBERS_MAX = 2**31


class Observations(typing.NamedTuple):
    """What a location reads: `time`, shape (n,), of its samples that count in a period; `value`, shape (count, n), one row
    for each realisation. Read-only arrays."""

    time: numpy.ndarray
    value: numpy.ndarray


def _read(study):
    return _accord.read_study(*study_of(study))


def observations(study, count=1, seed=0, first=0):
    """What the instruments of a study would read: its values as the true ones, with errors drawn for each measurement.

    The errors are those of ``accord.simulate`` with ``each_measurement`` and the same seed: row i is sequence
    ``first + i`` there. A sample that counts in two periods has one error, locations of one source key share theirs.

    Parameters
    ----------
    study : path-like, str or dict
        As :func:`accord.balance` takes it.
    count : int
        Number of realisations, 0 or more; memory is 8 bytes for each of them and each sample.
    seed : int
        0 … 2⁵³ − 1.
    first : int
        The first of them, from 0: pieces that follow each other are as the whole.

    Returns
    -------
    dict of str to Observations
        By location, in the order of the study; kg, or kg for one unit of time. Samples outside all periods, and
        inventories that begin and end the same periods, are not measurements and not in it.

    Raises
    ------
    AccordError
        The study has errors: all of them in ``problems``.
    ValueError
        ``flow_errors = "total"``: then totals are measured, not samples. An argument out of range.
    KeyboardInterrupt
        Within a second of Ctrl-C.

    Examples
    --------
    >>> feed = {"name": "feed", "role": "input", "kind": "discrete", "time": [1, 3], "value": [2.0, 3.0], "random": 0.1,
    ...         "systematic": 0}
    >>> study = {"periods": {"ends": [5]}, "location": [feed]}
    >>> drawn = observations(study, count=10_000, seed=1)["feed"]
    >>> drawn.value.shape, drawn.time.tolist(), drawn.value.std(axis=0).round(2).tolist()
    ((10000, 2), [1.0, 3.0], [0.2, 0.3])
    """
    read = _read(study)
    if read.totals_measured:
        raise ValueError('flow_errors of the study is "total": totals are measured there, not samples; expected "sample"')
    samples = sum(len(one["time"]) for one in read.locations())
    count = whole("count", count, 0, NUMBERS_MAX // max(samples, 1))
    seed, first = whole("seed", seed, 0, _accord.scenario_seed_max), whole("first", first, 0, 2**53)
    drawn = read.observations(seed, first, count)
    return {name: Observations(frozen(time), frozen(value)) for name, time, value in drawn}


def location_totals(study):
    """What each location adds to MUF in each period, with its standard error.

    Parameters
    ----------
    study : path-like, str or dict
        As :func:`accord.balance` takes it.

    Returns
    -------
    pandas.DataFrame
        Columns location, role, period (from 1), begin, end (times of the study), kg, sigma_kg. `kg` is signed: what an input
        brings, an opening inventory less the closing one, and less what an output takes away, so that it adds up to
        MUF. `sigma_kg` is its standard error (k = 1); the squares add up to that of MUF where no two locations share a
        source. Both are NaN where the location was not measured.

    Raises
    ------
    AccordError
        The study has errors: all of them in ``problems``.
    ImportError
        pandas is not installed.

    Examples
    --------
    >>> table = location_totals("examples/study/study.toml")
    >>> table[table.period == 1][["location", "kg"]].round(3).values.tolist()
    [['feed', 47.677], ['packed', -45.985], ['waste', -1.124], ['tank A', 1.28], ['tank B', -1.746]]
    """
    read = _read(study)
    kg, sigma = read.totals()
    edges = read.edges.tolist()
    rows = [
        (one["name"], one["role"], t + 1, edges[t], edges[t + 1], kg[i, t], sigma[i, t])
        for i, one in enumerate(read.locations()) for t in range(len(edges) - 1)
    ]
    return _tables.rows_frame(rows, TOTAL_COLUMNS)


def with_loss(study, location, kg, start, end):
    """The same study with a loss in what a location reads between two times: tests then see it as in real plant data.

    Of a flow the share of what flows there from `start` to `end` that makes `kg` in all: of an output that share was taken
    away before it was measured; of an input it is measured and was taken away before it came in. Of an inventory it is taken
    evenly from `start` to `end`, and is missing from then on. In each case MUF rises by `kg` in all, where the
    periods cover what is changed.

    Parameters
    ----------
    study : path-like, str or dict
        As :func:`accord.balance` takes it.
    location : str
        Name of the location.
    kg : float
        What is lost, above 0; below 0 for a gain.
    start, end : float
        In the unit of the times of the study, start before end; amounts at `start` are in, at `end` not.

    Returns
    -------
    dict
        A study that holds its series as arrays, in kg; the given one is not changed.

    Raises
    ------
    AccordError
        The study has errors: all of them in ``problems``.
    ValueError
        There is no such location; or less flows or is held there than would be lost.

    Examples
    --------
    >>> from accord import balance
    >>> before = balance(study="examples/study/study.toml")
    >>> after = balance(study=with_loss("examples/study/study.toml", "packed", 2.0, 24, 48))
    >>> (after.muf - before.muf).round(9).tolist()
    [0.0, 2.0, 0.0, 0.0]
    """
    kg, start, end = number("kg", kg), number("start", start), number("end", end)
    if not start < end:
        raise ValueError(f"the loss would last from {start} to {end}; expected start before end")
    named, files, series = study_of(study)
    read = _accord.read_study(named, files, series)
    found = read.locations()
    names = [one["name"] for one in found]
    if location not in names:
        raise ValueError(f"location is {location!r}; expected one of {', '.join(map(repr, names))}")
    described = tomllib.loads(named[1].decode())
    described.pop("series", None)
    locations = []
    for given, one in zip(described["location"], found):
        kept = {key: value for key, value in given.items() if key not in ("file", "time", "value", "unit")}
        for key in ("random_absolute", "systematic_absolute"):
            if key in kept:
                kept[key] = one[key]  # in kg
        locations.append({**kept, "time": one["time"], "value": one["value"]})
    at = names.index(location)
    locations[at]["value"] = _lost(found[at], kg, start, end)
    return {**described, "location": locations}


def _lost(location, kg, start, end):
    """What the location reads with the loss in it."""
    name, time, value = location["name"], location["time"], location["value"]
    if location["role"] == "inventory":
        changed = value - kg * numpy.clip((time - start) / (end - start), 0, 1)
        short = numpy.flatnonzero((changed < 0) & (value >= 0))
        if len(short):
            held, row = value[short[0]], short[0]
            raise ValueError(f"“{name}” holds {held:g} kg at {time[row]:g}, less than the loss of {held - changed[row]:g} kg")
        return changed
    if location["kind"] == "discrete":
        share = ((time >= start) & (time < end)).astype(float)
        flows = float((share * value).sum())
    else:
        whole_weight = _weights(location, time[0], _end(location))
        part = _weights(location, start, end)
        share = numpy.divide(part, whole_weight, out=numpy.zeros_like(part), where=whole_weight > 0)
        flows = float((part * value).sum())
    if not 0 < flows or (location["role"] == "output" and kg > flows):
        raise ValueError(f"{flows:g} kg of “{name}” flow from {start:g} to {end:g}; a loss of {kg:g} kg is not possible there")
    sign = -1 if location["role"] == "output" else 1
    return value * (1 + sign * kg / flows * share)


def _end(location):
    return location["time"][-1] if location["until"] is None else location["until"]


def _weights(location, start, end):
    """The time between start and end that each sample of a rate stands for."""
    time, value = location["time"], location["value"]
    ends = numpy.append(time[1:], _end(location))
    low, high = numpy.maximum(time, start), numpy.minimum(ends, end)
    length = numpy.maximum(high - low, 0.0)
    lines = location["between"] == "linear"
    if location["close_pulses"]:
        on = value != 0
        length[:-1][(on[:-1] != on[1:]) if lines else (on[:-1] & ~on[1:])] = 0
    if not lines:
        return length
    steps = ends - time
    share = numpy.divide((low + high) / 2 - time, steps, out=numpy.zeros_like(steps), where=(steps > 0) & (length > 0))
    share[-1] = 0  # after the last sample the rate stays
    weights = (1 - share) * length
    weights[1:] += (share * length)[:-1]
    return weights
