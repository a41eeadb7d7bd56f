#!/usr/bin/python3
"""How the steps of the program grow: processor seconds and memory for n, and the exponent between
the last two sizes.

Every row makes a workspace of n things of one kind (`growth_rows.py`) and runs one command on it.
`bench/README.md` keeps the answers; `tests/growth/run.py` lets no row grow much faster than n log
n.

Usage: growth.py ACCORD [SIZE,SIZE,… [ROW;ROW;…]]
"""
import math
import os
import resource
import subprocess
import sys
import tempfile

from growth_rows import ROWS

CPU_SECONDS_MAX = 60


def limits():
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS_MAX, CPU_SECONDS_MAX))


def measured(accord, row, n):
    """Processor seconds, MB and exit status, of a process of its own; a status below 0 is that of a
    signal."""
    make, words = ROWS[row]
    with tempfile.TemporaryDirectory() as folder:
        for name, content in make(n).items():
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(content)
        named = (
            [os.path.join(folder, "t.accord")] if words == ["terms", "check"] else ["-C", folder]
        )
        process = subprocess.Popen([accord, *words, *named], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, preexec_fn=limits)
        _, status, usage = os.wait4(process.pid, 0)
    return (
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss // 1024,
        os.waitstatus_to_exitcode(status),
    )


def main(accord, sizes, rows):
    print("| what | " + " | ".join(f"{n:,}" for n in sizes) + " | exponent |")
    print("| --- |" + " --- |" * (len(sizes) + 1))
    for row in rows:
        cells, seconds = [], []
        for n in sizes:
            taken, memory, status = measured(accord, row, n)
            if status < 0:
                cells.append(f"more than {CPU_SECONDS_MAX} s")
                break
            cells.append(
                f"{taken:.2f} s, {memory} MB" + (f", status {status}" if status > 1 else "")
            )
            seconds.append(taken)
        cells += ["–"] * (len(sizes) - len(cells))
        grows = len(seconds) > 1 and seconds[-2] > 0.02
        exponent = (
            math.log(seconds[-1] / seconds[-2], sizes[len(seconds) - 1] / sizes[len(seconds) - 2])
            if grows
            else None
        )
        print(
            f"| {row} | "
            + " | ".join(cells)
            + f" | {'–' if exponent is None else f'{exponent:.1f}'} |",
            flush=True,
        )


if __name__ == "__main__":
    chosen = (
        [int(word) for word in sys.argv[2].split(",")] if len(sys.argv) > 2 else [1000, 3000, 10000]
    )
    main(sys.argv[1], chosen, sys.argv[3].split(";") if len(sys.argv) > 3 else list(ROWS))
