"""A text and a table in, nothing out, or an `AssertionError` that shows the claims that fail."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from verifier.checking import Report, verify
from verifier.detection import language_of
from verifier.documents import Document
from verifier.errors import InputTypeError
from verifier.reports.checked import Checked
from verifier.reports.claim import claim
from verifier.reports.findings import Policy
from verifier.reports.sentences import Sentences
from verifier.reports.visible import Paint

if TYPE_CHECKING:
    from verifier.reference import ReferenceTable

__all__ = ["assert_supported", "require_none_failing"]


def assert_supported(
    text: str,
    table: "ReferenceTable | Sequence[ReferenceTable] | None" = None,
    *,
    language: str | None = None,
    reference_date: date | str | None = None,
    strict: bool = False,
) -> Report:
    """Return the report on `text` if nothing in it is refuted; with `strict`, if everything is supported.

    Without a `language`, it is told by the words of the text.

    Raises:
        AssertionError: some claims fail; for each of them the message shows its sentence, what
            it means, what the row says, the arithmetic, and the wording that would be right.
        InputTypeError: an argument is of another kind than `verify` takes, or `strict` is no bool.
        InputError: the language is unknown, or is not given and cannot be told.

    >>> from verifier.reference import ReferenceTable
    >>> table = ReferenceTable.from_records([
    ...     {"measure": "produksi padi", "entity": "Jawa Barat", "period": "2023", "value": "9.14", "unit": "juta ton"},
    ... ])
    >>> assert_supported("Produksi padi Jawa Barat 9,1 juta ton pada 2023.", table).ok
    True
    >>> assert_supported("Produksi padi Jawa Barat 9,9 juta ton pada 2023.", table, language="id")
    Traceback (most recent call last):
    AssertionError: 1 of 1 claims fails
    ...
    """
    __tracebackhide__ = True
    if not isinstance(strict, bool):
        raise InputTypeError(f"strict is True or False, not {type(strict).__name__}; leave it out for False")
    if language is None and isinstance(text, str):
        language = language_of(Document(name="text", text=text))
    report = verify(text, table, language=language or "", reference_date=reference_date)
    require_none_failing(Checked(Document(name="text", text=text), report), Policy(strict=strict))
    return report


def require_none_failing(checked: Checked, policy: Policy) -> None:
    """Raise an `AssertionError` that shows each claim of a text that fails by a policy."""
    __tracebackhide__ = True
    failed = [verdict for verdict in checked.verdicts if policy.fails(verdict.label)]
    if failed:
        sentences = Sentences(checked)
        shown = ["\n".join(claim(verdict, sentences.of(verdict), paint=Paint(False))) for verdict in failed]
        count = f"{len(failed)} of {len(checked.verdicts)} claims {'fails' if len(failed) == 1 else 'fail'}"
        raise AssertionError("\n\n".join([count, *shown]))
