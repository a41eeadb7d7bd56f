"""Questions on agreements and talks in Python: the same words and numbers as the command line."""

import json
import pathlib
import pickle
import shutil
import subprocess

import pytest

import accord
from accord import _answers

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(accord.__file__).parents[2] / "apps/accord/accord"
JCPOA = ROOT / "examples/jcpoa"

# Of every question on a workspace: what is asked in Python, and the words after the command.
ASKED = {
    "talks positions": [
        ({"on": "2025-05-18"}, "--on 2025-05-18"),
        ({"on": "2025-04-14", "public_only": True}, "--on 2025-04-14 --public-only"),
    ],
    "talks zone on": [
        ({"on": "2025-05-18"}, "--on 2025-05-18"),
        ({"on": "2025-05-17", "public_only": True}, "--on 2025-05-17 --public-only"),
    ],
    "talks days": [({}, ""), ({"public_only": True}, "--public-only")],
    "talks sheet": [({"on": "2025-05-18"}, "--on 2025-05-18")],
}
METHODS = {q["name"]: q["method"] for q in _answers.QUESTIONS}


DAYS = {"on": "2019-07-01", "known": "2019-07-08"}
ON = ["--on", "2019-07-01", "--known", "2019-07-08"]
ITEMS = ROOT / "examples/items"

# Of every question on an assessment: the workspace, its days, what is asked, the words after the
# program, and whether the command prints tables.
ASSESSED = {
    "status": (JCPOA, DAYS, {"together": True}, ["status", "--together", *ON], True),
    "summary": (JCPOA, DAYS, {"fail_on": "never"}, ["assess", "--fail-on", "never", *ON], True),
    "timeline": (
        JCPOA,
        DAYS,
        {"from_day": "2018-05-01", "term": "T-STOCK"},
        ["timeline", "--from", "2018-05-01", "--term", "T-STOCK", *ON],
        True,
    ),
    "explain": (JCPOA, DAYS, {"id": "T-STOCK"}, ["explain", "T-STOCK", *ON], False),
    "account": (
        JCPOA,
        DAYS,
        {"left": "iran", "right": "us"},
        ["terms", "account", "iran", "us", *ON],
        True,
    ),
    "clock": (
        JCPOA,
        {},
        {"procedures": ["D-DRM"], "opened": "2020-01-14"},
        ["terms", "clock", "D-DRM", "--open", "2020-01-14"],
        True,
    ),
    "show": (JCPOA, DAYS, {"item": "T-STOCK"}, ["terms", "show", "T-STOCK", *ON], False),
    "compare_claims": (JCPOA, {}, {}, ["compare", "claims"], True),
    "compare_items": (
        ITEMS,
        {"on": "2022-04-30"},
        {},
        ["compare", "items", "--on", "2022-04-30"],
        True,
    ),
}

TEXT = JCPOA / "terms/jcpoa.accord"


def said(words, form, folder=None):
    place = [] if folder is None else ["-C", folder]
    done = subprocess.run(
        [PROGRAM, "-q", *place, *words, "--format", form],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


def test_every_question_on_an_assessment_is_asked_here():
    asked = {q["method"] for q in _answers.QUESTIONS if q["source"] == "assessment"}
    assert set(ASSESSED) == asked


@pytest.mark.parametrize("name", ASSESSED)
def test_an_assessment_says_the_same_on_the_command_line(name, tmp_path):
    workspace, days, given, words, has_tables = ASSESSED[name]
    folder = shutil.copytree(workspace, tmp_path / workspace.name)  # `assess` writes a report
    answer = getattr(accord.open(folder).assess(**days), name)(**given)
    data = json.loads(said(words, "json", folder))["data"]
    if name == "summary":
        assert pathlib.Path(data.pop("report_file")).is_file() and answer.report_file is None
        assert answer.to_dict() == {**data, "report_file": None}
    else:
        assert json.loads(answer.to_json()) == answer.to_dict() == data
    if has_tables:
        assert answer.to_csv() == said(words, "csv", folder) != ""


def test_texts_say_the_same_on_the_command_line(tmp_path):
    other = tmp_path / "other.accord"
    other.write_text(TEXT.read_text().replace("limit eu_total <= 300", "limit eu_total <= 301"))
    both = {
        "check": (
            accord.read_terms(TEXT).check(against=str(JCPOA)),
            ["terms", "check", TEXT, "--against", JCPOA],
        ),
        "diff": (accord.read_terms(TEXT, other).diff(), ["terms", "diff", TEXT, other]),
        "depends": (
            accord.open(JCPOA).terms.depends("T-STOCK"),
            ["-C", JCPOA, "terms", "depends", "T-STOCK"],
        ),
    }
    assert set(both) == {q["method"] for q in _answers.QUESTIONS if q["source"] == "terms"}
    for answer, words in both.values():
        assert answer.to_dict() == json.loads(said(words, "json"))["data"]
    assert both["diff"][0].is_different


@pytest.mark.parametrize(
    "given, words",
    [
        (["GOV/2025/8"], ["--as-of", "GOV/2025/8"]),
        (["2019-07-01"], ["--as-of", "2019-07-01"]),
        ([None, "2019-07-01", "2019-07-08"], ON),
    ],
)
def test_a_report_is_that_of_the_command_line(given, words, tmp_path):
    made = accord.open(JCPOA).report(*given)
    answer = json.loads(said(["report", *words, "-o", tmp_path], "json", JCPOA))["data"]
    files = {path.suffix: path.read_text() for path in tmp_path.iterdir()}
    assert files == {".html": made.html, ".md": made.markdown, ".json": made.json}
    assert (str(made.on), str(made.known)) == (answer["judged"]["on"], answer["judged"]["known"])
    assert made.report == answer["report"] and len(answer["files"]) == 3


def test_a_report_that_is_not_in_the_series_is_refused():
    with pytest.raises(accord.AccordError) as refused:
        accord.open(JCPOA).report("GOV/2025/88")
    assert refused.value.code == "R001"


def printed(name, words, form):
    done = subprocess.run(
        [PROGRAM, *name.removesuffix(" on").split(), "-q", "-C", JCPOA, *words.split()]
        + ["--format", form],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


def test_every_question_is_asked_here():
    assert set(ASKED) == {q["name"] for q in _answers.QUESTIONS if q["source"] == "workspace"}


@pytest.mark.parametrize("name", ASKED)
def test_python_and_the_command_line_say_the_same(name):
    workspace = accord.open(JCPOA)
    for given, words in ASKED[name]:
        answer = getattr(workspace, METHODS[name])(**given)
        if name != "talks sheet":  # a page, not a table
            assert answer.to_csv() == printed(name, words, "csv")
        assert json.loads(answer.to_json()) == json.loads(printed(name, words, "json"))["data"]
        assert pickle.loads(pickle.dumps(answer)) == answer
        assert len(answer.to_frame()) == len(answer.to_csv().splitlines()) - 1 > 0


def test_positions_need_a_day():
    with pytest.raises(accord.AccordError) as refused:
        accord.open(JCPOA).positions()
    assert refused.value.code == "U005"
    assert "name one with on" in str(refused.value)


# story.test, by the tables: on 18 May two red lines left no level.
def test_lists_are_tuples_and_stay_in_the_frame():
    issues = accord.open(JCPOA).positions(on="2025-05-18").to_frame().set_index("issue")
    assert issues.loc["ENR", "not_excluded"] == ()
    assert issues.loc["DUR", "silent"] == ("iran",)
