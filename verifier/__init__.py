"""Find every numeric fact in a text, say what it means, and check it against a reference table."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verifier.assertions import assert_supported
    from verifier.checking import Report, verify
    from verifier.errors import (
        InputError,
        InputTypeError,
        MissingExtra,
        PackError,
        TableError,
        UnitError,
        UnknownLanguage,
        VerifierError,
    )
    from verifier.extraction import Explanation, explain, extract
    from verifier.model import Kind, Mention, Modifier, Row
    from verifier.packs import languages
    from verifier.reference import ReferenceTable
    from verifier.verdict import Label, Reason, Relation, Verdict

__version__ = "0.1.0"

_HOMES = {
    "Explanation": "extraction",
    "explain": "extraction",
    "extract": "extraction",
    "ReferenceTable": "reference",
    "Report": "checking",
    "assert_supported": "assertions",
    "verify": "checking",
    "languages": "packs",
    **dict.fromkeys(("Kind", "Mention", "Modifier", "Row"), "model"),
    **dict.fromkeys(("Label", "Reason", "Relation", "Verdict"), "verdict"),
    **dict.fromkeys(
        (
            "InputError",
            "InputTypeError",
            "MissingExtra",
            "PackError",
            "TableError",
            "UnitError",
            "UnknownLanguage",
            "VerifierError",
        ),
        "errors",
    ),
}

__all__ = [
    "Explanation",
    "InputError",
    "InputTypeError",
    "Kind",
    "Label",
    "Mention",
    "MissingExtra",
    "Modifier",
    "PackError",
    "Reason",
    "ReferenceTable",
    "Relation",
    "Report",
    "Row",
    "TableError",
    "UnitError",
    "UnknownLanguage",
    "Verdict",
    "VerifierError",
    "assert_supported",
    "explain",
    "extract",
    "languages",
    "verify",
]


def __getattr__(name: str) -> object:
    """Load a public name from its room on first use, so that `import verifier` stays cheap."""
    if name not in _HOMES:
        raise AttributeError(f"module 'verifier' has no attribute {name!r}")
    value = getattr(import_module(f"verifier.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
