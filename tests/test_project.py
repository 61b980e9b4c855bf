"""Rules of the house: the code names no language, the public names are these, nothing heavy at import."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import verifier
from verifier.packs import languages

ROOT = Path(verifier.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
LARGEST_MODULE = 16 * 1024  # bytes
LANGUAGE = re.compile(r"lang|code|pack")


def names_of_languages(tree):
    """Yield the lines where something that is called a language (or its code) is set to one or compared with one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            pairs = [(node.left, one) for one in node.comparators] + [(one, node.left) for one in node.comparators]
        elif isinstance(node, ast.keyword):
            pairs = [(ast.Name(node.arg or ""), node.value)]
        elif isinstance(node, ast.arguments):
            positional = node.posonlyargs + node.args
            given = list(zip(positional[len(positional) - len(node.defaults) :], node.defaults, strict=True))
            pairs = [
                (ast.Name(name.arg), value)
                for name, value in [*given, *zip(node.kwonlyargs, node.kw_defaults, strict=True)]
            ]
        elif isinstance(node, ast.Assign):
            pairs = [(target, node.value) for target in node.targets]
        else:
            continue
        for name, value in pairs:
            codes = {one.value for one in ast.walk(value) if isinstance(one, ast.Constant)} if value else set()
            if LANGUAGE.search(ast.unparse(name)) and codes & set(languages()):
                yield value.lineno


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(ROOT)))
def test_no_module_names_a_language(module):
    assert list(names_of_languages(ast.parse(module.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(ROOT)))
def test_modules_are_small_and_say_what_they_do(module):
    text = module.read_text(encoding="utf-8")
    assert module.stat().st_size <= LARGEST_MODULE
    assert ast.get_docstring(ast.parse(text))


def test_the_public_names():
    assert sorted(verifier.__all__) == dir(verifier)
    for name in verifier.__all__:
        assert getattr(verifier, name) is not None
    with pytest.raises(AttributeError, match="has no attribute 'parse'"):
        verifier.parse  # noqa: B018


HEAVY = {"pint", "dateparser", "regex", "pytest", "markdown_it", "justhtml", "numpy", "pandas", "pyarrow", "polars"}


@pytest.mark.parametrize(
    "code", ["import verifier", "import verifier; verifier.extract('Naik 3 persen', language='id')"]
)
def test_importing_and_extracting_load_nothing_heavy(code):
    ran = subprocess.run(
        [sys.executable, "-c", f"import sys; {code}; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    assert not HEAVY & set(ran.stdout.split())


def test_no_module_is_called_as_one_of_the_standard_library():
    assert not {module.stem for module in MODULES} & (set(sys.stdlib_module_names) - {"__init__", "__main__"})


FORBIDDEN = {
    # call: the modules that may make it
    "eval": set(),
    "exec": set(),
    "float": {"reference", "linking"},  # cells that are floats already; distances between words
    "print": {"commands", "cli.py"},
    "today": {"commands"},  # the one clock
    "now": set(),
    "sleep": {"commands"},
    "Popen": set(),
    "system": set(),
}
NEVER_IMPORTED = {"logging", "pickle", "shelve", "socket", "urllib.request", "http.client", "random"}


def called(tree):
    """Return the last names of all that a module calls as a function, or as a function of another module."""
    functions = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    bare = {function.id for function in functions if isinstance(function, ast.Name)}
    return bare | {
        function.attr
        for function in functions
        if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name)
    }


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(ROOT)))
def test_nothing_is_evaluated_printed_or_taken_from_the_clock_where_it_should_not(module):
    tree = ast.parse(module.read_text(encoding="utf-8"))
    place = module.relative_to(ROOT).parts[0]
    assert {name for name in called(tree) & set(FORBIDDEN) if place not in FORBIDDEN[name]} == set()
    assert set(imported(tree)) & NEVER_IMPORTED == set()


LEFT_TO_RIGHT = (
    *(
        "errors",
        "extras",
        "data_files",
        "lines",
        "pack_types",
        "model",
        "verdict",
        "pack_claims",
        "pack_noise",
        "pack",
        "packs",
        "unit_names",
        "units",
        "periods",
    ),
    *("markup", "documents", "detection", "extraction", "reference", "claims", "linking", "checking"),
    *("remarks", "bindings", "records", "revisions", "reports", "baseline", "mending", "assertions"),
    *("cli", "commands", "__main__", "pytest_claims", "pytest_collector", "pytest_plugin"),
)
ASKED_FOR = {("model", "units")}  # a quantity is made only when somebody asks for it


def typed_only(tree):
    """Return the imports that only a type checker makes."""
    blocks = [node for node in ast.walk(tree) if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    return {node for block in blocks for node in ast.walk(block)}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(ROOT)))
def test_rooms_import_only_leftwards(module):
    room = module.relative_to(ROOT).with_suffix("").parts[0]
    if room == "__init__":
        return  # the door to all of them
    tree = ast.parse(module.read_text(encoding="utf-8"))
    skipped = typed_only(tree)
    names = [
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom) and node not in skipped
        for name in imported(node)
        if name.startswith("verifier.")
    ]
    rooms = {name.split(".")[1] for name in names} - {room}
    left = LEFT_TO_RIGHT[: LEFT_TO_RIGHT.index(room)]
    assert {one for one in rooms if one not in left and (room, one) not in ASKED_FOR} == set()
