#!/usr/bin/python3
"""Size and layout rules that a reader cannot be asked to watch (CONTRIBUTING.md, "Sizes")."""
import pathlib
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent
CODE = (".cpp", ".h", ".py", ".ts")
LINES_MAX = 800
COLUMNS_MAX = 120
FORBIDDEN = ("std::views", "#include <execution>", "-ffast-math", "TO" + "DO", "FIX" + "ME")


def main():
    listed = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=False)
    names = listed.stdout.split("\n") if listed.returncode == 0 else []
    problems = []
    for name in names:
        path = root / name
        if not name.endswith(CODE) or not path.is_file() or name.startswith(("tools/check_", "vectors/")):
            continue
        lines = path.read_text().splitlines()
        if len(lines) > LINES_MAX:
            problems.append(f"{name}: {len(lines)} lines, at most {LINES_MAX}: split it by meaning")
        for number, line in enumerate(lines, 1):
            if len(line) > COLUMNS_MAX and name.endswith((".cpp", ".h")) and "http" not in line:
                problems.append(f"{name}:{number}: {len(line)} columns, at most {COLUMNS_MAX}")
            for word in FORBIDDEN:
                if word in line:
                    problems.append(f"{name}:{number}: “{word}” does not belong here")
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main())
