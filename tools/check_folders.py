#!/usr/bin/python3
"""Refuses a folder of sources that a stranger would be lost in.

Every folder under src that holds sources has a README.md whose map names each file in backquotes,
by its name or by a pattern (`lex*`), and holds at most MOST files. A name in a map that no file has
is refused, too.
"""
import fnmatch
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parent.parent
MOST = 40


def sources(folder):
    return sorted(p.name for p in folder.iterdir() if p.suffix in (".cpp", ".h"))


def problems_of(folder):
    names, place = sources(folder), folder.relative_to(root).as_posix()
    if not names:
        return
    if len(names) > MOST:
        yield f"{place}: {len(names)} files; at most {MOST}, so give a part of them a folder"
    readme = folder / "README.md"
    if not readme.exists():
        yield f"{place}: no README.md with a map of its files"
        return
    said = re.findall(r"`([\w*]+(?:\.(?:cpp|h))?)`", readme.read_text(encoding="utf-8"))
    stems = {name.rsplit(".", 1)[0] for name in names}
    for name in names:
        if not any(
            fnmatch.fnmatchcase(name, s) or fnmatch.fnmatchcase(name.rsplit(".", 1)[0], s)
            for s in said
        ):
            yield f"{place}/README.md: does not say what {name} is"
    for pattern in said:
        if re.search(r"\*|\.(cpp|h)$", pattern) and not any(
            fnmatch.fnmatchcase(n, pattern) for n in [*names, *stems]
        ):
            yield f"{place}/README.md: `{pattern}` is no file here"


def main():
    problems = [
        p
        for folder in sorted((root / "src").rglob("*"))
        if folder.is_dir()
        for p in problems_of(folder)
    ]
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main())
