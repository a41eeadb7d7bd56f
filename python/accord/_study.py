"""A study made in Python: its description as TOML text, its series as arrays."""

import os
import pathlib

import numpy

from accord import _accord, _dates, _labels, _toml
from accord._numbers import vector


def study_of(study):
    """Name and bytes of the description, the files it names, and the series that it holds itself."""
    series = []
    if isinstance(study, dict):
        study = _dates.with_numbers(_with_times(study))
        study, series = _without_series(study)
    text, name, _ = _toml.source(study, "study")
    named = (name, text.encode() if isinstance(text, str) else text)
    given = {file for file, _, _ in series}
    files = [file for file in _accord.study_files(*named) if file not in given and os.path.lexists(file)]
    return named, {file: pathlib.Path(file).read_bytes() for file in files}, series


def _with_times(study):
    """A value that is a Series, without a time beside it, has its times in its labels."""
    locations = study.get("location", [])
    if not isinstance(locations, (list, tuple)) or not all(isinstance(one, dict) for one in locations):
        return study
    new = []
    for one in locations:
        if "time" not in one and "file" not in one and _labels.is_labelled(one.get("value")):
            one = {**one, "time": one["value"].index.to_numpy(), "value": one["value"].to_numpy()}
        new.append(one)
    return {**study, "location": new} if "location" in study else study


def _without_series(study):
    """The study with the name of a series in place of each pair of arrays, and these."""
    locations = study.get("location", [])
    if not isinstance(locations, (list, tuple)) or not all(isinstance(one, dict) for one in locations):
        raise ValueError("location of the study is not a list of dicts")
    described, series = [], []
    for i, location in enumerate(locations):
        name = f"location[{i}]"
        held = {key: location[key] for key in ("time", "value") if not isinstance(location.get(key, ""), str)}
        held = dict(zip(held, _labels.rows_of_one(name, held)))
        if len(held) == 1 or (held and "file" in location):
            raise ValueError(f"{name} has {' and '.join([*held, *(k for k in ('file',) if k in location)])}; expected "
                             "time and value, or a file")
        if held:
            time = vector(f"{name}.time", held["time"], copied=False)
            series.append((name, time, vector(f"{name}.value", held["value"], len(time), copied=False)))
            location = {**{k: v for k, v in location.items() if k not in held}, "file": name}
        described.append(location)
    return {**study, "location": described}, _kept(series)


def _kept(series):
    """The same series in memory of their own: what made a balance does not change with the arrays of the caller. One
    piece for all, which the system gives in large pages."""
    if not series:
        return series
    all_rows = [row for _, time, value in series for row in (time, value)]
    rows = iter(numpy.split(numpy.concatenate(all_rows), numpy.cumsum([len(row) for row in all_rows])[:-1]))
    return [(name, next(rows), next(rows)) for name, _, _ in series]
