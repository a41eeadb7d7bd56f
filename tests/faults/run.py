#!/usr/bin/python3
"""Lets the surroundings of accord fail: run.py ACCORD SOURCE_DIR [--full] [NAME…]; see
README.md."""
import pathlib
import sys
import tempfile

import calls
import injected
import outside

ANSWERS = (0, 1, 3, 5)  # yes, no, rests on what cannot be read, the environment


def try_all(kind, accord, source, full):
    """Problems, and the number of faults tried."""
    problems, count = [], 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve()
        one = kind(accord, source, folder)
        command = [accord, *one.command]
        one.reset()
        for fault in injected.faults(command, folder, full):
            one.reset()
            status, said = injected.run(command, folder, fault)
            count += 1
            wrong = None
            if fault.what != "KILL" and status not in ANSWERS:
                wrong = f"status {status}: {said.strip()}"
            elif status == 5 and "[E" not in said and "[R" not in said:
                wrong = f"status 5 without a message: {said.strip()}"
            wrong = wrong or one.check(status)
            left = calls.leftovers(folder)
            if not wrong and left:
                wrong = "left behind: " + ", ".join(left)
            if wrong:
                problems.append(
                    f"{kind.__name__}: {fault.what} at {fault.call} {fault.number}: {wrong}"
                )
    return problems, count


def without_threads(accord, source):
    """Where the system gives no thread the work is done by one, or refused with E010: never a
    bug."""
    problems = []
    no_thread = ["-e", "trace=?clone,?clone3", "-e", "inject=?clone,?clone3:error=EAGAIN"]
    scenario = str(source / "examples/simulation/abrupt-loss.toml")
    for words, wanted in ((("check", str(source / "examples/state/clean")), (0, 1)),
                          (("simulate", scenario, "--reps", "100000", "--threads", "4"), (5,)),
                          (("simulate", scenario, "--reps", "100000", "--threads", "1"), (0,))):
        done, _ = injected.traced([accord, *words], source, no_thread)
        said = done.stderr.decode()
        if done.returncode not in wanted or ("[E010]" in said) != (wanted == (5,)):
            problems.append(f"no thread for {words[0]}: status {done.returncode}: {said.strip()}")
    print(f"no threads: {len(problems)} wrong")
    return problems


def main():
    accord, source = (str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve())
    names = [n for n in sys.argv[3:] if n != "--full"]
    problems = []
    can_inject = injected.works([accord, "--version"], source)
    if not can_inject:
        print("strace is missing or may not be used: no faults are injected")
    if can_inject and (not names or "threads" in names):
        problems += without_threads(accord, source)
    for kind in calls.ALL if can_inject else ():
        if names and kind.__name__ not in names:
            continue
        found, count = try_all(kind, accord, source, "--full" in sys.argv)
        print(f"{kind.__name__}: {count} faults, {len(found)} wrong")
        problems += found
    if not names or "outside" in names:
        problems += outside.run(accord, source)
    print("\n".join(problems) if problems else "all as expected")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
