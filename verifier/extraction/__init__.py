"""Text in, mentions out."""

from verifier.extraction.extract import Extraction, extract, read_text

__all__ = ["Extraction", "extract", "read_text"]
