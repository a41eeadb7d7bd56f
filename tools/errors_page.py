#!/usr/bin/python3
"""docs/reference/errors.md from vectors/errors/: one entry for each code that the program can give.

What a code means and what to do is said by the program (`accord help CODE`, from src/base/codes).
`CODE.test` is a transcript that provokes it (tests/cli/run.py); the transcripts run in the tests,
so that the messages on the page are those of the program. `CODE.note` names a test that provokes a
code which no command gives: `Shown by:`.

Usage: errors_page.py ACCORD           writes the page
       errors_page.py ACCORD --check   exit status 1 when the page is not up to date, a code in src/ or python/ is not
                                       in the table or has no transcript, or a transcript does not
                                       show its code
"""
import difflib
import pathlib
import re
import subprocess
import sys
import textwrap

root = pathlib.Path(__file__).resolve().parent.parent
page = root / "docs/reference/errors.md"
entries = root / "vectors/errors"
frame = entries / "frame.accord"

SECTIONS = {
    "A": "Agreement texts",
    "I": "Tables",
    "W": "Workspaces, accounts and questions",
    "F": "Text and tables compared",
    "U": "Usage",
    "C": "Names on the command line",
    "E": "Files and folders",
    "P": "Talks",
    "R": "Reports",
    "T": "Items",
    "B": "Measurements and balances",
    "S": "Simulations",
    "X": "Faults of accord",
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
            if path.suffix not in (".cpp", ".h", ".py") or path.parent.name == "codes":
                continue
            # The rules of accountancy, V001 to V093, have a page of their own.
            for line in path.read_text().splitlines():
                code_part = line.split("//")[0] if path.suffix != ".py" else line
                for code in re.findall(r'"([A-UW-Z][0-9]{3})"', code_part):
                    found.setdefault(code, path.relative_to(root))
    return found


def said(accord, code):
    """Title, meaning, remedy, and the line about exit status and trying again."""
    done = subprocess.run([accord, "help", code], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return None
    title, meaning, remedy, status = done.stdout.rstrip("\n").split("\n\n")
    link = lambda text: re.sub(r"the page `([^`]*)`", r"{doc}`\1`", text)  # noqa: E731
    return (
        title.removeprefix(code + ": "),
        link(meaning),
        link(remedy.removeprefix("Remedy: ")),
        status,
    )


def read(path):
    """The pointers of one entry to other tests, and its transcript."""
    lines = path.read_text(encoding="utf-8").splitlines()
    shown = [line[2:] for line in lines if line.startswith("# Shown by: ")]
    return shown, [line for line in lines if not line.startswith("# ")]


def base_of(name):
    """The file that an example changes a little: one of `small`, or for an agreement text the
    frame."""
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


def entry(accord, path):
    found = said(accord, path.stem)
    if found is None:
        return []
    title, meaning, remedy, status = found
    shown, lines = read(path)
    out = [f"### {path.stem}: {title}", "", *wrapped(meaning), "", *example(lines)]
    for line in shown:
        out += [line.replace("Shown by: ", "No command gives it; shown by "), ""]
    return [*out, *wrapped(f"*Remedy.* {remedy} *{status}*"), ""]


def wrapped(text):
    return textwrap.wrap(text, width=119, break_long_words=False, break_on_hyphens=False)


def make_page(accord):
    out = [HEAD.replace("{frame}", frame.read_text(encoding="utf-8"))]
    for letter, title in SECTIONS.items():
        files = sorted(entries.glob(letter + "[0-9]*.*"))
        if files:
            out += [f"## {letter}: {title}", ""]
        for path in files:
            out += entry(accord, path)
    return "\n".join(out).rstrip() + "\n"


def problems(accord):
    known, there = codes_in_the_sources(), {
        path.stem: path for path in entries.glob("[A-Z][0-9]*.*")
    }
    for code, path in known.items():
        if code not in there:
            yield f"{path}: the code {code} has no entry: add vectors/errors/{code}.test"
    for code, path in there.items():
        if code not in known:
            yield f"{path.relative_to(root)}: nothing gives the code {code}"
        if code[0] not in SECTIONS:
            yield f"{path.relative_to(root)}: codes of {code[0]} have no section in tools/errors_page.py"
        if said(accord, code) is None:
            yield f"{code} is not in the table of codes (src/base/codes)"
        elsewhere = [root / line.removeprefix("Shown by: ") for line in read(path)[0]]
        shows = elsewhere if path.suffix == ".note" else [path]
        if not any(
            re.search(r'[\["]' + code + r'[\]"]', shown.read_text(encoding="utf-8"))
            for shown in shows
        ):
            yield f"{path.relative_to(root)}: the example does not show {code}"
    if not page.exists() or page.read_text(encoding="utf-8") != make_page(accord):
        yield "docs/reference/errors.md is not up to date: run tools/errors_page.py"


def main():
    accord = pathlib.Path(sys.argv[1]).resolve()
    if sys.argv[2:] == ["--check"]:
        found = list(problems(accord))
        print("\n".join(found) if found else "every code has its entry")
        return 1 if found else 0
    page.write_text(make_page(accord), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
