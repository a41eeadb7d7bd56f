#!/usr/bin/python3
"""docs/reference/rules.md from what the program itself says of its rules of accountancy (`accord
__rules`).

Usage: rules_page.py ACCORD           writes the page
       rules_page.py ACCORD --check   exit status 1 when the page is not up to date
"""
import json
import pathlib
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent
page = root / "docs/reference/rules.md"

HEAD = """# Rules of accountancy

<!-- Made by tools/rules_page.py from src/accounting/rules/rule_texts.cpp and profiles/; change it there. -->

`accord check` applies these rules to the reports of a folder. Each finding names its rule, the place, what was found and
what was expected; `accord explain V061` says the same as this page. A finding changes no figure: it says that a report
and what it is compared with do not agree, and not which of the two is right.

*Error*: the report is not released, and `accord check` ends with 1. *Warning*: worth a look. – : the profile has no use
for the rule, because its form has nothing that the rule could look at, or because the profile switches it off. What
is not looked at because a table or a key of `state.json` is not there, `accord check` names ({doc}`state`). The source is the
text that the rule rests on; “accord” marks rules of this program. {doc}`profiles` says how much of each profile was read.

"""

GROUPS = [
    ("V001", "Reading: syntax and header"),
    ("V020", "Entries"),
    ("V040", "Corrections"),
    ("V060", "Balance"),
    ("V080", "Transfers between areas"),
    ("V090", "Time"),
]


def rules(accord):
    done = subprocess.run([accord, "__rules"], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    for one in [*found, *(part for rule in found for part in rule["parts"])]:
        one["severity"] = {s["profile"]: s["severity"] for s in one["severities"]}
    return found


def severity(rule, profile):
    """The severity in words, with the cases that the profile treats by themselves."""
    whole = rule["severity"][profile]
    if whole is None:
        return "–"
    parts = [
        f"{part['severity'][profile] or 'not applied'}: {part['meaning']}"
        for part in rule["parts"]
        if part["severity"][profile] != whole
    ]
    return "; ".join([whole, *parts])


def row(cells):
    return "| " + " | ".join(cells) + " |"


def overview(all_rules):
    profiles = list(all_rules[0]["severity"])
    yield "## Overview"
    yield ""
    yield row(["rule", *(f"`{profile}`" for profile in profiles)])
    yield "|" + "---|" * (len(profiles) + 1)
    for rule in all_rules:
        yield row(
            [
                f"[{rule['rule']}](#{rule['rule'].lower()})",
                *(rule["severity"][p] or "–" for p in profiles),
            ]
        )
    yield ""


def entry(rule):
    yield f"### {rule['rule']}"
    yield ""
    yield rule["meaning"][0].upper() + rule["meaning"][1:] + "."
    yield ""
    yield f"- *Compared:* {rule['compares']}."
    yield f"- *Remedy:* {rule['remedy']}."
    yield f"- *Source:* {rule['source']}."
    by_words = {}
    for profile in rule["severity"]:
        by_words.setdefault(severity(rule, profile), []).append(f"`{profile}`")
    if len(by_words) == 1:
        yield f"- *Severity:* {next(iter(by_words))}, in every profile."
    else:
        yield "- *Severity:* " + "; ".join(
            f"{', '.join(names)} – {words}" if words != "–" else f"not in {', '.join(names)}"
            for words, names in by_words.items()
        ) + "."
    yield ""


def made(accord):
    all_rules = rules(accord)
    lines = list(overview(all_rules))
    for number, (first, title) in enumerate(GROUPS):
        after = GROUPS[number + 1][0] if number + 1 < len(GROUPS) else "W"
        lines += [f"## {title}", ""]
        for rule in all_rules:
            if first <= rule["rule"] < after:
                lines += entry(rule)
    return HEAD + "\n".join(lines).rstrip() + "\n"


def main():
    text = made(sys.argv[1])
    if "--check" not in sys.argv:
        page.write_text(text, encoding="utf-8")
        return 0
    if page.exists() and page.read_text(encoding="utf-8") == text:
        print("every rule has its entry")
        return 0
    print("docs/reference/rules.md is not up to date: run tools/rules_page.py ACCORD")
    return 1


if __name__ == "__main__":
    sys.exit(main())
