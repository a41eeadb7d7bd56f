"""What the golden tests of the command line and the tests of the manual share: comparing lines, and
a folder to run in.

`...` alone stands for any number of lines, `…` inside a line for any text.
"""
import difflib
import pathlib
import re
import shutil
import subprocess
import tempfile


def matches(pattern, text):
    parts = [".*" if p == "…" else re.escape(p) for p in re.split("(…)", pattern)]
    return re.fullmatch("".join(parts), text) is not None


def same(expected, found):
    """Whether the lines fit. Each `...` takes as few lines as it can; on a misfit the last one
    takes one more."""
    at = line = 0
    gap = gap_line = None
    while line < len(found):
        if at < len(expected) and expected[at] == "...":
            gap, gap_line = at, line
            at += 1
        elif at < len(expected) and matches(expected[at], found[line]):
            at, line = at + 1, line + 1
        elif gap is not None:
            gap_line += 1
            at, line = gap + 1, gap_line
        else:
            return False
    return all(rest == "..." for rest in expected[at:])


def differences(name, expected, found):
    if same(expected, found):
        return []
    return [
        f"  {name}:",
        *(
            "    " + d
            for d in difflib.unified_diff(expected, found, "expected", "found", lineterm="")
        ),
    ]


class Sandbox:
    """A fresh folder `work` with `accord` on the PATH; its own name reads FOLDER in what commands
    print."""

    def __init__(self, accord, source):
        self._holder = tempfile.TemporaryDirectory()
        root = pathlib.Path(self._holder.name).resolve()
        self.source = source
        self.folder = root / "work"
        self.programs = root / "programs"
        self.folder.mkdir()
        self.programs.mkdir()
        (self.programs / "accord").symlink_to(accord)
        self.environment = {
            "PATH": f"{self.programs}:/usr/bin:/bin",
            "HOME": str(root),
            "LANG": "C.UTF-8",
            "PYTHONDONTWRITEBYTECODE": "1",
            "SOURCE": str(source),
        }

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._holder.cleanup()

    def copy(self, name, target):
        """Copies a file or folder of the repository into the folder."""
        to = self.folder / target
        to.parent.mkdir(parents=True, exist_ok=True)
        if (self.source / name).is_dir():
            shutil.copytree(self.source / name, to)
        else:
            shutil.copy2(self.source / name, to)

    def write(self, name, text):
        to = self.folder / name
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(text, encoding="utf-8")

    def run(self, command, merged=False):
        """Runs one line of shell: exit status, lines of standard output, lines of standard error.
        `merged`: all in one, as a terminal shows them."""
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=self.folder,
            env=self.environment,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT if merged else subprocess.PIPE,
        )
        return done.returncode, self._lines(done.stdout), self._lines(done.stderr or b"")

    def _lines(self, text):
        return text.decode("utf-8", "replace").replace(str(self.folder), "FOLDER").splitlines()
