"""Accountancy reports and the books they make, with tables for pandas."""

import os

from accord import _accord, _items, _tables
from accord._answers import AccountsQuestions, BooksWarning
from accord._balance import Balance

BALANCE_COLUMNS = ("period", "role", "stratum", "item", "method", "declared_kg", "measured_in_period")


def read_accounts(path):
    """Read accountancy reports; nothing is changed.

    Parameters
    ----------
    path : str or path-like
        A folder with a folder ``reports`` (and ``state.json``, ``notices.csv``, ``special_reports.csv``,
        ``uncertainty.csv`` if present), or one report.

    Returns
    -------
    Accounts
        Mistakes in the reports are findings of :meth:`Accounts.check`, not exceptions.

    Raises
    ------
    AccordError
        There is nothing to read, a file is there and cannot be read, or the tables beside the reports have errors.

    Examples
    --------
    >>> len(read_accounts("examples/books/accounts").reports)
    13
    """
    return Accounts(_accord.read_accounts(os.fspath(path)))


class Accounts(AccountsQuestions):
    """Reports of one or more material balance areas (MBA). Immutable; made by :func:`read_accounts`.

    Every method that takes `known` answers as known on that day: only reports dated on or before it take part.
    Amounts are exact (`decimal.Decimal`), in the unit of account: grams, or kilograms of natural and depleted
    uranium and thorium.

    Examples
    --------
    >>> read_accounts("examples/books/accounts").profile
    'iaea-code10-labelled-2011'
    """

    def __init__(self, inner):
        self._inner = inner

    @property
    def profile(self):
        """Id of the form of reporting."""
        return self._inner.profile

    @property
    def reports(self):
        """List of `AccountReport`, by name of file."""
        return self._inner.reports

    @property
    def not_read(self):
        """What is among the reports and was not read: another ending, a folder, a text without a label."""
        return self._inner.not_read

    def state_skeleton(self):
        """A ``state.json`` with every key: what the reports say, and null for what they do not say.

        Returns
        -------
        str
            Read back as it is; see the reference page of ``state.json``.

        Examples
        --------
        >>> import json
        >>> skeleton = json.loads(read_accounts("examples/books/accounts").state_skeleton())
        >>> skeleton["initial_inventory"], skeleton["assessment_day"]
        ('2025-12-31', None)
        """
        return self._inner.state_skeleton()

    def check_html(self, mba="", known=None):
        """The findings as a page that stands alone, with their summary: what ``accord check --format html`` writes.

        Parameters
        ----------
        mba : str
            One area; default: all.
        known : datetime.date or str, optional

        Returns
        -------
        str

        Examples
        --------
        >>> "V004" in read_accounts("examples/books/accounts").check_html()
        True
        """
        return self._inner.check_html(mba, known)

    def balance(self, mba, label, methods, known=None, *, period=None, limit_factor=2.0):
        """The material balance of the books of an area, with its uncertainty: one period from each inventory to the next.

        Mistakes in the reports are findings of :meth:`check`; only what cannot be read is refused here.

        Parameters
        ----------
        mba, label, known
            As :meth:`items`.
        methods : list of mappings, pandas.DataFrame, str or path-like
            The errors of each material description (and of codes such as DI), as :func:`accord.balance` takes them.
        period : int, datetime.date or str, optional
            One period alone: its number, or the day of the inventory that ends it.
        limit_factor : float
            LEID is so many times the standard error.

        Returns
        -------
        accord.Balance
            With `inventory_days`, and columns begin and end in its table of periods.

        Raises
        ------
        AccordError
            As :meth:`items`; a method without errors; all problems, each with the file and line of its report.
        ValueError
            There is no such period.

        Examples
        --------
        >>> scale = [{"method": "OGUB", "component": "random", "kind": "relative", "standard_deviation": 0.0002}]
        >>> b = read_accounts("examples/books/accounts").balance("XBC1", 610, scale)
        >>> b.muf.round(6).tolist(), [day.isoformat() for day in b.inventory_days]
        ([0.8], ['2025-12-31', '2026-04-30'])
        """
        listed = self.items(mba, label, known=known)
        columns = _items.columns_of(
            {name: [getattr(row, name) for row in listed.items] for name in BALANCE_COLUMNS}, "declared"
        )
        columns["places"] = [(row.file, row.line) for row in listed.items]
        factor = _items.factor_of(limit_factor)
        found = Balance._by("balance_of_columns", columns, _items.methods_of(methods), factor, days=listed.inventories)
        return found if period is None else found.period(period)

    def __repr__(self):
        return f"<Accounts {self.profile}: {_tables.counted(len(self.reports), 'report')}>"
