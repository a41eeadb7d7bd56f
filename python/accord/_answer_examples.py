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
    "status": """\
>>> import accord
>>> found = accord.open("examples/jcpoa").assess(on="2019-07-01", known="2019-07-08").status("T-STOCK")
>>> [(f.id, f.outcome, f.state, f.since, f.shown) for f in found.findings]
[('F-T-STOCK', 'not met', 'exceeded', datetime.date(2019, 7, 1), '205.0 kg_u against 300 kg_uf6 (202.8 kg_u)')]
>>> found.findings[0].rules[0].evidence[0].record.id
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
>>> [(entry.kind, entry.state) for entry in found.entries][:2]
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
>>> [(row.issue, row.open_to_all) for row in talks.issues if row.issue == "ENR"]
[('ENR', ())]
""",
}

__test__ = EXAMPLES
