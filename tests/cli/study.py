#!/usr/bin/python3
"""`accord balance --study` against a second, simple program: every sample is written out with the
time that its rate stands for, every error with the periods it acts in, and MUF and its covariance
are sums over these lists. Also: the study as a source of `accord simulate`, with every measurement
drawn, agrees with that covariance.

Usage: study.py ACCORD SOURCE_DIR
"""
import csv
import fractions
import json
import math
import pathlib
import subprocess
import sys
import tempfile
import tomllib

Exact = fractions.Fraction


def series(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [(Exact(row["time"]), Exact(row["value"])) for row in csv.DictReader(file)]


def uses(location, samples, edges):
    """For each sample: {period: coefficient}, with sign; input and opening inventory add."""
    out = [{} for _ in samples]
    if location["role"] == "inventory":
        for i, (time, _) in enumerate(samples):
            for t in range(len(edges) - 1):
                coefficient = (time == edges[t]) - (time == edges[t + 1])
                if coefficient:
                    out[i][t] = Exact(coefficient)
        return out
    sign = 1 if location["role"] == "input" else -1
    for i, (time, _) in enumerate(samples):
        end = samples[i + 1][0] if i + 1 < len(samples) else Exact(location.get("until", 0))
        for t in range(len(edges) - 1):
            if location["kind"] == "discrete":
                weight = Exact(edges[t] <= time < edges[t + 1])
            else:
                weight = min(end, edges[t + 1]) - max(time, edges[t])
            if weight > 0:
                out[i][t] = sign * weight
    return out


def reference(study, folder):
    """MUF and covariance, exact but for the standard deviations of TOML."""
    periods = study["periods"]
    edges = [Exact(periods["length"]) * i for i in range(periods["count"] + 1)]
    count = len(edges) - 1
    muf = [Exact(0)] * count
    loads = {}  # realisation → load of each period
    total = study.get("flow_errors") == "total"
    for location in study["location"]:
        samples = series(folder / location["file"])
        random, systematic = Exact(str(location["random"])), Exact(str(location["systematic"]))
        for i, ((time, value), used) in enumerate(
            zip(samples, uses(location, samples, edges), strict=True)
        ):
            key = location.get("source_key", location["name"])
            if "calibration" in location:
                key = (key, time // Exact(location["calibration"]))
            for t, coefficient in used.items():
                muf[t] += coefficient * value
                whole = total and location["role"] != "inventory"
                own = (location["name"], "period", t) if whole else (location["name"], "sample", i)
                if whole and "calibration" in location:
                    own = (*own, key)
                for realisation, delta in ((own, random), (key, systematic)):
                    row = loads.setdefault(realisation, [Exact(0)] * count)
                    row[t] += coefficient * value * delta
    covariance = [
        [sum(row[t] * row[u] for row in loads.values()) for u in range(count)] for t in range(count)
    ]
    return muf, covariance


def answer(words):
    done = subprocess.run(words, capture_output=True, check=False)
    assert done.returncode in (0, 1), (words, done.returncode, done.stderr.decode())
    return json.loads(done.stdout)["data"]


def compare(accord, folder):
    study = tomllib.loads((folder / "study.toml").read_text(encoding="utf-8"))
    muf, covariance = reference(study, folder)
    data = answer([accord, "balance", "--study", str(folder / "study.toml"), "--json"])
    for t, expected in enumerate(muf):
        found = data["periods"][t]["muf_kg"]
        assert math.isclose(found, expected, rel_tol=0, abs_tol=1e-9), (t, found, float(expected))
        for u, product in enumerate(covariance[t]):
            found = data["covariance_kg2"][t][u]
            assert math.isclose(found, product, rel_tol=1e-10, abs_tol=1e-13), (
                t,
                u,
                found,
                float(product),
            )
    return covariance


def main():
    accord, source = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    example = source / "examples/study"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for path in example.iterdir():
            (folder / path.name).write_bytes(path.read_bytes())
        subprocess.run([sys.executable, str(folder / "make.py")], check=True)
        for path in example.glob("*.csv"):
            assert (
                path.read_bytes() == (folder / path.name).read_bytes()
            ), f"make.py makes another {path.name}"
        sample = compare(accord, folder)
        scenario = folder / "scenario.toml"
        scenario.write_text(
            scenario.read_text().replace("[balance]", "[balance]\neach_measurement = true")
        )
        asked = [accord, "simulate", str(scenario), "--reps", "40000", "--json"]
        drawn = answer(asked)["sitmuf_moments"]["covariance"]
        band = 5.5 * math.sqrt(2 / 40000)  # a chance of about 1e-6 with a fixed seed
        worst = max(abs(drawn[t][u] - (t == u)) for t in range(4) for u in range(4))
        assert worst < band, (worst, band)
        text = (folder / "study.toml").read_text()
        (folder / "study.toml").write_text('flow_errors = "total"\n' + text)
        total = compare(accord, folder)
        assert all(total[t][t] > sample[t][t] for t in range(4))
    print(
        f"the study and its totals agree; SITMUF of drawn measurements within {worst:.4f} of independence"
    )


if __name__ == "__main__":
    main()
