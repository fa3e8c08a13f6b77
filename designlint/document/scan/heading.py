"""ATX headings (CommonMark 4.2)."""

from designlint.document.blocks import Heading
from designlint.document.scan.lines import Lines
from designlint.document.span import new_span
from designlint.expressions import expression

_OPENING = expression(r"(#{1,6})(?:[ \t]\s*|\Z)")


def is_heading(lines: Lines, line: int, _paragraph: bool = True) -> bool:
    """Whether `line`, which is no code, is an ATX heading."""
    return _OPENING.match(lines.text, lines.first[line], lines.end[line]) is not None


def read_heading(lines: Lines, line: int, _end: int) -> Heading | None:
    """The ATX heading at `line`, if it is one."""
    opening = _OPENING.match(lines.text, lines.first[line], lines.end[line])
    if opening is None:
        return None
    lines.line = line + 1
    span = lines.span(line, line + 1)
    start = min(opening.end(), span.end)
    end = span.end
    if lines.text[end - 1] == "#":
        end = _before_closing_hashes(lines.text, start, end)
    return Heading(span, (new_span((start, end)),), opening.end(1) - span.start)


def _before_closing_hashes(text: str, start: int, end: int) -> int:
    """Where a heading's text ends, if the `#`s at its end close it, which are after white space."""
    inner = text[start:end].rstrip("#")
    closed = not inner or inner[-1] in " \t"
    return start + len(inner.rstrip()) if closed else end
