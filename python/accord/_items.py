"""Columns and rows of a balance as the compiled part takes them: ids and numbers, each refused by name when it is wrong."""

import csv
import io

ROLES = ("PB", "X", "Y", "PE")
MASSES = ("declared", "gross", "net")
_COMMON = ("period", "role", "stratum", "item")
_MASS_COLUMNS = {
    "declared": (("method", "declared_kg"),),
    "gross": (("gross_method", "gross_kg"),),
    "net": (("gross_method", "gross_kg"), ("tare_method", "tare_kg")),
}
_KNOWN = {*_COMMON, "measured_in_period", "correction", *(name for pairs in _MASS_COLUMNS.values() for p in pairs for name in p)}
METHOD_COLUMNS = ("party", "method", "component", "kind", "standard_deviation", "source_key", "name", "factor", "target")
_WORDS = {"component": ("random", "systematic", "none"), "kind": ("relative", "absolute", "")}


def is_missing(value):
    """None, NaN, or what pandas writes for a cell that is not there."""
    return value is None or type(value).__name__ in ("NAType", "NaTType") or (isinstance(value, float) and value != value)


def _plain(column):
    return column.tolist() if hasattr(column, "tolist") else list(column)


def _numbered(name, column, needed):
    """Ids of the words, and the words in the order of their ids; what is not there is empty, or refused."""
    import numpy

    words = _plain(column)
    first = {}
    ids = [first.setdefault(word, len(first)) for word in words]
    if set(map(type, first)) == {str} and not (needed and "" in first):
        return numpy.asarray(ids, dtype=numpy.uint32), list(first)
    names, of_name, renamed = [], {}, []
    for word in first:
        text = "" if is_missing(word) else str(word)
        if needed and not text:
            row = next(i for i, found in enumerate(words) if found is word or found == word)
            raise ValueError(f"{name}[{row}] is {word!r}, expected a word")
        renamed.append(of_name.setdefault(text, len(of_name)))
        if len(of_name) > len(names):
            names.append(text)
    found = numpy.asarray(ids, dtype=numpy.uint32)
    if len(names) < len(first):
        found = numpy.asarray(renamed, dtype=numpy.uint32)[found]
    return found, names


def _numbers(name, column):
    import numpy

    try:
        return numpy.asarray(column, dtype=float)
    except (TypeError, ValueError):
        for row, value in enumerate(_plain(column)):
            try:
                float(value)
            except (TypeError, ValueError):
                raise ValueError(f"{name}[{row}] is {value!r}, expected a number") from None
        raise


def _whole(name, column):
    """Whole numbers of 32 bits; a ValueError names the first that is none."""
    import numpy

    numbers = _numbers(name, column)
    bad = numpy.flatnonzero(~(numpy.isfinite(numbers) & (numbers == numpy.floor(numbers)) & (abs(numbers) < 2**31)))
    if bad.size:
        raise ValueError(f"{name}[{bad[0]}] is {_plain(column)[bad[0]]!r}, expected a whole number")
    return numbers.astype(numpy.int32)


def _measured_in(column, period, opening):
    """The period of each measurement; where it is missing that of the row."""
    import numpy

    values = _plain(column)
    missing = numpy.fromiter((is_missing(value) or value == "" for value in values), bool, len(values))
    own = period - opening
    if not missing.any():
        return _whole("measured_in_period", column)
    filled = [int(own[i]) if missing[i] else value for i, value in enumerate(values)]
    return _whole("measured_in_period", filled)


def _yes(column):
    """Marks as 0 and 1: booleans, yes or no; what is missing is no."""
    import numpy

    answers = {"yes": 1, "no": 0, "": 0}
    out = []
    for row, value in enumerate(_plain(column)):
        if is_missing(value):
            out.append(0)
        elif isinstance(value, str) and value in answers:
            out.append(answers[value])
        elif not isinstance(value, str) and value in (0, 1):
            out.append(int(value))
        else:
            raise ValueError(f"correction[{row}] is {value!r}, expected True or False, or yes or no")
    return numpy.asarray(out, dtype=numpy.uint8)


def columns_of(items, mass):
    """The columns of a balance of these masses. A tare becomes a row of its own behind all others."""
    import numpy

    columns = {str(name): items[name] for name in items.keys()}
    pairs = _MASS_COLUMNS[mass]
    missing = [name for name in (*_COMMON, *(name for pair in pairs for name in pair)) if name not in columns]
    if missing:
        raise ValueError(f"the items have no column {', '.join(missing)}")
    roles, words = _numbered("role", columns["role"], True)
    unknown = [word for word in words if word not in ROLES]
    if unknown:
        raise ValueError(f"{unknown[0]!r} is no role; use PB, X, Y or PE")
    role = numpy.array([ROLES.index(word) for word in words], dtype=numpy.uint8)[roles]
    period = _whole("period", columns["period"])
    out = {"mass": mass, "period": period, "role": role}
    out["stratum"], out["strata"] = _numbered("stratum", columns["stratum"], True)
    out["item"], out["items"] = _numbered("item", columns["item"], True)
    out["method"], out["methods"] = _numbered(pairs[0][0], columns[pairs[0][0]], True)
    out["declared_kg"] = _numbers(pairs[0][1], columns[pairs[0][1]])
    if "measured_in_period" in columns:
        out["measured_in_period"] = _measured_in(columns["measured_in_period"], period, (role == 0).astype(numpy.int32))
    if "correction" in columns:
        out["correction"] = _yes(columns["correction"])
    groups = [(name, *_numbered(name, values, False)) for name, values in columns.items() if name not in _KNOWN]
    if mass == "net":
        groups = _add_tares(out, groups, columns)
    out["groups"] = groups
    return out


def _add_tares(out, groups, columns):
    import numpy

    tares = numpy.array([numpy.nan if value == "" or is_missing(value) else value for value in _plain(columns["tare_kg"])],
                        dtype=float)
    rows = numpy.flatnonzero(~numpy.isnan(tares))
    if len(tares) != len(out["declared_kg"]):
        raise ValueError(f"tare_kg has {len(tares)} values, gross_kg has {len(out['declared_kg'])}")
    methods = [_plain(columns["tare_method"])[i] for i in rows]
    ids, names = _numbered("tare_method", methods, True)
    place = {name: i for i, name in enumerate(out["methods"])}
    of_tare = numpy.array([place.setdefault(name, len(place)) for name in names], dtype=numpy.uint32)
    out["methods"] = list(place)
    if "measured_in_period" not in out:
        out["measured_in_period"] = out["period"] - (out["role"] == 0).astype(numpy.int32)
    first = len(out["items"])
    item = numpy.unique(out["item"][rows], return_inverse=True)
    out["items"] = [*out["items"], *(f"{out['items'][i]} (tare)" for i in item[0])]
    added = {"item": first + item[1], "method": of_tare[ids] if len(ids) else ids, "declared_kg": tares[rows]}
    count = len(tares)
    for name in ("period", "role", "stratum", "item", "method", "declared_kg", "measured_in_period", "correction"):
        if name in out:
            more = added.get(name, out[name][rows])
            out[name] = numpy.concatenate([out[name], more.astype(out[name].dtype)])
    out["tare"] = numpy.repeat(numpy.array([0, 1], dtype=numpy.uint8), [count, len(rows)])
    return [(name, numpy.concatenate([ids, ids[rows]]), words) for name, ids, words in groups]


def _text(value):
    return "" if is_missing(value) else str(value)


def records(rows):
    """Rows as mappings, of a list or a DataFrame."""
    return rows.to_dict("records") if hasattr(rows, "to_dict") else list(rows)


def method_rows(methods):
    """Each component of the operator with the number of its row."""
    out = []
    for number, row in enumerate(records(methods)):
        unknown = [name for name in row if name not in METHOD_COLUMNS]
        if unknown:
            raise ValueError(f"methods[{number}] has the key {unknown[0]!r}, expected {', '.join(METHOD_COLUMNS)}")
        if _text(row.get("party")) not in ("", "operator"):
            continue
        component, kind = _text(row.get("component")), _text(row.get("kind"))
        for name, word in (("component", component), ("kind", kind)):
            if word not in _WORDS[name] or (not word and component != "none"):
                raise ValueError(f"methods[{number}].{name} is {word!r}, expected {' or '.join(filter(None, _WORDS[name]))}")
        sigma = row.get("standard_deviation")
        if is_missing(sigma) or sigma == "":
            sigma = 0
            if component != "none":
                raise ValueError(f"methods[{number}] has no standard_deviation")
        if component == "none" and (float(sigma) != 0 or _text(row.get("source_key"))):
            raise ValueError(f"methods[{number}] has an error beside 'none': it would measure without one")
        if not _text(row.get("method")):
            raise ValueError(f"methods[{number}].method is {row.get('method')!r}, expected a word")
        out.append((number, _text(row.get("method")), component, kind, float(sigma), _text(row.get("source_key")),
                    _text(row.get("factor"))))
    return out


def csv_bytes(rows, columns):
    """Rows as the table that the command line reads."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for row in records(rows):
        writer.writerow({name: _text(row.get(name)) for name in columns})
    return text.getvalue().encode()
