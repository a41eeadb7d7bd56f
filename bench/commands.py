#!/usr/bin/python3
"""What whole commands cost in two versions of the program, side by side in one run.

Prints for each command the shortest time of each version, and with valgrind the ratio of their
instructions, which no other work on the machine changes.

Usage: commands.py OLD NEW      two programs, as build/release/apps/accord/accord
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
RUNS = 15
COMMANDS = (
    ["status", "-C", "jcpoa", "--on", "2025-02-26"],
    ["assess", "-C", "jcpoa", "--on", "2025-02-26"],
    ["check", EXAMPLES / "state/clean", "--format", "csv"],
    ["books", "inventory", EXAMPLES / "state/clean", "--format", "csv"],
    ["balance", EXAMPLES / "state/items_honest", "--json"],
    ["balance", "--study", EXAMPLES / "study/study.toml", "--format", "csv"],
    ["simulate", EXAMPLES / "simulation/abrupt-loss.toml", "--reps", "200000", "--threads", "1",
     "--no-progress", "--format", "csv"],
)


def seconds(program, words, folder):
    begin = time.perf_counter()
    subprocess.run([program, *words], cwd=folder, capture_output=True, check=False)
    return time.perf_counter() - begin


def instructions(program, words, folder):
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, *words],
        cwd=folder, capture_output=True, text=True, errors="replace", check=False)
    return int(re.search(r"Collected : (\d+)", done.stderr)[1])


def main():
    old, new = (str(pathlib.Path(name).resolve()) for name in sys.argv[1:3])
    print("| command | old, ms | new, ms | instructions, new to old |\n| --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(EXAMPLES / "jcpoa", pathlib.Path(folder) / "jcpoa")
        for words in COMMANDS:
            best = [min(seconds(program, words, folder) for _ in range(RUNS)) * 1000
                    for program in (old, new)]
            ratio = "–"
            if shutil.which("valgrind"):
                first, second = (instructions(program, words, folder) for program in (old, new))
                ratio = f"{second / first:.3f}"
            name = " ".join(str(word) for word in words[:2]).replace(f"{EXAMPLES}/", "")
            print(f"| {name} | {best[0]:.1f} | {best[1]:.1f} | {ratio} |")


if __name__ == "__main__":
    main()
