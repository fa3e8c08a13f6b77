"""Links that lead into the repository: relative paths, and fragments of documents.

Most links of a document lead to other sites, which nobody here looks at. A scan of the raw text
finds the lines that may hold any other, so that inline content is parsed for those alone.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from urllib.parse import unquote

from msgspec import Struct

from designlint.document.blocks import Definition, Html, Leaf
from designlint.document.comments import comment_spans
from designlint.document.document import Document
from designlint.document.inline import Inline, InlineKind
from designlint.document.lookup import innermost_at
from designlint.document.scan.definition import label_key
from designlint.document.span import Span
from designlint.expressions import expression

_EXTERNAL = r"(?:[A-Za-z][A-Za-z0-9+.\-]*:|//)"
_ABSOLUTE = expression(_EXTERNAL)
# What a site generator fills in is no path yet.
_GENERATED = expression(r"(?:\$|\{|%7B)(?:\{|%7B)|(?:\{|%7B|<)%", re.IGNORECASE)
# Two expressions, since each opens with text of its own, which makes a scan ten times as quick.
_TARGETED = expression(rf"\]\((?![ \t\n]*<?{_EXTERNAL})")
_TAGGED = expression(r"<(?:a|img)\b", re.IGNORECASE)
_TAG = expression(
    r"<(?:a[ \t\n][^<>]*?\bhref|img[ \t\n][^<>]*?\bsrc)[ \t]*=[ \t]*"
    r"(?:\"(?P<double>[^\"<>\n]*)\"|'(?P<single>[^'<>\n]*)')",
    re.IGNORECASE,
)
_DESTINATION = expression(r"[ \t]*(?:\n[ \t>]*)?(?:<(?P<angled>[^<>\n]*)>|(?P<bare>\S+))")
_DEFINED = expression(r"\]:[ \t]*\n?[ \t>]*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>\S+))")
_BRACKETED = expression(r"\[(?P<label>[^\[\]]+)\]")
# What a quote puts before a label's second line.
_QUOTING = expression(r"\n[ \t>]*")
_LABEL = expression(r"\]\[(?P<label>[^\[\]\n^]+)\]")
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
    text, references = document.text, document.references

    def is_undefined(label: str) -> bool:
        return label_key(label) not in references

    labels = _LABEL.finditer(text)
    candidates = [match.start() for match in labels if is_undefined(match["label"])]
    for leaf in innermost_at(document.blocks, candidates):
        if not isinstance(leaf, Leaf):
            continue
        lines = document.content(leaf)
        found = [each for each in _DANGLING.finditer(lines.text) if is_undefined(each["label"])]
        taken = [inline.span for inline in document.inlines(leaf)] if found else []
        for match in found:
            span = lines.span(*match.span())
            if not any(each.start < span.end and span.start < each.end for each in taken):
                yield Dangling(span, match["label"])


def is_local(target: str) -> bool:
    """Whether a link's target is a path or fragment, and no address or template of one."""
    return not _ABSOLUTE.match(target) and not _GENERATED.search(target)


def _links(document: Document) -> Iterator[Link]:
    """The links in an order of their own: definitions stand after all others."""
    used: set[str] = set()
    direct = [
        match.start()
        for candidates in (_TARGETED, _TAGGED)
        for match in candidates.finditer(document.text)
    ]
    for block in innermost_at(document.blocks, sorted(direct)):
        if isinstance(block, Html):
            yield from _in_html(document, block)
        elif isinstance(block, Leaf):
            yield from _in_leaf(document, block, used)
    for leaf in _naming(document, used):
        yield from _in_leaf(document, leaf, used)
    yield from _definitions(document, used)


def _in_leaf(document: Document, leaf: Leaf, used: set[str]) -> Iterator[Link]:
    """The links in a leaf that have their targets with them; the labels of others are `used`."""
    for inline in document.inlines(leaf):
        if inline.label:
            used.add(inline.label)
        else:
            yield from _inline(document, inline)


def _naming(document: Document, used: set[str]) -> Iterator[Leaf]:
    """The leaves that may name definitions which lead into the repository and are not `used` yet.

    Takes account of what is added to `used` between two of them.
    """
    labels = {
        label.casefold(): label
        for label, definition in document.references.items()
        if is_local(definition["href"]) and not label.startswith("^")
    }
    if not labels:
        return
    bracketed = dict.fromkeys(_BRACKETED.findall(document.text))
    named = {said: label for said in bracketed if (label := labels.get(_unquoted(said)))}
    lines = [document.references[label]["map"][0] + 1 for label in labels.values()]
    definitions = frozenset(map(document.lines.start_of, lines))
    for match in _BRACKETED.finditer(document.text):
        label = named.get(match["label"])
        if label and label not in used and match.start() not in definitions:
            for block in innermost_at(document.blocks, [match.start()]):
                if isinstance(block, Leaf):
                    yield block


def _unquoted(label: str) -> str:
    """The key of a label that may stand on two lines of a quote."""
    if label.isprintable() and "  " not in label:
        return label.strip(" ").casefold()  # As most are: no other space is printable.
    if "\n" in label:
        label = _QUOTING.sub(" ", label)
    return " ".join(label.casefold().split())


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
    for label in used:
        definition = document.references[label]
        # To CommonMark a footnote of one word is a definition.
        if label.startswith("^") or not is_local(definition["href"]):
            continue
        first, last = definition["map"]
        start, end = document.lines.start_of(first + 1), document.lines.end_of(max(last, first + 1))
        match = _DEFINED.search(document.text, start, end)
        if match is None:
            continue
        for block in innermost_at(document.blocks, [match.start()]):
            if isinstance(block, Definition):
                yield Link(LinkKind.DEFINITION, _group(match, 0), definition["href"])


def _group(match: re.Match[str], base: int) -> Span:
    start, end = match.span("angled" if match["angled"] is not None else "bare")
    return Span(base + start, base + end)
