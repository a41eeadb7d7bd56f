"""Workspaces and assessments, with tables for pandas and Jupyter."""

import json
import os

from accord import _accord, _tables
from accord._answers import AssessmentQuestions, WorkspaceQuestions
from accord.accounts import Accounts
from accord.terms import Terms


def open(path):
    """Read a workspace folder; nothing in it is changed.

    Parameters
    ----------
    path : str or path-like
        A folder with ``accord.toml``.

    Returns
    -------
    Workspace

    Raises
    ------
    AccordError
        The folder is not a workspace, or its files have errors (all of them in ``problems``).

    Examples
    --------
    >>> open("examples/jcpoa").reports[0].id
    'GOV/2016/8'
    """
    return Workspace(_accord.open_workspace(os.fspath(path)))


class Workspace(WorkspaceQuestions):
    """A workspace that was read. Immutable; made by :func:`open`.

    Examples
    --------
    >>> open("examples/jcpoa").name != ""
    True
    """

    def __init__(self, inner):
        self._inner = inner

    @property
    def name(self):
        """Title of the workspace."""
        return self._inner.name

    @property
    def root(self):
        """The folder it was read from."""
        return self._inner.root

    @property
    def reports(self):
        """Reports of the verifier's series (`SeriesReport`), ordered by day."""
        return self._inner.reports

    @property
    def problems(self):
        """Warnings about the files (`Problem`)."""
        return self._inner.problems

    @property
    def terms(self):
        """The agreement text as `Terms`.

        Examples
        --------
        >>> open("examples/jcpoa").terms.check().texts[0].errors
        0
        """
        return Terms._of(self._inner.terms)

    @property
    def terms_text(self):
        """The agreement text as it is in its file."""
        return self._inner.terms_text

    @property
    def accounts(self):
        """The `Accounts` of a party that ``accord.toml`` names under ``[books]``; None when it names none.

        Examples
        --------
        >>> open("examples/books").accounts
        <Accounts iaea-code10-labelled-2011: 13 reports>
        """
        inner = self._inner.accounts
        return None if inner is None else Accounts(inner)

    def balance(self, mba, label, methods, known=None, *, period=None, limit_factor=2.0):
        """The material balance of the books of an area: :meth:`Accounts.balance` of :attr:`accounts`.

        Returns
        -------
        Balance

        Raises
        ------
        ValueError
            The workspace has no books.
        AccordError
            As :meth:`Accounts.balance`.

        Examples
        --------
        >>> scale = [{"method": "OGUB", "component": "random", "kind": "relative", "standard_deviation": 0.0002}]
        >>> open("examples/books").balance("XBC1", 610, scale, period="2026-04-30").muf.round(6).tolist()
        [0.8]
        """
        if self.accounts is None:
            raise ValueError(f"{self.root} has no books: accord.toml names none under [books]")
        return self.accounts.balance(mba, label, methods, known, period=period, limit_factor=limit_factor)

    def assess(self, on=None, known=None, *, min_grade="unverified", found_only=False, assume=None, suppose=()):
        """Judge every term on a day, as known on a day.

        Parameters
        ----------
        on : datetime.date or str, optional
            Valid day (``"2019-07-01"``); default: the known day.
        known : datetime.date or str, optional
            Known day; default: `on`, or the last known day of the records.
        min_grade : str
            Leave out weaker records: verified, attested, estimated, declared, reported, unverified.
        found_only : bool
            Leave out records that are derived or recalled; an older one does not speak for the day of a later one
            that was left out.
        assume : dict, optional
            Question to answer, e.g. ``{"Q-SNAPBACK": "reinstated"}``.
        suppose : sequence of str
            Hypothetical facts of the language; findings that rest on one are marked `supposed`.

        Returns
        -------
        Assessment

        Raises
        ------
        AccordError
            A fact, question or day that cannot be used.

        Examples
        --------
        >>> ws = open("examples/jcpoa")
        >>> ws.assess(on="2025-02-26").find("T-STOCK").state
        'exceeded'
        """
        pairs = list((assume or {}).items())
        return Assessment(_accord.assess(self._inner, on, known, min_grade, found_only, pairs, list(suppose)), self)

    def status(self, on=None, known=None, **options):
        """The findings of :meth:`assess` as a table.

        Returns
        -------
        pandas.DataFrame
            One row for each term and obliged party; columns as in :meth:`Assessment.to_frame`.

        Examples
        --------
        >>> table = open("examples/jcpoa").status(on="2019-07-01", known="2019-07-08")
        >>> table.loc["F-T-STOCK", "outcome"]
        'not met'
        """
        return self.assess(on, known, **options).to_frame()

    def timeline(self, from_day=None, to_day=None, known=None, *, party="", term=""):
        """Events, declarations and changes of state as a table, ordered by day.

        Returns
        -------
        pandas.DataFrame
            Columns day, known, kind, parties, term, before, state, value, limit, grade, title, source.

        Examples
        --------
        >>> table = open("examples/jcpoa").timeline(to_day="2019-12-31", term="T-STOCK")
        >>> "exceeded" in set(table["state"])
        True
        """
        return self.assess(on=to_day, known=known).timeline_frame(from_day, to_day, party=party, term=term)

    def explain(self, finding_id, on=None, known=None, **options):
        """The finding with its evidence down to file and row, as text.

        Examples
        --------
        >>> text = open("examples/jcpoa").explain("T-STOCK", on="2019-07-01", known="2019-07-08")
        >>> "205.0" in text
        True
        """
        return self.assess(on, known, **options).explain(finding_id)

    def __repr__(self):
        return f"<Workspace {self.name!r} at {self.root}>"


class Assessment(AssessmentQuestions):
    """Every term judged on one pair of days. Immutable; made by :meth:`Workspace.assess`.

    Examples
    --------
    >>> a = open("examples/jcpoa").assess(on="2018-05-08")
    >>> sum(a.counts.values()) == len(a.findings)
    True
    """

    def __init__(self, inner, workspace):
        self._inner = inner
        self.workspace = workspace

    @property
    def on(self):
        """Valid day (`datetime.date`)."""
        return self._inner.on

    @property
    def known(self):
        """Known day (`datetime.date`)."""
        return self._inner.known

    @property
    def findings(self):
        """List of `Finding`, in order of the text."""
        return self._inner.findings

    @property
    def counts(self):
        """Dict: 'met', 'not met', 'not shown', 'out of the count' to a number of findings."""
        return self._inner.counts

    @property
    def remarks(self):
        """What the answer says beside its findings (`Remarks`): the rows that feed nothing, and how many were set
        aside on purpose.

        Examples
        --------
        >>> open("examples/jcpoa").assess(on="2018-05-08").remarks.unfed_rows
        []
        """
        return self._inner.remarks

    @property
    def remark_sentences(self):
        """:attr:`remarks` as the sentences of the command line.

        Examples
        --------
        >>> open("examples/jcpoa").assess(on="2018-05-08").remark_sentences
        []
        """
        return self._inner.remark_sentences

    @property
    def recalled_only(self):
        """Ids of the findings, met or not met, that rest on recalled records only.

        Examples
        --------
        >>> len(open("examples/jcpoa").assess(on="2017-11-20").recalled_only)
        15
        """
        return self._inner.recalled_only

    @property
    def summary(self):
        """What a reader may quote, and what it is made from: a dict as the JSON of ``accord assess`` has it.

        ``sentences``: each complete alone, with the day it is about and the day of the knowledge; the last says where
        the record ends. ``sides``: for each obliged party what is met, what is not met, and what is not shown by cause.

        Examples
        --------
        >>> a = open("examples/items").assess(on="2021-09-01")
        >>> a.summary["sentences"][-1].startswith("The ")
        True
        >>> [side["title"] for side in a.summary["sides"]]
        ['Northland', 'Southland']
        """
        return json.loads(self._inner.summary_json())

    @property
    def record_end(self):
        """Day on which the last record used became known (`datetime.date`), or None without any record."""
        return self._inner.record_end

    @property
    def nothing_later(self):
        """True when nothing later is on record; False when later records are there and are not used."""
        return self._inner.nothing_later

    def find(self, finding_id):
        """The finding with this id, or of this term.

        Raises
        ------
        AccordError
            There is none.

        Examples
        --------
        >>> open("examples/jcpoa").assess(on="2018-05-08").find("T-LEVEL").term
        'T-LEVEL'
        """
        return self._inner.find(finding_id)

    def origin(self, evidence):
        """The row (`Origin`) that a piece of `Evidence` comes from.

        Examples
        --------
        >>> a = open("examples/jcpoa").assess(on="2019-07-01", known="2019-07-08")
        >>> a.origin(a.find("T-STOCK").rules[0].evidence[0]).file.startswith("data/")
        True
        """
        return self._inner.origin(evidence.origin_index)

    def unread(self, finding):
        """What cannot be read of the figures that a `Finding` rests on: its book is incomplete.

        Returns
        -------
        list of Unread
            Each with file, line, column, label and found; empty when everything can be read.

        Examples
        --------
        >>> a = open("examples/books").assess(on="2026-03-31", known="2026-04-30")
        >>> a.unread(a.find("B-LOW"))
        []
        """
        places = self._inner.unread
        return [places[i] for i in sorted({i for rule in finding.rules for i in rule.incomplete})]

    def episodes(self, finding_id):
        """Runs of observations that break a rule, with first observed and first known day.

        Examples
        --------
        >>> open("examples/jcpoa").assess(on="2020-01-01").episodes("T-STOCK")[0].first_observed
        datetime.date(2019, 7, 1)
        """
        return self._inner.episodes(finding_id)

    def timeline(self, from_day=None, to_day=None, *, party="", term=""):
        """List of `TimelineEntry`, as known on the known day of the assessment.

        Examples
        --------
        >>> open("examples/jcpoa").assess(on="2016-03-01").timeline(term="T-HW-STOCK")[0].kind
        'state'
        """
        return self._inner.timeline(from_day, to_day, party, term)

    def timeline_frame(self, from_day=None, to_day=None, *, party="", term=""):
        """:meth:`timeline` as a pandas.DataFrame.

        Examples
        --------
        >>> frame = open("examples/jcpoa").assess(on="2016-03-01").timeline_frame(term="T-HW-STOCK")
        >>> list(frame["state"])[:2]
        ['met_attested', 'exceeded']
        """
        return _tables.timeline_frame(self.timeline(from_day, to_day, party=party, term=term))

    def to_frame(self):
        """The findings as a table.

        Returns
        -------
        pandas.DataFrame
            Index `id`; columns term, title, party, outcome, state, since, value, at_least, at_most, limit, unit, ratio, grade,
            trace, age_days, declared, supposed. Numbers are floats here; the exact ones are in `findings`.

        Examples
        --------
        >>> open("examples/jcpoa").assess(on="2025-02-26").to_frame().loc["F-T-STOCK", "state"]
        'exceeded'
        """
        return _tables.findings_frame(self.findings)

    def explain(self, finding_id):
        """The finding with its evidence down to file and row, as text.

        Examples
        --------
        >>> print(open("examples/jcpoa").assess(on="2018-05-08").explain("T-LEVEL").splitlines()[0])
        F-T-LEVEL  Enrichment level
        """
        return self._inner.explain(finding_id)

    def _repr_html_(self):
        return _tables.assessment_html(self)

    def __repr__(self):
        counts = ", ".join(f"{number} {outcome}" for outcome, number in self.counts.items())
        return f"<Assessment on {self.on}, as known on {self.known}: {counts}>"
