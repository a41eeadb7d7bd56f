"""Figures of findings and timelines as numbers in tables."""

import pathlib
from decimal import Decimal

import pytest

import accord

SOURCE = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def jcpoa():
    return accord.open(SOURCE / "examples" / "jcpoa")


def test_the_timeline_has_numbers_and_their_unit(jcpoa):
    table = jcpoa.timeline("2019-07-01", "2019-07-31", term="T-STOCK")
    row = table[table["state"] == "exceeded"].iloc[0]
    assert (row["value"], row["value_bound"], row["limit"], row["value_unit"]) == (
        Decimal("205.0"),
        None,
        Decimal("202.8"),
        "kg_u",
    )
    assert (row["value_shown"], row["limit_shown"]) == ("205.0 kg_u", "300 kg_uf6 (202.8 kg_u)")


def test_what_is_no_figure_has_no_number(jcpoa):
    table = jcpoa.timeline("2016-01-01", "2024-12-31")
    for row in table[table["value"].notna()].to_dict("records"):
        words = row["value_shown"]
        assert str(row["value"]) in words and row["value_unit"].rstrip("s") in words
    seen = table[table["value_shown"].str.startswith(("seen", "no access"), na=False)]
    assert len(seen) > 0 and seen["value"].isna().all()


def test_an_attestation_has_its_end(jcpoa):
    row = jcpoa.status(on="2019-11-20").loc["F-T-CENT-NATANZ"]
    assert (row["value"], row["value_bound"]) == (5060, "at most")
