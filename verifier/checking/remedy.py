"""A judgement in, the same with what probably happened, how much it matters, and how it should read, out."""

from dataclasses import replace

from verifier.checking.derived import Tools
from verifier.checking.diagnose import diagnose, severity_of
from verifier.checking.judge import Judgement
from verifier.checking.suggest import suggest
from verifier.model import Label

__all__ = ["with_remedy"]


def with_remedy(judged: Judgement, tools: Tools) -> Judgement:
    """Return a refuted judgement with its diagnoses, severity and edits; any other as it is."""
    if judged.label is not Label.REFUTED:
        return judged
    diagnoses = diagnose(judged, tools)
    text = judged.explanation
    if diagnoses:
        text = f"{text}; {tools.explainer.say(f'diagnosis_{diagnoses[0]}')}"
    return replace(
        judged,
        explanation=text,
        severity=severity_of(judged),
        diagnosis=diagnoses[0] if diagnoses else None,
        also=diagnoses[1:],
        edits=suggest(judged, diagnoses, tools),
    )
