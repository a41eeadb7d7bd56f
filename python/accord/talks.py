"""Indirect talks: is an accord possible, which one, and if not, why."""

from __future__ import annotations

import json
import os
import secrets
from typing import Any, Mapping, Optional, Sequence, Union

import numpy
from numpy.typing import NDArray

from accord import _accord
from accord._answers import TalksQuestions


PathLike = Union[str, "os.PathLike[str]"]
Written = Union[str, Mapping[str, Any]]


def read_talks(domain: PathLike, *positions: PathLike, strict: bool = False) -> Talks:
    """Read a domain and the positions of the parties.

    Parameters
    ----------
    domain, positions : str or path-like
        Files as the page `reference/talks` describes them.
    strict : bool
        Members that are not known are errors, not warnings.

    Returns
    -------
    Talks

    Raises
    ------
    AccordError
        A file cannot be read or has errors; ``problems`` lists them all.

    Examples
    --------
    >>> here = "examples/talks/"
    >>> talks = read_talks(here + "domain.json", here + "a.json", here + "b.json")
    >>> talks.zone().zone_answer
    'sure'
    """
    return Talks._of(_accord.read_talks([os.fspath(one) for one in (domain, *positions)], strict))


class Talks(TalksQuestions):
    """A domain and positions. Immutable.

    Parameters
    ----------
    domain : dict or str
        As the JSON of a domain file; a str is its text.
    positions : sequence of dict or str
        The same of positions. A dict without ``domain_sha256`` is taken to be on this domain.
        Numbers that shall be exact are strings ("0.1", "1/3") or integers.
    strict : bool
        Members that are not known are errors.

    Examples
    --------
    >>> domain = {"format": "accord-talks-domain/1", "name": "price",
    ...           "issues": [{"id": "price", "kind": "integer", "low": 0, "high": 10}]}
    >>> seller = {"party": "S", "red_lines": [{"id": "R1", "rule": {"issue": "price", "min": 7}}]}
    >>> buyer = {"party": "B", "red_lines": [{"id": "R1", "rule": {"issue": "price", "max": 6}}]}
    >>> talks = Talks(domain, [seller, buyer])
    >>> talks.zone().zone_answer
    'excluded'
    >>> [row.limit_names for row in talks.why().conflicts]
    ['B.R1, S.R1']
    """

    def __init__(
        self, domain: Written, positions: Sequence[Written], *, strict: bool = False
    ) -> None:
        text = _text(domain)
        digest = _accord.TalksFiles(("domain", text), [], strict).domain_sha256
        texts = [_text(_completed(one, digest)) for one in positions]
        files = [(f"position {i}", text) for i, text in enumerate(texts, 1)]
        self._inner = _accord.TalksFiles(("domain", text), files, strict)

    @classmethod
    def _of(cls, inner: _accord.TalksFiles) -> Talks:
        made = cls.__new__(cls)
        made._inner = inner
        return made

    @property
    def parties(self) -> tuple[str, ...]:
        """Ids of all parties, those with a position first.

        Examples
        --------
        >>> read_talks("examples/talks/domain.json", "examples/talks/a.json").parties
        ('A', 'B')
        """
        return tuple(self._inner.parties)

    def frontier_array(self) -> NDArray[numpy.float64]:
        """The utilities of the efficient points.

        Returns
        -------
        numpy.ndarray
            Float, shape (points, parties), descending in the first party; nearest doubles of what
            :meth:`solve` has exactly.

        Raises
        ------
        AccordError
            P046: a party has not stated exact numbers.

        Examples
        --------
        >>> here = "examples/talks/"
        >>> talks = read_talks(here + "domain.json", here + "a.json", here + "b.json")
        >>> talks.frontier_array().tolist()
        [[0.7, 0.42], [0.4, 0.7], [0.3, 0.72]]
        """
        points = self._inner.frontier_points()
        return numpy.array(points, dtype=float).reshape(len(points), -1)

    def certificate(self, salts: Optional[Sequence[bytes]] = None) -> Optional[tuple[str, str]]:
        """A proof of the first conflict, and what opens the positions in it.

        Parameters
        ----------
        salts : sequence of bytes
            32 bytes for each position in their order, as they were sealed; otherwise random.

        Returns
        -------
        tuple of str, or None
            The texts of the two files that ``accord talks verify`` takes; None: no conflict.

        Examples
        --------
        >>> here = "examples/talks/"
        >>> talks = read_talks(here + "domain.json", here + "a.json", here + "b.json")
        >>> talks.certificate() is None
        True
        """
        count = len(self.check(counted_at_most=0).positions_shown)
        chosen = salts or (secrets.token_bytes(32) for _ in range(count))
        return self._inner.proof(list(chosen))


def _text(value: Written) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _completed(position: Written, digest: str) -> Written:
    if isinstance(position, str):
        return position
    return {"format": "accord-talks-position/1", "domain_sha256": digest, **position}
