"""The Python examples of the manual run and give what they say; the page of the scenario fits its
reader."""

import doctest
import pathlib
import re
import tomllib

import pytest

import accord

ROOT = pathlib.Path(__file__).resolve().parents[2]


def blocks(page, language):
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


PAGES = [
    page.relative_to(ROOT).as_posix()
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
]


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "python")])
def test_examples_run(page):
    test = doctest.DocTestParser().get_doctest("\n".join(blocks(page, "python")), {}, page, page, 0)
    assert len(test.examples) >= 3
    assert doctest.DocTestRunner().run(test).failed == 0


def test_pages_with_examples_are_found():
    assert {"README.md", "docs/reference/python.md", "docs/methods/page-exact.md"} <= {
        page for page in PAGES if blocks(page, "python")}


SCENARIO = "docs/reference/scenario.md"


@pytest.mark.parametrize("block", blocks(SCENARIO, "toml"))
def test_scenarios_of_the_manual_are_read(block):
    scenario = tomllib.loads(block)
    assert scenario
    scenario.setdefault("balance", {"structure": {"periods": 7, "flow_variance_kg2": 1}})
    scenario.setdefault("test", [{"kind": "page", "false_alarm": 0.05}])
    run = accord.simulate(scenario, reps=1000)
    assert len(run.tests) == len(scenario["test"])


def test_the_page_of_the_scenario_has_every_key_and_no_other():
    reader = (ROOT / "src/formats/measured/scenario.cpp").read_text(encoding="utf-8")
    known = set(re.findall(r'(?:keys|above)\.(?:\w+)\("(\w+)"\)', reader)) | {"kind"}
    tables = re.findall(
        r"^\| Key \|.*\n(?:\|.*\n)+", (ROOT / SCENARIO).read_text(encoding="utf-8"), re.MULTILINE
    )
    rows = [row.split("|")[1] for table in tables for row in table.splitlines()[2:]]
    assert {key.strip("[]") for row in rows for key in re.findall(r"`([^`]+)`", row)} == known
    kinds = re.findall(r'"(\w+)"', re.search(r"string_view> kinds\{(.*?)\}", reader, re.DOTALL)[1])
    page = (ROOT / SCENARIO).read_text(encoding="utf-8")
    assert re.findall(
        r"^\| `(\w+)` \|", page[page.index("| `kind` | Looks at") :], re.MULTILINE
    ) == ["kind", *kinds]


def test_the_front_page_leads_to_every_guide_and_quotes_stay_as_typed():
    front = (ROOT / "docs/index.md").read_text(encoding="utf-8").split("```{toctree}")[0]
    for guide in (
        "start",
        "guides/keeping-accounts",
        "guides/writing-terms",
        "guides/your-own-tables",
        "methods/material-balance",
        "reference/python",
        "reference/commands",
    ):
        assert f"{{doc}}`{guide}`" in front
        assert (ROOT / "docs" / f"{guide}.md").is_file()
    text = (ROOT / "docs/conf.py").read_text(encoding="utf-8")
    assert "\nsmartquotes = False\n" in text
    assert (ROOT / "docs/_static/manual.css").is_file()
