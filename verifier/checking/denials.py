"""A judgement in, the same where the text says that it is not so out."""

from dataclasses import replace

from verifier.checking.derived import Tools
from verifier.checking.judge import Judgement
from verifier.claims.claim import Claim, Denial
from verifier.verdict import Label, Reason, Relation

__all__ = ["turned"]

PLAINLY = frozenset({Reason.EXACT, Reason.ROUNDED})
ENOUGH = {Relation.CHANGE_BY: PLAINLY}


def turned(judged: Judgement, tools: Tools) -> Judgement:
    """Return the judgement on a denial: what the rows contradict is rightly denied, and what they say wrongly.

    A number that a row only rounds to may be denied for its digits ("not 5 million but 5.2"), a multiple or a share
    for being near: these are left open, and so is what nobody here knows to be denied.
    """
    claim = judged.link.claim
    if judged.label is Label.NOT_ENOUGH_INFO:
        return judged
    holds = judged.label is Label.SUPPORTED
    enough = ENOUGH.get(claim.relation, frozenset({Reason.EXACT}))
    coarse = holds and (judged.reason not in enough or _goes_on(claim))
    if claim.denial is Denial.OPEN or coarse or judged.reason is Reason.UNIT:
        text = f"{judged.explanation}; {tools.explainer.say('denied_open')}"
        return replace(judged, label=Label.NOT_ENOUGH_INFO, reason=Reason.AMBIGUOUS, explanation=text, figure=None)
    text = f"{judged.explanation}; {tools.explainer.say('denied')}"
    label, reason = (Label.REFUTED, Reason.VALUE) if holds else (Label.SUPPORTED, Reason.MODIFIER)
    if claim.mention is None:
        reason = Reason.DIRECTION if holds else Reason.EXACT
    return replace(judged, label=label, reason=reason, explanation=text)


def _goes_on(claim: Claim) -> bool:
    """Return whether it may be what follows that is denied: "did not rise 8 percent because of exports"."""
    return claim.after in claim.sentence.breaks and claim.sentence.has("break", claim.after, claim.after + 1)
