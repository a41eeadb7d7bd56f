"""Questions on agreements and talks in Python: the same words and numbers as the command line."""

import json
import pathlib
import pickle
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
}


def printed(name, words, form):
    done = subprocess.run(
        [PROGRAM, *name.split(), "-q", "-C", JCPOA, *words.split(), "--format", form],
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
        answer = getattr(workspace, name.split()[-1])(**given)
        assert answer.to_csv() == printed(name, words, "csv")
        assert json.loads(answer.to_json()) == json.loads(printed(name, words, "json"))["data"]
        assert pickle.loads(pickle.dumps(answer)) == answer
        assert len(answer.to_frame()) == len(answer.to_csv().splitlines()) - 1 > 0


def test_positions_need_a_day():
    with pytest.raises(accord.AccordError) as refused:
        accord.open(JCPOA).positions()
    assert refused.value.code == "U005"
    assert "name one with on" in str(refused.value)


# story.test, by the tables: on 18 May no level was open to both, and Iran's red line was ENR-NONE.
def test_lists_are_tuples_and_stay_in_the_frame():
    issues = accord.open(JCPOA).positions(on="2025-05-18").to_frame().set_index("issue")
    assert issues.loc["ENR", "open_to_all"] == ()
    assert "ENR-NONE" not in issues.loc["ENR", "permitted"]
