"""No call ends the interpreter: whatever the numbers, an answer comes, or an error that can be
caught.

Every function of the package that takes numbers is found by its signature and called with numbers
from the edges of what they may be. Each runs in an interpreter of its own, so that an abort is seen
and named.
"""

import os
import pathlib
import subprocess
import sys

import numpy
import pytest

import accord
from accord import statistics as st

FUZZ = pathlib.Path(__file__).with_name("fuzz_numbers.py")


def run(*arguments):
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "OPENBLAS_NUM_THREADS": "1"}
    return subprocess.run(
        [sys.executable, *arguments], env=env, capture_output=True, text=True, timeout=300
    )


@pytest.mark.parametrize("module", ["accord", "accord.statistics", "accord.measurement"])
def test_extreme_numbers_give_an_answer_or_an_error(module):
    done = run(os.fspath(FUZZ), module)
    assert done.returncode == 0, done.stderr[-2000:] + "\n" + done.stdout[-2000:]
    assert "functions" in done.stdout


def test_calls_that_ended_the_interpreter():
    assert 1.64 < st.repeated_cumuf_limit((numpy.eye(6) + 3e7).tolist(), 0.05).value < 1.66
    with pytest.raises(accord.AccordError, match="B102"):
        st.page_threshold(6, alpha=1e-300)
    # h = z(1 − α) − k for one period (statistics.md 3.6); z(1 − 5e-82) = 19.0817 by mpmath.
    assert st.page_threshold(1, alpha=5e-82, k=19.0) == pytest.approx(
        st.page_threshold(1, alpha=5e-82, k=0.0) - 19, abs=1e-9
    )
    with pytest.raises(accord.AccordError, match="B101"):
        st.gemuf_detection_probability([[1e-200, 0], [0, 1e-200]], [1e300, 1e300])


def test_a_broken_contract_is_an_error_of_accord():
    # The compiled part trusts the package with shapes; called directly it finds its own contract
    # broken.
    code = (
        "import numpy, accord\n"
        "from accord import _accord\n"
        "try:\n"
        "    _accord.product_sigma(numpy.array([float('nan')]))\n"
        "except accord.AccordError as error:\n"
        "    print(error.code, 'src/measurement/product.cpp' in str(error), '/' + 'work' in str(error))\n"
    )
    done = run("-c", code)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["X001", "True", "False"]


def test_ctrl_c_is_heard_in_a_long_formula():
    code = (
        "import os, signal, threading, time\n"
        "from accord import statistics as st\n"
        "threading.Timer(1, os.kill, (os.getpid(), signal.SIGINT)).start()\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "begin = time.monotonic()\n"
        "try:\n"
        "    st.page_run_length_quantile(0.999, h=40, periods_max=1_000_000)\n"
        "except KeyboardInterrupt:\n"
        "    print(time.monotonic() - begin)\n"
    )
    done = run("-c", code)
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) < 5
