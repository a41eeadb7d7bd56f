"""An example of each question in Python, for its docstring; they run in the tests."""

EXAMPLES = {
    "inventory": """\
>>> import accord
>>> accounts = accord.read_accounts("examples/books/accounts")
>>> book = accounts.inventory("XBF1", on="2026-03-12", known="2026-04-09")
>>> [(row.material, row.book, row.unit) for row in book.books]
[('enriched uranium', Decimal('155000'), 'g'), ('U-235', Decimal('4650'), 'g')]
>>> accounts.inventory("XBF1", on="2026-03-12", known="2026-06-10").to_frame().loc[0, "book"]
Decimal('157000')
""",
}

__test__ = EXAMPLES
