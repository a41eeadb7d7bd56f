"""Workspaces and assessments, with tables for pandas and Jupyter."""

from __future__ import annotations

import datetime
import functools
import os
import typing

from accord import _accord
from accord._answers import AssessmentQuestions, Finding, WorkspaceQuestions
from accord.accounts import Accounts
from accord.terms import Terms

Day = typing.Union[datetime.date, str]


class Report(typing.NamedTuple):
    """A report in each of its forms, as text; a notebook shows the page.

    Attributes
    ----------
    on, known : datetime.date
        The days of the assessment.
    report : str or None
        The report of the verifier's series that it follows; None: it follows none.
    html, markdown, json : str
        The files that ``accord report`` writes.
    """

    on: datetime.date
    known: datetime.date
    report: str | None
    html: str
    markdown: str
    json: str

    def _repr_html_(self) -> str:
        return self.html


def open(path: str | os.PathLike[str]) -> Workspace:
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

    def __init__(self, inner: _accord.Workspace) -> None:
        self._inner = inner

    @property
    def name(self) -> str:
        """Title of the workspace."""
        return self._inner.name

    @property
    def root(self) -> str:
        """The folder it was read from."""
        return self._inner.root

    @property
    def reports(self) -> list[_accord.SeriesReport]:
        """Reports of the verifier's series (`SeriesReport`), ordered by day."""
        return self._inner.reports

    @property
    def problems(self) -> list[_accord.Problem]:
        """Warnings about the files (`Problem`)."""
        return self._inner.problems

    @property
    def terms(self) -> Terms:
        """The agreement text as `Terms`.

        Examples
        --------
        >>> open("examples/jcpoa").terms.check().texts[0].errors
        0
        """
        return Terms._of(self._inner.terms)

    @property
    def terms_text(self) -> str:
        """The agreement text as it is in its file."""
        return self._inner.terms_text

    @property
    def accounts(self) -> Accounts | None:
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

    def assess(
        self,
        on: Day | None = None,
        known: Day | None = None,
        *,
        min_grade: str = "unverified",
        found_only: bool = False,
        assume: typing.Mapping[str, str] | None = None,
        suppose: typing.Sequence[str] = (),
    ) -> Assessment:
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
        """The findings of :meth:`assess` as a table: :meth:`Assessment.status`, indexed by their `id`.

        Returns
        -------
        pandas.DataFrame

        Examples
        --------
        >>> table = open("examples/jcpoa").status(on="2019-07-01", known="2019-07-08")
        >>> table.loc["F-T-STOCK", "outcome"]
        'not met'
        """
        return self.assess(on, known, **options).status().to_frame().set_index("id")

    def timeline(self, from_day=None, to_day=None, known=None, **options):
        """Events, declarations and changes of state as a table: :meth:`Assessment.timeline` up to `to_day`.

        Returns
        -------
        pandas.DataFrame

        Examples
        --------
        >>> table = open("examples/jcpoa").timeline(to_day="2019-12-31", term="T-STOCK")
        >>> "exceeded" in set(table["state"])
        True
        """
        return self.assess(on=to_day, known=known).timeline(from_day, **options).to_frame()

    def report(self, as_of: str | None = None, on: Day | None = None, known: Day | None = None, **options: typing.Any) -> Report:
        """The report of :meth:`assess`, as ``accord report`` writes it; no file is written.

        Parameters
        ----------
        as_of : str, optional
            A report of the verifier's series: judged on its day, as known on that day, and compared with the report
            before. Or a day.
        on, known, options
            As :meth:`assess` takes them.

        Returns
        -------
        Report

        Raises
        ------
        AccordError
            R001: there is no such report; and what :meth:`assess` raises.

        Examples
        --------
        >>> made = open("examples/jcpoa").report("GOV/2025/8")
        >>> made.on.isoformat(), made.markdown.splitlines()[0]
        ('2025-02-26', '# Verification of the accord of 2015')
        """
        day, known_day, followed = self._inner.following(as_of or "", on, known)
        return self.assess(day, known_day, **options)._report(followed)

    def explain(self, finding_id, on=None, known=None, **options):
        """A finding, or those of a term, with their evidence: :meth:`Assessment.explain`.

        Examples
        --------
        >>> found = open("examples/jcpoa").explain("T-STOCK", on="2019-07-01", known="2019-07-08")
        >>> "205.0" in found.in_words[0]
        True
        """
        return self.assess(on, known, **options).explain(finding_id)

    def __repr__(self) -> str:
        return f"<Workspace {self.name!r} at {self.root}>"


class Assessment(AssessmentQuestions):
    """Every term judged on one pair of days. Immutable; made by :meth:`Workspace.assess`.

    Examples
    --------
    >>> a = open("examples/jcpoa").assess(on="2018-05-08")
    >>> sum(a.status().outcomes) == len(a.findings)
    True
    """

    def __init__(self, inner: _accord.Assessment, workspace: Workspace) -> None:
        self._inner = inner
        self.workspace = workspace

    @property
    def on(self) -> datetime.date:
        """Valid day (`datetime.date`)."""
        return self._inner.on

    @property
    def known(self) -> datetime.date:
        """Known day (`datetime.date`)."""
        return self._inner.known

    @functools.cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings (tuple of `Finding`) in order of the text: those of :meth:`status`."""
        return self.status().findings

    def find(self, finding_id: str) -> Finding:
        """The finding with this id, or the first of this term.

        Raises
        ------
        AccordError
            There is none.

        Examples
        --------
        >>> open("examples/jcpoa").assess(on="2018-05-08").find("T-LEVEL").term
        'T-LEVEL'
        """
        return self.status(finding_id).findings[0]

    def report(self) -> Report:
        """The report of this assessment: :meth:`Workspace.report` with its days.

        Examples
        --------
        >>> open("examples/jcpoa").assess(on="2018-05-08").report().report is None
        True
        """
        return self._report(None)

    def _report(self, followed: str | None) -> Report:
        return Report(self.on, self.known, followed, *self._inner.report(followed))

    def _repr_html_(self) -> str:
        return self.status()._repr_html_()

    def __repr__(self) -> str:
        counts = ", ".join(f"{number} {outcome.replace('_', ' ')}" for outcome, number in self.status().outcomes.to_dict().items())
        return f"<Assessment on {self.on}, as known on {self.known}: {counts}>"
