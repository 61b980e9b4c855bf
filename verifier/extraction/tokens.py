"""The tokens of a text, and a window of them: what the stages of the extraction hand on to one another."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING

from verifier.extraction.characters import TITLE_MARKS
from verifier.extraction.phrases import Entry, Node

if TYPE_CHECKING:
    from verifier.extraction.lexicon import Lexicon

__all__ = [
    "LETTERS",
    "MARKS",
    "OPENINGS",
    "STEPS",
    "TRAITS",
    "Joint",
    "Token",
    "Window",
    "date_letter",
    "joins_members",
]


Joint = tuple[int, int, "Token"]  # the first token that is joined, the one behind the last, and what they become


class Token:
    """A word, number, sign or phrase, and what the stages make of it.

    A token does not know where it stands, so that one serves all places where a surface is written
    the same way, with the same space before it: where it begins and ends is known to the `Window`.
    Nothing changes a token once it is made; a stage that joins tokens puts a new one in their place.
    """

    __slots__ = (
        "alone", "breaks", "capital", "entry", "form", "gap", "key", "kind", "letter", "node", "rules", "scale",
        "shouted", "space", "traits", "values",
    )  # fmt: skip

    def __init__(
        self,
        kind: str,
        key: str,
        entry: Entry,
        space: int = 0,
        gap: int = 0,
        capital: bool = False,
        shouted: bool = False,
        breaks: bool = False,
        letter: str = "_",
        step: str = "_",
        node: Node | None = None,
        values: tuple[Decimal, ...] = (),
        form: str = "",
        scale: int = 0,
        rules: tuple[str, ...] = (),
        alone: "Token | None" = None,
    ) -> None:
        self.kind = kind  # word, sign, numeral, phrase, date …
        self.key = key  # lower case, for look-up only
        self.entry = entry
        self.space = space  # characters of space before it
        self.gap = gap  # 0 where it touches the token before it
        self.capital = capital
        self.shouted = shouted  # "PT", "COVID": all in capitals
        self.breaks = breaks  # a line begins with it
        self.letter = letter  # in the date grammar, see dates.py
        self.node = node  # of the phrase trie, where a longer phrase may begin with it
        self.values = values  # of a numeral, likeliest first
        self.form = form  # how a numeral is written: digits, words, mixed, ordinal …
        self.scale = scale  # the power of ten of its scale word
        self.rules = rules  # the tables of the pack that it was read by
        self.alone = alone  # the numeral that a number word is where nothing continues it
        self.traits = (
            step + letter + mark_of(kind, key, entry) + ("_" if node is None else "p")
        )  # where the stages look, see `Window.traits`

    def __repr__(self) -> str:
        return f"<{self.kind} {self.key!r}>"


STEPS = slice(0, None, 4)  # in the grammar of numerals, see numerals.py
LETTERS = slice(1, None, 4)  # in the grammar of dates, see dates.py
MARKS = slice(2, None, 4)  # where amounts and mentions begin, see `mark_of`
OPENINGS = slice(3, None, 4)  # "p" where a phrase of several words may begin
TRAITS: Callable[[Token], str] = attrgetter("traits")


class Window:
    """A stretch of a text as tokens, and the places where they stand.

    `traits` are four letters a token, by which the stages find the few places that they look at; each
    reads its own: ``window.traits[LETTERS]``.
    """

    __slots__ = ("bounds", "lexicon", "text", "tokens", "traits")

    def __init__(self, text: str, tokens: list[Token], bounds: list[int], lexicon: "Lexicon") -> None:
        self.text = text
        self.tokens = tokens
        self.bounds = bounds  # where each token begins, with the space before it, and where the last one ends
        self.lexicon = lexicon
        self.traits = "".join(map(TRAITS, tokens))

    def start(self, position: int) -> int:
        """Return where in the text the token at `position` begins."""
        return self.bounds[position] + self.tokens[position].space

    def end(self, position: int) -> int:
        """Return where in the text the token at `position` ends."""
        return self.bounds[position + 1]

    def written(self, first: int, end: int) -> str:
        """Return the text from the token at `first` to the one before `end`."""
        return self.text[self.bounds[first] + self.tokens[first].space : self.bounds[end]]

    def role(self, position: int, role: str) -> object:
        """Return what the token at `position` means in `role`, None where it has no such role."""
        return self.tokens[position].entry.roles.get(role) if 0 <= position < len(self.tokens) else None

    def part(self, position: int, middle: int, tokens: Sequence[Token]) -> None:
        """Put two tokens in the place of one, the second of which begins at `middle` in the text."""
        self.tokens[position : position + 1] = tokens
        self.bounds.insert(position + 1, middle)
        self.traits = "".join(map(TRAITS, self.tokens))

    def join(self, joints: Sequence[Joint]) -> None:
        """Put one token each in the place of several, from left to right."""
        if len(joints) == 1:
            first, end, token = joints[0]
            self.traits = self.traits[: 4 * first] + token.traits + self.traits[4 * end :]
            self.tokens[first:end] = [token]
            del self.bounds[first + 1 : end]
            return
        tokens: list[Token] = []
        bounds: list[int] = []
        traits: list[str] = []
        done = 0
        for first, end, token in joints:
            tokens += self.tokens[done:first]
            tokens.append(token)
            bounds += self.bounds[done : first + 1]
            traits += self.traits[4 * done : 4 * first], token.traits
            done = end
        self.tokens = tokens + self.tokens[done:]
        self.bounds = bounds + self.bounds[done:]
        self.traits = "".join(traits) + self.traits[4 * done :]


def joins_members(token: Token) -> bool:
    """Say whether a token stands between members of a list: a comma or "and"."""
    return token.key == "," or "and" in token.entry.roles


def mark_of(kind: str, key: str, entry: Entry) -> str:
    """Return what a token is for the last stages.

    n a numeral, c a word that counts ("doubled", "a week"), # a date or time, ! a fixed phrase;
    N and C where it is a fixed phrase as well; " a mark that titles are set in.
    """
    if kind == "numeral":
        return "N" if entry.fixed else "n"
    if kind in ("date", "time"):
        return "#"
    if entry.counting:
        return "C" if entry.fixed else "c"
    if entry.fixed:
        return "!"
    return '"' if kind == "sign" and key in TITLE_MARKS else " "


def date_letter(key: str, values: Sequence[Decimal], form: str) -> str:
    """Return the letter of a numeral in the date grammar: a day, a year, or another number."""
    if form == "ordinal":
        return "o"
    if not values or form not in ("digits", "words"):
        return "N"
    if form == "words":
        return "d" if 1 <= values[0] <= 99 else "N"
    size = len(key)
    if size > 4 or not key.isdecimal():
        return "N"
    if size <= 2 and 1 <= values[0] <= 31:
        return "D"
    return "Y" if size == 4 and 1000 <= values[0] < 3000 else "n"
