"""Figures of findings and timelines as numbers in tables."""

import pathlib

import pytest

import accord

SOURCE = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def jcpoa():
    return accord.open(SOURCE / "examples" / "jcpoa")


def test_the_timeline_has_numbers_and_their_unit(jcpoa):
    table = jcpoa.timeline("2019-07-01", "2019-07-31", term="T-STOCK")
    assert table["value"].dtype == float and table["limit"].dtype == float
    row = table[table["state"] == "exceeded"].iloc[0]
    assert (row["value"], row["value_bound"], row["limit"], row["unit"]) == (
        205.0,
        "",
        202.8,
        "kg_u",
    )
    assert row["shown"] == "205.0 kg_u against 300 kg_uf6 (202.8 kg_u)"


def test_what_is_no_figure_has_no_number(jcpoa):
    table = jcpoa.timeline("2016-01-01", "2024-12-31")
    for row in table[table["value"].notna()].to_dict("records"):
        words = row["shown"].split(" against ")[0]
        assert f"{row['value']:g}" in words.replace(".0 ", " ") and row["unit"].rstrip("s") in words
    seen = table[table["shown"].str.startswith(("seen", "no access"))]
    assert len(seen) > 0 and seen["value"].isna().all()


def test_an_attestation_has_its_end(jcpoa):
    frame = jcpoa.assess(on="2019-11-20").to_frame()
    row = frame.loc["F-T-CENT-NATANZ"]
    assert row["at_most"] == 5060
    assert frame[["value", "at_least"]].isna().loc["F-T-CENT-NATANZ"].all()
