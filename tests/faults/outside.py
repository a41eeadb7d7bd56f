"""Surroundings that refuse, without a tracer: files that are full, folders that may not be written,
devices, as an ordinary user. Nothing here is run as root, which nothing refuses: root takes the
user nobody."""
import os
import pathlib
import resource
import stat
import subprocess
import tempfile

import calls

PROBLEMS = []


def expect(name, found, wanted):
    if found != wanted:
        PROBLEMS.append(f"outside: {name}: expected {wanted!r}, found {found!r}")


class Place:
    """A folder of the user who runs accord here."""

    def __init__(self, accord):
        self.accord = accord
        self.user = "nobody" if os.geteuid() == 0 else None
        self.holder = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.holder.name).resolve()

    def give(self):
        """What was made goes to the user."""
        if self.user is not None:
            subprocess.run(["chown", "-R", self.user, self.folder], check=True)

    def run(self, *words, limit=None, **options):
        def prepare():
            if limit is not None:
                resource.setrlimit(*limit)
        # The limit of the user counts for files; the user is set by the child before the limit is
        # asked for.
        done = subprocess.run(
            [self.accord, *words],
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            check=False,
            user=self.user,
            preexec_fn=prepare,
            env={"PATH": "/usr/bin:/bin", "HOME": str(self.folder), "LANG": "C.UTF-8", **options},
        )
        return done.returncode, done.stderr.decode("utf-8", "replace")


def code_of(answer):
    status, said = answer
    return (
        status,
        [word for word in said.replace("\n", " ").split(" ") if word.startswith("[")][-1:],
    )


def full_disk(place, source):
    """No file may have more than 8192 bytes: the report is refused, and the old one stays."""
    calls.copy(source / "examples/items", place.folder / "w")
    place.give()
    expect("report", place.run("-C", "w", "report")[0], 0)
    before = calls.contents(place.folder / "w/reports")
    limit = (resource.RLIMIT_FSIZE, (8192, 8192))
    expect(
        "report on a full disk",
        code_of(place.run("-C", "w", "report", limit=limit)),
        (5, ["[E002]"]),
    )
    expect("assess on a full disk", place.run("-C", "w", "assess", limit=limit)[0] in (0, 1), True)
    expect("what is there", calls.contents(place.folder / "w/reports"), before)
    expect("leftovers", calls.leftovers(place.folder), [])


def folders_that_refuse(place, source):
    calls.copy(source / "examples/books/accounts", place.folder / "a")
    calls.copy(source / "examples/items", place.folder / "w")
    report = place.folder / "XBF1-0001-P.txt"
    (place.folder / "a/reports/XBF1-0001-P.txt").rename(report)
    (place.folder / "w/reports").mkdir()
    place.give()
    before = calls.contents(place.folder / "a")
    for folder in (place.folder / "a/reports", place.folder / "w/reports"):
        folder.chmod(0o555)
    expect(
        "import into a folder that may not be written",
        code_of(place.run("import", "-C", "a", "--accept-findings", report.name)),
        (5, ["[E002]"]),
    )
    expect("its reports", calls.contents(place.folder / "a"), before)
    expect("beside them", sorted(p.name for p in (place.folder / "a").iterdir()),
           sorted(p.name for p in (source / "examples/books/accounts").iterdir()))
    expect("report", code_of(place.run("-C", "w", "report")), (5, ["[E002]"]))
    expect("assess is whole without its file", place.run("-C", "w", "assess")[0] in (0, 1), True)
    (place.folder / "w").chmod(0o555)
    expect("init", code_of(place.run("init", "w/new", "--example", "items")), (5, ["[E003]"]))
    for folder in (place.folder / "a/reports", place.folder / "w", place.folder / "w/reports"):
        if folder.exists():
            folder.chmod(0o755)


def temporary_files(place, source):
    """A workbook is put together in memory: no folder for it has to be there, and none gets a
    file."""
    calls.copy(source / "examples/books/accounts", place.folder / "a")
    (place.folder / "shut").mkdir()
    place.give()
    (place.folder / "shut").chmod(0o555)
    words = ("export", "a", "--format", "xlsx", "-o", "x.xlsx")
    for name in ("/nonexistent", str(place.folder / "shut")):
        expect(f"TMPDIR={name}", place.run(*words, TMPDIR=name), (0, ""))
    limit = (resource.RLIMIT_FSIZE, (1024, 1024))
    (place.folder / "x.xlsx").unlink()
    expect("no room", code_of(place.run(*words, limit=limit)), (5, ["[E002]"]))
    expect("no workbook", (place.folder / "x.xlsx").exists(), False)
    (place.folder / "shut").chmod(0o755)


def devices(place, source):
    """As an ordinary user, who can replace none of them."""
    calls.copy(source / "examples/books", place.folder / "b")
    place.give()
    words = (
        "terms",
        "format",
        *(str(p.relative_to(place.folder)) for p in (place.folder / "b/terms").iterdir()),
        "-o",
    )
    expect("-o /dev/null", place.run(*words, "/dev/null"), (0, ""))
    expect("-o /dev/full", code_of(place.run(*words, "/dev/full")), (5, ["[E002]"]))
    for name in ("/dev/null", "/dev/full"):
        expect(name, stat.S_ISCHR(os.stat(name).st_mode), True)
    expect("-o /dev/stdout", place.run(*words, "/dev/stdout"), (0, ""))
    expect("/dev/stdout", os.path.islink("/dev/stdout"), True)


def memory(place, source):
    calls.copy(source / "examples/books/accounts", place.folder / "a")
    place.give()
    wanted = {5, 3, 1, 0}
    for megabytes in (24, 32, 48, 64, 96, 128):
        limit = (resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        status, said = place.run("check", "a", limit=limit)
        loaded = "error while loading shared libraries" not in said
        if loaded and (status not in wanted or (status == 5 and "[E" not in said)):
            PROBLEMS.append(f"outside: {megabytes} MiB of memory: status {status}: {said}")


def no_folder(place, source):
    """The folder in which accord stands is gone."""
    place.give()
    script = (
        f'mkdir g && cd g && rmdir ../g && "{place.accord}" doctor >/dev/null; echo $?; "{place.accord}" status; echo $?; '
        f'"{place.accord}" init new; echo $?; "{place.accord}" terms grammar -o x; echo $?'
    )
    done = subprocess.run(
        ["sh", "-c", script],
        cwd=place.folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        check=False,
        user=place.user,
    )
    expect("in a removed folder", done.stdout.decode().split(), ["0", "3", "5", "5"])


ALL = (full_disk, folders_that_refuse, temporary_files, devices, memory, no_folder)


def run(accord, source):
    PROBLEMS.clear()
    for one in ALL:
        place = Place(accord)
        if (
            place.user is not None
            and subprocess.run(
                [accord, "--version"], user=place.user, check=False, stdout=subprocess.DEVNULL
            ).returncode
            != 0
        ):
            print("outside: the user nobody may not run the program here; not tried")
            return []
        one(place, source)
        place.holder.cleanup()
    print(f"outside: {len(ALL)} surroundings, {len(PROBLEMS)} wrong")
    return list(PROBLEMS)
