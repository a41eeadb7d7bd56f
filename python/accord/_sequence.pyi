from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, Optional

import numpy
from numpy.typing import ArrayLike, NDArray

if TYPE_CHECKING:
    import pandas

Status = Literal["regular", "predictable", "discrepancy"]
COLUMNS: tuple[str, ...]

class Period(NamedTuple):
    muf: float
    sigma_muf: float
    cumuf: float
    sigma_cumuf: float
    itmuf: float
    sigma_itmuf: float
    sitmuf: float
    gemuf: float
    degrees: int
    status: Status

@dataclass(frozen=True, eq=False)
class SequenceResult:
    muf: NDArray[numpy.float64]
    sigma_muf: NDArray[numpy.float64]
    cumuf: NDArray[numpy.float64]
    sigma_cumuf: NDArray[numpy.float64]
    itmuf: NDArray[numpy.float64]
    sigma_itmuf: NDArray[numpy.float64]
    sitmuf: NDArray[numpy.float64]
    gemuf: NDArray[numpy.float64]
    degrees: NDArray[numpy.int64]
    status: tuple[Status, ...]
    def __len__(self) -> int: ...
    def to_frame(self) -> pandas.DataFrame: ...
    def _repr_html_(self) -> str: ...

class Sequence:
    def __init__(self) -> None: ...
    def __len__(self) -> int: ...
    def append(self, muf: float, covariances: ArrayLike) -> Period: ...
    @property
    def result(self) -> SequenceResult: ...

def sequence(muf: ArrayLike, covariance: ArrayLike) -> SequenceResult: ...
def gemuf_v5b3(muf: ArrayLike, covariance: ArrayLike) -> Optional[float]: ...
