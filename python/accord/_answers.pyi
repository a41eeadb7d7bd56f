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
    remark_lines: tuple[str, ...]
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

class _MbrReport(NamedTuple):
    mba: str
    begin: datetime.date
    end: datetime.date
    report: int
    text: str

class MbrReport(Described, _MbrReport): ...

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

class _EntryLabel(NamedTuple):
    label: int
    name: str
    line: int
    column: int
    content: str
    in_words: Optional[str]

class EntryLabel(Described, _EntryLabel): ...

class _ExplainedEntry(NamedTuple):
    entry_name: str
    file: str
    line: int
    entry_form: Literal["OI", "NC"]
    labels: tuple[EntryLabel, ...]
    history: tuple[str, ...]

class ExplainedEntry(Described, _ExplainedEntry): ...

class _ExplainEntry(NamedTuple):
    explained: tuple[ExplainedEntry, ...]
    incomplete: tuple[Unread, ...]
    not_read: tuple[str, ...]
    notes: tuple[str, ...]
    rests_on_unread: bool

class ExplainEntry(Described, _ExplainEntry): ...

class _BookStep(NamedTuple):
    day: datetime.date
    step: str
    batch: Optional[str]
    change: decimal.Decimal
    book: decimal.Decimal
    entry_name: str
    file: str
    line: int

class BookStep(Described, _BookStep): ...

class _ExplainFigure(NamedTuple):
    mba: str
    day: datetime.date
    label: int
    material: str
    steps: tuple[BookStep, ...]
    book: Optional[decimal.Decimal]
    book_bound: Optional[Literal["at least", "at most", "not known"]]
    physical: Optional[decimal.Decimal]
    physical_bound: Optional[Literal["at least", "at most", "not known"]]
    physical_entries: Optional[int]
    unaccounted: Optional[decimal.Decimal]
    unaccounted_bound: Optional[Literal["at least", "at most", "not known"]]
    unit: Literal["g", "kg"]
    unit_letter: str
    incomplete: tuple[Unread, ...]
    not_read: tuple[str, ...]
    notes: tuple[str, ...]
    rests_on_unread: bool

class ExplainFigure(Described, _ExplainFigure): ...

class _RuleSeverity(NamedTuple):
    profile: str
    severity: Optional[Literal["error", "warning"]]

class RuleSeverity(Described, _RuleSeverity): ...

class _RulePart(NamedTuple):
    meaning: str
    severities: tuple[RuleSeverity, ...]

class RulePart(Described, _RulePart): ...

class _ExplainRule(NamedTuple):
    rule: str
    meaning: str
    compares: str
    remedy: str
    source: str
    severities: tuple[RuleSeverity, ...]
    parts: tuple[RulePart, ...]

class ExplainRule(Described, _ExplainRule): ...

class _ImportedReport(NamedTuple):
    name: str
    file: str

class ImportedReport(Described, _ImportedReport): ...

class _Imports(NamedTuple):
    dry_run: bool
    imported: tuple[ImportedReport, ...]
    there_already: tuple[ImportedReport, ...]
    findings: tuple[AccountFinding, ...]
    not_read: tuple[str, ...]
    notes: tuple[str, ...]

class Imports(Described, _Imports): ...

class _EntryRow(NamedTuple):
    mba: str
    facility: str
    report: int
    report_type: Optional[str]
    report_date: Optional[datetime.date]
    begin: Optional[datetime.date]
    end: Optional[datetime.date]
    entry: int
    status: Optional[str]
    reference: Optional[str]
    counted: Literal["yes", "no", "in part", "not known"]
    day: Optional[datetime.date]
    code: Optional[str]
    batch: Optional[str]
    shipper: Optional[str]
    receiver: Optional[str]
    shipper_batch: Optional[str]
    description: Optional[str]
    measurement_basis: Optional[str]
    item_count: Optional[int]
    g_600: Optional[decimal.Decimal]
    kg_610: Optional[decimal.Decimal]
    kg_620: Optional[decimal.Decimal]
    g_630: Optional[decimal.Decimal]
    g_640: Optional[decimal.Decimal]
    g_650: Optional[decimal.Decimal]
    g_660: Optional[decimal.Decimal]
    g_670: Optional[decimal.Decimal]
    g_680: Optional[decimal.Decimal]
    g_690: Optional[decimal.Decimal]
    g_700: Optional[decimal.Decimal]
    g_710: Optional[decimal.Decimal]
    g_720: Optional[decimal.Decimal]
    g_730: Optional[decimal.Decimal]
    g_740: Optional[decimal.Decimal]
    g_750: Optional[decimal.Decimal]
    g_760: Optional[decimal.Decimal]
    g_770: Optional[decimal.Decimal]
    g_780: Optional[decimal.Decimal]
    kg_800: Optional[decimal.Decimal]

class EntryRow(Described, _EntryRow): ...

class _Export(NamedTuple):
    profile: str
    entries: tuple[EntryRow, ...]
    incomplete: tuple[Unread, ...]
    not_read: tuple[str, ...]
    notes: tuple[str, ...]
    rests_on_unread: bool

class Export(Described, _Export): ...

class _ReportText(NamedTuple):
    name: str
    file: str
    entry_count: int
    text: str

class ReportText(Described, _ReportText): ...

class _Convert(NamedTuple):
    profile_before: str
    profile: str
    reports: tuple[ReportText, ...]
    findings: tuple[AccountFinding, ...]
    not_read: tuple[str, ...]
    notes: tuple[str, ...]

class Convert(Described, _Convert): ...

class _TalkRound(NamedTuple):
    round: int
    day: datetime.date
    place: str
    mediator: str
    mediator_state: str
    status: str
    note: Optional[str]

class TalkRound(Described, _TalkRound): ...

class _OptionOut(NamedTuple):
    option: str
    since: datetime.date
    put_out_by: tuple[str, ...]
    lifted_if: str

class OptionOut(Described, _OptionOut): ...

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
    named: tuple[str, ...]
    left_open: tuple[str, ...]
    against: tuple[str, ...]
    out: tuple[str, ...]
    why_out: tuple[OptionOut, ...]
    contradicts: bool
    statements: tuple[SideStatement, ...]

class SidePosition(Described, _SidePosition): ...

class _IssuePosition(NamedTuple):
    issue: str
    title: str
    not_excluded: tuple[str, ...]
    not_opposed: tuple[str, ...]
    named_by_all: tuple[str, ...]
    silent: tuple[str, ...]
    positions: tuple[SidePosition, ...]

class IssuePosition(Described, _IssuePosition): ...

class _Positions(NamedTuple):
    on: datetime.date
    public_only: bool
    last_round: Optional[TalkRound]
    next_round: Optional[TalkRound]
    packages_not_excluded: decimal.Decimal
    packages_not_opposed: decimal.Decimal
    packages_named_by_all: decimal.Decimal
    issues: tuple[IssuePosition, ...]
    notes: tuple[str, ...]

class Positions(Described, _Positions): ...

class _OutcomeCounts(NamedTuple):
    met: int
    not_met: int
    not_shown: int
    out_of_count: int

class OutcomeCounts(Described, _OutcomeCounts): ...

class _AccountsBehind(NamedTuple):
    folder: str
    party: str
    party_title: str
    report_count: int
    errors: int
    warnings: int
    incomplete: tuple[Unread, ...]

class AccountsBehind(Described, _AccountsBehind): ...

class _Record(NamedTuple):
    id: Optional[str]
    file: Optional[str]
    line: Optional[int]
    sha256: Optional[str]
    source: Optional[str]
    text: Optional[str]
    note: Optional[str]
    supposed: bool
    said_by: Optional[str]
    replaces: Optional[str]

class Record(Described, _Record): ...

class _UnfedRow(NamedTuple):
    word: str
    only_a_figure: bool
    did_you_mean: Optional[str]
    did_you_mean_kind: Optional[Literal["event", "measure"]]
    record: Record

class UnfedRow(Described, _UnfedRow): ...

class _Comparison(NamedTuple):
    value: Optional[Union[decimal.Decimal, fractions.Fraction, None]]
    value_shown: Optional[str]
    limit: Optional[Union[decimal.Decimal, fractions.Fraction, None]]
    limit_shown: Optional[str]
    limit_is: Literal["maximum", "minimum"]
    value_unit: str
    ratio: Optional[float]
    margin: Optional[Union[decimal.Decimal, fractions.Fraction, None]]
    uncertainty: Optional[Union[decimal.Decimal, fractions.Fraction, None]]
    difference_unit: str
    at_least: Optional[Union[decimal.Decimal, fractions.Fraction, None]]
    at_most: Optional[Union[decimal.Decimal, fractions.Fraction, None]]

class Comparison(Described, _Comparison): ...

class _LastPeriod(NamedTuple):
    name: str
    first_day: datetime.date
    last_day: datetime.date
    state: Literal["exceeded", "overdue", "not_performed", "performed_late", "partly_performed", "undetermined", "not_verifiable_no_access", "exceeded_within_uncertainty", "no_value", "no_new_value", "met_within_uncertainty", "met_attested", "met", "performed", "not_due", "not_in_force", "waived", "sunset", "terminated"]
    comparison: Optional[Comparison]

class LastPeriod(Described, _LastPeriod): ...

class _CallCounts(NamedTuple):
    total: int
    in_time: int
    late: int
    in_part: int
    still_open: int
    missed: int
    longest_late_days: Optional[int]

class CallCounts(Described, _CallCounts): ...

class _Evidence(NamedTuple):
    says: str
    valid_day: datetime.date
    known_day: datetime.date
    grade: Literal["verified", "attested", "estimated", "declared", "reported", "unverified"]
    trace: Literal["found", "derived", "recalled"]
    record: Record

class Evidence(Described, _Evidence): ...

class _Call(NamedTuple):
    name: Optional[str]
    day: datetime.date
    deadline: datetime.date
    stage_ends: tuple[datetime.date, ...]
    answered: Optional[datetime.date]
    late_days: Optional[int]
    state: Literal["exceeded", "overdue", "not_performed", "performed_late", "partly_performed", "undetermined", "not_verifiable_no_access", "exceeded_within_uncertainty", "no_value", "no_new_value", "met_within_uncertainty", "met_attested", "met", "performed", "not_due", "not_in_force", "waived", "sunset", "terminated"]
    evidence: tuple[Evidence, ...]

class Call(Described, _Call): ...

class _UnreadPlace(NamedTuple):
    file: str
    line: int
    column: int
    part: Optional[str]
    found: Optional[str]

class UnreadPlace(Described, _UnreadPlace): ...

class _RuleFinding(NamedTuple):
    rule: str
    state: Literal["exceeded", "overdue", "not_performed", "performed_late", "partly_performed", "undetermined", "not_verifiable_no_access", "exceeded_within_uncertainty", "no_value", "no_new_value", "met_within_uncertainty", "met_attested", "met", "performed", "not_due", "not_in_force", "waived", "sunset", "terminated"]
    reason: Optional[str]
    comparison: Optional[Comparison]
    first_day: Optional[datetime.date]
    last_day: Optional[datetime.date]
    last_period: Optional[LastPeriod]
    call_counts: Optional[CallCounts]
    deciding_call: Optional[int]
    calls: tuple[Call, ...]
    evidence: tuple[Evidence, ...]
    other_figures: tuple[Evidence, ...]
    unread: tuple[UnreadPlace, ...]

class RuleFinding(Described, _RuleFinding): ...

class _LastKnown(NamedTuple):
    state: Literal["exceeded", "overdue", "not_performed", "performed_late", "partly_performed", "undetermined", "not_verifiable_no_access", "exceeded_within_uncertainty", "no_value", "no_new_value", "met_within_uncertainty", "met_attested", "met", "performed", "not_due", "not_in_force", "waived", "sunset", "terminated"]
    valid_day: datetime.date
    age_days: int
    comparison: Optional[Comparison]
    evidence: tuple[Evidence, ...]

class LastKnown(Described, _LastKnown): ...

class _Declaration(NamedTuple):
    kind: Literal["ceases", "suspends", "resumes", "refuses"]
    party: str
    day: datetime.date
    title: str
    record: Record
    first_day: Optional[datetime.date]
    first_title: Optional[str]
    first_record: Optional[Record]

class Declaration(Described, _Declaration): ...

class _UnderAnswer(NamedTuple):
    question: str
    answer: str
    text: str
    held_by: tuple[str, ...]
    held_by_title: str
    state: Literal["exceeded", "overdue", "not_performed", "performed_late", "partly_performed", "undetermined", "not_verifiable_no_access", "exceeded_within_uncertainty", "no_value", "no_new_value", "met_within_uncertainty", "met_attested", "met", "performed", "not_due", "not_in_force", "waived", "sunset", "terminated"]

class UnderAnswer(Described, _UnderAnswer): ...

class _Reading(NamedTuple):
    text: str
    held_by: tuple[str, ...]
    held_by_title: str

class Reading(Described, _Reading): ...

class _NotAttributed(NamedTuple):
    says: str
    evidence: tuple[Evidence, ...]

class NotAttributed(Described, _NotAttributed): ...

class _Finding(NamedTuple):
    id: str
    term: str
    title: str
    ref: Optional[str]
    party: tuple[str, ...]
    party_title: str
    owed: tuple[str, ...]
    verifier: tuple[str, ...]
    on: datetime.date
    known: datetime.date
    outcome: Literal["met", "not met", "not shown", "out of the count"]
    state: Literal["exceeded", "overdue", "not_performed", "performed_late", "partly_performed", "undetermined", "not_verifiable_no_access", "exceeded_within_uncertainty", "no_value", "no_new_value", "met_within_uncertainty", "met_attested", "met", "performed", "not_due", "not_in_force", "waived", "sunset", "terminated"]
    reason: Optional[str]
    since: Optional[datetime.date]
    value: Optional[decimal.Decimal]
    value_bound: Optional[Literal["at least", "at most", "below", "above", "about", "between", "one of"]]
    limit: Optional[Union[decimal.Decimal, fractions.Fraction, None]]
    value_unit: Optional[str]
    ratio: Optional[float]
    excess: Optional[Union[decimal.Decimal, fractions.Fraction, None]]
    shown: Optional[str]
    grade: Optional[Literal["verified", "attested", "estimated", "declared", "reported", "unverified"]]
    trace: Optional[Literal["found", "derived", "recalled"]]
    age_days: Optional[int]
    declared: Optional[str]
    if_attributed: Optional[Literal["exceeded", "overdue", "not_performed", "performed_late", "partly_performed", "undetermined", "not_verifiable_no_access", "exceeded_within_uncertainty", "no_value", "no_new_value", "met_within_uncertainty", "met_attested", "met", "performed", "not_due", "not_in_force", "waived", "sunset", "terminated"]]
    if_not: Optional[Literal["exceeded", "overdue", "not_performed", "performed_late", "partly_performed", "undetermined", "not_verifiable_no_access", "exceeded_within_uncertainty", "no_value", "no_new_value", "met_within_uncertainty", "met_attested", "met", "performed", "not_due", "not_in_force", "waived", "sunset", "terminated"]]
    together_state: Optional[Literal["exceeded", "overdue", "not_performed", "performed_late", "partly_performed", "undetermined", "not_verifiable_no_access", "exceeded_within_uncertainty", "no_value", "no_new_value", "met_within_uncertainty", "met_attested", "met", "performed", "not_due", "not_in_force", "waived", "sunset", "terminated"]]
    together_says: Optional[str]
    supposed: bool
    in_force_from: Optional[datetime.date]
    in_force_until: Optional[datetime.date]
    end_not_before: Optional[datetime.date]
    end_waits_for: tuple[str, ...]
    deciding_rule: Optional[int]
    rules: tuple[RuleFinding, ...]
    basis: tuple[Evidence, ...]
    last_known: Optional[LastKnown]
    declarations: tuple[Declaration, ...]
    answers: tuple[UnderAnswer, ...]
    readings: tuple[Reading, ...]
    provisions: tuple[str, ...]
    not_attributed: Optional[NotAttributed]

class Finding(Described, _Finding): ...

class _TermTogether(NamedTuple):
    term: str
    outcome: Literal["met", "not met", "not shown", "out of the count"]
    state: Literal["exceeded", "overdue", "not_performed", "performed_late", "partly_performed", "undetermined", "not_verifiable_no_access", "exceeded_within_uncertainty", "no_value", "no_new_value", "met_within_uncertainty", "met_attested", "met", "performed", "not_due", "not_in_force", "waived", "sunset", "terminated"]
    says: str

class TermTogether(Described, _TermTogether): ...

class _Status(NamedTuple):
    workspace: str
    on: datetime.date
    known: datetime.date
    record_end: Optional[datetime.date]
    nothing_later: bool
    min_grade: Literal["verified", "attested", "estimated", "declared", "reported", "unverified"]
    found_only: bool
    assume: tuple[str, ...]
    suppose: tuple[str, ...]
    outcomes: OutcomeCounts
    accounts: Optional[AccountsBehind]
    unfed_rows: tuple[UnfedRow, ...]
    background_rows: int
    findings: tuple[Finding, ...]
    terms_together: tuple[TermTogether, ...]
    recalled_only: tuple[str, ...]
    notes: tuple[str, ...]
    closing: tuple[str, ...]
    rests_on_unread: bool

class Status(Described, _Status): ...

class _HeldFinding(NamedTuple):
    id: str
    title: str
    outcome: Literal["met", "not met", "not shown", "out of the count"]
    state: Literal["exceeded", "overdue", "not_performed", "performed_late", "partly_performed", "undetermined", "not_verifiable_no_access", "exceeded_within_uncertainty", "no_value", "no_new_value", "met_within_uncertainty", "met_attested", "met", "performed", "not_due", "not_in_force", "waived", "sunset", "terminated"]
    cause: Optional[Literal["not entered", "no access", "not renewed", "unreadable", "nobody named", "open question", "not decided"]]
    since: Optional[datetime.date]

class HeldFinding(Described, _HeldFinding): ...

class _Side(NamedTuple):
    party: tuple[str, ...]
    party_title: str
    outcomes: OutcomeCounts
    held: tuple[HeldFinding, ...]
    sentences: tuple[str, ...]

class Side(Described, _Side): ...

class _Change(NamedTuple):
    id: str
    outcome_before: Literal["met", "not met", "not shown", "out of the count"]
    outcome: Literal["met", "not met", "not shown", "out of the count"]
    state_before: Literal["exceeded", "overdue", "not_performed", "performed_late", "partly_performed", "undetermined", "not_verifiable_no_access", "exceeded_within_uncertainty", "no_value", "no_new_value", "met_within_uncertainty", "met_attested", "met", "performed", "not_due", "not_in_force", "waived", "sunset", "terminated"]
    state: Literal["exceeded", "overdue", "not_performed", "performed_late", "partly_performed", "undetermined", "not_verifiable_no_access", "exceeded_within_uncertainty", "no_value", "no_new_value", "met_within_uncertainty", "met_attested", "met", "performed", "not_due", "not_in_force", "waived", "sunset", "terminated"]

class Change(Described, _Change): ...

class _Assess(NamedTuple):
    workspace: str
    on: datetime.date
    known: datetime.date
    record_end: Optional[datetime.date]
    nothing_later: bool
    min_grade: Literal["verified", "attested", "estimated", "declared", "reported", "unverified"]
    found_only: bool
    assume: tuple[str, ...]
    suppose: tuple[str, ...]
    outcomes: OutcomeCounts
    accounts: Optional[AccountsBehind]
    unfed_rows: tuple[UnfedRow, ...]
    background_rows: int
    sentences: tuple[str, ...]
    findings: tuple[Finding, ...]
    sides: tuple[Side, ...]
    changes: tuple[Change, ...]
    recalled_only: tuple[str, ...]
    notes: tuple[str, ...]
    closing: tuple[str, ...]
    report_file: Optional[str]
    fails: bool
    rests_on_unread: bool

class Assess(Described, _Assess): ...

class _TimelineEntry(NamedTuple):
    day: datetime.date
    known_day: Optional[datetime.date]
    kind: Literal["event", "declaration", "state", "period"]
    parties: tuple[str, ...]
    term: Optional[str]
    terms: tuple[str, ...]
    before: Optional[Literal["exceeded", "overdue", "not_performed", "performed_late", "partly_performed", "undetermined", "not_verifiable_no_access", "exceeded_within_uncertainty", "no_value", "no_new_value", "met_within_uncertainty", "met_attested", "met", "performed", "not_due", "not_in_force", "waived", "sunset", "terminated"]]
    state: Optional[Literal["exceeded", "overdue", "not_performed", "performed_late", "partly_performed", "undetermined", "not_verifiable_no_access", "exceeded_within_uncertainty", "no_value", "no_new_value", "met_within_uncertainty", "met_attested", "met", "performed", "not_due", "not_in_force", "waived", "sunset", "terminated"]]
    value: Optional[decimal.Decimal]
    value_bound: Optional[Literal["at least", "at most", "below", "above", "about", "between", "one of"]]
    limit: Optional[decimal.Decimal]
    value_unit: Optional[str]
    value_shown: Optional[str]
    limit_shown: Optional[str]
    grade: Optional[Literal["verified", "attested", "estimated", "declared", "reported", "unverified"]]
    title: str
    note: Optional[str]
    source: Optional[str]
    supposed: bool
    record: Optional[Record]
    known_after_days: Optional[int]

class TimelineEntry(Described, _TimelineEntry): ...

class _Timeline(NamedTuple):
    workspace: str
    on: datetime.date
    known: datetime.date
    record_end: Optional[datetime.date]
    nothing_later: bool
    min_grade: Literal["verified", "attested", "estimated", "declared", "reported", "unverified"]
    found_only: bool
    assume: tuple[str, ...]
    suppose: tuple[str, ...]
    outcomes: OutcomeCounts
    accounts: Optional[AccountsBehind]
    unfed_rows: tuple[UnfedRow, ...]
    background_rows: int
    from_day: Optional[datetime.date]
    timeline_entries: tuple[TimelineEntry, ...]
    notes: tuple[str, ...]
    rests_on_unread: bool

class Timeline(Described, _Timeline): ...

class _AccountLine(NamedTuple):
    day: datetime.date
    side: Literal["left", "right", "joint"]
    what: Literal["declared", "performed", "stopped", "due", "not shown", "ended"]
    party: tuple[str, ...]
    party_title: str
    term: Optional[str]
    title: str
    state: Optional[Literal["exceeded", "overdue", "not_performed", "performed_late", "partly_performed", "undetermined", "not_verifiable_no_access", "exceeded_within_uncertainty", "no_value", "no_new_value", "met_within_uncertainty", "met_attested", "met", "performed", "not_due", "not_in_force", "waived", "sunset", "terminated"]]
    value_shown: Optional[str]
    limit_shown: Optional[str]
    ground: Optional[str]
    source: Optional[str]
    supposed: bool
    record: Optional[Record]

class AccountLine(Described, _AccountLine): ...

class _AccountStanding(NamedTuple):
    side: Literal["left", "right", "joint"]
    party: tuple[str, ...]
    party_title: str
    term: str
    title: str
    state: Literal["exceeded", "overdue", "not_performed", "performed_late", "partly_performed", "undetermined", "not_verifiable_no_access", "exceeded_within_uncertainty", "no_value", "no_new_value", "met_within_uncertainty", "met_attested", "met", "performed", "not_due", "not_in_force", "waived", "sunset", "terminated"]
    since: Optional[datetime.date]

class AccountStanding(Described, _AccountStanding): ...

class _Account(NamedTuple):
    workspace: str
    on: datetime.date
    known: datetime.date
    record_end: Optional[datetime.date]
    nothing_later: bool
    min_grade: Literal["verified", "attested", "estimated", "declared", "reported", "unverified"]
    found_only: bool
    assume: tuple[str, ...]
    suppose: tuple[str, ...]
    outcomes: OutcomeCounts
    accounts: Optional[AccountsBehind]
    unfed_rows: tuple[UnfedRow, ...]
    background_rows: int
    left: str
    right: str
    left_title: str
    right_title: str
    account_lines: tuple[AccountLine, ...]
    standing: tuple[AccountStanding, ...]
    notes: tuple[str, ...]

class Account(Described, _Account): ...

class _CheckedClaim(NamedTuple):
    claim: str
    verdict: Literal["consistent", "consistent_truncated", "consistent_rounded", "inconsistent", "cannot_check"]
    claim_fault: Optional[Literal["none", "unknown", "other_unit", "part_for_whole", "whole_for_part", "difference_for_value", "value_for_difference", "sign_error", "other_report", "other_part_taken_off", "digit_lost", "digit_added", "digits_swapped", "off_by_one_day", "later_for_first", "known_day_for_first"]]
    text: str
    metric: str
    claimed_value: str
    claimed_unit: str
    about: Optional[str]
    reason: Optional[str]
    computation: tuple[str, ...]
    source: Optional[str]
    records: tuple[Record, ...]

class CheckedClaim(Described, _CheckedClaim): ...

class _CompareClaims(NamedTuple):
    workspace: str
    on: datetime.date
    known: datetime.date
    record_end: Optional[datetime.date]
    nothing_later: bool
    min_grade: Literal["verified", "attested", "estimated", "declared", "reported", "unverified"]
    found_only: bool
    assume: tuple[str, ...]
    suppose: tuple[str, ...]
    outcomes: OutcomeCounts
    accounts: Optional[AccountsBehind]
    unfed_rows: tuple[UnfedRow, ...]
    background_rows: int
    claims: tuple[CheckedClaim, ...]
    notes: tuple[str, ...]
    is_inconsistent: bool

class CompareClaims(Described, _CompareClaims): ...

class _Holding(NamedTuple):
    party: str
    party_title: str
    type: str
    status: str
    site: str
    item_count: int

class Holding(Described, _Holding): ...

class _ItemBalance(NamedTuple):
    party: str
    party_title: str
    type: str
    status: str
    site: str
    from_day: datetime.date
    to_day: datetime.date
    opening: int
    produced: int
    arrived: int
    left_count: int
    eliminated: int
    expected_count: int
    declared_count: int

class ItemBalance(Described, _ItemBalance): ...

class _InspectionsReceived(NamedTuple):
    party: str
    party_title: str
    inspection_kind: str
    from_day: datetime.date
    until: datetime.date
    used: int

class InspectionsReceived(Described, _InspectionsReceived): ...

class _Discrepancy(NamedTuple):
    id: str
    fault: Literal["identifier_twice", "identifier_reused", "item_unknown", "change_differs", "item_missing", "item_unexplained", "item_differs", "notice_missing", "notice_late", "notice_unmatched", "count_differs", "identifier_differs"]
    party: str
    party_title: str
    item: Optional[str]
    type: Optional[str]
    status: Optional[str]
    site: Optional[str]
    day: datetime.date
    expected_count: Optional[int]
    found_count: Optional[int]
    text: str
    records: tuple[Record, ...]

class Discrepancy(Described, _Discrepancy): ...

class _CompareItems(NamedTuple):
    workspace: str
    on: datetime.date
    known: datetime.date
    record_end: Optional[datetime.date]
    nothing_later: bool
    min_grade: Literal["verified", "attested", "estimated", "declared", "reported", "unverified"]
    found_only: bool
    assume: tuple[str, ...]
    suppose: tuple[str, ...]
    outcomes: OutcomeCounts
    accounts: Optional[AccountsBehind]
    unfed_rows: tuple[UnfedRow, ...]
    background_rows: int
    holdings: tuple[Holding, ...]
    item_balances: tuple[ItemBalance, ...]
    inspections: tuple[InspectionsReceived, ...]
    discrepancies: tuple[Discrepancy, ...]
    is_discrepant: bool

class CompareItems(Described, _CompareItems): ...

class _Message(NamedTuple):
    severity: Literal["error", "warning"]
    code: str
    message: str
    help: Optional[str]
    file: Optional[str]
    line: Optional[int]
    column: Optional[int]
    length: Optional[int]

class Message(Described, _Message): ...

class _CheckedText(NamedTuple):
    file: str
    agreement: str
    terms_read: int
    examples_read: int
    errors: int
    warnings: int

class CheckedText(Described, _CheckedText): ...

class _TermsCheck(NamedTuple):
    problems: tuple[Message, ...]
    texts: tuple[CheckedText, ...]
    has_errors: bool

class TermsCheck(Described, _TermsCheck): ...

class _PlainReading(NamedTuple):
    text: str
    held_by: tuple[str, ...]

class PlainReading(Described, _PlainReading): ...

class _PlainQuote(NamedTuple):
    language: str
    text: str

class PlainQuote(Described, _PlainQuote): ...

class _PlainItem(NamedTuple):
    item_kind: str
    name: Optional[str]
    title: Optional[str]
    ref: Optional[str]
    sentences: tuple[str, ...]
    plain_readings: tuple[PlainReading, ...]
    quotes: tuple[PlainQuote, ...]
    notes: tuple[str, ...]

class PlainItem(Described, _PlainItem): ...

class _Show(NamedTuple):
    workspace: str
    on: datetime.date
    known: datetime.date
    record_end: Optional[datetime.date]
    nothing_later: bool
    min_grade: Literal["verified", "attested", "estimated", "declared", "reported", "unverified"]
    found_only: bool
    assume: tuple[str, ...]
    suppose: tuple[str, ...]
    outcomes: OutcomeCounts
    accounts: Optional[AccountsBehind]
    unfed_rows: tuple[UnfedRow, ...]
    background_rows: int
    title: str
    plain_items: tuple[PlainItem, ...]

class Show(Described, _Show): ...

class _DifferenceDetail(NamedTuple):
    part: str
    text_before: Optional[str]
    text_after: Optional[str]

class DifferenceDetail(Described, _DifferenceDetail): ...

class _Difference(NamedTuple):
    edit: Literal["added", "ended", "changed"]
    item_kind: str
    name: str
    title: Optional[str]
    details: tuple[DifferenceDetail, ...]

class Difference(Described, _Difference): ...

class _ChangedFinding(NamedTuple):
    id: str
    outcome_before: Optional[Literal["met", "not met", "not shown", "out of the count"]]
    state_before: Optional[Literal["exceeded", "overdue", "not_performed", "performed_late", "partly_performed", "undetermined", "not_verifiable_no_access", "exceeded_within_uncertainty", "no_value", "no_new_value", "met_within_uncertainty", "met_attested", "met", "performed", "not_due", "not_in_force", "waived", "sunset", "terminated"]]
    outcome_after: Optional[Literal["met", "not met", "not shown", "out of the count"]]
    state_after: Optional[Literal["exceeded", "overdue", "not_performed", "performed_late", "partly_performed", "undetermined", "not_verifiable_no_access", "exceeded_within_uncertainty", "no_value", "no_new_value", "met_within_uncertainty", "met_attested", "met", "performed", "not_due", "not_in_force", "waived", "sunset", "terminated"]]

class ChangedFinding(Described, _ChangedFinding): ...

class _Diff(NamedTuple):
    differences: tuple[Difference, ...]
    workspace: Optional[str]
    on: Optional[datetime.date]
    findings_changed: tuple[ChangedFinding, ...]
    is_different: bool

class Diff(Described, _Diff): ...

class _StageDates(NamedTuple):
    name: str
    who_acts: Optional[str]
    duration: str
    extendable: bool
    extended: bool
    from_day: datetime.date
    until: datetime.date

class StageDates(Described, _StageDates): ...

class _ClockDates(NamedTuple):
    procedure: str
    title: str
    ref: Optional[str]
    opened: datetime.date
    openers: tuple[str, ...]
    opener_named: bool
    stages: tuple[StageDates, ...]
    runs_out: datetime.date
    shortest_days: int
    available_until: Optional[datetime.date]
    opened_in_time: bool
    completes_in_time: bool
    stopped_by: Optional[str]
    stopped_title: Optional[str]
    stopped_on: Optional[datetime.date]
    leads_to: Optional[str]

class ClockDates(Described, _ClockDates): ...

class _Clock(NamedTuple):
    workspace: str
    on: datetime.date
    known: datetime.date
    record_end: Optional[datetime.date]
    nothing_later: bool
    min_grade: Literal["verified", "attested", "estimated", "declared", "reported", "unverified"]
    found_only: bool
    assume: tuple[str, ...]
    suppose: tuple[str, ...]
    outcomes: OutcomeCounts
    accounts: Optional[AccountsBehind]
    unfed_rows: tuple[UnfedRow, ...]
    background_rows: int
    clocks: tuple[ClockDates, ...]
    notes: tuple[str, ...]

class Clock(Described, _Clock): ...

class _DependEdge(NamedTuple):
    name: str
    how: str
    rests_on: str
    lifts: bool

class DependEdge(Described, _DependEdge): ...

class _DependNode(NamedTuple):
    kind: Literal["day", "event", "question", "party", "measure", "term"]
    name: str
    title: str

class DependNode(Described, _DependNode): ...

class _Fall(NamedTuple):
    term: str
    because: str

class Fall(Described, _Fall): ...

class _Depends(NamedTuple):
    item: Optional[str]
    edges: tuple[DependEdge, ...]
    nodes: tuple[DependNode, ...]
    falls_when_ceases: tuple[Fall, ...]

class Depends(Described, _Depends): ...

class _Episode(NamedTuple):
    finding: str
    term: str
    party: Optional[str]
    rule: str
    kind: Literal["beyond", "below", "seen", "not held"]
    last_satisfied: Optional[datetime.date]
    first_observed: datetime.date
    first_known: datetime.date
    first_within: Optional[datetime.date]
    duration_days: Optional[int]
    first_value: Optional[str]
    extreme: Optional[str]
    extreme_day: datetime.date
    limit_shown: Optional[str]
    announced: Optional[datetime.date]
    announcement: Optional[str]
    records: tuple[Record, ...]

class Episode(Described, _Episode): ...

class _FindingExplanation(NamedTuple):
    workspace: str
    on: datetime.date
    known: datetime.date
    record_end: Optional[datetime.date]
    nothing_later: bool
    min_grade: Literal["verified", "attested", "estimated", "declared", "reported", "unverified"]
    found_only: bool
    assume: tuple[str, ...]
    suppose: tuple[str, ...]
    outcomes: OutcomeCounts
    accounts: Optional[AccountsBehind]
    unfed_rows: tuple[UnfedRow, ...]
    background_rows: int
    findings: tuple[Finding, ...]
    episodes: tuple[Episode, ...]
    in_words: tuple[str, ...]
    notes: tuple[str, ...]
    rests_on_unread: bool

class FindingExplanation(Described, _FindingExplanation): ...

class _BalancePeriod(NamedTuple):
    period: int
    pb_kg: float
    x_kg: float
    y_kg: float
    pe_kg: float
    muf_kg: float
    sigma_muf_kg: float
    leid_kg: float
    muf_over_sigma: Optional[float]
    p: Optional[float]
    active_kg: float
    sigma_over_active: Optional[float]
    measurements: int
    period_status: Literal["measured", "empty", "closed", "item discrepancy", "not measured"]
    unexplained_kg: Optional[float]
    limit_kg: float
    alarm: Optional[bool]
    does_not_add_up: Optional[bool]
    found_kg: float
    goal_probability: Optional[float]
    cumuf_kg: Optional[float]
    sigma_cumuf_kg: Optional[float]
    itmuf_kg: Optional[float]
    sigma_itmuf_kg: Optional[float]
    sitmuf: Optional[float]
    gemuf: Optional[float]
    degrees: Optional[int]
    page: Optional[float]
    page_gains: Optional[float]
    sequence_status: Optional[Literal["regular", "near singular", "predictable", "discrepancy"]]
    largest: Optional[str]
    largest_share: float
    effective: float

class BalancePeriod(Described, _BalancePeriod): ...

class _Contribution(NamedTuple):
    period: int
    division: Literal["source", "method", "stratum", "nature"]
    name: str
    variance_kg2: float
    fraction: float

class Contribution(Described, _Contribution): ...

class _SequenceTest(NamedTuple):
    test: str
    statistic: float
    test_limit: float
    alarm_period: Optional[int]
    period: int

class SequenceTest(Described, _SequenceTest): ...

class _Criterion(NamedTuple):
    period: int
    criterion: str
    criterion_statistic: Literal["MUF", "|MUF|", "SEID", "CUMUF", "|CUMUF|"]
    value_kg: float
    limit_kg: float
    exceeded: Optional[bool]
    action: str
    source: str
    confirmed: bool
    note: Optional[str]

class Criterion(Described, _Criterion): ...

class _Definition(NamedTuple):
    name: str
    text: str
    source: str
    confirmed: bool

class Definition(Described, _Definition): ...

class _Target(NamedTuple):
    method: str
    factor: Optional[str]
    declared_error: float
    target_error: float
    target_unit: str
    declared_over_target: Optional[float]
    within: bool
    target_method: str
    target_material: str
    target_quantity: str
    edition: str
    source_page: str
    verified_by: Optional[str]
    verified_on: Optional[str]

class Target(Described, _Target): ...

class _AllPeriods(NamedTuple):
    muf_kg: float
    sigma_muf_kg: float
    limit_kg: float
    alarm: Optional[bool]
    does_not_add_up: Optional[bool]
    found_kg: float
    goal_probability: Optional[float]

class AllPeriods(Described, _AllPeriods): ...

class _ConstantLoss(NamedTuple):
    loss_kg: float
    sigma_loss_kg: float

class ConstantLoss(Described, _ConstantLoss): ...

class _MaterialBalance(NamedTuple):
    periods: tuple[BalancePeriod, ...]
    contributions: tuple[Contribution, ...]
    tests: tuple[SequenceTest, ...]
    criteria: tuple[Criterion, ...]
    definitions: tuple[Definition, ...]
    targets: tuple[Target, ...]
    without_target: tuple[str, ...]
    all_periods: AllPeriods
    covariance_kg2: tuple[tuple[float, ...], ...]
    constant_loss: Optional[ConstantLoss]
    common_share: Optional[float]
    largest_relative: float
    largest_relative_method: Optional[str]
    may_be_negative: int
    limit_factor: float
    false_alarm: float
    page_k: float
    page_headstart: float
    two_sided: bool
    detection: float
    goal_kg: Optional[float]
    criteria_id: Optional[str]
    criteria_title: Optional[str]
    demonstration: Optional[bool]
    input_warnings: tuple[Message, ...]
    has_item_discrepancy: bool
    is_unexplained: bool
    is_alarmed: bool
    is_exceeded: bool
    periods_not_measured: int

class MaterialBalance(Described, _MaterialBalance): ...

class _IssueShown(NamedTuple):
    issue: str
    issue_kind: str
    value_count: Optional[int]
    first_value: str
    last_value: str

class IssueShown(Described, _IssueShown): ...

class _PositionShown(NamedTuple):
    party: str
    stated: str
    red_line_count: int
    yes: Optional[int]
    undecided: Optional[int]
    no: Optional[int]
    contradictions: Optional[int]
    self_blocking: tuple[str, ...]

class PositionShown(Described, _PositionShown): ...

class _TalksCheck(NamedTuple):
    issues_shown: tuple[IssueShown, ...]
    positions_shown: tuple[PositionShown, ...]
    domain_outcomes: decimal.Decimal
    domain_sha256: str
    public_rules: int
    silent_parties: tuple[str, ...]
    problems: tuple[Message, ...]
    notes: tuple[str, ...]

class TalksCheck(Described, _TalksCheck): ...

class _PackageValue(NamedTuple):
    issue: str
    issue_value: str

class PackageValue(Described, _PackageValue): ...

class _PackageShown(NamedTuple):
    words: str
    rank: decimal.Decimal
    package_values: tuple[PackageValue, ...]

class PackageShown(Described, _PackageShown): ...

class _Nearest(NamedTuple):
    open_parties: int
    outcomes_as_near: int
    package: PackageShown
    ask: tuple[str, ...]

class Nearest(Described, _Nearest): ...

class _Zone(NamedTuple):
    zone_answer: Literal["sure", "possible", "excluded"]
    agreement_possible: bool
    sentence: str
    sure_outcomes: Optional[decimal.Decimal]
    possible_outcomes: Optional[decimal.Decimal]
    silent_parties: tuple[str, ...]
    first_sure: Optional[PackageShown]
    nearest: Optional[Nearest]
    method: str
    fails_on: Literal["possible", "excluded"]
    is_no: bool

class Zone(Described, _Zone): ...

class _ExactNumber(NamedTuple):
    exact: decimal.Decimal
    decimal: str

class ExactNumber(Described, _ExactNumber): ...

class _Gain(NamedTuple):
    party: str
    utility: ExactNumber
    gain: ExactNumber
    relative_gain: ExactNumber

class Gain(Described, _Gain): ...

class _SolutionRow(NamedTuple):
    fair_rule: Literal["nash", "ks", "egal", "welfare"]
    is_chosen: bool
    words: str
    utilities: str
    rule_value: decimal.Decimal
    rank: decimal.Decimal
    gains: tuple[Gain, ...]
    package_values: tuple[PackageValue, ...]

class SolutionRow(Described, _SolutionRow): ...

class _FrontierRow(NamedTuple):
    words: str
    utilities: str
    outcomes_at: decimal.Decimal
    rank: decimal.Decimal
    gains: tuple[Gain, ...]
    package_values: tuple[PackageValue, ...]

class FrontierRow(Described, _FrontierRow): ...

class _TalksParty(NamedTuple):
    party: str
    has_reservation: bool
    disagreement: ExactNumber
    ideal: Optional[ExactNumber]

class TalksParty(Described, _TalksParty): ...

class _Solve(NamedTuple):
    solutions: tuple[SolutionRow, ...]
    frontier: tuple[FrontierRow, ...]
    talks_parties: tuple[TalksParty, ...]
    method: str
    reason: str
    domain_outcomes: decimal.Decimal
    zone_outcomes: Optional[decimal.Decimal]
    zone_reason: Optional[str]
    has_no_zone: bool
    notes: tuple[str, ...]

class Solve(Described, _Solve): ...

class _LimitSet(NamedTuple):
    number: int
    parties_concerned: str
    limit_names: str

class LimitSet(Described, _LimitSet): ...

class _LimitRow(NamedTuple):
    limit_name: str
    party: str
    text: Optional[str]
    opens_alone: bool
    outcomes_without: int

class LimitRow(Described, _LimitRow): ...

class _Why(NamedTuple):
    conflicts: tuple[LimitSet, ...]
    relaxations: tuple[LimitSet, ...]
    limits: tuple[LimitRow, ...]
    conflicts_complete: bool
    relaxations_complete: bool
    outcomes_left: int
    certificate_file: Optional[str]
    is_zone_empty: bool

class Why(Described, _Why): ...

class _Verify(NamedTuple):
    limit_names: str
    parties_concerned: str
    domain_sha256: str
    steps_walked: int

class Verify(Described, _Verify): ...

class _Draft(NamedTuple):
    terms_text: str

class Draft(Described, _Draft): ...

class _IssueColumns(NamedTuple):
    issue: str
    title: str
    not_excluded: tuple[str, ...]
    not_opposed: tuple[str, ...]
    named_by_all: tuple[str, ...]
    silent: tuple[str, ...]

class IssueColumns(Described, _IssueColumns): ...

class _WithoutStatement(NamedTuple):
    party: str
    party_title: str
    issues_without: tuple[str, ...]

class WithoutStatement(Described, _WithoutStatement): ...

class _LineStated(NamedTuple):
    party: str
    party_title: str
    puts_out: tuple[str, ...]
    statement: SideStatement

class LineStated(Described, _LineStated): ...

class _NoneLeft(NamedTuple):
    issue: str
    title: str
    red_lines: tuple[LineStated, ...]

class NoneLeft(Described, _NoneLeft): ...

class _ZoneOn(NamedTuple):
    on: datetime.date
    public_only: bool
    zone_answer: Literal["possible", "excluded"]
    agreement_possible: bool
    sentence: str
    illustration: str
    packages_not_excluded: decimal.Decimal
    packages_not_opposed: decimal.Decimal
    packages_named_by_all: decimal.Decimal
    issues_left: tuple[IssueColumns, ...]
    without_statement: tuple[WithoutStatement, ...]
    none_left: tuple[NoneLeft, ...]
    notes: tuple[str, ...]
    fails_on: Literal["possible", "excluded"]
    is_no: bool

class ZoneOn(Described, _ZoneOn): ...

class _MarkChanged(NamedTuple):
    issue: str
    option: str
    party: str
    mark_before: Literal["open", "named", "against", "out"]
    mark_after: Literal["open", "named", "against", "out"]
    because: tuple[str, ...]

class MarkChanged(Described, _MarkChanged): ...

class _TalksDay(NamedTuple):
    from_day: Optional[datetime.date]
    zone_answer: Literal["possible", "excluded"]
    packages_not_excluded: decimal.Decimal
    packages_not_opposed: decimal.Decimal
    packages_named_by_all: decimal.Decimal
    issues_none_left: tuple[str, ...]
    statements_new: tuple[str, ...]
    marks_changed: tuple[MarkChanged, ...]

class TalksDay(Described, _TalksDay): ...

class _TalksDays(NamedTuple):
    public_only: bool
    talk_days: tuple[TalksDay, ...]

class TalksDays(Described, _TalksDays): ...

class _SheetSource(NamedTuple):
    party_title: str
    id: str
    day: datetime.date
    source: Optional[str]

class SheetSource(Described, _SheetSource): ...

class _SheetIssue(NamedTuple):
    issue: str
    title: str
    not_excluded_words: tuple[str, ...]
    named_by_all_words: tuple[str, ...]
    silent_titles: tuple[str, ...]
    sources: tuple[SheetSource, ...]

class SheetIssue(Described, _SheetIssue): ...

class _SheetSide(NamedTuple):
    party: str
    party_title: str
    stated: str

class SheetSide(Described, _SheetSide): ...

class _SheetOn(NamedTuple):
    on: datetime.date
    public_only: bool
    last_round: Optional[TalkRound]
    zone_answer: Literal["possible", "excluded"]
    sentence: str
    illustration: str
    sheet_issues: tuple[SheetIssue, ...]
    sheet_sides: tuple[SheetSide, ...]
    digest: str
    notes: tuple[str, ...]

class SheetOn(Described, _SheetOn): ...

class _Learned(NamedTuple):
    party: str
    questions_heard: int
    bits_at_most: str

class Learned(Described, _Learned): ...

class _Round(NamedTuple):
    learned: tuple[Learned, ...]
    procedure_name: str
    round_end: str
    questions_asked: int
    moves_made: int
    package: Optional[PackageShown]
    transcript_digest: str
    transcript_file: Optional[str]
    notes: tuple[str, ...]

class Round(Described, _Round): ...

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
    def mbr_report(
        self,
        mba: Optional[str] = ...,
        on: Optional[DayLike] = ...,
        *,
        dated: Optional[DayLike] = ...,
        number: Optional[int] = ...,
        encoder: Optional[str] = ...,
        rounded: Optional[bool] = ...,
        known: Optional[DayLike] = ...,
    ) -> MbrReport: ...
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
    def explain_entry(
        self,
        name: Optional[str] = ...,
        known: Optional[DayLike] = ...,
    ) -> ExplainEntry: ...
    def explain_figure(
        self,
        name: Optional[str] = ...,
        known: Optional[DayLike] = ...,
    ) -> ExplainFigure: ...
    def import_reports(
        self,
        files: Optional[Sequence[str]] = ...,
        dry_run: Optional[bool] = ...,
        *,
        accept_findings: Optional[bool] = ...,
        known: Optional[DayLike] = ...,
    ) -> Imports: ...
    def export(
        self,
        mba: Optional[str] = ...,
        known: Optional[DayLike] = ...,
    ) -> Export: ...
    def convert(
        self,
        profile: Optional[str] = ...,
        mba: Optional[str] = ...,
        *,
        accept_findings: Optional[bool] = ...,
        known: Optional[DayLike] = ...,
    ) -> Convert: ...

class WorkspaceQuestions:
    def positions(
        self,
        on: Optional[DayLike] = ...,
        public_only: Optional[bool] = ...,
    ) -> Positions: ...
    def zone_on(
        self,
        on: Optional[DayLike] = ...,
        public_only: Optional[bool] = ...,
        *,
        fail_on_answer: Optional[Literal["possible", "excluded"]] = ...,
    ) -> ZoneOn: ...
    def talks_days(
        self,
        public_only: Optional[bool] = ...,
    ) -> TalksDays: ...
    def sheet_on(
        self,
        on: Optional[DayLike] = ...,
        public_only: Optional[bool] = ...,
    ) -> SheetOn: ...

class TermsQuestions:
    def check(
        self,
        against: Optional[str] = ...,
    ) -> TermsCheck: ...
    def diff(
        self,
        known: Optional[Sequence[DayLike]] = ...,
        data: Optional[str] = ...,
        *,
        on: Optional[DayLike] = ...,
    ) -> Diff: ...
    def depends(
        self,
        item: Optional[str] = ...,
    ) -> Depends: ...

class TalksQuestions:
    def check(
        self,
        counted_at_most: Optional[int] = ...,
    ) -> TalksCheck: ...
    def zone(
        self,
        fail_on_answer: Optional[Literal["possible", "excluded"]] = ...,
    ) -> Zone: ...
    def solve(
        self,
        fair_by: Optional[Literal["nash", "ks", "egal", "welfare", "all"]] = ...,
        by_method: Optional[Literal["chosen", "merge", "groups", "enumerate"]] = ...,
    ) -> Solve: ...
    def why(
        self,
        certificate: Optional[str] = ...,
        salt: Optional[Sequence[str]] = ...,
    ) -> Why: ...
    def round(
        self,
        procedure_asked: Optional[Literal["single-text", "one-shot", "veto"]] = ...,
        start_package: Optional[Sequence[str]] = ...,
        *,
        radius: Optional[int] = ...,
        questions_at_most: Optional[int] = ...,
        transcript: Optional[str] = ...,
    ) -> Round: ...

class AssessmentQuestions:
    def status(
        self,
        term: Optional[str] = ...,
        party: Optional[str] = ...,
        *,
        together: Optional[bool] = ...,
    ) -> Status: ...
    def summary(
        self,
        fail_on: Optional[Literal["not-met", "not-shown", "never"]] = ...,
    ) -> Assess: ...
    def timeline(
        self,
        from_day: Optional[DayLike] = ...,
        party: Optional[str] = ...,
        *,
        term: Optional[str] = ...,
    ) -> Timeline: ...
    def account(
        self,
        left: Optional[str] = ...,
        right: Optional[str] = ...,
    ) -> Account: ...
    def compare_claims(
        self,
    ) -> CompareClaims: ...
    def compare_items(
        self,
    ) -> CompareItems: ...
    def show(
        self,
        item: Optional[str] = ...,
    ) -> Show: ...
    def clock(
        self,
        procedures: Optional[Sequence[str]] = ...,
        opened: Optional[DayLike] = ...,
        *,
        stage_end: Optional[Sequence[str]] = ...,
    ) -> Clock: ...
    def explain(
        self,
        id: Optional[str] = ...,
    ) -> FindingExplanation: ...

def explain_rule(
    rule: Optional[str] = ...,
) -> ExplainRule: ...

def verify_certificate(
    certificate: Optional[str] = ...,
    domain: Optional[str] = ...,
    *,
    openings: Optional[str] = ...,
) -> Verify: ...

def draft_terms(
    domain: Optional[str] = ...,
    package_words: Optional[Sequence[str]] = ...,
    *,
    parties: Optional[Sequence[str]] = ...,
    title: Optional[str] = ...,
) -> Draft: ...

def replay_round(
    transcript: Optional[str] = ...,
    domain: Optional[str] = ...,
    *,
    expected_digest: Optional[str] = ...,
) -> Round: ...

def material_balance(
    folder: Optional[str] = ...,
    items: Optional[str] = ...,
    *,
    methods: Optional[str] = ...,
    study: Optional[str] = ...,
    mass: Optional[Literal["declared", "gross", "net"]] = ...,
    criteria: Optional[str] = ...,
    targets: Optional[str] = ...,
    limit_factor: Optional[float] = ...,
    false_alarm: Optional[float] = ...,
    page_k: Optional[float] = ...,
    page_headstart: Optional[float] = ...,
    two_sided: Optional[bool] = ...,
    detection: Optional[float] = ...,
    goal_kg: Optional[float] = ...,
    demonstration: Optional[bool] = ...,
) -> MaterialBalance: ...
