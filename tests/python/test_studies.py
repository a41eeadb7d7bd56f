"""accord.studies beside plain NumPy: observations, totals of locations, losses in plant data; and
what is long is stopped."""

import os
import pathlib
import signal
import subprocess
import sys
import threading
import time

import numpy as np
import pytest

import accord
from accord import studies

EDGES = np.array([0.0, 10, 20, 30])


def plant(**changes):
    """A feed, a product in batches, a waste in straight lines, and a tank; feed and product share a
    source."""
    feed = {
        "name": "feed",
        "role": "input",
        "kind": "continuous",
        "time": np.arange(0, 30, 1.5),
        "until": 30.0,
        "value": 2 + np.sin(np.arange(20)),
        "random": 0.02,
        "systematic": 0.01,
        "source_key": "meter",
    }
    product = {
        "name": "product",
        "role": "output",
        "kind": "discrete",
        "time": np.arange(1.0, 30, 4),
        "random": 0.005,
        "value": np.linspace(6, 8, 8),
        "systematic": 0.02,
        "source_key": "meter",
    }
    waste = {
        "name": "waste",
        "role": "output",
        "kind": "continuous",
        "between": "linear",
        "time": np.arange(-1.0, 33, 2),
        "value": 0.2 + 0.1 * np.cos(np.arange(17)),
        "random": 0.1,
        "systematic": 0.05,
        "calibration": 12.0,
        "random_absolute": 0.01,
    }
    tank = {
        "name": "tank",
        "role": "inventory",
        "time": EDGES,
        "value": np.array([5.0, 4, 6, 5]),
        "random": 0.01,
        "systematic": 0.003,
    }
    return {"periods": {"ends": EDGES[1:]}, "location": [{**feed, **changes}, product, waste, tank]}


def hat_integral(time, i, a, b):
    """∫ from a to b of the line that is 1 at time[i] and 0 at its neighbours, by its corners."""
    corners = np.unique(np.clip(np.append(time, (a, b)), a, b))
    line = np.interp(corners, time, np.eye(len(time))[i])
    return np.trapezoid(line, corners) if hasattr(np, "trapezoid") else np.trapz(line, corners)


def muf_of(values):
    """MUF of each period from values of all locations, (N, n) each; nothing of accord in it."""
    study = plant()
    feed, product, waste, _ = study["location"]
    out = []
    for a, b in zip(EDGES, EDGES[1:]):
        ends = np.append(feed["time"][1:], 30.0)
        held = np.clip(np.minimum(ends, b) - np.maximum(feed["time"], a), 0, None)
        moved = (product["time"] >= a) & (product["time"] < b)
        lines = np.array([hat_integral(waste["time"], i, a, b) for i in range(len(waste["time"]))])
        k = list(EDGES).index(a)
        out.append(values["feed"] @ held - values["product"] @ moved - values["waste"] @ lines
                   + values["tank"][:, k] - values["tank"][:, k + 1])
    return np.array(out).T


def test_observations_make_the_simulated_balances():
    study = plant()
    drawn = studies.observations(study, count=4000, seed=7)
    for one in study["location"]:
        counts = (
            (one["time"] < 30)
            if one["kind" if "kind" in one else "role"] == "discrete"
            else slice(None)
        )
        if one["name"] != "waste":
            assert drawn[one["name"]].time.tolist() == one["time"][counts].tolist()
    # Of the waste the sample of 33 counts for nothing, and the one of 31 for its part before 30.
    waste = study["location"][2]
    assert drawn["waste"].time.tolist() == waste["time"][waste["time"] < 33].tolist()
    values = {name: one.value for name, one in drawn.items()}
    values["waste"] = np.pad(
        values["waste"], ((0, 0), (0, len(waste["time"]) - values["waste"].shape[1]))
    )
    muf = muf_of(values)
    balance = accord.balance(study=study)
    truth = {one["name"]: one["value"][None, :] for one in study["location"]}
    assert muf_of(truth)[0] == pytest.approx(balance.muf, abs=1e-12)
    # Covariance of 4000 balances: each within 5 of its standard errors.
    found, sigma = np.cov(muf.T), balance.covariance
    error = np.sqrt((sigma**2 + np.outer(np.diag(sigma), np.diag(sigma))) / 4000)
    assert (abs(found - sigma) < 5 * error).all()
    assert (abs(muf.mean(axis=0) - balance.muf) < 5 * balance.sigma_muf / np.sqrt(4000)).all()


def test_observations_are_those_of_each_measurement(tmp_path):
    lines = ["[periods]", "ends = [10, 20, 30]"]
    for one in plant()["location"]:
        np.savetxt(
            tmp_path / f"{one['name']}.csv",
            np.column_stack([one["time"], one["value"]]),
            delimiter=",",
            header="time,value",
            comments="",
            fmt="%.17g",
        )
        keys = {k: v for k, v in one.items() if k not in ("time", "value")} | {
            "file": f"{one['name']}.csv"
        }
        lines += ["[[location]]"] + [
            f"{k} = {f'{chr(34)}{v}{chr(34)}' if isinstance(v, str) else v}"
            for k, v in keys.items()
        ]
    (tmp_path / "study.toml").write_text("\n".join(lines) + "\n")
    run = accord.simulate(
        {
            "balance": {"study": str(tmp_path / "study.toml"), "each_measurement": True},
            "seed": 9,
            "test": [{"kind": "cumuf_end", "false_alarm": 0.05}],
        },
        reps=100,
    )
    drawn = studies.observations(tmp_path / "study.toml", count=100, seed=9)
    values = {name: one.value for name, one in drawn.items()}
    values["waste"] = np.pad(values["waste"], ((0, 0), (0, 17 - values["waste"].shape[1])))
    errors = muf_of(values) - accord.balance(study=tmp_path / "study.toml").muf
    assert errors == pytest.approx(run.samples("no loss", 100), abs=1e-9)
    later = studies.observations(tmp_path / "study.toml", count=30, seed=9, first=70)
    assert later["feed"].value.tolist() == drawn["feed"].value[70:].tolist()


def test_observations_of_totals_and_wrong_arguments_are_refused():
    with pytest.raises(ValueError, match="flow_errors of the study is \"total\""):
        studies.observations({**plant(), "flow_errors": "total"})
    with pytest.raises(ValueError, match="count is -1"):
        studies.observations(plant(), -1)
    with pytest.raises(accord.AccordError, match="B007"):
        studies.observations(plant(value=-np.ones(20)))
    assert studies.observations(plant(), 0)["tank"].value.shape == (0, 4)


def test_totals_add_up_to_muf_and_their_errors_are_those_of_each_location():
    pytest.importorskip("pandas")
    study = plant()
    table = studies.location_totals(study)
    balance = accord.balance(study=study)
    kg = table.pivot(index="period", columns="location", values="kg")
    assert kg.sum(axis=1).to_numpy() == pytest.approx(balance.muf, abs=1e-12)
    sigma = table.pivot(index="period", columns="location", values="sigma_kg")
    # By hand: amounts and inventories of the first period; the feed and the product share a source.
    product, tank = study["location"][1], study["location"][3]
    first = product["value"][product["time"] < 10]
    assert kg["product"][1] == pytest.approx(-first.sum())
    assert sigma["product"][1] == pytest.approx(
        np.sqrt(0.005**2 * (first**2).sum() + (0.02 * first.sum()) ** 2)
    )
    a, b = tank["value"][:2]
    assert sigma["tank"][1] == pytest.approx(
        np.sqrt(0.01**2 * (a * a + b * b) + (0.003 * (a - b)) ** 2)
    )
    shared = 2 * 0.01 * 0.02 * kg["feed"][1] * kg["product"][1]
    assert (sigma.loc[1] ** 2).sum() + shared == pytest.approx(balance.covariance[0, 0])
    assert table.loc[table.location == "tank", ["begin", "end"]].to_numpy().tolist() == [
        [0, 10],
        [10, 20],
        [20, 30],
    ]


def test_totals_are_not_known_where_a_location_was_not_measured():
    pytest.importorskip("pandas")
    study = plant(time=np.array([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 29.0]), value=np.ones(12))
    table = studies.location_totals(study).set_index(["location", "period"])
    assert np.isnan(table.loc[("feed", 2), "kg"]) and np.isnan(table.loc[("feed", 3), "sigma_kg"])
    assert table.loc[("feed", 1), "kg"] == pytest.approx(10) and not np.isnan(
        table.loc[("tank", 2), "kg"]
    )


@pytest.mark.parametrize("location, expected", [
    ("feed", [0, 2.0, 0]),      # from 12 to 18, between samples
    ("product", [0, 2.0, 0]),   # the batches of 13 and 17
    ("waste", None),            # lines: the samples of 11 and 19 take a part too
    ("tank", [0, 2.0, 0]),      # missing from 18 on
])
def test_a_loss_in_plant_data_is_what_muf_rises_by(location, expected):
    study = plant()
    kept = {one["name"]: (one["time"].copy(), one["value"].copy()) for one in study["location"]}
    kg = 0.5 if location == "waste" else 2.0
    changed = studies.with_loss(study, location, kg, 12, 18)
    rise = accord.balance(study=changed).muf - accord.balance(study=study).muf
    assert rise.sum() == pytest.approx(kg, abs=1e-12)
    if expected:
        assert rise == pytest.approx(expected, abs=1e-12)
    for one in study["location"]:  # the given study is as it was, and so are the other locations
        assert (one["time"] == kept[one["name"]][0]).all() and (
            one["value"] == kept[one["name"]][1]
        ).all()
    for given, now in zip(study["location"], changed["location"]):
        assert given["name"] == location or now["value"].tolist() == given["value"].tolist()


def test_the_tests_see_a_loss_in_the_data_and_none_without():
    study = plant()
    # Made to close, so that the loss is all there is.
    study["location"][3]["value"] = 20 + np.concatenate(
        [[0], np.cumsum(accord.balance(study=study).muf - np.diff(-study["location"][3]["value"]))])
    assert not accord.balance(study=study).tests().alarmed
    lost = studies.with_loss(study, "product", 6.0, 10, 20)
    assert accord.balance(study=lost).tests().alarmed


def test_losses_of_units_pulses_and_files():
    pulses = {
        "time": np.array([0, 1, 2, 3, 25.0]),
        "value": np.array([0, 10.0, 10, 10, 0]),
        "until": 30.0,
        "unit": "g",
        "close_pulses": True,
        "name": "pulses",
        "role": "output",
        "kind": "continuous",
        "random": 0,
        "systematic": 0.01,
        "random_absolute": 2.0,
        "gap_max": 30.0,
    }
    study = {"periods": {"ends": [30]}, "location": [pulses]}
    changed = studies.with_loss(study, "pulses", 0.01, 0, 30)  # of 20 g, half
    assert changed["location"][0]["value"] == pytest.approx(np.array([0, 5, 5, 10, 0]) / 1000)
    before, after = accord.balance(study=study), accord.balance(study=changed)
    assert (after.muf - before.muf)[0] == pytest.approx(0.01)
    relative = 0.01**2 * (before.muf[0] ** 2 - after.muf[0] ** 2)
    assert before.covariance[0, 0] - after.covariance[0, 0] == pytest.approx(relative)
    file = "examples/study/study.toml"
    again = studies.with_loss(file, "waste", 0.0, 0, 24)
    assert accord.balance(study=again).muf.tolist() == accord.balance(study=file).muf.tolist()


@pytest.mark.parametrize("arguments, said", [
    (("nothing", 1, 0, 10), "location is 'nothing'; expected one of 'feed', 'product', 'waste', 'tank'"),
    (("product", 20, 0, 10), "kg of “product” flow from 0 to 10; a loss of 20 kg is not possible there"),
    (("product", 1, 2, 4), "0 kg of “product” flow from 2 to 4; a loss of 1 kg is not possible there"),
    (("tank", 4.5, 0, 10), "“tank” holds 4 kg at 10, less than the loss of 4.5 kg"),
    (("feed", 1, 10, 10), "the loss would last from 10.0 to 10.0; expected start before end"),
    (("feed", float("nan"), 0, 1), "kg is nan; expected a finite number"),
])
def test_losses_that_cannot_be(arguments, said):
    with pytest.raises(ValueError) as caught:
        studies.with_loss(plant(), *arguments)
    assert said in str(caught.value)


# A job in the background is started with Ctrl-C ignored: the child asks for it again.
CHILD = """
import accord, numpy, signal, sys
from accord import studies
signal.signal(signal.SIGINT, signal.default_int_handler)
rate = {"role": "input", "kind": "continuous", "time": [0.0], "value": [1.0], "until": 2000, "random": 0.01, "systematic": 0}
wide = {"periods": {"length": 1, "count": 2000}, "location": [{**rate, "name": f"r{i}"} for i in range(3000)]}
many = {**rate, "time": numpy.arange(0, 2000, 0.1), "value": numpy.ones(20_000), "name": "many"}
run = accord.simulate({"balance": {"covariance_kg2": numpy.eye(300).tolist()},
                       "test": [{"kind": "cumuf_end", "false_alarm": 0.05}]}, reps=1)
calls = {
    "balance": lambda: accord.balance(study=wide),
    "samples": lambda: run.samples(count=5_000_000),
    "observations": lambda: studies.observations({"periods": {"ends": [2000]}, "location": [many]}, count=20_000),
}
print("ready", flush=True)
try:
    calls[sys.argv[1]]()
except KeyboardInterrupt:
    print("stopped", flush=True)
"""


@pytest.mark.parametrize("call", ["balance", "samples", "observations"])
def test_ctrl_c_is_heard_in_long_calls(call):
    environment = {**os.environ, "PYTHONPATH": os.fspath(pathlib.Path(accord.__file__).parents[1])}
    with subprocess.Popen([sys.executable, "-c", CHILD, call], env=environment, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout.readline() == "ready\n"
        time.sleep(1.0)
        begin = time.monotonic()
        child.send_signal(signal.SIGINT)
        watch = threading.Timer(60, child.kill)  # a test that waits for ever tells nothing
        watch.start()
        line = child.stdout.readline()
        watch.cancel()
        took = time.monotonic() - begin
        assert (line, child.wait(timeout=20), child.stderr.read()) == ("stopped\n", 0, "")
    assert took < 2, took  # 0.2 s where nothing else runs


def test_samples_come_in_pieces_that_are_as_the_whole():
    run = accord.simulate("examples/simulation/abrupt-loss.toml", reps=4096)
    whole = run.samples("abrupt", 5000)  # more than a piece
    parts = np.concatenate(
        [run._inner.samples(1, first, 1000, 0) for first in range(0, 5000, 1000)]
    )
    assert whole.tolist() == parts.tolist() == run._inner.samples(1, 0, 5000, 0).tolist()
