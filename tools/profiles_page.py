#!/usr/bin/python3
"""docs/reference/profiles.md from profiles/*.toml: what each profile of reporting has.

Usage: profiles_page.py           writes the page
       profiles_page.py --check   exit status 1 when the page is not up to date
"""
import pathlib
import sys
import tomllib

root = pathlib.Path(__file__).resolve().parent.parent
page = root / "docs/reference/profiles.md"
NAMES = [
    "iaea-code10-labelled-2011",
    "euratom-302-2005",
    "uk-nsr-2019",
    "euratom-2025-974",
    "canada-regdoc-2.13.1",
]

HEAD = """# Profiles of reporting

<!-- Made by tools/profiles_page.py from profiles/; change it there. -->

A profile holds what a form of accountancy reports has: codes, signs, units, fields, due days, severities. It is data;
the Subsidiary Arrangements, Facility Attachments and licences of an area always come first. *Trust* says how far a
value is confirmed: **A** the official text was read, **C** a text that quotes it was read, **K** not confirmed at a
source: verify it before you call it official.

Name the profile in `state.json`, as `"profile": "euratom-302-2005"`, or with values in place of its own as
`"profile": {"id": "euratom-302-2005", "natural_uranium_high": "0.00720"}`. A table may name it in a column `profile`
instead; `accord check report.csv` needs that. Without any it is `iaea-code10-labelled-2011`. Days that are not business
days are in `state.json` as `"holidays": ["2026-07-01"]`.

## Reports as tables

The syntax of the files of Euratom, the United Kingdom and Canada, and how the check value (CRC) is worked out, were
not found. Their reports are read and written as CSV tables of their fields: one report a file in the folder `reports`,
named `*.csv`, UTF-8, a header line with the names of the columns below, one line of the report a row.

- Columns may be in any order; those that the report does not need may be left out. A column that the profile does
  not have is refused (V001), with the nearest one that it has.
- What the report says as a whole is on every row alike (V006).
- Types: `C20` up to 20 capital letters, digits and the signs of the form; `N8` up to 8 digits; `N24.3` a number with a
  point and up to 3 decimals; `D` a day DDMMYYYY. No blanks, no thousands mark, no exponent.
- A decrease may be written with or without a minus, in one way within a file: which of the two is right was not found.
  Codes marked ± have a sign of their own.
- Everything that is wrong in a file is a finding of its own with line and column, what was found and what was
  expected; what is not damaged is read. A code that the profile lacks is V007 and names the profile.
- The check value is carried through unchanged.
- An empty list of an inventory is one row without a batch.

Made-up accounts of each profile are in `examples/profiles`.

## The same accounts in another form

`accord export FOLDER --profile ID -o NEW` writes the reports of a folder in another form: Code 10 as Euratom or the
United Kingdom, or back. **It is a proposal of this program, to be agreed with the authority**; no official text states
the counterparts. `state.json` says what the other form needs and the reports do not have: `country`, the `facility` of
each area, and the materials that were agreed, because no source states a counterpart of a material. In accounts that
are Euratom's:

```json
{"country": "ZZ", "profile": "euratom-302-2005",
 "mbas": [{"mba": "ZZA1", "facility": "ZZFA"}],
 "materials": {"U6CF": "O/G/R/B", "PHDF": "F/Q/N/B"}}
```

| Euratom | Code 10 | |
|---|---|---|
| weights in grams, three decimals | in the unit of account | exact to Code 10; to Euratom, finer ones are rounded with a warning |
| `DI` receiver minus shipper | `DI` shipper minus receiver | the sign is turned |
| `H`, `L` | label 630 | to Euratom by the enrichment; without one (losses, differences) refused |
| lines of one movement and batch | one entry | obligations fall away, with a warning |
| `RB` | `RM` and `RP` | to Euratom when two entries of a day have equal weights and no others have |
| `NL` | `LN` | |
| `TC`, `TE` | `LD` | only to Code 10: back it may be either |
| `CE`, `CB`, `CC` | `EN` `ED` `NE` `ND` `DE` `DN` | only to Code 10; H to L or back is not a change there |
| measured or estimated: `E F G H` | `M N T L` | the mark of an estimate falls away, with a warning |
| `BA` in a report of changes | – | follows from the entries |
| `FC` `NM` `BJ` `MF` `RA` `R5` `MP` `TU` `BR` `PR` `SR` `CR` | – | refused: no counterpart is known |
| – | `RS` `DU` `DQ` `EU` `EQ` `TU` | refused: no counterpart is known |

Corrections are refused, because they name reports and lines of the other form: what they correct stays as it was first
stated. Balances are refused: work them out from the entries in the new form. Notes and fields that the other form does
not have are named, once for each report. Nothing is written while something is refused, unless `--accept-findings`
says so; then what is refused is missing in the new files, and the books of the two differ by it.

## Signs

Inside the program MUF is always book minus physical, positive when material is missing, and a shipper/receiver
difference always shipper minus receiver. Each profile says how its reports write them.

"""

KINDS = [("icr", "changes"), ("pil", "list"), ("mbr", "balance")]
FROM = {
    "end of month": "the end of the month of the earliest change",
    "change": "the earliest change",
}
HOW = {
    "after": "days after",
    "beginning with": "days beginning with",
    "business days": "business days after",
}


def load(name):
    data = tomllib.loads((root / f"profiles/{name}.toml").read_text())
    if "like" not in data:
        return data
    base = load(data["like"])
    for key, value in data.items():
        base[key] = {**base.get(key, {}), **value} if isinstance(value, dict) else value
    return base


def table(heads, rows):
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield "| " + " | ".join(str(cell) for cell in row) + " |"
    yield ""


def due(data):
    due = data.get(
        "due", {"icr_from": "end of month", "icr_counting": "after", "inventory_counting": "after"}
    )
    values = data["values"]

    def row(what, key, counting, start):
        value = values.get(key)
        if value is None:
            return
        text = "not known" if value.get("unknown") else f"{value['value']} {HOW[counting]} {start}"
        yield [what, text, value["trust"], value.get("source", "")]

    rows = [
        *row("report of changes", "icr_days", due["icr_counting"], FROM[due["icr_from"]]),
        *row("general ledger", "ledger_days", "business days", "the end of the month"),
        *row(
            "list and balance",
            "inventory_days",
            due["inventory_counting"],
            "the day of the inventory",
        ),
    ]
    yield from table(["what", "due", "trust", "source"], [[*r] for r in rows])


def values(data):
    rows = [
        [
            f"`{key}`",
            "not known" if v.get("unknown") else v["value"],
            v["trust"],
            v.get("source", ""),
        ]
        for key, v in data["values"].items()
        if not key.endswith("_days") or key == "unmatched_days"
    ]
    yield from table(["value", "", "trust", "source"], rows)


def codes(data):
    trust = data.get("trust")
    names = {c["label"]: f"`{c['name']}`" for c in data.get("columns", {}).get("order", [])}
    rows = [
        [
            f"`{c['code']}`",
            c["keyword"],
            c.get("sign", "0") or "0",
            ", ".join(c["reports"]),
            ", ".join(names.get(label, label) for label in c.get("needs", [])),
            trust or c["trust"],
        ]
        for c in data["code"]
    ]
    yield from table(["code", "keyword", "sign", "reports", "needs", "trust"], rows)


def fields(data):
    rows = []
    for column in data["columns"]["order"]:
        needed = ", ".join(
            words
            for (key, words), letter in zip(KINDS, "IPM")
            if letter in column.get("needed", "")
        )
        rows.append(
            [
                f"`{column['name']}`",
                column["type"],
                *(column.get(key, "") for key, _ in KINDS),
                needed,
            ]
        )
    yield from table(["column", "type", *(words for _, words in KINDS), "needed in"], rows)


def categories(data):
    rows = [
        [
            f"`{c['letter']}`",
            c["label"],
            c["unit"],
            f"from {c['at_least']}"
            if "at_least" in c
            else f"below {c['below']}"
            if "below" in c
            else "",
        ]
        for c in data["letters"]["categories"]
    ]
    yield from table(["category", "label", "unit", "enrichment"], rows)
    yield "Isotopes: " + ", ".join(
        f"`{i['letter']}` is {i['label']}" for i in data["letters"]["isotopes"]
    ) + "."
    yield ""


def section(name):
    data, own = load(name), tomllib.loads((root / f"profiles/{name}.toml").read_text())
    yield f"## {name}"
    yield ""
    yield f"{data['title']}. {data['source']}."
    yield ""
    booked = "booked as a change" if data["signs"]["muf_booked"] else "not booked"
    yield f"MUF is written {data['signs']['muf']}, and {booked}; DI {data['signs']['difference']}."
    yield f"The sign of MUF: {data['signs']['muf_source']} ({data['signs']['muf_trust']})."
    yield ""
    yield from due(data)
    yield from values(data)
    if "like" in own:
        yield f"Codes, columns and letters are those of `{own['like']}`" + \
            (f", with trust {own['trust']}" if "trust" in own else "") + "."
        yield ""
        return
    if "columns" in data:
        yield from fields(data)
        yield from categories(data)
    yield from codes(data)


def made():
    lines = [line for name in NAMES for line in section(name)]
    return HEAD + "\n".join(lines).rstrip() + "\n"


if "--check" in sys.argv:
    if page.read_text() != made():
        sys.exit("docs/reference/profiles.md is not up to date: run tools/profiles_page.py")
else:
    page.write_text(made())
