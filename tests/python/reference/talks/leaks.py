"""Bits that an answer may show (chapter, 9): log2 of the number of answers, up to 1/1000."""

from fractions import Fraction


def bits_of(answers):
    """The least k/1000 with 2^(k/1000) at least the number of answers."""
    wanted = answers**1000
    k = wanted.bit_length() - 1
    if 2**k < wanted:
        k += 1
    return Fraction(k, 1000)


def bits(query, outcomes=0, lines=0, parties=0, points=0, questions=0):
    """Of the table of section 9, to the asker; None: unbounded by design."""
    if query == "zone":
        return bits_of(4)
    if query == "propose":
        return bits_of(outcomes + 1)
    if query == "blocked own":
        return Fraction(lines)
    if query == "blocked who":
        return Fraction(2**parties - 1)
    if query == "blocked full":
        return None
    if query == "sensitivity":
        return lines * bits_of(outcomes + 1)
    if query == "frontier":
        return Fraction(64 * points)
    if query == "single-text":
        return Fraction(questions)
    raise ValueError(query)
