"""Drawings: SVG text that Jupyter shows, and the same numbers as a matplotlib figure."""

import dataclasses
import difflib
import pathlib


@dataclasses.dataclass(frozen=True, repr=False)
class Drawing:
    """A drawing as SVG; Jupyter shows it. Made by :meth:`Balance.plot` and :meth:`Simulation.plot`.

    Attributes
    ----------
    name : str
        Which of the drawings it is, such as ``"muf"``.
    title, statement : str
        What it shows.
    svg : str
        The document: the same bytes for the same input.

    Examples
    --------
    >>> from accord import balance
    >>> folder = "examples/state/items_honest"
    >>> balance(f"{folder}/items.csv", f"{folder}/methods.csv").plot("muf").svg[:4]
    '<svg'
    """

    name: str
    title: str
    statement: str
    svg: str

    def save(self, path):
        """Write the SVG to a file.

        Examples
        --------
        >>> import pathlib, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = pathlib.Path(folder, "muf.svg")
        ...     Drawing("muf", "MUF", "", "<svg/>").save(path)
        ...     path.read_text()
        '<svg/>'
        """
        pathlib.Path(path).write_text(self.svg, encoding="utf-8")

    def _repr_svg_(self):
        return self.svg

    def __repr__(self):
        return f"<Drawing {self.name}: {self.title}>"


def chosen(name, names):
    """The name; a ValueError that lists them all when it is none of them."""
    if name in names:
        return name
    near = difflib.get_close_matches(str(name), names, 1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    raise ValueError(f"there is no drawing {name!r}; expected one of {', '.join(map(repr, names)) or 'none'}{hint}")


def new_axes():
    """Axes of a new matplotlib figure, which belongs to no window."""
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise ImportError("figure() draws with matplotlib, which is not installed; plot() gives SVG without it") from error
    return Figure(figsize=(7, 4), layout="constrained").add_subplot()
