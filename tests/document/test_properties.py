"""What holds of every document, whatever its text: no crash, exact spans, nothing left out."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from designlint.document import Document, parse_document
from designlint.document.blocks import (
    Block,
    CodeBlock,
    Definition,
    Heading,
    Html,
    Item,
    Leaf,
    Paragraph,
    Row,
    Table,
    children,
)
from designlint.document.fields import fields_in, is_blank
from designlint.document.sections import Section
from designlint.document.yaml_text import FrontMatterError
from tests.document.oracle import TokenShapes, block_shapes

PREFIXES = (
    "",
    "",
    "",
    "> ",
    ">",
    "- ",
    "* ",
    "+   ",
    "1. ",
    "10) ",
    "  ",
    "   ",
    "    ",
    "\t",
    ">\t",
)
BODIES = (
    "", "", "", "text", "more words here", "# One", "## Two ##", "###", "#### Four #", "#no",
    "===", "---", "- - -", "***", "...", "**Owner**: Ann", "**Owner:**", "Owner: Ann", "- [ ] open",
    "[x] done", "[X]", "| a | b |", "|---|:-:|", "a \\| b | `c|d`", "| only |", "-|-", "--- | ---",
    "```", "```md", "~~~ python x", "````", "<!-- note", "-->", "<!-- designlint: ignore[a] b -->",
    "<div>", "</div>", "<b>bold</b>", "[ref]: /url 'title'", "[ref]", "[a](b) ![c](d)",
    "[Option 1]: [Pros]", "`code` ``a`b``", "`open", "*em* **strong** ~~gone~~", "<https://a.example>",
    "title: x", "key: [1, 2", "&amp; &nbsp; \\* \\", "two  ", "é𝒳日本|🙂", "e\u0301\u200d",
    "\ufeff",    "\0", "\x0b", "\x0c", "\x1b[1m", "\u2028", "\x85", "\ud800", "\xa0", "\t", "a\tb",
)  # fmt: skip
LINES = st.tuples(
    st.lists(st.sampled_from(PREFIXES), max_size=3).map("".join),
    st.sampled_from(BODIES) | st.text(max_size=8),
).map("".join)
MARKDOWN = st.lists(LINES, max_size=14).map("\n".join)
TEXTS = MARKDOWN | st.text(max_size=60) | MARKDOWN.map("---\n{}".format)

RICH = """\
---
status: draft
---
Before all.

# Title

A paragraph
of two lines.

- one
  - two

    ```python
    code
    ```
- [x] three

> quoted
> # inner

| a | b |
|---|---|
| 1 | 2 |
x | y

Setext
------

<!-- a
comment -->

**Owner**: Ann
Due: soon

1. first
2. second
"""


def assert_sound(document: Document) -> None:
    """Every span lies in the text, in its parent and behind its elder sibling."""
    assert_nested(document.blocks, 0, len(document.text), document)
    assert [block for block in document.flat if isinstance(block, Leaf)] == list(document.leaves)
    for leaf in document.leaves:
        assert_leaf(leaf, document)


def assert_nested(blocks: tuple[Block, ...], start: int, end: int, document: Document) -> None:
    for block in blocks:
        assert start <= block.span.start <= block.span.end <= end, block
        assert "\n" not in block.span.slice(document.text)[:1], block
        if isinstance(block, CodeBlock):
            code = block.body.slice(document.text).rstrip()
            assert block.body.start + len(code) <= max(block.span.end, block.body.start), block
            assert block.span.start < block.body.start or not block.fenced, block
        if isinstance(block, Html):
            for comment in block.comments:
                assert block.span.encloses(comment)
                assert comment.slice(document.text).startswith("<!--")
        if isinstance(block, Table):
            assert all(len(row.cells) == len(block.header.cells) for row in block.rows)
        assert_nested(children(block), block.span.start, block.span.end, document)
        start = block.span.start if isinstance(block, Row) and not block.cells else block.span.end


def assert_leaf(leaf: Leaf, document: Document) -> None:
    for line in leaf.lines:
        assert leaf.span.encloses(line), leaf
        text = line.slice(document.text)
        assert "\n" not in text
        assert text == text.strip(" \t") or isinstance(leaf, Paragraph), leaf
    for one, other in pairwise(leaf.lines):
        assert document.position(one.start).line + 1 == document.position(other.start).line
    for inline in document.inlines(leaf):
        assert leaf.span.encloses(inline.span)
        assert inline.span.slice(document.text)[0] in "`[!<"


def assert_covered(document: Document) -> None:
    """The sections cover the document, and every offset belongs to the section `section_at`."""
    root = document.root
    assert root.span == (0, len(document.text))
    assert list(root.walk())[1:] == list(document.sections)
    assert [section.index for section in document.sections] == list(range(len(document.sections)))
    assert [section.heading for section in document.sections] == [
        block for block in document.blocks if isinstance(block, Heading)
    ]
    shown = [root.blocks, *((s.heading, *s.blocks) for s in document.sections)]
    assert [block for blocks in shown for block in blocks] == list(document.blocks)
    for section in root.walk():
        at = section.heading.span.end if section.heading else 0
        for child in section.children:
            assert at <= child.span.start <= child.span.end <= section.span.end
            assert child.level > section.level
            assert child.path == (*section.path, child.title)
            at = child.span.end
        assert all(section.span.encloses(block.span) for block in section.blocks)
        if section.children:
            assert section.children[-1].span.end == section.span.end
    for offset in range(len(document.text)):
        assert document.section_at(offset) is innermost(root, offset)


def innermost(root: Section, offset: int) -> Section:
    return [section for section in root.walk() if section.span.holds(offset)][-1]


@given(TEXTS)
@example("")
@example("\ufeff")
@example("---\n---")
@example("---\na: b\n---")
@example("[a]: /b\n\n  \n")
@example("> " * 200 + "deep")
@example("- " * 200 + "deep")
@example("[" * 2000)
@example("\t-\t```\n\t\tx")
def test_every_string_is_a_document_with_sound_spans(text: str) -> None:
    document = parse_document(text)
    assert document.text == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert_sound(document)
    assert_covered(document)


def inline_tokens(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield "\n".join(line.strip() for line in token.content.split("\n"))


PLAIN_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PLAIN_PARSER.core.ruler.disable("inline")


@given(MARKDOWN)
@example("- [ ] a\n  b\n- [x]\n- [x] ")
@example("| a |\n|---|\n| x \\| y |\n")
def test_leaves_hold_what_the_parser_sees_as_their_content(text: str) -> None:
    """The oracle is markdown-it's own content of each leaf, which it has without positions."""
    document = parse_document("\n" + text)
    tasks = {
        item.blocks[0].span.start
        for item in document.flat
        if isinstance(item, Item) and item.checked is not None
    }
    mine = []
    for leaf in document.leaves:
        lines = [line.slice(document.text).strip() for line in leaf.lines]
        box = "[ ] " if leaf.span.start in tasks else ""
        mine.append(box + "\n".join(lines))
    theirs = list(inline_tokens(PLAIN_PARSER.parse(document.text)))
    assert [as_compared(content) for content in mine] == [as_compared(c) for c in theirs]


def as_compared(content: str) -> str:
    """The parser unescapes pipes of cells, and knows neither NUL nor a task's box and its space."""
    plain = content.replace("\0", "\N{REPLACEMENT CHARACTER}").replace("\\|", "|")
    first, *others = plain.split("\n")
    if first[:3] in ("[x]", "[X]", "[ ]") and first[3:4] in (" ", "\t"):
        first = "[ ] " + first[3:].lstrip()
    return "\n".join([first, *others]).strip()


@given(MARKDOWN)
@example("text\n= \n")
@example("text\n    deep\n> quote")
@example("> text\nlazy\n- item\nlazy\n    # no heading\n1. one\ntext\n2. two\n")
@example("text\n| a |\n|---|\n")
@example("text\na |\n---\n")
@example("text\n<div>\n\ntext\n<b>\n\ntext\n```\n")
@example("> text\n===\n")
@example("Ａ | b\n-|-\n")
@example("- a\n - b\n  - c\n   - d\n    - e\n")
@example("> ```\n>")
@example("0\n\x0b")
@example(">\t```\n>\t\t\x0c\n - \t\tx\n")
@example("-\n\n  text\n-\n  text\n")
@example("> 1. \n| only |\n\t> \x0c")
@example("<![cdata[ x\n\n]]>\n\n<\u017fcript>\n\n<Details>\n")
def test_block_structure_is_that_of_the_other_parser(text: str) -> None:
    """The oracle is markdown-it-py, with whose inline parser the blocks are read."""
    document = parse_document("\n" + text)
    env: dict[str, Any] = {}
    expected = TokenShapes(document, PLAIN_PARSER.parse(document.text, env))

    assert list(block_shapes(document, document.blocks)) == expected.until("")
    assert document.references == env.get("references", {})


LABELS = st.text(alphabet="aB ß\t[]\\\u2003", min_size=1, max_size=5)
TARGETS = st.text(alphabet="aZ9/._~=+?:,;@!$*-#%&()<>\\ é", max_size=8)
DEFINITIONS = st.tuples(
    LABELS.map("[{}]:".format),
    st.sampled_from([" ", "", "\n", "\t", "\n\n"]),
    st.sampled_from(["", "", "https://a", "http://b.example/", "#", "javascript:"]),
    TARGETS,
    st.sampled_from(["", "", " ", "\n"]),
    st.sampled_from(["", "", '"t"', "'t\nu'", "(t)", '""', '"&amp;"', '"t', "(("]),
    st.sampled_from(["", " ", " x", "\n", "\n> q", "\n| a |\n|---|"]),
).map("".join)


@given(st.lists(DEFINITIONS, max_size=4).map("\n".join))
@example("[a]: /b\n[A]: /c")
@example('[a]: /b\n"title"')
@example('[a]: /b\n"" x')
def test_definitions_are_those_of_the_other_parser(text: str) -> None:
    document = parse_document(text)
    env: dict[str, Any] = {}
    PLAIN_PARSER.parse(document.text, env)
    assert document.references == env.get("references", {})


@given(TEXTS, st.sampled_from(["\r\n", "\r"]))
def test_line_endings_and_byte_order_mark_change_nothing(text: str, ending: str) -> None:
    text = text.removeprefix("\ufeff").replace("\r", "")
    plain = parse_document(text)
    for other in (
        text.replace("\n", ending),
        "\ufeff" + text,
        "\ufeff" + text.replace("\n", ending),
    ):
        document = parse_document(other)
        assert document == plain
        assert hash(document) == hash(plain)
        assert document.references == plain.references
        assert document.lines.position(len(text)) == plain.lines.position(len(text))


@given(TEXTS)
def test_fields_lie_in_the_text_and_their_own_order(text: str) -> None:
    document = parse_document(text)
    for blocks in (document.blocks, *(section.blocks for section in document.root.walk())):
        fields = fields_in(document, blocks)
        assert [field.span.start for field in fields] == sorted(f.span.start for f in fields)
        for field in fields:
            assert field.label == document.plain_text(field.label) or "\\" in field.label
            assert field.whole.start == field.span.start
            assert all(field.whole.encloses(span) for span in field.value)
            assert field.text(document) == "" or not is_blank(document, field)


@given(MARKDOWN)
def test_front_matter_is_read_or_says_why_not(body: str) -> None:
    document = parse_document(f"---\na: 1\n{body}\n---\n")
    assert document.front_matter is not None
    try:
        values = document.front_matter.values
    except FrontMatterError as error:
        assert document.front_matter.span.holds(error.offset)
        assert error.message
        assert document.front_matter.readable == {}
    else:
        assert all(isinstance(key, str) for key in values)


@pytest.mark.parametrize("end", range(len(RICH) + 1))
def test_every_beginning_of_a_document_is_one(end: int) -> None:
    document = parse_document(RICH[:end])
    assert_sound(document)
    assert_covered(document)


@pytest.mark.parametrize("line", range(4, RICH.count("\n") + 1))
def test_blocks_stay_as_they_are_when_text_is_added_below(line: int) -> None:
    """Only the last block of a text may be changed by what follows it."""
    whole = parse_document(RICH)
    part = parse_document(RICH[: whole.lines.start_of(line)])
    assert part.front_matter == whole.front_matter
    assert part.blocks[:-1] == whole.blocks[: max(len(part.blocks) - 1, 0)]


def test_parsing_leaves_nothing_behind_for_the_next_document() -> None:
    first = parse_document("[ref]: /url\n\n[ref]\n")
    parse_document("[other]: /elsewhere\n\n- [other] *x*\n")
    again = parse_document("[ref]: /url\n\n[ref]\n")
    assert again == first
    assert list(again.references) == ["REF"]
    assert any(isinstance(block, Definition) for block in again.blocks)
