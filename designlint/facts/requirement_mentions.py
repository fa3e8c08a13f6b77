"""Requirements that a document says it addresses."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from designlint.document import Document
from designlint.document.blocks import Block, CodeBlock, ListBlock, Quote, Row
from designlint.document.comments import comment_spans
from designlint.document.fields import Field, FieldForm, fields_in
from designlint.document.front_matter import scalars
from designlint.document.normalise import name_key
from designlint.document.span import Span
from designlint.document.span_set import SpanSet
from designlint.expressions import expression
from designlint.facts.requirement_ids import RequirementId, Written, ids_between
from designlint.facts.requirement_names import addressing_sections, is_addressing
from designlint.language.lexicon import Lexicon
from designlint.language.patterns import alternation
from designlint.language.phrases import is_pending, says_nothing

_TARGET = expression(r"\]\([^()\n]*\)|https?://[^\s<>)]+")
_MARKS = r"(?:\]\([^()\n]{0,200}\)|[*_`\[\]\s])*"


class Mention(Struct, frozen=True):
    """An id where a document says that it addresses it.

    `covers` are the ids that it stands for: itself, those of a range that it opens, and none
    where a row names it and says nothing of it.
    """

    id: RequirementId
    span: Span
    covers: tuple[RequirementId, ...]


def find_mentions(
    document: Document,
    lexicon: Lexicon,
    written: Sequence[Written],
    defining: tuple[Span, ...],
) -> Iterator[Mention]:
    """The ids among `written` that the document says it addresses, in order.

    `defining` are the sections in which a column of ids defines them.
    """
    has_id = _finder([each.span.start for each in written])
    regions = SpanSet(_regions(document, lexicon, SpanSet(defining).holds, has_id)).holds
    named = [each for each in written if regions(each.span.start)]
    if not named:
        return
    hidden = SpanSet(_hidden(document)).holds
    named = [each for each in named if not hidden(each.span.start)]
    has_id = _finder([each.span.start for each in named])
    silent = SpanSet(_silent_rows(document, lexicon, has_id)).holds
    for at, each in enumerate(named):
        after = named[at + 1] if at + 1 < len(named) else None
        told = not silent(each.span.start)
        covers = _covered(document.text, each, after, lexicon) if told else ()
        yield Mention(each.id, each.span, covers)


def _finder(starts: Sequence[int]) -> Callable[[Span], bool]:
    """Whether a span holds any of the offsets `starts`, which are in order."""
    return lambda span: bisect_left(starts, span.start) < bisect_left(starts, span.end)


def _regions(
    document: Document,
    lexicon: Lexicon,
    defines: Callable[[int], bool],
    has_id: Callable[[Span], bool],
) -> Iterator[Span]:
    """Where ids are those of requirements that are addressed."""

    def addresses(name: str, at: int) -> bool:
        key = name_key(name)
        return (key in lexicon.requirement and not defines(at)) or is_addressing(key, lexicon)

    for section in addressing_sections(document, lexicon):
        yield section.span
    for section in (document.root, *document.sections):
        blocks = section.blocks
        if not blocks or not has_id(Span(blocks[0].span.start, blocks[-1].span.end)):
            continue
        for field in _fields(document, blocks):
            if addresses(field.label, field.span.start):
                yield from _values(field)
    for table in document.tables:
        for at, cell in enumerate(table.header.cells if has_id(table.span) else ()):
            if addresses(document.plain(cell), cell.span.start):
                yield from (row.cells[at].span for row in table.rows)
    if document.front_matter is not None:
        for scalar in scalars(document.front_matter):
            if addresses(scalar.key, scalar.span.start):
                yield scalar.span


def _fields(document: Document, blocks: tuple[Block, ...]) -> Iterator[Field]:
    """The fields among `blocks` and within their items and quotes."""
    yield from fields_in(document, blocks)
    for block in blocks:
        if isinstance(block, ListBlock):
            for item in block.items:
                yield from _fields(document, item.blocks[1:])
        elif isinstance(block, Quote):
            yield from _fields(document, block.blocks)


def _values(field: Field) -> Iterator[Span]:
    yield from field.value
    blocks = field.blocks
    if field.form is not FieldForm.ITEM:
        # What follows a line that has its value is text of its own.
        blocks = blocks[:1] if field.form is FieldForm.BOLD else ()
    yield from (block.span for block in blocks)


def _hidden(document: Document) -> Iterator[Span]:
    """Code blocks, comments and the targets of links."""
    yield from (block.span for block in document.flat if isinstance(block, CodeBlock))
    yield from comment_spans(document.text)
    yield from (Span(*match.span()) for match in _TARGET.finditer(document.text))


def _silent_rows(
    document: Document, lexicon: Lexicon, has_id: Callable[[Span], bool]
) -> Iterator[Span]:
    """The rows that have cells beside those with ids, and nothing in them."""

    def is_silent(row: Row) -> bool:
        beside = [document.plain(cell) for cell in row.cells if not has_id(cell.span)]
        return bool(beside) and all(
            says_nothing(text, lexicon) or is_pending(text, lexicon) for text in beside
        )

    for table in document.tables:
        if has_id(table.span):
            yield from (row.span for row in table.rows if has_id(row.span) and is_silent(row))


def _covered(
    text: str, written: Written, after: Written | None, lexicon: Lexicon
) -> tuple[RequirementId, ...]:
    """The id, or all of the range that it opens."""
    joining, number = _joiners(lexicon)
    end = written.span.end
    covers: tuple[RequirementId, ...] = ()
    if after is not None and joining.fullmatch(text, end, after.span.start):
        covers = ids_between(written.id, after.id.text)
    else:
        match = number.match(text, end)
        if match:
            covers = ids_between(written.id, match["number"])
    return covers or (written.id,)


@lru_cache(maxsize=16)
def _joiners(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands between the ends of a range; and what does before an end's number alone."""
    words = alternation(lexicon.ranges)
    marks = r"[-–—~～〜…]|\.{2,3}"
    return (
        re.compile(rf"{_MARKS}(?:{marks}|{words}){_MARKS}", re.IGNORECASE),
        # `REQ-1 – 2 steps` is no range: a dash before a number stands close.
        re.compile(
            rf"(?:[–—~～〜]|\s*(?:…|\.{{2,3}}|{words})\s*)(?P<number>\d{{1,6}})(?![\w-]|\.\d)",
            re.IGNORECASE,
        ),
    )
