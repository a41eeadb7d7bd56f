#!/usr/bin/python3
"""docs/reference/errors.md from vectors/errors/: one entry for each code that the program can give.

`CODE.test` is a transcript (tests/cli/run.py); its first comment lines are the entry: a title, what the code means,
and `Remedy:`. The transcripts run in the tests, so that the messages on the page are those of the program. `CODE.note`
has the same lines for a code that no command gives, and `Shown by:` a test that provokes it.

Usage: errors_page.py           writes the page
       errors_page.py --check   exit status 1 when the page is not up to date, a code in src/ or python/ has no entry,
                                or an entry has no code or does not show it
"""
import difflib
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parent.parent
page = root / "docs/reference/errors.md"
entries = root / "vectors/errors"
frame = entries / "frame.accord"

SECTIONS = {
    "A": "Agreement texts", "I": "Tables", "W": "Workspaces, accounts and questions", "F": "Text and tables compared",
    "U": "Usage", "C": "Names on the command line", "E": "Files and folders", "P": "Positions", "R": "Reports",
    "T": "Items", "B": "Measurements and balances", "S": "Simulations", "X": "Faults of accord",
}
HEAD = """# Errors

<!-- Made by tools/errors_page.py from vectors/errors; change it there. -->

Every message has a place, one sentence, a code in brackets and, where there is one, a help line that can be followed
word for word. All problems of a file are reported at once, up to 50, then a count. Codes are stable: they are never
used again for something else. A *warning* does not change the exit status.

Each entry shows a short input that provokes the message, and the message. The inputs run in the tests. `small` is the
workspace `vectors/errors/small`, `jcpoa` that of `examples/jcpoa`. A line with - is taken out of a file of `small`, one
with + is put in; for `wrong.accord` the lines are those of this text:

```accord
{frame}```

"""


def codes_in_the_sources():
    found = {}
    for folder in ("src", "python"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in (".cpp", ".h", ".py"):
                continue
            # The rules of accountancy, V001 to V093, have a page of their own.
            for line in path.read_text().splitlines():
                code_part = line.split("//")[0] if path.suffix != ".py" else line
                for code in re.findall(r'"([A-UW-Z][0-9]{3})"', code_part):
                    found.setdefault(code, path.relative_to(root))
    return found


def read(path):
    """Title, meaning, remedy or pointer lines, and the rest of one entry."""
    lines = path.read_text(encoding="utf-8").splitlines()
    count = next((i for i, line in enumerate(lines) if not line.startswith("# ")), len(lines))
    head = [line[2:] for line in lines[:count]]
    first = next((i for i, line in enumerate(head) if line.startswith(("Remedy: ", "Shown by: "))), len(head))
    title = head[0].removeprefix(path.stem + ": ")
    return title, head[1:first], head[first:], lines[count:]


def base_of(name):
    """The file that an example changes a little: one of `small`, or for an agreement text the frame."""
    return entries / name if name.startswith("small/") else frame


def changed(name, text):
    before = base_of(name).read_text(encoding="utf-8").splitlines()
    lines = list(difflib.unified_diff(before, text, n=0, lineterm=""))[2:]
    return [line for line in lines if not line.startswith("@@")]


def example(lines):
    """The files and the transcript of an entry, each in its block."""
    files, name, shown = {}, None, []
    for line in lines:
        if line.startswith("< "):
            name = line[2:]
            files[name] = []
        elif line.startswith("|"):
            files[name].append(line[2:])
        elif not line.startswith(">= "):
            shown.append(line[3:] if line.startswith(">2") else line)
    out = []
    for name, text in files.items():
        has_base = base_of(name).exists() and name.endswith((".accord", ".toml", ".csv"))
        if not text:
            out += [f"`{name}`, an empty file", ""]
        elif has_base and (lines := changed(name, text)):
            out += [f"`{name}`, changed:", "", "```diff", *lines, "```", ""]
        elif has_base:
            continue
        else:
            out += [f"`{name}`:", "", "```text", *text, "```", ""]
    return [*out, "```text", *shown, "```", ""] if shown else out


def entry(path):
    title, meaning, closing, lines = read(path)
    out = [f"### {path.stem}: {title}", "", *meaning, "", *example(lines)]
    for line in closing:
        out += [line.replace("Shown by: ", "No command gives it; shown by ").replace("Remedy: ", "*Remedy.* "), ""]
    return out


def make_page():
    out = [HEAD.replace("{frame}", frame.read_text(encoding="utf-8"))]
    for letter, title in SECTIONS.items():
        files = sorted(entries.glob(letter + "[0-9]*.*"))
        if files:
            out += [f"## {letter}: {title}", ""]
        for path in files:
            out += entry(path)
    return "\n".join(out).rstrip() + "\n"


def problems():
    known, there = codes_in_the_sources(), {path.stem: path for path in entries.glob("[A-Z][0-9]*.*")}
    for code, path in known.items():
        if code not in there:
            yield f"{path}: the code {code} has no entry: add vectors/errors/{code}.test"
    for code, path in there.items():
        if code not in known:
            yield f"{path.relative_to(root)}: nothing gives the code {code}"
        if code[0] not in SECTIONS:
            yield f"{path.relative_to(root)}: codes of {code[0]} have no section in tools/errors_page.py"
        closing = read(path)[2]
        if not any(line.startswith("Remedy: ") for line in closing):
            yield f"{path.relative_to(root)}: the entry names no remedy"
        elsewhere = [root / line.removeprefix("Shown by: ") for line in closing if line.startswith("Shown by: ")]
        shows = elsewhere if path.suffix == ".note" else [path]
        if not any(re.search(r'[\["]' + code + r'[\]"]', shown.read_text(encoding="utf-8")) for shown in shows):
            yield f"{path.relative_to(root)}: the example does not show {code}"
    if not page.exists() or page.read_text(encoding="utf-8") != make_page():
        yield "docs/reference/errors.md is not up to date: run tools/errors_page.py"


def main():
    if sys.argv[1:] == ["--check"]:
        found = list(problems())
        print("\n".join(found) if found else "every code has its entry")
        return 1 if found else 0
    page.write_text(make_page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
