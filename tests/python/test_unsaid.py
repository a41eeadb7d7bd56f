"""What a record does not say is not held against anybody, and does not speak for anybody: tables in
the user's own columns, each with one thing that a careful reader would not conclude from it."""

import re

import accord
import pytest

TOML = """[workspace]
name = "Trial"
terms = "t.accord"
[parties]
"Alva" = "alva"
"Borg" = "borg"
"Oman" = "oman"
"Mission" = "mission"
[outsiders]
oman = "Oman (not a party)"
[[table]]
file = "log.csv"
id = "{id}"
date = "{date}"
known = "{known}"
kind = "{kind}"
party = "{party}"
by = "{by}"
answers = "{answers}"
mark = "{mark}"
replaces = "{replaces}"
[table.kinds]
"fire" = { seen = "shooting" }
"quiet" = { not_seen = "shooting" }
"catch" = { measure = "catch", value = "{n}", unit = "t" }
"stock" = { measure = "stock", value = "{n}", unit = "t" }
"handover" = { event = "filing" }
"request" = { event = "request" }
"reply" = { event = "reply" }
"visit" = { event = "visit" }
"""
TERMS = """accord 1
agreement t "T" {
  party alva "Alva"
  party borg "Borg"
  party both "Alva and Borg" = { alva, borg }
  body mission "Mission"
  measure shooting "shooting" activity
  measure catch "catch" flow t
  measure stock "stock" amount t
  event filing "Filing of the list"
  event request "Request"
  event reply "Reply"
  event visit "Visit"
"""
WHO = "obliges alva owed borg verifier mission from 2030-01-01 without end"
RULES = {
    "NOFIRE": f"{WHO} prohibit shooting",
    "CAP": f"{WHO} limit catch per year <= 100 t",
    "STOCK": f"{WHO} limit stock <= 50 t",
    "FILING": f"{WHO} duty filing by 2030-03-01",
    "REPLY": f"{WHO} duty reply within 5 days of each request",
    "VISITS": f"{WHO} duty visit every 80 days grace 10 days",
    "JOINT": "obliges jointly both verifier mission from 2030-01-01 without end prohibit shooting",
    "JSTOCK": "obliges jointly both verifier mission from 2030-01-01 without end limit stock <= 60 t",
}
HEAD = "id,date,known,kind,party,by,answers,mark,replaces,n\n"


def workspace(folder, rows, *terms, toml=TOML):
    text = (
        TERMS
        + "".join(f'  term {name} "{name}" ref "1" {{ {RULES[name]} }}\n' for name in terms)
        + "}\n"
    )
    for name, content in (("accord.toml", toml), ("t.accord", text), ("log.csv", HEAD + rows)):
        (folder / name).write_text(content, encoding="utf-8")
    return accord.open(folder)


def state(folder, rows, term, on="2030-04-20", **options):
    return workspace(folder, rows, term).assess(on=on, **options).find(term)


@pytest.mark.parametrize("who", ["Oman", "Mission"])
def test_a_row_about_somebody_else_is_not_the_party_s(tmp_path, who):
    rows = f"a,2030-02-01,,fire,{who},Mission,,yes,,\nb,2030-02-01,,stock,{who},Mission,,yes,,60\nc,2030-02-01,,handover,{who},Mission,,yes,,\n"
    found = workspace(tmp_path, rows, "NOFIRE", "STOCK", "FILING", "JOINT").assess(on="2030-02-20")
    assert [found.find(t).state for t in ("NOFIRE", "STOCK", "FILING", "JOINT")] == [
        "no_value",
        "no_value",
        "not_due",
        "no_value",
    ]


def test_a_no_about_one_is_no_word_about_the_other(tmp_path):
    yes = "b,2030-02-01,,fire,Borg,Mission,,yes,,\n"
    no = "a,2030-02-02,,quiet,Alva,Mission,,yes,,\n"
    assert state(tmp_path, yes + no, "JOINT").state == "exceeded"
    assert state(tmp_path, no, "JOINT").state == "no_value"
    assert state(tmp_path, no + "c,2030-02-03,,quiet,Borg,Mission,,yes,,\n", "JOINT").state == "met"
    assert (
        state(tmp_path, "a,2030-02-02,,quiet,,Mission,,yes,,\n", "JOINT").state == "met"
    )  # none: of everyone


@pytest.mark.parametrize("kind", ["artillery", "quiets", "handover"])
def test_a_correction_says_the_same_kind_of_thing(tmp_path, kind):
    rows = f"a,2030-02-01,,fire,Alva,Mission,,yes,,\nb,2030-02-01,2030-02-05,{kind},Alva,Mission,,yes,a,\n"
    with pytest.raises(accord.AccordError, match="“a” feeds “shooting”") as error:
        workspace(tmp_path, rows, "NOFIRE")
    assert "I026" in str(error.value)


@pytest.mark.parametrize("kind", ["fires", "Fire", "FIRE"])
def test_a_slip_in_a_kind_of_the_settings_is_not_passed_over(tmp_path, kind):
    rows = f"a,2030-01-02,,quiet,Alva,Mission,,yes,,\nb,2030-02-02,,{kind},Alva,Mission,,yes,,\n"
    finding = state(tmp_path, rows, "NOFIRE")
    assert finding.state == "no_value" and "b (log.csv:3)" in finding.rules[0].reason


@pytest.mark.parametrize("answers", ["a", "2030-02"])
def test_a_row_that_names_the_call_may_be_its_answer(tmp_path, answers):
    rows = f"a,2030-03-01,,request,Borg,Mission,,yes,,\nb,2030-03-03,,response,Alva,Alva,a,yes,,\n"
    assert state(tmp_path, rows, "REPLY").state == "no_value"
    assert state(tmp_path, rows.replace(",a,yes", ",,yes"), "REPLY").state == "overdue"


def test_a_late_act_is_not_late_where_a_row_may_be_one_in_time(tmp_path):
    rows = "a,2030-03-01,,visit,Alva,Alva,,yes,,\nb,2030-05-25,,visits,Alva,Alva,,yes,,\nc,2030-08-20,,visit,Alva,Alva,,yes,,\n"
    assert state(tmp_path, rows, "VISITS", on="2030-09-01").state == "no_value"
    assert (
        state(tmp_path, rows.replace("visits", "visit"), "VISITS", on="2030-09-01").state
        == "performed"
    )


def test_what_is_too_weak_to_count_is_not_missing(tmp_path):
    rows = "a,2030-01-05,,quiet,Alva,Mission,,yes,,\nb,2030-02-05,,handover,Alva,Alva,,yes,,\nc,2030-02-10,,fire,Alva,Alva,,yes,,\n"
    found = workspace(tmp_path, rows, "NOFIRE", "FILING").assess(
        on="2030-04-20", min_grade="verified"
    )
    assert [found.find(t).state for t in ("NOFIRE", "FILING")] == ["no_value", "no_value"]
    assert "weaker than asked for, and left out" in found.find("FILING").rules[0].reason


def test_found_records_alone_leave_what_was_corrected_and_what_was_called_open(tmp_path):
    rows = (
        "a,2030-02-03,,stock,Alva,Mission,,yes,,60\nb,2030-02-03,2030-03-01,stock,Alva,Mission,,recalled,a,45\n"
        "c,2030-02-01,,request,Borg,Mission,,recalled,,\nd,2030-03-01,,request,Borg,Mission,,yes,,\n"
        "e,2030-03-02,,reply,Alva,Alva,,yes,,\n"
    )
    ws = workspace(tmp_path, rows, "STOCK", "REPLY")
    assert [ws.assess(on="2030-04-20").find(t).state for t in ("STOCK", "REPLY")] == [
        "met",
        "overdue",
    ]
    found = ws.assess(on="2030-04-20", found_only=True)
    assert [found.find(t).state for t in ("STOCK", "REPLY")] == ["no_value", "no_value"]
    assert "request" in found.find("REPLY").rules[0].reason


def test_two_who_saw_the_same_day_are_between_the_one_and_the_sum(tmp_path):
    rows = "a,2030-02-03,,catch,Alva,Mission,,yes,,60\nb,2030-02-03,,catch,Alva,Alva,,yes,,60\n"
    finding = state(tmp_path, rows, "CAP")
    shown = finding.rules[0].comparison.value_shown
    assert (finding.state, shown) == ("no_value", "from 60 to 120 t")
    same = rows.replace("Alva,Alva", "Alva,Mission")
    assert state(tmp_path, same, "CAP").rules[0].comparison.value_shown == "120 t"


def test_equal_records_that_differ_are_both_shown(tmp_path):
    rows = "a,2030-02-02,,stock,Alva,Mission,,yes,,60\nb,2030-02-02,,stock,Alva,Mission,,yes,,40\n"
    finding = state(tmp_path, rows, "STOCK")
    assert finding.state == "undetermined" and finding.value is None
    assert sorted(re.findall(r"\d+ t", finding.rules[0].comparison.value_shown)) == ["40 t", "60 t"]


def test_a_part_of_a_joint_stock_is_at_least(tmp_path):
    rows = "a,2030-01-05,,stock,Alva,Mission,,yes,,40\nb,2030-03-05,,stock,Borg,Mission,,yes,,5\nc,2030-03-05,,stock,Alva,Mission,,yes,,\n"
    ws = workspace(tmp_path, rows, "JSTOCK")
    comparison = ws.assess(on="2030-01-05").find("JSTOCK").rules[0].comparison
    assert (comparison.value_shown, comparison.margin, comparison.ratio) == (
        "at least 40 t",
        None,
        None,
    )
    assert str(ws.assess(on="2030-04-20").find("JSTOCK").last_known.valid_day) == "2030-03-05"


@pytest.mark.parametrize("number", ["0.123", "00.060", "000.1"])
def test_a_number_in_groups_does_not_begin_with_nought(tmp_path, number):
    toml = TOML.replace(
        'file = "log.csv"', 'file = "log.csv"\nseparator = ";"\ndecimal = ","\nthousands = "."'
    )
    text = TERMS + f'  term CAP "CAP" ref "1" {{ {RULES["CAP"]} }}\n}}\n'
    rows = HEAD.replace(",", ";") + f"a;2030-02-01;;catch;Alva;Mission;;yes;;{number}\n"
    for name, content in (("accord.toml", toml), ("t.accord", text), ("log.csv", rows)):
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(accord.AccordError, match=re.escape(f"“{number}” is not a number")):
        accord.open(tmp_path)
