#!/usr/bin/python3
"""`mypy --strict` on the Python package and on a user's program (tests/python/programs/typed.py).

tools/type_errors.txt says how many errors each has today. The number may only fall: more are
refused, and fewer ask for the lower number. A line that is gone from the file allows none.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parent.parent
CHECKED = ("python/accord", "tests/python/programs/typed.py")
LIST = root / "tools/type_errors.txt"


def errors_of(what):
    """The errors of one run, those in the files asked for only."""
    with tempfile.TemporaryDirectory() as cache:
        done = subprocess.run(
            [sys.executable, "-m", "mypy", "--strict", "--cache-dir", cache, what],
            cwd=root, env={"MYPYPATH": "python", "PATH": "/usr/bin:/bin"},
            capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr or done.stdout)
    return [line for line in done.stdout.splitlines()
            if line.startswith(what) and re.search(r":\d+: error:", line)]


def main():
    known = {}
    if LIST.exists():
        for line in LIST.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                name, count = line.split()
                known[name] = int(count)
    failed = False
    for what in CHECKED:
        errors, allowed = errors_of(what), known.get(what, 0)
        if len(errors) > allowed:
            print("\n".join(errors[:40]), f"{what}: {len(errors)} errors, at most {allowed}", sep="\n")
        elif len(errors) < allowed:
            print(f"tools/type_errors.txt: {what} has {len(errors)} errors now, not {allowed}")
        failed |= len(errors) != allowed
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
