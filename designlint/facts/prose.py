"""How many words a reader finds in a section or a field.

Paragraphs, lists, tables and quotes have words; headings, code, comments, tags and the
targets of links have none. Counting ends at `enough`, so that long sections cost no more than
short ones.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from designlint.alignment.model import SectionMatch
from designlint.document import Document
from designlint.document.blocks import Block, Heading, Html, Leaf, Paragraph, walk
from designlint.document.comments import without_comments
from designlint.document.fields import Field, name_and_value
from designlint.document.html import without_tags
from designlint.document.normalise import count_words, word_counts
from designlint.document.span import Span
from designlint.expressions import expression

_MARKUP = expression(r"[\[<]")


def words_in_section(document: Document, match: SectionMatch, enough: int) -> int:
    """The words of a section and of those that belong below it; from `enough` on, some number."""
    blocks = match.actual.blocks if match.actual else ()
    opening = next((block for block in blocks if isinstance(block, Paragraph)), None)
    if opening and _at_least(enough).match(document.text, *opening.span):
        return enough
    return _up_to(enough, _of_section(document, match))


def words_in_field(document: Document, field: Field, enough: int) -> int:
    """The words of a field, its label left out."""
    return _up_to(enough, _of_field(document, field))


@lru_cache(maxsize=16)
def _at_least(count: int) -> re.Pattern[str]:
    """So many words in front of any link or tag: most sections open with more than is asked for."""
    other = r"[^\w\[<]*"
    return re.compile(rf"{other}(?:\w[^\s\[<]*\s{other}){{{count - 1}}}\w")


def _up_to(enough: int, counts: Iterator[int]) -> int:
    total = 0
    for count in counts:
        total += count
        if total >= enough:
            break
    return total


def _of_section(document: Document, match: SectionMatch) -> Iterator[int]:
    section = match.actual
    if section is None:
        return
    yield from _of_blocks(document, section.all_blocks())
    for child in match.children:
        # A section of the wrong level is torn out of its parent, and counts all the same.
        if child.actual is not None and not section.span.encloses(child.actual.span):
            yield from _of_section(document, child)


def _of_field(document: Document, field: Field) -> Iterator[int]:
    if field.section is not None:
        yield count_words(name_and_value(field.label)[1])
        yield from _of_blocks(document, field.section.all_blocks())
        return
    if field.value:
        own = Span(field.value[0].start, field.value[-1].end)
        yield from _of_blocks(document, (Paragraph(own, field.value),))
    yield from _of_blocks(document, field.blocks)


def _of_blocks(document: Document, blocks: Iterable[Block]) -> Iterator[int]:
    for top in blocks:
        for block in walk((top,)):
            if isinstance(block, Html):
                text = without_comments(block.span.slice(document.text))
                yield count_words(without_tags(text))
            elif isinstance(block, Leaf) and not isinstance(block, Heading):
                yield from _of_text(document, document.source(block))


def _of_text(document: Document, text: str) -> Iterator[int]:
    """The words before the first link or tag, which need no parsing, and those from there on."""
    at = _MARKUP.search(text)
    before = 0
    for count in word_counts(text[: at.start()] if at else text):
        before += count
        yield count
    if at:
        yield max(0, count_words(document.plain_text(text)) - before)
