"""Measures how fast the extractor is, beside other libraries and beside its own scan, in one run."""
