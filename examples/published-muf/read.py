#!/usr/bin/python3
"""Published figures of MUF as they stand: what each cell says, and the figures with a stated sign
in one sign.

A figure without an uncertainty is not tested, and figures of different signs are not put together.

Usage: read.py [muf_uk.csv]
"""
import collections
import csv
import decimal
import pathlib
import sys

FIGURES = ("pu_kg", "heu_kg_u235", "leu_t_u", "natural_t_u", "depleted_t_u")
# Book minus physical, positive when material is missing, from the sign that the source states.
TURN = {"+ apparent increase": -1, "- unaccounted for": -1}
ONE_FOR_ALL = "one figure in t U for all uranium"


def kind(cell):
    """What a cell says: these five are never taken for one another, and none of the last four for
    0."""
    if cell == "":
        return "empty"
    if cell in ("NIL", "N/A"):
        return cell
    return "below a limit" if cell.startswith("<") else "number"


def shown(row, column):
    """Book minus physical where the sign is stated; a figure as printed, with a mark, where it is
    not."""
    cell = row[column]
    if kind(cell) not in ("number", "below a limit"):
        return cell or "-"
    if row["sign"] not in TURN:
        return f"{cell} ?"
    turned = decimal.Decimal(cell.lstrip("<")) * TURN[row["sign"]]
    if (
        kind(cell) == "below a limit"
    ):  # "<+0.001", an increase below 0.001, is above -0.001 when turned
        return f"{'>' if TURN[row['sign']] < 0 else '<'}{turned:+}"
    return f"{turned:+}" + (" *" if column == "leu_t_u" and row["note"] == ONE_FOR_ALL else "")


def main(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    counts = collections.Counter(kind(row[column]) for row in rows for column in FIGURES)
    print(
        f"{len(rows)} rows:", ", ".join(f"{count} {name}" for name, count in counts.most_common())
    )
    print(
        "sign:",
        ", ".join(
            f"{count} {name}"
            for name, count in collections.Counter(r["sign"] for r in rows).items()
        ),
    )
    print()
    table = [("period", "site", *FIGURES)]
    table += [
        (row["period"], row["site"], *(shown(row, column) for column in FIGURES)) for row in rows
    ]
    widths = [max(len(line[i]) for line in table) for i in range(len(table[0]))]
    for line in table:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())
    print()
    print(
        "book minus physical: + is an apparent loss, - an apparent gain; ? as printed, the sign is not stated"
    )
    print("- nothing printed, or not readable; * one figure for all uranium")
    print(
        "no uncertainty is published with any of them: none is tested, and none is added to another"
    )


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).with_name("muf_uk.csv"))
