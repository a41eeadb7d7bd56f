"""Accountancy reports and the books they make, with tables for pandas."""

import os
import warnings

from accord import _accord, _items, _tables
from accord._answers import AccountsQuestions, BooksWarning
from accord._balance import Balance
from accord._transfers import PAIR_COLUMNS, Transfer, TransferWeight, transfer_of

MOVEMENT_COLUMNS = (
    "mba", "day", "code", "batch", "label", "material", "amount", "unit", "sign", "report", "entry", "file", "line",
)
DUE_COLUMNS = (
    "due", "mba", "report", "for", "day", "sent", "state", "days", "number", "file", "source", "trust",
)
ITEM_COLUMNS = (
    "period", "role", "stratum", "item", "method", "declared_kg", "measured_in_period", "inventory", "file", "line",
)
BALANCE_COLUMNS = ITEM_COLUMNS[:7]
MBR_COLUMNS = (
    "mba", "begin", "end", "label", "material", "line", "computed", "reported", "unit", "at_least", "at_most",
    "sign_is",
)
INCOMPLETE_COLUMNS = ("mba", "from_day", "file", "line", "column", "label", "found", "rule", "says")


def read_accounts(path):
    """Read accountancy reports; nothing is changed.

    Parameters
    ----------
    path : str or path-like
        A folder with a folder ``reports`` (and ``state.json``, ``notices.csv``, ``special_reports.csv``,
        ``uncertainty.csv`` as far as they are there), or one report.

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
        """What stands among the reports and was not read: another ending, a folder, a text without a label."""
        return self._inner.not_read

    def incomplete(self, mba="", known=None):
        """What cannot be read in the reports and leaves the books incomplete.

        Parameters
        ----------
        mba : str
            One area; default: all.
        known : datetime.date or str, optional

        Returns
        -------
        pandas.DataFrame
            One row for each place: columns mba (None: any area of the State), from_day (None: any day), file, line,
            column, label, found, rule, says. Empty when everything that decides a quantity can be read.

        Examples
        --------
        >>> read_accounts("examples/books/accounts").incomplete().empty
        True
        """
        return _tables.rows_frame(self._inner.incomplete(mba, known), INCOMPLETE_COLUMNS)

    def _warn(self, mba, known):
        """Every answer from the books names what they rest on and what cannot be read."""
        says = [f"{p['file']}:{p['line']}:{p['column']}: {p['says']}" for p in self._inner.incomplete(mba, known)]
        says += [f"{name} was not read" for name in self._inner.not_read]
        if says:
            warnings.warn("; ".join(says), BooksWarning, stacklevel=3)

    def check(self, known=None):
        """What the rules of accountancy find.

        Returns
        -------
        list of AccountFinding
            By area, report, entry, label and rule; empty when nothing is open.

        Examples
        --------
        >>> [(f.rule, f.severity, f.file) for f in read_accounts("examples/books/accounts").check()]
        [('V004', 'error', 'XBC1-0002-I.txt')]
        """
        return self._inner.check(known)

    def not_applied(self, known=None):
        """What :meth:`check` did not look at because something beside the reports is not there.

        Returns
        -------
        list of dict
            Keys rule, part (of the rule that was left out; None: all of it) and because.

        Examples
        --------
        >>> for one in read_accounts("examples/books/accounts").not_applied():
        ...     print(one["because"], "->", one["rule"])
        there is no special_reports.csv -> V029
        there is no notices.csv -> V085
        """
        return self._inner.not_applied(known)

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

    def check_frame(self, known=None):
        """:meth:`check` as a pandas.DataFrame.

        Examples
        --------
        >>> read_accounts("examples/books/accounts").check_frame().loc[0, "mba"]
        'XBC1'
        """
        return _tables.account_findings_frame(self.check(known))

    def check_summary(self, known=None):
        """How many findings there are: by severity, by rule and by area.

        Returns
        -------
        pandas.DataFrame
            Columns by (severity, rule, area), name, errors, warnings; the first row is all of them.

        Examples
        --------
        >>> read_accounts("examples/books/accounts").check_summary().values.tolist()
        [['severity', '', 1, 0], ['rule', 'V004', 1, 0], ['area', 'XBC1', 1, 0]]
        """
        found = self.check(known)
        rows = []
        for by, name_of in (("severity", lambda f: ""), ("rule", lambda f: f.rule), ("area", lambda f: f.mba)):
            names = sorted({name_of(f) for f in found}) if by != "severity" else [""]
            for name in names:
                alike = [f.severity for f in found if name_of(f) == name]
                rows.append({"by": by, "name": name, "errors": alike.count("error"), "warnings": alike.count("warning")})
        return _tables.rows_frame(rows, ("by", "name", "errors", "warnings"))

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

    def movements(self, mba="", from_day=None, to_day=None, known=None):
        """The inventory changes that count, with the file and line of each.

        Returns
        -------
        pandas.DataFrame
            One row for each weight of an effective entry: corrections are applied, what was corrected or deleted
            is left out. `sign` is that of the effect on the book. Columns mba, day, code, batch, label, material,
            amount, unit, sign, report, entry, file, line.

        Examples
        --------
        >>> table = read_accounts("examples/books/accounts").movements("XBF1", from_day="2026-02-20")
        >>> table[table["label"] == 630][["code", "amount", "file"]].values.tolist()[0]
        ['RF', Decimal('12000'), 'XBF1-0006-I.txt']
        """
        rows = self._inner.movements(mba, from_day, to_day, known)
        self._warn(mba, known)
        return _tables.rows_frame(rows, MOVEMENT_COLUMNS)

    def items(self, mba, label, known=None):
        """The books of an area as the items of a balance: the lists of its inventories and the changes between them.

        Parameters
        ----------
        mba : str
        label : int
            Of the weights: 630 enriched uranium, 670 uranium-235, 700 plutonium …
        known : datetime.date or str, optional

        Returns
        -------
        pandas.DataFrame
            Columns period, role, stratum, item, method (material description), declared_kg (exact), measured_in_period,
            inventory (the day that ends the period), file, line. Their MUF is that of the books. Reports do not state how
            well something was measured: see :meth:`balance`.

        Raises
        ------
        AccordError
            No report is of this area, there is no such label, or something of the items cannot be read (C030).

        Examples
        --------
        >>> table = read_accounts("examples/books/accounts").items("XBC1", 610)
        >>> table[["period", "role", "item", "method", "declared_kg"]].values.tolist()[0]
        [0, 'PE', 'N1', 'OGUB', Decimal('3000')]
        """
        return _tables.rows_frame(self._inner.items(mba, label, known)[1], ITEM_COLUMNS)

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
        days, rows = self._inner.items(mba, label, known)
        columns = _items.columns_of({name: [row[name] for row in rows] for name in BALANCE_COLUMNS}, "declared")
        columns["places"] = [(row["file"], row["line"]) for row in rows]
        factor = _items.factor_of(limit_factor)
        found = Balance._by("balance_of_columns", columns, _items.methods_of(methods), factor, days=days)
        return found if period is None else found.period(period)

    def mbr(self, mba="", on=None, known=None):
        """The material balance of each inventory: computed from the entries, and as reported.

        Parameters
        ----------
        mba : str
            One area; default: all.
        on : datetime.date or str, optional
            Only the balance that ends on this day.
        known : datetime.date or str, optional

        Returns
        -------
        pandas.DataFrame
            Columns mba, begin, end, label, material, line, computed, reported, unit, at_least, at_most, sign_is;
            `reported` is None where the report has no such line, `computed` where something cannot be read: see
            :meth:`inventory`. Both are in the sign in which reports of this form are written, and `sign_is` says
            which: "book minus physical" or "physical minus book" of MF, "shipper minus receiver" or "receiver minus
            shipper" of DI, "" of all other lines.

        Examples
        --------
        >>> table = read_accounts("examples/books/accounts").mbr("XBC1")
        >>> table[table["line"] == "MF"][["computed", "reported"]].values.tolist()
        [[Decimal('0.8'), Decimal('0.8')]]
        """
        rows = self._inner.mbr(mba, on, known)
        self._warn(mba, known)
        return _tables.rows_frame(rows, MBR_COLUMNS)

    def due(self, mba="", on=None, known=None, *, open=False):
        """The reports that are due: what makes them due, until when, and how far they were sent.

        Parameters
        ----------
        mba : str
            One area; default: all.
        on : datetime.date or str, optional
            As of the end of this day; default: the assessment day of ``state.json``, else the last day that a report
            speaks of. Never later than `known`.
        known : datetime.date or str, optional
        open : bool
            Only what is still open: due, overdue, or not known to have been sent, which is not shown.

        Returns
        -------
        pandas.DataFrame
            Columns due, mba, report (ICR, PIL, MBR, general ledger), for (the event in words), day, sent, state,
            days, number, file, source, trust. `state` is early, on time, late, due, overdue or not shown; `days` is
            the number of days after the due day, below zero before it. What is not sent has no `sent`.

        Raises
        ------
        AccordError
            The area is none of the reports and none of ``state.json``.

        Examples
        --------
        >>> table = read_accounts("examples/profiles/uk-nsr-2019").due("ZZA1")
        >>> table[table["report"] == "PIL"][["for", "due", "days"]].values.tolist()[-1]
        ['inventory of 2026-06-15', datetime.date(2026, 6, 29), 0]
        """
        rows = self._inner.due(mba, on, known, open)
        self._warn(mba, known)
        frame = _tables.rows_frame(rows, DUE_COLUMNS)
        return frame.astype({"days": "Int64", "number": "Int64"})

    def pairs(self, mba="", from_day=None, to_day=None, known=None):
        """Shipments with the receipts that answer them, and what has no partner.

        Parameters
        ----------
        mba : str
            Movements from or to this area; default: all.
        from_day, to_day : datetime.date or str, optional
            Days of either side, both included.
        known : datetime.date or str, optional

        Returns
        -------
        tuple of Transfer
            Pairs as the rules V080 to V084 make them, in the order of the shipments; open shipments; receipts without
            a shipment, each followed by its candidates. Movements to and from States without reports here are left
            out. Where something cannot be read a :class:`BooksWarning` is given, and there are at least so many.

        Raises
        ------
        AccordError
            No report is of this area; a period that ends before it begins.

        Examples
        --------
        >>> for t in read_accounts("examples/books/accounts").pairs():
        ...     print(t.state, t.from_area, t.to_area, t.batch, t.days, t.weights[0].sent, t.weights[0].unit)
        paired XBF1 XBF2 A1 2 120000 g
        """
        rows = self._inner.pairs(mba, from_day, to_day, known)
        self._warn("", known)
        return tuple(transfer_of(row) for row in rows)

    def pairs_frame(self, mba="", from_day=None, to_day=None, known=None):
        """:meth:`pairs` as a pandas.DataFrame, with one row for each weight of a movement.

        Examples
        --------
        >>> frame = read_accounts("examples/books/accounts").pairs_frame()
        >>> frame[frame["label"] == 630][["state", "sent", "difference"]].values.tolist()
        [['paired', Decimal('120000'), Decimal('0')]]
        """
        rows = []
        for transfer in self.pairs(mba, from_day, to_day, known):
            alike = transfer._asdict()
            weights = alike.pop("weights")
            rows += [{**alike, **weight._asdict()} for weight in weights] or [alike]
        frame = _tables.rows_frame(rows, PAIR_COLUMNS)
        whole = ("days", "score", "label", "shipment_line", "receipt_line")
        return frame.astype({name: "Int64" for name in whole})

    def convert(self, profile, mba="", known=None):
        """The reports in another form of reporting: Code 10 as Euratom or the United Kingdom, or back.

        A proposal of this program, to be agreed with the authority; see the manual, *Profiles of reporting*.

        Parameters
        ----------
        profile : str
            Id of the form, such as ``"euratom-302-2005"``.
        mba : str
            One area; default: all.
        known : datetime.date or str, optional

        Returns
        -------
        ConvertedAccounts
            The new reports, and everything that has no known counterpart. Look at `refused` before you use `files`.

        Raises
        ------
        AccordError
            No such profile or area, no conversion is known, or ``state.json`` does not say what the form needs.

        Examples
        --------
        >>> converted = read_accounts("examples/profiles/euratom-302-2005").convert("iaea-code10-labelled-2011")
        >>> list(converted.files)[:2], [(f.file, f.found) for f in converted.refused][-1]
        (['ZZA1-0001-P.txt', 'ZZA1-0002-I.txt'], ('ZZA1-0007-I.csv', 'MF'))
        """
        return ConvertedAccounts(profile, **self._inner.convert(profile, mba, known))

    def write(self, report):
        """The report in the canonical form of its profile: labelled Code 10, or a table.

        Parameters
        ----------
        report : AccountReport
            One of `reports`.

        Returns
        -------
        bytes
            One entry a line, labels ascending (or the columns of the profile), contents as they were read.

        Examples
        --------
        >>> accounts = read_accounts("examples/books/accounts")
        >>> accounts.write(accounts.reports[0])[:12]
        b'001:OI/XB;1#'
        """
        return self._inner.write(report)

    def __repr__(self):
        return f"<Accounts {self.profile}: {_tables.counted(len(self.reports), 'report')}>"


class ConvertedAccounts:
    """Reports in another form; made by :meth:`Accounts.convert`. Nothing is written to the disk.

    Attributes
    ----------
    profile : str
        Id of the form.
    files : dict of str to bytes
        The new reports, by name of file.
    sources : dict of str to str
        For each of them the file it was made from.
    findings : list of AccountFinding
        What was found in the reports, left out, changed or rounded, and what is wrong with the new ones.

    Examples
    --------
    >>> converted = read_accounts("examples/profiles/euratom-302-2005").convert("iaea-code10-labelled-2011")
    >>> converted.files["ZZB1-0001-P.txt"][:22], converted.sources["ZZB1-0001-P.txt"]
    (b'001:OI/ZZ;1#002:1/1#00', 'ZZB1-0001-P.csv')
    """

    def __init__(self, profile, files, sources, findings):
        self.profile = profile
        self.files = files
        self.sources = sources
        self.findings = findings

    @property
    def refused(self):
        """The findings that are errors: what is not in the files, or wrong in them.

        Examples
        --------
        >>> accounts = read_accounts("examples/profiles/euratom-302-2005")
        >>> len(accounts.convert("iaea-code10-labelled-2011", mba="ZZB1").refused)
        0
        """
        return [f for f in self.findings if f.severity == "error"]

    def __repr__(self):
        return f"<ConvertedAccounts {self.profile}: {_tables.counted(len(self.files), 'report')}, {len(self.refused)} refused>"
