"""Each formula of accord.statistics against the chapter's tables and against
`statistics_reference`."""

import numpy as np
import pytest

import statistics_reference as plain
from accord import statistics as st

MUF = [0.8, 1.9, -0.4, 2.6]
SIGMA = plain.structured(4)


def within(share, exact, number, errors=4):
    return abs(share - exact) <= errors * np.sqrt(exact * (1 - exact) / number)


# Worked example EX-3.1 of the chapter.
def test_worked_sequence():
    r = st.sequence(MUF, SIGMA)
    np.testing.assert_allclose(r.sigma_itmuf, [2.061553, 1.970369, 1.969464, 1.964032], atol=5e-7)
    np.testing.assert_allclose(r.sitmuf, [0.388057, 1.083703, 0.101550, 1.239876], atol=5e-7)
    np.testing.assert_allclose(r.itmuf, [0.8, 2.135294, 0.2, 2.435156], atol=5e-7)
    np.testing.assert_allclose(r.cumuf, [0.8, 2.7, 2.3, 4.9])
    np.testing.assert_allclose(r.sigma_cumuf, [2.061553, 2.449490, 2.872281, 3.316625], atol=5e-7)
    np.testing.assert_allclose(r.gemuf, [0.150588, 1.325, 1.335312, 2.872605], atol=5e-7)
    np.testing.assert_allclose(r.sigma_muf, np.sqrt(4.25))
    assert r.degrees.tolist() == [1, 2, 3, 4] and set(r.status) == {"regular"}
    run = st.page_run(r.sitmuf, h=1.9)
    np.testing.assert_allclose(run.statistic, [0, 0.583703, 0.185253, 0.925129], atol=5e-7)
    assert run.alarm is None
    assert st.page_run(r.sitmuf, h=0.9).alarm == 4
    # S_1 = max(0, y_1) for comparing with other programs.
    assert st.page_run(r.sitmuf, h=1.9, first_without_k=True).statistic[0] == pytest.approx(
        0.388057, abs=5e-7
    )


def test_worked_estimates():
    constant = st.constant_loss(MUF, SIGMA)
    assert constant == pytest.approx((1.15, 0.811107), abs=5e-7)
    single = st.single_losses(MUF, SIGMA)
    np.testing.assert_allclose(single.loss, [1.175391, 2.028533, 0.858416, 2.435156], atol=5e-7)
    np.testing.assert_allclose(single.sigma, [1.964032, 1.885565, 1.885565, 1.964032], atol=5e-7)


# Worked example EX-3.2: known-loss bound, CUMUF at the end, GEMUF, Page k = 0.5 and k = 0.25.
PATTERNS = {
    "uniform": (np.full(12, 0.75), 0.355364, 0.350266, 0.099550, 0.262602, 0.300118),
    "period 6": (9 * np.eye(12)[5], 0.999618, 0.350266, 0.942831, 0.961681, 0.901487),
    "periods 9 to 12": (
        np.repeat([0, 2.25], [8, 4]),
        0.933883,
        0.350266,
        0.501052,
        0.772772,
        0.739825,
    ),
    "worst": (None, 0.350266, 0.350266, 0.098323, 0.247569, 0.283078),
}


@pytest.mark.parametrize("name", PATTERNS)
def test_worked_detection_probabilities(name):
    loss, bound, cumuf, gemuf, page_5, page_25 = PATTERNS[name]
    covariance = plain.structured(12)
    if loss is None:
        worst = st.worst_pattern(covariance, 9)
        loss = worst.loss
        np.testing.assert_allclose(loss, [0.970588, *[0.705882] * 10, 0.970588], atol=5e-7)
        assert (
            worst.detection_probability == pytest.approx(0.350266, abs=5e-7) and not worst.bounded
        )
    means = st.sitmuf_means(covariance, loss)
    assert st.known_loss_bound(covariance, loss) == pytest.approx(bound, abs=5e-7)
    assert st.cumuf_detection_probability(covariance, loss) == pytest.approx(cumuf, abs=5e-7)
    assert st.gemuf_detection_probability(covariance, loss) == pytest.approx(gemuf, abs=5e-7)
    assert st.page_detection_probability(means, h=3.374521) == pytest.approx(page_5, abs=2e-6)
    assert st.page_detection_probability(means, h=4.763141, k=0.25) == pytest.approx(
        page_25, abs=2e-6
    )
    # The same by direct sums and an explicit inverse.
    distance = loss @ np.linalg.inv(covariance) @ loss
    assert st.known_loss_bound(covariance, loss, 0.01) == pytest.approx(
        float(plain.Phi(np.sqrt(distance) - plain.z(0.99))), rel=1e-9)
    assert st.gemuf_detection_probability(covariance, loss, 0.01) == pytest.approx(
        plain.gemuf_probability(distance, 12, 0.01), rel=1e-9)
    np.testing.assert_allclose(
        st.page_alarm_probabilities(means, h=4, k=0.25, headstart=1),
        plain.page_alarms(np.linalg.inv(np.linalg.cholesky(covariance)) @ loss, 0.25, 4, 1),
        rtol=1e-9,
    )


# Worked example EX-3.3.
def test_worked_anytime_boundary():
    bounds = [st.anytime_boundary(n) for n in (1, 4, 12, 52)]
    np.testing.assert_allclose(bounds, [3.6564, 6.1648, 10.5467, 22.9777], atol=5e-5)


def test_the_anytime_boundary_is_crossed_less_often_than_it_says():
    walks = np.abs(np.random.default_rng(5).standard_normal((5000, 2000)).cumsum(axis=1))
    crossed = (walks > [st.anytime_boundary(n) for n in range(1, 2001)]).any(axis=1).mean()
    assert within(crossed, 0.0285, 5000)  # the chapter: 0.0285 up to n = 2000


# Table of section 3.6, recomputed column.
@pytest.mark.parametrize("k, h, mean, average, digits", [
    (0.5, 3, 0, 117.5957, 4), (0.5, 3, 1.5, 3.7491, 4), (0.5, 3, -0.5, 1962.79, 2), (0.5, 3, 0.5, 17.35, 2),
    (0, 10, -0.25, 2071.5721, 4), (0, 10, -0.125, 400.28, 2), (0, 10, 0, 124.66, 2), (0, 10, 0.125, 59.30, 2),
    (0, 10, 0.25, 36.71, 2), (0, 10, 0.5, 20.37, 2), (0, 10, 0.75, 14.06, 2), (0, 10, 1, 10.75, 2),
    (0.25, 8, 2.5, 4.1500837261, 10),
])
def test_published_run_lengths(k, h, mean, average, digits):
    assert st.page_arl(h, k, mean) == pytest.approx(average, abs=0.5001 * 10**-digits)
    assert st.page_arl(h, k, mean) == pytest.approx(plain.arl(k, h, mean), rel=1e-9)


def test_published_run_length_with_headstart():
    assert st.page_arl(8, 0.25, 2.5, headstart=0.1) == pytest.approx(4.1061588350, abs=1e-10)


# Lucas and Crosier 1982, table 1 (k = 0.5, h = 4), as recomputed in the chapter.
@pytest.mark.parametrize("headstart, averages", [
    (0, [167.684, 74.224, 26.630, 13.285, 8.383, 4.747, 3.343, 2.620, 2.194, 1.708, 1.309]),
    (2, [148.696, 62.698, 20.064, 8.968, 5.287, 2.862, 2.014, 1.586, 1.325, 1.067, 1.006]),
])
def test_published_two_sided_run_lengths(headstart, averages):
    means = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4, 5]
    found = [st.page_arl_two_sided(4, mean=mean, headstart=headstart) for mean in means]
    np.testing.assert_allclose(found, averages, atol=5.001e-4)


def test_published_quantiles():
    assert [st.page_run_length_quantile(p, h=3) for p in (0.95, 0.5, 0.05)] == [346, 82, 9]
    assert st.page_alarm_probabilities([0] * 345, h=3).sum() == pytest.approx(0.949770, abs=5e-7)


THRESHOLDS = {
    1: [1.6449, 2.3263, 1.3949, 2.0763, 1.1449, 1.8263, 0.6449, 1.3263],
    6: [4.5635, 6.0117, 3.4826, 4.7806, 2.6302, 3.7307, 1.5639, 2.2983],
    12: [6.7672, 8.7711, 4.7631, 6.4559, 3.3745, 4.6791, 1.9165, 2.6818],
    24: [9.9333, 12.7355, 6.2426, 8.3919, 4.1362, 5.5916, 2.2671, 3.0550],
    52: [15.0773, 19.1769, 7.9974, 10.6282, 4.9717, 6.5197, 2.6574, 3.4608],
}


@pytest.mark.parametrize("periods", THRESHOLDS)
def test_thresholds_of_the_chapter(periods):
    found = [
        st.page_threshold(periods, alpha, k) for k in (0, 0.25, 0.5, 1) for alpha in (0.05, 0.01)
    ]
    np.testing.assert_allclose(found, THRESHOLDS[periods], atol=5.001e-5)


def test_simulated_sequences_agree_with_the_exact_numbers():
    number = 200_000
    covariance = plain.structured(12)
    loss = np.full(12, 0.75)
    lower = np.linalg.cholesky(covariance)
    muf = np.random.default_rng(11).standard_normal((number, 12)) @ lower.T + loss
    y = np.linalg.solve(lower, muf.T).T
    means = st.sitmuf_means(covariance, loss)
    alarms = plain.page(y, 0.5) > 3.374521
    assert within(
        alarms.any(axis=1).mean(), st.page_detection_probability(means, h=3.374521), number
    )
    assert within(
        alarms[:, :5].any(axis=1).mean(),
        st.page_detection_probability(means[:5], h=3.374521),
        number,
    )
    assert within(
        ((y**2).sum(axis=1) > 21.0260698).mean(),
        st.gemuf_detection_probability(covariance, loss),
        number,
    )
    cumuf = muf.sum(axis=1) / np.sqrt(covariance.sum())
    assert within(
        (cumuf > plain.z(0.95)).mean(), st.cumuf_detection_probability(covariance, loss), number
    )
    z_known = muf @ np.linalg.inv(covariance) @ loss
    limit = st.known_loss_test(muf[0], covariance, loss)
    assert limit.statistic == pytest.approx(z_known[0], rel=1e-9)
    assert limit.limit == pytest.approx(
        plain.z(0.95) * np.sqrt(loss @ np.linalg.inv(covariance) @ loss), rel=1e-9
    )
    assert within((z_known > limit.limit).mean(), limit.detection_probability, number)
    assert limit.alarm == (z_known[0] > limit.limit)


def test_repeated_cumuf_of_independent_periods_is_a_walk():
    for periods in (2, 5, 12):
        found = st.repeated_cumuf_false_alarm(np.eye(periods), plain.z(0.95))
        exact = 1 - plain.walk_stays_below(plain.z(0.95), periods)
        assert (
            found.value == pytest.approx(exact, abs=max(found.error, 1e-9)) and found.error < 1e-3
        )
        limit = st.repeated_cumuf_limit(np.eye(periods), 0.05).value
        assert 1 - plain.walk_stays_below(limit, periods) == pytest.approx(0.05, abs=2e-4)


def test_repeated_cumuf_of_dependent_periods():
    number, covariance = 400_000, plain.structured(8)
    muf = np.random.default_rng(2).standard_normal((number, 8)) @ np.linalg.cholesky(covariance).T
    sigma = [np.sqrt(covariance[:t, :t].sum()) for t in range(1, 9)]
    share = (muf.cumsum(axis=1) / sigma > 2).any(axis=1).mean()
    found = st.repeated_cumuf_false_alarm(covariance, 2.0)
    assert abs(share - found.value) < 4 * np.sqrt(share * (1 - share) / number) + found.error


def test_worst_pattern_with_a_bound_is_the_best_of_a_grid():
    covariance = np.array([[1.0, -1.5, 0.0], [-1.5, 4.0, 0.5], [0.0, 0.5, 1.0]])
    inverse = np.linalg.inv(covariance)
    steps = np.linspace(0, 1, 401)
    grid = np.array([(a, b, 1 - a - b) for a in steps for b in steps if a + b <= 1])
    least = np.einsum("ni,ij,nj->n", grid, inverse, grid).min()
    worst = st.worst_pattern(covariance, total=5)
    assert worst.bounded and (worst.loss >= 0).all() and worst.loss.sum() == pytest.approx(5)
    assert worst.loss @ inverse @ worst.loss / 25 == pytest.approx(least, rel=1e-4)
    assert worst.loss @ inverse @ worst.loss / 25 <= least + 1e-12


def test_gemuf_with_the_smoothed_pattern():
    muf, covariance = np.array([1.0, -2, 3, 0.5, 2, -1, 4]), plain.structured(7)
    smoothed = [
        (muf[i - 2] + muf[i - 1] + 3 * muf[i] + muf[i + 1] + muf[i + 2]) / 7 for i in range(2, 5)
    ]
    by_hand = smoothed @ np.linalg.inv(covariance[2:5, 2:5]) @ muf[2:5]
    assert st.gemuf_v5b3(muf, covariance) == pytest.approx(by_hand, rel=1e-12)
    assert st.gemuf_v5b3(muf[:4], covariance[:4, :4]) is None


def test_normal_numbers_are_philox_and_box_muller():
    seed, stream = 0x0123456789ABCDEF, 7
    # Blocks of 64 places; each place gives four numbers, the first of all places before the second
    # of any.
    block = np.array([plain.normals(seed, stream, place) for place in range(128, 192)])
    np.testing.assert_allclose(st.normal(seed, stream, 512, 256), block.T.ravel(), atol=4e-15)
    np.testing.assert_array_equal(
        st.normal(seed, stream, 500, 100), st.normal(seed, stream, 400, 300)[100:200]
    )
    assert st.normal(1, count=0).shape == (0,)


def test_normal_numbers_are_normal():
    x = st.normal(3, count=1_000_000)
    for power, moment, variance in ((1, 0, 1), (2, 1, 2), (3, 0, 15), (4, 3, 96)):
        assert abs((x**power).mean() - moment) < 4 * np.sqrt(variance / len(x)), power
    assert within((x > 2).mean(), float(plain.Phi(-2)), len(x))


# A period that the earlier ones determine (chapter, 3.1).
def test_determined_periods_are_flagged():
    covariance = np.ones((2, 2))
    same, other = st.sequence([1.5, 1.5], covariance), st.sequence([1.5, 1.6], covariance)
    assert same.status == ("regular", "predictable") and other.status == ("regular", "discrepancy")
    assert same.sitmuf[1] == 0 and same.degrees.tolist() == [1, 1]


def test_appending_gives_the_same_bits_and_the_result_is_frozen():
    grown = st.Sequence()
    for t in range(4):
        assert isinstance(grown.append(MUF[t], SIGMA[t, : t + 1]), st.Period)
    whole = st.sequence(MUF, SIGMA)
    for name in st.Period._fields:
        assert list(getattr(grown.result, name)) == list(getattr(whole, name)), name
    with pytest.raises(AttributeError):
        whole.muf = [1]
    with pytest.raises(ValueError):
        whole.muf[0] = 1
    frame = whole.to_frame()
    assert frame["period"].tolist() == [1, 2, 3, 4] and frame["gemuf"].iloc[-1] == whole.gemuf[-1]
    assert "<td>0.388057</td>" in whole._repr_html_() and "CUMUF 4.9" in repr(whole)
