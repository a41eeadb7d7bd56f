"""Layers instead of a tree (chapter, 7.1): sums of contributions, issue by issue."""

from fractions import Fraction

from . import boxes, rules
from .words import exact_reservation
from .exact import Bad, number
from .ranges import exact


def touched(rule):
    kind = rules.form(rule)
    if kind == "issue":
        return {rule["issue"]}
    if kind == "sum":
        return set(rule["sum"])
    return set().union(*(touched(part) for part in rules.parts(rule)))


def contribution(position, place, outcome):
    """Of one issue: the sum of its terms there."""
    return sum((weight * term.entry(outcome)[1]
                for term, weight in zip(position.utility, position.corners[0])
                if set(term.places) == {place}), Fraction(0))


def vectors(layer, size):
    """The vectors of a layer, or None where it is not a list of lists of number texts."""
    if not isinstance(layer, list):
        return None
    found = []
    for texts in layer:
        if not isinstance(texts, list) or len(texts) != size:
            return None
        try:
            if not all(isinstance(text, str) for text in texts):
                return None
            found.append(tuple(number(text) for text in texts))
        except Bad:
            return None
    return found


def hold(layers, lines, domain, positions):
    """Whether the layers show that no outcome keeps all lines. Only lines, terms and rules of one
    issue are used; a rule of several issues is left out, which proves no less."""
    reserved = [positions[line.split(".")[0]] for line in lines if line.endswith(".reservation")]
    kept = [boxes.line_of(positions[line.split(".")[0]], line) for line in lines
            if not line.endswith(".reservation")]
    if not all(exact(p) and all(len(set(t.places)) == 1 for t in p.utility) for p in reserved):
        return False
    if any(len(touched(rule)) != 1 for rule in kept):
        return False
    kept += [rule for _, _, rule in domain.rules if len(touched(rule)) == 1]
    if not isinstance(layers, list) or len(layers) != len(domain.issues):
        return False
    below = [(Fraction(0),) * len(reserved)]
    for place, layer in enumerate(layers):
        above = vectors(layer, len(reserved))
        if above is None or not steps(domain, place, kept, reserved, below, above):
            return False
        below = above
    try:
        bounds = [exact_reservation(position) for position in reserved]
    except Bad:
        return False
    return not any(all(v >= r for v, r in zip(vector, bounds)) for vector in below)


def steps(domain, place, kept, reserved, below, above):
    """Each vector below plus each allowed contribution of the issue is at most one above."""
    here = [rule for rule in kept if touched(rule) == {domain.issues[place].id}]
    for outcome in boxes.corners(domain, (place,), boxes.whole(domain)):
        if not all(rules.holds(rule, domain, outcome) for rule in here):
            continue
        step = [contribution(position, place, outcome) for position in reserved]
        for vector in below:
            total = [v + s for v, s in zip(vector, step)]
            if not any(all(t <= a for t, a in zip(total, bound)) for bound in above):
                return False
    return True
