"""How much words, numbers and percentages weigh."""

import pytest

from designlint.facts.levels import level_of
from designlint.language.lexicon import ENGLISH

OTHERS = ENGLISH.extended({"high": ["hoch", "高"], "extreme": ["sehr hoch"], "low": ["低"]})


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Low", 1),
        ("very low", 1),
        ("**Med**", 2),
        ("Medium-High", 2),
        ("HIGH (all data)", 3),
        ("🔴 High", 3),
        ("H", 3),
        ("M", 2),
        ("Likely", 3),
        ("Highly unlikely", 1),
        ("Very high", 4),
        ("Critical: money", 4),
        ("1", 1),
        ("3", 2),
        ("5/5", 4),
        ("10 %", 1),
        ("~ 50%", 3),
        ("100%", 4),
        ("", 2),
        ("?", 2),
        ("High/Med/Low", 2),
        ("Highway", 2),
        ("7", 2),
        ("0", 2),
        ("2026", 2),
    ],
)
def test_levels(text: str, level: int) -> None:
    assert level_of(text, ENGLISH) == level


@pytest.mark.parametrize(
    ("text", "level"), [("Sehr hoch", 4), ("Hoch, alle", 3), ("高い", 3), ("低", 1), ("高/低", 2)]
)
def test_levels_in_other_languages(text: str, level: int) -> None:
    assert level_of(text, OTHERS) == level
