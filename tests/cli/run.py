#!/usr/bin/python3
"""Golden tests of the command line: transcripts that a reader can review.

    # One sentence saying what is shown.
    $ accord status --term T-STOCK --on 2019-07-01
    expected line of standard output
    ...
    >2 expected line of standard error
    >= 0

`...` alone stands for any number of lines, `…` inside a line for any text. Files of a case come first:

    < terms/wrong.accord
    | accord 1
    | agreement wrong "Wrong" {

Every test file runs in a fresh folder that holds a copy of examples/jcpoa as `jcpoa`; the commands of one file
run one after the other in it. `accord` may stand anywhere in the line, which is run by sh.

Usage: run.py ACCORD SOURCE_DIR FILE.test…
"""
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile


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


def matches(pattern, text):
    parts = [".*" if p == "…" else re.escape(p) for p in re.split("(…)", pattern)]
    return re.fullmatch("".join(parts), text) is not None


def same(expected, found):
    """Whether the lines fit; `...` is any number of lines, tried from the shortest."""
    if not expected:
        return not found
    if expected[0] == "...":
        return any(same(expected[1:], found[i:]) for i in range(len(found) + 1))
    return bool(found) and matches(expected[0], found[0]) and same(expected[1:], found[1:])


def differences(name, expected, found):
    if same(expected, found):
        return []
    return [f"  {name}:", *("    " + d for d in difflib.unified_diff(expected, found, "expected", "found", lineterm=""))]


def run_case(case, folder, environment):
    for name, text in case.files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    done = subprocess.run(["sh", "-c", case.command], cwd=folder, env=environment, capture_output=True, check=False)
    out = done.stdout.decode("utf-8", "replace").replace(str(folder), "FOLDER").splitlines()
    err = done.stderr.decode("utf-8", "replace").replace(str(folder), "FOLDER").splitlines()
    problems = differences("standard output", case.out, out) + differences("standard error", case.err, err)
    if done.returncode != case.status:
        problems.append(f"  exit status: expected {case.status}, found {done.returncode}")
    return problems


def run_file(path, accord, source):
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve() / "work"
        shutil.copytree(source / "examples/jcpoa", folder / "jcpoa")
        programs = pathlib.Path(name).resolve() / "programs"
        programs.mkdir()
        (programs / "accord").symlink_to(accord)
        environment = {"PATH": f"{programs}:/usr/bin:/bin", "HOME": name, "LANG": "C.UTF-8",
                       "PYTHONDONTWRITEBYTECODE": "1", "SOURCE": str(source)}
        for case in parse(path):
            problems = run_case(case, folder, environment)
            if problems:
                failed += 1
                print(f"{os.path.relpath(path, source)}:{case.line}: $ {case.command}", *problems, sep="\n")
    return failed


def main():
    accord, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    failed = sum(run_file(pathlib.Path(name), accord, source) for name in sys.argv[3:])
    print(f"{failed} failed" if failed else "all as expected")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
