"""Answers in Python: what the structs of src/answers say, in the words of the command line."""

import importlib.util
import json
import pathlib
import pickle
import subprocess

import pytest

import accord
from accord import _answers

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(accord.__file__).parents[2] / "apps/accord/accord"
TORN = ROOT / "vectors/cases/01-unreadable-element-counts-as-zero/accounts"
STATE, ERRORS = ROOT / "examples/state/clean", ROOT / "examples/state/errors"

# Of every question: what is asked in Python, and the words after the command.
ASKED = {
    "check": [(ERRORS, {"mba": "ZZF3"}, "--mba ZZF3")],
    "inventory": [
        (STATE, {"on": "2024-06-30"}, "--on 2024-06-30"),
        (TORN, {"known": "2024-02-01"}, "--known 2024-02-01"),
    ],
    "movements": [(STATE, {"mba": "ZZF2"}, "--mba ZZF2"), (TORN, {}, "")],
    "mbr": [(STATE, {"mba": "ZZF2"}, "--mba ZZF2"), (TORN, {}, "")],
    "due": [(STATE, {"on": "2024-10-15", "open": True}, "--on 2024-10-15 --open")],
    "pairs": [(ERRORS, {"mba": "ZZF3"}, "--mba ZZF3")],
    "items": [(STATE, {"mba": "ZZF2", "label": 630}, "--mba ZZF2 --label 630")],
}


EURATOM = ROOT / "examples/profiles/euratom-302-2005"
REPORT = STATE / "reports/ZZC1-0001-P.txt"
NEW_FORM = "iaea-code10-labelled-2011"

# Of those that are no `books` command: what is asked, and the whole line after the program.
ASKED_OTHERWISE = {
    "mbr_report": (
        STATE,
        {"mba": "ZZC1", "on": "2023-09-30", "dated": "2023-10-13"},
        ["books", "mbr", STATE]
        + ["--mba", "ZZC1", "--on", "2023-09-30", "--dated", "2023-10-13"],
    ),
    "explain_entry": (STATE, {"name": "ZZC1/2/1"}, ["explain", "ZZC1/2/1", "-C", STATE]),
    "explain_figure": (
        STATE,
        {"name": "ZZC1/2023-09-30/610"},
        ["explain", "ZZC1/2023-09-30/610", "-C", STATE],
    ),
    "import_reports": (
        STATE,
        {"files": [str(REPORT)], "dry_run": True},
        ["import", "-C", STATE, "--dry-run", REPORT],
    ),
    "export": (STATE, {"mba": "ZZC1"}, ["export", STATE, "--mba", "ZZC1"]),
    "convert": (
        EURATOM,
        {"profile": NEW_FORM, "mba": "ZZB1"},
        ["export", EURATOM, "--profile", NEW_FORM, "--mba", "ZZB1"],
    ),
}

MEASURED = [
    ({"folder": ROOT / "examples/state/items_honest"}, [ROOT / "examples/state/items_honest"]),
    (
        {
            "folder": ROOT / "examples/state/items_protracted",
            "goal_kg": 8,
            "criteria": "us-10cfr74",
            "two_sided": True,
        },
        [
            ROOT / "examples/state/items_protracted",
            *("--goal", "8", "--criteria", "us-10cfr74", "--two-sided"),
        ],
    ),
    (
        {"study": ROOT / "examples/study/study.toml"},
        ["--study", ROOT / "examples/study/study.toml"],
    ),
]


def stub():
    spec = importlib.util.spec_from_file_location("python_stub", ROOT / "tools/python_stub.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.stub()


def printed(name, folder, words, form):
    group = [] if name == "check" else ["books"]
    done = subprocess.run(
        [PROGRAM, *group, name, folder, *words.split(), "--format", form],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


def test_the_stub_is_what_the_structs_say():
    assert (ROOT / "python/accord/_answers.pyi").read_text(encoding="utf-8") == stub()


def test_every_question_is_asked_here():
    assert {*ASKED, *ASKED_OTHERWISE} == {
        q["method"] for q in _answers.QUESTIONS if q["source"] == "accounts"
    }


@pytest.mark.parametrize("name", ASKED_OTHERWISE)
def test_other_answers_are_the_same_on_the_command_line(name):
    folder, given, words = ASKED_OTHERWISE[name]
    answer = getattr(accord.read_accounts(folder), name)(**given)
    data = json.loads(said(words, "json"))["data"]
    assert json.loads(answer.to_json()) == answer.to_dict() == data
    if name == "export":
        assert answer.to_csv() == said(words, "csv")


def test_a_rule_is_the_same_on_the_command_line():
    data = json.loads(said(["explain", "V061"], "json"))["data"]
    assert accord.explain_rule("V061").to_dict() == data
    asked = {q["method"] for q in _answers.QUESTIONS if q["source"] == "nothing"}
    # Those on talks are compared in test_docstrings.py and tests/cli/talks.test.
    assert asked == {"explain_rule", "verify_certificate", "draft_terms", "replay_round"}


@pytest.mark.filterwarnings("ignore::accord.BooksWarning")
@pytest.mark.parametrize("name", ASKED)
def test_python_and_the_command_line_say_the_same(name):
    for folder, given, words in ASKED[name]:
        answer = getattr(accord.read_accounts(folder), name)(**given)
        assert answer.to_csv() == printed(name, folder, words, "csv")
        data = json.loads(printed(name, folder, words, "json"))["data"]
        assert json.loads(answer.to_json()) == answer.to_dict() == data
        assert pickle.loads(pickle.dumps(answer)) == answer
        assert len(answer.to_frame()) == len(answer.to_csv().splitlines()) - 1 > 0


def said(words, form):
    done = subprocess.run(
        [PROGRAM, *words, "--format", form], capture_output=True, text=True, check=False
    )
    return done.stdout


@pytest.mark.parametrize("number", range(len(MEASURED)))
def test_a_balance_is_the_same_on_the_command_line(number):
    given, words = MEASURED[number]
    answer = accord.material_balance(**given)
    assert answer.to_csv() == said(["balance", *words], "csv")
    data = json.loads(said(["balance", *words], "json"))["data"]
    assert json.loads(answer.to_json()) == answer.to_dict() == data
    for row in data["periods"]:  # one fact has one name in both calls
        both = set(accord.balance(**files(given)).to_frame().columns) & set(row)
        assert {"muf_kg", "sigma_muf_kg", "leid_kg", "p", "active_kg"} <= both


def files(given):
    """The same for the call that takes tables."""
    if "study" in given:
        return {"study": given["study"]}
    return {name: given["folder"] / f"{name}.csv" for name in ("items", "methods")}


def test_what_is_measured_is_asked_here():
    asked = [q["method"] for q in _answers.QUESTIONS if q["source"] == "measured"]
    assert asked == ["material_balance"]


def test_a_balance_says_what_cannot_be_given_together():
    with pytest.raises(accord.AccordError) as refused:
        accord.material_balance("a", study="b")
    assert (refused.value.code, refused.value.remedy) == ("U005", "give study alone, or leave it out")
    with pytest.raises(accord.AccordError) as refused:
        accord.material_balance(items="a")
    assert refused.value.remedy.endswith("or give items and methods")
    with pytest.raises(accord.AccordError) as refused:
        accord.material_balance(ROOT / "examples/state/items_honest", page_k=100)
    assert refused.value.message.startswith("page_k 100 is too large")


def test_values_are_refused_as_flags_are():
    accounts = accord.read_accounts(STATE)
    with pytest.raises(accord.AccordError) as refused:
        accounts.inventory(on="2024-02-30")
    assert refused.value.code == "U004"
    assert (
        refused.value.message
        == "on: expected a day that exists, written as 2019-07-01, found “2024-02-30”"
    )
    with pytest.raises(TypeError):
        accounts.inventory(area="ZZC1")
    with pytest.raises(
        ValueError, match="has no list named 'book'; there are books, no_figure, incomplete"
    ):
        accounts.inventory("ZZC1").to_csv(rows="book")


def test_a_figure_says_how_it_stands_to_the_true_one():
    with pytest.warns(accord.BooksWarning, match="r2.txt:1:192"):
        answer = accord.read_accounts(TORN).inventory(on="2023-12-31")
    frame = answer.to_frame()
    assert str(frame["label"].dtype) == "Int64"
    assert answer.rests_on_unread and answer.incomplete[0].found == "5 00G"
    assert answer.to_frame("incomplete")["file"].tolist() == ["r2.txt"]


def test_documentation_says_every_member():
    text = accord.Accounts.inventory.__doc__
    for name in ("mba", "on", "known", "books", "no_figure", "incomplete", "Examples"):
        assert name in text
    assert "exact" in _answers.BookRow.book.__doc__
