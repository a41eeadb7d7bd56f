import os
from typing import Any, Iterable, Literal, Mapping, Optional, TypedDict, Union

from accord._balance import Balance

Path = Union[str, os.PathLike[str]]
Items = Union[Path, Mapping[str, Any]]  # a pandas.DataFrame as well
Methods = Union[Path, Iterable[Mapping[str, Any]]]  # likewise
Study = Union[Path, Mapping[str, Any]]

class Difference(TypedDict):
    difference_kg: float
    u_kg: float
    ratio: Optional[float]
    best_kg: Optional[float]
    u_best_kg: Optional[float]

def balance(
    items: Optional[Items] = ...,
    methods: Optional[Methods] = ...,
    *,
    study: Optional[Study] = ...,
    mass: Literal["declared", "gross", "net"] = ...,
    limit_factor: float = ...,
) -> Balance: ...
def alarm_limit(sigma_kg: float, alpha: float = ...) -> float: ...
def detection_probability(loss_kg: float, sigma_kg: float, alpha: float = ...) -> float: ...
def detectable_loss(sigma_kg: float, alpha: float = ..., beta: float = ...) -> float: ...
def shipper_receiver(
    shipped_kg: float, received_kg: float, u_shipper_kg: float, u_receiver_kg: float, covariance_kg2: float = ...
) -> Difference: ...
