from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, Optional

import numpy
from numpy.typing import NDArray

from accord._balance import Balance
from accord._best_test import LossEstimate
from accord._drawing import Drawing
from accord._sequence import SequenceResult

if TYPE_CHECKING:
    import matplotlib.figure
    import pandas

FigureName = Literal["muf", "sitmuf", "page", "contributions"]
FIGURES: tuple[FigureName, ...]
ANSWER_COLUMNS: tuple[str, ...]
DECISION_COLUMNS: tuple[str, ...]
CRITERION_COLUMNS: tuple[str, ...]

class Answer(NamedTuple):
    name: str
    statistic: float
    limit: float
    alarm: Optional[int]
    period: int

class Unexplained(NamedTuple):
    period: int
    kg: float

class Decision(NamedTuple):
    limit_kg: float
    alarm: bool
    found_kg: float
    goal_probability: Optional[float]
    does_not_add_up: bool

class CriterionAnswer(NamedTuple):
    period: int
    name: str
    statistic: Literal["MUF", "|MUF|", "SEID", "CUMUF", "|CUMUF|"]
    value_kg: float
    limit_kg: float
    exceeded: bool
    action: str
    source: str
    confirmed: bool
    note: str

class Definition(NamedTuple):
    name: str
    text: str
    source: str
    confirmed: bool

@dataclass(frozen=True, eq=False)
class BalanceTests:
    balance: Balance
    false_alarm: float
    page_k: float
    page_headstart: float
    two_sided: bool
    detection: float
    goal_kg: Optional[float]
    sequence: SequenceResult
    page: NDArray[numpy.float64]
    page_gains: NDArray[numpy.float64]
    answers: tuple[Answer, ...]
    unexplained: tuple[Unexplained, ...]
    constant_loss: Optional[LossEstimate]
    common_share: Optional[float]
    decisions: tuple[Decision, ...]
    together: Decision
    criteria: tuple[CriterionAnswer, ...]
    definitions: tuple[Definition, ...]
    _inner: object
    _criteria: tuple[str, Optional[bytes]]
    @property
    def alarmed(self) -> bool: ...
    @property
    def adds_up(self) -> bool: ...
    @property
    def exceeded(self) -> bool: ...
    def to_frame(self) -> pandas.DataFrame: ...
    def answers_frame(self) -> pandas.DataFrame: ...
    def decisions_frame(self) -> pandas.DataFrame: ...
    def criteria_frame(self) -> pandas.DataFrame: ...
    def html(self) -> str: ...
    def plot(self, name: FigureName = ..., period: Optional[int] = ...) -> Drawing: ...
    def figure(self, name: FigureName = ..., period: Optional[int] = ...) -> matplotlib.figure.Figure: ...
    def _repr_html_(self) -> str: ...
