"""What is called under faults, and what must hold afterwards. A check returns what is wrong, or
nothing."""
import filecmp
import pathlib
import shutil
import subprocess


def quiet(accord, folder, *words):
    return subprocess.run(
        [accord, *words],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        check=False,
    )


def copy(source, to):
    shutil.copytree(source, to, symlinks=True)
    subprocess.run(["chmod", "-R", "u+w", to], check=True)


def contents(folder):
    return {
        str(p.relative_to(folder)): p.read_bytes()
        for p in sorted(pathlib.Path(folder).rglob("*"))
        if p.is_file()
    }


def leftovers(folder):
    return [str(p) for p in pathlib.Path(folder).rglob("*") if ".accord-" in p.name]


class Report:
    """Three files of a report, new over old."""
    command = ("-C", "w", "report")

    def __init__(self, accord, source, folder):
        self.accord, self.source, self.folder = accord, source, folder
        self.versions = []
        for name in ("An old name", "Another, newer name"):
            self._name(name)
            assert quiet(accord, folder, *self.command).returncode == 0
            self.versions.append(contents(folder / "w/reports"))
        assert self.versions[0].keys() == self.versions[1].keys() and len(self.versions[0]) == 3
        assert all(self.versions[0][n] != self.versions[1][n] for n in self.versions[0])

    def _name(self, name):
        if not (self.folder / "w").exists():
            copy(self.source / "examples/items", self.folder / "w")
        settings = self.folder / "w/accord.toml"
        lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
        settings.write_text(
            "".join(f'name = "{name}"\n' if line.startswith("name =") else line for line in lines),
            encoding="utf-8",
        )

    def reset(self):
        shutil.rmtree(self.folder / "w/reports", ignore_errors=True)
        (self.folder / "w/reports").mkdir()
        for name, data in self.versions[0].items():
            (self.folder / "w/reports" / name).write_bytes(data)

    def check(self, status):
        found = {
            n: d for n, d in contents(self.folder / "w/reports").items() if not n.startswith(".")
        }
        for name, data in found.items():
            if data not in (self.versions[0][name], self.versions[1][name]):
                return f"{name} is neither old nor new"
        if status == 0 and found != self.versions[1]:
            return "success, and the files are not new"
        if status > 0 and found not in self.versions:
            return "a failure, and the files are not of one version"
        # Another call that writes into the folder finishes or removes what was begun.
        quiet(self.accord, self.folder, "-C", "w", "assess", "--on", "2030-01-01")
        found = contents(self.folder / "w/reports")
        found = {n: d for n, d in found.items() if "2030-01-01" not in n}
        if found not in self.versions:
            return "after the next call the files are not of one version: " + ", ".join(found)
        return None


class Import:
    """Reports into the accounts: all of them or none."""
    command = ("import", "-C", "a", "--accept-findings", "in/XBF1-0001-P.txt", "in/XBC1-0002-I.txt")

    def __init__(self, accord, source, folder):
        self.accord, self.folder, self.old = accord, folder, source / "examples/books/accounts"
        copy(self.old, folder / "whole")
        (folder / "in").mkdir()
        for name in self.command[-2:]:
            shutil.move(folder / "whole/reports" / pathlib.Path(name).name, folder / name)
        self.before = contents(folder / "whole/reports")
        self.after = dict(self.before, **contents(folder / "in"))

    def reset(self):
        shutil.rmtree(self.folder / "a", ignore_errors=True)
        copy(self.folder / "whole", self.folder / "a")

    def check(self, status):
        found = contents(self.folder / "a/reports")
        found.pop(".accord-draft", None)
        if found not in (self.before, self.after):
            return "some of the reports: " + ", ".join(found.keys() ^ self.before.keys())
        if status == 0 and found != self.after:
            return "success, and the reports are not there"
        done = quiet(self.accord, self.folder, *self.command)
        if done.returncode != 0:
            return f"the next import fails: {done.stderr.decode()}"
        found = contents(self.folder / "a/reports")
        if found != self.after:
            return "after the next import: " + ", ".join(found.keys() ^ self.after.keys())
        return None


class Init:
    """A new folder: whole or not there."""
    command = ("init", "demo", "--example", "items")

    def __init__(self, accord, source, folder):
        self.accord, self.folder = accord, folder
        self.whole = contents(source / "examples/items")

    def reset(self):
        shutil.rmtree(self.folder / "demo", ignore_errors=True)
        for left in leftovers(self.folder):
            shutil.rmtree(left, ignore_errors=True)

    def check(self, status):
        there = (self.folder / "demo").exists()
        if there and contents(self.folder / "demo") != self.whole:
            return "the folder is not whole"
        if status == 0 and not there:
            return "success without a folder"
        if not there:
            done = quiet(self.accord, self.folder, *self.command)
            if done.returncode != 0:
                return f"the next call fails: {done.stderr.decode()}"
        elif quiet(self.accord, self.folder, "init", "demo", "--example", "items").returncode != 5:
            return "the folder is made twice"
        return None


class Output:
    """One file after -o, new over old."""
    command = ("books", "inventory", "accounts", "--format", "csv", "-o", "out/table.csv")

    def __init__(self, accord, source, folder):
        self.accord, self.folder = accord, folder
        copy(source / "examples/books/accounts", folder / "accounts")
        (folder / "out").mkdir()
        done = quiet(accord, folder, *self.command)
        assert done.returncode in (0, 3), done.stderr
        self.new = (folder / "out/table.csv").read_bytes()

    def reset(self):
        shutil.rmtree(self.folder / "out")
        (self.folder / "out").mkdir()
        (self.folder / "out/table.csv").write_text("old\n", encoding="utf-8")

    def check(self, status):
        data = (self.folder / "out/table.csv").read_bytes()
        # With status 3 a report could not be read: the answer is another one, and says so on
        # standard error.
        if status != 3 and data not in (b"old\n", self.new):
            return "neither the old file nor the new one"
        if status == 0 and data != self.new:
            return "success with the old file"
        quiet(self.accord, self.folder, *self.command)
        if (self.folder / "out/table.csv").read_bytes() != self.new:
            return "the next call does not write the file"
        return None


ALL = (Report, Import, Init, Output)
