"""The shape of a language pack: one frozen dataclass a file, one attribute a key of it.

A key that a dataclass does not name is an error, and so is a value of another type: `packs.py`
checks every file against these classes. Everything has an empty default, so a language may leave
out what it cannot do. Nobody compares packs or prints them, so no methods are generated for
that, which takes time at the start of each program.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

__all__ = ["Claims", "Dates", "Noise", "Numerals", "Pack", "Phrases", "Tables", "Units"]

Words = tuple[str, ...]
Meanings = Mapping[str, Words]  # meaning = the words for it
Choices = Mapping[str, Sequence[str]]  # word = what it can mean, likeliest first
Values = Mapping[str, int]  # word = its value


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Numerals:
    """Number words and the marks of written numbers (`numerals.toml`)."""

    decimal_marks: Words = (".", ",")  # likeliest first
    decimal_words: Words = ()  # "koma", "point"
    joiners: Words = ()  # "and" in "two hundred and five"
    negatives: Words = ()  # "minus"
    cardinals: Values = field(default_factory=dict)
    teens: Values = field(default_factory=dict)  # added to the number before: "belas" = 10
    scales: Values = field(default_factory=dict)  # multiply the number before
    scale_abbreviations: Values = field(default_factory=dict)  # only after digits; case as written
    fractions: Meanings = field(default_factory=dict)  # "1/2" = ["setengah"]
    denominators: Values = field(default_factory=dict)  # "pertiga" = 3
    groups: Values = field(default_factory=dict)  # "lusin" = 12
    ordinals: Values = field(default_factory=dict)
    ordinal_prefixes: Words = ()  # "ke-"
    ordinal_leads: Words = ()  # "nomor satu", "#1"
    ordinal_suffixes: Words = ()  # "th"
    collectives: Values = field(default_factory=dict)  # "kedua" before a noun: the two
    articles: Words = ()  # "a" in "a million", "a week"
    romans: bool = True  # "kuartal III", "abad XVI"
    vague: Words = ()  # "ribuan": no value
    space_groups: bool = False  # "1 234" with an ordinary space is one number
    ordinal_endings: Words = ()  # each word of `ordinals` is a stem that takes one of these: "erst" + "en"
    compounds: bool = False  # number words are written together
    compound_forms: Values = field(default_factory=dict)  # only inside of these: "ein" = 1
    unit_before_ten: str = ""  # "und": the unit stands before the ten


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Dates:
    """Months, weekdays, eras and the words of relative dates (`dates.toml`)."""

    orders: Words = ()  # "{day} {month} {year}"
    numeric_order: str = "day month year"
    months: Meanings = field(default_factory=dict)  # "1".."12"
    month_lookalikes: Words = ()  # words that are months only beside a day or a year: "may"
    weekdays: Meanings = field(default_factory=dict)  # "1" (Monday) .. "7"
    weekday_lookalikes: Words = ()
    eras: Meanings = field(default_factory=dict)  # before, after
    periods: Meanings = field(default_factory=dict)  # day, week, month, quarter, half, year, decade, century
    period_plurals: Words = ()  # words of `periods` that are more than one: "letzten Jahren" is no date
    period_lookalikes: Words = ()  # words of `periods` that mean it only with a number: "Q"
    decade_suffixes: Words = ()  # "-an", "s"
    decade_leads: Words = ()  # "era": two digits with a suffix behind these are a decade
    parts: Meanings = field(default_factory=dict)  # start, middle, end
    year_leads: Words = ()  # a number after these is a year: "tahun", "in"
    day_leads: Words = ()  # "tanggal"
    ago_leads: Words = ()  # before an amount of time: "vor zwei Jahren"
    days: Meanings = field(default_factory=dict)  # "-1" = ["kemarin"]
    deictics: Meanings = field(default_factory=dict)  # past, future, this, ago, later
    deictics_first: bool = False  # "last week", not "pekan lalu"
    recurring: Words = ()  # "setiap 17 Agustus", "every year": no year is missing
    year_prefixes: Words = ()  # "FY2024"
    day_times: Words = ()  # "pagi", "malam": may follow a relative day
    clock_leads: Words = ()  # "pukul"
    meridiems: Meanings = field(default_factory=dict)  # am, pm, noon, clock; hours = of 24
    time_zones: Words = ()
    fillers: Words = ()  # "of" in "July of 1977"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Units:
    """Units and currencies by their words and signs (`units.toml`)."""

    units: Meanings = field(default_factory=dict)  # canonical key = words, any case
    symbols: Meanings = field(default_factory=dict)  # canonical key = signs, case as written
    currencies: Meanings = field(default_factory=dict)  # ISO 4217 = names
    currency_symbols: Meanings = field(default_factory=dict)  # ISO 4217 = signs, case as written
    subunits: Meanings = field(default_factory=dict)  # "USD/100" = ["cent", "cents"]
    ambiguous: Choices = field(default_factory=dict)  # "ton" = ["metric_ton", "short_ton"], the key it leads to first
    cues: Meanings = field(default_factory=dict)  # "degC" = ["suhu"]: an ambiguous word behind these means it
    ambiguous_currencies: Choices = field(default_factory=dict)  # "$" = [USD, AUD, …], the code it leads to first
    per: Words = ()
    nouns: Words = ()  # keys that are units only after `per`: "share"
    per_nouns: Meanings = field(default_factory=dict)  # their words: share = ["saham"]
    powers: Meanings = field(default_factory=dict)  # "2" = ["persegi"]
    prefix_powers: Meanings = field(default_factory=dict)  # "2" = ["square"], before the unit
    lookalikes: Words = ()  # words that are units only right after a number written in digits
    singles: Meanings = field(default_factory=dict)  # "week" = ["seminggu"]: one of it in a word
    per_singles: Meanings = field(default_factory=dict)  # "barrel" = ["setong"]: "per barrel" in a word
    compass: Words = ()  # after degrees: "LU", "N"
    steps: Values = field(default_factory=dict)  # "hour/minute" = 60: the parts of a compound measure
    kinds: Mapping[str, str] = field(default_factory=dict)  # canonical key = kind, where not measure


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Phrases:
    """The small words around a number (`phrases.toml`)."""

    modifiers: Meanings = field(default_factory=dict)  # before the number
    modifiers_after: Meanings = field(default_factory=dict)  # "atau lebih" = at_least
    to: Words = ()  # "hingga", "to": joins the ends of a range
    between: Words = ()  # "antara"
    and_: Words = ()  # joins a list or the ends after `between`
    plus_minus: Words = ()
    classifiers: Words = ()  # "orang", "buah": skipped before the noun
    people: Words = ()  # classifiers that are the noun where none follows
    function_words: Words = ()  # never a counted noun
    nouns_capitalised: bool = False  # every noun has a capital: a capital makes no name, and nouns always have it
    plural_endings: Words = ()  # endings of a plural noun; empty where nouns do not change
    from_: Words = ()  # "from": the first end of a change
    ranging: Words = ()  # "range", "vary": `from_` … `to` after these is a range
    score_words: Words = ()  # "menang", "beat": two small numbers after these are a score
    ordinal_nouns: Words = ()  # "hari", "tahun": an ordinal after these is no collective
    collective_nouns: Words = ()  # "negara": "hubungan kedua negara" is of both countries
    demonstratives: Words = ()  # "itu": "penerapan kelima prinsip itu" is of those five
    times: Words = ()  # "kali", "times"
    multiples: Meanings = field(default_factory=dict)  # "2" = ["berlipat ganda", "doubled"]
    multiple_tails: Words = ()  # "lipat" after `times`, inside the span
    multiple_cues: Words = ()  # "lebih" after `times`, outside the span
    by: Words = ()  # "4 x 6 meter"
    duration_leads: Words = ()  # words before "a week" as an amount
    extents: Words = ()  # "tall": words after a length
    change_words: Words = ()  # after these, "5 cents to 3 dollars" is no range
    verb_beginnings: Words = ()  # beginnings of verbs, which are no counted nouns
    verb_endings: Words = ()
    becoming: Words = ()  # "dari 5 menjadi 4 persen"
    part_words: Words = ()  # "dari" in "empat dari 10", "of the" in "four of the 12"
    ratio_words: Words = ()  # "dari", "out of" in "empat dari 10"
    age_words: Words = ()  # "berusia", "aged"
    scale_units: Words = ()  # numbers after these are bare: "indeks", "skor"
    respectively: Words = ()  # "masing-masing"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Noise:
    """What looks like a number and states nothing (`noise.toml`)."""

    labels: Meanings = field(default_factory=dict)  # reason = words before an identifier
    labels_after: Words = ()  # "St", "Ave" after a house number
    chapter_leads: Words = ()  # "QS" before the name of a chapter and the number of a verse
    version_words: Words = ()  # behind "2.0": "release"
    fixed: Words = ()  # "salah satu", "one of"
    once: Words = ()  # "one day": no measure unless a word such as "within" measures it
    pronouns: Words = ()  # number words that count only before a noun: "one"
    names: Words = ()  # "Perang Dunia", names that hold a number word


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Claims:
    """The words by which a claim is understood (`claims.toml`)."""

    # where statements begin and end
    abbreviations: Words = ()  # a dot after these ends no sentence: "dr", "no"
    breaks: Words = ()  # another statement begins: "sedangkan", "while"
    # change
    changes: Meanings = field(default_factory=dict)  # up, down = verbs and nouns of change
    opposites: Mapping[str, str] = field(default_factory=dict)  # "naik" = "turun", for suggestions
    roles: Meanings = field(default_factory=dict)  # to, from, by = words before a number or a date
    flows: Words = ()  # "membuka", "hired": what is counted after them comes or goes, and is not how many there are
    steady: Words = ()  # "terus", "steadily": a trend, not one step
    since: Words = ()  # "sejak"
    earlier: Meanings = field(default_factory=dict)  # year, quarter, month, one = "tahun sebelumnya"
    later: Meanings = field(default_factory=dict)  # year = "setahun kemudian"
    ago: Meanings = field(default_factory=dict)  # the same, counted from the day of the text: "tahun lalu"
    relatives: Words = ()  # "yang": what follows is said of what stands before
    rates: Meanings = field(default_factory=dict)  # year, quarter, month = how a change is counted: "yoy"
    paces: Meanings = field(default_factory=dict)  # year, quarter, month = the same in names of measures: "bulanan"
    span_leads: Words = ()  # "dalam", "within": an amount of time after these is no claim
    span_ends: Words = ()  # "terakhir": the same, after the amount
    # comparison
    comparisons: Meanings = field(default_factory=dict)  # more, less = "lebih tinggi"
    than: Words = ()  # "daripada"
    equatives: Words = ()  # "as" in "twice as many as": after a multiple they lead to the other side
    quantities: Words = ()  # "jumlah": after "dua kali" they begin what is multiplied
    superlatives: Meanings = field(default_factory=dict)  # highest, lowest
    partitives: Words = ()  # before a superlative they make it one of several: "salah satu"
    rank_words: Words = ()  # "peringkat"
    shares: Words = ()  # "menyumbang", "accounts for"
    of_all: Words = ()  # "dari total", "of all": what stands after them is the whole
    of_them: Words = ()  # "di antaranya": of those spoken of before
    sums: Words = ()  # "gabungan", "combined"
    averages: Words = ()  # "rata-rata"
    parts: Words = ()  # "terdiri dari": the parts of the number before follow
    restatements: Words = ()  # between an amount and the same amount in another unit
    born: Words = ()  # "lahir"
    old: Words = ()  # "years old": after an age
    # what kind of figure
    statuses: Meanings = field(default_factory=dict)  # target, forecast, estimate
    rates_of: Words = ()  # what rises by a rate that has a name: "harga konsumen"
    negatives: Mapping[str, str] = field(default_factory=dict)  # word = the concept whose sign it turns
    # what is measured
    concepts: Meanings = field(default_factory=dict)  # concept = its words; the names are the same in all languages
    people: Words = ()  # nouns that count a population: "jiwa"
    stops: Words = ()  # weigh nothing in the name of a measure: "jumlah", "of"
    faint: Words = ()  # weigh little in the name of a measure: "nominal", "yoy"
    neutral: Words = ()  # beside the name of a measure they leave it what it is: "resmi", "total"
    modifiers_first: bool = False  # "urban population", not "penduduk perkotaan"
    verbs: Words = ()  # these end the name of a measure, as function words do
    verb_prefixes: Words = ()  # and so do words that begin, or end, like this
    verb_suffixes: Words = ()
    clitics: Words = ()  # endings that leave a word what it is: "nya"
    prefixes: Words = ()  # for the stems of words, longest first
    suffixes: Words = ()
    # of whom or where
    wholes: Meanings = field(default_factory=dict)  # a whole = its parts
    aggregates: Words = ()  # names that stand for many: "dunia", "asean"
    overall: Words = ()  # of the whole that the table has: "nasional"
    pronouns: Words = ()  # point to one named before: "provinsi itu"
    locatives: Words = ()  # a name after these is a place or an owner: "di", "of"
    name_parts: Words = ()  # beside a name they make it another one: "utara", "new"
    name_heads: Words = ()  # before a name they make it an organisation: "bank", "university"
    name_leads: Words = ()  # before a name they make it a part of that place: "ibu kota", "northern"
    name_ends: Words = ()  # behind a name they do: "bagian utara"
    institutions: Words = ()  # begin a sentence and are no place: "pemerintah"
    asides: Words = ()  # a name after these is only mentioned beside the subject: "setelah", "unlike"
    attributions: Words = ()  # a name after these is a source: "menurut"
    demonyms: Meanings = field(default_factory=dict)  # ISO 3166 = adjectives and people: "Indonesian"
    rewordings: Mapping[str, str] = field(default_factory=dict)  # up, down = "naik {value} persen", for suggestions
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
    share_of: Words = ()  # "dari", "of" in "% of GDP"
    percent_words: Words = ()  # measures with such a word are in percent where no unit is given: "persentase"
    scale_forms: Values = field(default_factory=dict)  # "ribuan", "thousands": scales of a whole column
    statuses: Meanings = field(default_factory=dict)  # final, provisional, estimate, target, forecast
    totals: Words = ()  # entities that are the sum of the others: "Jumlah", "Total"
    entity_forms: Meanings = field(
        default_factory=dict
    )  # a word of names in full = its short forms: "kabupaten" = ["kab."]
    entity_titles: Words = ()  # words in front of a name that may be left out: "provinsi", "republic of"
    entity_ranks: Words = ()  # words in front that keep two names apart, though a text may leave them out: "kota"
    territories: Meanings = field(default_factory=dict)  # ISO 3166 code = names
    territory_codes: Meanings = field(default_factory=dict)  # ISO 3166 code = its other codes, as tables write them
    period_forms: Meanings = field(default_factory=dict)  # short forms of `dates.periods` in headers: quarter = ["q"]
    interval_joiners: Words = ()  # "s.d.", "to" between two periods


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Pack:
    """All that is known of one language, together with what all languages share."""

    code: str
    numerals: Numerals = field(default_factory=Numerals)
    dates: Dates = field(default_factory=Dates)
    units: Units = field(default_factory=Units)
    phrases: Phrases = field(default_factory=Phrases)
    noise: Noise = field(default_factory=Noise)
    claims: Claims = field(default_factory=Claims)
    tables: Tables = field(default_factory=Tables)
