"""Of which period a number is said."""

import pytest
from readings import sentence_of

from verifier.claims.read import read_claims
from verifier.linking.moments import read_moments
from verifier.linking.timing import read_timing

DAY = "2024-10-14"

PERIODS = [
    # language, sentence, the period of each number
    ("id", "Pada 2023 penduduknya 49 juta jiwa.", ["2023"]),
    ("id", "Penduduknya 49 juta jiwa pada 2023 dan 48 juta jiwa pada 2022.", ["2023", "2022"]),
    ("id", "Penduduknya naik dari 48 juta jiwa pada 2022 menjadi 49 juta jiwa pada 2023.", ["2022", "2023"]),
    ("id", "Pada 2023 produksinya 9 juta ton, turun dari 10 juta ton pada tahun sebelumnya.", ["2023", "2022"]),
    ("id", "Pada Juni 2024 harganya Rp100, dan setahun sebelumnya Rp90.", ["2024-06", "2023-06"]),
    ("id", "Pada 2023 tumbuh 5,05 persen, lebih rendah dari 2022 yang tumbuh 5,31 persen.", ["2023", "2022"]),
    ("en", "In 2023 it was 5 million; a year later the figure was 6 million.", ["2023", "2024"]),
    ("en", "India, which joined in July 2020, produced 206 million tonnes in 2023.", ["2023"]),
    ("en", "Output was 5 million tonnes.", [""]),
    ("id", "Pada 2021 produksinya 9 juta ton dan dua tahun berselang 10 juta ton.", ["2021", "2023"]),
    ("id", "Pada 2023 penduduknya 49 juta jiwa, satu dasawarsa sebelumnya 45 juta jiwa.", ["2023", "2013"]),
    ("id", "Pada 2021 produksinya 9 juta ton; tahun sesudahnya 10 juta ton.", ["2021", "2022"]),
    ("en", "In 2021 it was 5 million; two years on, it was 6 million.", ["2021", "2023"]),
    ("en", "In 2011 it was 5 million; a decade later it stood at 6 million.", ["2011", "2021"]),
    ("en", "In 2023 it was 6 million, up from 5 million two years before.", ["2023", "2021"]),
    ("en", "In the fourth quarter of 2023 it was 6 million, against 5 million a year earlier.", ["2023-Q4", "2022-Q4"]),
]

UNPLACED = [
    # language, sentence, whether nobody can tell when the number is
    ("id", "Dua tahun setelah banjir, produksinya 9 juta ton.", True),
    ("id", "Dua tahun setelah itu, produksinya 9 juta ton.", False),
    ("id", "Pada awal dekade itu produksinya 9 juta ton.", True),
    ("id", "Dalam satu dekade terakhir produksinya naik 9 juta ton.", False),
    ("en", "A year after the flood, output was 5 million tonnes.", True),
    ("en", "The year before the flood it was 5 million tonnes.", True),
    ("en", "Two years on, output was 5 million tonnes.", False),
    ("en", "A century ago, in 1924, output was 5 million tonnes.", False),
]


@pytest.mark.parametrize(("language", "text", "periods"), PERIODS)
def test_of_which_period_a_number_is_said(language, text, periods):
    sentence = sentence_of(language, text, day=DAY)
    moments = read_moments(sentence)
    assert [read_timing(claim, moments).period for claim in read_claims(sentence)] == periods


@pytest.mark.parametrize(("language", "text", "unplaced"), UNPLACED)
def test_a_time_that_nobody_can_tell(language, text, unplaced):
    sentence = sentence_of(language, text, day=DAY)
    assert read_timing(read_claims(sentence)[0], read_moments(sentence)).guessed is unplaced


SPANS = [
    # language, sentence, the period of its last number
    ("id", "Selama 2019-2023 produksinya total 45 juta ton.", "2019/2023"),
    ("id", "Antara 2021 dan 2023 produksinya total 27 juta ton.", "2021/2023"),
    ("id", "Pada sembilan bulan pertama 2023 produksinya 27 juta ton.", "2023-01/2023-09"),
    ("id", "Pada 2022 dan 2023 produksinya masing-masing 8 juta ton dan 9 juta ton.", "2023"),
    ("en", "In the first six months of 2023 it was 5 million tonnes.", "2023-01/2023-06"),
    ("en", "In the three years to 2023 it came to 5 million tonnes.", "2021/2023"),
    ("en", "In the twelve months to March 2023 it came to 5 million tonnes.", "2022-04/2023-03"),
    ("en", "It was 5 million tonnes between 2019 and 2023.", "2019/2023"),
    ("en", "Between 2019 and 2023 it rose to 5 million tonnes.", "2023"),
]


@pytest.mark.parametrize(("language", "text", "period"), SPANS)
def test_a_span_of_time(language, text, period):
    sentence = sentence_of(language, text, day=DAY)
    assert read_timing(read_claims(sentence)[-1], read_moments(sentence)).period == period
