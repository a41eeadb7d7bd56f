"""Drawings as files and as PNG; and what the system refuses, as errors of accord."""

import errno
import os
import re
import stat
import struct
import subprocess
import sys
import threading

import pytest

import accord
from accord import _files

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" height="20" fill="red"/></svg>'
DRAWING = accord.Drawing("muf", "MUF", "", SVG)


def nothing_installed(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "cairosvg", None)
    monkeypatch.setenv("PATH", os.fspath(tmp_path))


def test_png_has_twice_as_many_pixels(tmp_path):
    pytest.importorskip("cairosvg")
    png = DRAWING.png()
    assert png[:8] == b"\x89PNG\r\n\x1a\n" and struct.unpack(">II", png[16:24]) == (60, 40)
    assert DRAWING._repr_png_() == png
    DRAWING.save(tmp_path / "muf.PNG")
    assert (tmp_path / "muf.PNG").read_bytes() == png
    folder = "examples/state/items_honest"
    drawn = accord.balance(f"{folder}/items.csv", f"{folder}/methods.csv").plot("muf")
    width, height = (
        float(re.search(rf'{name}="([0-9.]+)', drawn.svg)[1]) for name in ("width", "height")
    )
    assert struct.unpack(">II", drawn.png()[16:24]) == (2 * width, 2 * height)


def test_png_by_a_program(monkeypatch, tmp_path):
    nothing_installed(monkeypatch, tmp_path)
    program = tmp_path / "rsvg-convert"
    program.write_text('#!/bin/sh\necho "$@"\nexec /bin/cat\n')
    program.chmod(0o755)
    assert DRAWING.png().decode() == "--format png --zoom 2\n" + SVG


def test_without_a_converter_there_is_svg(monkeypatch, tmp_path):
    nothing_installed(monkeypatch, tmp_path)
    assert DRAWING._repr_png_() is None and DRAWING._repr_svg_() == SVG
    with pytest.raises(
        ImportError, match="apt-get install python3-cairosvg, or librsvg2-bin; SVG needs neither"
    ):
        DRAWING.save(tmp_path / "muf.png")
    assert os.listdir(tmp_path) == []
    DRAWING.save(tmp_path / "muf.svg")
    assert (tmp_path / "muf.svg").read_text() == SVG


def test_a_file_is_replaced_as_a_whole_or_not_at_all(monkeypatch, tmp_path):
    path = tmp_path / "muf.svg"
    path.write_text("before")
    path.chmod(0o640)
    os.symlink("muf.svg", tmp_path / "link.svg")

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(_files.os, "fsync", full)
        with pytest.raises(accord.AccordError) as caught:
            DRAWING.save(path)
    assert caught.value.code == "E002" and "No space left on device" in str(caught.value)
    assert path.read_text() == "before" and sorted(os.listdir(tmp_path)) == ["link.svg", "muf.svg"]
    DRAWING.save(tmp_path / "link.svg")
    assert (tmp_path / "link.svg").is_symlink() and path.read_text() == SVG
    assert stat.S_IMODE(path.stat().st_mode) == 0o640 and sorted(os.listdir(tmp_path)) == [
        "link.svg",
        "muf.svg",
    ]


def test_what_is_no_file_is_refused_as_by_the_command_line(tmp_path):
    with pytest.raises(accord.AccordError) as caught:
        DRAWING.save(tmp_path)
    assert (
        str(caught.value)
        == f"{tmp_path}: cannot be written: it is a folder  [E002]\n  help: name a file"
    )
    with pytest.raises(accord.AccordError, match="No such file or directory"):
        DRAWING.save(tmp_path / "nowhere" / "muf.svg")


def test_pipes_and_descriptors_get_the_drawing_and_stay(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    DRAWING.save(pipe)
    reader.join()
    assert read == [SVG.encode()] and stat.S_ISFIFO(pipe.stat().st_mode)
    code = f"import accord; print('first', flush=True); accord.Drawing('a', 'b', '', {SVG!r}).save('/dev/stdout')"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with open(tmp_path / "out", "wb") as out:
        subprocess.run([sys.executable, "-c", code], env=env, stdout=out, check=True)
    assert (tmp_path / "out").read_text() == "first\n" + SVG


def test_what_the_system_refuses_is_an_error_of_accord():
    # No address space for the stack of another thread.
    code = (
        "import resource, accord\n"
        "scenario = {'balance': {'structure': {'periods': 3, 'flow_variance_kg2': 1.0}},\n"
        "            'test': [{'kind': 'cumuf_end', 'false_alarm': 0.05}]}\n"
        "pages = int(open('/proc/self/statm').read().split()[0])\n"
        "resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + (4 << 20),) * 2)\n"
        "try:\n"
        "    accord.simulate(scenario, reps=1)\n"
        "except accord.AccordError as error:\n"
        "    print(error.code)\n"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "E010\n"), done.stderr
