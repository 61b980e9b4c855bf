"""A language pack in, its claim words out: each phrase with its role and its meaning."""

from collections.abc import Iterable, Iterator, Mapping

from verifier.claims.frame_patterns import phrases_of
from verifier.pack import Pack

__all__ = ["DIRECTIONS", "NATION", "roles_of"]

DIRECTIONS = {"up": 1, "growth": 1, "down": -1}  # the meanings of "step" words
NATION = "nation"  # the meaning of "overall" words that tell of a whole country


def roles_of(pack: Pack) -> Iterator[tuple[str, str, str]]:
    """Yield every claim word of the pack: phrase, role, meaning."""
    claims = pack.claims
    tables: tuple[tuple[str, Mapping[str, Iterable[str]]], ...] = (
        ("change", claims.changes),
        ("role", claims.roles),
        ("earlier", claims.earlier),
        ("ago", claims.ago),
        ("later", claims.later),
        ("rate", claims.rates),
        ("span_tail", claims.span_tails),
        ("background", claims.backgrounds),
        ("pace", claims.paces),
        ("comparison", claims.comparisons),
        ("ahead", claims.ahead),
        ("superlative", claims.superlatives),
        ("steepest", claims.steepest),
        ("step", claims.steps),
        ("status", claims.statuses),
        ("denial", claims.denials),
        ("reaching", claims.reaching),
        ("group", claims.groups),
        ("modifier", pack.phrases.modifiers),
        ("concept", claims.concepts),
        ("overall", {"all": claims.overall, NATION: claims.nationwide}),
    )
    for role, table in tables:
        for meaning, phrases in table.items():
            for phrase in phrases:
                yield phrase, role, meaning
    lists = (
        ("break", claims.breaks),
        ("join", pack.phrases.and_),
        ("steady", claims.steady),
        ("running", claims.running),
        ("flow", claims.flows),
        ("likeness", claims.likenesses),
        ("since", claims.since),
        ("base", claims.bases),
        ("relative", claims.relatives),
        ("span_lead", claims.span_leads),
        ("span_end", claims.span_ends),
        ("era", claims.eras),
        ("than", claims.than),
        ("equative", claims.equatives),
        ("quantity", claims.quantities),
        ("exclusive", claims.exclusives),
        ("nobody", claims.nobody),
        ("rank", claims.rank_words),
        ("partitive", claims.partitives),
        ("absolute", claims.absolutes),
        ("among", claims.among),
        ("terms", claims.terms),
        ("having", claims.having),
        ("instead", claims.instead),
        ("need", claims.needs),
        ("attached", claims.attached),
        ("share", claims.shares),
        ("share_of", pack.tables.share_of),
        ("of_all", claims.of_all),
        ("sum", claims.sums),
        ("of_them", claims.of_them),
        ("rate_of", claims.rates_of),
        ("times", pack.phrases.times),
        ("average", claims.averages),
        ("difference", claims.differences),
        ("parts", claims.parts),
        ("restatement", claims.restatements),
        ("on_top", claims.on_top),
        ("amounting", claims.amounting),
        ("cumulated", claims.cumulated),
        ("total", claims.totals),
        ("each", claims.each),
        ("born", claims.born),
        ("old", claims.old),
        ("age", pack.phrases.age_words),
        ("pronoun", claims.pronouns),
        ("genitive", claims.genitives),
        ("locative", claims.locatives),
        ("attribution", claims.attributions),
        ("aside", claims.asides),
        ("then", claims.thens),
        ("over", claims.overs),
        ("respectively", pack.phrases.respectively),
        ("everywhere", claims.everywhere),
        ("aggregate", claims.aggregates),
        ("speaker", claims.speakers),
        ("counterpart", claims.counterparts),
        ("between", pack.phrases.between),
        ("per", [word for word in pack.units.per if word not in pack.numerals.articles]),
    )
    for role, words in lists:
        for word in words:
            yield word, role, role
    for word, concept in claims.negatives.items():
        yield word, "negative", concept
    for phrase in phrases_of(claims):
        yield phrase, "framed", phrase
    small = frozenset(pack.phrases.function_words)
    for meaning, phrases in claims.superlatives.items():
        for phrase in phrases:
            article, _, rest = phrase.partition(" ")
            if rest and article in small:  # "most" ranks in "the third most medals" only
                yield rest, "ranked", meaning
