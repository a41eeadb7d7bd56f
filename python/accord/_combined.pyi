from typing import NamedTuple

from numpy.typing import ArrayLike

class PairDetection(NamedTuple):
    detection: float
    false_alarm: float
    muf_alone: float
    difference_alone: float

def pair_detection(
    missing_kg: float, falsified_kg: float, sigma_muf_kg: float, sigma_difference_kg: float, alpha_muf: float = ...,
    alpha_difference: float = ...,
) -> PairDetection: ...

class Hiding(NamedTuple):
    hidden: int
    miss: float
    detection: float

def miss_probability(
    goal_kg: float, hidden: int, *, items: int, selected: int, item_kg: float, sigma_kg: float,
    recognition: float = ..., alpha: float = ...,
) -> float: ...
def worst_hiding(
    goal_kg: float, *, items: int, selected: int, item_kg: float, sigma_kg: float, recognition: float = ...,
    alpha: float = ...,
) -> Hiding: ...
def normal_auc(loss_kg: float, sigma_kg: float) -> float: ...

class Auc(NamedTuple):
    value: float
    standard_error: float

def auc(without: ArrayLike, with_loss: ArrayLike) -> Auc: ...
