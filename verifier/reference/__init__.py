"""A table of any usual shape in, tidy rows with look-up out."""

from verifier.reference.entities import Key
from verifier.reference.findings import Finding
from verifier.reference.table import ReferenceTable

__all__ = ["Finding", "Key", "ReferenceTable"]
