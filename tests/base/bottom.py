#!/usr/bin/python3
"""Decimal, Rational, nearest doubles and text against Python's `fractions`, `decimal` and `str`.

What is expected is written from the promises of src/base/*.h, not from their code. Thousands of
random and edge values go to one run of tests/base/bottom_answers.cpp, which answers a line each.

Usage: bottom.py ANSWERS [SEED]
"""
import decimal
import math
import random
import re
import subprocess
import sys
from fractions import Fraction

DIGITS_MAX, SCALE_MAX = 15, 9
INT64_MIN, INT64_MAX = -(2**63), 2**63 - 1
INT_MAX = 2**127 - 1  # of a numerator and of a denominator
EITHER = object()  # a sum whose steps leave 128 bits though it would not: both answers are allowed

EDGES = sorted({sign * n for sign in (1, -1) for n in (
    0, 1, 2, 3, 5, 9, 10, 99, 10**9, 10**15 - 1, 10**15, 10**18, 2**31, 2**53 - 1, 2**53, 2**53 + 1,
    2**54 + 2, 2**62 + 1, INT64_MAX, 2**63, 2**64 - 1, 2**64 + 1, 2**113 + 1, 2**126, INT_MAX - 1,
    INT_MAX)})


# --- fractions -----------------------------------------------------------------------------------

def fits(value):
    return abs(value.numerator) <= INT_MAX and value.denominator <= INT_MAX


def computed(sign, a, b):
    """The exact result, None for an invalid fraction, EITHER where the header leaves it open."""
    if a is None or b is None or (sign == "/" and b == 0):
        return None
    value = {"+": a.__add__, "-": a.__sub__, "*": a.__mul__, "/": a.__truediv__}[sign](b)
    if not fits(value):
        return None
    if sign in "+-":
        below = math.lcm(a.denominator, b.denominator)
        over = [x.numerator * (below // x.denominator) for x in (a, b)]
        if max(below, *map(abs, over), abs(value * below)) > INT_MAX:
            return EITHER
    return value


def spelled(n):
    """Words that put a whole number of up to 127 bits on the stack, from pieces of 62 bits."""
    sign, n = (-1, -n) if n < 0 else (1, n)
    if n < 2**62:
        return [str(sign * n)]
    return [*spelled(sign * (n >> 62)), str(2**62), "*", str(sign * (n & (2**62 - 1))), "+"]


def spelled_fraction(value):
    return [*spelled(value.numerator), *spelled(value.denominator), "/"]


def some_int(rng):
    kind = rng.random()
    if kind < 0.3:
        return rng.choice(EDGES)
    if kind < 0.6:
        return rng.randint(-30, 30)
    return rng.getrandbits(rng.randint(1, 127)) * rng.choice((1, -1))


def some_fraction(rng):
    below = 0
    while below == 0:
        below = 10 ** rng.randint(0, 12) if rng.random() < 0.3 else some_int(rng)
    return Fraction(some_int(rng), below)


def decimal_of(value):
    """Mantissa and scale of the shortest decimal of the same value, or None."""
    for scale in range(SCALE_MAX + 1):
        scaled = value * 10**scale
        if scaled.denominator == 1:
            return (int(scaled), scale) if INT64_MIN <= scaled <= INT64_MAX else None
    return None


def written(mantissa, scale):
    digits = tuple(map(int, str(abs(mantissa))))
    return format(decimal.Decimal((int(mantissa < 0), digits, -scale)), "f")


def fixed(value, scale, floor):
    scaled = value * 10**scale
    whole = math.floor(scaled) if floor else math.floor(abs(scaled) + Fraction(1, 2))
    return written(whole if floor or value >= 0 else -whole, scale)


def fraction_answer(value):
    if value is None:
        return "invalid"
    short = decimal_of(value)
    return " ".join([f"{value.numerator}/{value.denominator}", bits(value),
                     f"{short[0]}:{short[1]}" if short else "none"])


def bits(value):
    """The nearest double; ties to even, as Python divides whole numbers."""
    return float(value).hex()


def fractions(rng):
    for _ in range(12000):
        value, words = some_fraction(rng), None
        words = spelled_fraction(value)
        for _ in range(rng.randint(0, 4)):
            other, sign = some_fraction(rng), rng.choice("+-*/")
            value = computed(sign, value, other)
            words += [*spelled_fraction(other), sign]
            if value is EITHER:
                break
        if value is EITHER:
            value = None
            exact = computed_anyway(words)
            yield ["fraction", *words], {"invalid", fraction_answer(exact)}
        else:
            yield ["fraction", *words], {fraction_answer(value)}
    for n in (INT64_MIN, INT64_MAX, -1, 0, 1):
        for d in (INT64_MIN, INT64_MAX, -1, 0, 1):
            yield ["fraction", f"{n}/{d}"], {fraction_answer(Fraction(n, d) if d else None)}


def computed_anyway(words):
    stack = []
    for word in words:
        if word in ("+", "-", "*", "/"):
            b, a = stack.pop(), stack.pop()
            stack.append(
                a + b if word == "+" else a - b if word == "-" else a * b if word == "*" else a / b
            )
        else:
            stack.append(Fraction(int(word)))
    return stack[0]


def comparisons(rng):
    edges = [Fraction(n, d) for n in EDGES for d in EDGES if d > 0 and fits(Fraction(n, d))]
    for k in range(12000):
        a, b = (
            (rng.choice(edges), rng.choice(edges))
            if k % 2
            else (some_fraction(rng), some_fraction(rng))
        )
        if k % 5 == 0 and fits(Fraction(a.numerator + 1, a.denominator)):
            b = Fraction(a.numerator + 1, a.denominator)
        expected = "less" if a < b else "greater" if a > b else "equal"
        yield ["compare", *spelled_fraction(a), *spelled_fraction(b)], {expected}
    for other in (Fraction(0), Fraction(INT_MAX)):
        yield ["compare", "1/0", *spelled_fraction(other)], {"unordered"}
        yield ["compare", *spelled_fraction(other), "1/0"], {"unordered"}
    yield ["compare", "1/0", "1/0"], {"unordered"}


def roundings(rng):
    for k in range(8000):
        scale = rng.randint(0, SCALE_MAX)
        value = some_fraction(rng)
        if k % 3 == 0:  # a tie, or just beside one
            value = Fraction(2 * rng.randint(-10**6, 10**6) + 1, 2 * 10**scale)
            value += rng.choice((0, Fraction(1, 10**20), Fraction(-1, 10**20)))
        short = decimal_of(value)
        exact = written(*short) if short else "≈ " + fixed(value, scale, False)
        yield (
            ["fixed", str(scale), *spelled_fraction(value)],
            {" ".join(map(hexed, (fixed(value, scale, False), fixed(value, scale, True), exact)))},
        )
    yield ["fixed", "2", "1/0"], {" ".join([hexed("too large")] * 3)}


# --- decimals ------------------------------------------------------------------------------------

def hexed(text):
    return "x" + (text if isinstance(text, bytes) else text.encode()).hex()


def parsed(text):
    """What parse_decimal promises for a text without marks and signs."""
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)?", text, re.ASCII):
        return None
    whole, _, after = text.partition(".")
    if len((whole + after).lstrip("0")) > DIGITS_MAX or len(after) > SCALE_MAX:
        return "too_long"
    mantissa = int(whole + after)
    return f"{mantissa}:{len(after)} {written(mantissa, len(after))} {float(text).hex()}"


def texts_of_numbers(rng):
    faults = {
        "": "empty",
        "+1": "sign",
        "-1": "sign",
        "-": "sign",
        "1,000": "thousands_mark",
        "1 000": "thousands_mark",
        "1'000.5": "thousands_mark",
        "1e3": "not_a_number",
        "12 kg": "not_a_number",
        "nan": "not_a_number",
        "0x10": "not_a_number",
        ".5": "not_a_number",
        "5.": "not_a_number",
        "1.2.3": "not_a_number",
        "１": "not_a_number",
        "9" * 16: "too_long",
        "0.0000000001": "too_long",
        " 1": "not_a_number",
        "1\0": "not_a_number",
    }
    for text, fault in faults.items():
        yield ["parse", hexed(text)], {fault}
    wrong = {"empty", "sign", "thousands_mark", "not_a_number", "too_long"}  # a text may be two
    for k in range(12000):
        if k % 2:
            text = "".join(rng.choice("0123456789.") for _ in range(rng.randint(1, 26)))
        else:
            text = str(rng.getrandbits(rng.randint(1, 50)))
            at = rng.randint(0, len(text))
            text = text[:at] + "." + text[at:] if rng.random() < 0.7 else text
        expected = parsed(text)
        yield ["parse", hexed(text)], {expected} if expected else wrong


def some_decimal(rng):
    mantissa = (
        rng.choice((INT64_MIN, INT64_MIN + 1, INT64_MAX, 0, 1, -1, 2**53 + 1))
        if rng.random() < 0.3
        else rng.getrandbits(rng.randint(1, 63)) * rng.choice((1, -1))
    )
    return mantissa, rng.randint(0, SCALE_MAX)


def sums(rng):
    for _ in range(12000):
        a, b = some_decimal(rng), some_decimal(rng)
        scale = max(a[1], b[1])
        left, right = (m * 10 ** (scale - s) for m, s in (a, b))
        of = [
            f"{n}:{scale}" if INT64_MIN <= n <= INT64_MAX else "none"
            for n in (left + right, left - right)
        ]
        order = "less" if left < right else "greater" if left > right else "equal"
        yield (["sums", f"{a[0]}:{a[1]}", f"{b[0]}:{b[1]}"],
               {" ".join([*of, order, written(*a), bits(Fraction(a[0], 10 ** a[1]))])})


# --- text ----------------------------------------------------------------------------------------

def some_bytes(rng):
    pieces = [
        b"a",
        b"\r\n",
        b"\n",
        b"\r",
        b" ",
        b"\t",
        "é".encode(),
        "水".encode(),
        "😀".encode(),
        b"\x80",
        b"\xc0\xaf",
        b"\xe0\x80\x80",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
        b"\xf5",
        b"\xff",
        b"\xe6\xb0",
        b"\0",
        b"abcdefgh",
    ]
    if rng.random() < 0.5:
        pieces = pieces[:9]
    return b"".join(rng.choice(pieces) for _ in range(rng.randint(0, 12)))


def texts(rng):
    for _ in range(12000):
        text = some_bytes(rng)
        try:
            expected = f"valid {len(text.decode())}"
        except UnicodeDecodeError as fault:
            expected = str(fault.start)
        yield ["utf8", hexed(text)], {expected}
        lines = [line.removesuffix(b"\r") for line in text.split(b"\n")]
        yield ["lines", hexed(text)], {" ".join(map(hexed, lines))}
        separator = rng.choice((b"\n", b"\r\n", b" ", b"aa", b"a"))
        yield (["pieces", hexed(text), hexed(separator)],
               {hexed(text.strip(b" \t\r\n")) + " " + hexed(b"|".join(text.split(separator)))})


def distance(a, b):
    """Insert, delete, replace, swap of neighbours, each once (optimal string alignment)."""
    table = {(i, 0): i for i in range(len(a) + 1)} | {(0, j): j for j in range(len(b) + 1)}
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            table[i, j] = min(
                table[i - 1, j] + 1,
                table[i, j - 1] + 1,
                table[i - 1, j - 1] + (a[i - 1] != b[j - 1]),
            )
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                table[i, j] = min(table[i, j], table[i - 2, j - 2] + 1)
    return table[len(a), len(b)]


def near_words(rng):
    for _ in range(3000):
        word = "".join(rng.choice("abcd") for _ in range(rng.randint(1, 9)))
        names = [
            "".join(rng.choice("abcd") for _ in range(rng.randint(1, 9)))
            for _ in range(rng.randint(1, 6))
        ]
        allowed = min(2, max(1, len(word) // 3))
        ranked = [(distance(word, name), at) for at, name in enumerate(names)]
        near = [(d, at) for d, at in ranked if d <= allowed and d < max(len(word), len(names[at]))]
        yield ["near", word, *names], {names[min(near)[1]] if near else "none"}


def main():
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    rng = random.Random(seed)
    cases = [
        case
        for family in (fractions, comparisons, roundings, texts_of_numbers, sums, texts, near_words)
        for case in family(rng)
    ]
    asked = "".join(" ".join(words) + "\n" for words, _ in cases)
    done = subprocess.run([sys.argv[1]], input=asked, capture_output=True, text=True, check=False)
    answers = done.stdout.splitlines()
    wrong = [(words, expected, answer) for (words, expected), answer in zip(cases, answers)
             if with_plain_bits(answer) not in expected]
    if done.returncode or len(answers) != len(cases):
        wrong.append(
            (cases[len(answers)][0], "an answer", f"exit {done.returncode}: {done.stderr}")
        )
    for words, expected, answer in wrong[:20]:
        print(" ".join(words), "\n  expected", expected, "\n  answered", answer)
    print(f"{len(cases)} questions, {len(wrong)} wrong answers (seed {seed})")
    return 1 if wrong else 0


def with_plain_bits(answer):
    """A double as C writes it (0x1.8p+1), in Python's spelling."""
    return " ".join(
        float.fromhex(word).hex() if "0x" in word and "p" in word else word
        for word in answer.split(" ")
    )


if __name__ == "__main__":
    sys.exit(main())
