#!/usr/bin/python3
"""No step grows much faster than n log n: every row of bench/growth_rows.py with n and eight times
n things.

A step that takes time proportional to n² takes 64 times as long for eight times as much, one of n
log n about 11 times. The bound between them is 24, and a tenth of a second for what every start
costs; it is of processor time, and a noisy machine gets three tries. No row may take more than 500
MB or fail.

Usage: run.py ACCORD SOURCE [ROW;ROW;…]
"""
import sys

SMALL, TIMES = 2500, 8
RATIO_MAX, SECONDS_ALWAYS, TRIES, MEGABYTES_MAX = 24, 0.1, 3, 500


def fault_of(measured, accord, row):
    """What is wrong with the row, or nothing."""
    small = large = float("inf")
    for _ in range(TRIES):
        few = measured(accord, row, SMALL)
        many = measured(accord, row, SMALL * TIMES)
        if many[2] < 0 or many[2] > 3:
            return f"ends with status {many[2]}"
        if many[1] > MEGABYTES_MAX:
            return f"takes {many[1]} MB"
        small, large = min(small, few[0]), min(large, many[0])
        if large <= RATIO_MAX * small + SECONDS_ALWAYS:
            return None
    return f"{SMALL} take {small:.2f} s, {SMALL * TIMES} {large:.2f} s: {large / small:.0f} times as long"


def main(accord, source, rows):
    sys.path.insert(0, source + "/bench")
    from growth import measured
    from growth_rows import ROWS
    tried = rows or list(ROWS)
    faults = {row: fault_of(measured, accord, row) for row in tried}
    for row, fault in faults.items():
        print(f"{row}: {fault or 'good'}")
    sys.exit(1 if any(faults.values()) else 0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3].split(";") if len(sys.argv) > 3 else [])
