"""The program that stands for those of users runs (tools/check_types.py looks at its types)."""

import pathlib
import runpy

PROGRAM = pathlib.Path(__file__).parent / "programs" / "typed.py"


def test_the_typed_program_runs(capsys):
    runpy.run_path(str(PROGRAM), run_name="__main__")
    assert capsys.readouterr().out.startswith("exceeded\n[")
