import os
from typing import TYPE_CHECKING, Any, Literal, Mapping, NamedTuple, Optional, Union
from typing import Sequence as SequenceOf

if TYPE_CHECKING:
    import pandas

Rows = Union[SequenceOf[Mapping[str, Any]], str, "os.PathLike[str]", Any]

class Share(NamedTuple):
    name: str
    contribution: float
    variance_share: float

class Budget(NamedTuple):
    combined: float
    degrees_of_freedom: float
    shares: tuple[Share, ...]
    def expanded(self, coverage_factor: float = ...) -> float: ...
    def agrees_with(self, printed: float, last_place: float) -> bool: ...
    def to_frame(self) -> pandas.DataFrame: ...
    def _repr_html_(self) -> str: ...

class TargetValue(NamedTuple):
    edition: str
    method: str
    material: str
    quantity: str
    u_r: Optional[float]
    u_s: Optional[float]
    unit: Literal["fraction", "kg"]
    source_page: str
    verified_by: str
    verified_on: str

def budget(
    lines: Union[Mapping[str, float], SequenceOf[float]], sensitivity: Optional[SequenceOf[float]] = ...,
    degrees_of_freedom: Optional[SequenceOf[float]] = ...,
) -> Budget: ...
def product_sigma(relative_sigmas: SequenceOf[float]) -> float: ...
def quotient_bias(relative_sigma: float) -> float: ...
def replicated_sigma(
    weighing: float = ..., sampling: float = ..., analysis: float = ..., *, weighings: int = ..., samples: int = ...,
    analyses_per_sample: int = ...,
) -> float: ...
def rounding_sigma(unit: float) -> float: ...
def target_values(targets: Rows, demonstration: bool = ...) -> tuple[TargetValue, ...]: ...
def against_targets(methods: Rows, targets: Rows, demonstration: bool = ...) -> list[dict[str, Any]]: ...
