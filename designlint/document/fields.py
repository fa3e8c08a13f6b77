"""Fields: labelled values, in all the spellings that authors use for them.

`- **Context**: text`, `**Context:** text`, `Context: text`, a bold line followed by content, and
a row of a two-column table are found here. A child heading that names a field can only be told
from any other heading by who knows the expected names: see `heading_field`.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from designlint.document.blocks import (
    Block,
    Break,
    Definition,
    Html,
    Item,
    Leaf,
    ListBlock,
    Paragraph,
    Table,
)
from designlint.document.comments import without_comments
from designlint.document.document import Document
from designlint.document.normalise import count_words, name_key
from designlint.document.sections import Section
from designlint.document.span import Span
from designlint.expressions import expression

_MARKED = expression(
    r"""(?P<mark>\*\*|__|\*|_)
        (?P<label>(?:(?!(?P=mark))[^\n]){1,120}?)
        (?P<inner>[ \t]*[:：])?
        (?P=mark)
        (?P<outer>(?:[ \t]*(?P<aside>\([^()\n]{1,120}\)))?[ \t]*[:：]|[ \t]+[-–—](?=[ \t]|$))?""",
    re.VERBOSE,
)
_MARKS = ("*", "_")
_PLAIN = expression(
    r"(?P<label>[^\s:：*_`|<>#!?.。！？\[\](){}（）［］【】][^:：*`|<>!?.。！？\[\]{}［］【】\n]{0,59}?)"
    r"[ \t]*[:：](?:(?=\s|$|\[|https?://)|(?<=：)(?!\d)|(?<=\D：))"
)
_MOST_PLAIN_WORDS = 5
_COLON = expression("[:：]")


class FieldForm(StrEnum):
    """How a field is written."""

    ITEM = "item"
    LINE = "line"
    BOLD = "bold line"
    ROW = "row"
    HEADING = "heading"


class Field(Struct, frozen=True):
    """A labelled value.

    `label` is the name as written, without marks; `span` covers it with its marks and colon.
    `value` are the spans of the text after it, line by line; `blocks` what else belongs to it:
    nested blocks of its list item, blocks that follow a bold line, the content of its section.
    `item` is the list item that it opens, `section` the child section that it is.
    """

    label: str
    span: Span
    form: FieldForm
    marked: bool
    value: tuple[Span, ...]
    blocks: tuple[Block, ...]
    item: Item | None = None
    section: Section | None = None

    @property
    def key(self) -> str:
        """The label in the form in which names compare."""
        return name_key(self.label)

    def text(self, document: Document) -> str:
        """The value's own text as raw Markdown, comments left out; nested blocks not included."""
        joined = "\n".join(span.slice(document.text) for span in self.value)
        return without_comments(joined).strip()

    def value_span(self, document: Document) -> Span:
        """Where its own text stands; the label's span where it has no such text."""
        if not self.value:
            return self.span
        raw = self.value[0].slice(document.text)
        start = self.value[0].start + len(raw) - len(raw.lstrip())
        return Span(start, max(start, self.value[-1].end))

    @property
    def whole(self) -> Span:
        """From the label to the end of the last thing that belongs to the field."""
        ends = [self.span.end, *(span.end for span in self.value)]
        ends += [block.span.end for block in self.blocks]
        if self.section:
            ends.append(self.section.span.end)
        return Span(self.span.start, max(ends))


def fields_in(document: Document, blocks: Sequence[Block]) -> tuple[Field, ...]:
    """The fields that stand directly among `blocks`, not those nested in other fields."""
    found: list[Field] = []
    for at, block in enumerate(blocks):
        match block:
            case Paragraph():
                found.extend(_in_paragraph(document, block, blocks, at + 1))
            case ListBlock():
                for item in block.items:
                    after = at + 1 if item is block.items[-1] else len(blocks)
                    found.extend(_in_item(document, item, blocks, after))
            case Table() if len(block.header.cells) == 2:
                found.extend(_in_table(document, block))
    return tuple(found)


def heading_field(section: Section) -> Field:
    """A child section as the field that its heading names."""
    return Field(
        section.title,
        section.anchor,
        FieldForm.HEADING,
        True,
        (),
        section.blocks,
        section=section,
    )


def name_and_value(label: str) -> tuple[str, str]:
    """The two parts of a heading that is a field: `System` and `Billing` of `System: Billing`."""
    name, *rest = _COLON.split(label, maxsplit=1)
    return name.strip(), "".join(rest).strip()


def label_of(document: Document, block: Leaf) -> re.Match[str] | None:
    """The label that opens a paragraph or another leaf, as a match with group `label`, or None."""
    return _label(document.text, block.lines[0], alone=len(block.lines) == 1)


def is_blank(document: Document, field: Field) -> bool:
    """Whether nothing at all stands after the label."""
    blocks = field.section.all_blocks() if field.section else field.blocks
    named = field.form is FieldForm.HEADING and bool(name_and_value(field.label)[1])
    return not named and not (
        field.text(document) or any(has_content(document, block) for block in blocks)
    )


def has_content(document: Document, block: Block) -> bool:
    """Whether a block tells a reader anything: comments, rules and link definitions do not."""
    match block:
        case Break():
            return False
        case Html():
            return not block.blank
        case Paragraph():
            first = block.lines[0].slice(document.text)
            if document.text.find("<!--", *block.span) < 0 and not first.isspace():
                return True
            return bool(without_comments(document.source(block)).strip())
        case Definition():
            # `[Option 1]: [Pros]` renders as nothing but was meant as text: its label shows it.
            return not _REFERENCE.match(block.span.slice(document.text))
        case Item():
            return any(has_content(document, child) for child in block.blocks)
        case ListBlock():
            return any(has_content(document, item) for item in block.items)
    return True


_REFERENCE = expression(r"\[[^\]]+\]:\s*(?:<[^>]*>|[^\s\[]\S*)")


def _label(text: str, line: Span, *, alone: bool) -> re.Match[str] | None:
    start, end = line
    marked = _MARKED.match(text, start, end) if text.startswith(_MARKS, start) else None
    if marked:
        if marked["inner"] or marked["outer"]:
            return marked
        rest = without_comments(text[marked.end() : end]).strip()
        return marked if alone and not rest and len(marked["mark"]) == 2 else None
    if text.find(":", start, end) < 0 and text.find("：", start, end) < 0:
        return None
    plain = _PLAIN.match(text, start, end)
    return plain if plain and _is_short(plain["label"]) else None


@lru_cache(maxsize=4096)
def _is_short(label: str) -> bool:
    """Whether a label without marks is one, and no sentence that ends in a colon."""
    return len(label.split()) <= _MOST_PLAIN_WORDS and count_words(label) <= _MOST_PLAIN_WORDS


def _name(label: re.Match[str]) -> str:
    """The label's text, with a remark that stands between it and its colon."""
    aside = label.groupdict().get("aside")
    return f"{label['label']} {aside}" if aside else label["label"]


def _in_paragraph(
    document: Document, block: Paragraph, blocks: Sequence[Block], after: int
) -> Iterator[Field]:
    """One field for each labelled line; a plain label counts only where the first line has one."""
    lines = block.lines
    labels = [_label(document.text, line, alone=len(lines) == 1) for line in lines]
    first = labels[0]
    starts = [
        at
        for at, label in enumerate(labels)
        if label and ("mark" in label.groupdict() or (first and "mark" not in first.groupdict()))
    ]
    for at, end in pairwise([*starts, len(lines)]):
        label = labels[at]
        if label is None:
            continue
        rest = Span(label.end(), lines[at].end)
        bold = not rest.slice(document.text).strip() and end - at == 1
        yield Field(
            document.plain_text(_name(label)),
            Span(label.start(), label.end()),
            FieldForm.BOLD if bold else FieldForm.LINE,
            "mark" in label.groupdict(),
            (rest, *lines[at + 1 : end]),
            _own_blocks(document, blocks, after) if end == len(lines) else (),
        )


def _own_blocks(document: Document, blocks: Sequence[Block], after: int) -> tuple[Block, ...]:
    """The blocks after a labelled paragraph that are still its own: up to the next label."""
    end = after
    while end < len(blocks):
        block = blocks[end]
        if isinstance(block, Paragraph) and label_of(document, block):
            break
        end += 1
    return tuple(blocks[after:end])


def _in_item(
    document: Document, item: Item, blocks: Sequence[Block], after: int
) -> Iterator[Field]:
    if not item.blocks or not isinstance(item.blocks[0], Paragraph):
        return
    paragraph = item.blocks[0]
    label = _label(document.text, paragraph.lines[0], alone=len(paragraph.lines) == 1)
    if label is None:
        return
    rest = Span(label.end(), paragraph.lines[0].end)
    own = item.blocks[1:]
    if not own and not rest.slice(document.text).strip() and len(paragraph.lines) == 1:
        # A block that its author forgot to indent: it can only belong to the empty last item.
        own = _unindented(document, blocks, after)
    yield Field(
        document.plain_text(_name(label)),
        Span(label.start(), label.end()),
        FieldForm.ITEM,
        "mark" in label.groupdict(),
        (rest, *paragraph.lines[1:]),
        own,
        item,
    )


def _unindented(document: Document, blocks: Sequence[Block], after: int) -> tuple[Block, ...]:
    end = after
    while end < len(blocks):
        block = blocks[end]
        labelled = isinstance(block, Paragraph) and label_of(document, block)
        if labelled or (isinstance(block, ListBlock) and fields_in(document, (block,))):
            break
        end += 1
    return tuple(blocks[after:end])


def _in_table(document: Document, table: Table) -> Iterator[Field]:
    for row in (table.header, *table.rows):
        name, value = row.cells
        label = document.plain(name)
        if label:
            yield Field(label, name.span, FieldForm.ROW, True, value.lines, ())
