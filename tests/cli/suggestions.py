#!/usr/bin/python3
"""Every command that accord suggests works when it is pasted as it stands.

Suggested is what stands in back quotes behind `help:`, behind `next:`, and in brackets behind
figures of the books. The transcripts of the errors page that suggest something are run, and a list
of dead ends below, in folders whose names have blanks; each suggestion is then run in a copy of the
folder where it was printed, and has to answer: exit status 0 or 1. What the sources suggest by
`about_workspace` and `about_accounts` has to be among what was run.

Usage: suggestions.py ACCORD SOURCE_DIR
"""
import pathlib
import re
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from run import parse  # noqa: E402
from transcript import Sandbox  # noqa: E402

SUGGESTED = (
    re.compile(r"^ *help: (?=.*`accord )(.*)$"),
    re.compile(r"^next: (accord .*)$"),
    re.compile(r"\((accord [^()]*)\)"),
)

# Folders: “a demo” is the public record, “my books” and “flat” hold reports, “empty” nothing.
PROVOKED = """
accord init "new one"
accord init "new study" --example study
accord init "new ceasefire" --example ceasefire
accord init --accounts "my books"
accord -C "a demo" explain T-NOTHING-LIKE-IT
accord -C "a demo" status --term T-NOTHING-LIKE-IT
accord -C "a demo" timeline --term T-NOTHING-LIKE-IT
accord -C "a demo" terms show NOTHING-LIKE-IT
accord -C "a demo" terms depends NOTHING-LIKE-IT
accord explain T-STOCK "a demo"
cd "a demo" && accord status T-STOCK
cd "a demo" && accord report GOV/2025/8
accord assess flat
accord status empty
accord -C empty status
accord import -C missing flat/ZZC1-0001-P.txt
accord explain ZZC1/2023-09-30/610/1/1 -C "my books"
accord explain ZZC9/7 -C "my books"
accord explain ZZC1/999 -C "my books"
accord books mbr "my books" --mba ZZC1 --on 2023-09-29 --dated 2023-10-13 --format code10
accord books inventory torn --mba ZZC1 --on 2023-01-31
accord books movements -C torn --mba ZZC1
accord export torn
accord books mbr torn --mba ZZC1
accord explain ZZC1/2023-09-30/610 -C torn
accord -C "books of a state" status
accord -C "torn state" status
accord help docter
accord docter
accord terms chekc
accord terms
accord schema nothing-like-it
accord completion
accord import
accord explain
accord terms account iran
accord status --nothing-like-it
"""


# Suggested where an area has nothing but empty statements, which only tables of one profile can
# make.
UNSEEN = {"books inventory": 'accord books inventory "my books"'}


def torn(folder):
    """A weight with a blank in it: the book from that day on is incomplete."""
    report = folder / "reports/ZZC1-0002-I.txt"
    report.write_text(report.read_text().replace("610:11819.558K", "610:11819.55 8K"))


def prepare(sandbox):
    sandbox.copy("examples/jcpoa", "a demo")
    for name in ("my books", "torn"):
        sandbox.copy("examples/state/clean", name)
    torn(sandbox.folder / "torn")
    sandbox.copy("examples/state/clean/reports", "flat")
    (sandbox.folder / "empty").mkdir()
    for name in ("books of a state", "torn state"):
        sandbox.copy("examples/books", name)
    report = next((sandbox.folder / "torn state/accounts/reports").glob("*-I.txt"))
    report.write_text(re.sub(r"#6(\d\d):(\d)", r"#6\1:x\2", report.read_text(), count=1))


def suggestions(lines):
    for line in lines:
        for form in SUGGESTED:
            for found in form.findall(line):
                if form is SUGGESTED[0]:
                    yield from re.findall(r"`(accord [^`]*)`", found)
                else:
                    yield found


class Walk:
    def __init__(self):
        self.tried = {}
        self.failed = []

    def follow(self, sandbox, command, lines):
        folder = re.match(r'cd ("[^"]*"|\S+) && ', command)
        for suggested in suggestions(lines):
            if (command, suggested) in self.tried:
                continue
            own = sandbox.folder
            sandbox.folder = own.parent / "copy"
            shutil.copytree(own, sandbox.folder, symlinks=True)
            line = suggested.replace("FOLDER", str(sandbox.folder))
            status, out, err = sandbox.run((folder[0] if folder else "") + line)
            shutil.rmtree(sandbox.folder)
            sandbox.folder = own
            self.tried[(command, suggested)] = status
            if status not in (0, 1):
                self.failed += [
                    f"$ {command}",
                    f"  suggests: {suggested}",
                    f"  exit status {status}",
                    *("    " + text for text in (out + err)[:6]),
                ]

    def run(self, sandbox, command, must_suggest=False):
        _, out, err = sandbox.run(command)
        if must_suggest and not any(suggestions(out + err)):
            self.failed += [
                f"$ {command}",
                "  suggests nothing:",
                *("    " + text for text in (out + err)[:6]),
            ]
        self.follow(sandbox, command, out + err)


def errors_page(walk, accord, source):
    for path in sorted((source / "vectors/errors").glob("*.test")):
        if not any(suggestions(line[3:] for line in path.read_text(encoding="utf-8").splitlines()
                               if line.startswith(">2"))):
            continue
        with Sandbox(accord, source) as sandbox:
            for example in ("jcpoa", "items", "books"):
                sandbox.copy(f"examples/{example}", example)
            for case in parse(path):
                for name, text in case.files.items():
                    sandbox.write(name, text)
                walk.run(sandbox, case.command)


def suggested_in_sources(source):
    for path in (source / "src/cli").rglob("*.cpp"):
        yield from re.findall(
            r'about_(?:workspace|accounts)\(\w+,\s*"([^"]+)"\)', path.read_text(encoding="utf-8")
        )


def main():
    accord, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    walk = Walk()
    with Sandbox(accord, source) as sandbox:
        prepare(sandbox)
        for command in PROVOKED.strip().splitlines():
            walk.run(sandbox, command, must_suggest=True)
        for words, command in UNSEEN.items():
            walk.tried[("", f"accord {words}")] = status = sandbox.run(command)[0]
            walk.failed += [f"$ {command}", f"  exit status {status}"] if status else []
    errors_page(walk, accord, source)
    tried = [suggested for _, suggested in walk.tried]
    for words in sorted(set(suggested_in_sources(source))):
        if not any(
            re.fullmatch(
                rf"accord (-C \S+ )?{re.escape(words)}( .*)?",
                s.replace("'", "").replace("a demo", "demo"),
            )
            for s in tried
        ):
            walk.failed.append(f"no message was seen that suggests “{words}”, which the sources do")
    print("\n".join(walk.failed) if walk.failed else f"{len(tried)} suggestions work as they stand")
    return 1 if walk.failed else 0


if __name__ == "__main__":
    sys.exit(main())
