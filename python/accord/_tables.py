"""Rows as tables and HTML. pandas is imported only when a table is asked for."""

from html import escape

def counted(number, one, many=None):
    """'1 report', '2 reports'."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def rows_frame(rows, columns):
    """A DataFrame of dicts; exact numbers stay Decimal."""
    import pandas

    return pandas.DataFrame(rows, columns=columns)


def rows_html(rows, columns, caption=""):
    """A table of rows of cells in the order of the columns; numbers with six digits, None as nothing."""

    def shown(cell):
        return "" if cell is None else f"{cell:.6g}" if isinstance(cell, float) else str(cell)

    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    lines = "".join(f"<tr>{''.join(f'<td>{escape(shown(cell))}</td>' for cell in row)}</tr>" for row in rows)
    above = f"<caption>{escape(caption)}</caption>" if caption else ""
    return f"<table>{above}<tr>{head}</tr>{lines}</table>"
