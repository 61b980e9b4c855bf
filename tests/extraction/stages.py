"""What the stages of extraction make of a text, one by one."""

from verifier.extraction import read_text

__all__ = ["tokens_after"]


def tokens_after(stage, text, language):
    """Return the kind, the surface and the values of each token that there is after a stage."""
    found = []

    def watch(name, window):
        if name == stage:
            for place, token in enumerate(window.tokens):
                found.append((token.kind, window.written(place, place + 1), token.values))

    read_text(text, language=language, watch=watch)
    return found
