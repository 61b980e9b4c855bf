"""Time grows no faster than the text, whatever is repeated in it: a fitted exponent, not seconds."""

import gc
import math
import signal
import threading
import time
from contextlib import contextmanager

import pytest
from growth.families import FAMILIES

from verifier import extract

STEEPEST = 1.15  # exponent of time over length; linear work is 1
STEPS = (1, 2, 4, 8)
ENOUGH = 0.004  # CPU seconds of the shortest text: less is noise
MOST_COUNT = 30_000  # repetitions of the shortest text, where even these take less
MOST_LENGTH = 20_000  # characters of the shortest text: where longer ones take so little, memory is measured
LOOKS, MORE_LOOKS = 2, 3  # at each text, and again in each further try
TRIES = 10
MOST_DIGITS = 100  # of one value
AT_THE_ENDS = 2  # mentions that a text may state beside those of its repetitions
LIMIT = 120  # seconds of one family: it hangs


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: f"{family.language}-{family.name.replace(' ', '_')}")
def test_time_grows_no_faster_than_the_text(family):
    with limit_of_time(), without_collector():
        count = _long_enough(family)
        texts = [family.make(count * step) for step in STEPS]
        least = [math.inf] * len(texts)
        for number in range(TRIES):
            for _ in range(MORE_LOOKS if number else LOOKS):
                least = [min(pair) for pair in zip(least, (_seconds(text, family) for text in texts), strict=True)]
            steepness = exponent(texts, least)
            if steepness <= STEEPEST:
                break
    milliseconds = ", ".join(f"{seconds * 1000:.0f}" for seconds in least)
    assert steepness <= STEEPEST, f"{len(texts[0])} characters and their doubles take {milliseconds} ms"


@pytest.mark.parametrize("count", [1, 2, 3, 60, 500])
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: f"{family.language}-{family.name.replace(' ', '_')}")
def test_little_is_found_and_where_it_stands(family, count):
    text = family.make(count)
    mentions = extract(text, language=family.language)
    assert len(mentions) <= family.each * count + AT_THE_ENDS
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert all(mention.start < mention.end for mention in mentions)
    assert all(len(value.as_tuple().digits) <= MOST_DIGITS for mention in mentions for value in mention.values)


@contextmanager
def limit_of_time():
    """Fail where a family hangs; only the main thread of a POSIX system can be interrupted.

    The alarm is one of the clock: beside a timer of CPU time, CPU time itself is counted in ticks only.
    """
    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def give_up(*_):
        pytest.fail(f"still running after {LIMIT} seconds")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, LIMIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def without_collector():
    """Keep the collector out of the measure: its work grows with all that the tests have made."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def exponent(texts, seconds):
    """Return the slope of the line through the logarithms of length and time, by least squares."""
    points = [(math.log(len(text)), math.log(max(time_of, 1e-6))) for text, time_of in zip(texts, seconds, strict=True)]
    middle = [sum(values) / len(points) for values in zip(*points, strict=True)]
    above = sum((x - middle[0]) * (y - middle[1]) for x, y in points)
    return above / sum((x - middle[0]) ** 2 for x, _ in points)


def _long_enough(family):
    """Return how many repetitions take long enough to be measured; the shortest text of four."""
    count = 40
    while count < MOST_COUNT and len(text := family.make(count)) < MOST_LENGTH and _seconds(text, family) < ENOUGH:
        count *= 2
    return count


def _seconds(text, family):
    begin = time.process_time()
    extract(text, language=family.language)
    return time.process_time() - begin


EXPONENTS = [
    # seconds at 1, 2, 4 and 8 times the length    exponent
    ([0.01, 0.02, 0.04, 0.08],                      1.0),
    ([0.01, 0.04, 0.16, 0.64],                      2.0),
    ([0.01, 0.08, 0.64, 5.12],                      3.0),
    ([0.01, 0.01, 0.01, 0.01],                      0.0),
]  # fmt: skip


@pytest.mark.parametrize(("seconds", "wanted"), EXPONENTS)
def test_the_exponent_that_is_fitted(seconds, wanted):
    assert math.isclose(exponent(["a" * 10 * step for step in STEPS], seconds), wanted, abs_tol=1e-9)
