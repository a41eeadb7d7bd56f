#!/usr/bin/python3
"""Refuses includes that the module order does not allow.

A file in src/MODULE may include headers of its own module, of the modules its CMakeLists.txt names
in DEPENDS, and of what those name in turn. Inside a module only folders that stand before its own
in FOLDERS. A source includes the header of its name first, which so is known to stand alone. Heavy
libraries may be included only in the files listed here: each is reached through one place.
"""
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parent.parent
FACADES = {
    "CLI/": ["src/cli/frame/parse"],
    "toml++": ["src/formats/text/toml"],
    "nlohmann/": ["*_json.cpp", "*_json.h", "tests/"],  # headers: json_fwd.hpp only
    "openssl/": ["src/seal/"],
    "sodium": ["src/seal/"],
    "kainjow": ["src/report/forms/render"],
    "pybind11/": ["python/src/"],
    "boost/multiprecision": ["src/talks/model/number"],
}


def at_home(name, place):
    return name.endswith(place[1:]) if place.startswith("*") else name.startswith(place)


def declared():
    """The modules that each one names, and the place of each of its folders in their order."""
    depends, folders = {}, {}
    for lists in sorted((root / "src").glob("*/CMakeLists.txt")):
        match = re.search(r"accord_module\((\w+)(.*?)\)", lists.read_text(), re.S)
        found = re.search(r"DEPENDS([\s\w]*?)(?:LIBRARIES|SOURCES|HEADERS|$)", match[2])
        depends[match[1]] = found[1].split() if found else []
        order = re.search(r"FOLDERS ([^\n]*)", match[2])
        folders[match[1]] = (
            {
                name: place
                for place, group in enumerate(order[1].split())
                for name in group.split("+")
            }
            if order
            else {}
        )
    return depends, folders


def reach(module, depends, seen=None):
    seen = set() if seen is None else seen
    for name in depends.get(module, []):
        if name not in seen:
            seen.add(name)
            reach(name, depends, seen)
    return seen


def is_own_header_first(path):
    header = path.with_suffix(".h")
    if path.suffix != ".cpp" or not header.exists() or "src" not in path.parts:
        return True
    first = re.search(r'^#include [<"]([^>"]+)', path.read_text(), re.M)
    return first and header.as_posix().endswith("/src/" + first[1])


def main():
    depends, folders = declared()
    problems = []
    for path in sorted(
        [*root.glob("src/**/*.h"), *root.glob("src/**/*.cpp"), *root.glob("python/**/*.cpp")]
    ):
        name = path.relative_to(root).as_posix()
        module = path.relative_to(root).parts[1] if name.startswith("src/") else None
        inside = folders.get(module, {})
        folder = path.relative_to(root).parts[2] if inside else None
        if inside and folder not in inside:
            problems.append(f"{name}: {folder} is not in FOLDERS of src/{module}/CMakeLists.txt")
        allowed = {module} | reach(module, depends) if module else None
        if not is_own_header_first(path):
            problems.append(f"{name}: the header of its name comes first")
        for number, line in enumerate(path.read_text().splitlines(), 1):
            own = re.match(r'#include "(\w+)/', line)
            if own and allowed and own[1] not in allowed:
                problems.append(
                    f"{name}:{number}: {module} may not include {own[1]} "
                    f"(see src/{module}/CMakeLists.txt)"
                )
            within = re.match(rf'#include "{module}/(\w+)/', line)
            if within and inside.get(within[1], 0) > inside.get(folder, 0):
                problems.append(
                    f"{name}:{number}: {folder} may not include {within[1]} "
                    f"(FOLDERS of src/{module}/CMakeLists.txt)"
                )
            heavy = re.match(r"#include [<\"]([^>\"]+)", line)
            for prefix, places in FACADES.items():
                if (
                    heavy
                    and heavy[1].startswith(prefix)
                    and not any(at_home(name, p) for p in places)
                ):
                    problems.append(f"{name}:{number}: {heavy[1]} only in {', '.join(places)}")
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main())
