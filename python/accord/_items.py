"""Columns and rows of a balance as the compiled part takes them, each refused by name when it is wrong."""

import csv
import io
import os
import pathlib

import numpy

from accord import _labels
from accord._numbers import number

MASSES = ("declared", "gross", "net")
_COMMON = ("period", "role", "stratum", "item")
_MASS_COLUMNS = {
    "declared": (("method", "declared_kg"),),
    "gross": (("gross_method", "gross_kg"),),
    "net": (("gross_method", "gross_kg"), ("tare_method", "tare_kg")),
}
_KNOWN = {*_COMMON, "measured_in_period", "correction", *(name for pairs in _MASS_COLUMNS.values() for p in pairs for name in p)}
METHOD_COLUMNS = ("party", "method", "component", "kind", "standard_deviation", "source_key", "name", "factor", "target")
_NOT_SAID = -(2**31)  # when something was measured: in the period of its row
_WORDS = {"component": ("random", "systematic", "none"), "kind": ("relative", "absolute", "")}


def is_missing(value):
    """None, NaN, or what pandas writes for a cell that is not there."""
    return value is None or type(value).__name__ in ("NAType", "NaTType") or (isinstance(value, float) and value != value)


def _row(array, name):
    if array.ndim != 1:
        raise ValueError(f"{name} has shape {array.shape}, expected (n,)")
    return array


def _words(name, values):
    """A column of words as the compiled part takes it: texts, objects, or codes with what they mean."""
    categories = getattr(values, "cat", values)  # of a pandas.Series, when it has some
    if hasattr(categories, "codes") and hasattr(categories, "categories"):
        return numpy.asarray(categories.codes), list(categories.categories)
    if isinstance(values, (list, tuple)):
        return list(values)
    array = _row(numpy.asarray(values), name)
    if array.dtype.kind in "fiub":
        return array.tolist()
    if array.dtype.kind != "U":
        return array if array.dtype.kind == "O" else array.astype(str)
    return array.astype(array.dtype.newbyteorder("="), copy=False)


def _numbers(name, values, nothing=False):
    """Doubles; NaN where there is none, which is refused later. `nothing`: an empty text is none as well."""
    masked = numpy.ma.getmask(values)
    if hasattr(values, "dtype"):
        values = numpy.asarray(values)
    if nothing and not (isinstance(values, numpy.ndarray) and values.dtype.kind in "fiu"):
        values = [numpy.nan if is_missing(value) or value == "" else value for value in values]
    try:
        array = numpy.array(values, dtype=float)
    except (TypeError, ValueError):
        for row, value in enumerate(values):
            try:
                float(value)
            except (TypeError, ValueError):
                raise ValueError(f"{name}[{row}] is {value!r}, expected a number") from None
        raise
    if masked is not numpy.ma.nomask:
        array[masked] = numpy.nan
    return _row(array, name)


def _whole(name, values, nothing=None):
    """Whole numbers of 32 bits; a ValueError names the first that is none. `nothing` stands for what is missing."""
    numbers = _numbers(name, values, nothing is not None)
    bad = ~(numpy.isfinite(numbers) & (numbers == numpy.floor(numbers)) & (abs(numbers) < 2**31))
    if nothing is not None:
        bad &= ~numpy.isnan(numbers)
    if bad.any():
        row = int(numpy.flatnonzero(bad)[0])
        raise ValueError(f"{name}[{row}] is {numbers[row]:g}, expected a whole number")
    return numpy.where(numpy.isnan(numbers), nothing or 0, numbers).astype(numpy.int32)


def _yes(name, values):
    """Marks as 0 and 1: booleans, yes or no; what is missing counts as no."""
    if getattr(values, "dtype", None) == bool:
        return _row(numpy.asarray(values), name).astype(numpy.uint8)
    answers = {"yes": 1, "no": 0, "": 0}
    out = []
    for row, value in enumerate(values):
        if is_missing(value):
            out.append(0)
        elif isinstance(value, str) and value in answers:
            out.append(answers[value])
        elif not isinstance(value, str) and value in (0, 1):
            out.append(int(value))
        else:
            raise ValueError(f"{name}[{row}] is {value!r}, expected True or False, or yes or no")
    return numpy.asarray(out, dtype=numpy.uint8)


def columns_of(items, mass):
    """The columns of a balance of these masses."""
    columns = _labels.columns(items)
    pairs = _MASS_COLUMNS[mass]
    missing = [name for name in (*_COMMON, *(name for pair in pairs for name in pair)) if name not in columns]
    if missing:
        raise ValueError(f"the items have no column {', '.join(missing)}")
    out = {"mass": mass, "period": _whole("period", columns["period"])}
    for name in ("role", "stratum", "item"):
        out[name] = _words(name, columns[name])
    for method, kg in pairs:
        out[method], out[kg] = _words(method, columns[method]), _numbers(kg, columns[kg], kg == "tare_kg")
    if "measured_in_period" in columns:
        out["measured_in_period"] = _whole("measured_in_period", columns["measured_in_period"], _NOT_SAID)
    if "correction" in columns:
        out["correction"] = _yes("correction", columns["correction"])
    out["groups"] = [(name, _words(name, values)) for name, values in columns.items() if name not in _KNOWN]
    return out


def _text(value):
    return "" if is_missing(value) else str(value)


def records(rows):
    """Rows as mappings, of a list or a DataFrame."""
    return rows.to_dict("records") if hasattr(rows, "to_dict") else list(rows)


def methods_of(methods):
    """A table of methods as `_accord.balance_of_columns` takes it: name and bytes of a file, or rows."""
    return file_of(methods) if isinstance(methods, (str, os.PathLike)) else _method_rows(methods)


def file_of(path):
    """Name and bytes."""
    return os.fspath(path), pathlib.Path(path).read_bytes()


def factor_of(limit_factor):
    limit_factor = number("limit_factor", limit_factor)
    if limit_factor <= 0:
        raise ValueError(f"limit_factor is {limit_factor}; expected a number above 0")
    return limit_factor


def _method_rows(methods):
    """Each component of the operator with the number of its row."""
    out = []
    for i, row in enumerate(records(methods)):
        unknown = [name for name in row if name not in METHOD_COLUMNS]
        if unknown:
            raise ValueError(f"methods[{i}] has the key {unknown[0]!r}, expected {', '.join(METHOD_COLUMNS)}")
        if _text(row.get("party")) not in ("", "operator"):
            continue
        component, kind = _text(row.get("component")), _text(row.get("kind"))
        for name, word in (("component", component), ("kind", kind)):
            if word not in _WORDS[name] or (not word and component != "none"):
                raise ValueError(f"methods[{i}].{name} is {word!r}, expected {' or '.join(filter(None, _WORDS[name]))}")
        sigma = row.get("standard_deviation")
        if is_missing(sigma) or sigma == "":
            sigma = 0
            if component != "none":
                raise ValueError(f"methods[{i}] has no standard_deviation")
        try:
            sigma = float(sigma)
        except (TypeError, ValueError):
            raise ValueError(f"methods[{i}].standard_deviation is {sigma!r}, expected a number") from None
        if component == "none" and (sigma != 0 or _text(row.get("source_key"))):
            raise ValueError(f"methods[{i}] has an error beside 'none': it would measure without one")
        if not _text(row.get("method")):
            raise ValueError(f"methods[{i}].method is {row.get('method')!r}, expected a word")
        texts = (_text(row.get(name)) for name in ("source_key", "factor", "name", "target"))
        out.append((i, _text(row.get("method")), component, kind, sigma, *texts))
    return out


def csv_bytes(rows, columns):
    """Rows as the table that the command line reads."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for row in records(rows):
        writer.writerow({name: _text(row.get(name)) for name in columns})
    return text.getvalue().encode()
