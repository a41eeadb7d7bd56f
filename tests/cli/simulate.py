#!/usr/bin/python3
"""What `accord simulate` promises about its bytes: the same for any number of threads, after any
interruption, and from any number of processes. The MPI part is left out when accord-mpi is not
built.

Usage: simulate.py ACCORD SOURCE_DIR [ACCORD_MPI]
"""
import json
import os
import pathlib
import shlex
import signal
import subprocess
import sys
import tempfile
import time

SCENARIO = """
[balance.structure]
periods = 12
flow_variance_kg2 = 1
systematic_variance_kg2 = 0.25
inventory_variance_kg2 = 1.5
[[loss]]
name = "nine"
total_kg = 9
[[test]]
kind = "page"
false_alarm = 0.05
[[test]]
kind = "gemuf_v5b3"
limit = 12
"""


def run(words, folder):
    done = subprocess.run(words, cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, (words, done.returncode, done.stderr.decode())
    return done.stdout


def wait_until_it_hears(process):
    """Until the program takes an interrupt by itself; starting can take long under sanitizers."""
    for _ in range(600):
        status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
        caught = int(status.split("SigCgt:")[1].split()[0], 16)
        if caught >> (signal.SIGINT - 1) & 1 or process.poll() is not None:
            return
        time.sleep(0.05)


def stopped(words, folder):
    """Whether a run was stopped on the way; one that was over, or nearly so, at the moment of
    asking, was not."""
    process = subprocess.Popen(
        [*words, "--resume", "state.json"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    wait_until_it_hears(process)
    time.sleep(0.1)
    asked = time.monotonic()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    # A run whose work is done no longer hears the interrupt by itself: the system then ends it as
    # any program.
    if process.returncode in (0, -signal.SIGINT):
        return None
    assert process.returncode == 130, (process.returncode, err.decode())
    assert time.monotonic() - asked < 10, "stopped too late"
    assert b"--resume state.json" in err and out == b"", (out, err)
    return shlex.split(err.decode().splitlines()[-1])


def check_interrupted(accord, folder):
    """Stops a run at some moment, goes on, stops again, and so on; ends with the bytes of one
    run."""
    for sequences in (
        20_000_003,
        200_000_003,
        2_000_000_003,
    ):  # the first that takes long enough to be stopped thrice
        words = [accord, "simulate", "scenario.toml", "--reps", str(sequences), "--json"]
        (folder / "state.json").unlink(missing_ok=True)
        printed = [stopped(words, folder) for _ in range(3)]
        if None not in printed:
            check_damaged(words, folder)
            # The command that it printed, word for word.
            assert run([accord, *printed[-1][1:]], folder) == run(words, folder), printed
            return
    raise AssertionError("no run was slow enough to be stopped")


def check_damaged(words, folder):
    """A state whose numbers cannot be, or were changed, is not gone on from."""
    whole = json.loads((folder / "state.json").read_text())
    assert 0 < whole["done"] < whole["sequences"]
    every = lambda change: [
        [[change(c) for c in rule] for rule in loss] for loss in whole["alarms"]
    ]  # noqa: E731
    wrong = {
        "none done": dict(whole, done=0),
        "more done": dict(whole, done=whole["sequences"]),
        "more alarms": dict(whole, alarms=every(lambda c: c + 10**9)),
        "negative alarms": dict(whole, alarms=every(lambda c: -1)),
        "an alarm more": dict(whole, alarms=every(lambda c: c + 1)),
        "halves": dict(whole, alarms=every(lambda c: c + 0.5)),
        "no chunks": dict(whole, chunks=0, done=0),
        "many chunks": dict(whole, chunks=2**64 - 1),
        "no digest": {k: v for k, v in whole.items() if k != "digest"},
        "other digest": dict(whole, digest="0" * 64),
    }
    for name, state in wrong.items():
        text = json.dumps(state)
        (folder / "damaged.json").write_text(text)
        done = subprocess.run(
            [*words, "--resume", "damaged.json"], cwd=folder, capture_output=True, check=False
        )
        assert done.returncode == 3 and (b"[S010]" in done.stderr or b"[S007]" in done.stderr), (
            name,
            done.stderr,
        )
        assert (folder / "damaged.json").read_text() == text, name


def check_processes(accord, mpi, folder):
    environment = {
        "OMPI_ALLOW_RUN_AS_ROOT": "1",
        "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1",
        "OMPI_MCA_rmaps_base_oversubscribe": "1",
        "OMPI_MCA_btl_vader_single_copy_mechanism": "none",
    }
    os.environ.update(environment)
    words = ["simulate", "scenario.toml", "--reps", "100003", "--json"]
    alone = run([accord, *words], folder)
    for ranks in ("1", "2", "4"):
        assert run(["mpirun", "-n", ranks, mpi, *words], folder) == alone, f"{ranks} ranks"
    # One process that cannot read its file ends them all; none waits for it.
    other = f'test "$OMPI_COMM_WORLD_RANK" = 0 || cd /; exec {mpi} simulate scenario.toml'
    done = subprocess.run(
        ["mpirun", "-n", "2", "sh", "-c", other],
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode != 0 and b"[E007]" in done.stderr, done.stderr.decode()


def main():
    accord = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "scenario.toml").write_text(SCENARIO)
        words = [accord, "simulate", "scenario.toml", "--reps", "300003", "--json", "--threads"]
        one = run([*words, "1"], folder)
        for threads in ("2", "7"):
            assert run([*words, threads], folder) == one, f"{threads} threads"
        check_interrupted(accord, folder)
        if len(sys.argv) > 3:
            check_processes(accord, str(pathlib.Path(sys.argv[3]).resolve()), folder)
    print("the same bytes")


if __name__ == "__main__":
    main()
