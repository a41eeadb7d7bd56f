#!/usr/bin/python3
"""Finds the phrases of the house list (CONTRIBUTING.md, "English") in what users read.

Looked at: the manual, the READMEs, the texts in quotes of the C++ sources (help, messages, pages),
and the Python package. A row of the list is: what not to write (`…` is any few words), what to
write, and after that phrases that hold the words and are meant.
"""
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent
ENDS = (".md", ".cpp", ".h", ".py", ".pyi", ".html", ".mustache")
PLACES = ("docs/", "src/", "python/", "apps/", "README.md", "CONTRIBUTING.md", "SECURITY.md")
HEAD = "| not | but | meant are |"
TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')


def pattern(phrase):
    words = re.escape(phrase).replace(r"\ ", r"\s+").replace("…", r".{1,40}?")
    return re.compile((r"\b" if phrase[0].isalnum() else "") + words + r"\b", re.I)


def house_list(text):
    """The rows: (phrase, pattern, better, patterns of what is meant)."""
    rows = []
    for line in text[text.index(HEAD):].splitlines()[2:]:
        if not line.startswith("|"):
            break
        phrase, better, meant = (cell.strip() for cell in line.strip("|").split("|"))
        meant = [pattern(one.strip()) for one in meant.split(";") if one.strip()]
        rows += [(one.strip(), pattern(one.strip()), better, meant) for one in phrase.split(";")]
    return rows


def spoken(name, text):
    """The numbered lines that a user may read."""
    if not name.endswith((".cpp", ".h")):
        inside = False
        for number, line in enumerate(text.splitlines(), 1):
            inside = line.startswith("|") and (inside or line == HEAD)
            if not inside:
                yield number, line
        return
    end = None
    for number, line in enumerate(text.splitlines(), 1):
        if end is not None:
            yield number, line.split(end)[0]
            end = None if end in line else end
            continue
        if raw := re.search(r'R"([^(\s]*)\((.*)', line):
            end = f'){raw[1]}"'
            yield number, raw[2].split(end)[0]
            end = None if end in raw[2] else end
            continue
        if not line.lstrip().startswith(("//", "#include")):
            for said in TEXT.findall(line):
                yield number, said


def main():
    rows = house_list((root / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    listed = subprocess.run(
        ["git", "ls-files"], cwd=root, capture_output=True, text=True, check=True
    )
    problems = []
    for name in listed.stdout.splitlines():
        if not name.startswith(PLACES) or not name.endswith(ENDS) or not (root / name).is_file():
            continue
        for number, line in spoken(name, (root / name).read_text(encoding="utf-8")):
            for phrase, sought, better, meant in rows:
                kept = [found.span() for one in meant for found in one.finditer(line)]
                problems += [f"{name}:{number}: “{phrase}”: {better}: {line.strip()[:140]}"
                             for found in sought.finditer(line)
                             if not any(a <= found.start() and found.end() <= b for a, b in kept)]
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
