# Made by tools/python_stub.py from the structs in src/answers; change them there.
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

class _BookRow(NamedTuple):
    mba: str
    day: datetime.date
    label: int
    material: str
    book: Optional[decimal.Decimal]
    book_bound: Optional[Literal["at least", "at most", "not known"]]
    unit: Literal["g", "kg"]
    unit_letter: str

class BookRow(Described, _BookRow): ...

class _NoFigure(NamedTuple):
    mba: str
    day: datetime.date
    why: str

class NoFigure(Described, _NoFigure): ...

class _Unread(NamedTuple):
    mba: Optional[str]
    from_day: Optional[datetime.date]
    file: str
    line: int
    column: int
    label: Optional[int]
    found: Optional[str]
    rule: str
    says: str

class Unread(Described, _Unread): ...

class _Inventory(NamedTuple):
    day: datetime.date
    books: tuple[BookRow, ...]
    no_figure: tuple[NoFigure, ...]
    empty: tuple[str, ...]
    incomplete: tuple[Unread, ...]
    not_read: tuple[str, ...]
    notes: tuple[str, ...]
    rests_on_unread: bool

class Inventory(Described, _Inventory): ...

class AccountsQuestions:
    def inventory(
        self,
        mba: Optional[str] = ...,
        on: Optional[DayLike] = ...,
        known: Optional[DayLike] = ...,
    ) -> Inventory: ...
