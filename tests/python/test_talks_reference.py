"""The reference model of talks gives the numbers of the worked examples of the chapter: zones,
frontiers, fair points, time, rounds."""

import json
import math
from fractions import Fraction as F

import pytest

from reference import talks
from reference.talks import corners, fair, points, sensitivity, words
from talks_cases import load, one_issue, read, said, toy_above


def test_toy_zone():
    zone = talks.zone(*load("toy", "A", "B"))
    assert zone["answer"] == "sure"
    assert zone["sure_outcomes"] == zone["possible_outcomes"] == 4


def test_toy_frontier():
    points = talks.frontier(*load("toy", "A", "B"))
    assert [(said(p["outcome"]), *p["utilities"]) for p in points] == [
        ("b p", F("0.7"), F("0.42")), ("c p", F("0.4"), F("0.7")), ("b q", F("0.3"), F("0.72"))]


def test_toy_solutions():
    found = talks.solutions(*load("toy", "A", "B"))
    assert found["ideal"] == [F("0.7"), F("0.72")]
    assert found["nash"]["sets"][0]["product"] == F("0.06")
    assert {rule: said(found[rule]["chosen"]["outcome"]) for rule in talks.RULES} == {
        "nash": "c p", "ks": "c p", "egal": "c p", "welfare": "b p"}
    assert found["welfare"]["value"] == F("1.12")


def test_decimal_fractions_are_exact():
    domain, positions = load("exact", "A", "B")
    assert talks.zone(domain, positions)["possible_outcomes"] == 13
    assert len(talks.frontier(domain, positions)) == 7


def test_smallest_gap_is_another_rule():
    domain, positions = one_issue([0, 0], (1, 0), ("0.95", "0.45"), ("0.42", "0.46"), (0, 1))
    found = talks.solutions(domain, positions)
    assert found["ks"]["points"] == [[F("0.95"), F("0.45")]]
    zone = list(points.points(domain, positions))
    assert fair.gap(zone, (0, 0), found["ideal"]) == [(F("0.42"), F("0.46"))]


def test_nash_lists_every_set_of_gainers():
    found = talks.solutions(*one_issue(["0.6", "0.6"], ("0.6", "0.7"), ("0.675", "0.6")))
    assert [(row["gainers"], row["product"]) for row in found["nash"]["sets"]] == [
        ([0], F("0.075")), ([1], F("0.1"))]
    assert len(found["nash"]["points"]) == 2


def test_lottery_of_three():
    found = talks.lotteries(*one_issue([0, 0, 0], (1, 0, 0), (0, 1, 0), (0, 0, 1)))
    assert found["ks"]["utilities"] == [F(1, 3)] * 3
    assert found["egal"]["mixture"] == [(0, F(1, 3)), (1, F(1, 3)), (2, F(1, 3))]
    assert "nash" not in found


def test_lottery_of_two():
    # On the line from (0.7, 0.42) to (0.4, 0.7) both gains grow by 14/15 of what the other loses.
    found = talks.lotteries(*load("toy", "A", "B"))
    assert found["egal"]["utilities"] == [F(307, 580), F(84, 145)]
    assert found["egal"]["utilities"][0] - F("0.25") == found["egal"]["utilities"][1] - F("0.3")


def test_continuous():
    domain, positions = load("continuous", "A", "B")
    found = talks.continuous(domain, positions)
    assert found["vertices"] == [(1, 0), (F("0.8"), F("0.5")), (F("0.5"), F("0.8")), (0, 1)]
    assert found["nash"] == found["egal"] == [F("0.55"), F("0.75")]
    assert math.prod(fair.gains(found["nash"], found["disagreement"])) == F(49, 400)
    assert found["ideal"] == [F("0.84"), F("0.92")]
    assert found["ks"] == [F(17, 29), F(207, 290)]
    assert len(corners.corner_points(domain, positions)) == 8


def test_epsilon_frontier():
    domain, positions = load("toy", "A", "B")
    found = points.points(domain, positions)
    bounds = (F("0.25"), F("0.3")), (F("0.7"), F("0.72"))
    whole = points.efficient(list(found))
    assert talks.is_epsilon_frontier(whole, found, F(1, 10), *bounds) is None
    assert talks.is_epsilon_frontier([(F("0.4"), F("0.7"))], found, F("0.3"), *bounds) is None
    assert talks.is_epsilon_frontier([(F("0.4"), F("0.7"))], found, F("0.29"), *bounds)


def timed(time):
    domain, texts = toy_above({"A": "0.25", "B": "0.3"})
    domain = talks.load_domain(domain)
    positions = [talks.load_position(json.dumps({**json.loads(text), "time": time}), domain)
                 for text in texts.values()]
    return [talks.zone(domain, positions, t)["possible_outcomes"] for t in range(6)]


def test_time():
    # 0.9^t: a q falls first (B 0.27), then b q (A 0.243), b p in 4 (B 0.2756), c p in 5 (A 0.236).
    assert timed({"factor": "0.9"}) == [4, 3, 2, 2, 1, 0]
    assert timed({"factor": "0.9", "reservation": "discounted"}) == [4] * 6
    # u - 0.05 t: a q at once, b q (A 0.3) in 2, b p (B 0.42) in 3, c p (A 0.4) in 4.
    assert timed({"cost": "0.05"}) == [4, 3, 2, 1, 0, 0]


def test_single_text_of_the_toy():
    # From a q every single change is worse for somebody (3 questions). Then b p is better for both
    # and c q is not (2); from b p nothing moves (3 and 2).
    domain, positions = load("toy", "A", "B")
    start = domain.outcome({"x": "a", "y": "q"})
    found = talks.single_text(domain, positions, start, radius=1)
    assert (said(found["outcome"]), found["moves"], found["questions"]) == ("a q", 0, 3)
    found = talks.single_text(domain, positions, start)
    assert (said(found["outcome"]), found["moves"], found["questions"]) == ("b p", 1, 10)


def test_vetoes_of_the_toy():
    # Gains: c p (0.15, 0.4), b p (0.45, 0.12), b q (0.05, 0.42), a q (0.35, 0).
    domain, positions = load("toy", "A", "B")
    order = [said(domain.labels(domain.at(rank))) for rank in talks.veto_order(domain, positions)]
    assert order == ["c p", "b p", "b q", "a q"]


def test_prices():
    assert talks.double_auction(F("0.7"), F("0.5")) == F("0.6")
    assert talks.double_auction(F("0.5"), F("0.7")) is None
    assert talks.blind_bids([(60, 100), (90, 100)], 2, F("0.1")) == (2, 95)
    assert talks.blind_bids([(60, 100), (90, 100)], 1, F("0.1")) is None
    assert talks.blind_bids([(70, 60)], 1) == (1, 65)
    assert talks.posted_price(F("0.5"), F("0.5"), F("0.5"))
    assert not talks.posted_price(F("0.5"), F("0.9"), F("0.6"))


def test_bid_of_the_equilibrium_is_the_best_answer():
    # Asks are 2/3 c + 1/4 with c uniform; the buyer of value v gains v minus the mean price.
    asks = [F(2, 3) * F(2 * i + 1, 400) + F(1, 4) for i in range(200)]

    def gain(value, bid):
        return sum(value - (bid + ask) / 2 for ask in asks if ask <= bid)

    for value in (F("0.4"), F("0.6"), F("0.9")):
        best = max((F(i, 200) for i in range(201)), key=lambda bid: gain(value, bid))
        assert abs(best - (F(2, 3) * value + F(1, 12))) <= F(1, 100)


def test_adjusted_winner():
    found = talks.adjusted_winner((50, 20, 15, 10, 5), (40, 30, 10, 10, 10))
    assert found["left"] == [F(5, 6), 0, 1, 0, 0]
    assert found["points"] == (F(170, 3), F(170, 3))


def test_bits():
    assert talks.bits("zone") == 2
    assert talks.bits("propose", outcomes=6125) == F("12.581")  # 2^12.58 < 6126 < 2^12.581
    assert talks.bits("propose", outcomes=7) == 3
    assert talks.bits("blocked who", parties=2) == 3
    assert talks.bits("sensitivity", lines=3, outcomes=7) == 9
    assert talks.bits("frontier", points=26) == 64 * 26


@pytest.mark.parametrize("seed", range(40))
def test_numbers_of_random_talks(seed):
    case = talks.random_case(seed, exact=True)
    domain, positions = read(case)
    found = talks.solutions(domain, positions, case["round"])
    if found is None:
        assert talks.zone(domain, positions, case["round"])["answer"] == "excluded"
        return
    assert talks.zone(domain, positions, case["round"])["sure_outcomes"] == found["zone"]
    frontier = [tuple(p["utilities"]) for p in talks.frontier(domain, positions, case["round"])]
    for rule in talks.RULES:
        assert {tuple(p) for p in found[rule]["points"]} <= set(frontier)
    anyone = [sensitivity.without(p, f"{p.party}.reservation") for p in positions]
    feasible = points.efficient(list(points.points(domain, anyone, case["round"])))
    assert sorted(frontier) == sorted(
        p for p in feasible if all(u >= d for u, d in zip(p, found["disagreement"])))
    ranks = talks.efficient(domain, positions)
    assert ranks["sure"] == ranks["possible"]
    for position in positions:
        for outcome in domain.outcomes():
            assert words.answer(position, outcome)["answer"] != "open"
