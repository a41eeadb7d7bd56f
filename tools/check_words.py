#!/usr/bin/python3
"""Refuses words of one treaty in the sources.

The program judges any agreement. What belongs to one of them (its sites, limits, parties,
paragraphs) is data: it is in examples/ and vectors/. Words that the whole field shares, as the
elements and categories of Code 10, are not meant.
"""
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parent.parent
WORDS = re.compile(
    r"jcpoa|fordow|natanz|\barak\b|\biran|e3eu3|E3/EU|snap-?back|heavy[ _-]water|uf6"
    r"|additional protocol|joint commission"
    r"|centrifuge|GOV/20\d\d|3[._]67|\b300 kg|202\.8|\b130 t\b|\b5060\b"
    r"|\bannex I\b|resolution 2231|eu_total|\bT-HW|\bO-US-",
    re.IGNORECASE,
)


def main():
    problems = []
    for path in sorted((root / "src").rglob("*")):
        if not path.is_file():
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for found in WORDS.finditer(line):
                problems.append(
                    f"{path.relative_to(root)}:{number}: “{found[0]}” belongs to one "
                    "treaty: say it of any, "
                    "or put it into examples/"
                )
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main())
