"""What stands beside a place: it tells apart what reads the same twice in one section."""

from designlint.document.blocks import Item
from designlint.document.document import Document
from designlint.document.lookup import blocks_at
from designlint.document.normalise import words
from designlint.document.sections import Section
from designlint.document.span import Span

_REACH = 80


def surroundings(document: Document, section: Section, span: Span) -> str:
    """The words beside `span` in its lines, and of the first lines of the list items around it.

    `section` is the innermost one that holds the span. Numbers are left out, since others that
    come before may change them. A table row counts as one word, since rows are often alike. Empty
    where the span is the section's heading: that has its title.
    """
    if span == section.anchor:
        return ""
    text, lines = document.text, document.lines
    first = lines.start_of(lines.position(span.start).line)
    last = lines.end_of(lines.position(span.end).line)
    parts = [
        text[max(first, span.start - _REACH) : span.start],
        text[span.end : min(last, span.end + _REACH)],
    ]
    if text[first : first + 1] in " \t>":
        around = blocks_at(section.blocks, span.start)
        items = (block.span.start for block in around if isinstance(block, Item))
        parts += [_line(document, start) for start in items if start < first]
    found = [word for part in parts for word in words(part) if not word.isdigit()]
    return ("|" if text.startswith("|", first) else " ").join(found)


def _line(document: Document, start: int) -> str:
    end = document.lines.end_of(document.position(start).line)
    return document.text[start : min(end, start + _REACH)]
