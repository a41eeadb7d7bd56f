#!/usr/bin/python3
"""What a command prints with --json, held against its own schema in both directions.

Runs every command that has a schema on the examples (those of tests/cli/validate.py, and more below
so that every shape of an answer is reached) and counts for each
- undocumented: places with a key that the schema does not describe;
- untyped: places that the schema names without saying what stands there;
- unseen: places that the schema requires and that no run showed.
A command whose schema is closed ("additionalProperties": false, derived from described structs) has
none of the first two. How many gaps the others have, and what no run has shown, is said in
tools/schema_gaps.txt; no number may rise. `--list` prints that file anew; `--show COMMAND` prints
the places.

Usage: schema_both_ways.py ACCORD SOURCE_DIR [--list | --show COMMAND]
"""
import collections
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

SAYS = ("type", "enum", "const", "properties", "items", "pattern", "additionalProperties")
GAPS = ("undocumented", "untyped", "unseen")


class Shape:
    """A schema with its references resolved."""

    def __init__(self, root):
        self.root = root

    def parts(self, schema):
        """The schemas a value may follow at a place: behind references, of anyOf and allOf."""
        if "$ref" in schema:
            yield from self.parts(self.root["$defs"][schema["$ref"].removeprefix("#/$defs/")])
        yield schema
        for word in ("anyOf", "oneOf", "allOf"):
            for part in schema.get(word, []):
                yield from self.parts(part)

    def is_typed(self, schema):
        return any(word in part for part in self.parts(schema) for word in SAYS)

    def fits(self, schema, value):
        """Whether a branch can mean this value: its type and its constants say nothing else."""
        types = schema.get("type")
        name = {
            dict: "object",
            list: "array",
            str: "string",
            bool: "boolean",
            type(None): "null",
        }.get(type(value), "number")
        if types is not None:
            types = [types] if isinstance(types, str) else types
            if name not in types and not (name == "number" and "integer" in types):
                return False
        if not isinstance(value, dict):
            return True
        for key, part in schema.get("properties", {}).items():
            if key in value and "const" in part and part["const"] != value[key]:
                return False
        return True

    def places(self, schema, path, inside=()):
        """Every place the schema names: (path, required, typed). A place inside itself once."""
        for part in self.parts(schema):
            if any(part is other for other in inside):
                continue
            below = (*inside, part)
            known = part.get("properties", {})
            for key in sorted({*known, *part.get("required", [])}):
                place = f"{path}.{key}"
                yield place, key in part.get("required", []), self.is_typed(known.get(key, {}))
                yield from self.places(known.get(key, {}), place, below)
            for word, step in (("items", "[]"), ("additionalProperties", ".*")):
                if isinstance(part.get(word), dict):
                    yield f"{path}{step}", False, self.is_typed(part[word])
                    yield from self.places(part[word], path + step, below)
                elif word == "items" and part.get("type") == "array":
                    yield f"{path}{step}", False, False

    def walk(self, value, schemas, path, seen, undocumented):
        """Marks the places of a value as seen, and notes the keys that no schema describes."""
        parts = [p for s in schemas for p in self.parts(s) if self.fits(p, value)]
        if isinstance(value, list):
            below = [p["items"] for p in parts if isinstance(p.get("items"), dict)]
            for one in value:
                seen[f"{path}[]"] += 1
                self.walk(one, below, f"{path}[]", seen, undocumented)
        if not isinstance(value, dict):
            return
        for key, one in value.items():
            below = [p["properties"][key] for p in parts if key in p.get("properties", {})]
            place = f"{path}.{key}"
            if not below:
                below = [p["additionalProperties"] for p in parts
                         if isinstance(p.get("additionalProperties"), dict)]
                place = f"{path}.*" if below else place
            if not below and not any(key in p.get("required", []) for p in parts):
                undocumented.add(place)
                continue
            seen[place] += 1
            self.walk(one, below, place, seen, undocumented)


def is_closed(shape):
    """Whether the data of the answer is described to the last key."""
    data = shape.root.get("properties", {}).get("data", {})
    objects = [p for p in shape.parts(data) if "properties" in p]
    return bool(objects) and all(p.get("additionalProperties") is False for p in objects)


def more_examples(source):
    """Runs beside those of tests/cli/validate.py, for shapes that those do not reach."""
    jcpoa = ["-C", str(source / "examples/jcpoa")]
    items = ["-C", str(source / "examples/items")]
    errors = str(source / "examples/state/errors")
    return {
        "terms check": [[str(source / "vectors/errors/frame.accord")]],
        "status": [items, [*jcpoa, "--suppose", "us ceases on 2018-05-08", "--on", "2019-07-01"]],
        "assess": [["-C", "items"]],
        "explain": [["T-STOCK", *jcpoa, "--on", day] for day in ("2016-06-01", "2021-06-01")]
        + [["T-DAILY", *jcpoa], ["O-EU-TRANS", *jcpoa]],
        "timeline": [jcpoa, items],
        "books inventory": [[errors]],
        "books mbr": [[errors]],
        "books due": [[errors]],
        "terms show": [items],
        "terms depends": [items],
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
    """For each command: whether it is closed, and the places of each kind of gap."""
    sys.path.insert(0, str(source / "tests/cli"))
    from validate import examples_of

    names = subprocess.run([accord, "schema"], capture_output=True, text=True, check=True).stdout
    examples, more = examples_of(source), more_examples(source)
    out, shapes, seen = {}, {}, {}
    for name in names.splitlines():
        text = subprocess.run([accord, "schema", *name.split()], capture_output=True, check=True)
        shapes[name] = shape = Shape(json.loads(text.stdout))
        seen[name], undocumented = collections.Counter(), set()
        for words in [*examples.get(name, []), *more.get(name, [])]:
            value = run(accord, name, words, folder)
            shape.walk(value, [shape.root], "$", seen[name], undocumented)
        out[name] = is_closed(shape), {"undocumented": undocumented}
    # A problem of the input looks the same whatever was asked.
    shared = {place for one in seen.values() for place in one if place.startswith("$.messages")}
    for name, shape in shapes.items():
        required, typed = set(), collections.defaultdict(bool)
        for place, is_required, is_typed in shape.places(shape.root, "$"):
            required |= {place} if is_required else set()
            typed[place] |= is_typed
        out[name][1]["untyped"] = {place for place, yes in typed.items() if not yes}
        out[name][1]["unseen"] = required - set(seen[name]) - shared
    return out


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
        found = gaps_of(accord, source, folder)
    if sys.argv[3:4] == ["--show"]:
        for kind, places in found[sys.argv[4]][1].items():
            print(f"{kind}: {len(places)}", *sorted(places), sep="\n  ")
        return 0
    if sys.argv[3:4] == ["--list"]:
        for name, (closed, gaps) in sorted(found.items()):
            if any(gaps.values()):
                print(name, *(len(gaps[kind]) for kind in GAPS))
        return 0
    known = known_gaps(source / "tools/schema_gaps.txt")
    problems, totals = [], collections.Counter()
    for name, (closed, gaps) in sorted(found.items()):
        for kind, places in gaps.items():
            totals[kind] += len(places)
            allowed = known.get(name, {}).get(kind, 0)
            if len(places) > allowed:
                problems.append(f"{name}: {len(places)} {kind}, at most {allowed}: "
                                + ", ".join(sorted(places)[:20]))
        if closed and any(known.get(name, {}).get(kind) for kind in GAPS[:2]):
            problems.append(f"tools/schema_gaps.txt: the schema of {name} is closed: no gaps there")
    print("\n".join(problems) or f"{len(found)} schemas: "
          + ", ".join(f"{totals[kind]} {kind}" for kind in GAPS))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
