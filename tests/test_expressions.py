"""Expressions that are compiled when they are first used."""

import re

import pytest

from designlint.expressions import expression


def test_it_does_what_a_compiled_one_does() -> None:
    words = expression(r"\w+", re.ASCII)
    assert [match[0] for match in words.finditer("ab, ç d")] == ["ab", "d"]
    assert words.sub("_", "a b") == "_ _"
    assert words.pattern == r"\w+"
    assert expression(rb"\d+").findall(b"1 2") == [b"1", b"2"]


def test_it_is_compiled_when_it_is_used() -> None:
    broken = expression("(")
    with pytest.raises(re.error):
        broken.search("")
