"""The prose of Markdown and HTML is what a reader reads, and every part of it leads back to its place in the source."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from verifier import extract
from verifier.documents import make_document
from verifier.markup.markdown import read_markdown
from verifier.markup.webpage import page_facts, read_html

MARKDOWN = [
    # source                                     prose
    ("Naik **4,1** juta.",                       "Naik 4,1 juta."),
    ("Naik **4,1 juta** _ton_ ~~per hari~~.",    "Naik 4,1 juta ton per hari."),
    ("# Laporan *2024* #\n\nNaik.",              "Laporan 2024\n\nNaik."),
    ("Laporan 2024\n===\nNaik.",                 "Laporan 2024\n\nNaik."),
    ("Naik 4,1\njuta.",                          "Naik 4,1 juta."),  # a line may end anywhere
    ("Naik.  \nTurun.",                          "Naik.\nTurun."),
    ("Naik 5\\*3 &amp; 6&nbsp;juta.",            "Naik 5*3 & 6\xa0juta."),
    ("Lihat [tabel *7*](http://a/8 \"9\") ini.", "Lihat tabel 7 ini."),  # addresses are no prose
    ("Lihat <http://a/8> ini.",                  "Lihat \ufffc ini."),
    ("Jalankan `x = 5` dua kali.",               "Jalankan \ufffc dua kali."),
    ("![gambar 3](a5.png) Naik.",                "\ufffc Naik."),
    ("    x = 5\n\nNaik.",                       "Naik."),
    ("```python\nx = 5\n```\nNaik.",             "Naik."),
    ("- satu 1\n- dua 2\n\n  lagi",              "satu 1\n\ndua 2\n\nlagi"),
    ("1. 1. 1 barel",                            "1 barel"),  # the same figure as its list numbers
    ("> > kutip 1\nlanjut 2",                    "kutip 1 lanjut 2"),
    ("Naik<br>turun <b>4</b> <!-- 5 -->juta.",   "Naik\nturun 4 juta."),
    ("<div>\n<p>Naik 4 <i>juta</i></p></div>",   "Naik 4 juta"),
    ("[a]: http://b/5\n\nNaik [ini][a].",        "Naik ini."),
    ("| Kota | Luas |\n|-|-|\n| Solo | 46 \\| 47 |", "Kota\n\nLuas\n\nSolo\n\nLuas, Solo | 46 | 47"),
    ("",                                         ""),
]  # fmt: skip


@pytest.mark.parametrize(("source", "prose"), MARKDOWN)
def test_the_prose_of_markdown(source, prose):
    assert read_markdown(source).text == prose


HTML = [
    ("<p>Naik <b>4,1</b>&nbsp;ju<i>t</i>a.",     "Naik 4,1\xa0juta."),
    ("<p>Naik 4,1\n      juta.</p>\n<p>Turun.",  "Naik 4,1 juta.\n\nTurun."),
    ("a &lt;b> &#65;&#x42;C &amp c",             "a <b> ABC & c"),
    ("3 < 4 <5 & 6",                             "3 < 4 <5 & 6"),
    ("Naik <script>x=5</script> turun",          "Naik \ufffc turun"),
    ("<pre>5</pre>Naik <code>6</code> kali",     "Naik \ufffc kali"),
    ("<title>5</title><h2>Judul 6</h2>Naik",     "Judul 6\n\nNaik"),
    ("Naik</x> terus</b>.",                      "Naik terus."),  # tags that close nothing
    ("Naik<br>turun",                            "Naik\nturun"),
    ("<ul><li>1 kota<li>2 desa</ul>",            "1 kota\n\n2 desa"),
    ("<table><tr><th>Kota<th>Luas<tr><td>Solo<td>46</table>", "Kota\n\nLuas\n\nSolo\n\nLuas, Solo | 46"),
    ("<table><tr><th><th colspan=2>A<tr><th>B<td>1<td>2</table>", "A\n\nB\n\nA, B | 1\n\nA, B | 2"),
    ("<!-- 5 -->Naik<!-- 6 -->",                 "Naik"),
    ("<a href='http://b/5'>Naik</a>",            "Naik"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "prose"), HTML)
def test_the_prose_of_html(source, prose):
    assert read_html(source).text == prose


PLACES = [
    # document, source, words of the prose, what they are in the source
    ("a.md",   "Naik **4,1** juta.",                      "4,1 juta",   "4,1** juta"),
    ("a.md",   "> Naik 4,1\r\n> juta.",                   "4,1 juta",   "4,1\r\n> juta"),
    ("a.md",   "---\nlang: id\n---\n# A\n\nNaik 6&nbsp;juta.", "6\xa0juta", "6&nbsp;juta"),
    ("a.md",   "| a | b |\n|-|-|\n| 5 | 6 \\| 7 |",       "6 | 7",      "6 \\| 7"),
    ("a.md",   "[5](http://a/5) 5 barel",                 "5 barel",    "5 barel"),
    ("a.md",   "# 1 # 1 #",                               "1 # 1",      "1 # 1"),
    ("a.md",   "Naik\n\n<p>4 <b>juta</b> <i>ton</i>",     "4 juta ton", "4 <b>juta</b> <i>ton"),
    ("a.html", "<p>5 €\r\n  ju&shy;ta",                   "ju\xadta",   "ju&shy;ta"),
    ("a.html", "😀<p>US$60 <wbr>per barel",               "60 per",     "60 <wbr>per"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "source", "words", "written"), PLACES)
def test_words_of_the_prose_lead_back_to_the_source(name, source, words, written):
    document = make_document(source, name=name)
    start = document.text.index(words)
    begin, end = document.span(start, start + len(words))
    assert source[begin:end] == written


CELLS = [
    # header, cell, how the cell is read
    ("Beras (juta ton)",     "9,14",        "Beras, Jawa Barat | 9,14 juta ton"),
    ("Beras [juta ton]",     "9,14 (r)",    "Beras [juta ton], Jawa Barat | 9,14 (r)"),  # not a bare number
    ("Beras (juta ton)",     "9,14 ton",    "Beras (juta ton), Jawa Barat | 9,14 ton"),  # the cell knows better
    ("Anggaran (Rp miliar)", "2.400",       "Anggaran, Jawa Barat | Rp 2.400 miliar"),
    ("Ekspor (US$ juta)",    "-2,4",        "Ekspor, Jawa Barat | US$-2,4 juta"),
    ("Daya (MW)",            "35",          "Daya, Jawa Barat | 35 MW"),
    ("Miskin (%)",           "7,46",        "Miskin, Jawa Barat | 7,46 %"),
    ("Beras (2023)",         "9,14",        "Beras (2023), Jawa Barat | 9,14"),  # a year is no unit
    ("(juta ton)",           "9,14",        "Jawa Barat | 9,14 juta ton"),
    ("",                     "9,14",        "Jawa Barat | 9,14"),
]  # fmt: skip


@pytest.mark.parametrize(("header", "cell", "read"), CELLS)
def test_a_cell_is_read_with_its_headers_and_their_unit(header, cell, read):
    source = f"| Provinsi | {header} |\n|-|-|\n| Jawa Barat | {cell} |"
    document = make_document(source, name="a.md")
    *_, sentence = document.text.split("\n\n")
    assert sentence == read
    start = document.text.rindex(read)
    assert document.span(start, start + len(read))[1] == source.rindex(cell) + len(cell)


def test_a_fact_of_a_cell_stands_in_the_cell_and_its_headers_are_no_facts_again():
    source = "| Provinsi | Anggaran 2023 (Rp miliar) |\n|-|-|\n| Jawa Barat | **2.400** |"
    document = make_document(source, name="a.md")
    found = document.in_source(extract(document.text, language="id"))
    assert [(mention.text, source[mention.start : mention.end]) for mention in found] == [
        ("2023", "2023"),
        ("Rp 2.400 miliar", "2.400"),
    ]


@pytest.mark.parametrize("name", ["Boeing", "Windows", "JSON Lines", "over that of Formula1"])
def test_a_number_in_a_cell_is_no_part_of_the_name_beside_it(name):
    document = make_document(f"| | sold |\n|-|-|\n| {name} | 38 |", name="a.md")
    assert [mention.text for mention in document.in_source(extract(document.text, language="en"))] == ["38"]


def test_headings_and_comments_are_kept_with_their_places():
    prose = read_markdown("# Jawa Barat\n\nNaik 4<!-- fact: a -->.\n\n<!-- claims: ignore -->\n\n## 2024\n\nTurun.")
    assert [(prose.text[found.start : found.end], found.level) for found in prose.headings] == [
        ("Jawa Barat", 1),
        ("2024", 2),
    ]
    assert [(found.body, prose.text[: found.at][-6:], found.alone) for found in prose.comments] == [
        ("fact: a", "Naik 4", False),
        ("claims: ignore", "k 4.\n\n", True),  # it belongs to what follows
    ]


FACTS = [
    ("a.md",   "---\ndate: 2024-10-14\nlang: id\n---\nNaik.",            ("id", "2024-10-14", "Naik.")),
    ("a.md",   "---\r\ndate: '2024-10-14 08:00'\r\n---\r\nNaik.",        (None, "2024-10-14", "Naik.")),
    ("a.md",   "+++\ndate = 2024-10-14T08:00:00Z\nlanguage = \"en\"\n+++\nNaik.", ("en", "2024-10-14", "Naik.")),
    ("a.md",   "---\nNaik 5.",                                           (None, None, "Naik 5.")),  # only a rule
    ("a.md",   "---\ntitle: a\ndate: kemarin\n---\nNaik.",               (None, None, "Naik.")),
    ("a.html", "<html lang=id-ID><p>Naik.",                              ("id", None, "Naik.")),
    ("a.html", "<meta name=date content=2024-10-14><p>Naik.",            (None, "2024-10-14", "Naik.")),
    ("a.txt",  "---\ndate: 2024-10-14\n---\n",                           (None, None, "---\ndate: 2024-10-14\n---\n")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "source", "facts"), FACTS)
def test_a_document_says_its_language_and_date(name, source, facts):
    document = make_document(source, name=name)
    assert (document.language, document.reference_date, document.text) == facts


AUTHORS = [
    # document, its source                                           its author
    ("a.md",   "---\nauthor: Ani Sari\nlang: id\n---\nNaik.",        "Ani Sari"),
    ("a.md",   "---\r\nauthor: 'Ani O\u2019Sari'  \r\n---\r\nNaik.", "Ani O\u2019Sari"),
    ("a.md",   '+++\nauthor = "Ani: Sari"\n+++\nNaik.',              "Ani: Sari"),
    ("a.md",   "---\nauthor: [Ani, Budi]\n---\nNaik.",              None),  # no plain name
    ("a.md",   "---\nauthor:\n  name: Ani\nlang: id\n---\nNaik.",   None),
    ("a.html", "<meta name=author content=' Ani\n Sari '><p>Naik.",  "Ani Sari"),
    ("a.txt",  "---\nauthor: Ani\n---\n",                           None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "source", "author"), AUTHORS)
def test_a_document_says_its_author(name, source, author):
    assert make_document(source, name=name).author == author


def test_a_page_without_facts_of_its_own():
    assert page_facts("<p>Naik.") == {}


MARKUP = st.lists(
    st.sampled_from([*"<>&;!-/ab1,.\r\n \t|*_`[]()#\\~"])
    | st.sampled_from(["<b>", "</p>", "<td>", "<!--", "-->", "&amp;", "\n\n", "| a |\n|-|\n", "> "])
    | st.characters(),
    max_size=40,
).map("".join)  # fmt: skip


@pytest.mark.parametrize("read", [read_markdown, read_html])
@given(source=MARKUP)
@example(source="`a\n\n<b")
def test_any_source_is_read_and_every_verbatim_piece_is_where_it_says(read, source):
    prose = read(source)
    for offset, piece in zip(prose.offsets, prose.pieces, strict=True):
        assert 0 <= piece.start <= piece.end <= len(source)
        if piece.said is None:
            assert prose.text[offset:].startswith(source[piece.start : piece.end])
