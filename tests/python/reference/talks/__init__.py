"""A slow, obvious model of indirect talks, written from the chapter `talks` and nothing else.

Every question is answered by listing all outcomes (at most 20,000) with exact fractions. Nothing is
shared with the program, and no algorithm of the chapter is used where its definition will do.

    domain = load_domain(text)               issues, rules, parties; .sha256, .size, .rank, .at
    position = load_position(text, domain)   raises Bad(code) as the chapter names it
    zone(domain, positions, round_=0)        "answer", counts, "silent_parties", "first_sure" or
                                             "nearest" (2.1)
    frontier(domain, positions, round_=0)    efficient points, greatest first utility first (6.1)
    solutions(domain, positions, round_=0)   "nash", "ks", "egal", "welfare", "ideal",
                                             "disagreement", or None without a zone (6.1)
    conflicts(domain, positions, round_=0)   "conflicts", "relaxations", "alone", "masks" (7)

Outcomes are given by `rank` and by {issue: label}. Utilities are `Fraction`. Lists of parties are
in the order in which the positions are given.
"""

from .conflicts import conflicts
from .domain import load_domain
from .exact import Bad
from .frontier import frontier
from .position import load_position
from .solutions import RULES, solutions
from .zone import zone

__all__ = ["RULES", "Bad", "conflicts", "frontier", "load_domain", "load_position", "solutions", "zone"]
