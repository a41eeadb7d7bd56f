"""A dict as TOML text: a scenario or study made in Python is read like one in a file."""

import numbers
import os
import pathlib
import re
from typing import Any, Mapping, Union

import numpy

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {'"': '\\"', "\\": "\\\\"}


def _text(value: str) -> str:
    shown = "".join(
        _ESCAPES.get(c) or (f"\\u{ord(c):04X}" if ord(c) < 32 or ord(c) == 127 else c)
        for c in value
    )
    return f'"{shown}"'


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise ValueError(f"the key {key!r} is not a text")
    return key if _BARE.fullmatch(key) else _text(key)


def _value(value: Any, where: str) -> str:
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
        return (
            "{ "
            + ", ".join(f"{_key(k)} = {_value(v, f'{where}.{k}')}" for k, v in value.items())
            + " }"
        )
    if hasattr(value, "tolist"):  # a pandas Series
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_value(v, f"{where}[{i}]") for i, v in enumerate(value)) + "]"
    raise ValueError(f"{where} is {value!r}; expected a text, a number, a list or a dict")


def _is_tables(value: object) -> bool:
    return (
        isinstance(value, (list, tuple))
        and len(value) > 0
        and all(isinstance(one, dict) for one in value)
    )


def text_of(content: Mapping[str, Any], what: str) -> str:
    """One line for each key; tables, and lists of them, of the first level get their headers.

    `what`: in messages.
    """
    plain = {k: v for k, v in content.items() if not (isinstance(v, dict) or _is_tables(v))}
    lines = [f"{_key(k)} = {_value(v, f'{what}.{k}')}" for k, v in plain.items()]
    for key, value in content.items():
        if isinstance(value, dict) or _is_tables(value):
            one = isinstance(value, dict)
            for i, table in enumerate([value] if one else value):
                where = f"{what}.{key}" if one else f"{what}.{key}[{i}]"
                lines += ["", f"[{_key(key)}]" if one else f"[[{_key(key)}]]"]
                lines += [f"{_key(k)} = {_value(v, f'{where}.{k}')}" for k, v in table.items()]
    return "\n".join(lines) + "\n"


def source(given: Any, what: str) -> tuple[Union[str, bytes], str, pathlib.Path]:
    """Text, its name in messages, and its folder: of a path, TOML text or a dict.

    The text of a file is its bytes, as they are.
    """
    if isinstance(given, dict):
        return text_of(given, what), what, pathlib.Path()
    if isinstance(given, str) and "\n" in given:
        return given, what, pathlib.Path()
    if isinstance(given, (str, os.PathLike)):
        path = pathlib.Path(given)
        return path.read_bytes(), os.fspath(given), path.parent
    raise ValueError(f"{what} is {type(given).__name__}; expected a path, TOML text or a dict")
