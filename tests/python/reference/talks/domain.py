"""The domain: issues, outcomes in order of rank, public rules (chapter, 2 and 4)."""

import hashlib
import itertools
from dataclasses import dataclass, field

from . import rules
from .exact import Bad, Number, is_number, number, plain, read_json

LIMIT = 20_000


@dataclass(frozen=True)
class Issue:
    """`values`: texts of a discrete issue, else fractions; a continuous one has its two ends."""

    id: str
    kind: str
    values: tuple
    continuous: bool = False

    @property
    def numeric(self):
        return self.kind != "discrete"

    def index(self, value):
        """The place of a value as it is written in tables, lists and boxes."""
        if self.numeric:
            if not is_number(value) or number(value) not in self.values:
                raise Bad("unknown_value", f"{self.id}: {value}")
            return self.values.index(number(value))
        if not isinstance(value, str) or value not in self.values:
            raise Bad("unknown_value", f"{self.id}: {value}")
        return self.values.index(str(value))

    def label(self, index):
        return plain(self.values[index]) if self.numeric else self.values[index]


@dataclass(frozen=True)
class Domain:
    name: str
    issues: tuple
    parties: tuple = ()
    rules: tuple = ()  # (id, text, rule)
    sha256: str = ""
    text: str = field(default="", repr=False)

    @property
    def size(self):
        size = 1
        for issue in self.issues:
            size *= len(issue.values)
        return size

    def place(self, name):
        for place, issue in enumerate(self.issues):
            if issue.id == name:
                return place
        raise Bad("unknown_issue", name)

    def issue(self, name):
        return self.issues[self.place(name)]

    def outcomes(self):
        """All vectors of indices: the first issue is the most significant: rank order."""
        if any(issue.continuous for issue in self.issues):
            raise Bad("needs_grid", self.name)
        if self.size > LIMIT:
            raise Bad("too_large", str(self.size))
        return itertools.product(*(range(len(issue.values)) for issue in self.issues))

    def rank(self, outcome):
        rank = 0
        for issue, index in zip(self.issues, outcome):
            rank = rank * len(issue.values) + index
        return rank

    def at(self, rank):
        outcome = []
        for issue in reversed(self.issues):
            rank, index = divmod(rank, len(issue.values))
            outcome.append(index)
        return tuple(reversed(outcome))

    def labels(self, outcome):
        return {issue.id: issue.label(i) for issue, i in zip(self.issues, outcome)}

    def outcome(self, labels):
        """The vector of indices of {issue: value}; every issue must be named."""
        if set(labels) != {issue.id for issue in self.issues}:
            raise Bad("incomplete_package", repr(sorted(labels)))
        return tuple(issue.index(labels[issue.id]) for issue in self.issues)

    def keeps_rules(self, outcome):
        return all(rules.holds(rule, self, outcome) for _, _, rule in self.rules)


def whole(value, where):
    if number(value).denominator != 1:
        raise Bad("not_a_number", where)
    return number(value)


def read_integer(data):
    low, high = whole(data["low"], "low"), whole(data["high"], "high")
    step = whole(data.get("step", Number("1")), "step")
    if low > high:
        raise Bad("range_order", data["id"])
    if step <= 0:
        raise Bad("bad_step", data["id"])
    return tuple(low + k * step for k in range((high - low) // step + 1))


def read_real(data):
    low, high = number(data["low"]), number(data["high"])
    if low >= high:
        raise Bad("range_order", data["id"])
    if data.get("continuous") is True:
        return (low, high)
    points = whole(data["points"], "points")
    if points < 2:
        raise Bad("bad_step", data["id"])
    return tuple(low + (high - low) * i / (points - 1) for i in range(int(points)))


def read_issue(data):
    kind = data["kind"]
    if kind == "discrete":
        values = tuple(str(value) for value in data["values"])
    elif kind == "integer":
        values = read_integer(data)
    elif kind == "real":
        values = read_real(data)
    else:
        raise Bad("unknown_kind", kind)
    if not values:
        raise Bad("empty_issue", data["id"])
    if len(set(values)) != len(values):
        raise Bad("duplicate_value", data["id"])
    return Issue(data["id"], kind, values, data.get("continuous") is True)


def load_domain(text):
    """A domain from its JSON text; the digest is of the bytes as they are."""
    data = read_json(text)
    if data.get("format") != "accord-talks-domain/1":
        raise Bad("bad_format", str(data.get("format")))
    issues = tuple(read_issue(issue) for issue in data["issues"])
    if not issues:
        raise Bad("empty_domain")
    if len({issue.id for issue in issues}) != len(issues):
        raise Bad("duplicate_issue")
    public = tuple((r["id"], r.get("text", ""), r["rule"]) for r in data.get("rules", []))
    digest = hashlib.sha256(text.encode()).hexdigest()
    domain = Domain(
        data.get("name", ""), issues, tuple(data.get("parties", ())), public, digest, text)
    for _, _, rule in public:
        rules.check(rule, domain)
    return domain
