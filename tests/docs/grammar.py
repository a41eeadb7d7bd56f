#!/usr/bin/python3
"""The words of the language in the manual are those of the program: the words in quotes of the grammar are the reserved
words, each occurs in a text of the page that the tests check, and the page names every state.

Usage: grammar.py SOURCE_DIR
"""
import pathlib
import re
import sys

from run import blocks


def differences(what, expected, found):
    for word in sorted(expected - found):
        yield f"{what} lacks “{word}”"
    for word in sorted(found - expected):
        yield f"{what} has “{word}”, which the program does not"


def main():
    source = pathlib.Path(sys.argv[1])
    lists = [(source / "src/agreement" / name).read_text() for name in ("model/model.h", "syntax/words.h")]
    reserved = set(re.findall(r'"([a-z]+)"', " ".join(re.findall(r"_words =\s+std::to_array.*?;", "".join(lists), re.DOTALL))))
    page = list(blocks((source / "docs/reference/language.md").read_text(encoding="utf-8")))
    grammar = "\n".join("\n".join(lines) for _, kind, lines in page if kind == "ebnf")
    texts = "\n".join("\n".join(lines) for _, kind, lines in page if kind == "accord")
    unquoted = re.sub(r'"""(.|\n)*?"""|"[^"\n]*"', " ", texts)
    states = set(re.findall(r'"(\w+)"', re.search(
        r"name = \"state\",\s+words\[\] = \{(.*?)\}",
        (source / "src/evidence/words.h").read_text(), re.DOTALL)[1]))
    outcomes = (source / "docs/concepts/three-outcomes.md").read_text(encoding="utf-8")
    found = [*differences("the grammar", reserved, set(re.findall(r'"([a-z]+)"', grammar))),
             *(f"no text of the page has “{word}”" for word in sorted(reserved - set(re.findall(r"[a-z]+", unquoted)))),
             *differences("the table of states", states, set(re.findall(r"`([a-z_]+)`", outcomes)))]
    print("\n".join(found) if found else f"{len(reserved)} words and {len(states)} states, each in the manual")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
