"""Language packs: all load, each mistake in one is told by file, key and remedy, and no code names a language."""

import ast
from pathlib import Path

import pytest

import verifier
from verifier.errors import InputTypeError, PackError, UnknownLanguage
from verifier.extraction import extract
from verifier.packs import languages, load_pack, packs_root, read_pack
from verifier.units import dimension

WRONG_FILES = sorted((Path(__file__).parents[1] / "packs").glob("bad.*.toml"))
CODE = sorted(Path(verifier.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("file", WRONG_FILES, ids=lambda file: file.name.split(".")[1])
def test_a_wrong_pack_file_is_told_of_in_one_line(tmp_path, file):
    """The first line of each wrong file names the file it stands for, the second the message."""
    content = file.read_bytes()
    name, message = (line.removeprefix("# ") for line in content.decode("latin-1").splitlines()[:2])
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / name).write_bytes(content)

    with pytest.raises(PackError) as caught:
        read_pack(tmp_path, "xx")

    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_a_language_that_there_is_not_is_answered_with_those_that_there_are():
    with pytest.raises(UnknownLanguage, match=r"unknown language 'xx': known are .*\bid\b") as caught:
        load_pack("xx")
    assert all(code in str(caught.value) for code in languages())


@pytest.mark.parametrize("code", ["", "common", "ID", "../id", "id\n"])
def test_a_code_is_the_name_of_a_folder_and_nothing_else(code):
    with pytest.raises(UnknownLanguage):
        load_pack(code)


@pytest.mark.parametrize("code", [None, 1, b"id", ["id"]])
def test_a_code_of_another_type_is_told_of(code):
    with pytest.raises(InputTypeError, match=f"a language is a code such as 'id', not {type(code).__name__}"):
        load_pack(code)
    with pytest.raises(InputTypeError, match=f"a language is a code such as 'id', not {type(code).__name__}"):
        extract("5 km", language=code)


def test_a_folder_without_files_is_a_language_that_can_do_nothing(tmp_path):
    (tmp_path / "xx").mkdir()
    pack = read_pack(tmp_path, "xx")
    assert (pack.code, pack.numerals.cardinals, pack.dates.months) == ("xx", {}, {})


JOINED = [
    # common/units.toml             xx/units.toml                 both
    ("per = ['/']",                 "per = ['each', '/']",        ("per", ("/", "each"))),
    ("[units]\nkm = ['km']",        "[units]\nkm = ['kilo']",     ("units", {"km": ("km", "kilo")})),
    ("[units]\nkm = ['km']",        "[units]\nm = ['meter']",     ("units", {"km": ("km",), "m": ("meter",)})),
    ("[steps]\n'a/b' = 2",          "[steps]\n'a/b' = 3",         ("steps", {"a/b": 3})),
    ("[kinds]\na = 'percent'",      "[kinds]\na = 'measure'",     ("kinds", {"a": "measure"})),
]  # fmt: skip


@pytest.mark.parametrize(("common", "own", "joined"), JOINED)
def test_a_language_is_joined_with_what_all_share(tmp_path, common, own, joined):
    for folder, content in (("common", common), ("xx", own)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "units.toml").write_text(content, encoding="utf-8")
    key, value = joined
    assert getattr(read_pack(tmp_path, "xx").units, key) == value


@pytest.mark.parametrize("code", languages())
def test_every_pack_loads_and_says_where_its_words_are_from(code):
    assert load_pack(code).code == code
    for file in (packs_root() / code).iterdir():
        if file.name.endswith(".toml"):
            first = file.read_text(encoding="utf-8").splitlines()[:4]
            assert first[0].startswith("# "), f"{code}/{file.name} begins with what it holds"
            assert any("ource" in line for line in first), f"{code}/{file.name} names its source"


@pytest.mark.parametrize("code", languages())
def test_every_unit_of_a_pack_is_one_that_converts(code):
    units = load_pack(code).units
    keys = {*units.units, *units.symbols, *units.currencies, *units.currency_symbols, *units.singles}
    keys |= {key for choices in units.ambiguous.values() for key in choices}
    assert all(dimension(key) for key in sorted(keys))


@pytest.mark.parametrize("file", CODE, ids=lambda file: file.name)
def test_no_code_names_a_language(file):
    """Nothing is compared with a language's code, and nothing is looked up by one."""
    codes = set(languages())
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Compare):
            continue
        names = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
        names |= {part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)}
        values = {part.value for part in ast.walk(node) if isinstance(part, ast.Constant)}
        assert not (names & {"language", "lang", "code"} and values & codes), f"line {node.lineno}"
