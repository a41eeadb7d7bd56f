"""One call of accord with one fault, by strace."""
import collections
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile

# What changes something on the disk. Reading calls are added with `reading`.
CHANGING = (
    "openat",
    "write",
    "fsync",
    "fchmod",
    "chmod",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "unlink",
    "unlinkat",
    "rmdir",
    "mkdir",
    "mkdirat",
    "flock",
    "copy_file_range",
    "sendfile",
    "fchown",
    "chown",
)
READING = (
    "read",
    "pread64",
    "newfstatat",
    "fstat",
    "lstat",
    "stat",
    "statx",
    "getdents64",
    "readlink",
    "access",
    "faccessat2",
    "mmap",
    "close",
    "pipe2",
)
ERRORS = {
    "openat": ("EACCES", "EMFILE", "EIO"),
    "write": ("ENOSPC", "EIO"),
    "fsync": ("EIO",),
    "read": ("EIO",),
    "rename": ("EIO", "EACCES"),
    "renameat2": ("EINVAL", "EIO"),
    "link": ("EPERM",),
    "linkat": ("EPERM",),
    "mkdir": ("ENOSPC", "EACCES"),
    "flock": ("ENOLCK",),
    "unlink": ("EIO",),
    "getdents64": ("EIO",),
    "mmap": ("ENOMEM",),
    "close": ("EIO",),
    "fchmod": ("EPERM",),
    "chmod": ("EPERM",),
}

Fault = collections.namedtuple("Fault", "call number what")  # what: "KILL" or an error


def traced(command, folder, arguments):
    with tempfile.NamedTemporaryFile(mode="r", encoding="utf-8", errors="replace") as log:
        done = subprocess.run(
            ["strace", "-f", "-qq", "-s", "4096", "-o", log.name, *arguments, *command],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            check=False,
        )
        return done, log.read().splitlines()


def works(command, folder):
    """Whether a tracer is there and may be used."""
    if shutil.which("strace") is None:
        return False
    return traced(command, folder, ["-e", "trace=openat"])[0].returncode in (0, 1)


def points(command, folder, calls):
    """How often each call is made by the first thread, from the first that is about the folder on:
    before it the program only loads its libraries."""
    _, log = traced(command, folder, ["-e", "trace=" + ",".join("?" + c for c in calls)])
    counts, first, begun, main = collections.Counter(), {}, False, None
    for line in log:
        match = re.match(r"(\d+) +(\w+)\(", line)
        if match is None:
            continue
        main = main or match[1]
        if match[1] != main:
            continue
        counts[match[2]] += 1
        begun = (
            begun
            or pathlib.Path(folder).name in line
            or ".accord" in line
            or '"accord.toml"' in line
        )
        if begun:
            first.setdefault(match[2], counts[match[2]])
    return {call: range(first[call], counts[call] + 1) for call in first}


def faults(command, folder, full):
    calls = CHANGING + READING if full else CHANGING
    for call, numbers in sorted(points(command, folder, calls).items()):
        step = 1 if full or call.startswith("rename") else max(1, len(numbers) // 3)
        for number in numbers[::step]:
            yield Fault(call, number, "KILL")
            errors = ERRORS.get(call, ("EIO",))
            for error in errors if full else errors[:1]:
                yield Fault(call, number, error)


def run(command, folder, fault):
    """The exit status; −9 when it was killed."""
    what = "signal=KILL" if fault.what == "KILL" else "error=" + fault.what
    done, _ = traced(
        command,
        folder,
        ["-e", "trace=?" + fault.call, "-e", f"inject=?{fault.call}:{what}:when={fault.number}"],
    )
    status = done.returncode
    return -signal.SIGKILL if status == 128 + signal.SIGKILL else status, done.stderr.decode(
        "utf-8", "replace"
    )
