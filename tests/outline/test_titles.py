"""Titles with numbers and holes as patterns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designlint.language.lexicon import ENGLISH
from designlint.outline.titles import compile_title, title_key


@pytest.mark.parametrize(
    ("template", "title", "fits"),
    [
        ("EP-XXXX: [Title] - Design", "EP-0008: Chains - Design", True),
        ("EP-XXXX: [Title] - Design", "EP-0008-1: Chains - Design", True),
        ("EP-XXXX: [Title] - Design", "EP: Chains - Design", False),
        ("EP-XXXX: [Title] - Design", "EP-0008: Chains", False),
        ("RFC 0000: [Title]", "RFC 12: Pumps", True),
        ("RFC 0000: [Title]", "RFC twelve pumps", False),
        ("Status: Draft | Final", "Status: Whatever", True),
        ("Status: Draft | Final", "Status", True),
        ("Status: Draft | Final", "State", False),
    ],
)
def test_which_titles_fit(template: str, title: str, fits: bool) -> None:
    pattern = compile_title(template, ENGLISH).pattern
    assert pattern.matches(title_key(title, ENGLISH)) is fits


@given(st.text(alphabet="xX0n[]{}<>:|/() -_a", max_size=40), st.text(max_size=20))
def test_every_title_compiles(template: str, title: str) -> None:
    title_of = compile_title(template, ENGLISH)
    assert title_of.pattern.matches(title_key(title, ENGLISH)) in (True, False)
