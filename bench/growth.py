#!/usr/bin/python3
"""How the steps of the program grow: processor seconds and memory for n, and the exponent between the last two sizes.

Every row makes a workspace of n things of one kind and runs one command on it. `bench/README.md` keeps the answers.

Usage: growth.py ACCORD [SIZE,SIZE,… [ROW;ROW;…]]
"""
import datetime
import math
import os
import resource
import subprocess
import sys
import tempfile

CPU_SECONDS_MAX = 60
SETTINGS = '[workspace]\nname = "growth"\nterms = "t.accord"\n'
EVENTS = SETTINGS + '[parties]\n"First" = "first"\n[events]\nfile = "e.csv"\n'
ON = ["--on", "2026-08-01"]


def day(i):
    return (datetime.date(2026, 1, 4) + datetime.timedelta(i % 3000)).isoformat()


def text(body):
    parties = 'party first "First"\nparty second "Second"\nbody insp "Inspectorate"\n'
    return f'accord 1\nagreement growth "Growth" {{\n{parties}{body}}}\n'


def term(name, rule, start="start", condition=""):
    who = "obliges first owed second verifier insp"
    return f'term {name} "t" ref "1" {{ {who} from {start} for 10 years {condition} {rule} }}\n'


def events(n, actor=lambda i: "First"):
    rows = "".join(f"E{i},{day(i)},other,{actor(i)},title,yes\n" for i in range(n))
    return "event_id,date,category,actor,title,verified\n" + rows


START = "day start = 2026-01-01\n"
STOCK = 'measure stock "stock" amount t\n'
LIMIT = "limit stock <= 10 t"


def duty(n):
    ids = ", ".join(f"E{i}" for i in range(n))
    body = START + f'event e "e" data {{ {ids} }}\nevent f "f"\n' + term("T0", "duty f within 5 days of each e")
    return {"t.accord": text(body), "accord.toml": EVENTS, "e.csv": events(n)}


def examples(n):
    one = "{ given stock = 5 t on 2026-05-01 expect T0 met on 2026-06-01 }"
    body = START + STOCK + term("T0", LIMIT) + "".join(f'example "x {i}" {one}\n' for i in range(n))
    return {"t.accord": text(body), "accord.toml": SETTINGS}


def unknown_parties(n):
    ids = ", ".join(f"E{i}" for i in range(n))
    body = START + f'event e "e" data {{ {ids} }}\n' + term("T0", "duty e by start + 90 days")
    names = "".join(f'"Name{i}" = "first"\n' for i in range(n))
    settings = SETTINGS + "[parties]\n" + names + '[events]\nfile = "e.csv"\n'
    return {"t.accord": text(body), "accord.toml": settings, "e.csv": events(n, lambda i: f"Nome{i}x")}


def unknown_names(n):
    body = START + STOCK + "".join(term(f"T{i}", f"limit stok{i} <= 10 t") for i in range(n))
    return {"t.accord": text(body), "accord.toml": SETTINGS}


def units(n):
    chain = 'unit u0 "unit 0" with 1 u0 = 2 t\n'
    chain += "".join(f'unit u{i} "unit {i}" with 1 u{i} = 1 u{i - 1}\n' for i in range(1, n))
    measure = f'measure stock "stock" amount u{n - 1}\n'
    body = START + chain + measure + term("T0", f"limit stock <= 10 u{n - 1}")
    return {"t.accord": text(body), "accord.toml": SETTINGS}


def whiles(n):
    chain = "".join(term(f"T{i}", LIMIT, condition=f"while T{i - 1} is met") for i in range(1, n))
    return {"t.accord": text(START + STOCK + term("T0", LIMIT) + chain), "accord.toml": SETTINGS}


def days(n):
    chain = "day d0 = start\n" + "".join(f"day d{i} = d{i - 1} + 1 days\n" for i in range(1, n))
    return {"t.accord": text(START + STOCK + chain + term("T0", LIMIT)), "accord.toml": SETTINGS}


def latest(n):
    chain = "day d0 = event e\n"
    chain += "".join(f"day d{i} = latest(d{i - 1}, d{i - 1} + 1 days)\n" for i in range(1, n))
    body = 'event e "e"\n' + STOCK + chain + term("T0", LIMIT, start=f"d{n - 1}")
    return {"t.accord": text(body), "accord.toml": SETTINGS}


def terms(n):
    body = START + STOCK + "".join(term(f"T{i}", LIMIT) for i in range(n))
    return {"t.accord": text(body), "accord.toml": SETTINGS}


def plain_events(n):
    body = START + 'event e "e"\nevent f "f"\n' + term("T0", "duty f by start + 90 days")
    return {"t.accord": text(body), "accord.toml": EVENTS, "e.csv": events(n)}


ROWS = {
    "duty within … of each, status": (duty, ["status"]),
    "duty within … of each, explain": (duty, ["explain", "T0"]),
    "duty within … of each, timeline": (duty, ["timeline"]),
    "duty within … of each, assess": (duty, ["assess"]),
    "examples, terms check": (examples, ["terms", "check"]),
    "rows with an unknown party, status": (unknown_parties, ["status", *ON]),
    "unknown names, terms check": (unknown_names, ["terms", "check"]),
    "chain of units, terms check": (units, ["terms", "check"]),
    "chain of while, status": (whiles, ["status", *ON]),
    "chain of days, terms show": (days, ["terms", "show", *ON]),
    "chain of days, assess": (days, ["assess", *ON]),
    "chain of latest(), terms show": (latest, ["terms", "show", *ON]),
    "terms, assess": (terms, ["assess", *ON]),
    "events, assess": (plain_events, ["assess"]),
}


def limits():
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS_MAX, CPU_SECONDS_MAX))


def measured(accord, row, n):
    """Processor seconds, MB and exit status, of a process of its own; status 4 and above is a failure."""
    make, words = ROWS[row]
    with tempfile.TemporaryDirectory() as folder:
        for name, content in make(n).items():
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(content)
        named = [os.path.join(folder, "t.accord")] if words == ["terms", "check"] else ["-C", folder]
        process = subprocess.Popen([accord, *words, *named], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, preexec_fn=limits)
        _, status, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, os.waitstatus_to_exitcode(status)


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
            cells.append(f"{taken:.2f} s, {memory} MB" + (f", status {status}" if status > 1 else ""))
            seconds.append(taken)
        cells += ["–"] * (len(sizes) - len(cells))
        grows = len(seconds) > 1 and seconds[-2] > 0.02
        exponent = math.log(seconds[-1] / seconds[-2], sizes[len(seconds) - 1] / sizes[len(seconds) - 2]) if grows else None
        print(f"| {row} | " + " | ".join(cells) + f" | {'–' if exponent is None else f'{exponent:.1f}'} |", flush=True)


if __name__ == "__main__":
    chosen = [int(word) for word in sys.argv[2].split(",")] if len(sys.argv) > 2 else [1000, 3000, 10000]
    main(sys.argv[1], chosen, sys.argv[3].split(";") if len(sys.argv) > 3 else list(ROWS))
