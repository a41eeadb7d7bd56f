"""A slow, obvious model of indirect talks, written from the chapter `talks` and nothing else.

Every question is answered by listing all outcomes (at most 20,000) with exact fractions. Nothing is
shared with the program, and no algorithm of the chapter is used where its definition will do.

    domain = load_domain(text)               issues, rules, parties; .sha256 .size .rank .at .labels
    position = load_position(text, domain)   both raise Bad, whose .code is one of section 13
    answer(position, outcome)                "answer" (yes, no, open), reasons "no" and "yes" (2.1)
    contradictions(position)                 outcomes with a reason for yes and one for no
    zone(domain, positions)                  "answer", counts, "silent_parties", "first_sure" or
                                             "nearest" (2.1)
    public_words(positions_csv, issues_csv, day, public_only)   marks, three columns, counts (2.2)
    frontier(domain, positions)              efficient points, greatest first utility first (6.1)
    solutions(domain, positions)             "nash" "ks" "egal" "welfare" "ideal" "disagreement", or
                                             None without a zone (6.1)
    lotteries(domain, positions)             the same over mixtures, two to four parties (6.1)
    continuous(domain, positions)            two linear parties on continuous issues (6.2, 7)
    is_epsilon_frontier(kept, points, ...)   None, or what is wrong (6.2, 5)
    efficient(domain, positions)             ranks: "sure", "possible", "excluded" (6.3)
    utility_range(position, outcome)         (least, greatest) utility (6.3)
    difference(position, one, other)         (least, greatest) of u(one) - u(other) (6.3)
    conflicts(domain, positions)             "conflicts" "relaxations" "alone" "masks" (7)
    moves, prices, exaggeration              (7, step 5)
    check_certificate(data, domain_text, openings)   None, or a word for what is wrong (7.1)
    obvious_certificate(domain, positions, conflict, salts)   a valid one, long (7.1)
    single_text, veto_order, veto_order_without_numbers, double_auction, blind_bids, posted_price,
    adjusted_winner                          (8)
    bits(query, ...)                         (9)
    random_case(seed)                        a small domain and positions as JSON texts

`zone`, `frontier`, `solutions` and `conflicts` take a third argument, the round (2, time; 0).
An outcome is a tuple of value indices; answers give its `rank` and {issue: label}. Utilities are
`Fraction`. Lists of parties are in the order in which the positions are given.
"""

from .beats import efficient
from .blocked import conflicts
from .certificates import check_certificate
from .corners import continuous
from .domain import load_domain
from .exact import Bad
from .fair import RULES, solutions
from .hull import lotteries
from .leaks import bits
from .obvious import obvious_certificate
from .points import frontier, is_epsilon_frontier
from .position import load_position
from .prices import adjusted_winner, blind_bids, double_auction, posted_price
from .public import public_words
from .random_case import random_case
from .ranges import difference
from .ranges import utility as utility_range
from .rounds import single_text, veto_order, veto_order_without_numbers
from .sensitivity import exaggeration, moves, prices
from .words import answer
from .zones import contradictions, zone
