"""Mentions and rows in, verdicts out."""

from verifier.checking.report import Report
from verifier.checking.verify import verify
from verifier.claims.intervals import ModifierSets

__all__ = ["ModifierSets", "Report", "verify"]
