"""A search from the top down finds the blocks that a look at all of them would."""

from hypothesis import given
from hypothesis import strategies as st

from designlint.document import Document, parse_document
from designlint.document.blocks import Block, children
from designlint.document.lookup import blocks_at, innermost_at, places_of

LINES = st.lists(
    st.sampled_from(
        [
            "text", "# One", "- item", "  - below", "- [x] done", "> quoted", "> - both", ">",
            "| a | b |", "|---|---|", "| 1 |", "```", "<!-- note -->", "[x]: y.md", "", "---",
        ]
    ),
    max_size=14,
)  # fmt: skip
DOCUMENTS = LINES.map("\n".join).map(parse_document)


def holding(document: Document, offset: int) -> list[Block]:
    return [block for block in document.walk() if block.span.holds(offset)]


@given(DOCUMENTS)
def test_the_blocks_that_hold_an_offset(document: Document) -> None:
    for offset in range(len(document.text) + 2):
        assert list(blocks_at(document.blocks, offset)) == holding(document, offset)


@given(DOCUMENTS, st.sets(st.integers(0, 80)).map(sorted))
def test_the_innermost_blocks_that_hold_any_of_several(
    document: Document, offsets: list[int]
) -> None:
    expected: dict[Block, None] = {}
    for offset in offsets:
        innermost = holding(document, offset)[-1:]
        expected.update((block, None) for block in innermost if not children(block))
    assert list(innermost_at(document.blocks, offsets)) == list(expected)


def test_places_of_a_text_in_another() -> None:
    assert list(places_of("aXaaX", "aX")) == [0, 3]
    assert list(places_of("aaa", "aa")) == [0, 1]
    assert list(places_of("", "a")) == []
