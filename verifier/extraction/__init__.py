"""Text in, mentions out."""

from verifier.extraction.explain import Explanation, explain
from verifier.extraction.extract import Extraction, extract, read_text

__all__ = ["Explanation", "Extraction", "explain", "extract", "read_text"]
