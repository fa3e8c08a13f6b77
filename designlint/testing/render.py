"""Diagnostics as the text of a `findings` fence."""

from collections.abc import Iterable

from designlint.document.span import Position
from designlint.finding import Diagnostic
from designlint.report.escape import safe

_HELP = "  help: "
# Four columns: however a line of help starts, it cannot close the fence that it stands in.
_MORE = "    "


def render_findings(diagnostics: Iterable[Diagnostic]) -> str:
    """`3:1-3:14 error empty-field: message` for each, with its help and notes indented below."""
    return "".join(
        line + "\n"
        for each in sorted(diagnostics, key=lambda each: each.sort_key)
        for line in _lines(each)
    )


def _lines(each: Diagnostic) -> Iterable[str]:
    yield f"{_range(each.start, each.end)} {each.severity.value} {each.rule}: {safe(each.message)}"
    yield from help_lines(each.help)
    for note in each.notes:
        yield f"  note {_range(note.start, note.end)}: {safe(note.message)}"


def help_lines(text: str) -> Iterable[str]:
    """The lines of a help text, indented; none where there is no help."""
    first, *more = text.split("\n")
    if text:
        yield _HELP + safe(first)
        yield from (_MORE + safe(line) if line else "" for line in more)


def _range(start: Position, end: Position) -> str:
    return f"{start.line}:{start.column}-{end.line}:{end.column}"
