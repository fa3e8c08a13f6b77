"""Which lines end a paragraph, a quote or a table without a blank line between."""

from collections.abc import Callable

from designlint.document.scan.code import opens_fence
from designlint.document.scan.heading import is_heading
from designlint.document.scan.html_block import opens_html
from designlint.document.scan.lines import Lines
from designlint.document.scan.marker import list_marker
from designlint.document.scan.thematic_break import is_break
from designlint.document.scan.white_space import SPACES


def interrupts(lines: Lines, line: int, *, paragraph: bool = False) -> bool:
    """Whether `line` opens a block of its own, other than a table.

    A list interrupts a `paragraph` only if it counts from 1 and its first item is not empty.
    """
    opens = _OPENS.get(lines.head[line])
    return opens is not None and not lines.is_code(line) and opens(lines, line, paragraph)


def _opens_list(lines: Lines, line: int, paragraph: bool) -> bool:
    column = lines.column[line]
    if lines.list_margin >= 0 and column - lines.list_margin >= 4 and column < lines.margin:
        return False
    marker = list_marker(lines, line)
    if not marker:
        return False
    if not paragraph or column < lines.margin:
        return True
    if len(marker) > 1 and int(marker[:-1]) != 1:
        return False
    return bool(lines.text[lines.first[line] + len(marker) : lines.end[line]].strip(SPACES))


def _opens_list_or_break(lines: Lines, line: int, paragraph: bool) -> bool:
    return _opens_list(lines, line, paragraph) or is_break(lines, line)


_OPENS: dict[str, Callable[[Lines, int, bool], bool]] = {
    ">": lambda *_: True,
    "`": opens_fence,
    "~": opens_fence,
    "#": is_heading,
    "<": opens_html,
    "_": is_break,
    **dict.fromkeys("-*", _opens_list_or_break),
    **dict.fromkeys("+0123456789", _opens_list),
}
MARKS = frozenset(_OPENS)
"""The characters that a line which interrupts can begin with."""
