"""The statistics of sequences of balances, one formula at a time: numbers, lists and numpy arrays in, the same out.

A matrix is the covariance of the MUFs in kg²; MUF and losses are in kg, positive when material is missing. An argument of
the wrong shape, or not finite, raises ValueError naming it; a value out of range raises AccordError with its code. The
pages under docs/methods say what each test means, and how exact it is.

>>> from accord import statistics
>>> statistics.page_threshold(periods=12, alpha=0.05, k=0.5) > 3.37
True
"""

from accord._batch import PageRuns, page_batch, page_threshold_arl, sitmuf_batch
from accord._best_test import (
    KnownLossTest,
    LossEstimate,
    RepeatedLimit,
    RepeatedProbability,
    WorstPattern,
    anytime_boundary,
    constant_loss,
    cumuf_detection_probability,
    gemuf_detection_probability,
    known_loss_bound,
    known_loss_test,
    normal,
    repeated_cumuf_false_alarm,
    repeated_cumuf_limit,
    single_losses,
    sitmuf_means,
    worst_pattern,
)
from accord._combined import (
    Auc,
    Hiding,
    PairDetection,
    auc,
    miss_probability,
    normal_auc,
    pair_detection,
    worst_hiding,
)
from accord._numbers import NearSingularWarning
from accord._page import (
    PageRun,
    page_alarm_probabilities,
    page_arl,
    page_arl_two_sided,
    page_detection_probability,
    page_run,
    page_run_length_quantile,
    page_threshold,
)
from accord._sequence import Period, Sequence, SequenceResult, gemuf_v5b3, sequence

__all__ = [
    "Auc",
    "Hiding",
    "KnownLossTest",
    "LossEstimate",
    "NearSingularWarning",
    "PageRun",
    "PageRuns",
    "PairDetection",
    "Period",
    "RepeatedLimit",
    "RepeatedProbability",
    "Sequence",
    "SequenceResult",
    "WorstPattern",
    "anytime_boundary",
    "auc",
    "constant_loss",
    "cumuf_detection_probability",
    "gemuf_detection_probability",
    "gemuf_v5b3",
    "known_loss_bound",
    "known_loss_test",
    "miss_probability",
    "normal",
    "normal_auc",
    "page_alarm_probabilities",
    "page_arl",
    "page_arl_two_sided",
    "page_batch",
    "page_detection_probability",
    "page_run",
    "page_run_length_quantile",
    "page_threshold",
    "page_threshold_arl",
    "pair_detection",
    "repeated_cumuf_false_alarm",
    "repeated_cumuf_limit",
    "sequence",
    "single_losses",
    "sitmuf_batch",
    "sitmuf_means",
    "worst_hiding",
    "worst_pattern",
]
