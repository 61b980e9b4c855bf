"""A JSON Lines file in, the object of each line out, one at a time."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from verifier.documents import open_document
from verifier.errors import InputError

__all__ = ["read_records"]


def read_records(path: str | Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the number and the object of each line that is not blank.

    Raises:
        InputError: the file cannot be read, or a line is not UTF-8, not JSON, or not an object.
    """
    with open_document(path) as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield number, _object(line, f"{path}:{number}")


def _object(line: bytes, place: str) -> dict[str, Any]:
    try:
        value = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse)
    except UnicodeDecodeError as error:
        raise InputError(f"{place}: byte {error.start} is not utf-8, as JSON Lines are") from None
    except json.JSONDecodeError as error:
        raise InputError(f"{place}:{error.colno}: is not JSON: {error.msg}") from None
    except (RecursionError, ValueError) as error:
        raise InputError(f"{place}: is not JSON that can be read: {error}") from None
    if not isinstance(value, dict):
        raise InputError(f"{place}: is {type(value).__name__}, not an object with a field for the text")
    return value


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON number")
