"""Sentences are found wherever a pattern of their words would find them."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from designlint.alignment.occurrences import Occurrences
from designlint.document.normalise import squash

WORDS = ("Why", "why", "not", "*not*", "`it`", "it,", "_so_", "is", "é", "*", "a-b")
DIVIDERS = (" ", "\n", "\n> ", "  ", "* ", " **", " -->\n<!-- ", "*", "", "`` ", " > ")
TEXTS = st.lists(st.sampled_from(WORDS) | st.sampled_from(DIVIDERS), max_size=24).map("".join)
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


def by_pattern(text: str, sentence: str) -> list[tuple[int, int]]:
    words = filter(None, (word.strip("*_`") for word in sentence.split()))
    inner = r"[*_`]*(?:[\s>]|-->|<!--)+[*_`]*".join(map(re.escape, words))
    before, after = ("[*_`]*" if mark in "*_`" else "" for mark in (sentence[0], sentence[-1]))
    found = re.finditer(before + inner + after, text, re.IGNORECASE)
    return [match.span() for match in found]


@given(TEXTS, SENTENCES.map(squash))
@example("WHY **not**\n> why `not` **", "*why not*")
@example("* not* not", "*not*")
def test_the_words_lead_where_a_pattern_does(text: str, sentence: str) -> None:
    assert list(Occurrences(text).of(sentence)) == by_pattern(text, sentence)


@pytest.mark.parametrize(
    ("text", "sentence", "found"),
    [
        ("from A -->\nB on", "a -- b", "A -->\nB"),
        ("理由を\n> 書く", "理由を書く", "理由を\n> 書く"),
        ("İt İs \n> said", "is said", "İs \n> said"),
    ],
)
def test_what_is_no_row_of_words_is_found_too(text: str, sentence: str, found: str) -> None:
    (span,) = Occurrences(text).of(sentence)
    assert span.slice(text) == found
