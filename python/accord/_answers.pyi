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

class _AccountFinding(NamedTuple):
    rule: str
    severity: Literal["error", "warning"]
    mba: Optional[str]
    report: Optional[int]
    entry_form: Optional[Literal["OI", "NC"]]
    entry: Optional[int]
    label: Optional[int]
    file: str
    line: Optional[int]
    column: Optional[int]
    found: Optional[str]
    expected: Optional[str]
    meaning: Optional[str]
    remedy: Optional[str]
    source: Optional[str]

class AccountFinding(Described, _AccountFinding): ...

class _FindingCount(NamedTuple):
    by: str
    name: str
    errors: int
    warnings: int
    meaning: Optional[str]

class FindingCount(Described, _FindingCount): ...

class _NotApplied(NamedTuple):
    rule: str
    part: Optional[str]
    because: str

class NotApplied(Described, _NotApplied): ...

class _Check(NamedTuple):
    profile: str
    reports_read: int
    entries_read: int
    findings: tuple[AccountFinding, ...]
    summary: tuple[FindingCount, ...]
    not_applied: tuple[NotApplied, ...]
    not_read: tuple[str, ...]
    notes: tuple[str, ...]
    has_errors: bool

class Check(Described, _Check): ...

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

class _Movement(NamedTuple):
    mba: str
    day: Optional[datetime.date]
    code: Optional[str]
    batch: str
    label: int
    material: str
    amount: decimal.Decimal
    unit: Literal["g", "kg"]
    unit_letter: str
    sign: int
    report: int
    entry: int
    file: str
    line: int

class Movement(Described, _Movement): ...

class _Movements(NamedTuple):
    movements: tuple[Movement, ...]
    incomplete: tuple[Unread, ...]
    not_read: tuple[str, ...]
    notes: tuple[str, ...]
    rests_on_unread: bool

class Movements(Described, _Movements): ...

class _MbrRow(NamedTuple):
    mba: str
    begin: datetime.date
    end: datetime.date
    label: int
    material: str
    line: str
    computed: Optional[decimal.Decimal]
    computed_bound: Optional[Literal["at least", "at most", "not known"]]
    reported: Optional[decimal.Decimal]
    unit: Literal["g", "kg"]
    unit_letter: str
    sign_is: Optional[str]

class MbrRow(Described, _MbrRow): ...

class _Mbr(NamedTuple):
    lines: tuple[MbrRow, ...]
    incomplete: tuple[Unread, ...]
    not_read: tuple[str, ...]
    notes: tuple[str, ...]
    closing: tuple[str, ...]
    rests_on_unread: bool

class Mbr(Described, _Mbr): ...

class _DueReport(NamedTuple):
    due: Optional[datetime.date]
    mba: str
    kind: Literal["ICR", "PIL", "MBR", "general ledger"]
    event: str
    day: Optional[datetime.date]
    sent: Optional[datetime.date]
    state: Literal["early", "on time", "late", "due", "overdue", "not shown"]
    days: Optional[int]
    report: Optional[int]
    file: Optional[str]
    source: str
    trust: str

class DueReport(Described, _DueReport): ...

class _Due(NamedTuple):
    on: datetime.date
    due_reports: tuple[DueReport, ...]
    is_overdue: bool
    rests_on_unread: bool
    incomplete: tuple[Unread, ...]
    not_read: tuple[str, ...]
    notes: tuple[str, ...]
    closing: tuple[str, ...]

class Due(Described, _Due): ...

class _PairRow(NamedTuple):
    state: Literal["paired", "open", "no shipment", "not shown", "candidate"]
    from_country: str
    from_area: str
    to_country: str
    to_area: str
    batch: str
    shipped: Optional[datetime.date]
    received: Optional[datetime.date]
    days: Optional[int]
    label: Optional[int]
    material: Optional[str]
    amount_sent: Optional[decimal.Decimal]
    amount_sent_bound: Optional[Literal["at least", "at most", "not known"]]
    amount_got: Optional[decimal.Decimal]
    amount_got_bound: Optional[Literal["at least", "at most", "not known"]]
    difference: Optional[decimal.Decimal]
    unit: Optional[Literal["g", "kg"]]
    unit_letter: Optional[str]
    score: Optional[int]
    why: Optional[str]
    shipment: Optional[str]
    shipment_file: Optional[str]
    shipment_line: Optional[int]
    receipt: Optional[str]
    receipt_file: Optional[str]
    receipt_line: Optional[int]
    movement: int

class PairRow(Described, _PairRow): ...

class _PairCounts(NamedTuple):
    paired: int
    open_shipments: int
    no_shipment: int
    not_shown: int
    candidates: int
    counts_are_at_least: bool
    abroad: int
    candidates_not_listed: int

class PairCounts(Described, _PairCounts): ...

class _Pairs(NamedTuple):
    pairs: tuple[PairRow, ...]
    counts: PairCounts
    incomplete: tuple[Unread, ...]
    not_read: tuple[str, ...]
    notes: tuple[str, ...]
    closing: tuple[str, ...]
    rests_on_unread: bool

class Pairs(Described, _Pairs): ...

class _BookItem(NamedTuple):
    period: int
    role: Literal["PB", "X", "Y", "PE"]
    stratum: str
    item: str
    method: str
    declared_kg: decimal.Decimal
    measured_in_period: int
    end: Optional[datetime.date]
    file: str
    line: int

class BookItem(Described, _BookItem): ...

class _Items(NamedTuple):
    mba: str
    label: int
    inventories: tuple[datetime.date, ...]
    items: tuple[BookItem, ...]
    not_read: tuple[str, ...]
    notes: tuple[str, ...]

class Items(Described, _Items): ...

class _TalkRound(NamedTuple):
    round: int
    day: datetime.date
    place: str
    mediator: str
    mediator_state: str
    status: str
    note: Optional[str]

class TalkRound(Described, _TalkRound): ...

class _SideStatement(NamedTuple):
    id: str
    day: datetime.date
    speaker: str
    statement_type: str
    red_line: bool
    said: str
    source: Optional[str]

class SideStatement(Described, _SideStatement): ...

class _SidePosition(NamedTuple):
    party: str
    party_title: str
    acceptable: tuple[str, ...]
    red_lined: tuple[str, ...]
    statements: tuple[SideStatement, ...]

class SidePosition(Described, _SidePosition): ...

class _IssuePosition(NamedTuple):
    issue: str
    title: str
    open_to_all: tuple[str, ...]
    permitted: tuple[str, ...]
    silent: tuple[str, ...]
    parties: tuple[SidePosition, ...]

class IssuePosition(Described, _IssuePosition): ...

class _Positions(NamedTuple):
    on: datetime.date
    public_only: bool
    last_round: Optional[TalkRound]
    next_round: Optional[TalkRound]
    packages: Optional[int]
    issues: tuple[IssuePosition, ...]

class Positions(Described, _Positions): ...

class AccountsQuestions:
    def check(
        self,
        mba: Optional[str] = ...,
        known: Optional[DayLike] = ...,
    ) -> Check: ...
    def inventory(
        self,
        mba: Optional[str] = ...,
        on: Optional[DayLike] = ...,
        *,
        known: Optional[DayLike] = ...,
    ) -> Inventory: ...
    def movements(
        self,
        mba: Optional[str] = ...,
        from_day: Optional[DayLike] = ...,
        *,
        to_day: Optional[DayLike] = ...,
        known: Optional[DayLike] = ...,
    ) -> Movements: ...
    def mbr(
        self,
        mba: Optional[str] = ...,
        on: Optional[DayLike] = ...,
        *,
        known: Optional[DayLike] = ...,
    ) -> Mbr: ...
    def due(
        self,
        mba: Optional[str] = ...,
        on: Optional[DayLike] = ...,
        *,
        from_day: Optional[DayLike] = ...,
        to_day: Optional[DayLike] = ...,
        open: Optional[bool] = ...,
        known: Optional[DayLike] = ...,
    ) -> Due: ...
    def pairs(
        self,
        mba: Optional[str] = ...,
        from_day: Optional[DayLike] = ...,
        *,
        to_day: Optional[DayLike] = ...,
        known: Optional[DayLike] = ...,
    ) -> Pairs: ...
    def items(
        self,
        mba: Optional[str] = ...,
        label: Optional[int] = ...,
        *,
        known: Optional[DayLike] = ...,
    ) -> Items: ...

class WorkspaceQuestions:
    def positions(
        self,
        on: Optional[DayLike] = ...,
        public_only: Optional[bool] = ...,
    ) -> Positions: ...

class AssessmentQuestions:
