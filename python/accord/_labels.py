"""Labels of pandas objects: their rows are put in one order, or refused.

Plain arrays are taken by position.
"""

import sys
from typing import Any, Mapping, Optional


def _pandas() -> Any:
    """pandas, if anything labelled can be here at all."""
    return sys.modules.get("pandas")


def is_labelled(value: Any) -> bool:
    """Whether it is a Series or a DataFrame."""
    pandas = _pandas()
    return pandas is not None and isinstance(value, (pandas.Series, pandas.DataFrame))


def _each_once(name: str, index: Any) -> None:
    if index.has_duplicates:
        raise ValueError(
            f"the labels of {name} are not unique: {index[index.duplicated()][0]!r} appears twice"
        )


def _places(first: Any, wanted: Any, name: str, index: Any) -> Any:
    """Where the wanted labels are in an index that has just these."""
    _each_once(name, index)
    places = index.get_indexer(wanted)
    absent = wanted[places < 0]
    if len(absent):
        raise ValueError(
            f"the labels of {first} and {name} differ: {absent[0]!r} is in {first} only"
        )
    if len(index) != len(wanted):
        more = index[wanted.get_indexer(index) < 0]
        raise ValueError(f"the labels of {first} and {name} differ: {more[0]!r} is in {name} only")
    return places


def aligned(**arguments: Any) -> list[Any]:
    """The arguments in their order, those with labels in the order of the first of them.

    The columns of a DataFrame have the labels of its rows: a covariance is of the same periods in
    both directions.
    """
    first: Any = None
    wanted: Any = None
    out: list[Any] = []
    for name, value in arguments.items():
        if is_labelled(value):
            if wanted is None:
                first, wanted = name, value.index
                in_order(name, wanted)
            value = value.iloc[_places(first, wanted, name, value.index)]
            if value.ndim == 2:
                value = value.iloc[
                    :, _places(first, wanted, f"the columns of {name}", value.columns)
                ]
        out.append(value)
    return out


def in_order(name: str, index: Any) -> None:
    """Refuses labels (of periods, times, numbers) in another order than that of the rows."""
    _each_once(name, index)
    counts = getattr(index, "inferred_type", "") in (
        "integer",
        "floating",
        "datetime64",
        "period",
        "date",
        "datetime",
    )
    if counts and not index.is_monotonic_increasing:
        row = next(i for i in range(1, len(index)) if not index[i - 1] < index[i])
        raise ValueError(
            f"the labels of {name} are not in order: {index[row]!r} comes after "
            f"{index[row - 1]!r}; sort it, or pass "
            f"{name}.to_numpy() to take it by position"
        )


def columns(mapping: Any) -> dict[str, Any]:
    """Columns of a table as a dict; Series are put in the order of the first, or refused."""
    named = {str(name): mapping[name] for name in mapping.keys()}
    if is_labelled(mapping):
        return named
    first: Any = None
    wanted: Any = None
    for name, value in named.items():
        if not is_labelled(value):
            continue
        if wanted is None:
            first, wanted = name, value.index
            _each_once(name, wanted)
        named[name] = value.iloc[_places(first, wanted, name, value.index)]
    return named


def rows_of_one(name: str, pair: Mapping[str, Any]) -> list[Any]:
    """Time and value of a series: two Series belong to the same rows, or are refused."""
    labelled = {key: value for key, value in pair.items() if is_labelled(value)}
    if len(labelled) == 2:
        (first, time), (second, value) = labelled.items()
        places = _places(f"{name}.{first}", time.index, f"{name}.{second}", value.index)
        pair = {first: time, second: value.iloc[places]}
    return [value.to_numpy() if is_labelled(value) else value for value in pair.values()]


def by_name(**arguments: Any) -> list[Any]:
    """Mappings and Series by the names of the first argument, the others as they are.

    A dict, then lists.
    """
    (first, lines), *others = arguments.items()
    named = _named(first, lines)
    out: list[Any] = [lines if named is None else named]
    for name, value in others:
        found = None if value is None else _named(name, value)
        if found is None:
            out.append(value)
            continue
        if named is None or set(found) != set(named):
            odd = sorted(map(str, set(found) ^ set(named or ())))
            raise ValueError(
                f"the names of {first} and {name} differ: "
                f"{odd[0] if odd else name!r} is not in both"
            )
        out.append([found[key] for key in named])
    return out


def _named(name: str, value: Any) -> Optional[dict[Any, Any]]:
    if is_labelled(value):
        _each_once(name, value.index)
        return dict(zip(value.index, value.to_numpy()))
    return dict(value) if hasattr(value, "keys") else None


def column_labels(frame: Any) -> Any:
    """A Series of the places of the columns, by their labels."""
    pandas = _pandas()
    if frame.ndim != 2:
        raise ValueError("muf is a Series; expected a table with one row for each sequence")
    return pandas.Series(range(len(frame.columns)), index=frame.columns)
