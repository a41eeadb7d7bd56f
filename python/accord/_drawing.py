"""Drawings: SVG text that Jupyter shows, and the same numbers as a matplotlib figure."""

import dataclasses
import difflib
import os
import shutil
import subprocess
import warnings

from accord._files import write_whole

PNG_SCALE = 2  # pixels for each unit of the SVG: sharp on screens of today


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

    def png(self):
        """The drawing in pixels, twice as many in each direction as the SVG has units.

        Returns
        -------
        bytes

        Raises
        ------
        ImportError
            Neither cairosvg (python3-cairosvg) nor rsvg-convert (librsvg2-bin) is installed; nothing else needs them.

        Examples
        --------
        >>> drawing = Drawing("dot", "Dot", "", '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>')
        >>> try:
        ...     begin = drawing.png()[1:4]
        ... except ImportError:
        ...     begin = b"PNG"  # nothing here makes one
        >>> begin
        b'PNG'
        """
        made = _png(self.svg)
        if made is None:
            raise ImportError(
                "PNG needs cairosvg or rsvg-convert, which are not installed: apt-get install python3-cairosvg, or "
                "librsvg2-bin; SVG needs neither"
            )
        return made

    def save(self, path):
        """Write the drawing to a file: as PNG when its name ends in .png, otherwise the SVG. As a whole or not at all.

        Raises
        ------
        AccordError
            E002: it cannot be written, or is not a plain file; what was there is as it was.
        ImportError
            As :meth:`png`.

        Examples
        --------
        >>> import pathlib, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = pathlib.Path(folder, "muf.svg")
        ...     Drawing("muf", "MUF", "", "<svg/>").save(path)
        ...     path.read_text()
        '<svg/>'
        """
        is_png = os.fspath(path).lower().endswith(".png")
        write_whole(path, self.png() if is_png else self.svg.encode())

    def _repr_svg_(self):
        return self.svg

    def _repr_png_(self):
        # Beside the SVG, for what shows no SVG; without a converter Jupyter shows that alone.
        return _png(self.svg)

    def __repr__(self):
        return f"<Drawing {self.name}: {self.title}>"


def _png(svg):
    """Made by what is installed, else None."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about words that it uses of Python
            import cairosvg
    except (ImportError, OSError):  # OSError: without the library that it draws with
        program = shutil.which("rsvg-convert")
        if program is None:
            return None
        asked = [program, "--format", "png", "--zoom", str(PNG_SCALE)]
        return subprocess.run(asked, input=svg.encode(), capture_output=True, check=True).stdout
    return cairosvg.svg2png(bytestring=svg.encode(), scale=PNG_SCALE)


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
