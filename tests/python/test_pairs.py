"""Shipments with the receipts that answer them: `Accounts.pairs` against what the rules find and
the movements say."""

import collections
import pathlib
import shutil
from decimal import Decimal

import accord
import pytest

pytestmark = pytest.mark.filterwarnings("ignore::accord.BooksWarning")
SOURCE = pathlib.Path(__file__).resolve().parents[2]
STATES = [SOURCE / "examples" / "state" / "clean", SOURCE / "examples" / "state" / "errors"]


@pytest.fixture(scope="module", params=STATES, ids=lambda path: path.name)
def state(request):
    return accord.read_accounts(request.param)


def entries(answer, code):
    return {(row.file, row.line) for row in answer.movements if row.code == code}


def movements(state, *asked, **named):
    """For each movement its rows: one for each weight."""
    found = collections.defaultdict(list)
    for row in state.pairs(*asked, **named).pairs:
        found[row.movement].append(row)
    return list(found.values())


def firsts(state, *asked, **named):
    return [rows[0] for rows in movements(state, *asked, **named)]


def test_every_domestic_movement_stands_once(state):
    pairs = [t for t in firsts(state) if t.state != "candidate"]
    moved = state.movements()
    for code, side in (("SD", "shipment"), ("RD", "receipt")):
        there = [(getattr(t, side + "_file"), getattr(t, side + "_line")) for t in pairs]
        listed = collections.Counter(place for place in there if place[0] is not None)
        assert set(listed.values()) == {1}
        assert entries(moved, code) <= set(listed)


def test_what_has_no_partner_is_what_the_rules_find(state):
    found = state.check().findings
    alone = {(f.file, f.line) for f in found if f.rule == "V080"}
    pairs = firsts(state)
    without = {(t.receipt_file, t.receipt_line) for t in pairs if t.state == "no shipment"}
    assert alone <= without
    assert without == alone
    overdue = {(f.file, f.line) for f in found if f.rule == "V082" and f.found == "no receipt"}
    assert overdue <= {(t.shipment_file, t.shipment_line) for t in pairs if t.state == "open"}


def test_differences_are_those_of_the_rules(state):
    frame = state.pairs().to_frame()
    frame = frame[frame["state"] == "paired"]
    differs = frame[[d is not None and d != 0 for d in frame["difference"]]]
    places = set(zip(differs["receipt_file"], differs["receipt_line"]))
    weighed = {
        (f.file, f.line)
        for f in state.check().findings
        if f.rule == "V081" and f.label not in (430, 470)
    }
    assert places == weighed
    for row in frame.to_dict("records"):
        if row["difference"] is not None:
            assert row["difference"] == row["amount_sent"] - row["amount_got"]


def test_candidates_stand_behind_their_receipt_with_a_score_that_adds_up():
    all_rows = movements(accord.read_accounts(STATES[1]))
    pairs = [rows[0] for rows in all_rows]
    [at] = [i for i, t in enumerate(pairs) if t.state == "no shipment"]
    [found] = [t for t in pairs if t.state == "candidate"]
    receipt = pairs[at]
    assert pairs[at + 1] is found and found.receipt == receipt.receipt
    [shipment] = [t for t in pairs if t.state == "open" and t.shipment == found.shipment]
    sent, got, both = (all_rows[pairs.index(one)] for one in (shipment, receipt, found))
    assert [(w.label, w.amount_sent) for w in sent] == [(w.label, w.amount_got) for w in got]
    assert [(w.label, w.amount_sent, w.amount_got) for w in both] == [
        (w.label, w.amount_sent, w.amount_sent) for w in sent
    ]
    assert shipment.from_area != receipt.from_area  # else it would be a pair
    assert found.days == (receipt.received - shipment.shipped).days == 5
    assert found.score == 50 + 15 + 15 + 10
    assert found.why == "same weights, same number of items, same material, 5 days before"


def test_of_an_area_and_a_period(state):
    every = [t for t in state.pairs().pairs if t.state != "candidate"]
    asked = state.pairs("ZZF3", from_day="2023-11-01", to_day="2023-11-30")
    some = [t for t in asked.pairs if t.state != "candidate"]
    assert [t._replace(movement=0) for t in some] == [
        t._replace(movement=0)
        for t in every
        if "ZZF3" in (t.from_area, t.to_area)
        and any(
            day is not None and "2023-11-01" <= str(day) <= "2023-11-30"
            for day in (t.shipped, t.received)
        )
    ]
    assert some
    with pytest.raises(accord.AccordError) as refused:
        state.pairs("ZZQ9")
    assert refused.value.code == "C009"
    with pytest.raises(accord.AccordError) as refused:
        state.pairs(from_day="2024-01-02", to_day="2024-01-01")
    assert refused.value.code == "U006"


def test_one_report_alone_says_nothing_of_the_other_side():
    state = accord.read_accounts(
        SOURCE / "examples" / "books" / "accounts" / "reports" / "XBF1-0001-P.txt"
    )
    assert state.pairs().pairs == ()
    alone = accord.read_accounts(
        SOURCE / "examples" / "state" / "clean" / "reports" / "ZZC1-0002-I.txt"
    )
    assert {t.state for t in alone.pairs().pairs} <= {"not shown"}


def test_what_cannot_be_read_may_be_the_partner(tmp_path):
    """A shipment without its receipt is open, until a receipt of that area cannot be read: then it
    is not shown."""
    shutil.copytree(SOURCE / "examples" / "books" / "accounts", tmp_path / "a")
    reports = tmp_path / "a" / "reports"
    for file in reports.iterdir():
        file.chmod(0o644)
    [pair] = [
        t
        for t in firsts(accord.read_accounts(tmp_path / "a"))
        if t.batch == "A1" and t.state == "paired"
    ]
    file = reports / pair.receipt_file
    text = file.read_text()
    assert text.count("#447:A1#") == 1
    file.write_text(text.replace("#447:A1#", "#447:A9#"))
    states = {(t.state, t.batch) for t in accord.read_accounts(tmp_path / "a").pairs().pairs}
    assert {("open", "A1"), ("no shipment", "A9")} <= states
    file.write_text(text.replace("#447:A1#", "#447:#"))
    with pytest.warns(accord.BooksWarning):
        after = firsts(accord.read_accounts(tmp_path / "a"))
    [shipment] = [t for t in after if t.batch == "A1" and t.state != "candidate"]
    assert shipment.state == "not shown" and pair.receipt_file in shipment.why


def test_rows_are_frozen_and_exact(state):
    one = state.pairs().pairs[0]
    with pytest.raises(AttributeError):
        one.state = "open"
    assert isinstance(one.amount_sent, Decimal)
    hash(one)
