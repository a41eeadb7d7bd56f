from typing import NamedTuple

import numpy
from numpy.typing import ArrayLike, NDArray

ARL_MAX: float

class PageRuns(NamedTuple):
    statistic: NDArray[numpy.float64]
    alarm: NDArray[numpy.int64]

def sitmuf_batch(muf: ArrayLike, covariance: ArrayLike) -> NDArray[numpy.float64]: ...
def page_batch(y: ArrayLike, h: float, k: float = ..., headstart: float = ...) -> PageRuns: ...
def page_threshold_arl(arl: float, k: float = ..., mean: float = ..., headstart: float = ...) -> float: ...
