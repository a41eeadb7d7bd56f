"""Files that are written as a whole or not at all, as `-o` of the command line writes them."""

import fcntl
import os
import pathlib
import re
import secrets
import stat
import string

from accord import _accord

_DESCRIPTORS = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2}
_ALPHABET = string.ascii_letters + string.digits
_NAME_MAX = 200  # of a target's name, in its unfinished one


def _refused(path, message, remedy):
    """E002, as the command line says it."""
    error = _accord.AccordError(f"{path}: {message}  [E002]\n  help: {remedy}")
    error.code, error.message, error.where, error.remedy, error.problems = "E002", message, str(path), remedy, []
    return error


def write_whole(path, content):
    """Bytes into a file: beside it first, then in its place. Links stay; pipes, terminals and devices get the bytes.

    AccordError (E002): it cannot be written, or is a folder, a disk or a socket; what was there is as it was.
    """
    try:
        _write(os.fspath(path), content)
    except OSError as error:
        raise _refused(path, f"cannot be written: {error.strerror}",
                       "check the folder, its permissions and the space left") from error


def _write(path, content):
    open_already = re.fullmatch(r"/dev/fd/(\d{1,8})", path)
    if open_already or path in _DESCRIPTORS:
        # At the place where it is; what it leads to may have no name.
        return _write_through(os.dup(int(open_already[1]) if open_already else _DESCRIPTORS[path]), content)
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        mode = None
    for is_kind, what in ((stat.S_ISDIR, "a folder"), (stat.S_ISBLK, "a disk"), (stat.S_ISSOCK, "a socket")):
        if mode is not None and is_kind(mode):
            raise _refused(path, f"cannot be written: it is {what}", "name a file")
    if mode is not None and not stat.S_ISREG(mode):
        return _write_through(os.open(path, os.O_WRONLY | os.O_NOCTTY | os.O_CLOEXEC), content)
    return _replace(pathlib.Path(os.path.realpath(path)), content, mode)


def _write_through(descriptor, content):
    with os.fdopen(descriptor, "wb", buffering=0) as file:
        rest = memoryview(content)
        while rest:
            rest = rest[file.write(rest):]


def _unfinished(target):
    """A new file beside the target, held locked: who cleans up in the folder takes no part of a running program."""
    while True:
        letters = "".join(secrets.choice(_ALPHABET) for _ in range(6))
        beside = target.with_name(f".{target.name[:_NAME_MAX]}.accord-{letters}")
        try:
            descriptor = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        except FileExistsError:
            continue
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        except OSError:
            pass  # where there are no locks nothing is cleaned up
        if os.fstat(descriptor).st_nlink > 0:
            return beside, descriptor
        os.close(descriptor)


def _replace(target, content, mode):
    beside, descriptor = _unfinished(target)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            if mode is None:
                mask = os.umask(0)
                os.umask(mask)
                mode = 0o666 & ~mask
            os.chmod(beside, stat.S_IMODE(mode))
            os.replace(beside, target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
