"""Every error that is raised on purpose.

    VerifierError
    ├── InputError (ValueError)       a document, an option or a date cannot be used
    │   ├── InputTypeError (TypeError)  the wrong type was handed over
    │   └── UnknownLanguage           no such language pack
    ├── TableError (ValueError)       a reference table cannot be used: file, row, column, remedy
    ├── PackError (ValueError)        a language pack is wrong: file, key, remedy
    ├── UnitError (ValueError)        a unit is unknown, or two do not convert into one another
    └── MissingExtra (ImportError)    an optional library is not installed: names the install command

A message is one line: where, what, and what to do instead.
"""

__all__ = [
    "InputError",
    "InputTypeError",
    "MissingExtra",
    "PackError",
    "TableError",
    "UnitError",
    "UnknownLanguage",
    "VerifierError",
]


class VerifierError(Exception):
    """The base of all errors of this package; `except VerifierError` catches every one of them."""


class InputError(VerifierError, ValueError):
    """A document, an option or a date cannot be used."""


class InputTypeError(InputError, TypeError):
    """A value of the wrong type was handed over."""


class UnknownLanguage(InputError):
    """There is no language pack of that code."""


class TableError(VerifierError, ValueError):
    """A reference table cannot be used."""


class PackError(VerifierError, ValueError):
    """A language pack is wrong."""


class UnitError(VerifierError, ValueError):
    """A unit is unknown, or two units do not convert into one another."""


class MissingExtra(VerifierError, ImportError):
    """An optional library is not installed."""
