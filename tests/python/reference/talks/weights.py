"""What the weights of a party may be (chapter, 2.1 and 6.3): the corners, listed by trying."""

import itertools
from fractions import Fraction


def corners(position):
    """All corners of the weights, one tuple of weights for each, in the order of the terms."""
    terms = position.utility
    if position.weight_order is not None:
        return ordered(position)
    ranges = [sorted(set(term.weight)) for term in terms]
    if position.weights_sum is None:
        return list(itertools.product(*ranges))
    found = set()
    for free in range(len(terms)):
        for weights in itertools.product(*ranges):
            rest = position.weights_sum - sum(weights) + weights[free]
            if terms[free].weight[0] <= rest <= terms[free].weight[1]:
                found.add(weights[:free] + (rest,) + weights[free + 1:])
    return sorted(found)


def ordered(position):
    """w1 >= w2 >= ... >= wk >= 0 with sum 1: at a corner all but one of these k signs are =. Where
    the m-th stays >, the first m are equal and the others 0."""
    size = len(position.weight_order)
    found = []
    for m in range(1, size + 1):
        weight = {place: Fraction(1, m) if i < m else Fraction(0)
                  for i, place in enumerate(position.weight_order)}
        found.append(tuple(weight[term.places[0]] for term in position.utility))
    return found
