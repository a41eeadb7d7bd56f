#!/usr/bin/python3
"""Makes the texts of a copy of examples/jcpoa hostile: spoil.py KIND WORKSPACE.

escapes    what acts on a terminal, in the table of events and in the name of the workspace
markdown   what starts markup or a tag in Markdown, in three columns of the table of events
cell TEXT  the text as the title of the first event
"""
import csv
import pathlib
import sys

ESCAPES = "\x1b]0;pwned\x07\x1b[31mRED\x1b[8mhidden\x1b[0m\u009b31mC1 \u202eesrever\x7f"
MARKDOWN = (
    "X\\<script>alert(1)</script> [click](javascript:alert(1)) a\\|b ](javascript:alert(2)) "
    "![x](http://x/y.png) `code` &lt;b&gt; ~~gone~~ **bold**"
)


def change(path, rows):
    table = list(csv.reader(path.open(encoding="utf-8", newline="")))
    rows(table)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(table)


def main():
    kind, workspace = sys.argv[1], pathlib.Path(sys.argv[2])
    events = workspace / "data/chronology.csv"
    if kind == "escapes":
        text = events.read_text(encoding="utf-8")
        assert "Finalisation Day" in text
        events.write_text(text.replace("Finalisation Day", ESCAPES, 1), encoding="utf-8")
        settings = workspace / "accord.toml"
        text = settings.read_text(encoding="utf-8")
        assert 'name = "The accord' in text
        settings.write_text(
            text.replace(
                'name = "The accord', 'name = "\\u001b[2J\\u001b]0;pwned\\u0007The accord'
            ),
            encoding="utf-8",
        )
    elif kind == "markdown":
        def rows(table):
            for name in ("title", "description", "dispute_note"):
                for row in table[1:]:
                    row[table[0].index(name)] = MARKDOWN
        change(events, rows)
    else:
        def rows(table):
            table[1][table[0].index("title")] = sys.argv[3]
        change(events, rows)


main()
