"""Every example in a docstring runs and gives what it says; every public name has one, and a
stub."""

import ast
import doctest
import importlib
import inspect
import pathlib
import pkgutil

import pytest

import accord

PACKAGE = pathlib.Path(accord.__file__).parent
MODULES = [accord] + [
    importlib.import_module(f"accord.{found.name}")
    for found in pkgutil.iter_modules(accord.__path__)
    if found.name != "_accord"
]
# Everything public that is written in Python.
PUBLIC = {
    f"{module.__name__}.{name}": getattr(module, name)
    for module in (accord, accord.measurement, accord.statistics, accord.studies)
    for name in module.__all__
    if getattr(getattr(module, name), "__module__", "accord._accord").removeprefix("accord.")
    not in ("accord", "_accord")
}


@pytest.mark.parametrize("module", [m for m in MODULES if ">>>" in inspect.getsource(m)], ids=lambda m: m.__name__)
def test_examples_run(module):
    failed, tried = doctest.testmod(module)
    assert tried > 0
    assert failed == 0


def test_everything_public_has_an_example():
    assert {"accord.Accounts", "accord.simulate", "accord.statistics.page_arl"} <= set(PUBLIC)
    for name, value in PUBLIC.items():
        if inspect.isfunction(value):
            assert ">>>" in (value.__doc__ or ""), name
        for member_name, member in inspect.getmembers(value, inspect.isfunction):
            if not member_name.startswith("_"):
                assert ">>>" in (member.__doc__ or ""), f"{name}.{member_name}"


def stubs_of(value):
    """Names of the stub file of a function or class, and for each function and method the names of
    its arguments."""
    found = {}

    def add(nodes, prefix):
        for node in nodes:
            if isinstance(node, ast.ClassDef):
                found[prefix + node.name] = None
                add(node.body, f"{prefix}{node.name}.")
            elif isinstance(node, ast.FunctionDef):
                arguments = node.args
                named = arguments.posonlyargs + arguments.args + arguments.kwonlyargs
                found[prefix + node.name] = [a.arg for a in named]
            elif isinstance(node, ast.AnnAssign):
                found[prefix + node.target.id] = None

    add(ast.parse(stub_file(value).read_text()).body, "")
    return found


def stub_file(value):
    return PACKAGE / f"{value.__module__.split('.')[-1]}.pyi"


STUBBED = {name: value for name, value in PUBLIC.items() if stub_file(value).exists()}


def test_the_stubs_of_the_formulas_say_every_argument():
    formulas = {
        name
        for name in PUBLIC
        if name.startswith(("accord.statistics.", "accord.measurement.", "accord.studies."))
    }
    others = {
        "accord.simulate",
        "accord.Simulation",
        "accord.balance",
        "accord.Balance",
        "accord.BalanceTests",
    }
    assert formulas | others <= set(STUBBED)
    for name, value in STUBBED.items():
        stubs = stubs_of(value)
        short = value.__name__
        if inspect.isfunction(value):
            assert stubs[short] == list(inspect.signature(value).parameters), name
            continue
        public = {n for n in vars(value) if not n.startswith("_")}
        for member in public | set(getattr(value, "__dataclass_fields__", ())):
            stub = stubs[f"{short}.{member}"]
            if inspect.isfunction(getattr(value, member, None)):
                assert stub == list(
                    inspect.signature(getattr(value, member)).parameters
                ), f"{name}.{member}"


def test_the_stubs_name_everything_public():
    stub = ast.parse((PACKAGE / "_accord.pyi").read_text())
    classes = {
        node.name: {
            inner.name if isinstance(inner, ast.FunctionDef) else inner.target.id
            for inner in node.body
            if isinstance(inner, (ast.FunctionDef, ast.AnnAssign))
        }
        for node in stub.body
        if isinstance(node, ast.ClassDef)
    }
    for name in accord.__all__:
        cls = getattr(accord._accord, name, None)
        if inspect.isclass(cls) and cls is not accord.AccordError:
            public = {member for member in vars(cls) if not member.startswith("_")}
            public -= {"to_dict"}  # added by the Python part
            stubbed = {member for member in classes[name] if not member.startswith("_")}
            assert public == stubbed - {"to_dict"}, name
