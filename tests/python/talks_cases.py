"""Talks that the tests of the reference model share: `vectors/talks` and small ones made here."""

import json
import pathlib

from reference import talks

CASES = pathlib.Path(__file__).resolve().parents[2] / "vectors" / "talks"
BOTH = ["A.reservation", "B.reservation"]
THRESHOLDS = {"A": "0.7", "B": "0.7"}


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


def toy_above(reservations):
    """The toy with other walk-away values, as texts."""
    texts = {}
    for party, value in reservations.items():
        data = json.loads((CASES / "toy" / f"{party}.json").read_text())
        texts[party] = json.dumps({**data, "reservation": value})
    return (CASES / "toy" / "domain.json").read_text(), texts


def spoken(**members):
    """A party on the domain of the marks, without numbers."""
    domain, _ = load("marks")
    return talks.load_position(json.dumps(
        {"format": "accord-talks-position/1", "party": "A", **members}), domain)


def answers(position_, *outcomes):
    found = []
    for outcome in outcomes:
        labels = dict(zip(("level", "visits", "relief"), outcome.split()))
        found.append(talks.answer(position_, position_.domain.outcome(labels))["answer"])
    return " ".join(found)


def read(case):
    domain = talks.load_domain(case["domain"])
    return domain, [talks.load_position(text, domain) for text in case["positions"]]
