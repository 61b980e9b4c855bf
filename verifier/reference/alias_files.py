"""A file of other names in (name and alias, shared by several tables), name = its aliases out."""

from collections.abc import Iterator
from pathlib import Path

from verifier.data_files import read_toml
from verifier.errors import TableError
from verifier.reference.csv_reader import read_csv
from verifier.reference.header_words import header_words, role_of
from verifier.reference.json_reader import read_json_lines
from verifier.reference.raw import RawTable, shown

__all__ = ["read_aliases"]

_NAMES = ("measure", "entity")  # roles of the columns
_ALIASES = ("aliases", "entity_aliases")


def read_aliases(path: Path) -> dict[str, tuple[str, ...]]:
    """Return name = aliases from a CSV or JSON Lines file with the columns name and alias, or from TOML.

    A name may have several rows, and an alias cell several names with ``|`` between them. In TOML a
    line is ``"produksi padi" = ["panen padi", "hasil padi"]``.

    Raises:
        TableError: the file cannot be read, or has no such columns.
    """
    if not path.is_file():
        raise TableError(f"{path}: no such alias file")
    if path.suffix.lower() == ".toml":
        return dict(_from_toml(path))
    readers = {".jsonl": read_json_lines, ".ndjson": read_json_lines}
    reader = readers.get(path.suffix.lower())
    raw = reader(path) if reader else read_csv(path)
    names, aliases = _column(raw, _NAMES), _column(raw, _ALIASES)
    found: dict[str, dict[str, None]] = {}
    for row in range(raw.rows):
        others = (alias.strip() for alias in raw.columns[aliases][row].split("|"))
        found.setdefault(raw.columns[names][row].strip(), {}).update((alias, None) for alias in others if alias)
    return {name: tuple(others) for name, others in found.items() if name}


def _column(raw: RawTable, roles: tuple[str, ...]) -> int:
    for number, header in enumerate(raw.headers):
        if role_of(header, header_words()) in roles:
            return number
    found = ", ".join(map(shown, raw.headers[:20]))
    raise TableError(f"{raw.name}: an alias file has the columns name and alias; found are {found}")


def _from_toml(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, others in read_toml(path, error=TableError).items():
        if not isinstance(others, list) or not all(isinstance(other, str) for other in others):
            raise TableError(f"{path.name}: {shown(name)} must be a list of other names")
        yield name, tuple(others)
