"""The section tree: which heading opens what, and where each section ends."""

import pytest

from designlint.document import parse_document
from designlint.document.document import Document

NESTED = """\
Before.

# Title

## One

### Deep

Text.

## Two

# Other

#### Far below
"""


def shape(document: Document) -> list[tuple[str, int, int, tuple[str, ...]]]:
    """Title, first line and last line with text of each section, and the path above it."""
    found = []
    for section in document.sections:
        end = section.span.start + len(section.span.slice(document.text).rstrip())
        lines = (document.position(section.span.start).line, document.position(end).line)
        found.append((section.title, *lines, section.path[:-1]))
    return found


def test_tree() -> None:
    document = parse_document(NESTED)
    assert shape(document) == [
        ("Title", 3, 11, ()),
        ("One", 5, 9, ("Title",)),
        ("Deep", 7, 9, ("Title", "One")),
        ("Two", 11, 11, ("Title",)),
        ("Other", 13, 15, ()),
        ("Far below", 15, 15, ("Other",)),
    ]
    assert [block.span.slice(document.text) for block in document.root.blocks] == ["Before."]
    assert [section.level for section in document.sections] == [1, 2, 3, 2, 1, 4]
    assert document.title is document.sections[0]


def test_all_blocks_are_those_of_the_whole_subtree() -> None:
    document = parse_document(NESTED)
    assert [block.span.slice(document.text) for block in document.root.all_blocks()] == [
        "Before.",
        "Text.",
    ]
    assert document.sections[0].blocks == ()


def test_the_title_is_the_first_heading_of_level_one_wherever_it_stands() -> None:
    document = parse_document("## First\n\n# Second\n\n# Third\n")
    assert document.title is document.sections[1]
    assert parse_document("## First\n").title is None


def test_headings_in_quotes_and_items_open_no_section() -> None:
    document = parse_document("# A\n\n> # B\n\n- # C\n\n```\n# D\n```\n\n<!--\n# E\n-->\n")
    assert [section.title for section in document.sections] == ["A"]


def test_a_document_without_headings_is_its_root() -> None:
    document = parse_document("Just text.\n")
    assert document.sections == ()
    assert document.root.anchor == (0, 0)
    assert document.section_at(3) is document.root


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("# *Two* `words` [here](u)", "Two words here"),
        ("# Trailing #hash ##", "Trailing #hash"),
        ("# a\\*b &amp; c", "a*b & c"),
        ("#\tTab\tbed", "Tab bed"),
        ("Two\nlines\n=====", "Two lines"),
        ("#", ""),
        ("# [Name](url): <b>it</b>", "Name: it"),
    ],
)
def test_titles_read_as_their_reader_sees_them(heading: str, title: str) -> None:
    assert [section.title for section in parse_document(f"{heading}\n").sections] == [title]


@pytest.mark.parametrize(
    ("offset", "title"),
    [(0, ""), (7, ""), (9, "Title"), (24, "One"), (28, "Deep"), (1000, "")],
)
def test_section_at(offset: int, title: str) -> None:
    assert parse_document(NESTED).section_at(offset).title == title


def test_the_end_of_the_text_belongs_to_the_last_section() -> None:
    document = parse_document(NESTED)
    assert document.section_at(len(document.text)).title == "Far below"
    assert parse_document("# Only").section_at(6).title == "Only"
