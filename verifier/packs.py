"""Language packs: TOML files in, one frozen `Pack` out. The only module that opens them."""

import difflib
import re
import typing
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from verifier.data_files import read_toml
from verifier.errors import InputTypeError, PackError, UnknownLanguage
from verifier.pack import Pack
from verifier.pack_types import Choices, Keys, Least, Meanings, Texts, Values, Words

__all__ = ["language_code", "languages", "line_of", "load_pack", "load_part", "load_words", "packs_root", "read_pack"]

COMMON = "common"
WORDS = ("numerals", "dates", "units", "phrases", "noise")  # the parts that extraction reads


def packs_root() -> Path:
    """Return the folder of the packs: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).parent
    inside = package / "patterns"
    return inside if inside.is_dir() else package.parent / "patterns"


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of all languages that have a pack.

    >>> "id" in languages() and "en" in languages()
    True
    """
    folders = (entry.name for entry in packs_root().iterdir() if entry.is_dir())
    return tuple(sorted(name for name in folders if name != COMMON and not name.startswith((".", "_"))))


def load_pack(code: str) -> Pack:
    """Return the pack of the language `code`, joined with what all languages share.

    Raises:
        UnknownLanguage: there is no pack of that code; the message lists those that there are.
        PackError: a file of the pack is wrong; the message names file, key and remedy.

    >>> load_pack("id").numerals.cardinals["tiga"]
    3
    """
    return _load(language_code(code), tuple(_shapes()))


def load_words(code: str) -> Pack:
    """Return the pack of the language `code` without what only claims and tables need: what extraction reads.

    >>> load_words("id").units.per[0] == load_pack("id").units.per[0], load_words("id").tables.headers
    (True, {})
    """
    return _load(language_code(code), WORDS)


def language_code(code: object) -> str:
    """Return `code`, which may be anything that a caller took for the code of a language.

    Raises:
        InputTypeError: it is no string.
    """
    if not isinstance(code, str):
        raise InputTypeError(f"a language is a code such as 'id', not {type(code).__name__}")
    return code


@cache
def _load(code: str, parts: tuple[str, ...]) -> Pack:
    if code not in languages():
        raise UnknownLanguage(f"unknown language {code!r}: known are {', '.join(languages())}")
    return Pack(code=code, **{part: load_part(code, part) for part in parts})


@cache
def load_part(code: str, part: str) -> Any:
    """Return one file of the pack of the language `code`, joined with what all languages share.

    >>> "juta" in load_part("id", "numerals").scales
    True
    """
    return _read_part(packs_root(), code, part)


def read_pack(root: Path, code: str) -> Pack:
    """Return the pack of the folder `code` below `root`, joined with the folder `common`."""
    return Pack(code=code, **{part: _read_part(root, code, part) for part in _shapes()})


def _read_part(root: Path, code: str, part: str) -> Any:
    shape = _shapes()[part]
    shared, own = (_read_file(root / folder / f"{part}.toml", shape) for folder in (COMMON, code))
    return shape(**_join(shared, own))


@cache
def _shapes() -> dict[str, Any]:
    """Return the class of each part of a pack."""
    return {part: shape for part, shape in typing.get_type_hints(Pack).items() if part != "code"}


def _read_file(file: Path, shape: type) -> dict[str, Any]:
    if not file.is_file():
        return {}
    name = "/".join(file.parts[-2:])
    data = read_toml(file, error=PackError, name=name)
    types, bounded = _types(shape)
    checked = {}
    for key, value in data.items():
        attribute = _attribute(key)
        checked[attribute] = _checked(name, key, value, types)
        for bound in getattr(bounded[attribute], "__metadata__", ()):
            _bounded(name, key, checked[attribute], bound)
    return checked


@cache
def _types(shape: type) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the types of a part's keys, without and with what bounds them."""
    return typing.get_type_hints(shape), typing.get_type_hints(shape, include_extras=True)


def _attribute(key: str) -> str:
    return f"{key}_" if key in ("and", "from") else key


def _checked(name: str, key: str, value: Any, types: Mapping[str, Any]) -> Any:
    wanted = types.get(_attribute(key))
    if wanted is None:
        near = difflib.get_close_matches(key, types, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"known are {', '.join(types)}"
        raise PackError(f"{name}: unknown key '{key}'; {hint}")
    if wanted is str or wanted is bool:
        return _scalar(name, key, value, wanted)
    if wanted == Words:
        return _words(name, key, value)
    if not isinstance(value, dict):
        raise PackError(f"{name} [{key}]: must be a table of word = value lines")
    if wanted == Meanings:
        return {meaning: _words(name, f"{key}.{meaning}", words) for meaning, words in _unique(name, key, value)}
    if wanted == Choices:
        return {word: _words(name, f"{key}.{word}", choices) for word, choices in value.items()}
    if wanted == Values:
        return {word: _whole(name, f"{key}.{word}", number) for word, number in value.items()}
    return {word: _scalar(name, f"{key}.{word}", text, str) for word, text in value.items()}


def _bounded(name: str, key: str, value: Any, bound: Keys | Texts | Least) -> None:
    """Refuse a key, a text or a number that a part of a pack cannot hold."""
    entries = value.items() if isinstance(value, Mapping) else [("", value)]
    for word, held in entries:
        if isinstance(bound, Least):
            if held < bound.number:
                raise PackError(f"{name} [{key}.{word}]: must be {bound.number} or more, not {held}")
        elif isinstance(bound, Keys):
            if not re.fullmatch(bound.pattern, word):
                raise PackError(f"{name} [{key}]: its keys are {bound.said}, not {word!r}")
        elif not re.fullmatch(bound.pattern, held):
            place = f"{key}.{word}" if word else key
            raise PackError(f"{name} [{place}]: must be {bound.said}, not {held!r}")


def _unique(name: str, key: str, table: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Refuse a word that stands under two meanings of one table."""
    seen: dict[str, str] = {}
    for meaning, words in table.items():
        for word in words if isinstance(words, list) else ():
            if isinstance(word, str) and seen.setdefault(word, meaning) != meaning:
                raise PackError(f"{name} [{key}]: {word!r} is both {seen[word]!r} and {meaning!r}; keep one")
    return list(table.items())


def _words(name: str, key: str, value: Any) -> Words:
    if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
        raise PackError(f"{name} [{key}]: must be a list of quoted words")
    if len(set(value)) < len(value):
        twice = next(word for word in value if value.count(word) > 1)
        raise PackError(f"{name} [{key}]: {twice!r} stands there twice; keep one")
    return tuple(value)


def _whole(name: str, key: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise PackError(f"{name} [{key}]: must be a whole number, not {value!r} (quote words that hold a dot)")
    return value


def _scalar(name: str, key: str, value: Any, wanted: type) -> Any:
    if not isinstance(value, wanted):
        raise PackError(
            f"{name} [{key}]: must be {'true or false' if wanted is bool else 'quoted text'}, not {value!r}"
        )
    return value


def _join(shared: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return both files as one: tables and lists are joined, the language wins where both speak."""
    joined = dict(shared)
    for key, value in own.items():
        before = joined.get(key)
        if isinstance(before, dict) and isinstance(value, dict):
            merged = dict(before)
            for word, meaning in value.items():
                both = isinstance(merged.get(word), tuple) and isinstance(meaning, tuple)
                merged[word] = tuple(dict.fromkeys(merged[word] + meaning)) if both else meaning
            joined[key] = merged
        elif isinstance(before, tuple) and isinstance(value, tuple):
            joined[key] = tuple(dict.fromkeys(before + value))
        else:
            joined[key] = value
    return joined


def line_of(code: str, source: str, word: str) -> str | None:
    """Return the line of a pack that names `word`: file, number and text; None where none does.

    Args:
        code: the language.
        source: a table of the pack, as "numerals.scales".
        word: the word or phrase, in any case.

    >>> line_of("id", "numerals.scales", "juta")  # doctest: +ELLIPSIS
    'patterns/id/numerals.toml:... [scales] juta = 1_000_000'
    """
    part, _, table = source.partition(".")
    for folder in (code, COMMON):
        file = packs_root() / folder / f"{part}.toml"
        if file.is_file():
            found = _find_line(file.read_text(encoding="utf-8").splitlines(), table, word.lower())
            if found is not None:
                number, line = found
                return f"patterns/{folder}/{part}.toml:{number} [{table}] {line}"
    return None


def _find_line(lines: Sequence[str], table: str, word: str) -> tuple[int, str] | None:
    """Return the number and the text of the first line of a table, or of a list, that holds a word."""
    wanted = (f'"{word}"', f"'{word}'")
    within = False
    for number, line in enumerate(lines, 1):
        bare = line.strip()
        if bare.startswith("["):
            within = bare.split("]")[0] == f"[{table}"
        elif bare.split("=")[0].strip() == table:
            within = True
        elif within and "=" in bare and bare.split("=")[0].strip().strip('"').lower() == word:
            return number, bare
        if within and any(quoted in bare.lower() for quoted in wanted):
            return number, bare if len(bare) < 90 else f"… {wanted[0]} …"
    return None
