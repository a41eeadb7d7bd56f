"""Procedures about one price, and adjusted winner (chapter, 8)."""

from fractions import Fraction


def double_auction(bid, ask, k=Fraction(1, 2)):
    """The price, or None where the bid is below the ask."""
    return k * bid + (1 - k) * ask if bid >= ask else None


def blind_bids(numbers, rounds, band=Fraction(0)):
    """(round from 1, price) of the first of at most so many rounds of (offer, demand) that settles,
    or None."""
    for number, (offer, demand) in enumerate(numbers[:rounds], 1):
        if offer >= demand or (demand > 0 and Fraction(demand - offer) / demand <= band):
            return number, Fraction(offer + demand) / 2
    return None


def posted_price(price, value, cost):
    """Whether both truthfully say yes."""
    return value >= price >= cost


def adjusted_winner(left, right):
    """Points of two parties over the same items. {"left": share of each item that the left party
    has, "points": (left, right)}: each item to who values it more (equal: to the left; the first
    shift undoes that), then by ascending ratio until equal, splitting one item."""
    share = [Fraction(1) if a >= b else Fraction(0) for a, b in zip(left, right)]

    def points():
        return (sum((a * s for a, s in zip(left, share)), Fraction(0)),
                sum((b * (1 - s) for b, s in zip(right, share)), Fraction(0)))

    giver = 0 if points()[0] >= points()[1] else 1
    own, other = (left, right) if giver == 0 else (right, left)
    held = [i for i, s in enumerate(share) if (s == 1) == (giver == 0)]
    held = [i for i in held if other[i] > 0]
    for i in sorted(held, key=lambda item: (Fraction(own[item], other[item]), item)):
        gap = abs(points()[0] - points()[1])
        if points()[giver] <= points()[1 - giver]:
            break
        part = min(Fraction(1), gap / (own[i] + other[i]))
        share[i] += -part if giver == 0 else part
    return {"left": share, "points": points()}
