"""A table of any usual shape in, tidy rows with look-up out."""

from verifier.reference.entities import Key
from verifier.reference.findings import Finding
from verifier.reference.lint import Examination, examine, lint, tidy_rows
from verifier.reference.table import ReferenceTable

__all__ = ["Examination", "Finding", "Key", "ReferenceTable", "examine", "lint", "tidy_rows"]
