"""A TOML or JSON file in, what it says out; what is wrong with it is an error of the kind that the caller asks for."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from verifier.errors import VerifierError

__all__ = ["read_json", "read_toml"]

_MOST_BYTES = 1 << 26


def read_toml(
    file: Path, *, error: type[VerifierError], name: str = "", remedy: str = "", most: int = _MOST_BYTES
) -> dict[str, Any]:
    """Return what a TOML file says.

    Args:
        file: a path, or a file inside a package.
        error: what to raise.
        name: of the file in messages, where it is not that of the file.
        remedy: what helps where it is broken, or missing.
        most: bytes that such a file can have.

    Raises:
        VerifierError: it is missing, too large, not UTF-8, or no TOML; one line says where and what to do.
    """
    said: dict[str, Any] = _read(file, "TOML", tomllib.loads, error, name or file.name, remedy, most)
    return said


def read_json(
    file: Path, *, error: type[VerifierError], name: str = "", remedy: str = "", most: int = _MOST_BYTES
) -> Any:
    """Return what a JSON file says; arguments and errors as for `read_toml`."""
    return _read(file, "JSON", json.loads, error, name or file.name, remedy, most)


def _read(
    file: Path,
    kind: str,
    load: Callable[[str], Any],
    error: type[VerifierError],
    name: str,
    remedy: str,
    most: int,
) -> Any:
    hint = f"; {remedy}" if remedy else ""
    try:
        with file.open("rb") as opened:
            content = opened.read(most + 1)
    except FileNotFoundError:
        raise error(f"{name}: there is no such file{hint}") from None
    except OSError as failure:
        raise error(f"{name}: cannot be read: {failure.strerror}") from None
    if len(content) > most:
        raise error(f"{name}: larger than {most // (1 << 20)} MiB{hint}")
    try:
        return load(content.decode("utf-8"))
    except UnicodeDecodeError as failure:
        raise error(f"{name}: not UTF-8 at byte {failure.start}; save the file as UTF-8") from None
    except RecursionError:
        raise error(f"{name}: nested too deeply{hint}") from None
    except ValueError as failure:
        raise error(f"{name}: is no {kind} file ({failure}){hint}") from None
