"""The reference model of talks gives the numbers of the worked examples of the chapter."""

import hashlib
import json
import math
import pathlib
from fractions import Fraction as F

import pytest

from reference import talks
from reference.talks import corners, fair, points, words

CASES = pathlib.Path(__file__).resolve().parents[2] / "vectors" / "talks"


def load(name, *parties):
    folder = CASES / name
    domain = talks.load_domain((folder / "domain.json").read_text())
    return domain, [
        talks.load_position((folder / f"{party}.json").read_text(), domain) for party in parties]


def one_issue(reservations, *vectors):
    """A domain of one issue whose values have these utilities."""
    names = [f"v{i}" for i in range(len(vectors))]
    domain = talks.load_domain(json.dumps({
        "format": "accord-talks-domain/1",
        "issues": [{"id": "x", "kind": "discrete", "values": names}]}))
    positions = []
    for i, reservation in enumerate(reservations):
        table = {name: str(vector[i]) for name, vector in zip(names, vectors)}
        positions.append(talks.load_position(json.dumps({
            "format": "accord-talks-position/1", "party": "ABCD"[i], "reservation": reservation,
            "utility": [{"issue": "x", "table": table}]}), domain))
    return domain, positions


def said(outcome):
    return " ".join(outcome.values())


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


def test_triangle_conflict():
    found = talks.conflicts(*load("triangle", "A", "B", "C"))
    assert found["excluded"]
    assert found["conflicts"] == [["A.R1", "B.R1", "C.R1"]]
    assert found["relaxations"] == [["A.R1"], ["B.R1"], ["C.R1"]]


def test_triangle_every_two_agree():
    domain, positions = load("triangle", "A", "B", "C")
    for left in positions:
        assert not talks.conflicts(domain, [p for p in positions if p != left])["excluded"]


def test_triangle_blocked_by_one_alone():
    # x >= 5 and y >= 4 leave 5 x 6 outcomes to A; the chapter prints 24, 15 and 8.
    found = talks.conflicts(*load("triangle", "A", "B", "C"))
    assert found["alone"] == {"A.R1": 30, "B.R1": 15, "C.R1": 10}


def test_marks_need_the_sentence_that_joins_them():
    def sure(name):
        zone = talks.zone(*load("marks", name, "B"))
        assert zone["possible_outcomes"] == 22
        return zone["answer"], zone["sure_outcomes"]

    assert sure("A") == ("possible", 0)
    assert sure("A-together") == ("sure", 4)
    assert sure("A-live-1") == ("sure", 10)
    assert sure("A-live-2") == ("sure", 12)


def test_ranges():
    zone = talks.zone(*load("ranges", "A", "B"))
    assert (zone["answer"], zone["sure_outcomes"], zone["possible_outcomes"]) == ("sure", 5, 14)
    zone = talks.zone(*load("ranges", "A-free", "B"))
    assert (zone["answer"], zone["sure_outcomes"], zone["possible_outcomes"]) == ("possible", 0, 15)


def test_ranges_efficient():
    def counts(name):
        found = talks.efficient(*load("ranges", name, "B"))
        return len(found["sure"]), len(found["possible"])

    assert counts("A") == (2, 10)
    assert counts("A-free") == (2, 11)


def test_a_silent_party_leaves_it_possible():
    text = (CASES / "ranges" / "domain.json").read_text()
    domain = talks.load_domain(text.replace('"name"', '"parties":["A","B","C"],\n"name"'))
    positions = []
    for party in "AB":
        data = json.loads((CASES / "ranges" / f"{party}.json").read_text())
        del data["domain_sha256"]
        positions.append(talks.load_position(json.dumps(data), domain))
    zone = talks.zone(domain, positions)
    assert (zone["answer"], zone["silent_parties"]) == ("possible", ["C"])
    assert zone["nearest"]["ask"] == ["C"]


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


def test_triangle_certificate():
    data = (CASES / "triangle" / "certificate.json").read_bytes()
    assert len(data) == 543
    assert hashlib.sha256(data).hexdigest() == (
        "45c92e3eb82cdab6ac7dba9e3eb23bf764fb8120b3e226ceb274a4762d00d4b3")
    assert check_triangle(data) is None


def check_triangle(data):
    folder = CASES / "triangle"
    openings = {party: (bytes([i]) * 32, (folder / f"{party}.json").read_text())
                for i, party in enumerate("ABC")}
    return talks.check_certificate(data, (folder / "domain.json").read_text(), openings)


EDITS = [
    ("bytes", b"}", b"}\n"),
    ("bytes", b'"C.R1"],"domain', b'"C.R1" ],"domain'),
    ("bytes", b"[[0,4]]", b"[[0,4.0]]"),
    ("members", b'"tree"', b'"trees"'),
    ("members", b"certificate/1", b"certificate/2"),
    ("domain", b'"79f8', b'"79f9'),
    ("names", b'["A.R1","B.R1","C.R1"]', b'["A.R1","C.R1","B.R1"]'),
    ("names", b'["A.R1","B.R1","C.R1"]', b'["A.R1","B.R1","C.R2"]'),
    ("commitments", b'"7508', b'"7509'),
    ("commitments", b'["A.R1","B.R1","C.R1"]', b'["A.R1","B.R1"]'),
    ("witness", b'["A.R1",[5,4]]', b'["A.R1",[5,3]]'),
    ("witness", b'["A.R1",[5,4]]', b'["A.R1",[5,10]]'),
    ("witness", b'["A.R1",[5,4]]', b'["A.R1",[5]]'),
    ("witness", b'["A.R1",[5,4]],', b""),
    ("tree", b"[[0,4]]", b"[[0,3]]"),
    ("tree", b"[[0,4]]", b"[[0,5]]"),
    ("tree", b"[[0,4]]", b"[[0,9]]"),
    ("tree", b"[[0,4]]", b"[[0,2],[3,4]]"),
    ("tree", b'["line","B.R1"],', b""),
    ("tree", b'["line","A.R1"]]', b'["line","A.R1"],["line","A.R1"]]'),
    ("tree", b'["line","B.R1"],["split"', b'["line","C.R1"],["split"'),
    ("tree", b'["line","B.R1"],["split"', b'["rule","B.R1"],["split"'),
]


@pytest.mark.parametrize("word, old, new", EDITS)
def test_an_edited_certificate_is_refused(word, old, new):
    data = (CASES / "triangle" / "certificate.json").read_bytes()
    head, found, tail = data.rpartition(old) if old == b"}" else data.partition(old)
    assert found
    assert check_triangle(head + new + tail) == word


def test_another_split_is_as_good():
    # y <= 8 - x for every x from 5 on: [0, 3] of y may be split off first as well.
    data = (CASES / "triangle" / "certificate.json").read_bytes()
    old = b'["split",0,[[0,4]]],["line","B.R1"],["split",1,[[0,3]]],["line","C.R1"],'
    new = b'["split",1,[[0,3]]],["line","C.R1"],["split",0,[[0,4]]],["line","B.R1"],'
    assert old in data
    assert check_triangle(data.replace(old, new)) is None


def public(day, public_only=False):
    folder = pathlib.Path(__file__).resolve().parents[2] / "examples" / "jcpoa" / "data"
    tables = [(folder / f"{name}.csv").read_text() for name in ("positions", "issues")]
    return talks.public_words(*tables, day, public_only)


@pytest.mark.parametrize("day, public_only, packages", [
    ("2025-04-12", True, 839808), ("2025-04-13", True, 209952), ("2025-04-27", True, 209952),
    ("2025-04-28", True, 46656), ("2025-05-17", True, 46656), ("2025-05-18", True, 0),
    ("2025-06-30", True, 0),
    ("2025-04-18", False, 87480), ("2025-04-28", False, 19440), ("2025-05-18", False, 0),
    ("2025-05-31", False, 3888), ("2025-06-01", False, 3888), ("2025-06-02", False, 0),
])
def test_packages_that_nobody_has_put_out(day, public_only, packages):
    found = public(day, public_only)
    assert found["packages"]["not_excluded"] == packages
    assert found["answer"] == ("possible" if packages else "excluded")


def test_red_lines_on_enrichment():
    marks = public("2025-05-18", public_only=True)["marks"]["ENR"]
    assert [o for o, said in marks.items() if said["Iran"] == "out"] == ["ENR-NONE"]
    assert [o for o, said in marks.items() if said["United States"] != "out"] == ["ENR-NONE"]


def test_a_report_names_three_percent():
    found = public("2025-05-31")
    assert found["marks"]["ENR"]["ENR-3"] == {"Iran": "open", "United States": "named"}
    assert found["not_excluded"]["ENR"] == ["ENR-3"]


@pytest.mark.parametrize("public_only", [True, False])
def test_opposed(public_only):
    assert public("2025-04-13", public_only)["packages"]["not_opposed"] > 0
    for day in ("2025-04-14", "2025-05-01", "2025-06-02"):
        found = public(day, public_only)
        assert found["packages"]["not_opposed"] == 0
        assert found["not_opposed"]["MISSILE"] == []


def test_named_by_both():
    def named(day, public_only=False):
        rows = public(day, public_only)["named_by_all"].values()
        return [option for options in rows for option in options]

    assert named("2025-06-30", public_only=True) == []
    assert named("2025-04-13") == []
    assert named("2025-04-14") == named("2025-05-30") == ["VERIF-AP"]
    assert named("2025-05-31") == ["VERIF-AP", "SANCT-STEP"]


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


def hitting(groups, lines):
    """Minimal sets that meet every group, by trying."""
    found = []
    for number in sorted(range(2**len(lines)), key=lambda n: bin(n).count("1")):
        group = {line for i, line in enumerate(lines) if number >> i & 1}
        if all(group & set(other) for other in groups) and not any(f <= group for f in found):
            found.append(group)
    return sorted(sorted(group) for group in found)


def read(case):
    domain = talks.load_domain(case["domain"])
    return domain, [talks.load_position(text, domain) for text in case["positions"]]


@pytest.mark.parametrize("seed", range(40))
def test_conflicts_of_random_talks(seed):
    domain, positions = read(talks.random_case(seed))
    found = talks.conflicts(domain, positions)
    assert found["excluded"] == (talks.zone(domain, positions)["answer"] == "excluded")
    lines = sorted({line for group in found["relaxations"] for line in group})
    assert sorted(found["conflicts"]) == (
        hitting(found["relaxations"], lines) if found["excluded"] else [])
    salts = {p.party: bytes([7]) * 32 for p in positions}
    openings = {p.party: (salts[p.party], p.text) for p in positions}
    for conflict in found["conflicts"][:2]:
        data = talks.obvious_certificate(domain, positions, conflict, salts)
        assert talks.check_certificate(data, domain.text, openings) is None


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
    ranks = talks.efficient(domain, positions)
    assert ranks["sure"] == ranks["possible"]
    for position in positions:
        for outcome in domain.outcomes():
            assert words.answer(position, outcome)["answer"] != "open"
