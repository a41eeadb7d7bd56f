#!/usr/bin/python3
"""Checks that what a command prints with --json fits the schema that `accord schema` prints for it.

The part of JSON Schema that accord uses: type, const, enum, required, properties, items, anyOf, allOf, pattern,
$ref into $defs. Anything else in a schema is refused, so that no rule is silently left unchecked.

Usage: validate.py ACCORD SOURCE_DIR
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

KNOWN = {"$schema", "$defs", "title", "description", "type", "const", "enum", "required", "properties",
         "additionalProperties", "items", "anyOf", "allOf", "pattern", "$ref"}
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}


def is_type(value, name):
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if name == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def faults(value, schema, root, place="$"):
    unknown = set(schema) - KNOWN
    if unknown:
        return [f"{place}: the schema says {sorted(unknown)}, which this check does not know"]
    if "$ref" in schema:
        return faults(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, place)
    found = []
    types = schema.get("type")
    if types is not None and not any(is_type(value, t) for t in ([types] if isinstance(types, str) else types)):
        return [f"{place}: expected {types}, found {repr(value)[:200]}"]
    if "const" in schema and value != schema["const"]:
        found.append(f"{place}: expected {schema['const']!r}, found {repr(value)[:200]}")
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{place}: {value!r} is none of {schema['enum']}")
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        found.append(f"{place}: {value!r} does not fit {schema['pattern']}")
    for part in schema.get("allOf", []):
        found += faults(value, part, root, place)
    if "anyOf" in schema:
        tries = [faults(value, part, root, place) for part in schema["anyOf"]]
        if all(tries):
            found += max(tries, key=len)
    if isinstance(value, dict):
        found += [f"{place}: “{key}” is missing" for key in schema.get("required", []) if key not in value]
        if schema.get("additionalProperties") is False:
            found += [f"{place}: “{key}” is not in the schema" for key in value if key not in schema["properties"]]
        for key, part in schema.get("properties", {}).items():
            if key in value:
                found += faults(value[key], part, root, f"{place}.{key}")
    if isinstance(value, list) and "items" in schema:
        for index, one in enumerate(value):
            found += faults(one, schema["items"], root, f"{place}[{index}]")
    return found


def examples_of(source):
    """For each command with a schema, words that make it print data. Every such command must stand here."""
    text = str(source / "examples/jcpoa/terms/jcpoa.accord")
    jcpoa = ["-C", str(source / "examples/jcpoa")]
    copy = ["-C", "copy"]
    accounts = str(source / "examples/state/clean")
    euratom = str(source / "examples/profiles/euratom-302-2005")
    return {
        "terms check": [[text]],
        "doctor": [[]],
        "assess": [[*copy, "--on", "2025-02-26"], [*copy, "--suppose", "us_relief no on 2018-05-07", "--on", "2018-05-07"]],
        "explain": [["T-STOCK", *jcpoa, "--on", "2019-07-01", "--known", "2019-07-08"], ["V061"], ["V005"],
                    ["ZZC1/2/1", "-C", accounts], ["ZZC1/2023-09-30/610", "-C", accounts]],
        "status": [jcpoa, [*jcpoa, "--on", "2016-01-01"], [*jcpoa, "--assume", "Q-SNAPBACK=reinstated"]],
        "timeline": [[*jcpoa, "--term", "T-STOCK"]],
        "report": [[*copy, "--as-of", "GOV/2025/8"]],
        "compare claims": [jcpoa],
        "compare items": [["-C", str(source / "examples/items"), "--on", "2022-04-30"]],
        "balance": [[str(source / "examples/state/items_honest")], ["--study", str(source / "examples/study/study.toml")]],
        "talks positions": [[*jcpoa, "--on", "2025-05-18"]],
        "terms account": [["iran", "us", *jcpoa]],
        "terms clock": [["D-DRM", *jcpoa, "--open", "2020-01-14"]],
        "terms show": [jcpoa, ["T-STOCK", *jcpoa]],
        "terms format": [[text]],
        "terms diff": [[text, text], [text, text, "--data", jcpoa[1]]],
        "terms depends": [[*jcpoa], ["iran", *jcpoa]],
        "check": [[accounts], [str(source / "examples/state/errors")]],
        "books inventory": [[accounts, "--on", "2024-06-30"]],
        "books movements": [[accounts, "--mba", "ZZF2"]],
        "books mbr": [[accounts]],
        "books pairs": [[accounts], [str(source / "examples/state/errors")]],
        "books items": [[accounts, "--mba", "ZZF2", "--label", "630"]],
        "books due": [[accounts], [str(source / "examples/profiles/canada-regdoc-2.13.1")]],
        "export": [[accounts], [euratom, "--profile", "iaea-code10-labelled-2011", "--mba", "ZZB1"],
                   [euratom, "--profile", "iaea-code10-labelled-2011", "--accept-findings", "-o", "new"]],
        "simulate": [[str(source / "examples/simulation/twelve-balances.toml"), "--reps", "10000"],
                     [str(source / "examples/study/scenario.toml"), "--reps", "1000"]],
        "import": [["-C", accounts, "--dry-run", accounts + "/reports/ZZC1-0001-P.txt"]],
    }


def main():
    accord, source = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    commands = subprocess.run([accord, "schema"], capture_output=True, text=True, check=True).stdout.splitlines()
    examples = examples_of(source)
    problems = [f"{name}: no example in tests/cli/validate.py" for name in commands if name not in examples]
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(source / "examples/jcpoa", pathlib.Path(folder) / "copy")
        for name in commands:
            schema = json.loads(subprocess.run([accord, "schema", *name.split()], capture_output=True, check=True).stdout)
            for words in examples.get(name, []):
                done = subprocess.run([accord, *name.split(), *words, "--json"], cwd=folder, capture_output=True,
                                      check=False)
                value = json.loads(done.stdout)
                if value["data"] is None:
                    problems.append(f"{name} {words}: no data (exit {done.returncode}): {done.stderr.decode()}")
                problems += [f"{name} {words}: {fault}" for fault in faults(value, schema, schema)[:10]]
    print("\n".join(problems) or f"{len(commands)} schemas fit")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
