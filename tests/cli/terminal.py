#!/usr/bin/python3
"""What a terminal sees, with a pseudo-terminal: tables of its width, and a pager for what is longer
than the screen. Pipes and files get the same bytes whatever the terminal.

Usage: terminal.py ACCORD SOURCE_DIR
"""
import fcntl
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
import unicodedata

LONG = ["-q", "-C", "demo", "timeline"]
TABLES = (
    ["-q", "-C", "demo", "status"],
    ["-q", "-C", "demo", "timeline"],
    ["-q", "-C", "demo", "assess"],
    ["-q", "-C", "demo", "explain", "T-STOCK"],
    ["check", "--help"],
    ["help"],
    ["simulate", "--help"],
    ["books", "inventory", "clean"],
    ["books", "due", "clean", "--from", "2024-01-01"],
)


class Terminal:
    def __init__(self, accord, folder):
        self.accord, self.folder = accord, folder
        self.environment = {
            "PATH": "/usr/bin:/bin",
            "HOME": str(folder),
            "LANG": "C.UTF-8",
            "TERM": "xterm",
            "NO_COLOR": "1",
        }

    def run(self, words, columns=80, lines=24, press=None, **variables):
        """Exit status and what the screen got. `press`: what is typed once the screen shows
        `press[0]`."""
        child, master = pty.fork()
        if child == 0:
            os.chdir(self.folder)
            time.sleep(0.05)  # until the size is set
            os.execve(self.accord, [self.accord, *words], {**self.environment, **variables})
        fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        shown, until = b"", time.monotonic() + 30
        while time.monotonic() < until:
            if not select.select([master], [], [], 0.1)[0]:
                continue
            try:
                part = os.read(master, 65536)
            except OSError:
                part = b""
            if not part:
                break
            shown += part
            if press and press[0] in shown:
                os.write(master, press[1])
                press = None
        else:
            os.kill(child, signal.SIGKILL)
        os.close(master)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return status, shown.decode("utf-8", "replace").replace("\r\n", "\n")

    def pipe(self, words, **variables):
        done = subprocess.run(
            [self.accord, *words],
            cwd=self.folder,
            env={**self.environment, **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return done.returncode, done.stdout.decode("utf-8", "replace")


def width(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def words_of(text):
    """The letters and digits in their order, wherever lines break."""
    return re.sub(r"\W", "", text)


def widths(t):
    for words in TABLES:
        status, wide = t.pipe(words)
        for columns in (60, 80, 100, 160):
            at, shown = t.run([*words, "--no-pager"], columns=columns)
            if at != status:
                yield f"{words}, {columns} columns: status {at}, in a pipe {status}"
            # A word, as a name of a file or a hash, may be longer than the line.
            too_wide = [
                line
                for line in shown.splitlines()
                if width(line) > columns
                and len(line.split()) > 1
                and not line.lstrip().startswith("accord")
                and max(map(len, line.split())) < columns - 35
            ]
            if too_wide:
                yield f"{words}, {columns} columns: {too_wide[:2]}"
            if sorted(words_of(shown)) != sorted(words_of(wide)):
                yield f"{words}, {columns} columns: not the same letters as in a pipe"
        if t.pipe(words, COLUMNS="40")[1] != wide:
            yield f"{words}: COLUMNS changes what a pipe gets"
    if (
        t.run([*LONG, "--no-pager"], columns=200, COLUMNS="60")[1]
        != t.run([*LONG, "--no-pager"], columns=60)[1]
    ):
        yield "COLUMNS does not win over the size of the terminal"
    t.run([*LONG, "-o", "written.txt"], columns=40)
    if (t.folder / "written.txt").read_text(encoding="utf-8") != t.pipe(LONG)[1]:
        yield "a file is laid out for the terminal"


def pagers(t):
    whole = t.run([*LONG, "--no-pager"])[1]
    if len(whole.splitlines()) < 40:
        yield "the answer is too short to try a pager"
    paged = t.folder / "paged"
    taking = "cat > paged; echo PAGED"
    for variables, is_paged in (
        ({"PAGER": taking}, True),
        ({"ACCORD_PAGER": taking, "PAGER": "false"}, True),
        ({"PAGER": taking, "ACCORD_PAGER": ""}, False),
        ({"PAGER": ""}, False),
        ({"PAGER": taking, "TERM": "dumb"}, False),
    ):
        paged.unlink(missing_ok=True)
        status, shown = t.run(LONG, **variables)
        if is_paged and (shown != "PAGED\n" or paged.read_text(encoding="utf-8") != whole):
            yield f"{variables}: not in the pager: {shown[:200]}"
        if not is_paged and (shown != whole or paged.exists()):
            yield f"{variables}: in a pager, or not whole"
        if status != 0:
            yield f"{variables}: status {status}"
    if t.run([*LONG, "--no-pager"], PAGER=taking)[1] != whole:
        yield "--no-pager: in a pager"
    if t.run(["--version"], PAGER=taking)[1].startswith("PAGED"):
        yield "what fits the screen is in a pager"
    if t.pipe(LONG, PAGER=taking)[1] != t.pipe(LONG)[1]:
        yield "a pipe gets a pager"
    status, shown = t.run(["--help"], lines=10, PAGER=taking)
    if shown != "PAGED\n":
        yield "the help is not in the pager"
    if pathlib.Path("/usr/bin/less").exists():
        status, shown = t.run(LONG, press=(b":", b"q"))
        if status != 0 or "Traceback" in shown or whole[:20] not in shown:
            yield f"less: status {status}: {shown[:200]}"


def broken_pagers(t):
    whole = t.run([*LONG, "--no-pager"])[1]
    asked = ["-q", "-C", "demo", "status", "--fail-on", "not-met"]
    answer = t.pipe([*LONG])[0]
    status, shown = t.run(LONG, PAGER="/nothing/there")
    if status != answer or whole not in shown:
        yield f"a pager that is missing: status {status}: {shown[:300]}"
    status, shown = t.run(LONG, PAGER="head -n 1")
    if status != answer or shown.count("\n") != 1:
        yield f"a pager that is left early: status {status}: {shown[:300]}"
    status, shown = t.run(LONG, PAGER="exec true")
    if status != answer or shown:
        yield f"a pager that reads nothing: status {status}: {shown[:300]}"
    listening = "trap 'echo HEARD; exit 0' INT; cat > /dev/null; echo READY; sleep 10 & wait"
    status, shown = t.run(LONG, press=(b"READY", b"\x03"), PAGER=listening)
    if status != answer or "HEARD" not in shown:
        yield f"Ctrl-C in the pager: status {status}: {shown[:300]}"
    status, shown = t.run(["-C", "demo", "assess"], lines=5, PAGER="cat > /dev/null")
    if status != t.pipe(["-C", "demo", "assess"])[0]:
        yield f"{asked}: the pager changes the status to {status}"


def main():
    accord, source = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(source / "examples/jcpoa", pathlib.Path(folder) / "demo")
        shutil.copytree(source / "examples/state/clean", pathlib.Path(folder) / "clean")
        t = Terminal(accord, pathlib.Path(folder))
        found = [*widths(t), *pagers(t), *broken_pagers(t)]
    print("\n".join(found) if found else "all as expected")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
