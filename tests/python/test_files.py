"""Files that are not text, not UTF-8, or cannot be read: one error with its place and remedy, also
from Python. What is not there is said."""

import json
import pathlib
import shutil
import threading

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
        assert problems(call, f"{CASE}/items.csv") == [
            ("W003", 1, 1, "the file is UTF-16 text, not UTF-8")
        ]


def test_the_tables_beside_the_reports_say_the_same(tmp_path):
    shutil.copytree("examples/books/accounts", tmp_path / "accounts")
    for name, code in (("state.json", "W003"), ("uncertainty.csv", "I002")):
        kept = (tmp_path / "accounts" / name).read_bytes()
        shutil.copy(f"{CASE}/items.csv", tmp_path / "accounts" / name)
        assert problems(accord.read_accounts, tmp_path / "accounts") == [
            (code, 1, 1, "the file is UTF-16 text, not UTF-8")]
        (tmp_path / "accounts" / name).write_bytes(kept)


def test_what_a_message_quotes_is_printable():
    terms = accord.Terms('accord 1 agreement a "A\x1b[2J" { }', file="x\x1b.accord")
    found = terms.check().problems[0]
    assert "\x1b" not in repr(found) and "x<U+001B>.accord" in repr(found)
    found = accord.Terms(b"accord 1 agreement a \"\x96\" { }").check().problems
    assert found[0].message == (
        "the byte 96 does not belong to UTF-8 text; in Windows-1252 it is “–”")


def test_a_file_that_is_there_and_cannot_be_read_is_not_taken_for_absent(tmp_path):
    accounts = tmp_path / "accounts"
    shutil.copytree("examples/books/accounts", accounts)
    for name in ("state.json", "uncertainty.csv", "reports/XBC1-0002-I.txt"):
        kept = (accounts / name).read_bytes()
        (accounts / name).unlink()
        (accounts / name).symlink_to("nowhere")
        with pytest.raises(accord.AccordError) as refused:
            accord.read_accounts(accounts)
        assert [(p.code, p.file) for p in refused.value.problems] == [("C007", name)]
        (accounts / name).unlink()
        (accounts / name).write_bytes(kept)
    (accounts / "reports").rename(tmp_path / "kept")
    (accounts / "reports").symlink_to("nowhere")
    with pytest.raises(accord.AccordError) as refused:
        accord.read_accounts(accounts)
    assert refused.value.code == "C007" and refused.value.where == str(accounts / "reports")


def test_a_series_that_leads_nowhere_is_an_error(tmp_path):
    study = tmp_path / "study"
    shutil.copytree("examples/study", study)
    (study / "feed.csv").unlink()
    (study / "feed.csv").symlink_to("nowhere")
    with pytest.raises(OSError):
        accord.balance(study=study / "study.toml")
    with pytest.raises(OSError):
        accord.simulate(study / "scenario.toml")


def test_what_was_not_looked_at_is_named():
    report = "examples/state/clean/reports/ZZC1-0001-P.txt"
    assert {one.because for one in accord.read_accounts(report).check().not_applied} == {
        "there is no uncertainty.csv", "there is no special_reports.csv", "there is no notices.csv",
        "there is no state.json"}
    assert accord.read_accounts("examples/state/clean").check().not_applied == ()
    assert accord.read_accounts("examples/state/errors").check().not_applied == (
        ("V069", "against σ(MUF)", "uncertainty.csv has no σ(MUF) of ZZF3/630"),
    )


@pytest.mark.parametrize("folder", ["books/accounts", "state/clean", *(
    f"profiles/{path.name}" for path in sorted(pathlib.Path("examples/profiles").glob("*-*-*")))])
def test_a_skeleton_says_what_the_reports_say_and_is_read_back(folder, tmp_path):
    own = json.loads(pathlib.Path("examples", folder, "state.json").read_text())
    accounts = accord.read_accounts(f"examples/{folder}")
    skeleton = json.loads(accounts.state_skeleton())
    assert skeleton["profile"] == accounts.profile and skeleton["assessment_day"] is None
    known = {area["mba"]: area for area in own["mbas"]}
    for area in skeleton["mbas"]:
        assert area["facility"] in (None, known[area["mba"]].get("facility", area["facility"]))
        assert area["unified_uranium"] in (None, known[area["mba"]].get("unified_uranium", False))
        assert set(area["pit_dates"]) <= set(known[area["mba"]].get("pit_dates", area["pit_dates"]))
    shutil.copytree(f"examples/{folder}/reports", tmp_path / "reports")
    (tmp_path / "state.json").write_text(accounts.state_skeleton())
    again = accord.read_accounts(tmp_path)
    assert again.profile == accounts.profile and json.loads(again.state_skeleton()) == skeleton


def test_keys_of_thousands_of_parts_are_an_error_and_no_crash(tmp_path):
    (tmp_path / "accord.toml").write_text("a" + ".a" * 30000 + "=1\n")
    calls = [lambda: accord.open(tmp_path), lambda: accord.simulate(tmp_path / "accord.toml"),
             lambda: accord.balance(study=tmp_path / "accord.toml")]
    found = []
    for call in calls:  # in a thread, which has the smallest stack
        thread = threading.Thread(target=lambda call=call: found.append(problems(call)))
        thread.start()
        thread.join()
    assert found == [[("W003", 1, 1, "a key of more than 16 parts")]] * 3


def test_a_link_out_of_the_workspace_is_not_read(tmp_path):
    shutil.copytree("examples/items", tmp_path / "w")
    (tmp_path / "secret").write_text("a secret line\n")
    terms = tmp_path / "w/terms/items.accord"
    terms.unlink()
    terms.symlink_to(tmp_path / "secret")
    assert problems(accord.open, tmp_path / "w") == [
        ("W012", 6, 9, "“terms/items.accord” leaves the workspace through a link")]
    accounts = tmp_path / "accounts"
    shutil.copytree("examples/books/accounts", accounts)
    shutil.move(accounts / "reports", tmp_path / "elsewhere")
    (accounts / "reports").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(accord.AccordError) as refused:
        accord.read_accounts(accounts)
    assert refused.value.code == "W012"
