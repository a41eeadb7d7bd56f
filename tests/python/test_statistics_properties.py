"""Laws of the tests of a sequence (statistics chapter, section 8), for random covariances; the same
ones every run."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from hypothesis.extra.numpy import arrays

import accord
from accord import statistics as st

LAWS = settings(derandomize=True, deadline=None, max_examples=60, database=None)
numbers = some.floats(-3, 3, width=32)
alphas = some.sampled_from([0.2, 0.05, 0.01])


@some.composite
def covariances(draw, least=1, most=8):
    """B Bᵀ with as many sources as periods, and some random error of each period."""
    periods = draw(some.integers(least, most))
    shared = draw(arrays(float, (periods, periods), elements=numbers))
    return shared @ shared.T + draw(some.floats(0.05, 2)) * np.eye(periods)


@some.composite
def cases(draw, least=1, most=8, low=-3):
    covariance = draw(covariances(least, most))
    return covariance, draw(arrays(float, len(covariance), elements=some.floats(low, 3, width=32)))


@LAWS
@given(cases())
def test_sitmuf_of_l_times_y_is_y(case):
    covariance, y = case
    muf = np.linalg.cholesky(covariance) @ y
    np.testing.assert_allclose(st.sequence(muf, covariance).sitmuf, y, atol=1e-7)


@LAWS
@given(cases())
def test_gemuf_is_the_sum_of_squares(case):
    covariance, muf = case
    r = st.sequence(muf, covariance)
    np.testing.assert_allclose(r.gemuf, (r.sitmuf**2).cumsum(), rtol=1e-12)
    assert r.gemuf[-1] == pytest.approx(muf @ np.linalg.solve(covariance, muf), rel=1e-6, abs=1e-9)
    np.testing.assert_allclose(r.itmuf, r.sigma_itmuf * r.sitmuf, atol=1e-12)
    np.testing.assert_allclose(
        r.sigma_cumuf**2,
        [covariance[:t, :t].sum() for t in range(1, len(muf) + 1)],
        rtol=1e-9,
        atol=1e-9 * np.trace(covariance),
    )


@LAWS
@given(cases(low=0), alphas, some.sampled_from([0, 0.25, 0.5]))
def test_no_test_is_better_than_the_known_loss_bound(case, alpha, k):
    covariance, loss = case
    bound = st.known_loss_bound(covariance, loss, alpha) + 1e-9
    assert st.cumuf_detection_probability(covariance, loss, alpha) <= bound
    assert st.gemuf_detection_probability(covariance, loss, alpha) <= bound
    try:
        h = st.page_threshold(len(loss), alpha, k)
    except accord.AccordError as error:
        assert error.code == "B105"  # α is larger than any h gives
    else:
        assert st.page_detection_probability(st.sitmuf_means(covariance, loss), h, k) <= bound


@LAWS
@given(cases(), some.sampled_from([1e-3, 1000.0, 2.0**20]))
def test_the_unit_of_mass_does_not_matter(case, scale):
    covariance, muf = case
    kg, other = st.sequence(muf, covariance), st.sequence(scale * muf, scale**2 * covariance)
    np.testing.assert_allclose(other.sitmuf, kg.sitmuf, rtol=1e-6, atol=1e-7)
    np.testing.assert_allclose(other.gemuf, kg.gemuf, rtol=1e-6, atol=1e-7)
    np.testing.assert_allclose(other.sigma_cumuf, scale * kg.sigma_cumuf, rtol=1e-6)
    np.testing.assert_allclose(other.cumuf, scale * kg.cumuf, rtol=1e-9, atol=1e-12 * scale)
    assert st.known_loss_bound(scale**2 * covariance, scale * muf) == pytest.approx(
        st.known_loss_bound(covariance, muf), rel=1e-6)


@LAWS
@given(cases(least=2), some.data())
def test_merging_two_periods_adds_their_rows(case, data):
    covariance, muf = case
    at = data.draw(some.integers(0, len(muf) - 2))
    adds = np.delete(np.eye(len(muf)), at, axis=0)
    adds[at, at] = 1
    merged, whole = st.sequence(adds @ muf, adds @ covariance @ adds.T), st.sequence(
        muf, covariance
    )
    kept = np.delete(np.arange(len(muf)), at)
    np.testing.assert_allclose(merged.cumuf, whole.cumuf[kept], atol=1e-9)
    np.testing.assert_allclose(merged.sigma_cumuf, whole.sigma_cumuf[kept], rtol=1e-6, atol=1e-7)
    assert merged.gemuf[-1] <= whole.gemuf[-1] * (1 + 1e-9) + 1e-9  # a projection


@LAWS
@given(cases(low=0), alphas)
def test_the_worst_pattern_is_the_hardest_to_find(case, alpha):
    covariance, other = case
    total = other.sum()
    if total <= 0.01:
        return
    worst = st.worst_pattern(covariance, total, alpha)
    assert worst.loss.min() >= 0 and worst.loss.sum() == pytest.approx(total)
    assert st.known_loss_bound(covariance, worst.loss, alpha) == pytest.approx(
        worst.detection_probability, rel=1e-9
    )
    assert worst.detection_probability <= st.known_loss_bound(covariance, other, alpha) + 1e-7
    cumuf = st.cumuf_detection_probability(covariance, worst.loss, alpha)
    assert cumuf <= worst.detection_probability + 1e-9
    assert worst.bounded == bool((covariance.sum(axis=1) < 0).any())
    if not worst.bounded:
        assert cumuf == pytest.approx(worst.detection_probability, rel=1e-6)


@LAWS
@given(some.lists(some.floats(-2, 2), min_size=1, max_size=15), some.floats(0.2, 6), some.sampled_from([0, 0.5, 1]))
def test_page_probabilities_are_probabilities(means, h, k):
    first = st.page_alarm_probabilities(means, h, k)
    assert (first >= 0).all() and first.sum() <= 1 + 1e-9
    more = st.page_alarm_probabilities(np.add(means, 0.1), h, k)
    assert (more.cumsum() >= first.cumsum() - 1e-9).all()  # a larger shift is found more often
    assert st.page_detection_probability(means, h, k) == pytest.approx(first.sum(), abs=1e-12)


@LAWS
@given(some.integers(1, 60), some.floats(1e-4, 0.3), some.sampled_from([0, 0.25, 0.5]))
def test_a_threshold_has_its_false_alarm_probability(periods, alpha, k):
    try:
        h = st.page_threshold(periods, alpha, k)
    except accord.AccordError as error:
        assert error.code == "B105"
    else:
        assert st.page_detection_probability([0] * periods, h, k) == pytest.approx(alpha, rel=1e-8)
