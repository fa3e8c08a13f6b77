"""What a document has kept of its template: placeholders, and the text that told what to write.

Found in the source text and not in the tree, since `1. [Option 1]: [Pros]` is a link definition
to CommonMark and renders as nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from designlint.alignment.model import Alignment
from designlint.document import Document
from designlint.document.blocks import Block, CodeBlock, Definition, Html, Leaf
from designlint.document.fields import label_of
from designlint.document.inline import InlineKind
from designlint.document.normalise import fold, squash
from designlint.document.span import Span
from designlint.outline.marks import Marked, find_marked, is_placeholder, reads_as_placeholder
from designlint.outline.model import Mark, Outline
from designlint.outline.vocabulary import read_vocabulary

_NUMBERS = re.compile(r"\s*\d+")
_END = re.compile(r"[ \t]*[?!.:;,]*[ \t]*")
_MARKDOWN = ("markdown", "md", "mdx")


@dataclass(frozen=True, slots=True)
class Leftover:
    """Placeholders on one line. `texts` are they, in order; `span` covers them all.

    `in_row` is set where the span is a whole table row that is still the template's.
    """

    span: Span
    texts: tuple[str, ...]
    in_row: bool = False


def find_placeholders(document: Document, alignment: Alignment) -> Iterator[Leftover]:
    """The placeholders that the document has kept, one leftover for each line of a block."""
    outline = alignment.outline
    rows = _template_rows(alignment)
    for span, alone in rows:
        if not alone:
            yield Leftover(span, (" ".join(span.slice(document.text).split()),), in_row=True)
    found = [
        *_in_text(document, outline),
        *_in_code(document, alignment),
        *_in_cells(document, alignment),
        *_unmarked(document, alignment),
    ]

    def line(span: Span) -> int:
        return document.position(span.start).line

    rows_at = {line(span) for span, _ in rows}
    outside = {span for span in found if line(span) not in rows_at}
    for _, spans in groupby(sorted(outside), key=line):
        group = _without_nested(spans)
        texts = tuple(" ".join(span.slice(document.text).split()) for span in group)
        yield Leftover(Span(group[0].start, group[-1].end), texts)


def find_instructions(document: Document, outline: Outline) -> Iterator[Span]:
    """The text in the document that is the template's instructions, one span for each run of it."""
    squashed = squash(document.text)
    found: set[Span] = set()
    for instruction in outline.instructions:
        for unit in instruction.units:
            if unit in squashed:
                found.update(_locate(document, unit))
    if not found:
        return
    blocks = _BlockIndex(document)
    texts = [squash(instruction.text) for instruction in outline.instructions]
    placed = ((blocks.at(span.start), span) for span in sorted(found))
    for block, group in groupby(placed, key=lambda pair: pair[0]):
        if not isinstance(block, CodeBlock):
            yield from _runs(document, texts, [span for _, span in group])


def _runs(document: Document, texts: list[str], spans: list[Span]) -> Iterator[Span]:
    """The spans of one block joined where all between them is the template's, too."""
    run = spans[0]
    for span in spans[1:]:
        joined = Span(run.start, max(run.end, span.end))
        between = squash(joined.slice(document.text))
        if span.start < run.end or any(between in text for text in texts):
            run = joined
        else:
            yield run
            run = span
    yield run


class _BlockIndex:
    """Finds the innermost leaf, code, HTML or definition at an offset; O(log blocks)."""

    def __init__(self, document: Document) -> None:
        kinds = (Leaf, CodeBlock, Html, Definition)
        self._blocks = [block for block in document.flat if isinstance(block, kinds)]
        self._starts = [block.span.start for block in self._blocks]

    def at(self, offset: int) -> Block | None:
        """The block, or None between blocks and in the front matter."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0:
            return None
        block = self._blocks[place]
        return block if offset < block.span.end else None


def _in_text(document: Document, outline: Outline) -> Iterator[Span]:
    known = {_generic(each.text) for each in outline.placeholders if each.mark is not None}
    candidates = list(find_marked(document.text, outline.marks))
    if not candidates:
        return
    blocks = _BlockIndex(document)
    for marked in candidates:
        span = Span(marked.start, marked.end)
        block = blocks.at(marked.start)
        verbatim = _generic(span.slice(document.text)) in known
        if isinstance(block, Leaf):
            if not _is_glued(document.text, span) and _stays(document, block, marked, verbatim):
                yield span
        elif verbatim and (block is None or isinstance(block, Definition)):
            yield span
        elif verbatim and isinstance(block, Html) and marked.mark is Mark.ANGLE:
            # `<What it is for>` on a line of its own is an HTML tag to CommonMark.
            yield span


def _stays(document: Document, leaf: Leaf, marked: Marked, verbatim: bool) -> bool:
    whole = _is_whole(document, leaf, marked)
    if not verbatim and not reads_as_placeholder(marked.inner, whole=whole):
        return False
    return not any(
        inline.span.start <= marked.start and marked.end <= inline.span.end
        for inline in document.inlines(leaf)
        if inline.kind is not InlineKind.HTML or not _is_said(marked, verbatim)
    )


def _is_said(marked: Marked, verbatim: bool) -> bool:
    """Whether what may be an HTML tag is words in angle brackets: `<your name>`."""
    return marked.mark is Mark.ANGLE and (verbatim or "=" not in marked.inner)


def _generic(text: str) -> str:
    """`[Option 1]`, `[option 3]` and `[Option]` are the same placeholder."""
    return _NUMBERS.sub("", fold(text))


def _is_glued(text: str, span: Span) -> bool:
    """`list[int]`, `[re]write`: brackets that are part of a word."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return before.isalnum() or before in (")", "]") or after.isalnum()


def _is_whole(document: Document, leaf: Leaf, marked: Marked) -> bool:
    """Whether the marks hold all of the leaf's text, its label left out."""
    text = document.text
    label = label_of(document, leaf)
    start = label.end() if label and label.end() <= marked.start else leaf.span.start
    if start == leaf.span.start:
        start = leaf.lines[0].start
    end = leaf.lines[-1].end
    return not text[start : marked.start].strip(" \t*_\"'") and (
        _END.fullmatch(text[marked.end : end].strip("*_\"'")) is not None
    )


def _in_code(document: Document, alignment: Alignment) -> Iterator[Span]:
    """Placeholders that fill a fence: the template's own, in any but a quotation of Markdown.

    Where the template wants a fence filled, a body that is nothing but one placeholder counts
    as well, whatever it says.
    """
    texts = {each.text for each in alignment.outline.placeholders if each.in_code}
    if any(text in document.text for text in texts):
        for block in document.flat:
            if isinstance(block, CodeBlock) and block.language.casefold() not in _MARKDOWN:
                for text in sorted(texts):
                    at = document.text.find(text, block.body.start, block.body.end)
                    if at >= 0:
                        yield Span(at, at + len(text))
    for wanted in _wanted_code(alignment):
        body = _trimmed(document, wanted.body)
        text = body.slice(document.text)
        if " " in text and is_placeholder(text):
            yield body


def _wanted_code(alignment: Alignment) -> Iterator[CodeBlock]:
    """The document's code blocks that the template asks for."""
    for section in alignment.sections:
        yield from (match.actual for match in section.codes if match.actual is not None)
    yield from (field.code for field in alignment.fields if field.code is not None)


def _in_cells(document: Document, alignment: Alignment) -> Iterator[Span]:
    """Cells and values that still list the whole vocabulary, as `High/Med/Low`."""
    for section in alignment.sections:
        for table in section.tables:
            for column, at in table.pairs():
                for row in table.data_rows:
                    cell = row.cells[at].span
                    listed = read_vocabulary(cell.slice(document.text))
                    if listed and listed == column.vocabulary:
                        yield cell
    for field in alignment.fields:
        if field.actual is not None and field.expected.vocabulary:
            text = field.actual.text(document)
            if text and read_vocabulary(text) == field.expected.vocabulary:
                yield _trimmed(document, field.actual.value[0])


def _unmarked(document: Document, alignment: Alignment) -> Iterator[Span]:
    """Values that are the template's own and stand in no marks: `Author: Your name`."""
    known = {
        fold(each.text)
        for each in alignment.outline.placeholders
        if each.mark is None and not each.in_code
    }
    for field in alignment.fields:
        if field.actual is not None and field.actual.value:
            text = field.actual.text(document)
            if text and fold(text) in known and fold(text) == fold(field.expected.hint):
                yield _trimmed(document, field.actual.value[0])


def _trimmed(document: Document, span: Span) -> Span:
    text = span.slice(document.text)
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))


def _template_rows(alignment: Alignment) -> list[tuple[Span, bool]]:
    """The template's rows in tables, and whether their table has no other."""
    return [
        (row.span, not table.data_rows)
        for section in alignment.sections
        for table in section.tables
        for row in table.template_rows
    ]


def _without_nested(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if not kept or not kept[-1].encloses(span):
            kept.append(span)
    return kept


def _locate(document: Document, unit: str) -> Iterator[Span]:
    pattern = r"[\s>]+".join(re.escape(word) for word in unit.split())
    for match in re.finditer(pattern, document.text, re.IGNORECASE):
        yield Span(match.start(), match.end())
