"""Every example in a docstring runs and gives what it says; every public name has one, and a stub."""

import ast
import doctest
import inspect
import pathlib

import pytest

import accord
import accord.accounts
import accord.balances
import accord.terms
import accord.workspace

PACKAGE = pathlib.Path(accord.__file__).parent


@pytest.mark.parametrize("module", [accord, accord.accounts, accord.balances, accord.terms, accord.workspace], ids=lambda m: m.__name__)
def test_examples_run(module):
    failed, tried = doctest.testmod(module)
    assert tried > 0
    assert failed == 0


def test_every_public_method_has_an_example():
    for cls in (accord.Workspace, accord.Assessment, accord.Accounts, accord.Balance):
        for name, member in inspect.getmembers(cls, inspect.isfunction):
            if not name.startswith("_"):
                assert ">>>" in (member.__doc__ or ""), f"{cls.__name__}.{name}"


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
