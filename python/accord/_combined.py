"""Tests beside a balance, and how well a statistic tells a loss from none (statistics chapter, 6)."""

from typing import NamedTuple

from accord import _accord
from accord._numbers import number, vector, whole

__all__ = ["Auc", "Hiding", "PairDetection", "auc", "miss_probability", "normal_auc", "pair_detection", "worst_hiding"]


class PairDetection(NamedTuple):
    """`detection` by MUF or by MUF − D, `false_alarm` of the two together, and the detection by each alone."""

    detection: float
    false_alarm: float
    muf_alone: float
    difference_alone: float


def pair_detection(missing_kg, falsified_kg, sigma_muf_kg, sigma_difference_kg, alpha_muf=0.025, alpha_difference=0.025):
    """The chance that the tests of MUF and of MUF − D find a loss; the two are independent.

    Parameters
    ----------
    missing_kg, falsified_kg : float
        What shows in MUF, and what falsified data hide; 0 or more.
    sigma_muf_kg, sigma_difference_kg : float
        Standard deviations of MUF and of MUF − D.
    alpha_muf, alpha_difference : float

    Returns
    -------
    PairDetection

    Examples
    --------
    >>> round(pair_detection(5, 5, 6.25 ** 0.5, 9.75 ** 0.5).detection, 6)
    0.948205
    """
    names = ("sigma_muf_kg", "sigma_difference_kg", "alpha_muf", "alpha_difference", "missing_kg", "falsified_kg")
    values = (sigma_muf_kg, sigma_difference_kg, alpha_muf, alpha_difference, missing_kg, falsified_kg)
    return PairDetection(*_accord.pair_detection(*(number(*pair) for pair in zip(names, values))))


class Hiding(NamedTuple):
    """The number of hidden items that is found least, the chance to miss it, and what the plan guarantees."""

    hidden: int
    miss: float
    detection: float


def _plan(items, selected, item_kg, recognition, sigma_kg, alpha):
    return (whole("items", items), whole("selected", selected), number("item_kg", item_kg),
            number("recognition", recognition), number("sigma_kg", sigma_kg), number("alpha", alpha))


def miss_probability(goal_kg, hidden, *, items, selected, item_kg, sigma_kg, recognition=1.0, alpha=0.05):
    """The chance that a balance and the inspection of items both find nothing.

    Parameters
    ----------
    goal_kg : float
        What is missing: `hidden` items under false records, the rest from the bulk.
    hidden : int
    items, selected : int
        Of the stratum, and of them inspected.
    item_kg : float
    sigma_kg : float
        Of the balance; 0: it finds any loss.
    recognition : float
        The chance that a missing item is recognised when it is selected.
    alpha : float
        Of the test of the balance.

    Returns
    -------
    float

    Examples
    --------
    >>> plan = dict(items=60, selected=15, item_kg=0.4, sigma_kg=2, recognition=0.95)
    >>> round(miss_probability(8, 0, **plan), 4)
    0.0093
    """
    plan = _plan(items, selected, item_kg, recognition, sigma_kg, alpha)
    return _accord.miss_probability(*plan, number("goal_kg", goal_kg), whole("hidden", hidden))


def worst_hiding(goal_kg, *, items, selected, item_kg, sigma_kg, recognition=1.0, alpha=0.05):
    """The split of a goal quantity between items and bulk that is found least; arguments as :func:`miss_probability`.

    Returns
    -------
    Hiding

    Examples
    --------
    >>> worst = worst_hiding(8, items=60, selected=15, item_kg=0.4, sigma_kg=2, recognition=0.95)
    >>> worst.hidden, round(worst.miss, 6)
    (7, 0.022776)
    """
    plan = _plan(items, selected, item_kg, recognition, sigma_kg, alpha)
    return Hiding(*_accord.worst_hiding(*plan, number("goal_kg", goal_kg)))


def normal_auc(loss_kg, sigma_kg):
    """The area under the ROC curve of a normal statistic that a loss shifts: Φ(M/(σ√2)).

    Examples
    --------
    >>> round(normal_auc(8, 3), 6)
    0.970327
    """
    return _accord.normal_auc(number("loss_kg", loss_kg), number("sigma_kg", sigma_kg))


class Auc(NamedTuple):
    """The area under a ROC curve with its standard error (DeLong)."""

    value: float
    standard_error: float


def auc(without, with_loss):
    """The area under the ROC curve of scores: the chance that one with loss is above one without, ties half.

    Parameters
    ----------
    without, with_loss : array_like, shape (n,) and (m,)
        Scores, two or more of each.

    Returns
    -------
    Auc

    Examples
    --------
    >>> auc([1, 2, 3], [2, 4]).value
    0.75
    """
    return Auc(*_accord.auc(vector("without", without, ordered=False), vector("with_loss", with_loss, ordered=False)))
