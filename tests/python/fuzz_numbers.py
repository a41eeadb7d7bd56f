"""Calls every function of a module with numbers from the edges, many times; run by
test_contracts.py.

Exit status 0: each call gave an answer or one of the errors that the manual names. A fault of
accord itself (X001) is none.
"""

import importlib
import inspect
import random
import sys
import warnings

import accord

EDGES = [
    0.0,
    -0.0,
    5e-324,
    1e-300,
    1e-100,
    1e-17,
    1e-8,
    1e-3,
    0.05,
    0.5,
    1 - 1e-16,
    1.0,
    1.5,
    3.0,
    50.0,
    1e3,
    1e8,
    1e150,
    1e300,
    1.7e308,
    -1e-12,
    -1.0,
    -1e300,
    float("inf"),
    float("nan"),
]
WHOLE = [0, 1, 2, 3, 6, 25, 26, 1000, -1, 2**31, 2**62]
TABLES = {"covariance"}
ROWS = {
    "muf",
    "loss",
    "y",
    "means",
    "covariances",
    "lines",
    "relative_sigmas",
    "without",
    "with_loss",
    "sensitivity",
    "degrees_of_freedom",
}
COUNTS = {
    "periods",
    "periods_max",
    "n",
    "items",
    "selected",
    "hidden",
    "seed",
    "stream",
    "first",
    "count",
    "weighings",
    "samples",
    "analyses_per_sample",
}
# What reads files or tables, and what waits for a whole simulation, has tests of its own.
ELSEWHERE = {
    "open",
    "read_accounts",
    "balance",
    "simulate",
    "Terms",
    "read_talks",
    "read_terms",
    "target_values",
    "against_targets",
}


def covariance(rng, size):
    scale, common = rng.choice([1e-200, 1e-12, 1.0, 1e8, 1e150, 1e300]), rng.choice(
        [0.0, 1.0, 3e7, 1e12]
    )
    table = [[scale * (common + (i == j)) for j in range(size)] for i in range(size)]
    if rng.random() < 0.2:
        table[rng.randrange(size)][rng.randrange(size)] = rng.choice(EDGES)
    return table


def argument(rng, name, size):
    if name in TABLES:
        return covariance(rng, size)
    if name in ROWS:
        return [rng.choice(EDGES if rng.random() < 0.5 else EDGES[:-2]) for _ in range(size)]
    if name in COUNTS:
        return rng.choice(WHOLE[:8] if name in ("periods", "count", "periods_max") else WHOLE)
    return rng.choice(EDGES)


def main(module_name):
    warnings.simplefilter("ignore")
    module = importlib.import_module(module_name)
    functions = [
        (name, function) for name in module.__all__
        if inspect.isfunction(function := getattr(module, name)) and name not in ELSEWHERE
    ]
    for name, function in functions:
        rng = random.Random(name)
        for _ in range(150):
            size = rng.choice([1, 2, 3, 6])
            arguments = {
                key: argument(rng, key, size) for key in inspect.signature(function).parameters
            }
            # For stderr to tell which call it was, should it be the last.
            call = f"{name}({arguments})"
            print(call, file=sys.stderr, flush=True)
            try:
                function(**arguments)
            except (ValueError, MemoryError):
                pass
            except accord.AccordError as error:
                if error.code == "X001":
                    sys.exit(f"{call}: {error}")
    print(len(functions), "functions")


if __name__ == "__main__":
    main(sys.argv[1])
