#!/usr/bin/python3
"""What every command prints with --json, held against its own schema in both directions.

Runs every command that has a schema on examples that reach every shape of an answer. Each answer
has to fit its schema (as python3-jsonschema has it, so a key that the schema does not know is a
fault), and for each schema is counted
- undocumented: objects that are not closed, in which a key could be that nobody describes;
- untyped: places that the schema names without saying what stands there;
- unseen: places that the schema requires and that no run showed.
tools/schema_gaps.txt says how many of each are allowed; no number may rise. `--list` prints that
file anew; `--show COMMAND` prints the places.

Usage: schema_both_ways.py ACCORD SOURCE_DIR [--list | --show COMMAND]
"""
import collections
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import jsonschema

SAYS = ("type", "enum", "const", "properties", "items", "pattern", "additionalProperties", "anyOf")
GAPS = ("undocumented", "untyped", "unseen")


class Shape:
    """A schema with its references resolved."""

    def __init__(self, root):
        jsonschema.Draft202012Validator.check_schema(root)
        self.root = root
        self.validator = jsonschema.Draft202012Validator(root)

    def faults(self, value):
        for fault in self.validator.iter_errors(value):
            place = "$" + "".join(
                f"[{one}]" if isinstance(one, int) else f".{one}" for one in fault.absolute_path
            )
            yield f"{place}: {fault.message[:300]}"

    def parts(self, schema):
        """The schemas a value may follow at a place: behind references, of anyOf and allOf."""
        if "$ref" in schema:
            yield from self.parts(self.root["$defs"][schema["$ref"].removeprefix("#/$defs/")])
        yield schema
        for word in ("anyOf", "allOf"):
            for part in schema.get(word, []):
                yield from self.parts(part)

    def is_typed(self, schema):
        return any(word in part for part in self.parts(schema) for word in SAYS)

    def places(self, schema, path, inside=()):
        """Every place the schema names: (path, required, typed, closed); one inside itself once."""
        for part in self.parts(schema):
            if any(part is other for other in inside):
                continue
            below = (*inside, part)
            known = part.get("properties", {})
            for key in sorted({*known, *part.get("required", [])}):
                inner = known.get(key, {})
                place = f"{path}.{key}"
                closed = all(
                    one.get("additionalProperties") is False
                    for one in self.parts(inner)
                    if "properties" in one
                )
                yield place, key in part.get("required", []), self.is_typed(inner), closed
                yield from self.places(inner, place, below)
            if "items" in part or part.get("type") == "array":
                inner = part.get("items", {})
                yield f"{path}[]", False, self.is_typed(inner), True
                yield from self.places(inner, f"{path}[]", below)

    def seen(self, value, schemas, path="$"):
        """The places of a value that the schema names."""
        parts = [
            part
            for schema in schemas
            for part in self.parts(schema)
            if "anyOf" not in part and self.validator.evolve(schema=part).is_valid(value)
        ]
        if isinstance(value, list):
            below = [part["items"] for part in parts if "items" in part]
            for one in value:
                yield from self.seen(one, below, f"{path}[]")
        if isinstance(value, dict):
            for key, one in value.items():
                known = (part.get("properties", {}) for part in parts)
                below = [properties[key] for properties in known if key in properties]
                if below:
                    yield f"{path}.{key}"
                    yield from self.seen(one, below, f"{path}.{key}")


def accounts_examples(source):
    """The same of the commands on accounts."""
    accounts, errors = (str(source / "examples/state" / one) for one in ("clean", "errors"))
    euratom = str(source / "examples/profiles/euratom-302-2005")
    return {
        "check": [[accounts], [errors]],
        "books inventory": [[accounts, "--on", "2024-06-30"], [errors]],
        "books movements": [[accounts, "--mba", "ZZF2"]],
        "books mbr": [
            [accounts],
            [errors],
            [accounts, "--mba", "ZZC1", "--on", "2023-09-30", "--dated", "2023-10-13"],
        ],
        "books pairs": [[accounts], [errors]],
        "books items": [[accounts, "--mba", "ZZF2", "--label", "630"]],
        "books due": [
            [accounts],
            [errors],
            [str(source / "examples/profiles/canada-regdoc-2.13.1")],
        ],
        "export": [
            [accounts],
            [euratom, "--profile", "iaea-code10-labelled-2011", "--mba", "ZZB1"],
            [euratom, "--profile", "iaea-code10-labelled-2011", "--accept-findings"],
        ],
        "import": [["-C", accounts, "--dry-run", accounts + "/reports/ZZC1-0001-P.txt"]],
    }


def talks_examples(source):
    """The same of the commands on files of talks."""
    toy, inspections, triangle = (
        [str(source / "examples/talks" / f"{name}.json") for name in names]
        for names in (
            ("domain", "a", "b"),
            ("inspections", "inspections-a", "inspections-b"),
            ("triangle", "triangle-a", "triangle-b", "triangle-c"),
        )
    )
    public = ["-C", str(source / "examples/talks-2025")]
    # Its weights do not come to 1: a warning.
    exact = [str(source / "vectors/talks/exact" / f"{name}.json") for name in ("domain", "A")]
    proof, heard = (str(source / "examples/talks" / name) for name in ("proof.json", "round.jsonl"))
    return {
        "talks check": [toy, inspections, [toy[0]], exact],
        "talks zone": [
            *(toy, inspections, triangle),
            *([*public, "--on", day] for day in ("2025-05-17", "2025-05-18")),
        ],
        "talks solve": [toy],
        "talks why": [toy, triangle],
        "talks verify": [[proof, "--domain", triangle[0]]],
        "talks draft": [[inspections[0], "level=low", "visits=8", "relief=step"]],
        "talks round": [[*toy, "--start", "x=a", "--start", "y=q"]],
        "talks replay": [[heard, "--domain", toy[0]]],
    }


def examples_of(source):
    """For each command with a schema, words that make it print data."""
    text = str(source / "examples/jcpoa/terms/jcpoa.accord")
    folders = (str(source / "examples" / n) for n in ("jcpoa", "items", "books", "talks-2025"))
    jcpoa, items, books, talks = (["-C", folder] for folder in folders)
    copy, state = ["-C", "copy"], str(source / "examples/state/clean")
    supposed = [["--suppose", "us_relief no on 2018-05-07", "--on", "2018-05-07"],
                ["--suppose", "us ceases on 2018-05-08", "--on", "2019-07-01"]]
    return {
        "terms check": [[text], [str(source / "vectors/errors/frame.accord")]],
        "doctor": [[]],
        "assess": [[*copy, "--on", "2025-02-26"], [*copy, *supposed[0]], ["-C", "items"]],
        "explain": [
            ["T-STOCK", *jcpoa, "--on", "2019-07-01", "--known", "2019-07-08"],
            *(["T-STOCK", *jcpoa, "--on", day] for day in ("2016-06-01", "2021-06-01")),
            ["T-DAILY", *jcpoa],
            ["O-EU-TRANS", *jcpoa],
            ["V061"],
            ["V005"],
            ["ZZC1/2/1", "-C", state],
            ["ZZC1/2023-09-30/610", "-C", state],
        ],
        "status": [
            jcpoa,
            items,
            books,
            ["-C", "nowhere"],  # no data: the messages
            [*jcpoa, "--on", "2016-01-01"],
            [*jcpoa, "--assume", "Q-SNAPBACK=reinstated"],
            [*jcpoa, *supposed[1]],
        ],
        "timeline": [jcpoa, items, books, [*jcpoa, "--term", "T-STOCK"]],
        "report": [[*copy, "--as-of", "GOV/2025/8"], [*copy, "--list"]],
        "compare claims": [jcpoa],
        "compare items": [[*items, "--on", "2022-04-30"]],
        "balance": [
            [str(source / "examples/state/items_honest")],
            ["--study", str(source / "examples/study/study.toml")],
            [
                str(source / "examples/state/items_honest"),
                *("--two-sided", "--goal", "8", "--criteria", "us-10cfr74", "--demonstration"),
                *("--targets", str(source / "profiles/targets/demonstration.csv")),
            ],
        ],
        "talks positions": [[*jcpoa, "--on", "2025-05-18"]],
        "talks days": [talks],
        "talks sheet": [[*talks, "--on", "2025-05-18"]],
        "terms account": [["iran", "us", *jcpoa]],
        "terms clock": [["D-DRM", *jcpoa, "--open", "2020-01-14"]],
        "terms show": [jcpoa, items, ["T-STOCK", *jcpoa]],
        "terms format": [[text]],
        "terms diff": [[text, text], [text, text, "--data", jcpoa[1]]],
        "terms depends": [jcpoa, items, ["iran", *jcpoa]],
        "simulate": [
            [str(source / "examples/simulation/twelve-balances.toml"), "--reps", "10000"],
            [str(source / "examples/study/scenario.toml"), "--reps", "1000"],
        ],
        "init": [["made"]],
        **accounts_examples(source),
        **talks_examples(source),
    }


def run(accord, name, words, folder):
    done = subprocess.run(
        [accord, *name.split(), *words, "--json"], cwd=folder, capture_output=True, check=False
    )
    try:
        return json.loads(done.stdout)
    except ValueError:
        sys.exit(
            f"{name} {' '.join(words)}: no JSON (exit {done.returncode}): {done.stderr.decode()}"
        )


def gaps_of(accord, source, folder):
    """For each command the places of each kind of gap; and every answer that does not fit."""
    names = subprocess.run([accord, "schema"], capture_output=True, text=True, check=True).stdout
    examples = examples_of(source)
    out, faults, seen = {}, [], {}
    for name in names.splitlines():
        text = subprocess.run([accord, "schema", *name.split()], capture_output=True, check=True)
        shape = Shape(json.loads(text.stdout))
        seen[name] = set()
        if name not in examples:
            faults.append(f"{name}: no example in tools/schema_both_ways.py")
        for words in examples.get(name, []):
            value = run(accord, name, words, folder)
            if value["data"] is None and "nowhere" not in words:
                faults.append(f"{name} {words}: no data")
            faults += [f"{name} {words}: {fault}" for fault in list(shape.faults(value))[:10]]
            seen[name].update(shape.seen(value, [shape.root]))
        required, typed, open_ones = set(), collections.defaultdict(bool), set()
        for place, is_required, is_typed, is_closed in shape.places(shape.root, "$"):
            required |= {place} if is_required else set()
            open_ones |= set() if is_closed else {place}
            typed[place] |= is_typed
        untyped = {place for place, yes in typed.items() if not yes}
        out[name] = {"undocumented": open_ones, "untyped": untyped, "unseen": required - seen[name]}
    # A problem of the input looks the same whatever was asked.
    shared = {place for one in seen.values() for place in one if place.startswith("$.messages")}
    for gaps in out.values():
        gaps["unseen"] -= shared
    return out, faults


def known_gaps(path):
    out = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, *numbers = line.rsplit(maxsplit=3)
            out[name] = dict(zip(GAPS, map(int, numbers)))
    return out


def main():
    accord, source = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(source / "examples/jcpoa", pathlib.Path(folder) / "copy")
        shutil.copytree(source / "examples/items", pathlib.Path(folder) / "items")
        found, problems = gaps_of(accord, source, folder)
    if sys.argv[3:4] == ["--show"]:
        for kind, places in found[sys.argv[4]].items():
            print(f"{kind}: {len(places)}", *sorted(places), sep="\n  ")
        return 0
    if sys.argv[3:4] == ["--list"]:
        for name, gaps in sorted(found.items()):
            if any(gaps.values()):
                print(name, *(len(gaps[kind]) for kind in GAPS))
        return 0
    known, totals = known_gaps(source / "tools/schema_gaps.txt"), collections.Counter()
    for name, gaps in sorted(found.items()):
        for kind, places in gaps.items():
            totals[kind] += len(places)
            allowed = known.get(name, {}).get(kind, 0)
            if len(places) > allowed:
                problems.append(
                    f"{name}: {len(places)} {kind}, at most {allowed}: "
                    + ", ".join(sorted(places)[:20])
                )
    print(
        "\n".join(problems)
        or f"{len(found)} schemas: " + ", ".join(f"{totals[kind]} {kind}" for kind in GAPS)
    )
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
