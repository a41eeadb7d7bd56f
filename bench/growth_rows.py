"""Workspaces of n things of one kind: what `growth.py` and `tests/growth/run.py` run the program
on."""
import datetime

SETTINGS = '[workspace]\nname = "growth"\nterms = "t.accord"\n[parties]\n"First" = "first"\n'
EVENTS = SETTINGS + '[events]\nfile = "e.csv"\n'
HEAD = "event_id,date,category,actor,title,verified"


def day(i):
    return (datetime.date(2026, 1, 4) + datetime.timedelta(i % 3000)).isoformat()


def later(i):
    """A day that does not come before that of a smaller number."""
    return (datetime.date(2026, 1, 4) + datetime.timedelta(i // 8)).isoformat()


def lines(n, one):
    return "".join(one(i) for i in range(n))


def text(body):
    parties = 'party first "First"\nparty second "Second"\nbody insp "Inspectorate"\n'
    return f'accord 1\nagreement growth "Growth" {{\n{parties}{body}}}\n'


def term(name, rule, start="start", condition="", length="for 10 years", party="first"):
    who = f"obliges {party} owed second verifier insp"
    return f'term {name} "t" ref "1" {{ {who} from {start} {length} {condition} {rule} }}\n'


def listed(letter, n):
    return ", ".join(f"{letter}{i}" for i in range(n))


def events(n, actor=lambda i: "First", category=lambda i: "other"):
    return HEAD + "\n" + lines(n, lambda i: f"E{i},{day(i)},{category(i)},{actor(i)},title,yes\n")


def chain(word, first, step, n):
    return f"{word}0{first}\n" + "".join(f"{word}{i}{step(i)}\n" for i in range(1, n))


START = "day start = 2026-01-01\n"
STOCK = 'measure stock "stock" amount t\n'
LIMIT = "limit stock <= 10 t"
CALLS = 'event e "e"\nevent f "f"\n'


def named_events(n, data=True):
    return lines(n, lambda i: f'event e{i} "e {i}"' + (f" data {{ E{i} }}" if data else "") + "\n")


def with_text(body, settings=SETTINGS, **files):
    return {"t.accord": text(body), "accord.toml": settings,
            **{name + ".csv": content for name, content in files.items()}}


# --- rows of tables

def duty(n):
    body = START + f'event e "e" data {{ {listed("E", n)} }}\nevent f "f"\n'
    return with_text(body + term("T0", "duty f within 5 days of each e"), EVENTS, e=events(n))


def answers(n):
    rows = lines(
        n,
        lambda i: f"E{i},{later(i)},other,First,title,yes,\nF{i},{later(i + 9)},other,First,title,yes,E{i}\n",
    )
    body = (
        START
        + f'event e "e" data {{ {listed("E", n)} }}\nevent f "f" data {{ {listed("F", n)} }}\n'
    )
    return with_text(
        body + term("T0", "duty f within 5 days of each e"), EVENTS, e=HEAD + ",answers\n" + rows
    )


def corrections(n):
    rows = lines(
        n, lambda i: f"E{i:09},{later(i)},e,First,title,yes,{f'E{i - 1:09}' if i else ''}\n"
    )
    return with_text(START + 'event e "e"\n' + term("T0", "duty e by start + 90 days"), EVENTS,
                     e=HEAD + ",replaces\n" + rows)


def unknown_parties(n):
    body = (
        START
        + f'event e "e" data {{ {listed("E", n)} }}\n'
        + term("T0", "duty e by start + 90 days")
    )
    names = lines(n, lambda i: f'"Name{i}" = "first"\n')
    return with_text(
        body, SETTINGS + names + '[events]\nfile = "e.csv"\n', e=events(n, lambda i: f"Nome{i}x")
    )


def unknown_words(n):
    body = START + lines(n, lambda i: f'event word{i} "title {i}"\n') + CALLS
    return with_text(body + term("T0", "duty f by start + 90 days"), EVENTS,
                     e=events(n, category=lambda i: f"ward{i}z"))


def plain_events(n):
    return with_text(START + CALLS + term("T0", "duty f by start + 90 days"), EVENTS, e=events(n))


def declared(n, rows):
    body = START + STOCK + lines(n, lambda i: term(f"T{i}", LIMIT))
    return with_text(body, EVENTS, e=HEAD + ",declares,related_terms\n" + rows)


def declared_once(n):
    names = ";".join(f"T{i}" for i in range(n))
    return declared(n, f"D1,2026-02-01,declaration,First,title,yes,suspends,{names}\n")


def declared_each(n):
    return declared(
        n, lines(n, lambda i: f"D{i},{day(i)},declaration,First,title,yes,suspends,T{i}\n")
    )


def declared_again(n):
    word = ["suspends", "resumes"]
    return declared(
        1, lines(n, lambda i: f"D{i},{later(i)},declaration,First,title,yes,{word[i % 2]},T0\n")
    )


def series(n):
    settings = (
        SETTINGS
        + '[series]\nfile = "s.csv"\nby = "insp"\n[[series.figure]]\ncolumn = "stock"\nunit = "t"\n'
    )
    rows = lines(
        n, lambda i: f"R{i},{later(i)},{later(i)},quarterly,verified_by_agency,said,there,5,yes\n"
    )
    return with_text(
        START + STOCK + term("T0", LIMIT),
        settings,
        s="report_id,report_date,as_of_date,report_kind,figure_basis,statement,source,stock,verified\n"
        + rows,
    )


def table(n, measure="amount", limit="limit stock <= 10 t"):
    settings = SETTINGS + (
        '[[table]]\nfile = "d.csv"\nid = "{id}"\ndate = "{date}"\nparty = "First"\nkind = "{kind}"\n'
        'says = { measure = "stock", value = "{tonnes}", unit = "t" }\n'
        '[table.kinds]\n"request" = { event = "e" }\n'
    )
    body = START + CALLS + f'measure stock "stock" {measure} t\n' + term("T0", limit)
    rows = lines(n, lambda i: f"R{i},{day(i)},{'request' if i % 2 else 'letter'},5\n")
    return with_text(
        body + term("T1", "duty f within 5 days of each e"),
        settings,
        d="id,date,kind,tonnes\n" + rows,
    )


def flow(n):
    return table(n, "flow", "limit stock per year <= 10 t")


def formulas(n):
    body = START + STOCK + "measure f0 \"f0\" amount t = stock\n"
    body += lines(n - 1, lambda i: f'measure f{i + 1} "f{i + 1}" amount t = f{i} + stock\n')
    return with_text(body + lines(n, lambda i: term(f"T{i}", f"limit f{i} <= 10 t")), SETTINGS)


def talks(n):
    settings = SETTINGS + '"Second" = "second"\n[talks]\nissues = "i.csv"\npositions = "p.csv"\n'
    options = lines(
        2 * n, lambda i: f"I{i // 2},Issue {i // 2},{i % 2 + 1},I{i // 2}-{i % 2 + 1},Option\n"
    )
    said = lines(
        2 * n,
        lambda i: f"P{i},I{i // 2},{['First', 'Second'][i % 2]},2026-02-01,accepts,I{i // 2}-1,no,public statement\n",
    )
    return with_text(
        START + STOCK + term("T0", LIMIT),
        settings,
        i="issue_id,issue,option_order,option_id,option_text\n" + options,
        p="position_id,issue_id,party,date,relation,acceptable_options,red_line,statement_type\n"
        + said,
    )


# --- names and items of a text

def unknown_names(n):
    return with_text(START + STOCK + lines(n, lambda i: term(f"T{i}", f"limit stok{i} <= 10 t")))


def units(n):
    body = 'unit u0 "unit 0" with 1 u0 = 2 t\n'
    body += "".join(f'unit u{i} "unit {i}" with 1 u{i} = 1 u{i - 1}\n' for i in range(1, n))
    return with_text(
        START
        + body
        + f'measure stock "stock" amount u{n - 1}\n'
        + term("T0", f"limit stock <= 10 u{n - 1}")
    )


def terms(n):
    return with_text(START + STOCK + lines(n, lambda i: term(f"T{i}", LIMIT)))


def owners(n):
    parties = lines(n, lambda i: f'party p{i} "P {i}"\n')
    return with_text(
        parties + START + STOCK + lines(n, lambda i: term(f"T{i}", LIMIT, party=f"p{i}"))
    )


def examples(n, terms_too=False):
    one = "{{ given stock = 5 t on 2026-05-01 expect T{} met on 2026-06-01 }}"
    body = START + STOCK + lines(n if terms_too else 1, lambda i: term(f"T{i}", LIMIT))
    return with_text(
        body + lines(n, lambda i: f'example "x {i}" ' + one.format(i if terms_too else 0) + "\n")
    )


def examples_of_terms(n):
    return examples(n, True)


# --- chains

def whiles(n):
    more = "".join(term(f"T{i}", LIMIT, condition=f"while T{i - 1} is met") for i in range(1, n))
    return with_text(START + STOCK + term("T0", LIMIT) + more)


def days(n):
    body = chain("day d", " = start", lambda i: f" = d{i - 1} + 1 days", n)
    return with_text(START + STOCK + body + term("T0", LIMIT))


def ends(n):
    body = chain("day d", " = start", lambda i: f" = d{i - 1} + 1 days", n)
    return with_text(
        START + STOCK + body + lines(n, lambda i: term(f"T{i}", LIMIT, length=f"until d{n - 1}"))
    )


def latest(n):
    body = chain("day d", " = event e", lambda i: f" = latest(d{i - 1}, d{i - 1} + 1 days)", n)
    return with_text('event e "e"\n' + STOCK + body + term("T0", LIMIT, start=f"d{n - 1}"))


def latest_of_events(n, data=True):
    body = chain("day d", " = event e0", lambda i: f" = latest(d{i - 1}, event e{i})", n)
    return with_text(named_events(n, data) + STOCK + body + term("T0", LIMIT, start=f"d{n - 1}"),
                     EVENTS, e=events(n))


def latest_of_missing(n):
    return latest_of_events(n, False)


def along_days(n, data=True):
    """A term from each day of a chain that begins with an event."""
    body = chain("day d", " = event e0", lambda i: f" = d{i - 1} + 1 days", n)
    return with_text(
        named_events(1, data)
        + STOCK
        + body
        + lines(n, lambda i: term(f"T{i}", LIMIT, start=f"d{i}")),
        EVENTS,
        e=events(1),
    )


def along_missing(n):
    return along_days(n, False)


ON = ["--on", "2026-08-01"]
AT_THE_END = ["--on", "2034-08-01"]

ROWS = {
    "duty within … of each, status": (duty, ["status"]),
    "duty within … of each, explain": (duty, ["explain", "T0"]),
    "duty within … of each, timeline": (duty, ["timeline"]),
    "duty within … of each, assess": (duty, ["assess"]),
    "answers that name their calls, status": (answers, ["status"]),
    "answers that name their calls, timeline": (answers, ["timeline"]),
    "chain of corrections, status": (corrections, ["status"]),
    "examples, terms check": (examples, ["terms", "check"]),
    "examples of as many terms, terms check": (examples_of_terms, ["terms", "check"]),
    "rows with an unknown party, status": (unknown_parties, ["status", *ON]),
    "rows with an unknown word, status": (unknown_words, ["status"]),
    "unknown names, terms check": (unknown_names, ["terms", "check"]),
    "chain of units, terms check": (units, ["terms", "check"]),
    "terms, terms depends --format svg": (terms, ["terms", "depends", "--format", "svg"]),
    "chain of days, terms depends --format svg": (days, ["terms", "depends", "--format", "svg"]),
    "chain of while, status": (whiles, ["status", *ON]),
    "chain of while, timeline": (whiles, ["timeline", "--known", "2026-08-01"]),
    "chain of days, terms show": (days, ["terms", "show", *ON]),
    "chain of days, assess": (days, ["assess", *ON]),
    "chain of days, report": (days, ["report", *ON]),
    "chain of days that end terms, terms check": (ends, ["terms", "check"]),
    "chain of latest(), terms show": (latest, ["terms", "show", *ON]),
    "chain of latest() of events, status": (latest_of_events, ["status", *AT_THE_END]),
    "chain of latest() of missing events, status": (latest_of_missing, ["status", *AT_THE_END]),
    "terms along a chain of days, status": (along_days, ["status", *AT_THE_END]),
    "terms along a chain of days that are not known, status": (
        along_missing,
        ["status", *AT_THE_END],
    ),
    "one declaration about all terms, status": (declared_once, ["status", *ON]),
    "one declaration about all terms, timeline": (declared_once, ["timeline"]),
    "a declaration about each term, assess": (declared_each, ["assess", *AT_THE_END]),
    "declarations about one term, timeline": (declared_again, ["timeline"]),
    "terms, assess": (terms, ["assess", *ON]),
    "terms, report": (terms, ["report", *ON]),
    "terms of as many parties, assess": (owners, ["assess", *ON]),
    "events, assess": (plain_events, ["assess"]),
    "events, report": (plain_events, ["report"]),
    "rows of a series, status": (series, ["status"]),
    "rows of a series, assess": (series, ["assess"]),
    "rows of a table by rules, status": (table, ["status"]),
    "rows of a table by rules, timeline": (table, ["timeline"]),
    "issues of talks, talks positions": (talks, ["talks", "positions", *ON]),
    "issues of talks, assess": (talks, ["assess", *ON]),
    "rows of a flow per year, status": (flow, ["status"]),
    "chain of formulas, status": (formulas, ["status", *ON]),
}
