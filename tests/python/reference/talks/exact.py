"""Numbers and JSON, exactly (chapter `talks`, 2 and 3): the source text is read, never a double."""

import functools
import json
import re
from fractions import Fraction

DECIMAL = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?\Z")
QUOTIENT = re.compile(r"[+-]?[0-9]+/[0-9]+\Z")


class Bad(Exception):
    """Input that the chapter refuses: `code` is one of its section 13."""

    def __init__(self, code, where=""):
        super().__init__(f"{code}: {where}")
        self.code = code
        self.where = where


class Number(str):
    """A JSON number, kept as the text that was written."""


def pairs(items):
    names = [name for name, _ in items]
    if len(set(names)) != len(names):
        raise Bad("bad_json", "a member appears twice")
    return dict(items)


def no_constant(text):
    raise Bad("not_a_number", text)


def read_json(text):
    try:
        return json.loads(
            text, parse_int=Number, parse_float=Number, parse_constant=no_constant,
            object_pairs_hook=pairs)
    except ValueError as error:
        raise Bad("bad_json", str(error)) from error


def number(value):
    """The fraction that a JSON number, a decimal text or `p/q` says."""
    if not isinstance(value, str):
        raise Bad("not_a_number", repr(value))
    return read_number(str(value))


@functools.lru_cache(maxsize=None)
def read_number(value):
    if DECIMAL.match(value):
        exponent = re.split("[eE]", value)[1:]
        if exponent and abs(int(exponent[0])) > 30:
            raise Bad("not_a_number", value)
        return Fraction(value)
    if QUOTIENT.match(value) and int(value.split("/")[1]) != 0:
        return Fraction(value)
    raise Bad("not_a_number", value)


def is_number(value):
    try:
        number(value)
    except Bad:
        return False
    return True


def interval(value):
    """`(low, high)` of a number or of `[low, high]`."""
    if isinstance(value, list):
        if len(value) != 2 or number(value[0]) > number(value[1]):
            raise Bad("range_order", repr(value))
        return number(value[0]), number(value[1])
    return number(value), number(value)


def plain(value):
    """A fraction as decimal text where that is finite, else as `p/q`."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return sign + (digits if not places else digits[:-places] + "." + digits[-places:])
