#!/usr/bin/python3
"""Completion offers what a command takes, and nothing else.

For every command and every flag with a closed set of words: each word offered is taken, and each
word of any such set that is taken is offered. Ids of a workspace and of accounts that are offered
are taken by the command. The script of bash is run as bash runs it.

Usage: completion.py ACCORD SOURCE_DIR
"""
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

FORMATS = ["text", "json", "csv", "md", "svg", "html", "code10", "xlsx", "pdf"]
FILLER = {
    "terms account": ["a", "b"],
    "explain": ["x"],
    "import": ["x"],
    "simulate": ["x"],
    "terms format": ["x"],
    "terms diff": ["x", "y"],
    "init": ["x"],
    "completion": ["bash"],
}
# What a command with such a flag also needs, so that the flag is looked at.
IDS = (
    # words before, words offered for the last, how many at least, words after
    (["-C", "demo", "explain"], r"F-T-\w+|[A-Z]+[-A-Z0-9@a-z_]*", 20, ["-q"]),
    (["-C", "demo", "status", "--term"], ".*", 20, []),
    (["-C", "demo", "timeline", "--term"], ".*", 20, []),
    (["-C", "demo", "status", "--party"], ".*", 3, []),
    (["-C", "demo", "timeline", "--party"], ".*", 3, []),
    (["-C", "demo", "terms", "show"], ".*", 40, []),
    (["-C", "demo", "terms", "depends"], ".*", 40, []),
    (["-C", "demo", "terms", "clock", "--open", "2020-01-14"], "D-.*", 2, []),
    (["-C", "demo", "status", "--assume"], ".*=.*", 2, []),
    (["-C", "demo", "report", "--format", "md", "-o", "out", "--as-of"], ".*", 40, []),
    (["-C", "demo", "status", "--on"], r"\d{4}-\d\d-\d\d", 20, []),
    (["status", "demo", "--known"], r"\d{4}-\d\d-\d\d", 20, []),
    (["books", "inventory", "clean", "--mba"], "ZZ..", 2, []),
    (["books", "movements", "-C", "clean", "--mba"], "ZZ..", 2, []),
    (["books", "inventory", "clean", "--on"], r"\d{4}-\d\d-\d\d", 3, []),
    (["-C", "clean", "explain"], r"V\d\d\d|ZZ../\d+", 60, []),
    (["init", "new", "--example"], ".*", 5, []),
)
FEW = 12  # of many ids so many are tried, from both ends


class Program:
    def __init__(self, accord, folder):
        self.accord, self.folder = accord, folder

    def run(self, words):
        return subprocess.run(
            [self.accord, *words],
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )

    def offered(self, *words):
        return self.run(["__complete", *words]).stdout.splitlines()


def manual(program):
    text = program.run(["__manual"]).stdout
    for section in text.split("\n### accord ")[1:]:
        yield section.split("\n")[0], re.findall(
            r"^\| `(?:-\w, )?(--[a-z-]+)(?: ([^`]+))?` \|", section, re.MULTILINE
        )


def common_flags(program):
    text = program.run(["__manual"]).stdout.split("\n## ")[0]
    return re.findall(r"^\| `(?:-\w, )?(--[a-z-]+)(?: ([^`]+))?` \|", text, re.MULTILINE)


def is_taken(program, name, flag, word):
    done = program.run([*name.split(), *FILLER.get(name, []), f"{flag}={word}"])
    return not (
        done.returncode == 2
        and re.search(rf"{flag}:|does not print|{re.escape(flag)} ", done.stderr)
    )


def closed_sets(program):
    every = [(name, [*flags, *common_flags(program)]) for name, flags in manual(program)]
    sets = {}
    for name, flags in every:
        words = name.split()
        offered = program.offered(*words, "-")
        for flag, _ in flags:
            if flag not in offered:
                yield f"accord {name}: {flag} is not offered"
        if set(offered) - {flag for flag, _ in flags}:
            yield f"accord {name}: offers {set(offered) - {flag for flag, _ in flags}}"
        for flag, value in flags:
            if value:
                found = program.offered(*words, flag, "")
                signed = program.offered(*words, f"{flag}=")
                if signed != [f"{flag}={word}" for word in found]:
                    yield f"accord {name} {flag}=: offers {signed}, with a blank {found}"
                if found and value != "NAME" and not value.startswith("ID"):
                    sets[name, flag] = found
    universe = sorted({word for found in sets.values() for word in found} | set(FORMATS))
    for (name, flag), found in sets.items():
        for word in universe:
            taken = is_taken(program, name, flag, word)
            if taken and word not in found:
                yield f"accord {name} {flag}: takes {word}, which is not offered"
            if not taken and word in found:
                yield f"accord {name} {flag}: offers {word}, which it does not take"
    if not any(flag == "--format" for _, flag in sets) or not any(
        flag == "--label" for _, flag in sets
    ):
        yield "no closed sets were found"


def words_of_commands(program):
    names = [name for name, _ in manual(program)]
    for words, expected in (
        ([""], {name.split()[0] for name in names}),
        (["help", ""], {name.split()[0] for name in names}),
        (["books", ""], {n.split()[1] for n in names if n.startswith("books ")}),
        (["help", "books", ""], {n.split()[1] for n in names if n.startswith("books ")}),
        (["help", "assess", ""], set()),
    ):
        if set(program.offered(*words)) != expected:
            yield f"{words}: offers {program.offered(*words)}"
    schemas = set(program.run(["schema"]).stdout.splitlines())
    found = set()
    for first in program.offered("schema", ""):
        second = program.offered("schema", first, "")
        found |= {f"{first} {word}" for word in second} if second else {first}
    if found != schemas:
        yield f"schema: offers {found ^ schemas} and does not print it, or the other way"
    if program.offered("completion", "bash", "") or program.offered("assess", "demo", ""):
        yield "offers an argument too many"
    if "--json" in program.offered("status", "--json", "--"):
        yield "offers a flag that is there already"


def ids(program):
    for before, form, at_least, after in IDS:
        found = program.offered(*before, "")
        if len(found) < at_least or not all(re.fullmatch(form, word) for word in found):
            yield f"{before}: offers {found}"
        some = found if len(found) <= 2 * FEW else found[:FEW] + found[-FEW:]
        for word in some:
            done = program.run([*before, word, *after])
            if done.returncode not in (0, 1):
                yield f"{before}: offers {word}, which ends with {done.returncode}: {done.stderr}"
            shutil.rmtree(pathlib.Path(program.folder) / "new", ignore_errors=True)


BASH = r"""
eval "$(accord completion bash)"
compopt() { echo FILES; }
_accord
printf '%s\n' "${COMPREPLY[@]}"
"""


def bash(program, line, words):
    """What bash would put in the place of the last word; `words` as bash cuts the line."""
    script = f"COMP_WORDS=({' '.join(words)}); COMP_CWORD={len(words) - 1}; COMP_LINE={shlex.quote(line)}; COMP_POINT={len(line)}\n"
    done = subprocess.run(
        ["bash", "-c", script + BASH],
        cwd=program.folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": f"{pathlib.Path(program.folder) / 'bin'}:/usr/bin:/bin", "LANG": "C.UTF-8"},
    )
    return [text for text in (done.stdout + done.stderr).splitlines() if text]


def in_bash(program):
    for line, words, expected in (
        ("accord sta", ["accord", "sta"], ["status"]),
        (
            "accord status --format ",
            ["accord", "status", "--format", "''"],
            ["csv", "json", "md", "text", "xlsx"],
        ),
        ("accord status --format=c", ["accord", "status", "--format", "=", "c"], ["csv"]),
        (
            "accord status --format=",
            ["accord", "status", "--format", "="],
            ["csv", "json", "md", "text", "xlsx"],
        ),
        (
            "accord status --format=",
            ["accord", "status", "--format", "=", "''"],
            ["csv", "json", "md", "text", "xlsx"],
        ),
        (
            "accord -C 'a demo' explain F-T-STO",
            ["accord", "-C", r"\'a\ demo\'", "explain", "F-T-STO"],
            ["F-T-STOCK"],
        ),
        (
            r"accord -C a\ demo explain F-T-STO",
            ["accord", "-C", r"a\\\ demo", "explain", "F-T-STO"],
            ["F-T-STOCK"],
        ),
        (
            "accord -C truce explain F-FIRE@no",
            ["accord", "-C", "truce", "explain", "F-FIRE", "@", "no"],
            ["north"],
        ),
        (
            "accord -C demo report --as-of GOV/2025/",
            ["accord", "-C", "demo", "report", "--as-of", "GOV/2025/"],
            None,
        ),
        ("accord terms check ", ["accord", "terms", "check", "''"], ["FILES"]),
    ):
        found = bash(program, line, words)
        if (
            found != expected
            if expected
            else not all(word.startswith("GOV/2025/") for word in found) or not found
        ):
            yield f"bash: {line}: offers {found}, expected {expected}"


def in_fish(program):
    """Words of the program, or files where it offers none; nothing is said where there is no
    fish."""
    if shutil.which("fish") is None:
        return
    for line, expected in (
        ("accord sta", ["status"]),
        ("accord status --format m", ["md"]),
        ("accord -C 'a demo' explain F-T-STO", ["F-T-STOCK"]),
        ("accord check trace.o", ["trace.out"]),
    ):
        (pathlib.Path(program.folder) / "trace.out").write_text("", encoding="utf-8")
        script = f"accord completion fish | source; complete -C {shlex.quote(line)}"
        done = subprocess.run(
            ["fish", "-c", script],
            cwd=program.folder,
            capture_output=True,
            text=True,
            check=False,
            env={
                "PATH": f"{pathlib.Path(program.folder) / 'bin'}:/usr/bin:/bin",
                "LANG": "C.UTF-8",
                "HOME": program.folder,
            },
        )
        found = [word.split("\t")[0] for word in done.stdout.splitlines()]
        if found != expected:
            yield f"fish: {line}: offers {found}, expected {expected}: {done.stderr}"


def main():
    accord, source = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        for name, example in (
            ("demo", "jcpoa"),
            ("a demo", "jcpoa"),
            ("truce", "ceasefire"),
            ("clean", "state/clean"),
        ):
            shutil.copytree(source / "examples" / example, pathlib.Path(folder) / name)
        (pathlib.Path(folder) / "bin").mkdir()
        (pathlib.Path(folder) / "bin/accord").symlink_to(accord)
        program = Program(accord, folder)
        empty = Program(accord, pathlib.Path(folder) / "bin")
        found = [*closed_sets(empty), *words_of_commands(program), *ids(program), *in_bash(program),
                 *in_fish(program)]
    print("\n".join(found) if found else "all as expected")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
