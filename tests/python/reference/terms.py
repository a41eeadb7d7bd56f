"""The values of an agreement and of its facts. Numbers are Decimal, days are datetime.date."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Optional


# --- days ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Duration:
    count: int
    unit: str  # days, weeks, months, years, working days


@dataclass(frozen=True)
class Named:
    name: str


@dataclass(frozen=True)
class EventDay:
    event: str
    own: bool = False


@dataclass(frozen=True)
class Step:
    base: Any
    sign: int
    duration: Duration


@dataclass(frozen=True)
class Choice:
    word: str  # earliest, latest
    of: tuple


@dataclass(frozen=True)
class EndOf:
    unit: str  # month, quarter, year
    base: Any  # a date, a name or an event: not a sum


# --- rules --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Bound:
    operator: str  # <= < >= > == between
    value: Decimal
    unit: str
    upper: Optional[Decimal] = None  # of between
    as_of: Any = None  # a day expression; None: from the beginning


@dataclass(frozen=True)
class Limit:
    measure: str
    steps: tuple
    per: Optional[str] = None  # month, quarter, year
    counted_from: Any = None
    tolerance: Optional[Decimal] = None


@dataclass(frozen=True)
class Prohibit:
    activity: str
    where: str = ""  # at, outside, or everywhere
    sites: tuple = ()


@dataclass(frozen=True)
class Require:
    activity: str
    sites: tuple = ()


@dataclass(frozen=True)
class DutyBy:
    event: str
    by: Any


@dataclass(frozen=True)
class DutyWithin:
    event: str
    stages: tuple
    trigger: Any


@dataclass(frozen=True)
class Each:
    event: str
    own: bool = False
    end_of: Optional[str] = None  # counted from the end of the month, quarter, year of each


@dataclass(frozen=True)
class EachPeriod:
    unit: str  # month, quarter, year


@dataclass(frozen=True)
class EachSpan:
    span: tuple
    counted_from: Any


@dataclass(frozen=True)
class DutyBefore:
    event: str
    span: tuple
    call: str
    own: bool = False


@dataclass(frozen=True)
class DutyEvery:
    event: str
    span: tuple
    grace: tuple = ()


# --- conditions ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Not:
    of: Any


@dataclass(frozen=True)
class All:
    of: tuple


@dataclass(frozen=True)
class Any_:
    of: tuple


@dataclass(frozen=True)
class Happened:
    event: str


@dataclass(frozen=True)
class Performing:
    party: str


@dataclass(frozen=True)
class Is:
    name: str  # a term or a question
    word: str  # met, not_met, not_shown, or an answer


# --- items --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Term:
    name: str
    mode: str  # "", each, jointly
    obliged: tuple  # parties, groups already spelt out
    start: Any
    length: tuple = ()  # for a span
    until: Any = None
    rules: tuple = ()
    conditions: tuple = ()  # ("while" or "unless", condition)
    stale: tuple = ()


@dataclass(frozen=True)
class Measure:
    name: str
    kind: str  # amount, flow, activity
    unit: str = ""
    parts: tuple = ()  # (sign, weight, measure)
    share: bool = False  # parts are numerator and denominator


@dataclass(frozen=True)
class Amendment:
    name: str
    decided: date
    effective: Any
    replace: tuple = ()  # (term, {field: value})
    repeal: tuple = ()
    add: tuple = ()


@dataclass(frozen=True)
class Waiver:
    name: str
    of: tuple
    parties: tuple  # empty: for all
    by: str
    decided: date
    start: Any
    length: tuple = ()
    until: Any = None


@dataclass
class Agreement:
    parties: list = field(default_factory=list)
    bodies: list = field(default_factory=list)
    groups: dict = field(default_factory=dict)
    sites: dict = field(default_factory=dict)  # name: the site it is in, or None
    units: list = field(default_factory=list)  # (name, value, other, value of other)
    measures: dict = field(default_factory=dict)
    events: list = field(default_factory=list)
    days: dict = field(default_factory=dict)
    holidays: list = field(default_factory=list)
    questions: dict = field(default_factory=dict)  # name: (event, answers)
    terms: list = field(default_factory=list)
    amendments: list = field(default_factory=list)
    waivers: list = field(default_factory=list)


@dataclass(frozen=True)
class Fact:
    kind: str  # event, figure, seen, no access, answer, ceases, suspends, resumes, refuses
    name: str
    on: date = date.min
    known: date = date.min
    by: str = ""
    grade: str = "verified"
    relation: str = "="
    value: Decimal = Decimal(0)
    unit: str = ""
    uncertainty: Optional[Decimal] = None
    yes: bool = True
    where: str = ""
    names: tuple = ()  # sites, or terms
    answer: str = ""
    row: str = ""  # id of its row
    answers: str = ""  # event: the id of the row, or the name of the period, that it answers
    partly: bool = False
