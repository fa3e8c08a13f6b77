"""Statistics as three tables, in place of the findings of the formats for people."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from designlint.report.colours import COLOURS, Style, style
from designlint.report.display import shortened, wrap
from designlint.report.escape import safe
from designlint.report.run import Run
from designlint.report.statistics import (
    DocumentRow,
    RuleRow,
    SectionRow,
    Tally,
    Where,
    statistics,
)
from designlint.report.summary import summary

_NARROWEST = 60
_GAP = "  "
_DOCUMENT = "document"
_COLUMNS = {f"{severity.value}s": colour for severity, colour in COLOURS.items()}
_NAMELESS = {
    Where.ABOVE: "(above the first section)",
    Where.OTHER: "(sections that the template does not have)",
}

_Row = tuple[str, ...]
"""The cells of a row: numbers, and at last a name."""


def statistics_report(run: Run, width: int = 80, colour: bool = False) -> str:
    """The report in lines of at most `width` cells, 60 at least, with colours where `colour`.

    The tables are by document, by rule and by section; those without rows are left out.
    """
    numbers = statistics(run)
    tables = [
        (("filled", *_COLUMNS, _DOCUMENT), list(map(_document, numbers.documents))),
        (("found", *_COLUMNS, "documents", "rule"), list(map(_rule, numbers.rules))),
        *_section_tables(numbers.sections),
    ]
    width = max(width, _NARROWEST)
    paint = style(colour)
    lines: list[str] = []
    for heads, rows in tables:
        if rows:
            lines += [*_table(heads, rows, width, paint), ""]
    return "\n".join([*lines, *wrap(safe(summary(run)), width, width)]) + "\n"


def _document(row: DocumentRow) -> _Row:
    return _percent(row.completeness), *_counts(row.tally), row.path


def _rule(row: RuleRow) -> _Row:
    return str(row.tally.all), *_counts(row.tally), str(row.documents), row.rule


def _section_tables(rows: Iterable[SectionRow]) -> Iterator[tuple[_Row, list[_Row]]]:
    """One table for each document type, which is named where there are several."""
    by_type = [(name, list(group)) for name, group in groupby(rows, key=lambda r: r.type_name)]
    for name, group in by_type:
        of = f" of {name}" if name and len(by_type) > 1 else ""
        yield ("filled", "expected in", "findings", f"section{of}"), list(map(_section, group))


def _section(row: SectionRow) -> _Row:
    name = _NAMELESS.get(row.where, row.title)
    return _percent(row.share), str(row.documents), str(row.findings), name


def _counts(tally: Tally) -> tuple[str, ...]:
    return str(tally.errors), str(tally.warnings), str(tally.infos)


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{round(share * 100)}%"


def _table(heads: _Row, rows: list[_Row], width: int, paint: Style) -> Iterator[str]:
    """The lines of a table: numbers to the right, names as far as there is room for them."""
    columns = zip(heads[:-1], *(row[:-1] for row in rows), strict=True)
    widths = [max(map(len, cells)) for cells in columns]
    room = width - sum(widths) - len(_GAP) * len(widths)
    titles = (head.rjust(cells) for head, cells in zip(heads, widths, strict=False))
    yield paint(_GAP.join((*titles, shortened(safe(heads[-1]), room))), bold=True)
    # The end of a path tells it from others.
    head = 0 if heads[-1] == _DOCUMENT else 0.5
    for row in rows:
        numbers = (
            paint(number.rjust(cells), _COLUMNS.get(column) if number != "0" else None)
            for number, cells, column in zip(row, widths, heads, strict=False)
        )
        yield _GAP.join((*numbers, shortened(safe(row[-1]), room, head)))
