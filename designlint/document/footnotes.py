"""Footnotes, GitHub's way: `text[^1]`, and `[^1]: the note` on a line of its own."""

import re
from collections.abc import Iterator

from msgspec import Struct

from designlint.document.document import Document
from designlint.document.inline import InlineKind
from designlint.document.span import Span
from designlint.expressions import expression

_NOTE = expression(r"(?<!\\)\[\^(?P<label>[^\[\]\s^]+)\]")
_DEFINED = expression(r"^[ \t>]*(?:[-*+][ \t]+)?\[\^(?P<label>[^\[\]\s^]+)\]:", re.MULTILINE)


class Footnote(Struct, frozen=True):
    """A reference to a footnote that nothing defines."""

    span: Span
    label: str


def undefined_footnotes(document: Document) -> Iterator[Footnote]:
    """References to footnotes that are not there, in document order.

    `[^a-z]` is a pattern to most, so that a word counts only where the document has footnotes; a
    number always does.
    """
    if "[^" not in document.text:
        return
    defined = {match["label"].casefold() for match in _DEFINED.finditer(document.text)}
    for leaf in document.leaves:
        source = document.source(leaf)
        if "[^" not in source:
            continue
        lines = document.content(leaf)
        for match in _NOTE.finditer(lines.text):
            label = match["label"]
            known = label.casefold() in defined or not (defined or label.isdecimal())
            if known or lines.text[match.end() : match.end() + 1] in ("(", "[", ":", "+", "*", "]"):
                continue
            span = lines.span(*match.span())
            if not any(
                inline.kind in (InlineKind.CODE, InlineKind.LINK) and inline.span.encloses(span)
                for inline in document.inlines(leaf)
            ):
                yield Footnote(span, label)
