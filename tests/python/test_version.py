"""The version of the package is that of the program."""
import pathlib
import re

import accord


def test_the_package_has_the_version_of_the_build():
    text = (pathlib.Path(__file__).resolve().parents[2] / "CMakeLists.txt").read_text()
    assert accord.__version__ == re.search(r"project\(accord\s+VERSION\s+([0-9.]+)", text)[1]
