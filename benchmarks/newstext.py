"""A language, a size and a seed in, news-like text out: the same one each time.

The shapes of the sentences and their words lie in ``sentences/<language>.toml``. Names and rare
words are made of syllables, so that the vocabulary grows with the text as that of real news does.
"""

import random
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["generate", "generated_languages", "invented_name", "split_sentences", "words_of"]

FOLDER = Path(__file__).parent / "sentences"
SLOT = re.compile(r"\{(\w+)\}")
SHARE_OF_FACTS = 0.27  # of the sentences that state facts: it makes about 6 facts in 1 000 characters
CONSONANTS, VOWELS, CODAS = "bcdghjklmnprstwy", "aaeiou", ("", "", "", "n", "r", "ng", "s", "k")
SENTENCES_A_PARAGRAPH = 4


@dataclass(frozen=True, slots=True)
class Shapes:
    """What one file of sentence shapes holds."""

    decimal_mark: str
    group_mark: str
    words: dict[str, list[str]]
    facts: list[str]
    plain: list[str]


def generated_languages() -> list[str]:
    """Return the codes of the languages that text can be generated in."""
    return sorted(file.stem for file in FOLDER.glob("*.toml"))


def generate(language: str, *, size: int, seed: int = 1) -> str:
    """Return about `size` characters of news-like text in paragraphs of a few sentences.

    >>> generate("id", size=300, seed=3) == generate("id", size=300, seed=3)
    True
    """
    shapes = _shapes(language)
    dice = random.Random(seed)
    paragraphs: list[str] = []
    length = 0
    while length < size:
        sentences = [_sentence(shapes, dice) for _ in range(SENTENCES_A_PARAGRAPH)]
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs) + "\n"


def split_sentences(text: str) -> list[str]:
    """Return the sentences of `text`, cut at line ends and behind a full stop before a capital."""
    pieces = re.split(r"\n+|(?<=[a-z\"][.!?])\s+(?=[A-Z\"])", text)
    return [piece for piece in pieces if piece.strip()]


def _shapes(language: str) -> Shapes:
    file = FOLDER / f"{language}.toml"
    if not file.is_file():
        raise SystemExit(f"no shapes of sentences for {language!r}; there are {', '.join(generated_languages())}")
    data: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    return Shapes(
        data["decimal_mark"], data["group_mark"], data["words"], data["sentences"]["facts"], data["sentences"]["plain"]
    )


def _sentence(shapes: Shapes, dice: random.Random) -> str:
    shape = dice.choice(shapes.facts if dice.random() < SHARE_OF_FACTS else shapes.plain)
    written = SLOT.sub(lambda slot: _filled(slot[1], shapes, dice), shape)
    return written[0].upper() + written[1:]


def _filled(slot: str, shapes: Shapes, dice: random.Random) -> str:
    """Return a random filling of a slot: a word of the file, an invented word or a number."""
    if slot in shapes.words:
        return dice.choice(shapes.words[slot])
    if slot == "Name":
        return invented_name(dice)
    if slot == "root":
        return _invented(dice)
    return _number(slot, shapes, dice)


def words_of(language: str, slot: str) -> list[str]:
    """Return the words that a slot of a language's sentences can be filled with."""
    return _shapes(language).words[slot]


def invented_name(dice: random.Random) -> str:
    """Return a name of one to three invented words."""
    return " ".join(_invented(dice).capitalize() for _ in range(dice.choice((1, 2, 2, 3))))


def _invented(dice: random.Random) -> str:
    return "".join(
        dice.choice(CONSONANTS) + dice.choice(VOWELS) + dice.choice(CODAS) for _ in range(dice.choice((2, 3)))
    )


def _number(slot: str, shapes: Shapes, dice: random.Random) -> str:
    if slot == "decimal":
        return f"{dice.randint(1, 99)}{shapes.decimal_mark}{dice.randint(1, 9)}"
    if slot == "grouped":
        return f"{dice.randint(1, 999)}{shapes.group_mark}{dice.randint(0, 999):03d}"
    limits = {"whole": (10, 950), "small": (2, 60), "year": (1950, 2025), "day": (1, 28), "month_number": (1, 12)}
    return str(dice.randint(*limits[slot]))
