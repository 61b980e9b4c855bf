"""A table in, what a data package beside it says of it out: encoding, separator, missing values, types and titles.

A package is a file `datapackage.json` in the folder of the table or the one above it, after the specifications of
Frictionless Data. Only what tells how the table is to be read is taken from it; nothing is fetched.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from verifier.data_files import read_json
from verifier.errors import TableError
from verifier.reference.layout import FieldLayout, Layout, header_key

__all__ = ["NAME", "package_of", "packaged_files", "with_package"]

NAME = "datapackage.json"


def package_of(path: Path) -> Path | None:
    """Return the data package that names a table, None where there is none.

    Raises:
        TableError: that in the folder of the table is broken; one above it may be of something else.
    """
    beside, above = path.parent / NAME, path.resolve().parent.parent / NAME
    if beside.is_file() and _resource(beside, path):
        return beside
    with suppress(TableError):
        return above if above.is_file() and _resource(above, path) else None
    return None


def packaged_files(package: Path) -> list[Path]:
    """Return the files of tables that a data package names."""
    return [file for resource in _resources(package) for file in _paths(package, resource)]


def with_package(path: Path) -> Layout:
    """Return what a data package says of a table, an empty layout where none does.

    Raises:
        TableError: the package is broken.
    """
    package = package_of(path)
    if package is None:
        return Layout()
    resource = _resource(package, path)
    dialect, schema = _said(package, resource, "dialect"), _said(package, resource, "schema")
    fields = [field for field in schema.get("fields", ()) if isinstance(field, Mapping)]
    return Layout(
        encoding=_text(resource, "encoding") or None,
        separator=_text(dialect, "delimiter") or None,
        quote=_text(dialect, "quoteChar") or None,
        blanks=tuple(dict.fromkeys(_missing([schema, *fields]))),
        fields={header_key(_text(field, "name")): _field(field) for field in fields},
        package=package.name,
    )


def _resources(package: Path) -> list[Mapping[str, Any]]:
    said = read_json(package, error=TableError)
    resources = said.get("resources") if isinstance(said, Mapping) else None
    if not isinstance(resources, list) or not all(isinstance(resource, Mapping) for resource in resources):
        raise TableError(f"{package.name}: no data package: it has no list of resources; mend it, or move it away")
    return resources


def _resource(package: Path, path: Path) -> Mapping[str, Any]:
    """Return what a package says of a table, nothing where it does not name it."""
    wanted = path.resolve()
    named = (resource for resource in _resources(package) if wanted in map(Path.resolve, _paths(package, resource)))
    return next(named, {})


def _paths(package: Path, resource: Mapping[str, Any]) -> Iterator[Path]:
    paths = resource.get("path")
    for name in paths if isinstance(paths, list) else [paths]:
        if isinstance(name, str) and "://" not in name:
            yield package.parent / name


def _said(package: Path, resource: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """Return a part of a resource, which may be a file of its own."""
    said = resource.get(key)
    if isinstance(said, str) and "://" not in said:
        said = read_json(package.parent / said, error=TableError)
    return said if isinstance(said, Mapping) else {}


def _text(said: Mapping[str, Any], key: str) -> str:
    text = said.get(key)
    return text if isinstance(text, str) else ""


def _missing(said: list[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the texts that mean that there is no value; each may have a label."""
    for part in said:
        texts = part.get("missingValues")
        for text in texts if isinstance(texts, list) else ():
            value = text.get("value") if isinstance(text, Mapping) else text
            if isinstance(value, str) and value.strip():
                yield value.strip()


def _field(field: Mapping[str, Any]) -> FieldLayout:
    mark, group = _text(field, "decimalChar"), _text(field, "groupChar")
    if not mark and group in (".", ","):
        mark = "," if group == "." else "."
    unit = _text(field, "unit")
    title = _text(field, "title") or (_text(field, "name") if unit else "")
    return FieldLayout(
        title=f"{title} ({unit})" if unit and f"({unit})" not in title else title,
        kind=_text(field, "type"),
        decimal=mark if mark in (".", ",") else "",
    )
