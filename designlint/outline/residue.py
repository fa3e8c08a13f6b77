"""What of a template must not survive in a document: its placeholders and its instructions."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from designlint.document.blocks import (
    Block,
    CodeBlock,
    Definition,
    Heading,
    Html,
    Item,
    Leaf,
    ListBlock,
    Paragraph,
    Quote,
    Table,
)
from designlint.document.comments import is_link_comment
from designlint.document.fields import name_and_value
from designlint.document.inline import InlineKind
from designlint.document.normalise import count_words, name_key, squash
from designlint.document.span import Span
from designlint.expressions import expression
from designlint.outline.boilerplate import is_tool_comment, kept_blocks
from designlint.outline.directives import COMMENT
from designlint.outline.elements import read_code
from designlint.outline.layout import marks_in
from designlint.outline.marks import BRACKETS, Marked, find_marked, has_placeholder
from designlint.outline.model import Demand, Instruction, Mark, Placeholder
from designlint.outline.source import TemplateSource
from designlint.outline.vocabulary import read_vocabulary

_SENTENCE_END = expression(r"(?<=[.!?])\s+|(?<=[。！？])\s*|\n\s*\n|\n\s*[-*+]\s+")
_LIST_MARKER = expression(r"\A(?:[-*+]|\d+[.)]|\[(?:comment|//)\]:[ \t]*#?)\s+", re.IGNORECASE)
_TAG = expression(r"<[^<>]*>")
_FEWEST_WORDS = 4


class Residue(Struct, frozen=True):
    """All placeholders and instructions of a template, in order."""

    placeholders: tuple[Placeholder, ...]
    instructions: tuple[Instruction, ...]


def read_residue(source: TemplateSource) -> Residue:
    """What the template has that its documents must not keep.

    Left out are what a `keep` directive names, the closing note, and boilerplate such as
    licences and RFC 2119.
    """
    found: list[Placeholder | Instruction] = list(_in_headings(source))
    for section in (source.document.root, *source.document.sections):
        blocks = section.blocks
        stay = kept_blocks(source, blocks)
        for at, block in enumerate(blocks):
            kept = source.directives_after(blocks, at).keep or source.is_closing_note(blocks, at)
            if not kept and at not in stay:
                found += _in_block(source, block)
    return Residue(
        tuple(
            each
            for each in found
            if isinstance(each, Placeholder) and not _is_set_value(source, each)
        ),
        tuple(
            each
            for each in found
            if isinstance(each, Instruction) and not source.lexicon.patterns.kept.search(each.text)
        ),
    )


def _in_headings(source: TemplateSource) -> Iterator[Placeholder | Instruction]:
    """What is to go from headings, and the headings that stand in for one as a whole."""
    patterns = source.lexicon.patterns
    title = source.document.title
    for section in source.document.sections:
        if section.heading is None:
            continue
        marked = list(_in_leaf(source, section.heading))
        yield from marked
        yield from _in_comments(source, _inline_comments(source, section.heading))
        dummy = (section is title and _is_stand_in(source, section.title)) or read_vocabulary(
            name_and_value(section.title)[1]
        )
        if not marked and (dummy or patterns.removable.search(section.title)):
            line = source.line_of(section.span.start)
            yield Placeholder(section.title, None, line, in_heading=True)


def _is_stand_in(source: TemplateSource, title: str) -> bool:
    """Whether a template's title only stands in for one, as does what its front matter repeats."""
    front_matter = source.document.front_matter
    repeated = front_matter.readable.get("title") if front_matter else None
    return source.lexicon.patterns.title.search(title) is not None or (
        isinstance(repeated, str) and name_key(repeated) == name_key(title)
    )


def _is_set_value(source: TemplateSource, each: Placeholder) -> bool:
    """`Next phase: Implementation plan`, above the first section, is what it is meant to be.

    Where placeholders stand in marks, that is, and nothing shows it to be a sample.
    """
    if each.mark is not None or each.in_code or each.in_heading or not source.layout.marked:
        return False
    first = next((s for s in source.document.sections if s is not source.document.title), None)
    above = first is None or each.line < source.line_of(first.span.start)
    return above and source.lexicon.patterns.sample.search(each.text) is None


def _in_block(source: TemplateSource, block: Block) -> Iterator[Placeholder | Instruction]:
    match block:
        case Paragraph():
            yield from _in_paragraph(source, block)
        case ListBlock():
            for item in block.items:
                # A box to tick stays, but for what stands in marks or is there as a sample.
                sample = source.lexicon.patterns.sample.search(source.text(item.span))
                for each in _in_block(source, item):
                    marked = isinstance(each, Placeholder) and each.mark is not None
                    if item.checked is None or sample or marked:
                        yield each
        case Item() | Quote():
            for child in block.blocks:
                yield from _in_block(source, child)
        case Table():
            for row in (block.header, *block.rows):
                for cell in row.cells:
                    yield from _in_leaf(source, cell)
        case Heading():
            yield from _in_leaf(source, block)
        case CodeBlock():
            code = read_code(source, block, Demand())
            if code is not None and code.placeholder:
                yield Placeholder(code.placeholder, None, code.line, in_code=True)
        case Html():
            yield from _in_comments(source, block.comments)
            yield from _in_html(source, block)
        case Definition():
            yield from _in_definition(source, block)


def _in_paragraph(source: TemplateSource, block: Paragraph) -> Iterator[Placeholder | Instruction]:
    found = list(_in_leaf(source, block))
    yield from found
    yield from _in_comments(source, _inline_comments(source, block))
    fields = source.fields_in((block,))
    for field in fields:
        text = field.text(source.document)
        if text and not has_placeholder(text) and not read_vocabulary(text):
            yield Placeholder(text, None, source.line_of(field.span.start))
    text = COMMENT.sub("", source.document.source(block)).strip()
    if not found and not fields and any(map(str.isalpha, _TAG.sub("", text))):
        yield _instruction(text, source.line_of(block.span.start))


def _inline_comments(source: TemplateSource, leaf: Leaf) -> tuple[Span, ...]:
    if "<!--" not in source.text(leaf.span):
        return ()
    return tuple(
        inline.span
        for inline in source.document.inlines(leaf)
        if inline.kind is InlineKind.HTML and source.text(inline.span).startswith("<!--")
    )


def _in_leaf(source: TemplateSource, leaf: Leaf) -> Iterator[Placeholder]:
    """The placeholders in inline content; code, links and resolved references are none."""
    return (each for each, _ in _asking(source, leaf.span, marks_in(source.document, leaf)))


def _marked(source: TemplateSource, span: Span) -> Iterator[tuple[Placeholder, int]]:
    """Text in marks, each with its offset."""
    return _asking(source, span, find_marked(source.text(span), BRACKETS))


def _asking(
    source: TemplateSource, span: Span, found: Iterable[Marked]
) -> Iterator[tuple[Placeholder, int]]:
    """Those of what was `found` in a span that ask for something: `[optional]`, `[1]` do not."""
    for marked in found:
        at = span.start + marked.start
        optional = source.lexicon.patterns.optional_word.fullmatch(marked.inner)
        if any(map(str.isalpha, marked.inner)) and not optional:
            text = source.text(Span(at, span.start + marked.end))
            yield Placeholder(text, marked.mark, source.line_of(at)), at


def _in_comments(
    source: TemplateSource, comments: tuple[Span, ...]
) -> Iterator[Placeholder | Instruction]:
    for comment in comments:
        text = source.text(comment)
        body = text.removeprefix("<!--").removesuffix("-->").strip()
        line = source.line_of(comment.start)
        if source.lexicon.patterns.optional_word.fullmatch(body):
            # A mark, as `(optional)` is, that may stay.
            yield Instruction(body, line, comment=True)
        elif body and not COMMENT.match(text) and not is_tool_comment(body):
            yield _instruction(body, line, comment=True)


def _in_html(source: TemplateSource, block: Html) -> Iterator[Placeholder]:
    """`<What it is for>` on a line of its own is an HTML tag to CommonMark."""
    for each, at in _marked(source, block.span):
        if each.mark is Mark.ANGLE and not any(comment.holds(at) for comment in block.comments):
            yield each


def _in_definition(
    source: TemplateSource, block: Definition
) -> Iterator[Placeholder | Instruction]:
    """`[Option 1]: [Pros]` is a link definition to CommonMark, two placeholders to people.

    `[comment]: # (text)` is a comment to everybody, and `[summary]: #summary` what it seems.
    """
    start = block.span.start
    for line in source.text(block.span).split("\n"):
        if is_link_comment(line):
            body = line.partition(":")[2].strip().removeprefix("#").strip(" ()\"'")
            if body:
                yield _instruction(body, source.line_of(start), comment=True)
        else:
            found = sorted(find_marked(line, (Mark.SQUARE,)), key=lambda marked: marked.start)
            if len(found) > 1:
                yield from (each for each, _ in _marked(source, Span(start, start + len(line))))
        start += len(line) + 1


def _instruction(text: str, line: int, *, comment: bool = False) -> Instruction:
    parts = (_LIST_MARKER.sub("", part.strip(), count=1) for part in _SENTENCE_END.split(text))
    # Emphasis is no part of what is said: `_Describe the load._` is left without it, too.
    units = [part.strip("*_") for part in parts]
    units = [unit for unit in units if count_words(unit) >= _FEWEST_WORDS or len(unit) >= 25]
    if not units and (comment or len(text) >= 12):
        units = [text]
    return Instruction(text, line, comment, tuple(squash(unit) for unit in units))
