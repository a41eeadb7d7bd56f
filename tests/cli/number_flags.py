#!/usr/bin/python3
"""Every flag that takes a number, of every command, at the ends of its range: what lies outside is
wrong usage (status 2) and the message names the flag and what was given; what lies within is not. A
new flag has to be added here.

Usage: number_flags.py ACCORD SOURCE_DIR
"""
import pathlib
import re
import subprocess
import sys
import tempfile

# Flag: the least and the most that is taken, and what is refused beside what no flag takes.
RANGES = {
    "--label": (["600", "800"], ["0", "599", "631", "801", "4294967296"]),
    "--number": (["1", "99999999"], ["0", "100000000", "4294967297", "1e3"]),
    "--limit-factor": (["0.001", "1e-3", "1.96", "1000"], ["0", "0.0009", "1001", "1e300"]),
    "--false-alarm": (["1e-100", "5e-2", "0.999"], ["0", "1", "1e-101", "1e-300", "50", "5e1"]),
    "--page-k": (["0", "5e-1", "1000"], ["1001", "1e300"]),
    "--page-headstart": (["0", "100", "1e1"], ["100.5", "1e300"]),
    "--detection": (["1e-15", "0.999999999999999", "95e-2"], ["0", "1", "1e-300", "95"]),
    "--goal": (["1e-9", "8", "8e0", "1e12"], ["0", "1e-10", "1e13", "1e300"]),
    "--reps": (
        ["1", "1000000000000"],
        ["0", "1000000000001", "99999999999999999999", "1e3", "1.5"],
    ),
    "--seed": (
        ["0", "9007199254740991"],
        ["9007199254740992", "18446744073709551616", "1e3", "1.5"],
    ),
    "--counted-at-most": (["0", "18446744073709551615"], ["18446744073709551616", "1e3"]),
    "--radius": (["1", "2"], ["0", "3", "4294967297", "1e0"]),
    "--questions-at-most": (["0", "18446744073709551615"], ["18446744073709551616", "1.5"]),
    "--threads": (["1", "1024"], ["0", "1025", "4294967295", "4294967296", "1e1"]),
}
NEVER = ["-1", "nan", "inf", "-inf", "1,5", "0x10", "1e", "eins", " 1", "1e999", "", "--"]
NUMERIC = {"N", "P", "K", "S", "KG"}
ARGUMENTS = {
    "simulate": ["nothing.toml"],
    "balance": ["nothing"],
    "talks check": ["nothing.json"],
    "talks round": ["nothing.json"],
}


def commands(accord):
    """Name of the command, and its flags with the word for their value."""
    manual = subprocess.run([accord, "__manual"], capture_output=True, text=True, check=True).stdout
    for section in manual.split("\n### accord ")[1:]:
        yield section.split("\n")[0], re.findall(
            r"^\| `(?:-\w, )?(--[a-z-]+) ([^`]+)` \|", section, re.MULTILINE
        )


def faults(accord, folder):
    seen = set()
    for name, flags in commands(accord):
        for flag, value in flags:
            if value not in NUMERIC:
                continue
            seen.add(flag)
            if flag not in RANGES:
                yield f"{name}: {flag} {value} has no range here"
                continue
            taken, refused = RANGES[flag]
            for number in taken + refused + NEVER:
                words = [
                    accord,
                    *name.split(),
                    *ARGUMENTS.get(name, []),
                    f"{flag}={number}" if number else flag,
                ]
                done = subprocess.run(
                    words + ([""] if not number else []),
                    cwd=folder,
                    capture_output=True,
                    text=True,
                    timeout=20,
                    stdin=subprocess.DEVNULL,
                    check=False,
                )
                if number in taken and done.returncode == 2:
                    yield f"{name} {flag} {number}: refused: {done.stderr}"
                if number not in taken and done.returncode != 2:
                    yield f"{name} {flag} {number}: status {done.returncode}, not refused"
                elif number not in taken and (flag not in done.stderr or number not in done.stderr):
                    yield f"{name} {flag} {number}: the message names neither flag nor value: {done.stderr}"
    for flag in sorted(RANGES.keys() - seen):
        yield f"no command has {flag}"


def pages(accord, source):
    """What only the computation shows to be out of range: flag, value, and no name of an inner
    variable."""
    case = source / "vectors/cases/10-messages-of-page-options"
    for flags, says in (
            (["--page-headstart", "99"], ["--page-headstart 99"]),
            (["--page-headstart", "100"], ["--page-headstart 100"]),
            (["--page-k", "50"], ["--page-k 50", "--false-alarm 0.05"]),
            (["--page-k", "8"], ["--page-k 8", "--false-alarm 0.05"]),
            (["--page-k", "1000"], ["--page-k 1000", "--false-alarm 0.05"]),
            (["--false-alarm", "0.9999999999"], ["--page-k 0.5", "--false-alarm 0.9999999999"]),
            (["--two-sided", "--page-k", "50"], ["--page-k 50", "--false-alarm 0.05"]),
            (["--page-k", "8", "--page-headstart", "1"], ["--page-k 8", "--page-headstart 1"])):
        done = subprocess.run(
            [accord, "balance", case, *flags], capture_output=True, text=True, check=False
        )
        missing = [word for word in says if word not in done.stderr]
        if done.returncode != 2 or missing or done.stdout:
            yield f"balance {' '.join(flags)}: status {done.returncode}, lacks {missing}: {done.stderr}"
        if re.search(r"\bh\b|stays below 0,|\balpha\b|headstart:", done.stderr):
            yield f"balance {' '.join(flags)}: speaks of inner names: {done.stderr}"
    for flags in (
        ["--page-headstart", "4"],
        ["--page-k", "0"],
        ["--detection", "1e-15"],
        ["--false-alarm", "1e-100"],
        ["--goal", "1e-9"],
        ["--goal", "1e12"],
        ["--limit-factor", "0.001"],
        ["--limit-factor", "1000"],
        ["--detection", "0.999999999999999"],
    ):
        done = subprocess.run(
            [accord, "balance", case, *flags], capture_output=True, text=True, check=False
        )
        if done.returncode not in (0, 1) or re.search(r"\b(nan|inf)\b", done.stdout):
            yield f"balance {' '.join(flags)}: status {done.returncode}: {done.stderr or done.stdout}"


def main():
    accord, source = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        found = [*faults(accord, folder), *pages(accord, source)]
    print("\n".join(found) if found else "all as expected")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
