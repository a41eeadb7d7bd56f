"""Agreement texts by themselves, without a workspace."""

import os

from accord import _accord
from accord._answers import TermsQuestions


def read_terms(file, *more):
    """Read agreement texts; they may have errors, which :meth:`Terms.check` finds.

    Parameters
    ----------
    file, more : str or path-like
        Files ending in ``.accord``: one, or two that are compared.

    Returns
    -------
    Terms

    Raises
    ------
    AccordError
        A file cannot be read.

    Examples
    --------
    >>> read_terms("examples/jcpoa/terms/jcpoa.accord").depends("T-DAILY").falls_when_ceases
    ()
    """
    return Terms._of(_accord.read_terms([os.fspath(one) for one in (file, *more)]))


class Terms(TermsQuestions):
    """Agreement texts: one, or two that are compared. Immutable.

    Parameters
    ----------
    text, more : str
        Each as in a file ending in ``.accord``: one, or two that are compared.
    file : str
        Named in the problems.

    Examples
    --------
    >>> problems = Terms('accord 1 agreement a "A" { day d = 2016-02-30 }').check().problems
    >>> [p.code for p in problems if p.severity == "error"]
    ['A004']
    """

    def __init__(self, text, *more, file=""):
        self._inner = _accord.Terms([(file, one) for one in (text, *more)])

    @classmethod
    def _of(cls, inner):
        made = cls.__new__(cls)
        made._inner = inner
        return made

    def format(self):
        """The text in the one layout of the language; of several one after the other.

        Returns
        -------
        str
            Formatting twice changes nothing.

        Raises
        ------
        AccordError
            A text has errors; ``problems`` lists them.

        Examples
        --------
        >>> print(Terms('accord 1 agreement a "A" { party x "X" }').format(), end="")
        accord 1
        agreement a "A" {
          party x "X"
        }
        """
        return self._inner.format()
