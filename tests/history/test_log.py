"""Git's log, as it is written with NUL characters."""

import pytest

from designlint.history.log import parse_log
from designlint.history.model import Change, HistoryError

ONE, TWO = b"1" * 40, b"2" * 64


def changes(*tokens: bytes) -> list[tuple[str, str, tuple[Change, ...]]]:
    return [(commit.short, commit.date, own) for commit, own in parse_log(tokens)]


def test_commits_and_their_changes() -> None:
    assert changes(
        ONE + b" 2024-01-02",
        b"\nM",
        b"a.md",
        b"R087",
        b"b.md",
        b"c.md",
        TWO + b" 2024-01-01",
        b"\nA",
        b"M",
    ) == [
        ("1111111", "2024-01-02", (Change(b"a.md", b"a.md"), Change(b"c.md", b"b.md"))),
        ("2222222", "2024-01-01", (Change(b"M", None),)),
    ]


def test_a_path_that_looks_like_a_header() -> None:
    path = ONE + b" 2024-01-02"
    assert changes(ONE + b" 2024-01-01", b"\nA", path, b"M", b"\n" + path) == [
        (
            "1111111",
            "2024-01-01",
            (Change(path, None), Change(b"\n" + path, b"\n" + path)),
        )
    ]


@pytest.mark.parametrize(
    ("letters", "parents", "previous"),
    [
        (b"AA", (b"x", b"x"), None),
        (b"AAA", (b"x", b"x", b"x"), None),
        (b"AM", (b"x", b"x"), b"x"),
        (b"RA", (b"old", b"x"), b"old"),
        (b"AR", (b"x", b"old"), b"old"),
        (b"RM", (b"old", b"x"), b"x"),
        (b"RR", (b"one", b"two"), b"one"),
    ],
)
def test_a_merge(letters: bytes, parents: tuple[bytes, ...], previous: bytes | None) -> None:
    merge = (ONE + b" 2024-01-01", b"", letters, *parents, b"x", b"MM", b"y", b"y", b"y")
    assert changes(*merge) == [
        ("1111111", "2024-01-01", (Change(b"x", previous), Change(b"y", b"y")))
    ]


def test_a_commit_without_changes_and_no_commit() -> None:
    assert changes() == []
    assert changes(ONE + b" 2024-01-01") == [("1111111", "2024-01-01", ())]


@pytest.mark.parametrize("tokens", [(b"A", b"x"), (b"warning: x",), (ONE + b" 2024-01-01", b"?")])
def test_what_is_no_log(tokens: tuple[bytes, ...]) -> None:
    with pytest.raises(HistoryError, match="not of the form"):
        changes(*tokens)
