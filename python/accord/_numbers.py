"""Arguments that are numbers: taken as they are meant, or refused by name with what was expected and found."""

import operator

import numpy

from accord import _labels


class NearSingularWarning(UserWarning):
    """The earlier periods nearly determine one: what is computed with its covariance carries rounding errors."""


def _array(name, values, dimensions, expected, copied=True):
    """An array of finite doubles: a new one, unless it may be the given one."""
    masked = numpy.ma.getmask(values)
    if masked is not numpy.ma.nomask and numpy.any(masked):
        raise ValueError(f"{name} has masked values; expected {expected}")
    try:
        found = numpy.asarray(values)
        if found.dtype.kind not in "iufO" or (
            found.dtype.kind == "O" and any(isinstance(value, (str, bytes, bool)) for value in found.flat)
        ):
            raise TypeError
        found = (numpy.array if copied else numpy.ascontiguousarray)(found, dtype=float)
    except (TypeError, ValueError, OverflowError):
        raise ValueError(f"{name} is not an array of plain numbers; expected {expected}") from None
    if found.ndim != dimensions:
        raise ValueError(f"{name} has shape {found.shape}; expected {expected}")
    if not numpy.isfinite(found).all():
        bad = numpy.argwhere(~numpy.isfinite(found))
        place = ", ".join(str(index) for index in bad[0])
        raise ValueError(f"{name}[{place}] is {found[tuple(bad[0])]}; expected a finite number")
    return found


def vector(name, values, length=None, ordered=True, copied=True):
    """A row of finite numbers, of this length if one is given. `ordered`: labels that say another order are refused.
    `copied`: False for what is only looked at before the call returns."""
    wanted = "n" if length is None else length
    expected = f"finite numbers of shape ({wanted},)"
    if ordered and _labels.is_labelled(values):
        _labels.in_order(name, values.index)
    found = _array(name, values, 1, expected, copied)
    if length is not None and len(found) != length:
        raise ValueError(f"{name} has shape {found.shape}; expected {expected}")
    return found


def square(name, values, size=None):
    """A square table of finite numbers, of this size if one is given, else of at least one row."""
    wanted = "n, n" if size is None else f"{size}, {size}"
    expected = f"finite numbers of shape ({wanted})"
    if size == 0 and numpy.size(values) == 0:
        return numpy.zeros((0, 0))
    values, = _labels.aligned(**{name: values})
    found = _array(name, values, 2, expected)
    side = len(found) if size is None else size
    if side == 0 or found.shape != (side, side):
        least = ", n at least 1" if size is None else ""
        raise ValueError(f"{name} has shape {found.shape}; expected {expected}{least}")
    return found


def number(name, value):
    """A finite number as float."""
    if isinstance(value, (str, bytes, bool, numpy.bool_)):
        raise ValueError(f"{name} is {value!r}; expected a finite number")
    try:
        found = float(value)
    except (TypeError, ValueError, OverflowError):
        raise ValueError(f"{name} is {value!r}; expected a finite number") from None
    if not numpy.isfinite(found):
        raise ValueError(f"{name} is {found}; expected a finite number")
    return found


def whole(name, value, least=0, most=2**63 - 1):
    """A whole number within these bounds, both included."""
    expected = f"a whole number from {least} to {most}"
    if isinstance(value, (bool, numpy.bool_)):
        raise ValueError(f"{name} is {value!r}; expected {expected}")
    try:
        found = operator.index(value)
    except TypeError:
        if not (isinstance(value, (float, numpy.floating)) and float(value).is_integer()):
            raise ValueError(f"{name} is {value!r}; expected {expected}") from None
        found = int(value)
    if not least <= found <= most:
        raise ValueError(f"{name} is {value!r}; expected {expected}")
    return found


def frozen(array):
    """The same array, read-only."""
    array.flags.writeable = False
    return array
