"""A register as a Markdown table, for minutes and issues."""

from collections.abc import Sequence
from urllib.parse import quote

from designlint.expressions import expression
from designlint.report.escape import safe
from designlint.report.registers.sheet import Sheet, SheetRow

_MARKUP = expression(r"[\\`*_{}\[\]<>#|~!&$]")


def markdown(sheet: Sheet) -> str:
    """A table with a link to each entry, then the closing line.

    Columns that no entry fills are left out. Whatever documents say is text here: no markup of
    theirs, HTML included, takes effect.
    """
    headings = [*(sheet.headings[at] for at in sheet.columns), sheet.headings[-1], "Where"]
    lines = [_line(headings), _line(["---"] * len(headings))]
    for row in sheet.rows:
        cells = (_text(row.cells[at]) for at in sheet.columns)
        lines.append(_line([*cells, _told(row), _link(row)]))
    return "\n".join([*lines, "", _text(sheet.summary)]) + "\n"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _text(text: str) -> str:
    return _MARKUP.sub(lambda match: f"\\{match[0]}", safe(text))


def _told(row: SheetRow) -> str:
    return "<br>".join(map(_text, (row.text, *row.below)))


def _link(row: SheetRow) -> str:
    place = row.origin.place
    return f"[{_text(row.where)}]({quote(place.path)}#L{place.start.line})"
