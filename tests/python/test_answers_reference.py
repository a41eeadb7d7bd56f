"""Answers that name what they answer: accord, reading tables, gives what the reference model
predicts (`reference`)."""

import collections
import random
from datetime import date, timedelta

import pytest

import accord
from reference import duties, judge, terms, write
from reference.view import View, Who

WORKSPACES = 60
FIRST = date(2021, 1, 1)
SETTINGS = """
[workspace]
name = "Random answers"
terms = "terms/random.accord"
[parties]
"a" = "a"
[events]
file = "data/events.csv"
"""


class Made:
    """A duty with random calls and answers; about half of the answers name something."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.rule = self.duty()
        self.facts = []
        for i in range(self.random.randint(2, 6)):
            self.add("call", f"C-{i}")
        for i in range(self.random.randint(2, 7)):
            self.add("done", f"D-{i}", answers=True)

    def day(self):
        return FIRST + timedelta(days=self.random.randrange(0, 400))

    def duty(self):
        span = (terms.Duration(self.random.choice([5, 20, 60]), "days"),)
        each = terms.Each("call", end_of=self.random.choice([None, None, "month"]))
        trigger = self.random.choice([
            each, each, terms.EachPeriod(self.random.choice(["month", "quarter", "year"])),
            terms.EachSpan((terms.Duration(2, "months"),), date(2021, 1, 15))])
        if self.random.random() < 0.25:
            return terms.DutyBefore("done", span, "call")
        return terms.DutyWithin("done", span, trigger)

    def add(self, name, row, answers=False):
        on = self.day()
        partly = answers and self.random.random() < 0.2
        named = self.name_for(on) if answers and self.random.random() < 0.5 else ""
        self.facts.append(
            terms.Fact("event", name, on, on, by="a", row=row, answers=named, partly=partly)
        )

    def name_for(self, on):
        """Something that had begun: anything else is refused when the table is read (I025)."""
        last = View(self.agreement(), self.facts, on + timedelta(days=400), date.max)
        calls = duties.calls_of(self.rule, last, self.term(), Who(("a",)))
        notice = isinstance(self.rule, terms.DutyBefore)
        later = {f.row for f in self.facts if f.on > on}
        names = [n for c in calls for n in c.names if notice or (c.opens <= on and n not in later)]
        return self.random.choice(names) if names else ""

    def term(self):
        return terms.Term("T", "", ("a",), FIRST, rules=(self.rule,))

    def agreement(self):
        return terms.Agreement(parties=["a"], events=["call", "done"], terms=[self.term()])

    def write(self, folder):
        (folder / "terms").mkdir()
        (folder / "data").mkdir()
        (folder / "accord.toml").write_text(SETTINGS)
        text = write.text(self.agreement())
        for event in ("call", "done"):
            rows = [f.row for f in self.facts if f.name == event]
            text = text.replace(
                f'event {event} "{event}"', f'event {event} "{event}" data {{ {", ".join(rows)} }}'
            )
        (folder / "terms/random.accord").write_text(text)
        rows = [
            f"{f.row},{f.on},event,{f.name},yes,a,{f.answers},{'yes' if f.partly else ''}"
            for f in self.facts
        ]
        self.random.shuffle(rows)
        head = "event_id,date,category,title,verified,party,answers,part"
        (folder / "data/events.csv").write_text("\n".join([head, *rows]) + "\n")

    def expected(self, on):
        """The state, and how many calls are in which."""
        view = View(self.agreement(), self.facts, on, on)
        who = Who(("a",))
        calls = duties.paired(self.rule, sorted(view.events("done", who), key=lambda f: f.on),
                              duties.calls_of(self.rule, view, self.term(), who))
        states = collections.Counter(
            duties.state_of_call(c, on, lambda day: "overdue") for c in calls
        )
        late = [
            (c.answer - c.deadline).days
            for c in calls
            if c.answer is not None and c.answer > c.deadline
        ]
        state = judge.state(self.agreement(), self.facts, "T", on, on)
        return state, states, max(late, default=None)


def found(workspace, on):
    finding = workspace.assess(on=on, known=on).find("T")
    counts = finding.rules[0].call_counts
    if counts is None:
        return str(finding.state), collections.Counter(), None
    states = collections.Counter({"performed": counts.in_time, "performed_late": counts.late,
                                  "partly_performed": counts.in_part, "not_due": counts.still_open,
                                  "overdue": counts.missed})
    assert counts.total == sum(states.values()) == len(finding.rules[0].calls)
    return str(finding.state), +states, counts.longest_late_days


@pytest.mark.parametrize("block", range(4))
def test_named_answers_are_paired_as_the_reference_predicts(block, tmp_path):
    for seed in range(block, WORKSPACES, 4):
        made = Made(seed)
        folder = tmp_path / str(seed)
        folder.mkdir()
        made.write(folder)
        workspace = accord.open(folder)
        for on in sorted(
            {f.on for f in made.facts} | {FIRST + timedelta(days=d) for d in (100, 250, 500)}
        ):
            assert found(workspace, on) == made.expected(on), f"seed {seed} on {on}"


def test_every_kind_of_pairing_occurs():
    counts = collections.Counter(
        state
        for seed in range(WORKSPACES)
        for state, n in Made(seed).expected(FIRST + timedelta(days=450))[1].items()
        for _ in range(n)
    )
    assert set(counts) >= {"performed", "performed_late", "partly_performed", "overdue"}
    assert any(f.answers for seed in range(WORKSPACES) for f in Made(seed).facts)
