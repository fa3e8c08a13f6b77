"""Footnotes, GitHub's way: `text[^1]`, and `[^1]: the note` on a line of its own."""

from collections.abc import Iterator

from msgspec import Struct

from designlint.document.blocks import Leaf
from designlint.document.document import Document
from designlint.document.inline import InlineKind
from designlint.document.lookup import innermost_at, places_of
from designlint.document.span import Span
from designlint.expressions import expression

_NOTE = expression(r"(?<!\\)\[\^(?P<label>[^\[\]\s^]+)\]")
_DEFINED = expression(r"[ \t>]*(?:[-*+][ \t]+)?\[\^(?P<label>[^\[\]\s^]+)\]:")


class Footnote(Struct, frozen=True):
    """A reference to a footnote that nothing defines."""

    span: Span
    label: str


def undefined_footnotes(document: Document) -> Iterator[Footnote]:
    """References to footnotes that are not there, in document order.

    `[^a-z]` is a pattern to most, so that a word counts only where the document has footnotes; a
    number always does.
    """
    text, lines = document.text, document.lines
    notes = list(places_of(text, "[^"))
    starts = {lines.start_of(lines.position(at).line) for at in notes}
    definitions = filter(None, (_DEFINED.match(text, start) for start in starts))
    defined = {match["label"].casefold() for match in definitions}
    for leaf in innermost_at(document.blocks, notes):
        if not isinstance(leaf, Leaf):
            continue
        content = document.content(leaf)
        for match in _NOTE.finditer(content.text):
            label = match["label"]
            known = label.casefold() in defined or not (defined or label.isdecimal())
            if known or content.text[match.end() : match.end() + 1] in (
                "(",
                "[",
                ":",
                "+",
                "*",
                "]",
            ):
                continue
            span = content.span(*match.span())
            if not any(
                inline.kind in (InlineKind.CODE, InlineKind.LINK) and inline.span.encloses(span)
                for inline in document.inlines(leaf)
            ):
                yield Footnote(span, label)
