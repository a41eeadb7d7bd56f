"""Canonical JSON (chapter `ledger`, 5.2): one way to write a value, and the bytes are compared."""

import json
import re

NAME = re.compile(r"[a-z][a-z0-9_]{0,63}\Z")
DEPTH = 16
LARGEST = 2**53 - 1


class NotCanonical(Exception):
    pass


def write(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def check(value, depth=1):
    """What survives being written again: names, whole numbers, depth, surrogates."""
    if isinstance(value, (dict, list)) and depth > DEPTH:
        raise NotCanonical("depth")
    if isinstance(value, dict):
        for name, inside in value.items():
            if not NAME.match(name):
                raise NotCanonical("name")
            check(inside, depth + 1)
    elif isinstance(value, list):
        for inside in value:
            check(inside, depth + 1)
    elif isinstance(value, str):
        value.encode()  # a lone surrogate has no bytes
    elif isinstance(value, int) and not isinstance(value, bool):
        if abs(value) > LARGEST:
            raise NotCanonical("number")
    elif value is not None and not isinstance(value, bool):
        raise NotCanonical("number")


def read(data):
    """The object that canonical bytes say; NotCanonical else."""
    try:
        text = data.decode()
        value = json.loads(text)
        if not isinstance(value, dict):
            raise NotCanonical("no object")
        check(value)
        if write(value) != text:
            raise NotCanonical("bytes")
    except (ValueError, RecursionError) as error:
        raise NotCanonical(str(error)) from error
    return value
