"""One generated sentence: what is to be said of it."""

from dataclasses import dataclass

__all__ = ["Case"]


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence: what is to be said of its claims ("supported", "refuted", "open"), and the error that was planted.

    An error without a name is one that no diagnosis explains: a rank, a range or a multiple that is not so.
    """

    text: str
    wanted: str
    error: str = ""

    @classmethod
    def of(cls, text: str, right: bool, error: str = "") -> "Case":
        """Return a sentence that is right, or has an error."""
        return cls(text, "supported" if right else "refuted", error)
