"""The answers are the same when the process writes decimal commas."""

import os
import pathlib
import subprocess
import sys

ASKED = """
import json, locale, sys
if sys.argv[1] != "C":
    locale.setlocale(locale.LC_ALL, sys.argv[1])
    assert locale.localeconv()["decimal_point"] == ","
import accord
workspace = accord.open("examples/jcpoa")
print(workspace.status(on="2025-02-26").to_json())
print(workspace.assess(on="2019-07-01").status().to_json())
folder = "examples/state/items_honest"
print(list(accord.balance(f"{folder}/items.csv", f"{folder}/methods.csv").muf))
"""


def asked(name, places):
    environment = {**os.environ, "LOCPATH": os.fspath(places),
                   "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    done = subprocess.run([sys.executable, "-c", ASKED, name], env=environment, check=True,
                          capture_output=True, text=True)
    return done.stdout


def test_a_comma_locale_changes_no_answer(tmp_path):
    made = pathlib.Path(tmp_path) / "de_DE.UTF-8"
    subprocess.run(["localedef", "-i", "de_DE", "-f", "UTF-8", made], check=True,
                   capture_output=True)
    plain = asked("C", tmp_path)
    assert "202.8" in plain
    assert asked("de_DE.UTF-8", tmp_path) == plain
