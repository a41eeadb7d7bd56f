"""The program answers random talks as the reference model does, which was written apart from it."""

import json
import os
from fractions import Fraction

import pytest

import accord
from reference import talks as model

CASES = int(os.environ.get("ACCORD_SOAK", "120"))


def both(seed):
    case = model.random_case(seed)
    domain = model.load_domain(case["domain"])
    positions = [model.load_position(text, domain) for text in case["positions"]]
    return domain, positions, accord.Talks(case["domain"], case["positions"])


def refused(call):
    """What is answered, or the code of the refusal."""
    try:
        return call()
    except accord.AccordError as error:
        return error.code


@pytest.mark.parametrize("seed", range(CASES))
def test_zone(seed):
    domain, positions, talks = both(seed)
    try:
        expected = model.zone(domain, positions)
    except model.Bad as bad:
        assert bad.code == "rules_unsatisfiable"
        assert refused(talks.zone) == "P042"
        return
    found = talks.zone()
    assert found.zone_answer == expected["answer"]
    assert int(found.sure_outcomes) == expected["sure_outcomes"]
    assert int(found.possible_outcomes) == expected["possible_outcomes"]
    assert list(found.silent_parties) == expected["silent_parties"]
    if expected["answer"] == "sure":
        assert int(found.first_sure.rank) == expected["first_sure"]["rank"]
    if expected["answer"] == "possible":
        nearest = expected["nearest"]
        assert int(found.nearest.package.rank) == nearest["rank"]
        assert found.nearest.open_parties == nearest["open_parties"]
        assert found.nearest.outcomes_as_near == nearest["outcomes"]
        assert sorted(found.nearest.ask) == sorted(nearest["ask"])


@pytest.mark.parametrize("seed", range(CASES))
def test_conflicts(seed):
    domain, positions, talks = both(seed)
    try:
        expected = model.conflicts(domain, positions)
    except model.Bad:
        assert refused(talks.why) == "P042"
        return
    found = talks.why()
    assert found.is_zone_empty == expected["excluded"]
    if not expected["excluded"]:
        assert not found.conflicts and not found.relaxations
        return
    for rows, sets in ((found.conflicts, "conflicts"), (found.relaxations, "relaxations")):
        listed = [row.limit_names.split(", ") for row in rows]
        assert listed == [sorted(one) for one in expected[sets]]
    certificate, openings = talks.certificate()
    opened = {
        one["party"]: (bytes.fromhex(one["salt"]), one["position"])
        for one in json.loads(openings)["openings"]
    }
    domain_text = model.random_case(seed)["domain"]
    assert model.check_certificate(certificate.encode(), domain_text, opened) is None


@pytest.mark.parametrize("seed", range(CASES))
def test_frontier_and_solutions(seed):
    domain, positions, talks = both(seed)
    try:
        expected = model.frontier(domain, positions)
    except model.Bad as bad:
        assert refused(talks.solve) in ("P046", "P042", "P052"), bad.code
        return
    if not expected:  # nobody needed numbers to exclude every outcome
        found = refused(talks.solve)
        assert found in ("P046", "P042") or not found.frontier
        return
    stated = [json.loads(text).get("reservation") for text in model.random_case(seed)["positions"]]
    if any(isinstance(one, list) for one in stated):
        assert refused(talks.solve) == "P046"  # a walk-away value that is a range
        return
    found = talks.solve()
    assert [
        (int(row.rank), int(row.outcomes_at), [Fraction(g.utility.exact) for g in row.gains])
        for row in found.frontier
    ] == [(point["rank"], point["outcomes"], list(point["utilities"])) for point in expected]
