#!/usr/bin/python3
"""The commands and the agreement texts of the manual are tried; what they print is compared with
the page.

- A ```console block holds lines `$ command` and, below each, what it prints: `...` stands for any
  lines, `…` for any text. A command with nothing below it may print anything. Exit status 0 and 1
  are answers; any other must be one that the page shows: the message stands below the command, or
  the command ends with `; echo $?`.
- An ```accord block that begins with `accord 1` is a whole text and passes `accord terms check`
  without an error.

The blocks of a page run one after the other in a folder that looks like a fresh clone after the
build of `make demo`: examples/, tools/demo and the program. There `make demo` does what follows the
build.

Usage: run.py ACCORD SOURCE_DIR PAGE.md…
"""
import os
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from transcript import Sandbox, differences  # noqa: E402

MAKE = '#!/bin/sh\n[ "$*" = demo ] || { echo "not here: make $*" >&2; exit 2; }\nexec tools/demo\n'
FENCE = re.compile(r"^( *)(`{3,})(.*)$")


def blocks(text):
    """Line, word behind the fence, and lines of every fenced block."""
    opened = None
    for number, line in enumerate(text.splitlines(), 1):
        fence = FENCE.match(line)
        if opened is None and fence:
            opened = (number, fence[3].strip(), fence[2], len(fence[1]), [])
        elif opened and fence and fence[2].startswith(opened[2]) and not fence[3].strip():
            yield opened[0], opened[1], opened[4]
            opened = None
        elif opened:
            opened[4].append(line[opened[3]:])
    if opened:
        sys.exit(f"the block of line {opened[0]} is not closed")


def commands(start, lines):
    """Line, command, and expected lines of a console block."""
    found = []
    for number, line in enumerate(lines, start + 1):
        if line.startswith("$ "):
            found.append((number, line[2:], []))
        elif not found:
            sys.exit(f"line {number}: a console block begins with “$ command”")
        elif found[-1][1].endswith("\\") and not found[-1][2]:
            found[-1] = (found[-1][0], found[-1][1][:-1] + line.strip(), [])
        else:
            found[-1][2].append(line)
    return found


def try_command(sandbox, command, expected):
    status, found, _ = sandbox.run(command, merged=True)
    problems = differences("printed", expected, found)[:60] if expected else []
    if status not in (0, 1) and not any(line != "..." for line in expected):
        problems += [f"  exit status {status}:", *("    " + line for line in found[:10])]
    return problems


def try_text(sandbox, lines):
    sandbox.write("block.accord", "\n".join(lines) + "\n")
    status, found, _ = sandbox.run("accord terms check block.accord", merged=True)
    return ["  the text has errors:", *("    " + line for line in found)] if status else []


def run_page(path, accord, source):
    failed = tried = 0
    with Sandbox(accord, source) as sandbox:
        sandbox.copy("examples", "examples")
        sandbox.copy("tools/demo", "tools/demo")
        sandbox.write("build/demo/apps/accord/README", "the program stands here\n")
        (sandbox.folder / "build/demo/apps/accord/accord").symlink_to(accord)
        (sandbox.programs / "make").write_text(MAKE)
        (sandbox.programs / "make").chmod(0o755)
        for number, kind, lines in blocks(path.read_text(encoding="utf-8")):
            if kind == "console":
                trials = [(at, "$ " + command, try_command(sandbox, command, expected))
                          for at, command, expected in commands(number, lines)]
            elif kind == "accord" and lines and lines[0] == "accord 1":
                trials = [(number, "text", try_text(sandbox, lines))]
            else:
                continue
            for at, what, problems in trials:
                tried += 1
                if problems:
                    failed += 1
                    print(f"{os.path.relpath(path, source)}:{at}: {what}", *problems, sep="\n")
    print(f"{os.path.relpath(path, source)}: {tried} tried, {failed} failed")
    return failed


def main():
    accord, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    return (
        1
        if sum([run_page(pathlib.Path(name).resolve(), accord, source) for name in sys.argv[3:]])
        else 0
    )


if __name__ == "__main__":
    sys.exit(main())
