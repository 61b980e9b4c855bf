"""The result depends on text, language and reference date alone, and the caller's settings stay as they are."""

import decimal
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties.texts import any_text, codes

from verifier import extract
from verifier.packs import languages

TEXT = (
    "Produksi naik 3,5 persen menjadi 4,1 juta barel per hari pada Juni 2024, dua ratus tiga puluh satu ribu orang, "
    "Rp1,5 triliun, sepertiga, 29,149 dolar AS per ton, kemarin, 5-10 km, 1/3 kg, 2 jam 20 menit. "
    "Output rose 3.5 percent to 4.1 million barrels per day in June 2024, $1.5 billion, two-thirds, yesterday."
)
ENVIRONMENTS = {
    "another hash seed": {"PYTHONHASHSEED": "1"},
    "a third hash seed": {"PYTHONHASHSEED": "77"},
    "a time zone far off": {"TZ": "Pacific/Kiritimati"},
    "the C locale": {"LC_ALL": "C", "LANG": "C"},
    "a Turkish locale": {"LC_ALL": "tr_TR.UTF-8"},
    "no UTF-8 mode": {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
    "optimised code": {"PYTHONOPTIMIZE": "2"},
}
NEIGHBOURS = [  # the same signs beside others: what they are in one text must not stick to them in the next
    "pada 1.10.2024 itu", "kode x-1.10.2024 itu", "pukul 12:30", "rasio 1:12:30:5", "2024-05-12", "x-2024-05-12-7",
    "M 5", "m 5", "Mei 2024", "mei 2024", "MEI 2024", "5 m", "5 M", "5 MW", "5 mW", "XX", "Xx", "abad XX", "1 234 567",
    "11 234 567", "5'", "it's 5", "1990s", "5 s", "a 5", "A 5",
]  # fmt: skip
PROGRAM = (
    "import sys; from verifier import extract\n"
    "for code in sys.argv[1].split():\n"
    "    for text in sys.argv[2:]:\n"
    "        print(ascii((code, text, extract(text, language=code, reference_date='2024-10-14'))))"
)


def run(*texts, **environment):
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, " ".join(languages()), *(texts or [TEXT])],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": "0", **environment},
        capture_output=True,
        check=True,
        timeout=60,
    ).stdout.splitlines()


@pytest.fixture(scope="module")
def usual():
    return run()


@pytest.mark.parametrize("change", ENVIRONMENTS)
def test_no_setting_of_the_process_changes_the_result(usual, change):
    assert run(**ENVIRONMENTS[change]) == usual


def test_what_was_read_before_has_no_bearing():
    assert sorted(run(*NEIGHBOURS)) == sorted(run(*reversed(NEIGHBOURS)))


@given(data=st.data(), code=codes)
def test_the_decimal_context_of_the_caller_is_neither_used_nor_changed(data, code):
    text = data.draw(st.one_of(st.just(TEXT), any_text(code)))
    usual = extract(text, language=code)
    context = decimal.Context(prec=3, rounding=decimal.ROUND_CEILING, Emin=-9, Emax=9, traps=[decimal.Inexact])
    with decimal.localcontext(context) as used:
        assert extract(text, language=code) == usual
        assert (used.prec, used.rounding, used.Emin, used.Emax) == (3, decimal.ROUND_CEILING, -9, 9)
        assert not any(used.flags.values())
        assert [signal for signal, trapped in used.traps.items() if trapped] == [decimal.Inexact]


@given(data=st.data(), code=codes)
def test_the_same_text_is_read_alike_again_and_in_threads(data, code):
    texts = data.draw(st.lists(any_text(code), min_size=2, max_size=6))
    usual = [extract(text, language=code) for text in texts]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda text: extract(text, language=code), texts * 2)) == usual * 2
