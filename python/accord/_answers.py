"""Questions and answers, made of what the compiled part says of them.

There is a method for each question, and a class for each answer and each row.

The stub `_answers.pyi` is made by tools/python_stub.py.
"""

import collections
import csv
import inspect
import io
import json
import warnings

from accord import _accord, _tables
from accord._answer_examples import EXAMPLES


class BooksWarning(UserWarning):
    """Something in accountancy reports cannot be read, or was not, or has no figure.

    An answer may rest on it.
    """


class Described:
    """What every answer and every row of one can do."""

    __slots__ = ()
    _members = ()

    def to_dict(self):
        """The answer as dicts and lists, as the data of ``--json``.

        Days and exact numbers are texts.

        Examples
        --------
        >>> import accord
        >>> accord.read_accounts("examples/books/accounts").due("XBC1").to_dict()["on"]
        '2026-06-30'
        """
        return {m["name"]: _plain(getattr(self, m["name"])) for m in self._members}

    def to_json(self):
        """The same as JSON.

        Examples
        --------
        >>> import accord
        >>> accord.read_accounts("examples/books/accounts").due("XBC1").to_json()[:22]
        '{\\n  "on": "2026-06-30"'
        """
        return json.dumps(self.to_dict(), indent=2, ensure_ascii=False)

    def _table(self, rows, which):
        tables = {m["name"]: m["rows_are"] for m in self._members if m["rows_are"]}
        name = rows or next(iter(tables), None)
        if name not in tables:
            raise ValueError(
                f"rows: {type(self).__name__} has no list named {rows!r}; "
                f"there are {', '.join(tables)}"
            )
        columns = [m for m in CLASSES[tables[name]]._members if m[which]]
        return columns, [[getattr(row, m["name"]) for m in columns] for row in getattr(self, name)]

    def to_frame(self, rows=None):
        """A list of the answer as a pandas.DataFrame, the first one unless `rows` names it.

        Exact numbers stay exact.

        Examples
        --------
        >>> import accord
        >>> found = accord.read_accounts("examples/books/accounts").check()
        >>> found.to_frame("summary").loc[0, "errors"]
        1
        """
        import pandas

        columns, cells = self._table(rows, "is_single")
        return pandas.DataFrame(
            {
                m["name"]: pandas.Series(
                    [row[i] for row in cells],
                    dtype="Int64" if m["is_whole"] else None if cells else object,
                )
                for i, m in enumerate(columns)
            }
        )

    def to_csv(self, rows=None, exact=False):
        """The same as CSV, as the command prints it.

        `exact`: also cells that a spreadsheet takes for a formula.

        Examples
        --------
        >>> import accord
        >>> found = accord.read_accounts("examples/books/accounts").check()
        >>> found.to_csv("not_applied").splitlines()[0]
        'rule,part,because'
        """
        columns, cells = self._table(rows, "is_column")
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([m["name"] for m in columns])
        for row in cells:
            writer.writerow(
                [_cell(value) if exact else _accord.defused(_cell(value)) for value in row]
            )
        return out.getvalue()


    def _repr_html_(self):
        """What is not nothing, and below it the first list."""
        says = [(m["name"], _cell(getattr(self, m["name"]))) for m in self._members if m["is_single"]]
        out = _tables.rows_html([row for row in says if row[1] not in ("", "no")], ("", type(self).__name__))
        if any(m["rows_are"] for m in self._members):
            columns, cells = self._table(None, "is_short")
            out += _tables.rows_html([map(_cell, row) for row in cells], [m["name"] for m in columns])
        return out


def _plain(value):
    if isinstance(value, Described):
        return value.to_dict()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


def _cell(value):
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "|".join(_cell(one) for one in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return repr(value).removesuffix(".0") if isinstance(value, float) else str(value)


def _attributes(members):
    return "".join(f"{m['name']} : {m['annotation']}\n    {m['meaning']}\n" for m in members)


def _class_of(described):
    members = tuple(described["members"])
    base = collections.namedtuple(described["name"], [m["name"] for m in members])
    for m in members:
        getattr(base, m["name"]).__doc__ = m["meaning"]
    text = f"{described['meaning']}.\n\nAttributes\n----------\n{_attributes(members)}"
    space = {"__slots__": (), "__doc__": text, "__module__": __name__, "_members": members}
    return type(described["name"], (Described, base), space)


_DESCRIBED = _accord.described_questions()
QUESTIONS = _DESCRIBED["questions"]
CLASSES = {one["name"]: _class_of(one) for one in _DESCRIBED["classes"]}
globals().update(CLASSES)


def _warn(answer):
    """What an answer from the books says beside its rows, and every place that cannot be read."""
    if not hasattr(answer, "incomplete"):
        return
    says = list(answer.notes)
    if answer.rests_on_unread:
        says += [f"{one.file}:{one.line}:{one.column}: {one.says}" for one in answer.incomplete]
    if says:
        warnings.warn("; ".join(says), BooksWarning, stacklevel=3)


def _docstring(question, example):
    answer = CLASSES[question["answer"]]
    optional = "".join(
        f"{m['name']} : {m['annotation']}\n    {m['meaning']}\n" for m in question["asked"]
    )
    return (
        f"{question['meaning']}.\n\nParameters\n----------\n{optional}\n"
        f"Returns\n-------\n{answer.__name__}\n"
        f"{_attributes(answer._members)}\nExamples\n--------\n{example}"
    )


def _method(question, owner):
    """The question as a method of the class `owner`."""
    name = question["method"]
    by_place, by_name = inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY
    parameters = [inspect.Parameter("self", by_place)]
    for number, m in enumerate(question["asked"]):  # the first two also by their place
        parameters.append(
            inspect.Parameter(m["name"], by_place if number < 2 else by_name, default=None)
        )
    signature = inspect.Signature(parameters)

    def method(self, *values, **named):
        given = dict(signature.bind(self, *values, **named).arguments)
        del given["self"]
        answer = self._inner.ask(question["name"], given, CLASSES)
        _warn(answer)
        return answer

    method.__signature__ = signature
    method.__name__, method.__qualname__ = name, f"{owner}.{name}"
    method.__doc__ = _docstring(question, EXAMPLES.get(question["name"]) or EXAMPLES[name])
    return method


def _questions_of(source, owner, what):
    """A class with a method for each question on the source."""
    methods = {q["method"]: _method(q, owner) for q in QUESTIONS if q["source"] == source}
    return type(owner, (), {"__doc__": what, "__module__": __name__, "__slots__": (), **methods})


AccountsQuestions = _questions_of(
    "accounts",
    "AccountsQuestions",
    "What can be asked of accounts; the base of :class:`accord.Accounts`.",
)
WorkspaceQuestions = _questions_of(
    "workspace",
    "WorkspaceQuestions",
    "What can be asked of a workspace; the base of :class:`accord.Workspace`.",
)
TermsQuestions = _questions_of("terms", "TermsQuestions", "What can be asked of texts; the base of :class:`accord.Terms`.")
TalksQuestions = _questions_of(
    "talks", "TalksQuestions", "What can be asked of talks; the base of :class:`accord.Talks`."
)
AssessmentQuestions = _questions_of(
    "assessment",
    "AssessmentQuestions",
    "What can be asked of an assessment; the base of :class:`accord.Assessment`.",
)


class _Own(_questions_of("nothing", "OwnQuestions", "What can be asked of the program itself.")):
    __slots__ = ()
    _inner = _accord


class _ReadsFiles:
    ask = staticmethod(_accord.ask_measured)


class _Measured(_questions_of("measured", "MeasuredQuestions", "What can be asked of measurements.")):
    __slots__ = ()
    _inner = _ReadsFiles


for _source, _asks in (("nothing", _Own()), ("measured", _Measured())):
    globals().update({q["method"]: getattr(_asks, q["method"]) for q in QUESTIONS if q["source"] == _source})
