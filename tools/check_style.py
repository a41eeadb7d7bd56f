#!/usr/bin/python3
"""Words that no source holds; sizes are the business of tools/check_sizes.py."""
import pathlib
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent
CODE = (".cpp", ".h", ".py", ".ts")
FORBIDDEN = ("std::views", "#include <execution>", "-ffast-math", "TO" + "DO", "FIX" + "ME")


def main():
    listed = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True,
                            check=False)
    names = listed.stdout.split("\n") if listed.returncode == 0 else []
    problems = []
    for name in names:
        path = root / name
        if not name.endswith(CODE) or name.startswith(("tools/check_", "vectors/")):
            continue
        if not path.is_file():
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            for word in FORBIDDEN:
                if word in line:
                    problems.append(f"{name}:{number}: “{word}” does not belong here")
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main())
