"""Small random domains and positions, as the JSON texts that a party would seal.

Every kind of issue, term, line and answer of section 2 occurs. What a party says does not disagree
with itself more than by chance: an order follows one choice of the numbers inside the ranges.
"""

import hashlib
import itertools
import json
import random
from fractions import Fraction

from .domain import load_domain
from .exact import Bad, plain, read_json
from .position import load_position
from .random_rules import a_rule
from .ranges import utility
from .rules import holds
from .zones import allowed

NAMES = ("A", "B", "C", "D")


def random_case(seed, exact=False):
    """{"domain": text, "positions": [text], "round": 0 or more}. `exact`: every party gives one
    number for each outcome and a walk-away value, so that every rule of section 6 applies."""
    rng = random.Random(f"talks {seed}")
    parties = NAMES[:rng.choice([2, 2, 2, 3, 3, 4])]
    domain = a_domain(rng, parties)
    text = json.dumps(domain, ensure_ascii=False)
    if not satisfiable(text):
        text = json.dumps({**domain, "rules": []}, ensure_ascii=False)
    named = domain.get("parties", ())
    may_be_silent = () if exact or len(parties) < 3 else named
    speaking = [p for p in parties if p not in may_be_silent or rng.random() < 0.8]
    speaking = speaking if len(speaking) > 1 else list(parties)
    positions = [Party(rng, load_domain(text), party, exact).write() for party in speaking]
    return {"domain": text, "positions": positions, "round": rng.choice([0, 0, 0, 1, 3])}


def satisfiable(text):
    try:
        return bool(allowed(load_domain(text)))
    except Bad:
        return False


def an_issue(rng, name):
    kind = rng.choice(["discrete", "discrete", "integer", "real"])
    size = rng.choice([2, 2, 3, 3, 4])
    if kind == "discrete":
        values = rng.sample(["no", "3.67", "5", "late", "é"], size)
        return {"id": name, "kind": kind, "values": values}
    if kind == "integer":
        low, step = rng.randint(-3, 3), rng.randint(1, 3)
        return {"id": name, "kind": kind, "low": low, "step": step,
                "high": low + step * (size - 1) + rng.randint(0, step - 1)}
    low = rng.randint(-2, 2)
    return {"id": name, "kind": kind, "low": low, "high": low + rng.randint(1, 5), "points": size}


def a_domain(rng, parties):
    issues = [an_issue(rng, name) for name in "xyzw"[:rng.choice([1, 2, 2, 3, 3, 4])]]
    domain = {"format": "accord-talks-domain/1", "name": "random", "issues": issues}
    if rng.random() < 0.4:
        domain["parties"] = list(parties)
    if rng.random() < 0.4:
        plain_domain = load_domain(json.dumps(domain))
        domain["rules"] = [{"id": f"P{i}", "text": "", "rule": a_rule(rng, plain_domain)}
                           for i in range(1, rng.randint(2, 3))]
    return domain


class Party:
    def __init__(self, rng, domain, name, exact):
        self.rng = rng
        self.domain = domain
        self.name = name
        self.exact = exact
        self.truth = {}  # issue -> true values of its only term
        style = ["numbers"] if exact else ["numbers", "ranges", "ranges", "marks", "words", "all"]
        self.style = rng.choice(style)

    def some(self, chance):
        return self.rng.random() < chance

    def say(self, value):
        """A number in one of its forms."""
        text = plain(Fraction(value))
        forms = [text, f"{Fraction(value).numerator}/{Fraction(value).denominator}"]
        if "/" not in text:
            forms += [int(value)] if Fraction(value).denominator == 1 else [text + "0"]
        return self.rng.choice(forms)

    def write(self):
        data = {"format": "accord-talks-position/1", "party": self.name,
                "domain_sha256": hashlib.sha256(self.domain.text.encode()).hexdigest()}
        if self.style in ("numbers", "ranges", "all"):
            data.update(self.numbers())
        if self.some(0.6):
            data["red_lines"] = [
                {"id": f"R{i}", "text": "a line", "rule": self.line()}
                for i in range(1, self.rng.randint(2, 4))]
        if self.style in ("marks", "all"):
            data.update(self.marks())
        if self.style in ("words", "all", "ranges") and self.some(0.8):
            data["order"] = self.order()
        if self.style in ("words", "all", "marks") and self.some(0.7):
            data["packages"] = self.packages()
        if self.style == "words" and self.some(0.5):
            data["reservation"] = {"as_good_as": self.package()}
        if not self.exact and self.some(0.1):
            data["otherwise"] = "acceptable"
        return json.dumps(data, ensure_ascii=False)

    def line(self):
        """Mostly a rule that more than half of the outcomes keep."""
        while True:
            rule = a_rule(self.rng, self.domain)
            read = read_json(json.dumps(rule))
            kept = [holds(read, self.domain, outcome) for outcome in self.domain.outcomes()]
            if 2 * sum(kept) > len(kept) or self.some(0.15):
                return rule

    def numbers(self):
        wide = self.style != "numbers"
        data = {}
        if wide and self.some(0.25):
            terms = [self.table(issue, "1", wide) for issue in self.domain.issues]
            names = [issue.id for issue in self.domain.issues]
            data["weight_order"] = self.rng.sample(names, len(names))
        else:
            terms = [self.single(issue, wide) for issue in self.domain.issues]
            terms += self.joint(wide)
            if wide and self.some(0.4):
                data["weights_sum"] = self.say(self.middle(terms))
        data["utility"] = terms
        data.update(self.reservation(wide, data))
        if self.style == "numbers" and self.some(0.4):
            data["time"] = self.time()
        return data

    def middle(self, terms):
        """A sum that some choice of the weights has."""
        total, spare = Fraction(0), Fraction(0)
        for term in terms:
            weight = term["weight"]
            low, high = weight if isinstance(weight, list) else (weight, weight)
            total += Fraction(low)
            spare += Fraction(high) - Fraction(low)
        return total + spare * Fraction(self.rng.randint(0, 4), 4)

    def weight(self, wide):
        low = Fraction(self.rng.randint(0, 6), 10)
        if wide and self.some(0.7):
            return [self.say(low), self.say(low + Fraction(self.rng.randint(0, 4), 10))]
        return self.say(low)

    def entry(self, wide):
        """(true value, as written)."""
        low = Fraction(self.rng.randint(-2, 10), 10)
        if wide and self.some(0.4):
            high = low + Fraction(self.rng.randint(0, 4), 10)
            true = low + (high - low) * Fraction(self.rng.randint(0, 2), 2)
            return true, [self.say(low), self.say(high)]
        return low, self.say(low)

    def table(self, issue, weight, wide):
        rows, true = {}, []
        for index in range(len(issue.values)):
            value, written = self.entry(wide)
            rows[issue.label(index)] = written
            true.append(value)
        self.truth[issue.id] = true
        return {"issue": issue.id, "weight": weight, "table": rows}

    def single(self, issue, wide):
        weight = self.weight(wide)
        if not issue.numeric or self.some(0.5):
            return self.table(issue, weight, wide)
        low, high = issue.values[0], issue.values[-1]
        ends = sorted({low, high, low + (high - low) * Fraction(self.rng.randint(1, 6), 7)})
        corners = [[self.say(at), self.say(Fraction(self.rng.randint(0, 10), 10))] for at in ends]
        return {"issue": issue.id, "weight": weight, "points": corners}

    def joint(self, wide):
        terms = []
        issues = self.domain.issues
        if len(issues) > 1 and self.some(0.4):
            pair = self.rng.sample(issues, 2)
            tuples = list(itertools.product(*(range(len(issue.values)) for issue in pair)))
            rows = [[[i.label(v) for i, v in zip(pair, values)], self.entry(wide)[1]]
                    for values in self.rng.sample(tuples, self.rng.randint(1, len(tuples)))]
            names = [issue.id for issue in pair]
            terms.append({"issues": names, "weight": self.weight(wide), "table": rows})
            if self.some(0.6):
                terms[-1]["default"] = self.entry(False)[1]
            self.forget(pair)
        if self.some(0.3):
            chosen = self.rng.sample(issues, self.rng.randint(1, min(2, len(issues))))
            box = {issue.id: self.side(issue) for issue in chosen}
            terms.append({"box": box, "value": self.entry(False)[1], "weight": self.weight(wide)})
            if self.some(0.5):
                terms[-1]["outside"] = True
            self.forget(chosen)
        return terms

    def forget(self, issues):
        """No order is written of an issue that several terms touch."""
        for issue in issues:
            self.truth[issue.id] = None

    def side(self, issue):
        values = [issue.label(v) for v in range(len(issue.values))]
        if not issue.numeric:
            return {"in": self.rng.sample(values, self.rng.randint(1, len(values)))}
        low, high = sorted(self.rng.choices(range(len(values)), k=2))
        return self.rng.choice([{"min": values[low]}, {"max": values[high]},
                                {"min": values[low], "max": values[high]}])

    def reservation(self, wide, data):
        if self.exact or self.some(0.5):
            return {"reservation": self.say(self.level(data))}
        if wide and self.some(0.4):
            low = self.level(data)
            return {"reservation": [self.say(low - Fraction(1, 5)), self.say(low)]}
        if self.some(0.5):
            return {"reservation": {"as_good_as": self.package()}}
        return {}

    def level(self, data):
        """A walk-away value that some outcomes reach; often exactly the utility of one."""
        text = json.dumps({"format": "accord-talks-position/1", "party": self.name, **data})
        own = load_position(text, self.domain)
        values = sorted(utility(own, outcome)[1] for outcome in self.domain.outcomes())
        level = values[self.rng.randrange(1 + 3 * len(values) // 4)]
        return level if self.some(0.5) else Fraction(round(level * 10), 10)

    def time(self):
        kind = self.rng.choice([{"factor": self.rng.choice(["0.9", "0.97", "1", "1/2"])},
                                {"cost": self.rng.choice(["0", "0.02", 1])}])
        return {**kind, **self.rng.choice([{}, {"reservation": "fixed"},
                                           {"reservation": "discounted"}])}

    def package(self):
        return {issue.id: self.rng.choice([issue.label(v) for v in range(len(issue.values))])
                for issue in self.domain.issues}

    def marks(self):
        marks = {}
        for issue in self.domain.issues:
            lists = {"yes": [], "live": [], "no": []}
            for v in range(len(issue.values)):
                word = self.rng.choice(["yes", "yes", "yes", "live", "live", "no", None])
                if word:
                    lists[word].append(issue.label(v))
            if any(lists.values()):
                marks[issue.id] = {word: values for word, values in lists.items() if values}
        data = {"marks": marks}
        if self.some(0.7):
            data["together"] = True
            data["live_at_most"] = self.rng.randint(0, 2)
        return data

    def order(self):
        order = {}
        for issue in self.domain.issues:
            values = list(range(len(issue.values)))
            true = self.truth.get(issue.id, [self.rng.randint(0, 2) for _ in values])
            if true is None or (issue.id not in self.truth and self.style in ("ranges", "all")):
                continue
            ranked = [v for v in values if self.rng.random() < 0.9]
            levels = sorted({true[v] for v in ranked}, reverse=True)
            groups = [[issue.label(v) for v in ranked if true[v] == level] for level in levels]
            if groups:
                order[issue.id] = groups
        return order

    def packages(self):
        packages = []
        for _ in range(self.rng.randint(1, 3)):
            word = self.rng.choice(["yes", "no"])
            issues = list(self.domain.issues)
            if word == "no":
                issues = self.rng.sample(issues, self.rng.randint(1, len(issues)))
            named = {}
            for issue in issues:
                labels = [issue.label(v) for v in range(len(issue.values))]
                named[issue.id] = self.rng.sample(labels, self.rng.randint(1, min(2, len(labels))))
            packages.append({"is": named, "answer": word})
        return packages
