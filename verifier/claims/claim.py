"""One number of a sentence with what is said of it: `Claim`; and what makes a number something else than a claim."""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum

from verifier.claims.cues import Cue, split_words
from verifier.claims.sentences import Sentence
from verifier.model import Kind, Mention, Modifier
from verifier.verdict import Relation

__all__ = ["Claim", "Denial", "is_first_of", "is_fraction", "is_span", "set_modifier"]

FEW = 2  # words: "over the five years"
TIME_UNITS = frozenset({"year", "month", "week", "day", "quarter", "decade", "century", "hour"})


class Denial(Enum):
    """Whether a text says that a claim is not so."""

    NONE = "none"
    PLAIN = "plain"
    OPEN = "open"  # nobody here can tell whether, or what, it denies


@dataclass(slots=True)
class Claim:
    """One number of a sentence with what is said of it; a superlative, a comparison or a trend has no number.

    `left` and `right` bound the words that belong to it and not to the number before or after;
    `first` and `last` are its own words. `direction` is +1 up, -1 down, 0 not said. Claims of one
    change ("naik 5 persen dari 4 juta menjadi 4,2 juta") share their `change` list.
    """

    sentence: Sentence
    mention: Mention | None
    start: int
    end: int
    first: int
    last: int
    left: int
    right: int
    kind: Kind
    values: tuple[Decimal, ...] = ()
    unit: str = ""
    modifier: Modifier | None = None
    relation: Relation = Relation.LEVEL
    direction: int = 0
    verb: Cue | None = None
    status: str = ""
    than: int = -1  # the word after which the other side of a comparison stands
    superlative: str = ""
    step: Cue | None = None  # the change that a superlative ranks: "the biggest rise"
    shared: bool = False  # its words say that it is a part of a whole
    bound: "Claim | None" = None  # what so many of something reach: "four provinces exceed 10 percent"
    bounds: bool = False  # it is such a bound
    compared: bool = False  # something else is compared with it: "against 505 million in 2022"
    price: str = ""  # the unit in which the text told a price in full before, of which it may leave out the amount
    again: "Claim | None" = None  # the change that it tells once more: "by 14 tons, or 6 percent"
    loose: bool = False  # its words can also be meant otherwise
    denial: Denial = Denial.NONE
    denied_by: Cue | None = None  # the "not" that makes it denied
    turned_by: Cue | None = None  # the "not" that makes its bound another one
    move: Cue | None = None  # what so many did: "dua provinsi mengalami penurunan"
    steps: tuple[int, int] = (0, 0)  # of a trend: how many steps of how many months, "three years in a row"
    throughout: bool = False  # it is said of all of a time: "never fell below 5 million"
    change: list["Claim"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words of the claim, as written."""
        return self.sentence.text[self.start : self.end]

    @property
    def said(self) -> str:
        """The words of the claim together with its modifier: "hampir dua kali lipat"."""
        if self.turned_by is not None:
            return self.sentence.text[self.sentence.starts[self.turned_by.first] : self.end]
        if self.modifier is None:
            return self.text
        before = [cue.first for cue in self.sentence.of_role("modifier") if cue.end == self.first]
        return self.sentence.text[self.sentence.starts[min(before)] : self.end] if before else self.text

    @property
    def denied_words(self) -> list[str]:
        """The words that deny it: "tidak"."""
        return self.sentence.words[self.denied_by.first : self.denied_by.end] if self.denied_by is not None else []

    @property
    def begin(self) -> int:
        """The first of its words, or of those of the change that it is a part of."""
        return min([member.left for member in self.change]) if self.change else self.left

    @property
    def reach(self) -> int:
        """The word after the last that may tell what it measures.

        None behind a change does that was told before: "kenaikan Rp5 miliar itu menutup penurunan impor".
        """
        sentence = self.sentence
        step = self.relation is Relation.CHANGE_BY and not sentence.lexicon.modifiers_first
        back = step and sentence.has("pronoun", self.after, self.after + 1)
        return self.last if back else len(sentence.words)

    @property
    def per_many(self) -> bool:
        """Whether it is a price of more than one: "€44.70 per 100 kg"."""
        if self.kind is not Kind.MONEY:
            return False
        per = next((cue.end for cue in self.sentence.of_role("per") if cue.first == self.last), None)
        if per is None:
            return False
        return any(word.isdigit() and word != "1" for word in self.sentence.words[per : per + 1])

    @property
    def after(self) -> int:
        """The word after the number and the noun that it counts; "fewer" in "1 fewer gold medals" counts as none."""
        if self.mention is None or not self.mention.noun:
            return self.last
        if any(cue.first == self.last for cue in self.sentence.of_role("comparison")):
            return self.last
        noun = split_words(self.mention.noun)
        end = self.last + len(noun)
        return end if self.sentence.words[self.last : end] == noun else self.last


def is_span(sentence: Sentence, number: int) -> bool:
    """Return whether a number is an amount of time that bounds a statement: "dalam setahun", "5 tahun terakhir"."""
    if sentence.mentions[number].unit not in TIME_UNITS:
        return False
    first, last = sentence.spans[number]
    leads = (cue.end for cue in sentence.of_role("span_lead") if 0 <= first - cue.end <= FEW)
    if any(sentence.all_small(end, first) for end in leads):
        return True
    if any(cue.first == last for cue in sentence.of_role("span_end")):
        return True
    if is_first_of(sentence, number) is not None or _is_up_to_a_date(sentence, last):
        return True
    tails = [cue.end for cue in sentence.of_role("span_tail") if cue.first == last]
    return bool(tails) and (sentence.opens(first) or any(sentence.closes(end) for end in tails))


def _is_up_to_a_date(sentence: Sentence, last: int) -> bool:
    """Return whether an amount of time ends at a date: "in the three years to 2023"."""
    dates = {span[0] for one, span in zip(sentence.mentions, sentence.spans, strict=True) if one.kind is Kind.DATE}
    return any(cue.meaning == "to" and cue.first == last and cue.end in dates for cue in sentence.of_role("role"))


def is_first_of(sentence: Sentence, number: int) -> tuple[int, int] | None:
    """Return where "first" stands beside an amount of time: "the first nine months", "sembilan bulan pertama"."""
    first, last = sentence.spans[number]
    for beside in (number - 1, number + 1):
        if 0 <= beside < len(sentence.mentions) and sentence.mentions[beside].kind is Kind.ORDINAL:
            begin, end = sentence.spans[beside]
            if 1 in sentence.mentions[beside].values and (end == first or begin == last):
                return begin, end
    return None


def is_fraction(claim: Claim) -> bool:
    """Return whether a number is a part of one, in words: "separuh", "seperempat"."""
    if claim.kind not in (Kind.NUMBER, Kind.COUNT) or not claim.values or not 0 < claim.values[0] < 1:
        return False
    return not any(character.isdigit() for character in claim.text)


def set_modifier(claim: Claim, modifier: Modifier | None) -> None:
    """Give a number another modifier, or none."""
    claim.modifier = modifier
    if claim.mention is not None:
        claim.mention = replace(claim.mention, modifier=modifier)
