"""Files that are no text, or not UTF-8: one error with its place and remedy, also from Python."""

import shutil

import pytest

import accord

CASE = "vectors/cases/06-utf16-table"
METHODS = f"{CASE}/methods.csv"


def problems(call, *arguments, **options):
    with pytest.raises(accord.AccordError) as refused:
        call(*arguments, **options)
    str(refused.value).encode()  # text, whatever bytes the file has
    return [(p.code, p.line, p.column, p.message) for p in refused.value.problems]


def test_a_table_in_utf_16_is_one_error():
    assert problems(accord.balance, f"{CASE}/items.csv", METHODS) == [
        ("I002", 1, 1, "the file is UTF-16 text, not UTF-8")]


def test_a_byte_of_windows_1252_is_named_and_the_message_is_text():
    assert problems(accord.balance, f"{CASE}/cp1252/items.csv", METHODS) == [
        ("I002", 2, 12, "the byte 96 does not belong to UTF-8 text; in Windows-1252 it is “–”")]


def test_a_study_and_a_scenario_say_the_same():
    for call in (lambda path: accord.balance(study=path), lambda path: accord.simulate(path)):
        assert problems(call, f"{CASE}/items.csv") == [("W003", 1, 1, "the file is UTF-16 text, not UTF-8")]


def test_the_tables_beside_the_reports_say_the_same(tmp_path):
    shutil.copytree("examples/books/accounts", tmp_path / "accounts")
    for name, code in (("state.json", "W003"), ("uncertainty.csv", "I002")):
        kept = (tmp_path / "accounts" / name).read_bytes()
        shutil.copy(f"{CASE}/items.csv", tmp_path / "accounts" / name)
        assert problems(accord.read_accounts, tmp_path / "accounts") == [
            (code, 1, 1, "the file is UTF-16 text, not UTF-8")]
        (tmp_path / "accounts" / name).write_bytes(kept)


def test_what_a_message_quotes_is_printable():
    found = accord.check_terms('accord 1 agreement a "A\x1b[2J" { }', "x\x1b.accord")[0]
    assert "\x1b" not in repr(found) and "x<U+001B>.accord" in repr(found)
    assert [p.message for p in accord.check_terms(b"accord 1 agreement a \"\x96\" { }")][0] == (
        "the byte 96 does not belong to UTF-8 text; in Windows-1252 it is “–”")
