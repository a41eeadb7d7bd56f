import os
from typing import TYPE_CHECKING, Any, Callable, Literal, Mapping, NamedTuple, Optional, Union

import numpy
from numpy.typing import NDArray

from accord._accord import Problem
from accord._drawing import Drawing

if TYPE_CHECKING:
    import matplotlib.figure
    import pandas

COLUMNS: tuple[str, ...]
SAMPLES_MAX: int
THREADS_MAX: int
NORMAL_95: float

class Loss(NamedTuple):
    name: str
    total_kg: float
    per_period_kg: NDArray[numpy.float64]

class Test(NamedTuple):
    name: str
    limit: Optional[float]
    limit_origin: Literal["exact", "simulated", "given"]
    limit_low: Optional[float]
    limit_high: Optional[float]
    parts: tuple[str, ...]

class Probability(NamedTuple):
    value: float
    standard_error: float
    exact: Optional[float]
    sequences: int
    @property
    def interval(self) -> tuple[float, float]: ...

class SitmufMoments(NamedTuple):
    mean: NDArray[numpy.float64]
    covariance: NDArray[numpy.float64]

def simulate(
    scenario: Union[str, os.PathLike[str], Mapping[str, Any]],
    reps: Optional[int] = ...,
    seed: Optional[int] = ...,
    threads: Optional[int] = ...,
    progress: Optional[Callable[[int, int], object]] = ...,
) -> Simulation: ...

class Simulation:
    @property
    def name(self) -> str: ...
    @property
    def seed(self) -> int: ...
    @property
    def sequences(self) -> int: ...
    @property
    def periods(self) -> int: ...
    @property
    def sigma_muf_kg(self) -> NDArray[numpy.float64]: ...
    @property
    def sigma_cumuf_kg(self) -> float: ...
    @property
    def common_share(self) -> Optional[float]: ...
    @property
    def losses(self) -> tuple[Loss, ...]: ...
    @property
    def tests(self) -> tuple[Test, ...]: ...
    @property
    def problems(self) -> list[Problem]: ...
    @property
    def sitmuf_moments(self) -> Optional[SitmufMoments]: ...
    def detection_probability(
        self, test: Union[str, int, None] = ..., loss: Union[str, int, None] = ..., period: Optional[int] = ...
    ) -> Probability: ...
    def by_period(self, test: Union[str, int, None] = ..., loss: Union[str, int, None] = ...) -> NDArray[numpy.float64]: ...
    def samples(self, loss: Union[str, int] = ..., count: int = ..., first: int = ...) -> NDArray[numpy.float64]: ...
    def to_frame(self) -> pandas.DataFrame: ...
    @property
    def drawings(self) -> tuple[str, ...]: ...
    def plot(self, name: Optional[str] = ...) -> Drawing: ...
    def figure(self, name: Optional[str] = ...) -> matplotlib.figure.Figure: ...
    def html(self) -> str: ...
    def _repr_html_(self) -> str: ...
