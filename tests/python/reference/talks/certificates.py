"""Checks a certificate that there is no zone (chapter, 7.1)."""

import hashlib

from . import boxes, canonical, layers, words
from .domain import load_domain
from .exact import Bad, number
from .position import commitment, load_position
from .ranges import exact
from .rules import holds

MEMBERS = {"format", "domain_sha256", "conflict", "positions", "witness"}


class Wrong(Exception):
    """One word for what is wrong."""


def need(condition, word):
    if not condition:
        raise Wrong(word)


def check_certificate(data, domain_text, openings):
    """None, or a word for what is wrong: bytes, members, domain, names, commitments, openings,
    witness, tree or layers.

    `data`: the bytes; `openings`: {party: (salt, text of the position)}."""
    try:
        value = canonical.read(data)
    except canonical.NotCanonical:
        return "bytes"
    try:
        check(value, domain_text, openings)
    except Wrong as wrong:
        return str(wrong)
    return None


def check(value, domain_text, openings):
    proof = set(value) - MEMBERS
    need(proof in ({"tree"}, {"layers"}) and MEMBERS <= set(value), "members")
    need(value["format"] == "accord-talks-certificate/1", "members")
    digest = hashlib.sha256(domain_text.encode()).hexdigest()
    need(value["domain_sha256"] == digest, "domain")
    domain = load_domain(domain_text)
    lines = value["conflict"]
    need(is_sorted_texts(lines) and lines, "names")
    positions = check_positions(value["positions"], lines, domain, openings)
    for line in lines:
        need(line in words.constraints(positions[line.split(".")[0]]), "names")
    check_witness(value["witness"], lines, domain, positions)
    if "tree" in value:
        Tree(value["tree"], lines, domain, positions).check()
    else:
        need(layers.hold(value["layers"], lines, domain, positions), "layers")


def is_sorted_texts(names):
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return False
    return all(a.encode() < b.encode() for a, b in zip(names, names[1:]))


def check_positions(rows, lines, domain, openings):
    parties = sorted({line.split(".")[0] for line in lines}, key=str.encode)
    need(isinstance(rows, list) and all(is_pair(row) for row in rows), "commitments")
    need([row[0] for row in rows] == parties, "commitments")
    found = {}
    for party, committed in rows:
        need(party in openings, "openings")
        salt, text = openings[party]
        need(len(salt) == 32 and committed == commitment(text, salt), "commitments")
        try:
            found[party] = load_position(text, domain)
        except Bad as bad:
            raise Wrong("openings") from bad
        need(found[party].party == party, "openings")
    return found


def is_pair(row):
    return isinstance(row, list) and len(row) == 2 and isinstance(row[0], str)


def is_whole(value, size):
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < size


def check_witness(rows, lines, domain, positions):
    """For each line an outcome that keeps the rules and all lines but this one."""
    need(isinstance(rows, list) and all(is_pair(row) for row in rows), "witness")
    need([row[0] for row in rows] == lines, "witness")
    for line, indices in rows:
        need(isinstance(indices, list) and len(indices) == len(domain.issues), "witness")
        need(all(is_whole(index, len(issue.values))
                 for index, issue in zip(indices, domain.issues)), "witness")
        outcome = tuple(indices)
        need(all(holds(rule, domain, outcome) for _, _, rule in domain.rules), "witness")
        broken = {name for p in positions.values() for name in words.no_reasons(p, outcome)}
        need(not broken & (set(lines) - {line}), "witness")


class Tree:
    """Nodes in preorder, walked once."""

    def __init__(self, nodes, lines, domain, positions):
        need(isinstance(nodes, list), "tree")
        self.nodes = list(nodes)
        self.lines = lines
        self.domain = domain
        self.positions = positions

    def check(self):
        waiting = [boxes.whole(self.domain)]
        for node in self.nodes:
            need(waiting and isinstance(node, list) and node, "tree")
            box = waiting.pop()
            if node[0] == "split":
                waiting.extend(self.split(node, box))
            else:
                need(self.refuted(node, box), "tree")
        need(not waiting, "tree")

    def split(self, node, box):
        """The part outside, then the part inside, so that inside is walked first."""
        need(len(node) == 3 and is_whole(node[1], len(box)), "tree")
        size = len(self.domain.issues[node[1]].values)
        inside, last = set(), -2
        need(isinstance(node[2], list) and node[2], "tree")
        for span in node[2]:
            need(isinstance(span, list) and len(span) == 2, "tree")
            need(all(is_whole(end, size) for end in span), "tree")
            need(last + 1 < span[0] <= span[1], "tree")
            last = span[1]
            inside |= set(range(span[0], span[1] + 1))
        left = box[node[1]]
        need(left & inside and left - inside, "tree")
        return [self.part(box, node[1], left - inside), self.part(box, node[1], left & inside)]

    @staticmethod
    def part(box, place, left):
        return box[:place] + [left] + box[place + 1:]

    def refuted(self, node, box):
        need(len(node) == 2, "tree")
        if node[0] == "rule":
            rules = [rule for name, _, rule in self.domain.rules if name == node[1]]
            need(rules, "tree")
            return boxes.evaluate(rules[0], self.domain, box) is False
        if node[0] == "line":
            need(node[1] in self.lines, "tree")
            return refuted_by_line(self.positions[node[1].split(".")[0]], node[1], box)
        need(node[0] == "weights", "tree")
        return self.weighted(node[1], box)

    def weighted(self, rows, box):
        need(isinstance(rows, list) and rows and all(is_pair(row) for row in rows), "tree")
        need(is_sorted_texts([row[0] for row in rows]), "tree")
        weights, parties = {}, []
        for name, weight in rows:
            need(name in self.lines and name.endswith(".reservation"), "tree")
            party = self.positions[name.split(".")[0]]
            need(isinstance(weight, str) and exact(party), "tree")
            try:
                weights[party.party] = number(weight)
            except Bad as bad:
                raise Wrong("tree") from bad
            need(weights[party.party] > 0, "tree")
            need(party.reservation is None or len(set(party.reservation)) == 1, "tree")
            parties.append(party)
        return boxes.breaks_weighted(parties, weights, box)


def refuted_by_line(position, name, box):
    if name.split(".")[1:] == ["reservation"]:
        return boxes.breaks_reservation(position, box)
    return boxes.evaluate(boxes.line_of(position, name), position.domain, box) is False
