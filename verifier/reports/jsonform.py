"""Checked documents in, JSON in its stable form out."""

import json
from collections.abc import Sequence

from verifier.reports.checked import Checked

__all__ = ["render"]


def render(documents: Sequence[Checked]) -> str:
    """Return one object for one document, a list of them for several."""
    forms = [checked.report.to_dict() for checked in documents]
    return json.dumps(forms[0] if len(forms) == 1 else forms, ensure_ascii=False, indent=2) + "\n"
