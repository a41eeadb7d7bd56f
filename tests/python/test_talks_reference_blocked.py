"""The reference model of talks: conflicts, what opens a zone, certificates."""

import hashlib
from fractions import Fraction as F

import pytest

from reference import talks
from reference.talks import canonical, position, zones
from talks_cases import BOTH, CASES, THRESHOLDS, load, read, toy_above


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


def test_thresholds_that_are_too_high():
    domain, texts = toy_above(THRESHOLDS)
    domain = talks.load_domain(domain)
    positions = [talks.load_position(texts[party], domain) for party in "AB"]
    assert talks.conflicts(domain, positions)["conflicts"] == [BOTH]
    # With u_B >= 0.7: b q 0.3, c p 0.4, c q 0. With u_A >= 0.7: a p 0, b p 0.42.
    found = talks.moves(domain, positions)
    assert found["A.reservation"][0]["to"] == F("0.4")
    assert found["B.reservation"][0]["to"] == F("0.42")


def test_nuclear_outcomes():
    domain, _ = load("nuclear-blocked")
    assert domain.size == 6125
    assert len(zones.allowed(domain)) == 5880
    start = domain.outcome(dict(zip(
        (issue.id for issue in domain.issues), ("60", "600", "0", "none", "5"))))
    changes = [start[:i] + (value,) + start[i + 1:] for i, issue in enumerate(domain.issues)
               for value in range(len(issue.values)) if value != start[i]]
    assert sum(domain.keeps_rules(change) for change in changes) == 23


def test_nuclear_blocked():
    found = talks.conflicts(*load("nuclear-blocked", "A", "B"))
    wide = ["A.R1", "A.R4", "B.R1", "B.R2"]
    assert found["conflicts"] == [["A.R5", "B.R4"], wide]
    assert sorted(found["relaxations"]) == sorted(
        sorted([line, other]) for line in wide for other in ("A.R5", "B.R4"))


def test_least_moves_of_the_triangle():
    found = talks.moves(*load("triangle", "A", "B", "C"))
    assert {line: [(row["from"], row["to"]) for row in rows] for line, rows in found.items()} == {
        "A.R1": [(8, 9)], "B.R1": [(5, 4)], "C.R1": [(4, 3)]}


def test_prices_of_the_toy():
    # Without A's value c q joins and d_A is 0; without B's a p joins and d_B is 0.
    found = talks.prices(*load("toy", "A", "B"))
    assert found == {
        "A.reservation": {"zone": 5, "nash": [F("0.4"), F("0.7")]},
        "B.reservation": {"zone": 5, "nash": [F("0.7"), F("0.42")]}}


def test_exaggeration_in_the_toy():
    # With r_A = 0.3 the products are b p 0.4 x 0.12, c p 0.1 x 0.4: b p instead of c p.
    found = talks.exaggeration(*load("toy", "A", "B"))
    assert found["nash"]["A"]["gains"]["reservation + 0.05"] == F("0.3")
    assert found["nash"]["A"]["gain"] == F("0.3")


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


def check_thresholds(proof, witness=((2, 0), (0, 0))):
    """A certificate that no outcome gives both 0.7; c p gives B 0.7, a p gives A 1."""
    domain, texts = toy_above(THRESHOLDS)
    openings = {party: (bytes(32), text) for party, text in texts.items()}
    value = {
        "conflict": BOTH, "domain_sha256": hashlib.sha256(domain.encode()).hexdigest(),
        "format": "accord-talks-certificate/1",
        "positions": [[p, position.commitment(texts[p], bytes(32))] for p in sorted(texts)],
        "witness": [[line, list(at)] for line, at in zip(BOTH, witness)], **proof}
    return talks.check_certificate(canonical.write(value).encode(), domain, openings)


def test_weights_refute_in_one_node():
    # At 1 and 1 the best of x is b with 0.72 and of y is p with 0.4: 1.12 is below 1.4.
    assert check_thresholds({"tree": [["weights", [[BOTH[0], "1"], [BOTH[1], "1"]]]]}) is None
    assert check_thresholds({"tree": [["weights", [[BOTH[0], "1/2"], [BOTH[1], "0.5"]]]]}) is None


@pytest.mark.parametrize("rows", [
    [[BOTH[0], "1"]], [[BOTH[1], "1"], [BOTH[0], "1"]], [[BOTH[0], "0"], [BOTH[1], "1"]],
    [[BOTH[0], "1"], [BOTH[1], "-1"]], [[BOTH[0], "9"], [BOTH[1], "1"]], [["A.R1", "1"]], []])
def test_weights_that_refute_nothing(rows):
    assert check_thresholds({"tree": [["weights", rows]]}) == "tree"


def test_witness_of_the_wrong_line():
    tree = [["weights", [[BOTH[0], "1"], [BOTH[1], "1"]]]]
    assert check_thresholds({"tree": tree}, ((0, 0), (0, 0))) == "witness"


def test_layers():
    first = [["0.6", "0"], ["0.3", "0.42"], ["0", "0.7"]]
    last = [["1", "0.3"], ["0.7", "0.42"], ["0.4", "0.72"], ["0", "1"]]
    assert check_thresholds({"layers": [first, last]}) is None
    assert check_thresholds({"layers": [first, [["1", "0.69"], ["0.69", "1"]]]}) is None
    assert check_thresholds({"layers": [first, [["1", "1"]]]}) == "layers"
    assert check_thresholds({"layers": [first[1:], last]}) == "layers"
    assert check_thresholds({"layers": [first, last[1:]]}) == "layers"
    assert check_thresholds({"layers": [first]}) == "layers"


def hitting(groups, lines):
    """Minimal sets that meet every group, by trying."""
    found = []
    for number in sorted(range(2**len(lines)), key=lambda n: bin(n).count("1")):
        group = {line for i, line in enumerate(lines) if number >> i & 1}
        if all(group & set(other) for other in groups) and not any(f <= group for f in found):
            found.append(group)
    return sorted(sorted(group) for group in found)


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
