"""A position, as sealed (chapter, 2, 2.1 and 4)."""

import functools
import hashlib
from dataclasses import dataclass, field
from fractions import Fraction

from . import rules, weights
from .exact import Bad, Number, interval, number, read_json
from .utility import read_term


@dataclass(frozen=True)
class Position:
    """`utility` is None where the party gave no numbers; `reservation` is (low, high) or None;
    `package` is the outcome of `as_good_as`; lists of values are held as sets of indices."""

    party: str
    domain: object
    utility: tuple = None
    reservation: tuple = None
    package: tuple = None
    time: dict = field(default_factory=dict)
    weights_sum: Fraction = None
    weight_order: tuple = None
    red_lines: tuple = ()  # (id, text, rule)
    marks: dict = field(default_factory=dict)  # place -> {yes, live, no: set of indices}
    together: bool = False
    live_at_most: int = 0
    order: dict = field(default_factory=dict)  # place -> {index: group, 0 is best}
    packages: tuple = ()  # (answer, {place: set of indices})
    otherwise: str = "open"
    text: str = field(default="", repr=False)

    @functools.cached_property
    def corners(self):
        return weights.corners(self)


def check_id(name):
    if not 1 <= len(name) <= 64 or "." in name or any(ord(c) < 32 or ord(c) == 127 for c in name):
        raise Bad("bad_id", name)


def read_lines(data, domain):
    lines = []
    for line in data.get("red_lines", []):
        check_id(line["id"])
        if line["id"] in ("reservation", "no", "package"):
            raise Bad("bad_id", line["id"])
        rules.check(line["rule"], domain)
        lines.append((line["id"], line.get("text", ""), line["rule"]))
    if len({line[0] for line in lines}) != len(lines):
        raise Bad("duplicate_red_line")
    return tuple(lines)


def read_marks(data, domain):
    marks = {}
    for name, lists in data.get("marks", {}).items():
        issue = domain.issue(name)
        read = {word: {issue.index(value) for value in lists.get(word, [])}
                for word in ("yes", "live", "no")}
        if sum(len(lists.get(word, [])) for word in read) != len(set.union(*read.values())):
            raise Bad("duplicate_value", name)
        marks[domain.place(name)] = read
    return marks


def read_order(data, domain):
    order = {}
    for name, groups in data.get("order", {}).items():
        issue = domain.issue(name)
        ranks = {issue.index(v): group for group, values in enumerate(groups) for v in values}
        if len(ranks) != sum(len(values) for values in groups):
            raise Bad("duplicate_value", name)
        order[domain.place(name)] = ranks
    return order


def read_packages(data, domain):
    packages = []
    for package in data.get("packages", []):
        named = {domain.place(name): {domain.issue(name).index(v) for v in values}
                 for name, values in package["is"].items()}
        if package["answer"] not in ("yes", "no"):
            raise Bad("bad_format", package["answer"])
        if package["answer"] == "yes" and len(named) != len(domain.issues):
            raise Bad("incomplete_package")
        packages.append((package["answer"], named))
    return tuple(packages)


def read_weight_order(data, domain, terms):
    if "weight_order" not in data:
        return None
    order = tuple(domain.place(name) for name in data["weight_order"])
    touched = [term.places for term in terms or ()]
    if sorted(touched) != sorted((place,) for place in order):
        raise Bad("bad_weights", "one term for each issue of weight_order")
    if any(term.weight != (1, 1) for term in terms):
        raise Bad("bad_weights", "weight_order is written with weight 1")
    return order


def check_weights(terms, total):
    if any(term.weight[0] < 0 for term in terms):
        raise Bad("negative_weight")
    if total is not None:
        low = sum(term.weight[0] for term in terms)
        high = sum(term.weight[1] for term in terms)
        if not low <= total <= high:
            raise Bad("bad_weights", str(total))


def load_position(text, domain):
    """A position from its JSON text."""
    data = read_json(text)
    if data.get("format") != "accord-talks-position/1":
        raise Bad("bad_format", str(data.get("format")))
    if data.get("domain_sha256", domain.sha256) != domain.sha256:
        raise Bad("domain_mismatch")
    check_id(data["party"])
    terms = None
    if "utility" in data:
        terms = tuple(read_term(term, domain) for term in data["utility"])
    total = number(data["weights_sum"]) if "weights_sum" in data else None
    check_weights(terms or (), total)
    reservation, package = data.get("reservation"), None
    if isinstance(reservation, dict):
        package = domain.outcome(reservation["as_good_as"])
        reservation = None
    elif reservation is not None:
        reservation = interval(reservation)
    return Position(
        data["party"], domain, terms, reservation, package, data.get("time", {}), total,
        read_weight_order(data, domain, terms), read_lines(data, domain),
        read_marks(data, domain), data.get("together", False),
        int(data.get("live_at_most", Number("0"))), read_order(data, domain),
        read_packages(data, domain), data.get("otherwise", "open"), text)


def commitment(text, salt):
    """Of a sealed position: 32 bytes of salt."""
    data = b"accord/talks-position/v1\n" + salt + text.encode()
    return hashlib.sha256(data).hexdigest()
