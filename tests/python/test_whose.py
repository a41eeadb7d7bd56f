"""Records that name nobody: Python says what the command line says."""

import accord

TOML = """[workspace]
name = "Shots at the river"
terms = "river.accord"
[parties]
"Alva" = "alva"
"Borg" = "borg"
"Council" = "council"
[events]
file = "events.csv"
by = "council"
"""
TERMS = """accord 1
agreement river "Quiet at the river" {
  party alva "Alva"
  party borg "Borg"
  party pair "Alva and Borg" = { alva, borg }
  body council "River Council"
  measure shots "shots across the river" flow times
  term SHOTS "No shot" ref "1" {
    obliges each pair owed pair verifier council
    from 2030-06-01 without end
    limit shots per month <= 0 times
  }
}
"""
EVENTS = """event_id,date,category,party,title,verified,metric,comparator,value,unit
I-1,2030-06-02,incident,,No shot,yes,shots,=,0,times
I-2,2030-06-12,incident,,Twelve shots,yes,shots,=,12,times
"""


def river(folder, events=EVENTS):
    for name, text in (("accord.toml", TOML), ("river.accord", TERMS), ("events.csv", events)):
        (folder / name).write_text(text, encoding="utf-8")
    return accord.open(folder)


def test_what_nobody_claimed_stands_against_nobody(tmp_path):
    ws = river(tmp_path)
    assert (
        ws.assess(on="2030-06-11").find("SHOTS@alva").state == "met"
    )  # none: it speaks for everyone
    finding = ws.assess(on="2030-06-30").find("SHOTS@borg")
    assert (finding.state, finding.outcome) == ("undetermined", "not shown")
    assert (finding.if_attributed, finding.if_not) == ("exceeded", "met")
    assert finding.not_attributed.says == "12 times recorded; the record does not say by whom"
    assert [e.says for e in finding.not_attributed.evidence] == ["12 times"]
    assert finding.together_state == "exceeded" and finding.together_says
    asked = ws.assess(on="2030-06-30").status(together=True).terms_together
    assert [(t.term, t.outcome, t.state) for t in asked] == [("SHOTS", "not met", "exceeded")]
    row = finding.to_dict()
    states = row["if_attributed"], row["if_not"], row["together_state"]
    assert states == ("exceeded", "met", "exceeded")


def test_fields_are_absent_where_every_record_names_its_party(tmp_path):
    named = EVENTS.replace("incident,,Twelve", "incident,Alva,Twelve")
    assessment = river(tmp_path, named).assess(on="2030-06-30")
    assert [assessment.find(f"SHOTS@{p}").state for p in ("alva", "borg")] == ["exceeded", "met"]
    finding = assessment.find("SHOTS@alva")
    assert (
        finding.not_attributed is None
        and finding.if_attributed is None
        and finding.together_state is None
    )
    row = finding.to_dict()
    assert (row["if_attributed"], row["if_not"], row["together_state"]) == (None, None, None)


def test_the_origin_says_who_said_so_and_what_it_corrects(tmp_path):
    rows = EVENTS.replace("value,unit", "value,unit,replaces").replace("0,times", "0,times,")
    rows = (
        rows.replace("12,times", "12,times,")
        + "I-3,2030-06-12,incident,Alva,Two shots,yes,shots,=,2,times,I-2\n"
    )
    assessment = river(tmp_path, rows).assess(on="2030-06-30")
    finding = assessment.find("SHOTS@alva")
    record = finding.rules[0].evidence[-1].record
    assert (record.id, record.said_by, record.replaces) == ("I-3", "council", "I-2")
    assert finding.rules[0].comparison.value_shown == "2 times"
