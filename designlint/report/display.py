"""How wide text is on a terminal, and text broken to a width."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from designlint.report.escape import escaped, is_unsafe

CUT = "…"
"""Stands for what was left out."""

_TAB = 4


def width_of(text: str) -> int:
    """The number of terminal cells that printable `text` takes."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


@lru_cache(1024)
def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def as_shown(text: str) -> tuple[Sequence[str], Sequence[int]]:
    """What to print for each code point of a source line, and the cells that it takes.

    Tabs are expanded, controls escaped.
    """
    if text.isascii() and text.isprintable():
        return text, [1] * len(text)
    shown: list[str] = []
    column = 0
    for character in text:
        if character == "\t":
            printed = " " * (_TAB - column % _TAB)
        elif is_unsafe(character):
            printed = escaped(character)
        else:
            printed = character
        shown.append(printed)
        column += width_of(printed)
    return shown, [width_of(each) for each in shown]


def wrap(text: str, first: int, rest: int) -> list[str]:
    """`text` in lines of at most `first` cells, then `rest`; words wider than that are cut."""
    if len(text) <= first and text.isascii() and not text.startswith(" "):
        return [text]
    lines: list[str] = []
    line, room = "", max(first, 1)
    rest = max(rest, 2)
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if width_of(joined) <= room:
            line = joined
            continue
        if line:
            lines.append(line)
            room = rest
        while len(head := _head(word, room)) < len(word):
            lines.append(head)
            word, room = word[len(head) :], rest
        line = word
    return [*lines, line] if line or not lines else lines


def shortened(text: str, room: int, head: float = 0.5) -> str:
    """`text` in at most `room` cells, at least 3; `head` is the share kept of its start."""
    if width_of(text) <= room:
        return text
    room = max(room, 3) - 1
    left = _head(text, int(room * head)) if head else ""
    right = _head(text[::-1], room - width_of(left))[::-1]
    return f"{left}{CUT}{right}"


def _head(word: str, room: int) -> str:
    """As many characters of `word` as fit into `room` cells, at least one."""
    if word.isascii():
        return word[: max(room, 1)]
    used = 0
    for at, character in enumerate(word):
        used += _cells(character)
        if used > room and at:
            return word[:at]
    return word
