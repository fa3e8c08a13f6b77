"""Which of the files that are gone a new file was."""

import pytest

from designlint.changes import renames
from designlint.changes.renames import match_renames

COMMON = frozenset(["## Summary", "## Design and everything that belongs to it", "[What it is]"])


def text(*lines: str) -> str:
    return "\n\n".join(["## Summary", "## Design and everything that belongs to it", *lines])


CACHE = ("The cache keeps prices for a minute.", "A timer drops them.", "Two shops use it.")


def test_equal_texts_first() -> None:
    gone = {"a.md": text(*CACHE), "b.md": text(*CACHE[:2])}
    assert match_renames(gone, {"c.md": text(*CACHE[:2])}) == {"c.md": "b.md"}


def test_of_equal_texts_those_that_keep_their_name() -> None:
    gone = {"x/a.md": "t", "x/b.md": "t", "x/c.md": "t"}
    added = {"y/c.md": "t", "y/d.md": "t"}
    assert match_renames(gone, added) == {"y/c.md": "x/c.md", "y/d.md": "x/a.md"}


def test_half_of_the_text_is_enough() -> None:
    gone = {"a.md": text(*CACHE)}
    for lines, expected in ((CACHE[:2], {"b.md": "a.md"}), (CACHE[2:], {})):
        assert match_renames(gone, {"b.md": text(*lines)}, COMMON) == expected


def test_lines_of_the_template_say_nothing() -> None:
    gone = {"a.md": text("[What it is]", "Old.")}
    added = {"b.md": text("[What it is]", "New.")}
    assert match_renames(gone, added) == {"b.md": "a.md"}
    assert match_renames(gone, added, COMMON) == {}


def test_the_most_alike_of_several() -> None:
    gone = {"a.md": text(*CACHE[:2]), "b.md": text(*CACHE, "And so on.")}
    added = {"c.md": text(*CACHE, "And more."), "d.md": text(*CACHE[:2], "x")}
    found = match_renames(gone, added, COMMON)
    assert found == {"c.md": "b.md", "d.md": "a.md"}
    assert match_renames(dict(reversed(gone.items())), dict(reversed(added.items())), COMMON) == (
        found
    )


def test_one_is_not_renamed_twice() -> None:
    added = {"b.md": text(*CACHE, "x"), "c.md": text(*CACHE, "y")}
    assert match_renames({"a.md": text(*CACHE)}, added) == {"b.md": "a.md"}


def test_empty_files_are_equal_or_nothing() -> None:
    assert match_renames({"a.md": ""}, {"b.md": ""}) == {"b.md": "a.md"}
    assert match_renames({"a.md": "\n"}, {"b.md": ""}) == {}


def test_too_many_to_compare(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renames, "_MOST_PAIRS", 1)
    gone = {"a.md": text(*CACHE), "b.md": "b"}
    added = {"c.md": text(*CACHE, "x"), "d.md": "b"}
    assert match_renames(gone, added) == {"c.md": "a.md", "d.md": "b.md"}
    monkeypatch.setattr(renames, "_MOST_PAIRS", 0)
    assert match_renames(gone, added) == {"d.md": "b.md"}
