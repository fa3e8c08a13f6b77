"""The diff of lines: right on small texts, bounded in time on hostile ones."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designlint.changes.lines import UNCHANGED, Block, KeptLines, kept_lines

TEXTS = st.lists(st.sampled_from(["", "a", "b", "c", "d"]), max_size=30).map("\n".join)


def added(old: str, new: str) -> list[int]:
    """The lines of the new text that the old one lacks."""
    kept = kept_lines(old, new)
    return [line for line in range(1, new.count("\n") + 2) if kept.old_line(line) is None]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a\nb\nc", "a\nb\nc", []),
        ("a\nb\nc", "a\nx\nc", [2]),
        ("a\nb\nc", "a\nc", []),
        ("a\nc", "a\nb\nc", [2]),
        ("", "a", [1]),
        ("a", "", [1]),
        ("x\n\ny\n\nz", "x\n\nnew\n\ny\n\nz", [3, 4]),
        # A block that moved is new where it has come to.
        ("a\nb\nc\nd\ne", "d\ne\na\nb\nc", [1, 2]),
        # No line is unique, so that only the table of all pairs helps.
        ("-\n=\n-\n=\n-\n=", "=\n-\n-\n+\n=\n-\n=\n-", [3, 4, 8]),
    ],
)
def test_lines_that_are_added(old: str, new: str, expected: list[int]) -> None:
    assert added(old, new) == expected


@given(TEXTS, TEXTS)
def test_kept_lines_are_equal_and_in_order(old: str, new: str) -> None:
    before, after = old.split("\n"), new.split("\n")
    kept = kept_lines(old, new)
    places = [kept.old_line(line) for line in range(1, len(after) + 1)]
    known = [place for place in places if place is not None]
    assert known == sorted(set(known))
    for place, line in zip(places, after, strict=True):
        assert place is None or before[place - 1] == line
    for first in range(1, len(after) + 1):
        for last in range(first, len(after) + 1):
            assert kept.holds(first, last) == (None not in places[first - 1 : last])


@given(TEXTS)
def test_a_text_keeps_all_of_itself(text: str) -> None:
    count = text.count("\n") + 1
    assert kept_lines(text, text).blocks == (Block(0, 0, count),)


def test_unchanged() -> None:
    assert UNCHANGED.old_line(7) == 7
    assert UNCHANGED.holds(1, 10**9)


def test_nothing_kept() -> None:
    assert not KeptLines(()).holds(1, 1)
    assert KeptLines(()).old_line(1) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a\nb\n" * 40_000, "b\nb\na\n" * 30_000),
        ("\n".join(map(str, range(80_000))), "\n".join(map(str, reversed(range(80_000))))),
        # Each line is unique only once those around it are matched.
        (
            "\n".join(f"{n}\n{n + 1}" for n in range(40_000)),
            "\n".join(f"{n}\n{n + 1}\n-" for n in range(40_000)),
        ),
    ],
)
def test_hostile_texts(old: str, new: str) -> None:
    start = time.perf_counter()
    kept_lines(old, new)
    assert time.perf_counter() - start < 5
