"""Agreement texts: the functions that need no workspace."""

from accord import _accord


def check_terms(text, file=""):
    """Every problem of an agreement text.

    Parameters
    ----------
    text : str
        The text, as in a file ending in ``.accord``.
    file : str
        Named in the problems.

    Returns
    -------
    list of Problem
        In order of place; empty when the text is fine. Failing examples are problems too.

    Examples
    --------
    >>> problems = check_terms('accord 1 agreement a "A" { day d = 2016-02-30 }')
    >>> [p.code for p in problems if p.severity == "error"]
    ['A004']
    """
    return _accord.check_terms(text, file)


def format_terms(text, file=""):
    """The text in the one layout of the language.

    Parameters
    ----------
    text : str
        A text without errors.
    file : str
        Named in the problems.

    Returns
    -------
    str
        Formatting twice changes nothing.

    Raises
    ------
    AccordError
        The text has errors; ``problems`` lists them.

    Examples
    --------
    >>> print(format_terms('accord 1 agreement a "A" { party x "X" }'), end="")
    accord 1
    agreement a "A" {
      party x "X"
    }
    """
    return _accord.format_terms(text, file)
