#!/usr/bin/python3
"""Wall time of whole commands on examples/jcpoa, as a ratio to `wc -l` of the files they read
(median of 20 runs).

Run it on an idle machine, after `cmake --preset release && cmake --build build/release`.
"""
import pathlib
import statistics
import subprocess
import tempfile
import time

root = pathlib.Path(__file__).resolve().parent.parent
accord = str(root / "build/release/apps/accord/accord")
jcpoa = root / "examples/jcpoa"
files = sorted(str(p) for p in jcpoa.rglob("*") if p.is_file())


def median_ms(command):
    times = []
    for _ in range(20):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


with tempfile.TemporaryDirectory() as folder:
    subprocess.run(["cp", "-r", str(jcpoa), folder + "/copy"], check=True)
    base = median_ms(["wc", "-l", *files])
    print(f"{'wc -l':24} {base:7.1f} ms")
    for words in (
        ["status"],
        ["explain", "T-STOCK"],
        ["assess"],
        ["report", "--as-of", "GOV/2025/8"],
    ):
        took = median_ms([accord, "-q", "-C", folder + "/copy", *words])
        print(f"{'accord ' + words[0]:24} {took:7.1f} ms   {took / base:5.1f} times wc -l")
