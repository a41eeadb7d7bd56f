#!/usr/bin/python3
"""Golden tests of the command line: transcripts that a reader can review.

    # One sentence saying what is shown.
    $ accord status --term T-STOCK --on 2019-07-01
    expected line of standard output
    ...
    >2 expected line of standard error
    >= 0

`...` alone stands for any number of lines, `…` inside a line for any text. Files of a case come
first:

    < terms/wrong.accord
    | accord 1
    | agreement wrong "Wrong" {

Every test file runs in a fresh folder that holds a copy of examples/jcpoa as `jcpoa`, of items,
books, talks and talks-2025 under their names, and of each folder beside the file; the commands of
one file run one after the other in it. `accord` may stand anywhere in the line, which is run by
sh.

Usage: run.py ACCORD SOURCE_DIR FILE.test…
"""
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from transcript import Sandbox, differences  # noqa: E402


class Case:
    def __init__(self, line):
        self.line = line
        self.files = {}
        self.command = None
        self.out = []
        self.err = []
        self.status = None


def parse(path):
    cases, case, file = [], None, None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if case is None or case.status is not None:
            if not line.strip() or line.startswith("#"):
                continue
            case = Case(number)
            cases.append(case)
        if case.command is None and line.startswith("< "):
            file = line[2:]
            case.files[file] = ""
        elif case.command is None and line.startswith("|"):
            case.files[file] += line[2:] + "\n"
        elif case.command is None and line.startswith("$ "):
            case.command = line[2:]
        elif case.command is None:
            sys.exit(f"{path}:{number}: expected “$ command”, found “{line}”")
        elif line.startswith(">= "):
            case.status = int(line[3:])
        elif line.startswith(">2"):
            case.err.append(line[3:])
        else:
            case.out.append(line)
    if case is not None and case.status is None:
        sys.exit(f"{path}: the last case has no “>= STATUS”")
    return cases


def run_case(case, sandbox):
    for name, text in case.files.items():
        sandbox.write(name, text)
    status, out, err = sandbox.run(case.command)
    problems = differences("standard output", case.out, out) + differences(
        "standard error", case.err, err
    )
    if status != case.status:
        problems.append(f"  exit status: expected {case.status}, found {status}")
    return problems


def run_file(path, accord, source):
    failed = 0
    with Sandbox(accord, source) as sandbox:
        for example in ("jcpoa", "items", "books", "talks", "talks-2025"):
            sandbox.copy(f"examples/{example}", example)
        for beside in path.parent.iterdir():
            if beside.is_dir() and beside.name != "__pycache__":
                sandbox.copy(beside.relative_to(source), beside.name)
        for case in parse(path):
            problems = run_case(case, sandbox)
            if problems:
                failed += 1
                print(
                    f"{os.path.relpath(path, source)}:{case.line}: $ {case.command}",
                    *problems,
                    sep="\n",
                )
    return failed


def main():
    accord, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    failed = sum(run_file(pathlib.Path(name).resolve(), accord, source) for name in sys.argv[3:])
    print(f"{failed} failed" if failed else "all as expected")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
