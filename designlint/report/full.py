"""The `full` format: each diagnostic with its source, for people at a terminal."""

from collections.abc import Iterator, Sequence

from designlint.finding import Diagnostic, DiagnosticNote
from designlint.report.colours import COLOURS, Style, style
from designlint.report.display import width_of, wrap
from designlint.report.escape import safe
from designlint.report.frame import Gutter, Row, frame, last_line
from designlint.report.reporter import Reporter, View
from designlint.report.run import Run
from designlint.report.summary import summary

_HANGING = 4
_NARROWEST = 40


def full_report(run: Run, width: int = 80, colour: bool = False) -> Iterator[str]:
    """The report in lines of at most `width` cells, with ANSI colours where `colour` is True.

    Each diagnostic is a piece, and so is the closing line.
    """
    writer = _Writer(max(width, _NARROWEST), style(colour))
    path, lines = "", [""]
    for diagnostic in run.diagnostics():
        if diagnostic.path != path:
            path, lines = diagnostic.path, run.sources.get(diagnostic.path, "").split("\n")
        yield writer.diagnostic(diagnostic, lines) + "\n"
    yield writer.line(safe(summary(run)))


class _Writer:
    def __init__(self, width: int, style: Style) -> None:
        self._width = width
        self._style = style

    def line(self, text: str) -> str:
        """`text`, wrapped, with the line feed."""
        return "\n".join(wrap(text, self._width, self._width)) + "\n"

    def diagnostic(self, each: Diagnostic, lines: Sequence[str]) -> str:
        """Everything about one diagnostic, with a final line feed."""
        deepest = last_line(each.start, each.end)
        own = [last_line(note.start, note.end) for note in each.notes if note.path == each.path]
        deepest = max(deepest, *own, 10)
        gutter = Gutter(len(str(deepest)))
        colour = COLOURS.get(each.severity, "white")
        rows = frame(lines, each.start, each.end, gutter, self._width, "^")
        text = self._header(each, colour)
        if rows:
            text += self._gutter(gutter.blank().rstrip()) + "\n" + self._rows(rows, colour)
        for note in each.notes:
            if note.path == each.path:
                text += self._note(note, lines, gutter)
            else:
                place = f"{note.path}:{note.start.line}:{note.start.column}"
                text += self._bullet("note", f"{place}: {note.message}", gutter)
        if each.help:
            text += self._bullet("help", each.help, gutter)
        return text

    def _header(self, each: Diagnostic, colour: str) -> str:
        place = f"{safe(each.path)}:{each.start.line}:{each.start.column}:"
        label = f"{each.severity.value}[{each.rule}]"
        taken = width_of(place) + 1 + width_of(label) + 1
        head = f"{self._style(place, bold=True)} {self._style(label, colour, bold=True)}"
        message = safe(each.message)
        room = self._width - taken
        if room < _longest_word(message) and taken > _HANGING:
            # No room beside a long path: the message starts on a line of its own.
            body = wrap(message, self._width - _HANGING, self._width - _HANGING)
            return "\n".join([head, *(" " * _HANGING + row for row in body)]) + "\n"
        first, *rest = wrap(message, room, self._width - _HANGING)
        return "\n".join([f"{head} {first}", *(" " * _HANGING + row for row in rest)]) + "\n"

    def _rows(self, rows: Sequence[Row], colour: str) -> str:
        return "".join(
            self._gutter(row.gutter if row.text else row.gutter.rstrip())
            + (self._style(row.text, colour, bold=True) if row.marks else row.text)
            + "\n"
            for row in rows
        )

    def _gutter(self, text: str) -> str:
        return self._style(text, "blue")

    def _note(self, note: DiagnosticNote, lines: Sequence[str], gutter: Gutter) -> str:
        rows = frame(lines, note.start, note.end, gutter, self._width, "-")
        if not rows:
            return self._bullet("note", note.message, gutter)
        message = safe(note.message)
        under = rows[-1]
        if gutter.width + width_of(under.text) + 1 + width_of(message) <= self._width:
            rows[-1] = Row(under.gutter, f"{under.text} {message}", marks=True)
        else:
            room = self._width - gutter.width
            rows += [Row(gutter.blank(), part, marks=True) for part in wrap(message, room, room)]
        return self._gutter(gutter.skipped().rstrip()) + "\n" + self._rows(rows, "blue")

    def _bullet(self, label: str, message: str, gutter: Gutter) -> str:
        lead = f"{label}: "
        room = self._width - gutter.width - len(lead)
        parts: list[str] = []
        for line in message.split("\n"):
            parts += wrap(safe(line), room, room)
        indent = " " * (gutter.width + len(lead))
        start = self._gutter(gutter.bullet()) + self._style(lead, bold=True)
        return start + ("\n" + indent).join(parts) + "\n"


def _longest_word(text: str) -> int:
    return max((width_of(word) for word in text.split(" ")), default=0)


def _render(run: Run, view: View) -> str | Iterator[str]:
    if view.statistics:
        from designlint.report.statistics_report import statistics_report  # Seldom asked for.

        return statistics_report(run, view.width, view.colour)
    return full_report(run, view.width, view.colour)


REPORTER = Reporter(_render, for_people=True, completeness=False)
