import os
from typing import Any, Mapping, NamedTuple, Union

import numpy
import pandas
from numpy.typing import NDArray

Study = Union[str, os.PathLike[str], Mapping[str, Any]]
NUMBERS_MAX: int
TOTAL_COLUMNS: tuple[str, ...]

class Observations(NamedTuple):
    time: NDArray[numpy.float64]
    value: NDArray[numpy.float64]

def observations(study: Study, count: int = ..., seed: int = ..., first: int = ...) -> dict[str, Observations]: ...
def location_totals(study: Study) -> pandas.DataFrame: ...
def with_loss(study: Study, location: str, kg: float, start: float, end: float) -> dict[str, Any]: ...
