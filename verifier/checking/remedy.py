"""A judgement in, the same with what probably happened, how much it matters, and how it should read, out."""

from dataclasses import replace

from verifier.checking.derived import Tools
from verifier.checking.diagnose import diagnose, older_release, severity_of
from verifier.checking.judge import Judgement
from verifier.checking.suggest import suggest
from verifier.checking.target import target_of
from verifier.claims.claim import Denial
from verifier.verdict import Diagnosis, Label, Severity

__all__ = ["with_remedy"]


def with_remedy(judged: Judgement, tools: Tools) -> Judgement:
    """Return a refuted judgement with its diagnoses, severity and edits; any other as it is."""
    if judged.label is not Label.REFUTED:
        return judged
    if judged.link.claim.denial is not Denial.NONE:  # the number is right: the words around it are not
        return replace(judged, severity=Severity.MAJOR)
    target = target_of(judged)
    diagnoses = diagnose(judged, target, tools)
    text = judged.explanation
    if diagnoses:
        text = f"{text}; {_said(judged, diagnoses[0], tools)}"
    return replace(
        judged,
        explanation=text,
        severity=severity_of(judged, target),
        diagnosis=diagnoses[0] if diagnoses else None,
        also=diagnoses[1:],
        edits=suggest(judged, diagnoses, target, tools),
    )


def _said(judged: Judgement, diagnosis: Diagnosis, tools: Tools) -> str:
    """Return what probably happened in words: a figure of an older release was right when it was written."""
    older = older_release(judged, tools) if diagnosis is Diagnosis.STALE_VALUE else None
    if older is None:
        return tools.explainer.say(f"diagnosis_{diagnosis}")
    return tools.explainer.say("revised_since", where=tools.explainer.where(older), as_of=older.as_of)
