"""Mentions and rows in, verdicts out."""
