#!/usr/bin/python3
"""Every relative link of the manual and of the READMEs leads somewhere, with its anchor.

Looked at: Markdown links and images, {doc} and {ref} of the manual, and every mention of a page of
the manual (docs/….md) in any tracked file. Addresses of other places are not looked at.
"""
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent
LINK = re.compile(r"\[[^\]\[]*\]\(<?([^)\s>]+)>?(?: \"[^\"]*\")?\)")
ROLE = re.compile(r"\{(doc|ref)\}`(?:[^`<]*<)?([^`<>]+)>?`")
SPAN = re.compile(r"(\{\w+\})?(`+)(.+?)(?<!`)\2(?!`)")
MENTION = re.compile(r"(?<![\w/.-])docs/[\w/.-]+?\.md(?!\w)")


def prose(text):
    """The numbered lines outside fenced blocks, without code spans except those of roles."""
    fence = None
    for number, line in enumerate(text.splitlines(), 1):
        mark = re.match(r" *(`{3,}|~{3,})", line)
        if fence is None and mark:
            fence = mark[1]
        elif fence is not None:
            if mark and mark[1].startswith(fence):
                fence = None
        else:
            yield number, SPAN.sub(lambda span: span[0] if span[1] else "", line)


def slug(heading):
    """The anchor of a heading as Markdown readers make it: small letters, signs out, hyphens."""
    words = re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
    return re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", words))


def anchors(path, known={}):
    """The anchors of a page: headings (a second of the same name ends in -1), and named targets."""
    if path not in known:
        found = {}
        for _, line in prose(path.read_text(encoding="utf-8")):
            if heading := re.match(r"#+ (.*)", line):
                found[slug(heading[1])] = found.get(slug(heading[1]), -1) + 1
            if target := re.match(r"\(([\w-]+)\)=$", line):
                found[target[1]] = 0
            for own in re.findall(r"<a (?:id|name)=\"([^\"]+)\"", line):
                found[own] = 0
        known[path] = {name if n == 0 else f"{name}-{n}" for name, most in found.items()
                       for n in range(most + 1)}
    return known[path]


def dead_link(page, target):
    """What is wrong with a link of a page, or nothing."""
    if re.match(r"[a-z]+:|//", target):
        return None
    place, _, anchor = target.partition("#")
    path = (page.parent / place).resolve() if place else page
    if not path.exists():
        return f"{place} does not exist"
    if anchor and (path.suffix != ".md" or anchor not in anchors(path)):
        return f"{place or page.name} has no heading #{anchor}"
    return None


def dead_role(page, role, target, targets):
    if role == "ref":
        return None if target in targets else f"no page has a target ({target})="
    base = root / "docs" if target.startswith("/") else page.parent
    path = base / (target.lstrip("/") + ".md")
    return None if path.exists() else f"{target} is not a page of the manual"


def main():
    listed = subprocess.run(
        ["git", "ls-files"], cwd=root, capture_output=True, text=True, check=True
    )
    names = [name for name in listed.stdout.splitlines() if (root / name).is_file()]
    pages = [root / name for name in names if name.endswith(".md")]
    targets = {t for page in pages
               for t in re.findall(r"^\(([\w-]+)\)=$", page.read_text(encoding="utf-8"), re.M)}
    problems = []
    for page in pages:
        for number, line in prose(page.read_text(encoding="utf-8")):
            found = [dead_link(page, target) for target in LINK.findall(line)]
            found += [dead_role(page, *role, targets) for role in ROLE.findall(line)]
            problems += [f"{page.relative_to(root)}:{number}: {fault}" for fault in found if fault]
    for name in names:
        if name.startswith(("CHANGELOG.md", "vectors/", "tests/docs/CMakeLists.txt")):
            continue  # pages that were, and names of tests
        try:
            text = (root / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            problems += [f"{name}:{number}: {page} does not exist" for page in MENTION.findall(line)
                         if not (root / page).exists()]
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
