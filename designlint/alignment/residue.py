"""What a document has kept of its template: placeholders, and the text that told what to write.

Found in the source text and not in the tree, since `1. [Option 1]: [Pros]` is a link definition
to CommonMark and renders as nothing.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from msgspec import Struct

from designlint.alignment.block_index import BlockIndex
from designlint.alignment.choices import find_choices
from designlint.alignment.model import Alignment
from designlint.document import Document
from designlint.document.blocks import CodeBlock, Definition, Html, Leaf, Paragraph
from designlint.document.fields import label_of
from designlint.document.front_matter import scalars
from designlint.document.inline import InlineKind
from designlint.document.normalise import fold, is_unspaced
from designlint.document.span import Span
from designlint.expressions import expression
from designlint.language.lexicon import Lexicon
from designlint.outline.marks import Marked, find_marked, is_placeholder, reads_as_placeholder
from designlint.outline.model import Mark, Outline
from designlint.outline.vocabulary import read_vocabulary

_NUMBERS = expression(r"\s*\d+")
_END = expression(r"[ \t]*[?!.:;,？！。：；、]*[ \t]*")
_OPENING = 3
_MARKDOWN = ("markdown", "md", "mdx")


class Leftover(Struct, frozen=True):
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
        *_in_headings(document, outline),
        *_in_front_matter(document, outline),
    ]

    def line(span: Span) -> int:
        return document.position(span.start).line

    rows_at = {line(span) for span, _ in rows}
    # What a box says that was not ticked does not concern anybody.
    unticked = [item.span for each in find_choices(document, alignment) for item in each.open]
    outside = {
        span
        for span in found
        if line(span) not in rows_at and not any(item.encloses(span) for item in unticked)
    }
    for _, spans in groupby(sorted(outside), key=line):
        group = _without_nested(spans)
        texts = tuple(" ".join(span.slice(document.text).split()) for span in group)
        yield Leftover(Span(group[0].start, group[-1].end), texts)


def _in_text(document: Document, outline: Outline) -> Iterator[Span]:
    known = {_generic(each.text) for each in outline.placeholders if each.mark is not None}
    candidates = list(find_marked(document.text, outline.marks))
    if not candidates:
        return
    blocks = BlockIndex(document)
    for marked in candidates:
        span = Span(marked.start, marked.end)
        block = blocks.at(marked.start)
        verbatim = _generic(span.slice(document.text)) in known
        if isinstance(block, Leaf):
            if not _is_glued(document.text, span) and _stays(
                document, block, marked, verbatim, outline.lexicon
            ):
                yield span
        elif verbatim and (block is None or isinstance(block, Definition)):
            yield span
        elif verbatim and isinstance(block, Html) and marked.mark is Mark.ANGLE:
            # `<What it is for>` on a line of its own is an HTML tag to CommonMark.
            yield span


def _stays(
    document: Document, leaf: Leaf, marked: Marked, verbatim: bool, lexicon: Lexicon
) -> bool:
    whole = _is_whole(document, leaf, marked)
    if not verbatim and not reads_as_placeholder(marked.inner, lexicon, whole=whole):
        return False
    return not any(
        inline.span.start <= marked.start and marked.end <= inline.span.end
        for inline in document.inlines(leaf)
        if inline.kind is not InlineKind.HTML or not _is_said(marked, verbatim)
    )


def _is_said(marked: Marked, verbatim: bool) -> bool:
    """Whether what may be an HTML tag is words in angle brackets: `<your name>`."""
    return marked.mark is Mark.ANGLE and (verbatim or "=" not in marked.inner)


@lru_cache(maxsize=4096)
def _generic(text: str) -> str:
    """`[Option 1]`, `[option 3]` and `[Option]` are the same placeholder."""
    return _NUMBERS.sub("", fold(text))


def _is_glued(text: str, span: Span) -> bool:
    """`list[int]`, `[re]write`: brackets that are part of a word."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    # Where words have no spaces between them, brackets have none around them either.
    glued = (each.isalnum() and not is_unspaced(each) for each in (before, after))
    return any(glued) or before in (")", "]")


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
        if " " in text and is_placeholder(text, alignment.outline.lexicon):
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
            text, below = field.actual.text(document), field.actual.blocks
            if text and read_vocabulary(text) == field.expected.vocabulary:
                yield _trimmed(document, field.actual.value[0])
            elif not text and below and isinstance(below[0], Paragraph):
                if read_vocabulary(document.source(below[0])) == field.expected.vocabulary:
                    yield below[0].span


def _unmarked(document: Document, alignment: Alignment) -> Iterator[Span]:
    """Values that are the template's own and stand in no marks: `Author: Your name`."""
    known = {
        fold(each.text)
        for each in alignment.outline.placeholders
        if each.mark is None and not (each.in_code or each.in_heading)
    }
    for field in alignment.fields:
        if field.actual is not None and field.actual.value:
            text, hint = fold(field.actual.text(document)), fold(field.expected.hint)
            if text and hint in known and (text == hint or _is_edited(text, hint)):
                yield _trimmed(document, field.actual.value[0])


def _is_edited(text: str, hint: str) -> bool:
    """Whether a value is the template's `(fill me in with …)` with something put into it."""
    if not all(each.startswith("(") and each.endswith(")") for each in (text, hint)):
        return False
    opening = hint.split()[:_OPENING]
    return len(opening) == _OPENING and text.split()[:_OPENING] == opening


def _in_front_matter(document: Document, outline: Outline) -> Iterator[Span]:
    """Values in the front matter that are still the template's."""
    hints = {key.name: key.hints for key in outline.keys if key.hints}
    if document.front_matter is None or not hints:
        return
    for scalar in scalars(document.front_matter):
        if fold(scalar.span.slice(document.text)) in hints.get(scalar.key, ()):
            yield scalar.span


def _in_headings(document: Document, outline: Outline) -> Iterator[Span]:
    """Headings that only stand in for one: `# Title`."""
    texts = {fold(each.text) for each in outline.placeholders if each.in_heading}
    for section in document.sections if texts else ():
        if section.heading is not None and fold(section.title) in texts:
            lines = section.heading.lines
            yield Span(lines[0].start, lines[-1].end)


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
