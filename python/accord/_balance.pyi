import datetime
import os
from typing import TYPE_CHECKING, Literal, Mapping, NamedTuple, Optional, Union

import numpy
from numpy.typing import NDArray

from accord._accord import Problem
from accord._balance_tests import BalanceTests, FigureName
from accord._drawing import Drawing

if TYPE_CHECKING:
    import matplotlib.figure
    import pandas

PERIOD_COLUMNS: tuple[str, ...]
SHARE_COLUMNS: tuple[str, ...]
Path = Union[str, os.PathLike[str]]

class PeriodValidity(NamedTuple):
    period: int
    largest: str
    largest_share: float
    effective: float

class Validity(NamedTuple):
    largest_relative: float
    method: Optional[str]
    may_be_negative: int
    periods: tuple[PeriodValidity, ...]

class Balance:
    @property
    def muf(self) -> NDArray[numpy.float64]: ...
    @property
    def covariance(self) -> NDArray[numpy.float64]: ...
    @property
    def sigma_muf(self) -> NDArray[numpy.float64]: ...
    @property
    def units(self) -> Mapping[str, str]: ...
    @property
    def limit_factor(self) -> float: ...
    @property
    def inventory_days(self) -> Optional[tuple[datetime.date, ...]]: ...
    @property
    def problems(self) -> list[Problem]: ...
    def periods(self) -> list[dict[str, object]]: ...
    def period(self, which: Union[int, datetime.date, str]) -> Balance: ...
    def shares(self, by: Literal["source", "method", "stratum", "nature"] = ...) -> list[dict[str, object]]: ...
    def validity(self) -> Validity: ...
    def tests(
        self,
        false_alarm: float = ...,
        page_k: float = ...,
        *,
        page_headstart: float = ...,
        two_sided: bool = ...,
        detection: float = ...,
        goal_kg: Optional[float] = ...,
        criteria: Optional[Path] = ...,
    ) -> BalanceTests: ...
    def plot(self, name: FigureName = ..., period: Optional[int] = ...) -> Drawing: ...
    def figure(self, name: FigureName = ..., period: Optional[int] = ...) -> matplotlib.figure.Figure: ...
    def to_frame(self) -> pandas.DataFrame: ...
    def shares_frame(self, by: Literal["source", "method", "stratum", "nature"] = ...) -> pandas.DataFrame: ...
    def _repr_html_(self) -> str: ...
