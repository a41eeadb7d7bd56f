"""accord gives what the reference model predicts, for random agreements with random facts (see
`reference`).

The normal run is the same every time. `ACCORD_SOAK=20000 tools/pytest -k reference` tries so many
texts, from seeds of its own; a failure prints the seed and the one example that fails.
"""

import collections
import os
import random
from datetime import date
from decimal import Decimal

import pytest

import accord
from reference import generate, generate_facts, judge, terms, write

TEXTS = 400
EXAMPLES_OF_A_TEXT = 3
QUESTIONS_OF_AN_EXAMPLE = 8


def make(seed):
    """A random agreement and examples of it, in which the model answers."""
    generator = generate.Generator(random.Random(seed))
    agreement = generator.agreement()
    facts_of = generate_facts.Facts(generator, agreement)
    examples = []
    for number in range(EXAMPLES_OF_A_TEXT):
        facts = facts_of.some()
        expected = [
            (name, judge.state(agreement, facts, name, on, known, party), on, known, party)
            for name, on, known, party in facts_of.questions(facts, QUESTIONS_OF_AN_EXAMPLE)
        ]
        examples.append((str(number), facts, expected))
    return agreement, examples


def errors(agreement, examples):
    problems = accord.Terms(write.text(agreement, examples)).check().problems
    return [p for p in problems if p.severity == "error"]


def compare(seed):
    agreement, examples = make(seed)
    if not errors(agreement, examples):
        return
    for title, facts, expected in examples:
        for one in expected:
            found = errors(agreement, [(title, facts, [one])])
            if found:
                text = write.text(agreement, [(title, facts, [one])])
                pytest.fail(f"seed {seed}: {found[0].message}\n{text}")
    pytest.fail(f"seed {seed}: {errors(agreement, examples)[0].message}")


@pytest.mark.parametrize("block", range(8))
def test_random_agreements_are_judged_as_the_reference_predicts(block):
    for seed in range(block * TEXTS // 8, (block + 1) * TEXTS // 8):
        compare(seed)


@pytest.mark.skipif("ACCORD_SOAK" not in os.environ, reason="set ACCORD_SOAK to a number of texts")
def test_many_more_random_agreements():
    first = random.SystemRandom().randrange(10**9)
    for seed in range(first, first + int(os.environ["ACCORD_SOAK"])):
        compare(seed)


def test_every_state_that_facts_can_bring_about_is_asked_for():
    counts = collections.Counter(state for seed in range(TEXTS) for _, _, expected in make(seed)[1]
                                 for _, state, *_ in expected)
    every = {*judge.OUTCOME, "not_due", "not_in_force", "sunset", "terminated", "waived"}
    every -= {"no_new_value", "partly_performed"}  # no fact of an example says so
    assert every == set(counts)
    assert min(counts.values()) >= 5, counts


def test_a_wrong_prediction_is_reported():
    agreement, examples = make(1)
    title, facts, expected = examples[0]
    name, state, on, known, party = expected[0]
    wrong = "met" if state != "met" else "exceeded"
    assert [
        p.code for p in errors(agreement, [(title, facts, [(name, wrong, on, known, party)])])
    ] == ["A070"]


# --- the model itself, against the worked checks of the chapter (section 14)
# ------------------------


def limited(operator, value, start=date(2020, 3, 1), years=10):
    bound = terms.Bound(operator, Decimal(value), "t")
    rules = (terms.Limit("stock", (bound,)),)
    term = terms.Term("T", "", ("a",), start, (terms.Duration(years, "years"),), rules=rules)
    return terms.Agreement(
        parties=["a"], measures={"stock": terms.Measure("stock", "amount", "t")}, terms=[term]
    )


def stock(value, on, known=None, uncertainty=None):
    return terms.Fact("figure", "stock", on, known or on, value=Decimal(value), unit="t",
                      uncertainty=uncertainty and Decimal(uncertainty))


@pytest.mark.parametrize("value, uncertainty, state", [
    ("99.9", None, "met"), ("100.0", None, "met"), ("100.1", None, "exceeded"),
    ("100.4", "0.5", "exceeded_within_uncertainty"), ("100.4", "0.3", "exceeded"),
])
def test_the_model_compares_as_the_worked_checks(value, uncertainty, state):
    day = date(2021, 1, 1)
    assert (
        judge.state(
            limited("<=", "100"), [stock(value, day, uncertainty=uncertainty)], "T", day, day
        )
        == state
    )


def test_the_model_keeps_the_two_clocks_of_the_worked_check():
    facts = [stock("90", date(2021, 3, 10)), stock("110", date(2021, 4, 20), date(2021, 4, 22))]
    on = date(2021, 4, 21)
    assert judge.state(limited("<=", "100"), facts, "T", on, date(2021, 4, 21)) == "met"
    assert judge.state(limited("<=", "100"), facts, "T", on, date(2021, 4, 22)) == "exceeded"


def test_the_model_ends_a_term_on_its_last_day():
    facts = [stock("90", date(2021, 3, 10))]
    states = [judge.state(limited("<=", "100"), facts, "T", day, day)
              for day in (date(2020, 2, 29), date(2020, 3, 1), date(2030, 2, 28), date(2030, 3, 1))]
    assert states == ["not_in_force", "no_value", "met", "sunset"]
