"""Reading a file into text, or saying in one line why it cannot be one."""

import codecs
from pathlib import Path

from msgspec import Struct

from designlint import disk

LARGEST = 10_000_000
"""Bytes of the largest file that is taken for a design document."""


class Unreadable(Struct, frozen=True):
    """Why a file holds no document. `message` completes "this file …"; `line` is 1-based."""

    message: str
    help: str
    line: int = 1
    column: int = 1


def read_source(path: Path) -> str | Unreadable:
    """The text of the file at `path`; never raises for what the file is or holds."""
    content = read_content(path)
    return content if isinstance(content, Unreadable) else decode_source(content)


def read_content(path: Path) -> bytes | Unreadable:
    """The bytes of the file at `path`, if they can be read and are not too many."""
    try:
        content = disk.read_bytes(path, LARGEST + 1)
        return content if len(content) <= LARGEST else _too_large(path.stat().st_size)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Unreadable(f"cannot be read: {reason}", "Check that it exists and may be read.")


def decode_source(data: bytes) -> str | Unreadable:
    """`data` as UTF-8 text, a byte order mark left out."""
    if len(data) > LARGEST:
        return _too_large(len(data))
    nul = data.find(b"\0")
    if nul >= 0:
        what = "is UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "holds a NUL byte"
        line = data.count(b"\n", 0, nul) + 1
        return Unreadable(f"{what}, so it is not Markdown text", "Save it as UTF-8.", line)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        return Unreadable(
            f"is not UTF-8: byte 0x{data[error.start]:02x} is not valid here",
            "Save it as UTF-8.",
            line,
            column,
        )


def _too_large(size: int) -> Unreadable:
    return Unreadable(
        f"has {size / 1e6:.1f} MB, more than the {LARGEST / 1e6:.0f} MB of the largest document",
        "Exclude it if it is not a design document, or split it.",
    )
