"""What the owner of a table says about it, in Python or in a sidecar file: `Layout`."""

import difflib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from verifier.data_files import read_toml
from verifier.errors import TableError

__all__ = ["ROLES", "FieldLayout", "Layout", "MeasureColumn", "header_key", "layout_of", "sidecar_of"]

ROLES = (
    "measure",
    "entity",
    "period",
    "value",
    "unit",
    "scale",
    "low",
    "high",
    "tolerance",
    "decimals",
    "aliases",
    "entity_aliases",
    "as_of",
    "status",
    "source",
    "key",
    "ignored",
)
_MARKS = {"separator": (";", '"\r\n'), "quote": ("'", "\\ \r\n")}  # an example, and what is none
_MOST_BYTES = 1 << 20  # of a file that only says how a table is read
FIXED = ("measure", "entity", "period", "unit", "status", "source", "as_of", "aliases", "entity_aliases")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureColumn:
    """What one column of a wide table measures, where its header does not say it all."""

    name: str = ""
    unit: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldLayout:
    """What is said of one column: what its header means, the kind of its cells, and its decimal mark."""

    title: str = ""
    kind: str = ""  # as data packages name it: "number", "string", "year"
    decimal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How to read one table; everything that is not said is found out.

    `columns` is role = header ("entity" = "Provinsi"), several headers for entity as a list; `fixed`
    is role = text that holds for the whole table; `measures` is header = what that column measures.
    `blanks` are further texts that mean no value. What a data package says of the columns is in
    `fields`, by their keys, and its name in `package`.
    """

    language: str | None = None
    encoding: str | None = None
    separator: str | None = None
    quote: str | None = None
    decimal: str | None = None
    header: int | None = None
    sheet: str | None = None
    query: str | None = None
    fill_down: tuple[str, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)
    measures: Mapping[str, MeasureColumn] = field(default_factory=dict)
    counted: tuple[str, ...] = ()
    aliases: str | None = None
    blanks: tuple[str, ...] = ()
    decimals: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, FieldLayout] = field(default_factory=dict)
    package: str = ""

    def decimal_of(self, header: str) -> str:
        """Return the decimal mark that is declared for a column, "" where none is."""
        key = header_key(header)
        return self.decimals.get(key) or self.decimal or self.fields.get(key, FieldLayout()).decimal


_INNER = ("decimals", "fields", "package")  # that no option names


def header_key(header: str) -> str:
    """Return the form in which a header is found again.

    >>> header_key(" Produksi  Padi ")
    'produksi padi'
    """
    return " ".join(header.split()).lower()


def layout_of(options: Mapping[str, Any], where: str, base: Layout | None = None) -> Layout:
    """Return a checked layout from plain options; those that are None say nothing.

    Raises:
        TableError: an option or role that is not known (the nearest is named), or of another type.

    >>> layout_of({"columns": {"entity": "Provinsi"}, "decimal": ","}, "harga.csv").columns
    {'entity': ('Provinsi',)}
    """
    known = [part.name for part in fields(Layout) if part.name not in _INNER]
    checked: dict[str, Any] = {}
    for key, value in options.items():
        if key not in known:
            raise TableError(f"{where}: unknown key {key!r}; {_did_you_mean(key, known)}")
        if key == "decimal" and isinstance(value, Mapping):
            checked["decimals"] = {header_key(header): _decimal(where, mark) for header, mark in value.items()}
        elif value is not None:
            checked[key] = _checked(where, key, value)
    return replace(base or Layout(), **checked)


def sidecar_of(path: Path, base: Layout | None = None) -> Layout:
    """Return what ``<table>.claims.toml`` beside a table says; where it says nothing `base` holds."""
    sidecar = path.with_suffix(".claims.toml")
    if not sidecar.is_file():
        return base or Layout()
    return layout_of(read_toml(sidecar, error=TableError, most=_MOST_BYTES), sidecar.name, base)


def _did_you_mean(key: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(key, known, n=1)
    return f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"


def _checked(where: str, key: str, value: Any) -> Any:
    if key == "columns":
        return {role: _texts(where, f"{key}.{role}", header) for role, header in _table(where, key, value, ROLES)}
    if key == "fixed":
        return {role: _text(where, f"{key}.{role}", text) for role, text in _table(where, key, value, FIXED)}
    if key == "measures":
        return {str(header): _measure(where, header, said) for header, said in _table(where, key, value, None)}
    if key in ("counted", "fill_down", "blanks"):
        return _texts(where, key, value)
    if key == "header":
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 10_000:
            raise TableError(f"{where}: header must be the header's row, counted from 1, not {value!r}")
        return value
    if key == "aliases" and isinstance(value, os.PathLike):
        return os.fspath(value)
    if key == "decimal":
        return _decimal(where, value)
    if key in _MARKS and (not isinstance(value, str) or len(value) != 1 or value in _MARKS[key][1]):
        raise TableError(f"{where}: {key} must be one character such as {_MARKS[key][0]!r}, not {value!r}")
    return _text(where, key, value)


def _decimal(where: str, value: Any) -> str:
    if value not in (".", ","):
        raise TableError(f"{where}: decimal must be '.' or ',', not {value!r}")
    return str(value)


def _table(where: str, key: str, value: Any, known: Sequence[str] | None) -> list[tuple[str, Any]]:
    if not isinstance(value, Mapping):
        raise TableError(f"{where}: {key} must be a table of name = value, not {type(value).__name__}")
    for name in value:
        if known is not None and name not in known:
            raise TableError(f"{where}: {key} has no {name!r}; {_did_you_mean(str(name), known)}")
    return list(value.items())


def _text(where: str, key: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise TableError(f"{where}: {key} must be text, not {value!r}")
    return value


def _texts(where: str, key: str, value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (_text(where, key, value),)
    if not isinstance(value, Sequence):
        raise TableError(f"{where}: {key} must be text or a list of texts, not {type(value).__name__}")
    return tuple(_text(where, key, item) for item in value)


def _measure(where: str, header: str, said: Any) -> MeasureColumn:
    if isinstance(said, str):
        return MeasureColumn(name=said)
    options = dict(_table(where, f"measures.{header}", said, ("name", "unit", "aliases")))
    aliases = options.pop("aliases", ())
    texts = {key: _text(where, f"measures.{header}.{key}", value) for key, value in options.items()}
    return MeasureColumn(**texts, aliases=_texts(where, f"measures.{header}.aliases", aliases))
