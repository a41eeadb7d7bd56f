#!/usr/bin/python3
"""Every C++ source has the one layout (.clang-format); `make format` gives it."""
import pathlib
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent


def main():
    listed = subprocess.run(["git", "ls-files", "*.cpp", "*.h"], cwd=root, capture_output=True,
                            text=True, check=True)
    names = [name for name in listed.stdout.splitlines() if (root / name).is_file()]
    done = subprocess.run(["clang-format-14", "--dry-run", "-Werror", *names], cwd=root,
                          capture_output=True, text=True, check=False)
    wrong = sorted({line.split(":")[0] for line in done.stderr.splitlines() if ": error:" in line})
    print("\n".join(f"{name}: has another layout: run make format" for name in wrong))
    return 1 if wrong or done.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
