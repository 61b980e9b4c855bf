"""A text in, its derivation out: the tokens after each stage, the pack lines behind them, and what came of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from verifier.extraction.dates import DateToken
from verifier.extraction.extract import Extraction, read_text
from verifier.extraction.tokens import Token, Window
from verifier.model import Mention
from verifier.packs import line_of

__all__ = ["Explanation", "Seen", "Stage", "explain"]


@dataclass(frozen=True, slots=True)
class Seen:
    """One token after a stage: its text, what it is taken for, and the tables of the pack that say so."""

    text: str
    meaning: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """The tokens of one window of the text after one stage."""

    name: str
    tokens: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """How the facts of a text were found; `str()` of it is what ``verifier explain`` prints."""

    language: str
    stages: tuple[Stage, ...]
    result: Extraction

    def __str__(self) -> str:
        return "\n".join([*self._stage_lines(), "", *self._fact_lines(), *self._aside_lines()])

    def _stage_lines(self) -> Iterator[str]:
        before: dict[str, str] = {}
        for stage in self.stages:
            yield f"{stage.name:<10}{' | '.join(seen.text for seen in stage.tokens)}"
            before = {} if stage.name == "scan" else before
            for seen in stage.tokens:
                if seen.meaning and before.get(seen.text) != seen.meaning:
                    yield f"{'':<10}  {seen.text}: {seen.meaning}"
                    yield from self._source_lines(seen.text, seen.sources)
                before[seen.text] = seen.meaning

    def _source_lines(self, text: str, sources: Sequence[str]) -> Iterator[str]:
        for source in dict.fromkeys(sources):
            line = line_of(self.language, source, text)
            if line is not None:
                yield f"{'':<14}{line}"

    def _fact_lines(self) -> Iterator[str]:
        for mention in self.result.mentions:
            yield f"fact      {mention.text}: {_stated(mention)}"

    def _aside_lines(self) -> Iterator[str]:
        for aside in self.result.set_aside:
            yield f"set aside {aside.text}: {aside.reason}"


def explain(text: str, *, language: str, reference_date: date | str | None = None) -> Explanation:
    """Return how the facts of `text` are found, stage by stage.

    >>> lines = str(explain("Naik 3 juta ton.", language="id")).splitlines()
    >>> lines[0], lines[-1]
    ('scan      Naik | 3 | juta | ton | .', 'fact      3 juta ton: measure 3000000 metric_ton')
    """
    stages: list[Stage] = []

    def watch(name: str, window: Window) -> None:
        places = range(len(window.tokens))
        stages.append(Stage(name, tuple(_seen(window, place, scanned=name == "scan") for place in places)))

    result = read_text(text, language=language, reference_date=reference_date, watch=watch)
    return Explanation(language, tuple(stages), result)


def _seen(window: Window, place: int, *, scanned: bool) -> Seen:
    token = window.tokens[place]
    meaning = _roles(token) if scanned else _meaning(token)
    return Seen(window.written(place, place + 1), meaning, token.rules or token.entry.sources)


def _meaning(token: Token) -> str:
    """Return what a stage has made of a token, or else what the pack says of the word."""
    if isinstance(token, DateToken):
        return f"time {token.clock}" if token.when is None else f"date {token.when.edtf or 'relative'}"
    if token.kind == "numeral":
        return f"{token.form} " + (" or ".join(str(value) for value in token.values) or "no number")
    return _roles(token)


def _roles(token: Token) -> str:
    """Return what the pack says of a word."""
    return ", ".join(role if meant is True else f"{role} {meant}" for role, meant in token.entry.roles.items())


def _stated(mention: Mention) -> str:
    found = mention.to_dict()
    value = found["value"]
    written = "..".join(value) if isinstance(value, list) else value or "relative"
    parts = (
        found["modifier"],
        mention.kind,
        written,
        mention.unit or mention.noun,
        mention.resolved if mention.relative else "",
    )
    return " ".join(str(part) for part in parts if part)
