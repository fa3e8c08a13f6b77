"""A register in a terminal.

Each entry has its short values in columns, its text beside them, and below them a line of its own
for `path:line`, which is never broken, so that terminals can follow it.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

import click

from designlint.report.display import width_of, wrap
from designlint.report.escape import safe
from designlint.report.registers.sheet import Sheet, SheetRow

_GAP = 2
_WIDEST_CELL = 14
_NARROWEST_TEXT = 24
_MOST_LINES = 4
_HANGING = 2


def table(sheet: Sheet, width: int = 80, colour: bool = False) -> str:
    """The register in lines of about `width` cells, with ANSI colours where `colour` is True.

    Columns that no entry fills are left out, and long texts are cut; the other formats have all.
    """
    if not sheet.rows:
        return f"{safe(sheet.summary)}\n"
    writer = _Writer(sheet, width, colour)
    rows = "\n\n".join("\n".join(writer.row(row)) for row in sheet.rows)
    summary = "\n".join(wrap(safe(sheet.summary), width, width))
    return f"{writer.head}\n{rows}\n\n{summary}\n"


class _Writer:
    def __init__(self, sheet: Sheet, width: int, colour: bool) -> None:
        headings = [sheet.headings[at].upper() for at in sheet.columns]
        widest = (max(width_of(safe(row.cells[at])) for row in sheet.rows) for at in sheet.columns)
        self._columns = [
            (at, max(min(size, _WIDEST_CELL), width_of(heading)))
            for at, size, heading in zip(sheet.columns, widest, headings, strict=True)
        ]
        self._indent = sum(size + _GAP for _, size in self._columns)
        self._room = max(width - self._indent, _NARROWEST_TEXT)
        longest = max(width_of(safe(row.where)) for row in sheet.rows)
        self._path_at = max(min(self._indent, width - longest), _GAP)
        self._width = width
        self._colour = colour
        titles = self._line([*headings, sheet.headings[-1].upper()])
        self.head = self._styled(titles, bold=True)

    def row(self, row: SheetRow) -> Iterator[str]:
        """The lines of one entry."""
        columns = [_clipped(safe(row.cells[at]), size, size) for at, size in self._columns]
        for at, parts in enumerate(zip_longest(*columns, self._text(row), fillvalue="")):
            line = self._line(parts)
            if at == 0 and line.startswith(parts[0]):
                line = self._styled(parts[0], fg=row.colour) + line[len(parts[0]) :]
            yield line
        yield self._place(row)

    def _text(self, row: SheetRow) -> list[str]:
        lines = _clipped(safe(row.text), self._room, self._room)
        for text in row.below:
            first, *others = _clipped(safe(text), self._room, self._room - _HANGING)
            lines += [first, *(" " * _HANGING + line for line in others)]
        return lines

    def _line(self, parts: Sequence[str]) -> str:
        padded = [
            part + " " * (size + _GAP - width_of(part))
            for part, (_, size) in zip(parts, self._columns, strict=False)
        ]
        return "".join([*padded, parts[-1]]).rstrip()

    def _place(self, row: SheetRow) -> str:
        where, title = safe(row.where), safe(row.origin.title)
        line = " " * self._path_at + self._styled(where, fg="cyan")
        room = self._width - self._path_at - width_of(where) - _GAP
        if title and title != safe(row.text) and width_of(title) <= room:
            line += " " * _GAP + self._styled(title, dim=True)
        return line

    def _styled(
        self, text: str, *, fg: str | None = None, bold: bool | None = None, dim: bool | None = None
    ) -> str:
        return click.style(text, fg=fg, bold=bold, dim=dim) if self._colour else text


def _clipped(text: str, first: int, rest: int) -> list[str]:
    """`text` in lines, cut after a few of them."""
    # More characters than fit are not looked at: a text may be as long as a document.
    longest = _MOST_LINES * (first + 1)
    lines = wrap(text[:longest], first, rest)
    if len(lines) <= _MOST_LINES and len(text) <= longest:
        return lines
    *whole, last = lines[:_MOST_LINES]
    return [*whole, f"{wrap(last, rest - 1, rest - 1)[0].rstrip('.')}…"]
