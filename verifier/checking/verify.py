"""Text and reference tables in, a report with a verdict on each claim out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import localcontext

from verifier.checking.calendars import check_ages, check_dates
from verifier.checking.denials import turned
from verifier.checking.derived import Tools
from verifier.checking.explain import Explainer
from verifier.checking.judge import Judgement, judge
from verifier.checking.own_numbers import check_sentence
from verifier.checking.remedy import with_remedy
from verifier.checking.repeats import Repeats
from verifier.checking.report import Report
from verifier.checking.verdicts import of_finding, verdict_of, verdict_on_date
from verifier.claims.claim import Claim, Denial
from verifier.claims.cues import cues_of
from verifier.claims.intervals import DIGITS, ModifierSets
from verifier.claims.read import read_claims
from verifier.claims.sentences import Sentence, read_sentences
from verifier.claims.statements import read_statements
from verifier.errors import InputTypeError
from verifier.extraction import Extraction, read_text
from verifier.extraction.dateline import document_date
from verifier.extraction.extract import reference_day
from verifier.lines import Lines
from verifier.linking.discourse import Discourse
from verifier.linking.layout import Table
from verifier.linking.link import Linker
from verifier.linking.linked import Link, Reading
from verifier.packs import load_pack
from verifier.verdict import Label, Reason, Relation, Verdict

__all__ = ["declaration", "linker_of", "verify"]

CLOSING = " \t.,;:!?…)]\"'”’»"  # may stand between a number and what is declared of it


def verify(
    text: str,
    table: Table | Sequence[Table] | None = None,
    *,
    language: str,
    reference_date: date | str | None = None,
    document: str = "",
    interface: str = "en",
    modifiers: ModifierSets | None = None,
    declared: Mapping[int, str] | None = None,
    levels: Mapping[int, int] | None = None,
) -> Report:
    """Return a verdict on each numeric claim of `text`, with its reason, its rows and the arithmetic.

    Args:
        text: the document; spans in the report index it as given.
        table: the evidence; several tables are asked one after the other. Without one the text is
            only checked against itself.
        language: of the text, the code of a language pack.
        reference_date: the day the text was written, from which "Juni" and "kemarin" are counted;
            else the first full date that the text states.
        document: the name of the document, for the report.
        interface: the language of the explanations.
        modifiers: what "sekitar", "hampir" and the like mean, where it is not what the documentation says.
        declared: offset = row, for numbers whose row is named beside them: the number that ends at, or
            right before, that offset is checked against the row "key", "key@period" or "measure|entity|period".
        levels: offset = level, for paragraphs that markup makes a heading (1 is the highest), and 0 for
            cells of a table; of other paragraphs their shape tells.

    Raises:
        InputTypeError: an argument is of another kind than said above: bytes, or a path for a table.
        InputError: a language is unknown, or the date is none.

    >>> from verifier.reference import ReferenceTable
    >>> table = ReferenceTable.from_records([
    ...     {"measure": "produksi padi", "entity": "Jawa Barat", "period": "2023", "value": "9.14", "unit": "juta ton"},
    ... ])
    >>> report = verify("Produksi padi Jawa Barat pada 2023 mencapai 9,1 juta ton.", table, language="id")
    >>> [verdict] = report.verdicts
    >>> str(verdict.label), str(verdict.reason), verdict.explanation
    ('supported', 'rounded', 'row 1 says 9.14 million tons, which rounds to 9,1 juta ton')
    """
    _check_arguments(text, document, modifiers, declared, levels)
    explainer = Explainer(load_pack(interface).code)
    found, dated = _extract(text, language, reference_date)
    linkers = [linker_of(one, language) for one in _tables(table)]
    tools = Tools(None, modifiers or ModifierSets(), explainer, language)
    tables = [
        _Beside(linker, Discourse(document_date=dated or ""), replace(tools, series=linker.series), declared or {})
        for linker in linkers
    ]
    lines = Lines(text)
    with localcontext(DIGITS):
        abbreviations = frozenset(load_pack(language).claims.abbreviations)
        sentences = read_sentences(text, found.mentions, cues_of(language), abbreviations, levels)
        verdicts, findings = [], [*check_dates(found.mentions, language=language, explainer=explainer)]
        repeats = Repeats(tools)
        for sentence in sentences:
            verdicts += [verdict_of(one, lines) for one in _judge_all(sentence, tables, repeats, tools)]
            findings += check_ages(sentence, dated=dated or "", explainer=explainer)
        verdicts = _joined(verdicts, [verdict_on_date(finding, lines) for finding in findings])
    return Report(
        document=document,
        language=language,
        reference_date=dated,
        text=text,
        verdicts=tuple(sorted(verdicts, key=lambda verdict: (verdict.start, verdict.end))),
        set_aside=tuple(found.set_aside),
    )


def _check_arguments(
    text: str,
    document: str,
    modifiers: ModifierSets | None,
    declared: Mapping[int, str] | None,
    levels: Mapping[int, int] | None,
) -> None:
    """Raise an error where an argument is of a kind that would go wrong later, and less plainly."""
    _require(text, str, "verify reads a str", "decode bytes first")
    _require(document, str, "the name of a document is a str", "for a path give str(path)")
    if levels is not None:
        _require(levels, Mapping, "levels of headings are a mapping", "give offset = level, such as {0: 1}")
    if modifiers is not None:
        _require(modifiers, ModifierSets, "modifiers are a ModifierSets", "see verifier.checking.ModifierSets")
    if declared is not None:
        _require(declared, Mapping, "declared rows are a mapping", "give offset = row, such as {23: 'rice@2023'}")
        for row in declared.values():
            _require(row, str, "a declared row is a str", "give 'key', 'key@period' or 'measure|entity|period'")


def _require(value: object, kind: type, expected: str, remedy: str) -> None:
    """Raise an error that says what was expected, what came and what to do, where a value is of another kind."""
    if not isinstance(value, kind):
        raise InputTypeError(f"{expected}, not {type(value).__name__}; {remedy}")


def _joined(verdicts: list[Verdict], dates: list[Verdict]) -> list[Verdict]:
    """Return all verdicts; where a calendar settles what nothing else did, its verdict takes the place."""
    settled = {(verdict.start, verdict.end) for verdict in dates}
    kept = [one for one in verdicts if one.label is not Label.NOT_ENOUGH_INFO or (one.start, one.end) not in settled]
    return [*kept, *dates]


def _extract(text: str, language: str, reference_date: date | str | None) -> tuple[Extraction, str | None]:
    """Return the facts of a text and its date: the one given, else the first full one that it states."""
    day = reference_day(reference_date)
    if day is not None:
        return read_text(text, language=language, reference_date=day), day.isoformat()
    found = read_text(text, language=language)
    stated = document_date(found.mentions)
    if stated is None or not any(mention.relative for mention in found.mentions):
        return found, stated
    return read_text(text, language=language, reference_date=stated), stated


def _tables(table: Table | Sequence[Table] | None) -> Iterable[Table]:
    if table is None:
        return ()
    return table if isinstance(table, list | tuple) else (table,)


def linker_of(table: Table, language: str) -> Linker:
    """Return a table laid out for look-up; the table keeps it, so that the next text need not do it again."""
    _require(table, Table, "a reference is a ReferenceTable or a list of them", "see ReferenceTable.read")
    kept: dict[str, Linker] = table.__dict__.setdefault("_linkers", {})
    if language not in kept:
        kept[language] = Linker(table, language)
    return kept[language]


@dataclass(slots=True)
class _Beside:
    """One table and what was said before, as far as it knows it."""

    linker: Linker
    discourse: Discourse
    tools: Tools
    declared: Mapping[int, str]

    def judge(self, claim: Claim, reading: Reading) -> Judgement:
        """Return what this table makes of a claim; a declared row goes before all that words say."""
        said = declaration(claim, self.declared) if self.declared else ""
        link = self.linker.declared(claim, said) if said else self.linker.link(claim, reading, self.discourse)
        if claim.mention is not None and not claim.sentence.cell:
            self.discourse.remember(link)
        judged = judge(link, self.tools)
        if claim.denial is not Denial.NONE and not said:  # a declared number is the one of its row
            judged = turned(judged, self.tools)
        return with_remedy(judged, self.tools)


def declaration(claim: Claim, declared: Mapping[int, str]) -> str:
    """Return what is declared right after a number, past spaces, closing marks and what is counted, else ""."""
    text, at = claim.sentence.text, _past_marks(claim.sentence.text, claim.end, declared)
    noun = claim.mention.noun if claim.mention else ""
    if at not in declared and noun and text[at : at + len(noun)].lower() == noun.lower():
        at = _past_marks(text, at + len(noun), declared)
    return declared.get(at, "") if claim.mention is not None else ""


def _past_marks(text: str, at: int, declared: Mapping[int, str]) -> int:
    while at not in declared and at < len(text) and text[at] in CLOSING:
        at += 1
    return at


def _judge_all(sentence: Sentence, tables: Sequence[_Beside], repeats: Repeats, tools: Tools) -> Iterator[Judgement]:
    """Yield a judgement on each claim of a sentence: by the tables, else by the other numbers of the text."""
    claims = read_claims(sentence) if sentence.mentions else []
    statements = read_statements(sentence) if tables else []
    readings = [table.linker.read(sentence) for table in tables]
    stated = all(claim.denial is Denial.NONE for claim in claims)
    found = {id(finding.claim): finding for finding in check_sentence(claims, tools)} if stated else {}
    for claim in claims:
        judged = _by_tables(claim, tables, readings, tools)
        if judged.label is Label.NOT_ENOUGH_INFO and claim.denial is Denial.NONE:
            finding = found.get(id(claim)) or repeats.contradiction(claim)
            doubted = "unsure_link" in judged.notes  # a row says otherwise, if it is the right one
            judged = of_finding(finding, tools) if finding is not None and not (finding.holds and doubted) else judged
        yield judged
    judgements = (_by_tables(statement, tables, readings, tools) for statement in statements)
    yield from (judged for judged in judgements if judged.label is not Label.NOT_ENOUGH_INFO)
    for table, reading in zip(tables, readings, strict=True):
        table.discourse.close(sentence, reading)


def _by_tables(claim: Claim, tables: Sequence[_Beside], readings: Sequence[Reading], tools: Tools) -> Judgement:
    """Return the judgement of the table that knows most about a claim; each may see its relation its own way."""
    if not tables:
        text = tools.explainer.say("no_table")
        return Judgement(Link(claim, reason=Reason.NO_TABLE), Label.NOT_ENOUGH_INFO, Reason.NO_TABLE, explanation=text)
    if len(tables) == 1:
        return tables[0].judge(claim, readings[0])
    said, judged = claim.relation, []
    for table, reading in zip(tables, readings, strict=True):
        claim.relation = said
        judged.append((table.judge(claim, reading), claim.relation))
    best, claim.relation = min(judged, key=_distance)
    return best


NEARLY = (Reason.OTHER_PERIOD, Reason.OTHER_STATUS, Reason.AMBIGUOUS, Reason.NO_ROW, Reason.OTHER_UNIT)


def _distance(seen: tuple[Judgement, Relation]) -> int:
    """Return how far a claim is from a verdict, as one table sees it."""
    judged, _ = seen
    if judged.label is not Label.NOT_ENOUGH_INFO:
        return 0
    return 1 + NEARLY.index(judged.reason) if judged.reason in NEARLY else len(NEARLY) + 1
