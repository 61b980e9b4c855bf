"""Optional libraries: imported when a file needs one, with the install command where it is missing."""

from importlib import import_module
from typing import Any

from verifier.errors import MissingExtra

__all__ = ["extra"]


def extra(module: str, name: str, what: str) -> Any:
    """Return an optional module.

    Raises:
        MissingExtra: it is not installed; the message names the command.

    >>> extra("json", "xlsx", "reading spreadsheets").__name__
    'json'
    """
    try:
        return import_module(module)
    except ImportError:
        raise MissingExtra(
            f"{what} needs {module.partition('.')[0]}, which is not installed: pip install 'cekangka[{name}]'"
        ) from None
