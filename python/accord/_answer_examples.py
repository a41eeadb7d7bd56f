"""An example of each question in Python, for its docstring; they run in the tests."""

EXAMPLES = {
    "check": """\
>>> import accord
>>> found = accord.read_accounts("examples/books/accounts").check()
>>> [(one.rule, one.severity, one.file, one.line) for one in found.findings]
[('V004', 'error', 'XBC1-0002-I.txt', 1)]
>>> [(row.by, row.name, row.errors) for row in found.summary]
[('severity', '', 1), ('rule', 'V004', 1), ('area', 'XBC1', 1)]
>>> [one.because for one in found.not_applied]
['there is no special_reports.csv', 'there is no notices.csv']
""",
    "inventory": """\
>>> import accord
>>> accounts = accord.read_accounts("examples/books/accounts")
>>> book = accounts.inventory("XBF1", on="2026-03-12", known="2026-04-09")
>>> [(row.material, row.book, row.unit) for row in book.books]
[('enriched uranium', Decimal('155000'), 'g'), ('U-235', Decimal('4650'), 'g')]
>>> accounts.inventory("XBF1", on="2026-03-12", known="2026-06-10").to_frame().loc[0, "book"]
Decimal('157000')
""",
    "movements": """\
>>> import accord
>>> found = accord.read_accounts("examples/books/accounts").movements("XBF1", from_day="2026-02-20")
>>> [row] = [row for row in found.movements if row.label == 630][:1]
>>> (row.code, row.amount, row.sign, row.file, row.line)
('RF', Decimal('12000'), 1, 'XBF1-0006-I.txt', 1)
""",
    "mbr": """\
>>> import accord
>>> found = accord.read_accounts("examples/books/accounts").mbr("XBC1")
>>> [(row.computed, row.reported, row.unit, row.sign_is) for row in found.lines if row.line == "MF"]
[(Decimal('0.8'), Decimal('0.8'), 'kg', 'book minus physical')]
""",
    "due": """\
>>> import accord
>>> found = accord.read_accounts("examples/profiles/uk-nsr-2019").due("ZZA1")
>>> lists = [row for row in found.due_reports if row.kind == "PIL"]
>>> [(row.event, row.due, row.state, row.days) for row in lists][-1]
('inventory of 2026-06-15', datetime.date(2026, 6, 29), 'on time', 0)
""",
    "pairs": """\
>>> import accord
>>> for row in accord.read_accounts("examples/books/accounts").pairs().pairs[:1]:
...     print(row.state, row.from_area, row.to_area, row.batch, row.days)
...     print(row.label, row.amount_sent, row.unit)
paired XBF1 XBF2 A1 2
630 120000 g
""",
    "items": """\
>>> import accord
>>> found = accord.read_accounts("examples/books/accounts").items("XBC1", 610)
>>> [(row.period, row.role, row.item, row.method, row.declared_kg) for row in found.items][0]
(0, 'PE', 'N1', 'OGUB', Decimal('3000'))
""",
    "mbr_report": """\
>>> import accord
>>> accounts = accord.read_accounts("examples/state/clean")
>>> made = accounts.mbr_report("ZZC1", "2023-09-30", dated="2023-10-13", rounded=True)
>>> made.report, made.text[:34]
(44, '001:OI/ZZ;44#002:1/32#003:20231013')
""",
    "explain_entry": """\
>>> import accord
>>> [entry] = accord.read_accounts("examples/state/clean").explain_entry("ZZC1/2/1").explained
>>> entry.file, entry.line, entry.history[1]
('ZZC1-0002-I.txt', 1, 'it does not count in the books')
>>> [(one.label, one.content, one.in_words) for one in entry.labels if one.label == 309]
[(309, 'N', 'new')]
""",
    "explain_figure": """\
>>> import accord
>>> figure = accord.read_accounts("examples/state/clean").explain_figure("ZZC1/2023-09-30/610")
>>> figure.book, figure.physical, figure.unaccounted, figure.unit
(Decimal('83593.3172'), Decimal('83599.8962'), Decimal('-6.579'), 'kg')
>>> [(one.step, one.change, one.entry_name) for one in figure.steps][0]
('listed', Decimal('2279.192'), 'ZZC1/1/9')
""",
    "explain_rule": """\
>>> import accord
>>> accord.explain_rule("V061").meaning
'a line of the balance is not the sum of the entries of its code'
""",
    "material_balance": """\
>>> import accord
>>> folder = "examples/state/items_protracted"
>>> found = accord.material_balance(folder, goal_kg=8, criteria="iaea-usual")
>>> [(row.test, row.alarm_period) for row in found.tests]
[('Page', 4), ('CUMUF/sigma at the end', 12), ('GEMUF at the end', None)]
>>> row = found.periods[-1]
>>> print(f"{row.muf_kg:.3f} ± {row.sigma_muf_kg:.3f} kg, {row.period_status}")
2.488 ± 1.261 kg, measured
""",
    "import_reports": """\
>>> import accord
>>> accounts = accord.read_accounts("examples/books/accounts")
>>> report = "examples/state/clean/reports/ZZC1-0001-P.txt"
>>> found = accounts.import_reports([report], accept_findings=True)
>>> [(one.name, one.file[-15:]) for one in found.imported]
[('ZZC1-0001-P.txt', 'ZZC1-0001-P.txt')]
""",
    "export": """\
>>> import accord
>>> found = accord.read_accounts("examples/state/clean").export("ZZC1")
>>> [(row.batch, row.kg_620, row.counted) for row in found.entries][0]
('DU0001', Decimal('471.93'), 'yes')
""",
    "convert": """\
>>> import accord
>>> accounts = accord.read_accounts("examples/profiles/euratom-302-2005")
>>> made = accounts.convert("iaea-code10-labelled-2011", "ZZB1")
>>> [(one.name, one.file, one.text[:22]) for one in made.reports][0]
('ZZB1-0001-P.txt', 'ZZB1-0001-P.csv', '001:OI/ZZ;1#002:1/1#00')
>>> accounts.convert().reports[0].name
'ZZA1-0001-P.csv'
""",
    "terms check": """\
>>> import accord
>>> found = accord.read_terms("examples/jcpoa/terms/jcpoa.accord").check(against="examples/jcpoa")
>>> found.has_errors
False
""",
    "depends": """\
>>> import accord
>>> text = accord.open("examples/jcpoa").terms
>>> [(row.how, row.rests_on) for row in text.depends("T-STOCK").edges if row.name == "T-STOCK"][0]
('is owed by', 'iran')
""",
    "diff": """\
>>> import accord
>>> text = open("examples/jcpoa/terms/jcpoa.accord").read()
>>> changed = text.replace("limit eu_total <= 300 kg_uf6", "limit eu_total <= 301 kg_uf6")
>>> found = accord.Terms(text, changed).diff().differences
>>> stock = next(row for row in found if row.name == "T-STOCK")
>>> [(stock.name, stock.details[0].text_before, stock.details[0].text_after)]
[('T-STOCK', '<= 300 kg_uf6', '<= 301 kg_uf6')]
""",
    "show": """\
>>> import accord
>>> shown = accord.open("examples/jcpoa").assess(on="2019-07-01").show("T-STOCK")
>>> shown.plain_items[0].sentences[0].startswith("From 16 January 2016")
True
""",
    "account": """\
>>> import accord
>>> account = accord.open("examples/jcpoa").assess(on="2019-12-31").account("iran", "us")
>>> [row.side for row in account.account_lines if row.term == "T-STOCK" and row.what == "stopped"]
['left']
""",
    "clock": """\
>>> import accord
>>> assessment = accord.open("examples/jcpoa").assess()
>>> clocks = assessment.clock(["D-DRM", "D-SNAPBACK"], opened="2020-01-14").clocks
>>> [(row.procedure, row.shortest_days) for row in clocks]
[('D-DRM', 35), ('D-SNAPBACK', 30)]
""",
    "compare_claims": """\
>>> import accord
>>> found = accord.open("examples/jcpoa").assess().compare_claims()
>>> sorted({row.verdict for row in found.claims})[0]
'consistent'
""",
    "compare_items": """\
>>> import accord
>>> found = accord.open("examples/items").assess(on="2022-04-30").compare_items()
>>> found.holdings[0].party_title
'Northland'
""",
    "status": """\
>>> import accord
>>> workspace = accord.open("examples/jcpoa")
>>> found = workspace.assess(on="2019-07-01", known="2019-07-08").status("T-STOCK").findings[0]
>>> found.id, found.outcome, found.state, found.since
('F-T-STOCK', 'not met', 'exceeded', datetime.date(2019, 7, 1))
>>> found.shown
'205.0 kg_u against 300 kg_uf6 (202.8 kg_u)'
>>> found.rules[0].evidence[0].record.id
'E015'
""",
    "summary": """\
>>> import accord
>>> found = accord.open("examples/items").assess(on="2021-09-01").summary()
>>> found.sentences[-1].startswith("The ")
True
>>> [side.party_title for side in found.sides]
['Northland', 'Southland']
""",
    "timeline": """\
>>> import accord
>>> found = accord.open("examples/jcpoa").assess(on="2016-03-01").timeline(term="T-HW-STOCK")
>>> [(entry.kind, entry.state) for entry in found.timeline_entries][:2]
[('state', 'met_attested'), ('state', 'exceeded')]
""",
    "explain": """\
>>> import accord
>>> found = accord.open("examples/jcpoa").assess(on="2020-01-01").explain("T-STOCK")
>>> found.in_words[0].splitlines()[0][:9]
'F-T-STOCK'
>>> found.episodes[0].first_observed
datetime.date(2019, 7, 1)
""",
    "positions": """\
>>> import accord
>>> talks = accord.open("examples/jcpoa").positions(on="2025-05-18")
>>> talks.next_round.day
datetime.date(2025, 5, 23)
>>> [(row.issue, row.not_excluded) for row in talks.issues if row.issue == "ENR"]
[('ENR', ())]
""",
    "talks check": """\
>>> import accord
>>> talks = accord.read_talks("examples/talks/domain.json", "examples/talks/a.json")
>>> found = talks.check()
>>> [(row.party, row.stated, row.yes, row.undecided, row.no) for row in found.positions_shown]
[('A', 'numbers', 5, 0, 1)]
>>> found.silent_parties
('B',)
""",
    "talks zone": """\
>>> import accord
>>> files = [f"examples/talks/triangle{party}.json" for party in ("", "-a", "-b", "-c")]
>>> accord.read_talks(*files).zone().zone_answer
'excluded'
>>> accord.read_talks(*files[:3]).zone().nearest.package.words
'x 5, y 0'
""",
    "talks solve": """\
>>> import accord
>>> files = [f"examples/talks/{name}.json" for name in ("domain", "a", "b")]
>>> talks = accord.read_talks(*files)
>>> [(row.fair_rule, row.words) for row in talks.solve().solutions if row.is_chosen]
[('nash', 'x c, y p'), ('ks', 'x c, y p'), ('egal', 'x c, y p'), ('welfare', 'x b, y p')]
>>> talks.solve(fair_by="nash").solutions[0].gains[0].utility.exact
Fraction(2, 5)
""",
    "talks why": """\
>>> import accord
>>> files = [f"examples/talks/triangle{party}.json" for party in ("", "-a", "-b", "-c")]
>>> found = accord.read_talks(*files).why()
>>> [row.limit_names for row in found.conflicts], [row.limit_names for row in found.relaxations]
(['A.R1, B.R1, C.R1'], ['A.R1', 'B.R1', 'C.R1'])
""",
    "talks verify": """\
>>> import accord, pathlib, tempfile
>>> files = [f"examples/talks/triangle{party}.json" for party in ("", "-a", "-b", "-c")]
>>> certificate, openings = accord.read_talks(*files).certificate()
>>> with tempfile.TemporaryDirectory() as folder:
...     proof = pathlib.Path(folder, "proof.json")
...     _ = proof.write_text(certificate)
...     _ = pathlib.Path(folder, "proof.json.openings").write_text(openings)
...     accord.verify_certificate(str(proof), domain=files[0]).limit_names
'A.R1, B.R1, C.R1'
""",
    "talks draft": """\
>>> import accord
>>> text = accord.draft_terms("examples/talks/domain.json", ["x=b", "y=p"]).terms_text
>>> accord.Terms(text).check().has_errors
False
""",
    "zone_on": """\
>>> import accord
>>> talks = accord.open("examples/talks-2025")
>>> zone = talks.zone_on(on="2025-05-17", public_only=True)
>>> zone.zone_answer, zone.packages_not_excluded
('possible', Decimal('46656'))
>>> zone = talks.zone_on(on="2025-05-18", public_only=True)
>>> zone.zone_answer, [issue.issue for issue in zone.none_left]
('excluded', ['ENR'])
""",
    "talks_days": """\
>>> import accord
>>> talks = accord.open("examples/talks-2025").talks_days()
>>> [str(day.from_day) for day in talks.talk_days if day.issues_none_left]
['2025-05-18', '2025-05-23', '2025-06-02']
""",
    "sheet_on": """\
>>> import accord
>>> sheet = accord.open("examples/talks-2025").sheet_on(on="2025-05-18", public_only=True)
>>> [(side.party_title, side.stated) for side in sheet.sheet_sides]
[('Iran', 'public words'), ('United States', 'public words')]
""",
    "talks round": """\
>>> import accord
>>> files = [f"examples/talks/{name}.json" for name in ("domain", "a", "b")]
>>> found = accord.read_talks(*files).round(start_package=["x=a", "y=q"])
>>> found.questions_asked, found.moves_made, found.package.words
(10, 1, 'x b, y p')
""",
    "talks replay": """\
>>> import accord
>>> try:
...     accord.replay_round("examples/talks/README.md", domain="examples/talks/domain.json")
... except accord.AccordError as error:
...     error.code
'P073'
""",
}

__test__ = EXAMPLES
