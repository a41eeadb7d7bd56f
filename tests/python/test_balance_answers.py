"""Tests, decisions and drawings of a balance: the worked examples of the statistics chapter, the
key of the made-up State, and slow versions of the tests."""

import json
import math
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as xml

import numpy
import pytest

import accord
import statistics_reference as plain

STATE = pathlib.Path(__file__).resolve().parents[2] / "examples/state"


def example_3_1():
    """EX-3.1 as measurements: flows with σ 1, 0.5 in common, inventories with √1.5 each used
    twice."""
    muf = [0.8, 1.9, -0.4, 2.6]
    items = {
        "period": [0],
        "role": ["PE"],
        "item": ["I0"],
        "method": ["inventory"],
        "declared_kg": [50.0],
    }
    for t, kg in enumerate(muf, 1):
        for role, item, method, mass in (
            ("X", "X", "flow", 100 + kg),
            ("Y", "Y", "exact", 100),
            ("PE", "I", "inventory", 50),
        ):
            for name, value in zip(items, (t, role, f"{item}{t}", method, mass)):
                items[name].append(value)
    items["stratum"] = ["all"] * len(items["period"])
    methods = [
        {
            "method": "inventory",
            "component": "random",
            "kind": "absolute",
            "standard_deviation": 1.5**0.5,
        },
        {"method": "flow", "component": "random", "kind": "absolute", "standard_deviation": 1},
        {
            "method": "flow",
            "component": "systematic",
            "kind": "absolute",
            "standard_deviation": 0.5,
            "source_key": "all",
        },
        {"method": "exact", "component": "none"},
    ]
    return accord.balance(items, methods)


def state(name):
    return accord.balance(STATE / name / "items.csv", STATE / name / "methods.csv")


def test_the_sequence_of_the_chapter():
    b = example_3_1()
    assert b.covariance == pytest.approx(plain.structured(4), abs=1e-12)
    tests = b.tests()
    assert tests.sequence.sitmuf == pytest.approx(
        [0.388057, 1.083703, 0.101550, 1.239876], abs=5e-7
    )
    assert tests.sequence.itmuf == pytest.approx([0.8, 2.135294, 0.2, 2.435156], abs=5e-7)
    assert tests.sequence.sigma_cumuf == pytest.approx(
        [2.061553, 2.449490, 2.872281, 3.316625], abs=5e-7
    )
    assert tests.sequence.gemuf == pytest.approx([0.150588, 1.325, 1.335312, 2.872605], abs=6e-7)
    assert tests.page == pytest.approx([0, 0.583703, 0.185253, 0.925129], abs=5e-7)
    assert tests.constant_loss == pytest.approx((1.15, 0.811107), abs=5e-7)
    limits = {answer.name: answer.limit for answer in tests.answers}
    assert limits["GEMUF at the end"] == pytest.approx(9.487729, abs=5e-7)
    assert limits["CUMUF/sigma at the end"] == pytest.approx(plain.z(0.95), abs=1e-9)
    assert plain.page_alarms(numpy.zeros(4), 0.5, limits["Page"]).sum() == pytest.approx(
        0.05, abs=1e-8
    )
    assert not tests.alarmed and [answer.alarm for answer in tests.answers] == [None] * 3


def test_the_state_with_a_loss_has_the_sequence_of_its_key():
    key = json.loads((STATE / "items_protracted/expected.json").read_text())
    tests = state("items_protracted").tests()
    assert tests.sequence.sitmuf == pytest.approx(key["SITMUF"], abs=1e-9)
    assert tests.page == pytest.approx(key["Page"]["S"], abs=1e-9)
    page = tests.answers[0]
    assert (
        page.limit == pytest.approx(key["Page"]["h"], abs=5e-5)
        and page.alarm == key["Page"]["first"]
    )
    frame = tests.to_frame()
    assert frame["page"].tolist() == tests.page.tolist() and frame["period"].tolist() == list(
        range(1, 13)
    )
    alarms = tests.answers_frame().set_index("test")["alarm"]
    assert (
        alarms["Page"] == 4
        and alarms["CUMUF/sigma at the end"] == 12
        and alarms.isna()["GEMUF at the end"]
    )


def test_another_false_alarm_probability_and_k():
    tests = state("items_honest").tests(false_alarm=0.01, page_k=0.25)
    limits = {answer.name: answer.limit for answer in tests.answers}
    assert plain.page_alarms(numpy.zeros(12), 0.25, limits["Page"]).sum() == pytest.approx(
        0.01, abs=1e-8
    )
    assert limits["CUMUF/sigma at the end"] == pytest.approx(plain.z(0.99), abs=1e-9)
    assert tests.page == pytest.approx(plain.page(tests.sequence.sitmuf[None], 0.25)[0], abs=1e-12)


def test_both_sides_and_a_headstart():
    tests = state("items_honest").tests(two_sided=True, page_headstart=0.5)
    limits = {answer.name: answer.limit for answer in tests.answers}
    sides = [answer for answer in tests.answers if answer.name.startswith("Page")]
    assert len(sides) == 2 and sides[0].limit == sides[1].limit
    alarms = plain.page_alarms(numpy.zeros(12), 0.5, limits["Page"], headstart=0.5).sum()
    assert alarms == pytest.approx(0.025, abs=1e-8)
    sitmuf = tests.sequence.sitmuf[None]
    assert tests.page == pytest.approx(plain.page(sitmuf, 0.5, 0.5)[0], abs=1e-12)
    assert tests.page_gains == pytest.approx(plain.page(-sitmuf, 0.5, 0.5)[0], abs=1e-12)
    assert tests.to_frame()["page_gains"].tolist() == tests.page_gains.tolist()


def test_decisions_of_single_periods():
    """EX-2.3: σ 8 kg, detectable loss 26.32 kg, detection probability of 8 kg 0.2595."""
    items = {
        "period": [1, 1],
        "role": ["X", "PE"],
        "stratum": ["a", "a"],
        "item": ["x", "y"],
        "method": ["in", "exact"],
        "declared_kg": [800.0, 786.0],
    }
    methods = [
        {"method": "in", "component": "random", "kind": "relative", "standard_deviation": 0.01},
        {"method": "exact", "component": "none"},
    ]
    d = accord.balance(items, methods).tests(goal_kg=8)
    assert d.decisions[0].limit_kg == pytest.approx(8 * plain.z(0.95), abs=1e-9)
    assert d.decisions[0].alarm and d.decisions[0].found_kg == pytest.approx(26.32, abs=0.005)
    assert d.decisions[0].goal_probability == pytest.approx(0.2595, abs=5e-5)
    assert d.together == d.decisions[0] and d.criteria == () and not d.exceeded
    assert d.decisions_frame()["alarm"].tolist() == [True]


def test_criteria_of_a_regulation_and_of_a_file(tmp_path):
    key = json.loads((STATE / "items_protracted/expected.json").read_text())
    b = state("items_protracted")
    own = b.tests(goal_kg=8, criteria="us-10cfr74").criteria
    path = tmp_path / "mine.toml"
    path.write_text(
        'id = "mine"\ntitle = "Mine"\n[[criterion]]\nname = "two sigma"\nstatistic = "MUF"\nabove_sigma = 2\n'
        'action = "look"\nsource = "test"\ntrust = "A"\n'
    )
    mine = b.tests(criteria=path)
    above = [ratio > 2 for ratio in key["MUF_over_sigma"]]
    assert any(above) and [answer.exceeded for answer in mine.criteria] == above and mine.exceeded
    assert {len(group) for group in (own, mine.criteria_frame())} == {
        12 * len({a.name for a in own}),
        12,
    }
    with pytest.raises(accord.AccordError, match="there are no criteria “us-10cfr75”"):
        b.tests(criteria="us-10cfr75")
    with pytest.raises(FileNotFoundError):
        b.tests(criteria=tmp_path / "none.toml")


def test_probabilities_are_checked():
    b = example_3_1()
    for value in (0, 1, -0.1):
        with pytest.raises(accord.AccordError):
            b.tests(false_alarm=value)
    for value in (float("nan"), "0.05", None, True):
        with pytest.raises(ValueError, match="false_alarm is"):
            b.tests(false_alarm=value)


def test_nothing_can_be_changed():
    b = example_3_1()
    for array in (b.muf, b.sigma_muf, b.covariance, b.tests().page, b.tests().sequence.muf):
        with pytest.raises(ValueError):
            array[0] = 1
    with pytest.raises(TypeError):
        b.units["muf"] = "g"
    with pytest.raises(AttributeError):
        b.muf = 1
    with pytest.raises(AttributeError):
        b.tests().page_k = 1
    assert dict(b.units) == {"muf": "kg", "sigma_muf": "kg", "covariance": "kg²"}


@pytest.mark.parametrize("name", ["muf", "sitmuf", "page", "contributions"])
def test_a_drawing_is_that_of_the_command(name):
    program = pathlib.Path(accord.__file__).parents[2] / "apps/accord/accord"
    drawing = state("items_protracted").plot(name)
    assert xml.fromstring(drawing.svg).tag.endswith("svg") and drawing._repr_svg_() == drawing.svg
    if not program.exists():
        pytest.skip("the program was not built")
    command = [program, "balance", STATE / "items_protracted", "--format", "svg", "--figure", name]
    printed = subprocess.run(command, capture_output=True, check=False, text=True).stdout
    assert printed.strip() == drawing.svg.strip()


def test_a_drawing_of_another_period_and_name():
    b = example_3_1()
    assert b.plot("contributions", period=2).title.endswith("period 2 comes from")
    assert b.tests(page_k=0.25).plot("page").svg != b.plot("page").svg
    for arguments, message in (
        (("pages",), "there is no drawing 'pages'.*did you mean 'page'"),
        (("contributions", 5), "period is 5; expected a whole number from 1 to 4"),
        (("muf", 2), "of all periods"),
    ):
        with pytest.raises(ValueError, match=message):
            b.plot(*arguments)


def test_without_matplotlib_the_error_says_so():
    code = """
import sys
sys.modules["matplotlib"] = sys.modules["matplotlib.figure"] = None
import accord
b = accord.balance("examples/state/items_honest/items.csv", "examples/state/items_honest/methods.csv")
try:
    b.figure()
except ImportError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert (
        done.stdout.strip()
        == "figure() draws with matplotlib, which is not installed; plot() gives SVG without it"
    )


def test_matplotlib_figures_have_the_numbers():
    pytest.importorskip("matplotlib")
    b = state("items_protracted")
    page = b.figure("page").axes[0]
    lines = {line.get_label(): line.get_ydata() for line in page.get_lines()}
    assert list(lines["S (k = 0.5)"]) == b.tests().page.tolist() and "threshold 3.375" in lines
    sitmuf = b.tests(false_alarm=0.1).figure("sitmuf").axes[0]
    limits = sorted(
        line.get_ydata()[0] for line in sitmuf.get_lines() if line.get_linestyle() == "--"
    )
    each = 1 - 0.9 ** (1 / 12)
    assert limits == pytest.approx([-plain.z(1 - each), plain.z(1 - each)], abs=1e-9)
    bars = b.figure("contributions", period=1).axes[0].patches
    assert sum(bar.get_width() for bar in bars) == pytest.approx(100)
    assert "MUF, kg" == b.figure().axes[0].get_ylabel()


def test_the_page_and_the_table():
    b = state("items_honest")
    page = b.tests(goal_kg=8, criteria="iaea-usual").html()
    assert page.startswith("<!") and "8 kg alarms" in page and "items.csv" in page
    assert b._repr_html_().count("<tr>") == 13 and "<td>12</td>" in b._repr_html_()
    assert b.tests()._repr_html_().count("<tr>") == 4 and "Page" in repr(
        state("items_protracted").tests()
    )


def test_no_periods_and_no_variance():
    columns = ("period", "role", "stratum", "item", "method", "declared_kg")
    nothing = accord.balance({name: [] for name in columns}, [])
    assert (
        len(nothing.muf) == 0
        and nothing.tests().answers == ()
        and len(nothing.tests().to_frame()) == 0
    )
    for name in ("muf", "sitmuf", "page"):
        assert "<svg" in nothing.plot(name).svg
    with pytest.raises(ValueError):
        nothing.plot("contributions")
    assert "Material balance" in nothing.tests().html() and "no periods" in repr(nothing)
    counted = accord.balance(
        {
            "period": [0, 1],
            "role": ["PE", "PE"],
            "stratum": ["a"] * 2,
            "item": ["x", "x"],
            "method": ["count"] * 2,
            "declared_kg": [1.0, 1.0],
        },
        [{"method": "count", "component": "none"}],
    )
    tests = counted.tests()
    assert tests.answers == () and len(tests.page) == 0 and tests.constant_loss is None
    assert math.isnan(tests.to_frame()["page"][0])
    assert "<svg" in counted.plot("contributions").svg
