#!/usr/bin/python3
"""How long does the balance of a study take beside a plain NumPy loop with the same checks, in one
run?

31 locations (20 rates, 11 inventories), half a million samples, 15 periods; MUF, σ(MUF) from random
and systematic errors, finite and ascending times, no value below 0, no gap. Both get the same
arrays; the numbers are compared first.

Usage: PYTHONPATH=build/release/python bench/series.py [SAMPLES]
"""
import sys
import time

import numpy

import accord

PERIODS, LENGTH, FLOWS, STOCKS = 15, 160.0, 20, 11


def study_of(samples):
    locations = []
    for number in range(FLOWS):
        count = samples // FLOWS
        i = numpy.arange(count)
        phase = (i * 37 % 101) / 101
        times = PERIODS * LENGTH / count * (i + 0.9 * phase * (i > 0))
        locations.append(
            dict(
                name=f"flow {number}",
                role=("input", "output")[number % 2],
                kind="continuous",
                time=times,
                value=1 + 0.2 * phase,
                until=PERIODS * LENGTH,
                random=0.01,
                systematic=0.005,
            )
        )
    for number in range(STOCKS):
        t = numpy.arange(PERIODS + 1)
        locations.append(
            dict(
                name=f"stock {number}",
                role="inventory",
                time=t * LENGTH,
                value=20.0 + (t * 7 + number) % 5,
                random=0.005,
                systematic=0.002,
            )
        )
    return {"periods": {"length": LENGTH, "count": PERIODS}, "location": locations}


def plain(study):
    """MUF and σ of each period."""
    edges = numpy.arange(PERIODS + 1) * LENGTH
    muf, variance = numpy.zeros(PERIODS), numpy.zeros(PERIODS)
    for location in study["location"]:
        times, values = location["time"], location["value"]
        steps = numpy.diff(times)
        if not (
            numpy.isfinite(times).all()
            and numpy.isfinite(values).all()
            and (steps > 0).all()
            and (values >= 0).all()
        ):
            raise ValueError(location["name"])
        if location["role"] == "inventory":
            muf += values[:-1] - values[1:]
            variance += location["random"] ** 2 * (values[:-1] ** 2 + values[1:] ** 2)
            variance += (location["systematic"] * (values[:-1] - values[1:])) ** 2
            continue
        if (steps[values[:-1] != 0] > 10 * numpy.median(steps)).any():
            raise ValueError(location["name"])
        sign = 1 if location["role"] == "input" else -1
        # Steps cut at the edges: the pieces between all times, each with the rate of its step.
        ends = numpy.append(times, location["until"])
        first = numpy.searchsorted(times, edges[:-1], "right") - 1
        behind = numpy.searchsorted(times, edges[1:], "left")
        for p in range(PERIODS):
            part = numpy.clip(ends[first[p]:behind[p] + 1], edges[p], edges[p + 1])
            kg = numpy.diff(part) * values[first[p]:behind[p]]
            total = kg.sum()
            muf[p] += sign * total
            variance[p] += (
                location["random"] ** 2 * (kg * kg).sum() + (location["systematic"] * total) ** 2
            )
    return muf, numpy.sqrt(variance)


def seconds(function, *arguments):
    """The least of five."""
    times = []
    for _ in range(5):
        begin = time.process_time()
        function(*arguments)
        times.append(time.process_time() - begin)
    return min(times)


def main():
    samples = int(sys.argv[1]) if len(sys.argv) > 1 else 500_000
    study = study_of(samples)
    ours = accord.balance(study=study)
    muf, sigma = plain(study)
    assert numpy.allclose(ours.muf, muf, rtol=0, atol=1e-9) and numpy.allclose(
        ours.sigma_muf, sigma, rtol=1e-9
    )
    a, n = seconds(lambda: accord.balance(study=study)), seconds(plain, study)
    print(
        f"{samples} samples: accord {a * 1e3:.1f} ms ({a / samples * 1e9:.0f} ns a sample), NumPy {n * 1e3:.1f} ms, "
        f"ratio {a / n:.2f}"
    )


if __name__ == "__main__":
    main()
