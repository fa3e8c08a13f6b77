"""Links that lead into the repository: relative paths, and fragments of documents.

Most links of a document lead to other sites, which nobody here looks at. A scan of the raw text
finds the lines that may hold any other, so that inline content is parsed for those alone.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from urllib.parse import unquote

from markdown_it.common.utils import normalizeReference
from msgspec import Struct

from designlint.document.blocks import Definition, Html, Leaf
from designlint.document.comments import comment_spans
from designlint.document.document import Document
from designlint.document.inline import Inline, InlineKind
from designlint.document.span import Span
from designlint.expressions import expression

_EXTERNAL = r"(?:[A-Za-z][A-Za-z0-9+.\-]*:|//)"
_ABSOLUTE = expression(_EXTERNAL)
# What a site generator fills in is no path yet.
_GENERATED = expression(r"(?:\$|\{|%7B)(?:\{|%7B)|(?:\{|%7B|<)%", re.IGNORECASE)
_CANDIDATE = expression(rf"\]\((?![ \t\n]*<?{_EXTERNAL})|<(?:a|img)\b", re.IGNORECASE)
_TAG = expression(
    r"<(?:a[ \t\n][^<>]*?\bhref|img[ \t\n][^<>]*?\bsrc)[ \t]*=[ \t]*"
    r"(?:\"(?P<double>[^\"<>\n]*)\"|'(?P<single>[^'<>\n]*)')",
    re.IGNORECASE,
)
_DESTINATION = expression(r"[ \t]*(?:\n[ \t>]*)?(?:<(?P<angled>[^<>\n]*)>|(?P<bare>\S+))")
_DEFINED = expression(r"\]:[ \t]*\n?[ \t>]*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>\S+))")
_BRACKETED = expression(r"\[(?P<label>[^\[\]]+)\]")
_DANGLING = expression(r"(?<![\w\]\\!])\[(?P<text>[^\[\]\n]+)\]\[(?P<label>[^\[\]\n^]+)\]")


class LinkKind(StrEnum):
    """What leads there: a link, an image, or a definition that either may refer to."""

    LINK = "link"
    IMAGE = "image"
    DEFINITION = "definition"


class Link(Struct, frozen=True):
    """A link that leads into the repository.

    `span` covers the destination as it is written, or the whole link where that is empty;
    `target` is the destination, percent-encoded (CommonMark 6.3), `path`, `query` and `fragment`
    its parts, decoded. A definition (CommonMark 4.7) counts once, where something refers to it.
    """

    kind: LinkKind
    span: Span
    target: str

    @property
    def path(self) -> str:
        """The path to a file or folder, decoded; empty for the document itself."""
        return unquote(self.target.partition("#")[0].partition("?")[0])

    @property
    def query(self) -> str:
        """What stands between `?` and `#`."""
        return self.target.partition("#")[0].partition("?")[2]

    @property
    def fragment(self) -> str:
        """What follows `#`, decoded."""
        return unquote(self.target.partition("#")[2])


class Dangling(Struct, frozen=True):
    """`[text][label]` whose label nothing defines, so that readers see its brackets."""

    span: Span
    label: str


def find_links(document: Document) -> tuple[Link, ...]:
    """The links of a document that lead into the repository, in document order."""
    found = {link.span: link for link in _links(document)}
    return tuple(found[span] for span in sorted(found))


def find_dangling(document: Document) -> Iterator[Dangling]:
    """References to link definitions that are not there, in document order."""
    if "][" not in document.text:
        return
    for leaf in document.leaves:
        if "][" not in document.text[leaf.span.start : leaf.span.end]:
            continue
        lines = document.content(leaf)
        found = [
            match
            for match in _DANGLING.finditer(lines.text)
            if normalizeReference(match["label"]) not in document.references
        ]
        taken = [inline.span for inline in document.inlines(leaf)] if found else []
        for match in found:
            span = lines.span(*match.span())
            if not any(each.start < span.end and span.start < each.end for each in taken):
                yield Dangling(span, match["label"])


def is_local(target: str) -> bool:
    """Whether a link's target is a path or fragment, and no address or template of one."""
    return not _ABSOLUTE.match(target) and not _GENERATED.search(target)


def _links(document: Document) -> Iterator[Link]:
    text = document.text
    candidates = [match.start() for match in _CANDIDATE.finditer(text)]
    labels = frozenset(
        label.casefold()
        for label, definition in document.references.items()
        if is_local(definition["href"]) and not label.startswith("^")
    )
    if not candidates and not labels:
        return
    used: set[str] = set()
    for leaf in document.leaves:
        first = bisect_right(candidates, leaf.span.start - 1)
        near = first < len(candidates) and candidates[first] < leaf.span.end
        if not near and not (labels and _mentions(document, leaf, labels)):
            continue
        for inline in document.inlines(leaf):
            if inline.label:
                used.add(inline.label)
            else:
                yield from _inline(document, inline)
    for block in document.flat:
        if isinstance(block, Html):
            yield from _in_html(document, block)
    yield from _definitions(document, used)


def _mentions(document: Document, leaf: Leaf, labels: frozenset[str]) -> bool:
    if "[" not in document.text[leaf.span.start : leaf.span.end]:
        return False
    named = _BRACKETED.finditer(document.source(leaf).casefold())
    return any(" ".join(match["label"].split()) in labels for match in named)


def _inline(document: Document, inline: Inline) -> Iterator[Link]:
    raw = inline.span.slice(document.text)
    if inline.kind is InlineKind.HTML:
        yield from _tags(document, inline.span)
    elif inline.kind in (InlineKind.LINK, InlineKind.IMAGE) and is_local(inline.target):
        kind = LinkKind.IMAGE if inline.kind is InlineKind.IMAGE else LinkKind.LINK
        at = raw.rfind("](") + 2
        match = _DESTINATION.match(raw, at, len(raw) - 1) if inline.target else None
        span = _group(match, inline.span.start) if match else inline.span
        yield Link(kind, span, inline.target)


def _in_html(document: Document, block: Html) -> Iterator[Link]:
    if block.blank:
        return
    at = block.span.start
    for comment in comment_spans(document.text, *block.span):
        yield from _tags(document, Span(at, comment.start))
        at = comment.end
    yield from _tags(document, Span(at, block.span.end))


def _tags(document: Document, within: Span) -> Iterator[Link]:
    for match in _TAG.finditer(document.text, *within):
        name = "double" if match["double"] is not None else "single"
        target = match[name]
        if is_local(target):
            span = Span(*match.span(name)) if target else Span(*match.span())
            image = match[0][:4].lower() == "<img"
            yield Link(LinkKind.IMAGE if image else LinkKind.LINK, span, target)


def _definitions(document: Document, used: set[str]) -> Iterator[Link]:
    """The definitions that something refers to, each once."""
    blocks = [block for block in document.flat if isinstance(block, Definition)] if used else []
    for label in used:
        definition = document.references[label]
        # To CommonMark a footnote of one word is a definition.
        if label.startswith("^") or not is_local(definition["href"]):
            continue
        first, last = definition["map"]
        start, end = document.lines.start_of(first + 1), document.lines.end_of(max(last, first + 1))
        match = _DEFINED.search(document.text, start, end)
        if match is not None and any(block.span.holds(match.start()) for block in blocks):
            yield Link(LinkKind.DEFINITION, _group(match, 0), definition["href"])


def _group(match: re.Match[str], base: int) -> Span:
    start, end = match.span("angled" if match["angled"] is not None else "bare")
    return Span(base + start, base + end)
