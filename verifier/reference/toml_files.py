"""A small TOML file beside a table in, what it says out."""

import tomllib
from pathlib import Path
from typing import Any

from verifier.errors import TableError

__all__ = ["read_toml"]

_MOST_BYTES = 1_048_576


def read_toml(path: Path) -> dict[str, Any]:
    """Return what a TOML file says.

    Raises:
        TableError: it is larger than 1 MiB, not UTF-8, or no TOML.
    """
    if path.stat().st_size > _MOST_BYTES:
        raise TableError(f"{path.name}: larger than 1 MiB; it only says how a table is read, or its names")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise TableError(f"{path.name}: not UTF-8 at byte {error.start}; save the file as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"{path.name}: {error}") from None
    except RecursionError:
        raise TableError(f"{path.name}: nested too deeply") from None
