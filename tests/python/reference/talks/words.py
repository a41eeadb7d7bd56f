"""The three answers of a party on an outcome (chapter, 2.1)."""

from fractions import Fraction

from . import ranges, rules
from .exact import Bad, number


def at_least_as_good(position, one, other):
    """By `order`: on every issue the same value, or both ranked and not lower."""
    for place, (a, b) in enumerate(zip(one, other)):
        ranks = position.order.get(place, {})
        if a != b and not (a in ranks and b in ranks and ranks[a] <= ranks[b]):
            return False
    return True


def worse(position, one, other):
    """The other is at least as good, once strictly."""
    if not at_least_as_good(position, other, one):
        return False
    return any(a != b and position.order[place][b] < position.order[place][a]
               for place, (a, b) in enumerate(zip(one, other)))


def lends(position, named, outcome, better):
    """Whether some outcome of a package is such that `better(inside, outcome)` holds on every
    issue. An issue that the package does not name may have the same value."""
    for place, values in named.items():
        if not any(better(place, value, outcome[place]) for value in values):
            return False
    return True


def not_lower(position):
    def compare(place, a, b):
        ranks = position.order.get(place, {})
        return a == b or (a in ranks and b in ranks and ranks[a] <= ranks[b])

    return compare


def in_time(position, round_, value, reservation=False):
    """A utility, or a reservation, in a round."""
    time = position.time
    if reservation and time.get("reservation", "fixed") == "fixed":
        return value
    if "factor" in time:
        return value * number(time["factor"]) ** round_
    if "cost" in time:
        return value - number(time["cost"]) * round_
    return value


def surplus(position, outcome, round_=0):
    """(least, greatest) of u - r, or None where one of them is not stated."""
    if position.utility is None:
        return None
    if position.reservation is not None:
        least, greatest = ranges.utility(position, outcome)
        low, high = position.reservation
        return (in_time(position, round_, least) - in_time(position, round_, high, True),
                in_time(position, round_, greatest) - in_time(position, round_, low, True))
    if position.package is not None:
        if round_ and not ranges.exact(position):
            raise Bad("needs_numbers", "a round after 0 for ranges and as_good_as")
        if round_:
            own = in_time(position, round_, ranges.utility(position, outcome)[0])
            other = ranges.utility(position, position.package)[0]
            gap = own - in_time(position, round_, other, True)
            return gap, gap
        return ranges.difference(position, outcome, position.package)
    return None


def no_reasons(position, outcome, round_=0):
    """Names of the foreground constraints (chapter, 7) because of which the answer is no."""
    party = position.party
    found = [f"{party}.{name}" for name, _, rule in position.red_lines
             if not rules.holds(rule, position.domain, outcome)]
    for place, marks in position.marks.items():
        if outcome[place] in marks["no"]:
            found.append(f"{party}.no.{position.domain.issues[place].id}")
    for n, (said, named) in enumerate(position.packages, 1):
        if said == "no" and lends(position, named, outcome, not_lower(position)):
            found.append(f"{party}.package.{n}")
    gap = surplus(position, outcome, round_)
    below = gap is not None and gap[1] < 0
    if below or (position.package is not None and worse(position, outcome, position.package)):
        found.append(f"{party}.reservation")
    return found


def constraints(position):
    """Names of all foreground constraints of a party."""
    party = position.party
    names = [f"{party}.{name}" for name, _, _ in position.red_lines]
    names += [f"{party}.no.{position.domain.issues[place].id}"
              for place, marks in position.marks.items() if marks["no"]]
    names += [f"{party}.package.{n}" for n, (said, _) in enumerate(position.packages, 1)
              if said == "no"]
    if position.reservation is not None or position.package is not None:
        names.append(f"{party}.reservation")
    return names


def yes_reasons(position, outcome, round_=0):
    """What would make the answer yes if there were no reason for no."""
    found = []
    gap = surplus(position, outcome, round_)
    if gap is not None and gap[0] >= 0:
        found.append("reservation")
    if position.package is not None and at_least_as_good(position, outcome, position.package):
        found.append("as_good_as")
    if together(position, outcome):
        found.append("together")
    for n, (said, named) in enumerate(position.packages, 1):
        not_worse = not_lower(position)
        if said == "yes" and lends(position, named, outcome, lambda p, a, b: not_worse(p, b, a)):
            found.append(f"package.{n}")
    return found


def together(position, outcome):
    """Every value marked yes, or could live with at most so many times."""
    if not position.together:
        return False
    live = 0
    for place, index in enumerate(outcome):
        marks = position.marks.get(place, {"yes": (), "live": ()})
        if index in marks["live"]:
            live += 1
        elif index not in marks["yes"]:
            return False
    return live <= position.live_at_most


def answer(position, outcome, round_=0):
    """{"answer": yes, no or open, "no": [...], "yes": [...]}: the word and all reasons."""
    no = no_reasons(position, outcome, round_)
    yes = yes_reasons(position, outcome, round_)
    if no:
        word = "no"
    elif yes or position.otherwise == "acceptable":
        word = "yes"
    else:
        word = "open"
    return {"answer": word, "no": no, "yes": yes}


def exact_reservation(position, round_=0):
    """r as one number, or None; `as_good_as` with exact numbers is the utility of the package."""
    if position.reservation is not None:
        low, high = position.reservation
        if low != high:
            raise Bad("needs_numbers", position.party)
        return in_time(position, round_, low, True)
    if position.package is not None:
        return in_time(position, round_, ranges.utility(position, position.package)[0], True)
    return None


def exact_utility(position, outcome, round_=0):
    if not ranges.exact(position):
        raise Bad("needs_numbers", position.party)
    return in_time(position, round_, ranges.utility(position, outcome)[0] + Fraction(0))
