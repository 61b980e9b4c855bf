"""What the stages of extraction make of a text, one by one."""

from verifier.extraction import read_text

__all__ = ["tokens_after"]


def tokens_after(stage, text, language):
    """Return the kind, the surface and the values of each token that there is after a stage."""
    found = []

    def watch(name, tokens):
        if name == stage:
            found.extend((token.kind, text[token.start : token.end], token.values) for token in tokens)

    read_text(text, language=language, watch=watch)
    return found
