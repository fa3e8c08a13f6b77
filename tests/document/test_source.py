"""Files that hold no document, and why."""

from pathlib import Path

import pytest

from designlint.document.source import LARGEST, Unreadable, decode_source, read_source


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"\xef\xbb\xbf# A\r\n", "# A\r\n"),
        ("é𝒳\n".encode(), "é𝒳\n"),
        (b"a" * LARGEST, "a" * LARGEST),
    ],
    ids=["empty", "byte order mark", "wide", "largest"],
)
def test_text(data: bytes, text: str, tmp_path: Path) -> None:
    assert decode_source(data) == text
    path = tmp_path / "a.md"
    path.write_bytes(data)
    assert read_source(path) == text


@pytest.mark.parametrize(
    ("data", "message", "line", "column"),
    [
        (b"a\nb\xff", "is not UTF-8: byte 0xff is not valid here", 2, 2),
        ("a\né𝒳".encode() + b"\xe4", "is not UTF-8: byte 0xe4 is not valid here", 2, 3),
        (b"\xef\xbb\xbfab\x80", "is not UTF-8: byte 0x80 is not valid here", 1, 3),
        (b"a\nb\nc\0", "holds a NUL byte, so it is not Markdown text", 3, 1),
        ("a\n".encode("utf-16"), "is UTF-16, so it is not Markdown text", 1, 1),
        (
            b"a" * (LARGEST + 100_000),
            "has 10.1 MB, more than the 10 MB of the largest document",
            1,
            1,
        ),
    ],
    ids=["latin-1", "after wide text", "after a mark", "nul", "utf-16", "large"],
)
def test_what_is_no_text(data: bytes, message: str, line: int, column: int, tmp_path: Path) -> None:
    problem = decode_source(data)
    assert isinstance(problem, Unreadable)
    assert (problem.message, problem.line, problem.column) == (message, line, column)
    assert problem.help
    path = tmp_path / "a.md"
    path.write_bytes(data)
    assert read_source(path) == problem


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    missing = read_source(tmp_path / "none.md")
    assert isinstance(missing, Unreadable)
    assert missing.message == "cannot be read: No such file or directory"
    folder = read_source(tmp_path)
    assert isinstance(folder, Unreadable)
    assert folder.message.startswith("cannot be read: ")
