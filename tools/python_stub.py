#!/usr/bin/python3
"""Makes python/accord/_answers.pyi from what the compiled part says of its questions and answers.

Usage: PYTHONPATH=build/release/python tools/python_stub.py > python/accord/_answers.pyi
"""
from accord import _accord

HEAD = '''# Made by tools/python_stub.py from the structs in src/answers; change them there.
import datetime
import decimal
import fractions
from typing import Any, Literal, NamedTuple, Optional, Sequence, Union

import pandas

DayLike = Union[datetime.date, str]

class BooksWarning(UserWarning): ...

class Described:
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self) -> str: ...
    def to_frame(self, rows: Optional[str] = ...) -> pandas.DataFrame: ...
    def to_csv(self, rows: Optional[str] = ..., exact: bool = ...) -> str: ...
'''


def _method(question):
    out = f"    def {question['method']}(\n        self,\n"
    for number, m in enumerate(question["asked"]):
        out += "        *,\n" if number == 2 else ""
        annotation = m["annotation"]
        if not annotation.startswith("Optional["):
            annotation = f"Optional[{annotation}]"
        out += f"        {m['name']}: {annotation} = ...,\n"
    out += f"    ) -> {question['answer']}: ...\n"
    return out


def _function(question):
    return _method(question).replace("\n    ", "\n")[4:].replace("    self,\n", "")


def stub():
    """The text of the stub."""
    described = _accord.described_questions()
    out = HEAD
    for one in described["classes"]:
        out += f"\nclass _{one['name']}(NamedTuple):\n"
        out += "".join(f"    {m['name']}: {m['annotation']}\n" for m in one["members"])
        out += f"\nclass {one['name']}(Described, _{one['name']}): ...\n"
    for source in ("accounts", "workspace", "terms", "talks", "assessment"):
        out += f"\nclass {source.capitalize()}Questions:\n"
        out += "".join(_method(q) for q in described["questions"] if q["source"] == source)
    for source in ("nothing", "measured"):
        out += "".join("\n" + _function(q) for q in described["questions"] if q["source"] == source)
    return out


if __name__ == "__main__":
    print(stub(), end="")
