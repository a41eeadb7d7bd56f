"""Why there is no zone (chapter, 7), by definition: all subsets of the lines are tried."""

import itertools

from . import words, zones

LINES = 16


def masks(domain, positions, round_=0):
    """{set of broken foreground constraints: [outcomes]} of the outcomes that keep the rules."""
    zones.check_positions(domain, positions)
    found = {}
    for outcome in zones.allowed(domain):
        broken = frozenset(
            name for p in positions for name in words.no_reasons(p, outcome, round_))
        found.setdefault(broken, []).append(outcome)
    return found


def names(positions):
    return sorted(name for p in positions for name in words.constraints(p))


def subsets(lines):
    for size in range(len(lines) + 1):
        for group in itertools.combinations(lines, size):
            yield frozenset(group)


def minimal(groups):
    return [group for group in groups if not any(other < group for other in groups)]


def is_relaxation(group, found):
    """Without these lines some outcome breaks nothing."""
    return any(broken <= group for broken in found)


def is_conflict(group, found):
    """No outcome keeps all of these lines."""
    return all(broken & group for broken in found)


def owner(line):
    return line.split(".")[0]


def report_order(groups):
    """Fewest parties, then fewest lines, then names (step 4)."""
    def key(group):
        return len({owner(line) for line in group}), len(group), sorted(group)

    return [sorted(group) for group in sorted(groups, key=key)]


def smallest(test, lines, found):
    """All inclusion-minimal subsets of the lines that pass the test."""
    passing = []
    for group in subsets(lines):
        if not any(other <= group for other in passing) and test(group, found):
            passing.append(group)
    return passing


def conflicts(domain, positions, round_=0):
    """{"excluded", "conflicts", "relaxations", "alone": {line: number of outcomes that break this
    line and nothing else}, "masks": {sorted tuple of lines: number of outcomes}}.

    Where there is a zone, the only relaxation is the empty one and there is no conflict."""
    found = masks(domain, positions, round_)
    lines = sorted({line for broken in found for line in broken})
    if len(lines) > LINES:
        raise ValueError(f"{len(lines)} lines that are broken somewhere; {LINES} are tried")
    return {
        "excluded": frozenset() not in found,
        "conflicts": report_order(smallest(is_conflict, lines, found)),
        "relaxations": report_order(smallest(is_relaxation, lines, found)),
        "alone": {line: len(found.get(frozenset([line]), [])) for line in names(positions)},
        "masks": {tuple(sorted(broken)): len(outcomes) for broken, outcomes in found.items()},
    }
