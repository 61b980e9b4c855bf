"""The shape of the words that claims and tables are read by: two files of a language pack."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from verifier.pack_types import Choices, Least, Meanings, Values, Words, keys

__all__ = ["PERIODS", "Claims", "Tables"]

DIRECTIONS = keys("up", "down")
STATUSES = keys("final", "provisional", "estimate", "target", "forecast")
PERIODS = keys(
    *("minute", "hour", "morning", "night", "day", "weekend", "week", "month"),
    *("quarter", "half", "year", "decade", "century", "one"),
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Claims:
    """The words by which a claim is understood (`claims.toml`)."""

    # where statements begin and end
    abbreviations: Words = ()  # a dot after these ends no sentence: "dr", "no"
    openers: Words = ()  # words that begin a sentence, also where the heading before is glued to them: "ForecastThe"
    breaks: Words = ()  # another statement begins: "sedangkan", "while"
    # change
    # up, down = verbs and nouns of change; either: "improved", which way depends on what is measured
    changes: Annotated[Meanings, keys("up", "down", "either")] = field(default_factory=dict)
    opposites: Mapping[str, str] = field(default_factory=dict)  # "naik" = "turun", for suggestions
    roles: Annotated[Meanings, keys("to", "from", "by", "past")] = field(
        default_factory=dict
    )  # to, from, by = words before a number or a date
    amounting: Words = ()  # "came" in "came to 5 million": it tells a level
    flows: Words = ()  # "membuka", "hired": what is counted after them comes or goes, and is not how many there are
    steady: Words = ()  # "terus", "steadily": a trend, not one step
    running: Words = ()  # "berturut-turut", "in a row": so many steps one after the other
    bases: Words = ()  # between a number and a date they lead to what a change is counted from: "3 percent on 2022"
    likenesses: Words = ()  # "seperti", "as in": the date that they lead to is only likened
    # earlier, later = they begin a phrase that tells of another time than the rest: "setelah", "before"
    backgrounds: Annotated[Meanings, keys("earlier", "later")] = field(default_factory=dict)
    since: Words = ()  # "sejak"
    earlier: Annotated[Meanings, PERIODS] = field(
        default_factory=dict
    )  # year, quarter, month, one = "tahun sebelumnya"
    later: Annotated[Meanings, PERIODS] = field(default_factory=dict)  # year = "setahun kemudian"
    ago: Annotated[Meanings, PERIODS] = field(
        default_factory=dict
    )  # the same, counted from the day of the text: "tahun lalu"
    relatives: Words = ()  # "yang": what follows is said of what stands before
    rates: Annotated[Meanings, PERIODS] = field(
        default_factory=dict
    )  # year, quarter, month = how a change is counted: "yoy"
    paces: Annotated[Meanings, PERIODS] = field(
        default_factory=dict
    )  # year, quarter, month = the same in names of measures: "bulanan"
    span_leads: Words = ()  # "dalam", "within": an amount of time after these is no claim
    span_ends: Words = ()  # "terakhir": the same, after the amount
    # earlier, later = words behind an amount of time that opens a statement: "two years on"
    span_tails: Annotated[Meanings, keys("earlier", "later")] = field(default_factory=dict)
    eras: Words = ()  # times so long that nobody can tell which of their years is meant: "dekade"
    # comparison
    ahead: Annotated[Meanings, keys("more", "less")] = field(default_factory=dict)  # before a number: more = "unggul"
    overs: Words = ()  # between it and the other: "unggul 8 poin atas"
    comparisons: Annotated[Meanings, keys("more", "less")] = field(default_factory=dict)  # more, less = "lebih tinggi"
    than: Words = ()  # "daripada"
    equatives: Words = ()  # "as" in "twice as many as": after a multiple they lead to the other side
    on_top: Words = ()  # "again" in "half as many again as": so much more
    groups: Meanings = field(default_factory=dict)  # 2 = "keduanya": so many that were named before
    exclusives: Words = ()  # "only the Wolves won more than 20": a bound that the others do not reach
    nobody: Words = ()  # "no province": what follows holds for none of them
    quantities: Words = ()  # "jumlah": after "dua kali" they begin what is multiplied
    superlatives: Annotated[Meanings, keys("highest", "lowest")] = field(default_factory=dict)  # highest, lowest
    # highest, lowest = superlatives of changes only: "fastest", "paling tajam"
    steepest: Annotated[Meanings, keys("highest", "lowest")] = field(default_factory=dict)
    # up, down = nouns of change, growth = words for one that is told in percent: "pertumbuhan", "growing"
    steps: Annotated[Meanings, keys("up", "down", "growth")] = field(default_factory=dict)
    absolutes: Words = ()  # "in absolute terms": changes are ranked by their amounts
    partitives: Words = ()  # before a superlative they make it one of several: "salah satu"
    having: Words = ()  # "memiliki", "has": what stands before them is whose measure it is
    # plain = "tidak"; yet = "belum"; never = "tidak pernah"; only = "tidak hanya"; disputed = "tidak benar"
    denials: Annotated[Meanings, keys("plain", "yet", "never", "only", "disputed")] = field(default_factory=dict)
    # reach, pass = verbs that, denied, leave a number below, or at most at, what they lead to: "mencapai", "menembus"
    reaching: Annotated[Meanings, keys("reach", "pass")] = field(default_factory=dict)
    instead: Words = ()  # "rather than": what follows is ruled out
    attached: Words = ()  # of the breaks, those that may say more of a noun: "people with no access"
    needs: Words = ()  # "membutuhkan": a rate after these is needed, and not reached
    terms: Words = ()  # "in real terms": a figure on another basis
    among: Words = ()  # "di kalangan": of those whom they lead to, not of all
    rank_words: Words = ()  # "peringkat"
    shares: Words = ()  # "menyumbang", "accounts for"
    of_all: Words = ()  # "dari total", "of all": what stands after them is the whole
    of_them: Words = ()  # "di antaranya": of those spoken of before
    sums: Words = ()  # "gabungan", "combined"
    totals: Words = ()  # "total", "totalled": of all of a time, where one is told
    cumulated: Words = ()  # "the total for": of a span of time that nothing else tells
    each: Words = ()  # behind a number: of one of several, "45 turbines of 2 MW each"
    averages: Words = ()  # "rata-rata"
    differences: Words = ()  # "selisih", "gap": how far two are apart, whichever is more
    parts: Words = ()  # "terdiri dari": the parts of the number before follow
    restatements: Words = ()  # between an amount and the same amount in another unit
    born: Words = ()  # "lahir"
    old: Words = ()  # "years old": after an age
    # what kind of figure
    statuses: Annotated[Meanings, STATUSES] = field(default_factory=dict)  # target, forecast, estimate
    rates_of: Words = ()  # what rises by a rate that has a name: "harga konsumen"
    negatives: Mapping[str, str] = field(default_factory=dict)  # word = the concept whose sign it turns
    # what is measured
    concepts: Meanings = field(default_factory=dict)  # concept = its words; the names are the same in all languages
    told_of: Choices = field(default_factory=dict)  # concept = those of which it is told as a share: the labour force
    # concept = how a sentence states it around a number, "#": "woman|women … have|has … # children"
    frames: Meanings = field(default_factory=dict)
    averaged_frames: Meanings = field(default_factory=dict)  # the same where the number is an average
    people: Words = ()  # nouns that count a population: "jiwa"
    stops: Words = ()  # weigh nothing in the name of a measure: "jumlah", "of"
    faint: Words = ()  # weigh little in the name of a measure: "nominal", "yoy"
    neutral: Words = ()  # beside the name of a measure they leave it what it is: "resmi", "total"
    modifiers_first: bool = False  # "urban population", not "penduduk perkotaan"
    verbs: Words = ()  # these end the name of a measure, as function words do
    verb_prefixes: Words = ()  # and so do words that begin, or end, like this
    verb_suffixes: Words = ()
    clitics: Words = ()  # endings that leave a word what it is: "nya"
    possessives: Words = ()  # of these, those that point back: "lajunya"
    levels: Words = ()  # right before a number they belong to it, and to no name: "baru 7,15 tahun"
    prefixes: Words = ()  # for the stems of words, longest first
    suffixes: Words = ()
    circumfixes: Meanings = field(default_factory=dict)  # an ending = the beginnings that need it: "an" = "pe"
    irregular: Meanings = field(default_factory=dict)  # a word = its forms that no ending makes: "win" = "won"
    # of whom or where
    wholes: Meanings = field(default_factory=dict)  # a whole = its parts
    aggregates: Words = ()  # names that stand for many: "dunia", "asean"
    speakers: Words = ()  # "saya", "we": what is said of somebody who speaks, and perhaps of nobody named
    counterparts: Words = ()  # "predecessor", "rival": somebody else than who was named
    everywhere: Words = ()  # of the whole world: "di dunia"
    overall: Words = ()  # of the whole that the table has: "secara keseluruhan"
    nationwide: Words = ()  # of the whole country, or the world: "nasional"
    pronouns: Words = ()  # point to one named before: "provinsi itu"
    determiners: Words = ()  # what stands before these is no part of the noun behind them: "the", "its"
    genitives: Words = ()  # a noun after these is whose measure it is: "the price of", where no ending says so
    locatives: Words = ()  # a name after these is a place or an owner: "di", "of"
    name_parts: Words = ()  # beside a name they make it another one: "utara", "new"
    name_heads: Words = ()  # before a name they make it an organisation: "bank", "university"
    name_leads: Words = ()  # before a name they make it a part of that place: "ibu kota", "northern"
    name_ends: Words = ()  # behind a name they do: "bagian utara"
    institutions: Words = ()  # begin a sentence and are no place: "pemerintah"
    asides: Words = ()  # a name after these is only mentioned beside the subject: "setelah", "unlike"
    thens: Words = ()  # the time that was told last: "pada tahun itu", "at that time"
    attributions: Words = ()  # a name after these is a source: "menurut"
    demonyms: Meanings = field(default_factory=dict)  # ISO 3166 = adjectives and people: "Indonesian"
    rewordings: Annotated[Mapping[str, str], DIRECTIONS] = field(
        default_factory=dict
    )  # up, down = "naik {value} persen", for suggestions
    # explanations, by key; {names} are filled in
    messages: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Tables:
    """Headers and habits of tables (`tables.toml`)."""

    headers: Meanings = field(default_factory=dict)  # role of a column = headers, lower case, spaces for "_"
    header_leads: Words = ()  # "nama", "name of": may stand before a header
    blanks: Words = ()  # cells without a value: "n/a", "-"
    counted: Words = ()  # unit cells that only name what is counted: "orang", "people"
    bare: Words = ()  # unit cells of a number without a unit: "indeks", "index"
    qualifiers: Words = ()  # said of a unit and no part of it: "yoy", "per annum"
    unit_leads: Words = ()  # "dalam", "in": may stand before a unit
    note_marks: Words = ()  # behind a number, and no part of it: "*", "p", "r"
    code_words: Words = ()  # words that are a currency's code in capitals only: "all", "try"
    unit_codes: Meanings = field(default_factory=dict)  # a unit as people write it = its codes in columns of units
    share_of: Words = ()  # "dari", "of" in "% of GDP"
    percent_words: Words = ()  # measures with such a word are in percent where no unit is given: "persentase"
    scale_forms: Annotated[Values, Least(2)] = field(
        default_factory=dict
    )  # "ribuan", "thousands": scales of a whole column
    statuses: Annotated[Meanings, STATUSES] = field(
        default_factory=dict
    )  # final, provisional, estimate, target, forecast
    totals: Words = ()  # entities that are the sum of the others: "Jumlah", "Total"
    total_leads: Words = ()  # before a word in small letters they make such a name: "All regions", "Semua daerah"
    entity_forms: Meanings = field(
        default_factory=dict
    )  # a word of names in full = its short forms: "kabupaten" = ["kab."]
    entity_titles: Words = ()  # words in front of a name that may be left out: "provinsi", "republic of"
    entity_ranks: Words = ()  # words in front that keep two names apart, though a text may leave them out: "kota"
    legal_forms: Words = ()  # at either end of the name of a company, may be left out: "PT", "Inc"
    territories: Meanings = field(default_factory=dict)  # ISO 3166 code = names
    territory_codes: Meanings = field(default_factory=dict)  # ISO 3166 code = its other codes, as tables write them
    period_forms: Annotated[Meanings, PERIODS] = field(
        default_factory=dict
    )  # short forms of `dates.periods` in headers: quarter = ["q"]
    interval_joiners: Words = ()  # "s.d.", "to" between two periods
    alphabets: Choices = field(default_factory=dict)  # group = the letters beside a to z of each alphabet
    encodings: Choices = field(default_factory=dict)  # group = encodings of one byte a letter, the most usual first
