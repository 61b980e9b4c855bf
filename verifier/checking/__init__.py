"""Mentions and rows in, verdicts out."""

from verifier.checking.intervals import ModifierSets
from verifier.checking.report import Report
from verifier.checking.verify import verify

__all__ = ["ModifierSets", "Report", "verify"]
