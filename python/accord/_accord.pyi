"""Types of the compiled part. Days are dates, exact numbers Decimal (or Fraction when they do not end)."""

import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Callable, Literal, Optional, Union
from typing import Sequence as SequenceOf

import numpy
from numpy.typing import NDArray

Number = Union[Decimal, Fraction]
Array = NDArray[numpy.float64]
DayLike = Union[datetime.date, str]
Outcome = Literal["met", "not met", "not shown", "out of the count"]
State = Literal[
    "exceeded", "overdue", "not_performed", "performed_late", "partly_performed", "undetermined",
    "not_verifiable_no_access", "exceeded_within_uncertainty", "no_value", "no_new_value",
    "met_within_uncertainty", "met_attested", "met", "performed", "not_due", "not_in_force", "waived",
    "sunset", "terminated",
]
Grade = Literal["verified", "attested", "estimated", "declared", "reported", "unverified"]
Trace = Literal["found", "derived", "recalled"]

__version__: str

class AccordError(Exception):
    code: str
    message: str
    where: str
    remedy: str
    problems: list[Problem]

class Problem:
    severity: Literal["error", "warning"]
    code: str
    message: str
    help: str
    file: str
    line: int
    column: int

class Origin:
    id: str
    file: str
    row: int
    sha256: str
    source: str
    text: str
    note: str
    supposed: bool
    by: str
    replaces: str

class Evidence:
    origin_index: int
    valid: datetime.date
    known: datetime.date
    grade: Grade
    trace: Trace
    says: str

class Call:
    name: str
    day: datetime.date
    deadline: datetime.date
    stage_ends: list[datetime.date]
    answered: Optional[datetime.date]
    late_days: Optional[int]
    state: State
    evidence: list[Evidence]

class CallCounts:
    total: int
    in_time: int
    late: int
    in_part: int
    open: int
    missed: int
    longest_late_days: Optional[int]

class Unread:
    file: str
    line: int
    column: int
    label: str
    found: str

class Comparison:
    value: Optional[Number]
    value_shown: str
    limit: Optional[Number]
    limit_shown: str
    unit: str
    ratio: Optional[Number]
    margin: Optional[Number]
    uncertainty: Optional[Number]
    minimum: bool
    at_least: Optional[Number]
    at_most: Optional[Number]

class LastPeriod:
    name: str
    first: datetime.date
    last: datetime.date
    state: State
    comparison: Optional[Comparison]

class RuleFinding:
    rule: str
    state: State
    reason: str
    comparison: Optional[Comparison]
    period: Optional[tuple[datetime.date, datetime.date]]
    last_period: Optional[LastPeriod]
    call_counts: Optional[CallCounts]
    deciding_call: Optional[int]
    calls: list[Call]
    evidence: list[Evidence]
    other_figures: list[Evidence]
    incomplete: list[int]

class LastKnown:
    state: State
    valid: datetime.date
    age_days: int
    comparison: Optional[Comparison]
    evidence: list[Evidence]

class UnderAnswer:
    question: str
    answer: str
    text: str
    by: list[str]
    state: State

class Together:
    state: State
    outcome: Outcome
    says: str

class NotAttributed:
    says: str
    records: list[Evidence]

class Declaration:
    kind: Literal["ceases", "suspends", "resumes", "refuses"]
    party: str
    day: datetime.date
    title: str
    origin_index: int
    first_day: Optional[datetime.date]

class Excess:
    value: Number
    unit: str

class Reading:
    text: str
    by: list[str]

class Finding:
    id: str
    term: str
    title: str
    ref: str
    party: list[str]
    owed: list[str]
    verifier: list[str]
    valid_day: datetime.date
    known_day: datetime.date
    state: State
    outcome: Outcome
    reason: str
    since: Optional[datetime.date]
    in_force_from: Optional[datetime.date]
    in_force_until: Optional[datetime.date]
    end_not_before: Optional[datetime.date]
    end_waits_for: list[str]
    rules: list[RuleFinding]
    comparison: Optional[Comparison]
    excess: Optional[Excess]
    last_known: Optional[LastKnown]
    age_days: Optional[int]
    grade: Optional[Grade]
    trace: Optional[Trace]
    declarations: list[Declaration]
    readings: list[Reading]
    provisions: list[str]
    answers: list[UnderAnswer]
    not_attributed: Optional[NotAttributed]
    if_attributed: Optional[State]
    if_not: Optional[State]
    together: Optional[Together]
    supposed: bool
    def to_dict(self) -> dict[str, object]: ...
    def _repr_html_(self) -> str: ...

def compared_in(value: str, limit: str = ...) -> tuple[str, str, str, str]: ...

class TimelineEntry:
    kind: Literal["event", "declaration", "state"]
    day: datetime.date
    known: Optional[datetime.date]
    parties: list[str]
    term: str
    terms: list[str]
    state: Optional[State]
    before: Optional[State]
    value: str
    limit: str
    grade: Optional[Grade]
    title: str
    note: str
    source: str
    supposed: bool

class Episode:
    term: str
    party: str
    rule: str
    kind: str
    first_observed: datetime.date
    first_known: datetime.date
    last_satisfied: Optional[datetime.date]
    first_within: Optional[datetime.date]
    duration_days: Optional[int]
    first_value: str
    extreme: str
    extreme_day: datetime.date
    limit: str
    announced: Optional[datetime.date]
    announcement: str

class SeriesReport:
    id: str
    report_date: datetime.date
    as_of: datetime.date
    kind: str
    basis: str
    statement: str

class Workspace:
    name: str
    reports: list[SeriesReport]
    problems: list[Problem]
    root: str
    terms: Terms
    terms_text: str
    accounts: Optional[Accounts]
    def ask(self, question: str, given: dict[str, object], classes: dict[str, type]) -> Any: ...

class UnfedRow:
    origin_index: int
    word: str
    only_a_figure: bool
    did_you_mean: Optional[str]

class Remarks:
    unfed_rows: list[UnfedRow]
    background_rows: int

class Assessment:
    remarks: Remarks
    remark_sentences: list[str]
    on: datetime.date
    known: datetime.date
    findings: list[Finding]
    counts: dict[Outcome, int]
    recalled_only: list[str]
    record_end: Optional[datetime.date]
    nothing_later: bool
    def summary_json(self) -> str: ...
    origins: list[Origin]
    unread: list[Unread]
    def origin(self, index: int) -> Origin: ...
    def explain(self, id: str) -> str: ...
    def find(self, id: str) -> Finding: ...
    def episodes(self, id: str) -> list[Episode]: ...
    def timeline(
        self, from_day: Optional[DayLike] = ..., to_day: Optional[DayLike] = ..., party: str = ..., term: str = ...
    ) -> list[TimelineEntry]: ...

def open_workspace(path: str) -> Workspace: ...
def assess(
    workspace: Workspace,
    on: Optional[DayLike],
    known: Optional[DayLike],
    min_grade: str,
    found_only: bool,
    assume: SequenceOf[tuple[str, str]],
    suppose: SequenceOf[str],
) -> Assessment: ...
class Terms:
    def __init__(self, texts: list[tuple[str, str]]) -> None: ...
    def ask(self, question: str, given: dict[str, object], classes: dict[str, type]) -> Any: ...
    def format(self) -> str: ...

def read_terms(files: list[str]) -> Terms: ...

class AccountReport:
    file: str
    country: str
    facility: str
    mba: str
    number: int
    kind: Literal["ICR", "PIL", "MBR", "text", "unknown"]
    date: Optional[datetime.date]
    begin: Optional[datetime.date]
    end: Optional[datetime.date]
    entries: int

class Accounts:
    profile: str
    reports: list[AccountReport]
    not_read: list[str]
    def check_html(self, mba: str = ..., known: Optional[DayLike] = ...) -> str: ...
    def state_skeleton(self) -> str: ...
    def ask(self, question: str, given: dict[str, object], classes: dict[str, type]) -> Any: ...

def read_accounts(path: str) -> Accounts: ...
def described_questions() -> dict[str, Any]: ...
def ask(question: str, given: dict[str, object], classes: dict[str, type]) -> Any: ...
def defused(cell: str) -> str: ...

NamedBytes = tuple[str, bytes]

class MeasuredBalance:
    problems: list[Problem]
    limit_factor: float
    def periods(self) -> list[dict[str, object]]: ...
    def shares(self, by: str) -> list[dict[str, object]]: ...
    def covariance(self) -> Array: ...
    def muf(self) -> Array: ...
    def sigma_muf(self) -> Array: ...
    def part(self, first: int, count: int) -> MeasuredBalance: ...
    def validity(self) -> list[tuple[int, str, float, float]]: ...
    def largest_relative(self) -> Optional[tuple[float, str]]: ...
    def may_be_negative(self) -> int: ...

def balance_of_columns(
    columns: dict[str, Any], methods: Union[list[Any], NamedBytes], limit_factor: float
) -> MeasuredBalance: ...
def balance_of_tables(
    items: NamedBytes, methods: NamedBytes, limit_factor: float, mass: str
) -> MeasuredBalance: ...
class ReadStudy:
    problems: list[Problem]
    edges: Array
    totals_measured: bool
    def locations(self) -> list[dict[str, Any]]: ...
    def totals(self) -> tuple[Array, Array]: ...
    def observations(self, seed: int, first: int, count: int) -> list[tuple[str, Array, Array]]: ...

def read_study(
    study: NamedBytes, texts: dict[str, bytes], series: list[tuple[str, Array, Array]]
) -> ReadStudy: ...
def balance_of_study(
    study: NamedBytes, texts: dict[str, bytes], series: list[tuple[str, Array, Array]], limit_factor: float
) -> MeasuredBalance: ...

DecisionRow = tuple[float, bool, float, Optional[float], bool]

class TestedBalance:
    def sequence(self) -> list[Row]: ...
    def answers(self) -> list[tuple[str, float, float, Optional[int], int]]: ...
    def unexplained(self) -> list[tuple[int, float]]: ...
    def decisions(self) -> list[DecisionRow]: ...
    def together(self) -> DecisionRow: ...
    def criteria(self) -> list[tuple[int, str, str, float, float, bool, str, str, bool, str]]: ...
    def definitions(self) -> list[tuple[str, str, str, bool]]: ...
    def page(self) -> Array: ...
    def page_gains(self) -> Array: ...
    def constant_loss(self) -> Optional[tuple[float, float]]: ...
    def common_share(self) -> Optional[float]: ...
    def html(self) -> str: ...
    def figure(self, name: str, period: int) -> tuple[str, str, str]: ...

balance_figures: tuple[str, ...]

def balance_tests(
    made: MeasuredBalance,
    false_alarm: float,
    page_k: float,
    headstart: float,
    two_sided: bool,
    detection: float,
    goal_kg: Optional[float],
    criteria_name: str,
    criteria_text: Optional[bytes],
) -> TestedBalance: ...
def budget(
    rows: list[tuple[str, float, float, float]],
) -> tuple[float, float, list[tuple[str, float, float]]]: ...
def product_sigma(sigmas: Array) -> tuple[float, float, float, bool]: ...
def replicated_sigma(
    weighing: float, sampling: float, analysis: float, weighings: int, samples: int, analyses: int
) -> float: ...
def rounding_sigma(unit: float) -> float: ...
def quotient_bias(relative_sigma: float) -> float: ...
def target_rows(
    methods: bytes, methods_file: str, targets: bytes, targets_file: str, demonstration: bool
) -> list[dict[str, Any]]: ...
def target_values(
    targets: bytes, file: str, demonstration: bool
) -> list[tuple[str, str, str, str, Optional[float], Optional[float], str, str, str, str]]: ...
def pair_detection(
    sigma_muf: float, sigma_difference: float, alpha_muf: float, alpha_difference: float, missing: float, falsified: float
) -> tuple[float, float, float, float]: ...
def miss_probability(
    items: int, selected: int, item_kg: float, recognition: float, sigma_kg: float, alpha: float, goal_kg: float,
    hidden: int,
) -> float: ...
def worst_hiding(
    items: int, selected: int, item_kg: float, recognition: float, sigma_kg: float, alpha: float, goal_kg: float
) -> tuple[int, float, float]: ...
def normal_auc(loss: float, sigma: float) -> float: ...
def auc(without: Array, with_loss: Array) -> tuple[float, float]: ...
def alarm_limit(sigma: float, alpha: float) -> float: ...
def detection_probability(loss: float, sigma: float, alpha: float) -> float: ...
def detectable_loss(sigma: float, alpha: float, beta: float) -> float: ...
def shipper_receiver(
    shipped: float, received: float, u_shipper: float, u_receiver: float, covariance: float
) -> dict[str, Optional[float]]: ...

# What follows takes arguments that the package has checked.
Row = tuple[float, float, float, float, float, float, float, float, int, str]

class Sequence:
    def append(self, muf: float, covariances: Array) -> Row: ...
    def periods(self) -> list[Row]: ...
    def __len__(self) -> int: ...

def sequence(muf: Array, covariance: Array) -> list[Row]: ...
def gemuf_v5b3(muf: Array, covariance: Array) -> Optional[float]: ...
def page_run(
    y: Array, k: float, h: float, headstart: float, first_without_k: bool
) -> tuple[Array, Optional[int]]: ...
def page_arl(k: float, h: float, headstart: float, mean: float) -> float: ...
def page_arl_two_sided(k: float, h: float, headstart: float, mean: float) -> float: ...
def page_alarm_probabilities(means: Array, k: float, h: float, headstart: float) -> Array: ...
def page_detection_probability(means: Array, k: float, h: float, headstart: float) -> float: ...
def page_threshold(periods: int, alpha: float, k: float, headstart: float) -> float: ...
def page_run_length_quantile(
    k: float, h: float, headstart: float, mean: float, p: float, periods_max: int
) -> int: ...
def sitmuf_means(covariance: Array, loss: Array) -> Array: ...
def known_loss_test(muf: Array, covariance: Array, loss: Array, alpha: float) -> tuple[float, float, float]: ...
def known_loss_bound(covariance: Array, loss: Array, alpha: float) -> float: ...
def gemuf_detection_probability(covariance: Array, loss: Array, alpha: float) -> float: ...
def cumuf_detection_probability(covariance: Array, loss: Array, alpha: float) -> float: ...
def worst_pattern(covariance: Array, total: float, alpha: float) -> tuple[Array, float, bool]: ...
def constant_loss(muf: Array, covariance: Array) -> tuple[float, float]: ...
def single_losses(muf: Array, covariance: Array) -> tuple[Array, Array]: ...
def anytime_boundary(n: int, alpha: float, m: float) -> float: ...
def repeated_cumuf_false_alarm(covariance: Array, limit: float) -> tuple[float, float]: ...
def repeated_cumuf_limit(covariance: Array, alpha: float) -> tuple[float, float]: ...
def normal(seed: int, stream: int, first: int, count: int) -> Array: ...

def scenario_tables(text: Union[str, bytes], file: str) -> tuple[str, str, str]: ...
def study_files(file: str, text: Union[str, bytes]) -> list[str]: ...

scenario_sequences_max: int
scenario_seed_max: int

class Simulated:
    name: str
    seed: int
    sequences: int
    periods: int
    sigma_cumuf_kg: float
    def sigma_muf_kg(self) -> Array: ...
    def losses(self) -> list[tuple[str, float, Array]]: ...
    def tests(
        self,
    ) -> list[tuple[str, Optional[float], str, Optional[float], Optional[float], tuple[str, ...]]]: ...
    def alarms(self) -> numpy.ndarray: ...
    def probability(self, loss: int, test: int, period: int) -> tuple[float, float, Optional[float]]: ...
    problems: list[Problem]
    def sitmuf_moments(self) -> Optional[tuple[Array, Array]]: ...
    def samples(self, loss: int, first: int, count: int, threads: int) -> Array: ...
    def figures(self) -> list[tuple[str, bool, list[int]]]: ...
    def figure(self, index: int) -> tuple[str, str, str]: ...
    def html(self) -> str: ...

def simulate(
    text: Union[str, bytes],
    file: str,
    items: tuple[str, bytes],
    methods: tuple[str, bytes],
    study: tuple[str, bytes],
    series: dict[str, bytes],
    sequences: Optional[int],
    seed: Optional[int],
    threads: int,
    progress: Optional[Callable[[int, int], object]],
) -> Simulated: ...
