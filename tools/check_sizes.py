#!/usr/bin/python3
"""No function over 60 lines, no file over 500, no line over 100 characters.

tools/sizes.txt names what is longer today: a file, the function (`-` for the file as a whole, `100`
for its long lines) and how many lines. The list may only shrink: an entry that grows or is no
longer needed is refused, and nothing new may be added. `check_sizes.py --list` prints what it would
hold.

The lines of a C++ function are counted from its layout (clang-format): it ends at a line that is
`}` alone, and begins at the last line before with the same indentation. A docstring does not count.
"""
import ast
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = (
    "src/",
    "python/",
    "apps/",
    "tools/",
    "bench/",
)  # functions and files of tests may be long
FUNCTION_MAX = 60
FILE_MAX = 500
COLUMNS_MAX = 100
LINE_ENDS = (".cpp", ".h", ".py", ".pyi", ".cmake", "CMakeLists.txt")
LIST = root / "tools/sizes.txt"
MADE = "# Made by tools/"  # how the first line of a file begins that a script writes


def without_texts(lines):
    """The lines with raw strings and preprocessor lines blanked: they have a layout of their
    own."""
    end = None
    out = []
    for line in lines:
        if end is not None:
            at = line.find(end)
            if at >= 0:
                end = None
            out.append("" if at >= 0 and not line[at + 2 :].strip(";, )}\"") else "    ;")
            continue
        raw = re.search(r'R"([^(\s]*)\(', line)
        if raw and f'){raw[1]}"' not in line[raw.end() :]:
            end = f'){raw[1]}"'
        out.append("" if line.startswith("#") else line)
    return out


def indentation(line):
    return len(line) - len(line.lstrip(" "))


def cpp_functions(lines):
    """Name and number of lines of each function, with the line it begins in."""
    lines = without_texts(lines)
    for last, line in enumerate(lines):
        if line.strip() != "}":
            continue
        depth = indentation(line)
        first = last - 1
        while first > 0 and (not lines[first].strip() or indentation(lines[first]) > depth):
            first -= 1
        if indentation(lines[first]) != depth or lines[first].strip() == "}":
            continue
        while first > 0 and indentation(lines[first - 1]) == depth and is_head(lines[first - 1]):
            first -= 1
        head = " ".join(text.strip() for text in lines[first:last])
        name = re.search(r"([~\w:]+|operator\S+?)\(", head.split("{")[0])
        if name and (depth == 0 or is_member(lines, first, depth)):
            yield name[1], last - first + 1, first + 1


def is_head(line):
    """A line before the one with the brace that still belongs to the function."""
    return bool(re.match(r"\s*(template\b|requires\b|\[\[)", line)) and not line.rstrip().endswith(
        (";", "}")
    )


def is_member(lines, first, depth):
    """Whether the block stands in a class: the line that opens what is around it says so."""
    for line in reversed(lines[:first]):
        if (
            line.strip()
            and indentation(line) < depth
            and not re.match(r"\s*(public|private|protected):", line)
        ):
            return bool(re.match(r"\s*(template\b.*)?(class|struct)\b", line))
    return False


def python_functions(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            said = node.body[0] if ast.get_docstring(node) is not None else None
            docstring = said.end_lineno - said.lineno + 1 if said else 0
            yield node.name, node.end_lineno - node.lineno + 1 - docstring, node.lineno


def long_lines(name, lines):
    """How many lines are too long, and the first. An address cannot be broken."""
    is_shell = lines[:1] and re.match(r"#!.*\b(sh|bash)\b", lines[0])
    if not (name.endswith(LINE_ENDS) or is_shell) or name.startswith("vectors/"):
        return 0, 0
    found = [number for number, line in enumerate(lines, 1)
             if len(line) > COLUMNS_MAX and "http" not in line]
    return len(found), found[0] if found else 0


def too_large():
    """What is over its limit: {(file, function, "-" or "100"): lines}, and where each begins."""
    listed = subprocess.run(
        ["git", "ls-files"], cwd=root, capture_output=True, text=True, check=True
    )
    sizes, places = {}, {}

    def note(name, what, count, line):
        if count > sizes.get((name, what), 0):
            sizes[name, what], places[name, what] = count, line

    for name in listed.stdout.splitlines():
        path = root / name
        if not path.is_file() or path.stat().st_size > 1_000_000:
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        if text.startswith(MADE):
            continue
        lines = text.splitlines()
        note(name, "100", *long_lines(name, lines))
        is_python, is_cpp = name.endswith((".py", ".pyi")), name.endswith((".cpp", ".h"))
        if not name.startswith(FOLDERS) or not (is_python or is_cpp):
            continue
        note(name, "-", len(lines) if len(lines) > FILE_MAX else 0, 1)
        for function, count, line in python_functions(text) if is_python else cpp_functions(lines):
            note(name, function, count if count > FUNCTION_MAX else 0, line)
    return sizes, places


def what_is_wrong(key, count, known):
    """The message for something that is over its limit, or nothing."""
    what, limit = {"-": ("the file has {} lines", FILE_MAX),
                   "100": ("{} lines are longer than 100 characters", 0)}.get(
                       key[1], (f"{key[1]} has {{}} lines", FUNCTION_MAX))
    if key not in known:
        return f"{what.format(count)}, at most {limit}"
    return (
        f"{what.format(count)}, more than the {known[key]} before" if count > known[key] else None
    )


def listed_today():
    out = {}
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, function, count = line.split()
            out[name, function] = int(count)
    return out


def shrink(sizes, known):
    """Writes the list anew: what is in it, with the lines of today where they are fewer."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.startswith("#")]
    kept += [f"{name} {what} {min(count, known[name, what])}"
             for (name, what), count in sorted(sizes.items()) if (name, what) in known]
    LIST.write_text("\n".join(kept) + "\n", encoding="utf-8")


def main():
    sizes, places = too_large()
    known = listed_today()
    if sys.argv[1:] == ["--shrink"]:
        shrink(sizes, known)
        return 0
    problems = [f"{key[0]}:{places[key]}: {wrong}" for key, count in sorted(sizes.items())
                if (wrong := what_is_wrong(key, count, known))]
    problems += [f"tools/sizes.txt: {name} {what} is within its limit: check_sizes.py --shrink"
                 for name, what in sorted(set(known) - set(sizes))]
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
