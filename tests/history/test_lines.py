"""Finding the lines of a changed file in its committed version."""

import pytest

from designlint.history.lines import as_lines, committed_lines


@pytest.mark.parametrize(
    ("now", "then", "found"),
    [
        ("abc", "abc", {1: 1, 2: 2, 3: 3}),
        ("xabc", "abc", {2: 1, 3: 2, 4: 3}),
        ("abxc", "abc", {1: 1, 2: 2, 4: 3}),
        ("ac", "abc", {1: 1, 2: 3}),
        ("cab", "abc", {1: 3, 2: 1, 3: 2}),
        ("axa", "aa", {1: 1, 3: 2}),
        ("xayaz", "uavaw", {2: 2, 4: 4}),
        ("xaaay", "uaav", {}),
        ("", "abc", {}),
        ("abc", "", {}),
    ],
)
def test_lines(now: str, then: str, found: dict[int, int]) -> None:
    wanted = range(1, len(now) + 1)
    lines, old = ([text.encode() for text in each] for each in (now, then))
    assert committed_lines(lines, old, wanted) == found


def test_line_ends_make_no_difference() -> None:
    assert as_lines(b"a\r\nb\n") == as_lines(b"a\nb\n") == [b"a", b"b", b""]


def test_a_line_past_the_end_is_in_no_commit() -> None:
    assert committed_lines([b"a"], [b"a"], [2]) == {}


def test_many_equal_lines_take_one_pass() -> None:
    now, then = [b"x", *[b""] * 50_000, b"y"], [b"u", *[b""] * 50_000, b"v"]
    assert committed_lines(now, then, range(2, 50_002)) == {at: at for at in range(2, 50_002)}
