#!/usr/bin/python3
"""The same study with accord and with the field's open tool (MAPIT): the same numbers where both
mean the same, and the ratio of the times. Its source is not part of accord: name a checkout of it
in ACCORD_PEER.

Made up here: 10 inputs, 10 outputs and 11 inventories over 15 periods; rates in equal steps that
meet the ends of the periods, so that both programs integrate the same trapezia.

Usage: ACCORD_PEER=DIR bench/peer.py [SAMPLES [REALISATIONS]]     (50000 and 100)
"""
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time
import types

root = pathlib.Path(__file__).resolve().parent.parent
accord = root / "build/release/apps/accord/accord"
PERIODS, LENGTH, INPUTS, OUTPUTS, INVENTORIES = 15, 160, 10, 10, 11
RANDOM, SYSTEMATIC = 0.01, 0.005
STOCK_RANDOM, STOCK_SYSTEMATIC = 0.005, 0.002


def missing():
    """What is not at hand."""
    out = []
    peer = os.environ.get("ACCORD_PEER", "")
    if not peer or not (pathlib.Path(peer) / "MAPIT/core/StatsTests.py").exists():
        out.append("ACCORD_PEER: a checkout with MAPIT/core/StatsTests.py")
    for name, package in (("numpy", "python3-numpy"), ("scipy.io", "python3-scipy")):
        try:
            __import__(name)
        except ImportError:
            out.append(f"the package {package}")
    if not accord.exists():
        out.append(
            "the program: cmake --preset release && cmake --build build/release --target accord"
        )
    return out


def stand_ins():
    """Windows and progress bars that the peer imports; its calculations do not use them. Newer
    names of numpy."""
    class Bar:
        current = 0

        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

        def __call__(self, *_):
            return None

    made = []
    for name, content in (
        ("PySide6", {"QtWidgets": None}),
        ("alive_progress", {"alive_bar": lambda *_, **__: Bar()}),
        ("alive_progress.animations", {}),
        ("alive_progress.animations.spinners", {"frame_spinner_factory": lambda *_: None}),
    ):
        try:
            __import__(name)
        except ImportError:
            module = types.ModuleType(name)
            vars(module).update(content)
            sys.modules[name] = module
            made.append(name)
    import numpy
    if not hasattr(numpy, "trapezoid"):
        numpy.trapezoid = numpy.trapz
        made.append("numpy.trapezoid")
    return made


def make_study(samples):
    """Times and values of inputs, inventories and outputs as arrays of one column. The data go a
    little beyond the last period: the peer rounds the last time, and leaves out a period that ends
    with the data."""
    import numpy as np
    steps = max(2, samples // (INPUTS + OUTPUTS) // PERIODS)
    flow_times = np.arange(PERIODS * steps + 2 + steps // LENGTH) * (LENGTH / steps)
    rng = np.random.default_rng(5)
    rates = [1 + 0.2 * rng.random(len(flow_times)) for _ in range(INPUTS + OUTPUTS)]
    stock_times = np.arange(PERIODS + 1) * float(LENGTH)
    stocks = [20 + 2 * rng.random(PERIODS + 1) for _ in range(INVENTORIES)]
    column = lambda x: x.reshape((-1, 1))  # noqa: E731
    return (
        column(flow_times),
        [column(r) for r in rates[:INPUTS]],
        [column(r) for r in rates[INPUTS:]],
        column(stock_times),
        [column(s) for s in stocks],
    )


def write_study(folder, study):
    flow_times, inputs, outputs, stock_times, stocks = study
    lines = ['flow_errors = "total"', "[periods]", f"length = {LENGTH}", f"count = {PERIODS}"]
    for role, times, values, errors in (
        ("input", flow_times, inputs, (RANDOM, SYSTEMATIC)),
        ("inventory", stock_times, stocks, (STOCK_RANDOM, STOCK_SYSTEMATIC)),
        ("output", flow_times, outputs, (RANDOM, SYSTEMATIC)),
    ):
        for i, series in enumerate(values):
            name = f"{role}{i}"
            rows = "".join(
                f"{float(t)!r},{float(v)!r}\n"
                for t, v in zip(times[:, 0], series[:, 0], strict=True)
            )
            (folder / f"{name}.csv").write_text("time,value\n" + rows)
            lines += [
                "[[location]]",
                f'name = "{name}"',
                f'role = "{role}"',
                f'file = "{name}.csv"',
                f"random = {errors[0]}",
                f"systematic = {errors[1]}",
            ]
            if role != "inventory":
                lines += ['kind = "continuous"', 'between = "linear"']
    (folder / "study.toml").write_text("\n".join(lines) + "\n")
    tests = "".join(
        f'[[test]]\nkind = "{kind}"\nfalse_alarm = 0.05\n'
        for kind in ("cumuf_end", "gemuf", "page")
    )
    for name, extra in (("scenario", ""), ("drawn", "each_measurement = true\n")):
        (folder / f"{name}.toml").write_text(f'[balance]\nstudy = "study.toml"\n{extra}{tests}')


def run(words):
    """What a command prints, and its processor time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([str(accord), *words], capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr.decode())
    return done.stdout, (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def timed(call):
    start = time.process_time()
    out = call()
    return out, time.process_time() - start


class Peer:
    """The peer's functions on the study, with its conventions of shapes."""

    def __init__(self, study):
        import numpy as np
        sys.path.insert(0, os.environ["ACCORD_PEER"])
        from MAPIT.core import AuxFunctions, Preprocessing, StatsTests
        self.np, self.aux, self.pre, self.tests = np, AuxFunctions, Preprocessing, StatsTests
        flow_times, self.inputs, self.outputs, stock_times, self.stocks = study
        self.times = {
            "processedInputTimes": [flow_times] * INPUTS,
            "processedOutputTimes": [flow_times] * OUTPUTS,
            "processedInventoryTimes": [stock_times] * INVENTORIES,
        }
        self.errors = np.array(
            [[RANDOM, SYSTEMATIC]] * INPUTS
            + [[STOCK_RANDOM, STOCK_SYSTEMATIC]] * INVENTORIES
            + [[RANDOM, SYSTEMATIC]] * OUTPUTS
        )

    def draw(self, realisations):
        sizes = (INPUTS, INPUTS + INVENTORIES, len(self.errors))
        parts = self.np.split(self.errors, sizes[:2])
        names = ("inputAppliedError", "inventoryAppliedError", "outputAppliedError")
        series = (self.inputs, self.stocks, self.outputs)
        return {name: self.pre.SimErrors(raw, part, realisations, doTQDM=False)
                for name, raw, part in zip(names, series, parts, strict=True)}

    def exact(self):
        return {name: [s.T for s in raw] for name, raw in
                (("inputAppliedError", self.inputs), ("inventoryAppliedError", self.stocks),
                 ("outputAppliedError", self.outputs))}

    def analyse(self, observed):
        what = {**observed, **self.times, "MBP": LENGTH, "inputTypes": ["continuous"] * INPUTS,
                "outputTypes": ["continuous"] * OUTPUTS, "doPbar": False}
        muf = self.tests.MUF(**what)
        sigma = self.tests.SEMUF(**what, ErrorMatrix=self.errors)[0]
        self.tests.CUMUF(muf, doPbar=False)
        covariance = self.aux.calcCovMat(**what, ErrorMatrix=self.errors)
        sitmuf = self.tests.SITMUF(muf, covariance, LENGTH, doPbar=False)
        self.tests.GEMUF_V1(muf, covariance, LENGTH, doPbar=False)
        self.tests.PageTrendTest(sitmuf, LENGTH, PERIODS + 1, doPbar=False)
        return muf, sigma, covariance


def compare_numbers(peer, data):
    """Largest relative differences; the peer has period t in the block t · LENGTH, from t = 1."""
    np = peer.np
    muf, sigma, covariance = peer.analyse(peer.exact())
    at = [LENGTH * t for t in range(1, PERIODS + 1)]
    ours = np.array([p["muf_kg"] for p in data["periods"]])
    variance = np.array([p["sigma_muf_kg"] ** 2 for p in data["periods"]])
    sums = np.array([p["active_kg"] for p in data["periods"]])
    print(
        f"MUF: largest difference {np.max(np.abs(muf[0, at] - ours) / sums):.1e} of the active inventory"
    )
    semuf = sigma[0, at] ** 2
    print(
        f"sigma² of SEMUF to ours: {semuf[0] / variance[0]:.4f} in period 1, "
        f"{np.min(semuf[1:] / variance[1:]):.4f} to {np.max(semuf[1:] / variance[1:]):.4f} in the others"
    )
    diagonal = np.diagonal(covariance[0])[:PERIODS]
    print(
        f"sigma² of calcCovMat to ours: {diagonal[0] / variance[0]:.4f} in period 1, "
        f"{np.min(diagonal[1:] / variance[1:]):.4f} to {np.max(diagonal[1:] / variance[1:]):.4f} in the others"
    )


def main():
    samples = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    realisations = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    absent = missing()
    if absent:
        print("the peer cannot run here; missing:\n  " + "\n  ".join(absent))
        return
    made = stand_ins()
    print(f"{samples} samples, {PERIODS} periods, {realisations} realisations"
          + (f"; stand-ins for {', '.join(made)}" if made else ""))
    study = make_study(samples)
    peer = Peer(study)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write_study(folder, study)
        data = json.loads(run(["balance", "--study", str(folder / "study.toml"), "--json"])[0])[
            "data"
        ]
        compare_numbers(peer, data)
        observed, draw = timed(lambda: peer.draw(realisations))
        _, analyse = timed(lambda: peer.analyse(observed))
        words = ["--reps", str(realisations), "--threads", "1", "--no-progress"]
        _, whole = run(["simulate", str(folder / "scenario.toml"), *words])
        text = (folder / "study.toml").read_text()
        (folder / "study.toml").write_text(text.replace('"total"', '"sample"'))
        _, drawn = run(["simulate", str(folder / "drawn.toml"), *words])
    print(f"peer, processor time: {draw:.3f} s drawing errors, {analyse:.3f} s analysing")
    print(
        f"accord simulate, with reading: {whole:.3f} s: the peer takes {(draw + analyse) / whole:.0f} times as long"
    )
    print(
        f"the same, every error of every sample drawn: {drawn:.3f} s: {(draw + analyse) / drawn:.0f} times"
    )


if __name__ == "__main__":
    main()
