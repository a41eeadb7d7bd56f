"""Accounts seen from Python: the made-up agreement on stocks, worked out by hand in its README.

Also the made-up State with its answer key.
"""

import datetime
import json
import pathlib
import warnings
from decimal import Decimal

import pytest

import accord

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BOOKS = "examples/books/accounts"


@pytest.fixture(scope="module")
def books():
    return accord.read_accounts(pathlib.Path(__file__).resolve().parents[2] / BOOKS)


def book(answer, label):
    return [row.book for row in answer.books if row.label == label]


def test_a_correction_changes_the_book_from_the_day_it_is_known(books):
    # 80 + 40 + 10 kg; the 10 are 12 by the correction of 10 June
    before = books.inventory("XBF1", on="2026-02-28", known="2026-06-09")
    after = books.inventory("XBF1", on="2026-02-28", known="2026-06-10")
    assert book(before, 630) == [Decimal("130000")]
    assert book(after, 630) == [Decimal("132000")]


def test_movements_name_file_and_line_and_leave_out_what_was_corrected(books):
    table = books.movements("XBF1", from_day="2026-02-20", to_day="2026-02-20").to_frame()
    assert table["file"].unique().tolist() == ["XBF1-0006-I.txt"]
    assert table["line"].tolist() == [1, 1]
    assert table["sign"].tolist() == [1, 1]
    assert table["day"].tolist() == [datetime.date(2026, 2, 20)] * 2


def test_the_balance_is_computed_and_reported(books):
    table = books.mbr("XBC1").to_frame().set_index("line")
    assert table.loc["BA", "computed"] == Decimal("3400")  # 3000 + 900 - 20 - 480
    assert table.loc["PE", "computed"] == Decimal("3399.2")
    assert table.loc["MF", "computed"] == table.loc["MF", "reported"] == Decimal("0.8")


def test_what_is_written_reads_the_same(books, tmp_path):
    written = books.convert().reports
    assert [one.name for one in written] == [report.file for report in books.reports]
    for one, report in zip(written, books.reports):
        path = tmp_path / one.name
        path.write_text(one.text)
        again = accord.read_accounts(path)
        assert again.convert().reports[0].text == one.text
        assert again.reports[0].entries == report.entries


def test_an_unknown_area_is_refused_with_the_nearest_name(books):
    with pytest.raises(accord.AccordError) as refused:
        books.inventory("XBF3")
    assert refused.value.code == "C009"
    assert "XBF" in refused.value.remedy


def test_a_folder_without_reports_is_refused(tmp_path):
    with pytest.raises(accord.AccordError) as refused:
        accord.read_accounts(tmp_path)
    assert refused.value.code == "W030"


def test_findings_are_those_of_the_answer_key():
    folder = "examples/state/errors"
    key = json.load(open(f"{folder}/expected.json", encoding="utf-8"))
    found = {
        (f.rule, f.severity[0].upper(), f.mba, f.report, f.label)
        for f in accord.read_accounts(folder).check().findings
    }
    wanted = {
        (f["rule"], f["severity"], f["mba"], f["report"], int(f["label"]))
        for f in key["findings"]
        if f["role"] != "tolerated"
    }
    assert len(wanted) >= 28
    assert wanted <= found


def test_the_books_of_the_made_up_state_are_those_of_its_key():
    folder = "examples/state/clean"
    key = json.load(open(f"{folder}/expected.json", encoding="utf-8"))
    accounts = accord.read_accounts(folder)
    for one in key["books"][::40]:
        wanted = {int(label): Decimal(text) for label, text in one["book"].items() if text != "0"}
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            answer = accounts.inventory(one["mba"], on=one["day"])
        assert {row.label: row.book for row in answer.books} == wanted
        # A book of zero is said, and not only an empty table.
        assert answer.empty == (() if wanted else (one["mba"],))
        assert [str(one.message) for one in said] == list(answer.notes)


def test_an_assessment_rests_on_the_books():
    workspace = accord.open("examples/books")
    assert workspace.assess(on="2026-02-28", known="2026-05-31").find("B-LOW").state == "met"
    finding = workspace.assess(on="2026-02-28", known="2026-06-30").find("B-LOW")
    assert (finding.state, finding.since) == ("exceeded", datetime.date(2026, 2, 20))
    assert finding.value == Decimal(302)


def test_accounts_in_another_form_have_the_books_that_the_reports_state(tmp_path):
    euratom = accord.read_accounts("examples/profiles/euratom-302-2005")
    with pytest.raises(accord.AccordError) as refused:
        euratom.convert("iaea-code10-labelled-2011")
    assert refused.value.code == "C031"
    converted = euratom.convert("iaea-code10-labelled-2011", accept_findings=True)
    folder = tmp_path / "reports"
    folder.mkdir()
    for one in converted.reports:
        (folder / one.name).write_text(one.text)
    # Lines BA of ZZA1-0002-I.csv: 104988 g of enriched uranium with 4200 g of U-235,
    # 50000 g of natural uranium
    answer = accord.read_accounts(tmp_path).inventory("ZZA1", on="2026-01-31")
    assert {row.label: row.book for row in answer.books} == {
        630: Decimal(104988),
        670: Decimal(4200),
        610: Decimal(50),
    }
    lost = [f.found for f in converted.findings if f.severity == "error" and f.label == 411]
    assert lost == ["MF"]
    assert {one.file for one in converted.reports} <= {r.file for r in euratom.reports}


def test_a_conversion_that_is_not_known_is_refused():
    euratom = accord.read_accounts("examples/profiles/euratom-302-2005")
    for profile, code in (
        ("canada-regdoc-2.13.1", "C016"),
        ("euratom-302-2005", "C016"),
        ("euratom", "U004"),
    ):
        with pytest.raises(accord.AccordError) as refused:
            euratom.convert(profile)
        assert refused.value.code == code


def test_what_is_due_counts_the_day_of_the_inventory_in_the_united_kingdom():
    # SI 2019/196, regulation 15: within 15 days beginning with 15 June is until 29 June
    root = pathlib.Path(__file__).resolve().parents[2]
    accounts = accord.read_accounts(root / "examples/profiles/uk-nsr-2019")
    table = accounts.due("ZZA1", on="2026-07-20").to_frame().set_index("event")
    row = table.loc["inventory of 2026-06-15"].iloc[0]
    assert row["due"] == datetime.date(2026, 6, 29)
    assert (row["sent"], row["state"], row["days"]) == (datetime.date(2026, 6, 29), "on time", 0)
    # Regulation 14 was not read: whether a report of changes was in time cannot be said.
    changes = table[table["kind"] == "ICR"]
    assert changes["state"].unique().tolist() == ["not shown"]
    assert changes["due"].isna().all() and changes["days"].isna().all()


def test_what_is_due_is_late_where_the_answers_of_the_made_up_state_say_so():
    root = pathlib.Path(__file__).resolve().parents[2] / "examples/state/errors"
    table = accord.read_accounts(root).due().to_frame()
    late = table[table["state"] == "late"]
    answers = json.loads((root / "expected.json").read_text())["findings"]
    expected = {(f["mba"], f["report"]) for f in answers if f["rule"] == "V090"}
    assert set(zip(late["mba"], late["report"])) == expected
    with pytest.raises(accord.AccordError) as refused:
        accord.read_accounts(root).due("ZZQ9")
    assert refused.value.code == "C009"


CASES = pathlib.Path(__file__).resolve().parents[2] / "vectors" / "cases"
TORN = CASES / "01-unreadable-element-counts-as-zero"


@pytest.fixture(scope="module")
def torn():
    """A receipt of 500 G, written “5 00G”, and the list with the 500 G."""
    return accord.read_accounts(TORN / "accounts")


def test_what_cannot_be_read_is_no_zero(torn):
    with pytest.warns(accord.BooksWarning, match="r2.txt:1:192"):
        table = torn.mbr("QQF1", on="2023-12-31").to_frame()
    lines = table[table["label"] == 630].set_index("line")
    assert "RF" not in lines.index
    assert lines.loc["BA", ["computed", "computed_bound"]].tolist() == [
        Decimal("10000"),
        "at least",
    ]
    assert lines.loc["MF", ["computed", "computed_bound"]].tolist() == [Decimal("-500"), "at least"]
    assert lines.loc["PE", ["computed", "computed_bound"]].tolist() == [Decimal("10500"), None]


def test_the_places_are_a_table(torn):
    with pytest.warns(accord.BooksWarning):
        [place] = torn.export().to_frame("incomplete").to_dict("records")
    assert (place["mba"], place["from_day"], place["label"]) == (
        "QQF1",
        datetime.date(2023, 12, 31),
        630,
    )
    assert (place["file"], place["line"], place["column"], place["found"]) == (
        "r2.txt",
        1,
        192,
        "5 00G",
    )
    assert torn.export(known="2023-12-31").incomplete == ()


def test_nothing_is_made_of_an_incomplete_book(torn):
    for make in (
        lambda: torn.items("QQF1", 630),
        lambda: torn.balance(
            "QQF1",
            630,
            [{"method": "FQEB", "component": "c", "kind": "relative", "standard_deviation": 0.001}],
        ),
        lambda: torn.convert("euratom-302-2005"),
        lambda: torn.convert(),
        lambda: torn.mbr_report("QQF1", "2023-12-31", dated="2024-01-10"),
    ):
        with pytest.raises(accord.AccordError) as refused:
            make()
        assert refused.value.code == "C030"
    assert len(torn.items("QQF1", 670).items) == 4  # the weights of U-235 were read


def test_before_the_accounts_of_an_area_there_is_no_figure(books):
    with pytest.warns(
        accord.BooksWarning,
        match="XBF1 has no figure on 2025-12-30: its accounts begin on 2025-12-31",
    ):
        answer = books.inventory("XBF1", on="2025-12-30")
    assert answer.books == () and answer.to_frame().empty
    assert [(one.mba, one.why) for one in answer.no_figure] == [
        ("XBF1", "its accounts begin on 2025-12-31")
    ]


def test_a_term_is_not_met_by_an_incomplete_book():
    a = accord.open(TORN / "workspace").assess(on="2026-04-01", known="2026-06-10")
    finding = a.find("B-LOW")
    assert (finding.state, finding.outcome) == ("no_value", "not shown")
    comparison = finding.rules[0].comparison
    assert comparison.at_least == 287 and comparison.at_most is None
    [place] = finding.rules[0].unread
    assert (place.file, place.line, place.part) == ("accounts/reports/XBF1-0003-I.txt", 1, "630")
    row = a.status().to_frame().set_index("id").loc["F-B-LOW"]
    assert (row["value"], row["value_bound"]) == (287, "at least")


def test_files_of_other_endings_are_named(tmp_path):
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "R1.TXT").write_bytes(
        (CASES / "17-report-without-label-010" / "reports" / "1.txt").read_bytes()
    )
    (reports / "old.xml").write_text("<r/>")
    accounts = accord.read_accounts(tmp_path)
    assert accounts.not_read == ["reports/old.xml"]
    assert len(accounts.reports) == 1


def test_a_flat_folder_of_reports_is_read_as_it_is(tmp_path):
    for report in (
        pathlib.Path(__file__).resolve().parents[2] / "examples/books/accounts/reports"
    ).iterdir():
        (tmp_path / report.name).write_bytes(report.read_bytes())
    whole = accord.read_accounts(
        pathlib.Path(__file__).resolve().parents[2] / "examples/books/accounts"
    ).movements()
    (tmp_path / "note.txt").write_text("handed in by the facility")
    accounts = accord.read_accounts(tmp_path)
    assert len(whole.movements) > 10
    assert accounts.movements().movements == whole.movements
    assert accounts.not_read == ["note.txt"]


def test_a_period_that_ends_before_it_begins_is_refused(books):
    with pytest.raises(accord.AccordError) as refused:
        books.movements("XBF1", from_day="2026-02-21", to_day="2026-02-20")
    assert refused.value.code == "U006"
    assert "from_day 2026-02-21 is after to_day 2026-02-20" in str(refused.value)
    with pytest.raises(accord.AccordError) as refused:
        books.movements("XBF1", from_day="2026-02-21", known="2026-02-20")
    assert refused.value.code == "U006"
    assert "from_day 2026-02-21 is after known 2026-02-20" in str(refused.value)
    assert len(books.movements("XBF1", from_day="2026-02-20", to_day="2026-02-20").movements) > 0


def test_open_duties_are_those_not_known_to_be_sent():
    canada = accord.read_accounts(SOURCE / "examples" / "profiles" / "canada-regdoc-2.13.1")
    due, left = canada.due().to_frame(), canada.due(open=True).to_frame()
    assert left["sent"].isna().all() and 0 < len(left) < len(due)
    assert len(left) == due["sent"].isna().sum()
    assert "not shown" in set(left["state"])  # unknown is not done


def test_findings_are_counted_and_a_page():
    state = accord.read_accounts(SOURCE / "examples" / "state" / "errors")
    found, summary = state.check().findings, state.check().to_frame("summary")
    first = summary.iloc[0]
    assert (first["errors"], first["warnings"]) == (
        sum(f.severity == "error" for f in found),
        sum(f.severity == "warning" for f in found),
    )
    for by in ("rule", "area"):
        part = summary[summary["by"] == by]
        assert (
            part["errors"].sum() == first["errors"] and part["warnings"].sum() == first["warnings"]
        )
    page = state.check_html("ZZF3")
    assert page.count("ZZF3-0038-M.txt:") == sum(
        f.file == "ZZF3-0038-M.txt" for f in found if f.mba == "ZZF3"
    )
    assert "<script" not in page and "ZZC1-" not in page.split("What it was made from")[0]
    with pytest.raises(accord.AccordError):
        state.check_html("ZZQ9")


def test_a_balance_has_the_sign_of_its_form():
    uk = accord.read_accounts(SOURCE / "examples" / "profiles" / "uk-nsr-2019")
    table = uk.mbr("ZZA1").to_frame()
    muf = table[(table["line"] == "MF") & (table["label"] == 630)].iloc[0]
    assert (
        muf["computed"] == muf["reported"] == Decimal("-10")
        and muf["sign_is"] == "physical minus book"
    )
    assert set(table[~table["line"].isin(["MF", "DI"])]["sign_is"]) == {None}
    assert (table["computed"] == table["reported"]).all()


def test_a_figure_is_the_sum_of_its_entries(books):
    figure = books.explain_figure("XBC1/2026-04-30/610")
    assert sum(step.change for step in figure.steps) == figure.book == Decimal("3400")
    assert (figure.physical, figure.unaccounted) == (Decimal("3399.2"), Decimal("0.8"))
    [entry] = books.explain_entry(figure.steps[-1].entry_name).explained
    assert (entry.file, entry.line) == (figure.steps[-1].file, figure.steps[-1].line)


def test_an_import_is_said_before_it_is_done(books, tmp_path):
    report = tmp_path / "again.txt"
    report.write_text(books.convert().reports[0].text)
    told = books.import_reports([str(report)])
    assert [(one.name, one.file) for one in told.there_already] == [
        ("XBC1-0001-P.txt", str(report))
    ]
    assert told.imported == () and told.findings == ()
