"""Mentions of a sentence in, claims out: each number with what is said of it. No table is asked but for its names."""
