import os
from typing import Any, Mapping, NamedTuple, Optional, Union
from typing import Sequence as SequenceOf

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
def against_targets(methods: Rows, targets: Rows, demonstration: bool = ...) -> list[dict[str, Any]]: ...
