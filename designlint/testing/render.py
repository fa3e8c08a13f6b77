"""Diagnostics as the text of a `findings` fence."""

from collections.abc import Iterable

from designlint.document.span import Position
from designlint.finding import Diagnostic
from designlint.report.escape import safe

_HELP = "  help: "
# Four columns: however a line of help starts, it cannot close the fence that it stands in.
_MORE = "    "


def render_findings(diagnostics: Iterable[Diagnostic], own: str) -> str:
    """`3:1-3:14 error empty-field: message` for each, with its help and notes indented below.

    What is in another document than `own` stands behind its path: `b.md:3:1-3:14 error …`.
    """
    return "".join(
        line + "\n"
        for each in sorted(diagnostics, key=lambda each: (each.path != own, each.sort_key))
        for line in _lines(each, own)
    )


def _lines(each: Diagnostic, own: str) -> Iterable[str]:
    place = _prefix(each.path, own) + _range(each.start, each.end)
    yield f"{place} {each.severity.value} {each.rule}: {safe(each.message)}"
    yield from help_lines(each.help)
    for note in each.notes:
        place = _prefix(note.path, each.path) + _range(note.start, note.end)
        yield f"  note {place}: {safe(note.message)}"


def _prefix(path: str, own: str) -> str:
    return "" if path == own else f"{safe(path)}:"


def help_lines(text: str) -> Iterable[str]:
    """The lines of a help text, indented; none where there is no help."""
    first, *more = text.split("\n")
    if text:
        yield _HELP + safe(first)
        yield from (_MORE + safe(line) if line else "" for line in more)


def _range(start: Position, end: Position) -> str:
    return f"{start.line}:{start.column}-{end.line}:{end.column}"
