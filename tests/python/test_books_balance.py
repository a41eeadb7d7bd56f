"""The balance of the books: worked out by hand, and against the balances that the made-up State
reported."""

import datetime
import json
import pathlib
from decimal import Decimal

import pytest

import accord

SCALE = [
    {"method": "OGUB", "component": "random", "kind": "relative", "standard_deviation": 0.0002},
    {
        "method": "OGUB",
        "component": "systematic",
        "kind": "absolute",
        "standard_deviation": 0.5,
        "source_key": "tare",
    },
]
CLEAN = pathlib.Path("examples/state/clean")


def scale_of(table):
    return [
        {"method": name, "component": "random", "kind": "relative", "standard_deviation": 0.001}
        for name in sorted(set(table["method"]))
    ]


@pytest.fixture(scope="module")
def state():
    return accord.read_accounts(pathlib.Path(__file__).resolve().parents[2] / CLEAN)


def test_worked_out_by_hand():
    """README of examples/books: 3000 at first, 900 in, 20 discarded, 480 out, 3399.2 found."""
    b = accord.read_accounts("examples/books/accounts").balance("XBC1", 610, SCALE)
    assert b.muf == pytest.approx([0.8], abs=1e-9)
    random = 0.0002**2 * sum(kg**2 for kg in (3000, 900, 20, 480, 2979.5, 419.7))
    # One tare for six weighings: + + − − − −.
    assert b.covariance[0, 0] == pytest.approx(random + (2 * 0.5) ** 2, rel=1e-12)
    row = b.periods()[0]
    assert (
        (row["begin"], row["end"])
        == (datetime.date(2025, 12, 31), datetime.date(2026, 4, 30))
        == b.inventory_days
    )
    assert (
        list(b.to_frame().columns[:3]) == ["period", "begin", "end"]
        and "2026-04-30" in b._repr_html_()
    )


def test_a_workspace_has_the_books_it_names(workspace):
    ws = accord.open("examples/books")
    by_number, by_day, by_text = (
        ws.balance("XBC1", 610, SCALE, period=period)
        for period in (1, datetime.date(2026, 4, 30), "2026-04-30")
    )
    assert by_number.muf == by_day.muf == by_text.muf == pytest.approx([0.8], abs=1e-9)
    assert [r.file for r in ws.accounts.reports] == [
        r.file for r in accord.read_accounts("examples/books/accounts").reports
    ]
    with pytest.raises(ValueError, match="no period ends on 2026-04-29; the ends are 2026-04-30"):
        ws.balance("XBC1", 610, SCALE, period="2026-04-29")
    assert workspace.accounts is None
    with pytest.raises(ValueError, match="has no books"):
        workspace.balance("XBC1", 610, SCALE)


def test_every_area_has_the_muf_it_reported(state):
    expected = json.loads((CLEAN / "expected.json").read_text())["mbr"]
    compared = 0
    for mba in sorted({report.mba for report in state.reports}):
        for label in (610, 620, 630, 700, 800):
            table = state.items(mba, label).to_frame()
            if table.empty or table["period"].max() < 1:
                continue
            b = state.balance(mba, label, scale_of(table))
            reported = state.mbr(mba).to_frame()
            muf = {
                row["end"]: row["computed"] / (1000 if row["unit"] == "g" else 1)
                for _, row in reported[
                    (reported["line"] == "MF") & (reported["label"] == label)
                ].iterrows()
            }
            for row in b.periods():
                assert row["muf_kg"] == pytest.approx(float(muf.get(row["end"], 0)), abs=1e-6), (
                    mba,
                    label,
                    row["end"],
                )
                compared += row["end"] in muf
    assert compared > 20 and len(expected) > 0


def test_one_period_of_several(state):
    table = state.items("ZZF2", 630).to_frame()
    whole = state.balance("ZZF2", 630, scale_of(table))
    assert len(whole.muf) >= 2 and len(whole.inventory_days) == len(whole.muf) + 1
    end = whole.inventory_days[2]
    one = state.balance("ZZF2", 630, scale_of(table), period=end)
    assert one.muf.tolist() == [whole.muf[1]] and one.covariance.tolist() == [
        [whole.covariance[1, 1]]
    ]
    assert one.inventory_days == whole.inventory_days[1:3] and one.periods()[0]["end"] == end
    assert [(r["name"], r["variance_kg2"]) for r in one.shares()] == [
        (r["name"], r["variance_kg2"]) for r in whole.shares() if r["period"] == 2
    ]
    assert one.tests().sequence.sitmuf[0] == pytest.approx(whole.muf[1] / whole.sigma_muf[1])
    with pytest.raises(ValueError, match="period is 99"):
        whole.period(99)


def test_as_known_on_a_day(state):
    days = state.balance("ZZF2", 630, scale_of(state.items("ZZF2", 630).to_frame())).inventory_days
    known = str(days[1] + datetime.timedelta(days=300))
    table = state.items("ZZF2", 630, known=known).to_frame()
    before = state.balance("ZZF2", 630, scale_of(table), known=known)
    assert before.inventory_days == tuple(day for day in days if day <= before.inventory_days[-1])
    assert 0 < len(before.muf) < len(days) - 1


def test_items_are_exact_and_say_where_they_come_from(state):
    table = state.items("ZZF2", 630).to_frame()
    first = table.iloc[0]
    assert isinstance(first["declared_kg"], Decimal) and str(first["declared_kg"]) == "261.6037"
    for _, row in table.head(40).iterrows():
        line = (CLEAN / "reports" / row["file"]).read_text().splitlines()[row["line"] - 1]
        assert row["item"].split("#")[0] in line and "/".join(row["method"]) in line
    closing = table[(table["role"] == "PE") & (table["period"] == 0)]["declared_kg"].sum()
    [book] = [
        row.book for row in state.inventory("ZZF2", on="2022-12-31").books if row.label == 630
    ]
    assert closing * 1000 == book


def test_methods_of_a_file_and_of_a_frame(state, tmp_path):
    pandas = pytest.importorskip("pandas")
    rows = scale_of(state.items("ZZF2", 630).to_frame())
    frame = pandas.DataFrame(rows).assign(source_key="")
    frame.to_csv(tmp_path / "methods.csv", index=False)
    found = [
        state.balance("ZZF2", 630, methods).covariance.tolist()
        for methods in (rows, frame, tmp_path / "methods.csv")
    ]
    assert found[0] == found[1] == found[2]


def test_what_is_missing_is_named_with_its_file_and_line(tmp_path):
    books = accord.read_accounts("examples/books/accounts")
    with pytest.raises(accord.AccordError) as error:
        books.balance("XBC1", 610, [{**SCALE[0], "method": "OGUA"}])
    problem = error.value.problems[0]
    assert (problem.code, problem.file) == ("B004", "XBC1-0001-P.txt") and problem.line >= 1
    assert "OGUA" in problem.help
    (tmp_path / "methods.csv").write_text(
        "method,component,kind,standard_deviation,source_key\nOGUB,random,relative,-1,\n"
    )
    with pytest.raises(accord.AccordError) as error:
        books.balance("XBC1", 610, tmp_path / "methods.csv")
    assert [(p.code, p.file, p.line) for p in error.value.problems] == [
        ("B001", str(tmp_path / "methods.csv"), 2)
    ]


@pytest.mark.parametrize(
    "arguments, code", [(("XBC9", 610), "C009"), (("XBC1", 611), "U004"), (("XBC1", None), "C017"), (("", 610), "C018")]
)
def test_no_such_area_or_label(arguments, code):
    books = accord.read_accounts("examples/books/accounts")
    with pytest.raises(accord.AccordError) as error:
        books.items(*arguments)
    assert error.value.code == code
