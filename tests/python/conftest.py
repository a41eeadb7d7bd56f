"""Every test runs in the root of the repository, on a workspace read once."""

import os
import pathlib

import pytest

import accord

ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def at_root(monkeypatch):
    monkeypatch.chdir(ROOT)


@pytest.fixture(scope="session")
def workspace():
    return accord.open(os.fspath(ROOT / "examples" / "jcpoa"))
