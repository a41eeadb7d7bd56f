"""How sensitive the answer is (chapter, 7, step 5): moves, prices, exaggeration."""

import copy
import dataclasses
from fractions import Fraction

from . import blocked as why
from . import ranges, rules
from .words import exact_utility, in_time
from .exact import number, plain
from .fair import RULES, chosen, maximisers, solutions
from .points import disagreement, ideal, points
from .zones import not_excluded


def bounds(rule, path=()):
    """[(path, "min" or "max")] of every number that bounds something in a rule."""
    kind = rules.form(rule)
    if kind in ("issue", "sum"):
        return [(path, side) for side in ("min", "max") if side in rule]
    inside = rule[kind] if kind in ("all", "any") else None
    if inside is not None:
        steps = [((kind, i), part) for i, part in enumerate(inside)]
    elif kind == "not":
        steps = [(("not",), rule["not"])]
    else:
        steps = [(("if",), rule["if"]), (("then",), rule["then"])]
    return [found for step, part in steps for found in bounds(part, path + step)]


def atom(rule, path):
    for step in path:
        rule = rule[step]
    return rule


def attained(rule, domain):
    """The values that the bounded quantity has on the domain."""
    if "issue" in rule:
        return sorted(domain.issue(rule["issue"]).values)
    return sorted({rules.total(rule, domain, outcome) for outcome in domain.outcomes()})


def moved(rule, path, side, value):
    changed = copy.deepcopy(rule)
    atom(changed, path)[side] = plain(value)
    return changed


def least_move(rule, path, side, domain, others):
    """The nearest value of a bound with which one of the other outcomes keeps the rule, or None."""
    old = number(atom(rule, path)[side])
    for value in sorted(attained(atom(rule, path), domain), key=lambda v: (abs(v - old), v)):
        changed = moved(rule, path, side, value)
        if any(rules.holds(changed, domain, outcome) for outcome in others):
            return {"from": old, "to": value}
    return None


def moves(domain, positions):
    """Of an empty zone: {line: [{"path", "side", "from", "to"}]} for each bound, or walk-away
    value, whose fall alone opens the zone; the outcome must break nothing else."""
    masks = why.masks(domain, positions)
    if frozenset() in masks:
        return {}
    found = {}
    for position in positions:
        for name, _, rule in position.red_lines:
            others = masks.get(frozenset([f"{position.party}.{name}"]), [])
            rows = []
            for path, side in bounds(rule) if others else []:
                step = least_move(rule, path, side, domain, others)
                if step:
                    rows.append({"path": list(path), "side": side, **step})
            if rows:
                found[f"{position.party}.{name}"] = rows
        line = f"{position.party}.reservation"
        others = masks.get(frozenset([line]), [])
        if others and position.reservation is not None:
            best = max(in_time(position, 0, ranges.utility(position, o)[1]) for o in others)
            found[line] = [{"path": [], "side": "min", "from": position.reservation[0], "to": best}]
    return found


def without(position, line):
    """The position without one foreground constraint."""
    kind = line.split(".")[1:]
    if kind == ["reservation"]:
        return dataclasses.replace(position, reservation=None, package=None)
    if kind[0] == "package":
        packages = list(position.packages)
        packages[int(kind[1]) - 1] = ("dropped", packages[int(kind[1]) - 1][1])
        return dataclasses.replace(position, packages=tuple(packages))
    if kind[0] == "no":
        place = position.domain.place(line.split(".", 2)[2])
        marks = {**position.marks, place: {**position.marks[place], "no": set()}}
        return dataclasses.replace(position, marks=marks)
    lines = tuple(one for one in position.red_lines if one[0] != kind[0])
    return dataclasses.replace(position, red_lines=lines)


def prices(domain, positions, exact=True):
    """{line: {"zone": number of outcomes, "nash": utilities of the chosen point or None}} with each
    line removed."""
    found = {}
    for line in why.names(positions):
        changed = [without(p, line) if p.party == why.owner(line) else p for p in positions]
        row = {"zone": len(not_excluded(domain, changed)), "nash": None}
        if exact and row["zone"]:
            row["nash"] = solutions(domain, changed)["nash"]["chosen"]["utilities"]
        found[line] = row
    return found


def pretences(position):
    """[(what is changed, the position)]: one weight by a tenth up or down, r up by 0.05."""
    found = []
    for i, term in enumerate(position.utility):
        for factor in (Fraction(11, 10), Fraction(9, 10)):
            weight = tuple(w * factor for w in term.weight)
            terms = list(position.utility)
            terms[i] = dataclasses.replace(term, weight=weight)
            found.append((f"weight {i} x {plain(factor)}",
                          dataclasses.replace(position, utility=tuple(terms))))
    if position.reservation is not None:
        raised = tuple(r + Fraction(1, 20) for r in position.reservation)
        found.append(("reservation + 0.05", dataclasses.replace(position, reservation=raised)))
    return found


def choice(rule, domain, positions):
    """(outcome chosen by a rule, disagreement), or None without a zone."""
    found = points(domain, positions)
    if not found:
        return None
    at, best = disagreement(positions, found), ideal(found)
    those = maximisers(rule, list(found), at, best)
    return domain.at(chosen(domain, found, those, at, best)["rank"]), at


def exaggeration(domain, positions):
    """{rule: {party: {"gain": the largest, "gains": {change: gain}}}}, in the party's true utility
    at the chosen outcome; where the pretence leaves no zone, minus its gain over d."""
    report = {}
    for rule in RULES:
        honest = choice(rule, domain, positions)
        if honest is None:
            return None
        report[rule] = {}
        for i, position in enumerate(positions):
            true = exact_utility(position, honest[0])
            gains = {}
            for change, other in pretences(position):
                there = choice(rule, domain, positions[:i] + [other] + positions[i + 1:])
                if there is None:
                    gains[change] = -(true - honest[1][i])
                else:
                    gains[change] = exact_utility(position, there[0]) - true
            report[rule][position.party] = {"gain": max(gains.values()), "gains": gains}
    return report
