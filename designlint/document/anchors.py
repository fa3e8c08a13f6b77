"""The anchors of a document: what a `#fragment` can lead to, as GitHub gives them out.

A heading's anchor is its text in lower case, without all that is neither letter, mark, digit,
connector (`_`), hyphen nor space, its spaces as hyphens; of headings with the same text the
second gets `-1` at its end. That is the rule of GitHub's table of contents filter, and of
github-slugger for the numbers.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

from designlint.document.blocks import Block, Heading, Html, Leaf, ListBlock, Quote
from designlint.document.comments import without_comments
from designlint.document.document import Document
from designlint.document.inline import INLINE_MARKUP, InlineKind, anchor_text
from designlint.document.lookup import innermost_at, places_of
from designlint.expressions import expression

_KEPT = ("Nd", "Pc")
_PLAIN = expression(r"[^a-z0-9_\- ]")
_ATTRIBUTE = expression(r"[ \t]*\{[ \t]*#(?P<id>[^\s{}]+)[^{}]*\}[ \t]*$")
_NAMED = expression(r"<[a-z][^<>]*?\s(?:id|name)\s*=\s*[\"']?(?P<id>[^\"'\s<>]+)", re.IGNORECASE)
_HTML_HEADING = expression(r"<(?P<close>/)?h[1-6]\b[^<>]*>", re.IGNORECASE)
_TAG = expression(r"<[^<>]*>")
# A picture's variation selector and joiner stay when the picture itself is dropped.
_INVISIBLE = str.maketrans(dict.fromkeys("\ufe0e\ufe0f\u200d", ""))


def anchors_of(document: Document) -> frozenset[str]:
    """Every anchor of a document, as `anchor_key` gives them."""
    given: dict[str, int] = {}
    found: set[str] = set()
    for block in _headings(document.blocks, []):
        if isinstance(block, Heading):
            raw = "\n".join([line.slice(document.text) for line in block.lines])
            attribute = _ATTRIBUTE.search(raw) if "{" in raw else None
            if attribute:
                # GitHub shows the braces; the sites that such documents are written for do not.
                found.add(anchor_key(attribute["id"]))
                found.add(_numbered(slug(_text(raw[: attribute.start()], document.references)), {}))
            found.add(_numbered(slug(_text(raw, document.references)), given))
        elif not block.blank:
            source = without_comments(block.span.slice(document.text))
            for title in _html_headings(source):
                found.add(_numbered(slug(title), given))
            found.update(anchor_key(match["id"]) for match in _NAMED.finditer(source))
    return frozenset(found | set(_named(document)))


def _headings(blocks: Iterable[Block], found: list[Heading | Html]) -> list[Heading | Html]:
    """`found` with the headings and the pieces of HTML among blocks and within them, in order."""
    for block in blocks:
        if type(block) is Heading or type(block) is Html:
            found.append(block)
        elif type(block) is ListBlock:
            for item in block.items:
                _headings(item.blocks, found)
        elif type(block) is Quote:
            _headings(block.blocks, found)
    return found


def slug(text: str) -> str:
    """GitHub's anchor for a heading whose text, without markup, is `text`."""
    lowered = text.strip().lower()
    if lowered.isascii():
        kept = _PLAIN.sub("", lowered)
    else:
        kept = "".join(filter(_is_kept, lowered)).translate(_INVISIBLE)
    return kept.replace(" ", "-")


def anchor_key(fragment: str) -> str:
    """A decoded fragment in the form in which it equals its anchor.

    GitHub looks a fragment up in lower case, too, and takes its own prefix off.
    """
    key = fragment.lower()
    if not fragment.isascii():
        key = unicodedata.normalize("NFC", fragment).lower().translate(_INVISIBLE)
    return key.removeprefix("user-content-")


def _numbered(base: str, given: dict[str, int]) -> str:
    """`base`, or with the first number behind it that makes it an anchor of its own."""
    anchor = base
    while anchor in given:
        given[base] += 1
        anchor = f"{base}-{given[base]}"
    given[anchor] = 0
    return anchor_key(anchor)


def _text(raw: str, references: dict[str, Any]) -> str:
    return anchor_text(raw, references) if INLINE_MARKUP.search(raw) else raw


def _html_headings(source: str) -> Iterator[str]:
    """The texts of `<h2>…</h2>` in HTML."""
    tags = list(_HTML_HEADING.finditer(source))
    for opening, closing in pairwise(tags):
        if closing["close"] and not opening["close"]:
            yield _TAG.sub("", source[opening.end() : closing.start()])


def _named(document: Document) -> Iterator[str]:
    """The anchors that inline HTML names: `<a id="…">`, `<a name="…">`."""
    if not _NAMED.search(document.text):
        return
    for leaf in innermost_at(document.blocks, places_of(document.text, "<")):
        if not isinstance(leaf, Leaf) or not _NAMED.search(document.source(leaf)):
            continue
        for inline in document.inlines(leaf):
            if inline.kind is InlineKind.HTML:
                match = _NAMED.match(inline.span.slice(document.text))
                if match:
                    yield anchor_key(match["id"])


@lru_cache(maxsize=4096)
def _is_kept(character: str) -> bool:
    category = unicodedata.category(character)
    return character in "- " or category[0] in "LM" or category in _KEPT
