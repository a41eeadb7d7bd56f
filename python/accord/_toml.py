"""A dict as TOML text, so that a scenario made in Python is read and checked like one in a file."""

import numbers
import os
import re

import numpy

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {'"': '\\"', "\\": "\\\\"}


def _text(value):
    shown = "".join(_ESCAPES.get(c) or (f"\\u{ord(c):04X}" if ord(c) < 32 or ord(c) == 127 else c) for c in value)
    return f'"{shown}"'


def _key(key):
    if not isinstance(key, str):
        raise ValueError(f"the key {key!r} of the scenario is no text")
    return key if _BARE.fullmatch(key) else _text(key)


def _value(value, where):
    if isinstance(value, numpy.ndarray):
        value = value.tolist()
    if isinstance(value, (bool, numpy.bool_)):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, os.PathLike):
        return _text(os.fspath(value))
    if isinstance(value, numbers.Integral):
        return str(int(value))
    if isinstance(value, numbers.Real) or hasattr(value, "as_tuple"):
        return repr(float(value))
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(k)} = {_value(v, f'{where}.{k}')}" for k, v in value.items()) + " }"
    if hasattr(value, "tolist"):  # a pandas Series
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_value(v, f"{where}[{i}]") for i, v in enumerate(value)) + "]"
    raise ValueError(f"{where} of the scenario is {value!r}; expected a text, a number, a list or a dict")


def _is_tables(value):
    return isinstance(value, (list, tuple)) and len(value) > 0 and all(isinstance(one, dict) for one in value)


def text_of(scenario):
    """One line for each key; tables and lists of tables of the first level get their headers."""
    lines = [f"{_key(k)} = {_value(v, k)}" for k, v in scenario.items() if not (isinstance(v, dict) or _is_tables(v))]
    for key, value in scenario.items():
        if isinstance(value, dict) or _is_tables(value):
            for table in [value] if isinstance(value, dict) else value:
                lines += ["", f"[{_key(key)}]" if isinstance(value, dict) else f"[[{_key(key)}]]"]
                lines += [f"{_key(k)} = {_value(v, f'{key}.{k}')}" for k, v in table.items()]
    return "\n".join(lines) + "\n"
