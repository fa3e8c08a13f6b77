"""Words of sections and fields, as a reader counts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designlint.alignment.align import align
from designlint.alignment.model import Alignment
from designlint.alignment.traits import Traits
from designlint.document import Document, parse_document
from designlint.facts.prose import words_in_field, words_in_section
from designlint.outline import compile_template

TEMPLATE = (
    "# Boat\n\n## Hull\n\n[Its shape]\n\n- **Keel**: [Its length]\n\n### Ribs\n\n[How many]\n"
)
"""A section with a field and a section of its own."""


def read(text: str) -> tuple[Document, Alignment]:
    document = parse_document(f"# Boat\n\n{text}")
    return document, align(compile_template(TEMPLATE, "t.md"), document, Traits())


def in_hull(text: str, enough: int = 99) -> int:
    document, alignment = read(f"## Hull\n\n{text}")
    (hull,) = (each for each in alignment.sections if each.expected.title == "Hull")
    return words_in_section(document, hull, enough)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Long and *rather* narrow.", 4),
        ("Long <!-- and narrow --> too", 2),
        ("[Long and](narrow.md) `thin`", 3),
        ("Long — and narrow!", 3),
        ("- Long\n- [ ] and narrow\n\n> on\n> water", 5),
        ("| Long | and |\n|---|---|\n| narrow | |", 3),
        ("<div title='one two'>\nLong <b>and</b>\n</div>", 2),
        ("```\nlong and narrow\n```", 0),
        ("### Ribs of oak\n\nTwenty", 1),
        ("長い船である。", 3),
    ],
)
def test_words_of_a_section(text: str, count: int) -> None:
    assert in_hull(text) == count


def test_counting_ends_where_it_is_enough() -> None:
    assert in_hull("One two.\n\nThree four.\n\nFive six.", 3) == 3


WORDS = st.sampled_from(
    [
        "one",
        "two",
        "…",
        "-",
        "`a b`",
        "[a](b.md)",
        "<br>",
        "<!-- no -->",
        "日本語",
        "\n",
        "\n\n",
        "> ",
        "- ",
    ]
)


@given(st.lists(WORDS, max_size=20).map(" ".join), st.integers(1, 12))
def test_a_quick_look_tells_no_more_than_a_count(text: str, enough: int) -> None:
    assert (in_hull(text, enough) >= enough) == (in_hull(text, 1000) >= enough)


def test_a_section_of_the_wrong_level_counts_for_the_one_that_it_belongs_to() -> None:
    assert in_hull("Narrow.\n\n## Ribs\n\nTwenty of them.") == 4


@pytest.mark.parametrize(
    "text",
    [
        "- **Keel**: four words of oak",
        "- **Keel**: four\n  - words\n  - of oak",
        "**Keel**\n\nFour words of oak",
        "| Field | Value |\n|---|---|\n| Keel | four words of oak |",
        "### Keel\n\nFour words\n\n#### Of\n\nof oak",
        "### Keel: four\n\nwords of oak",
    ],
)
def test_words_of_a_field_in_each_spelling(text: str) -> None:
    document, alignment = read(f"## Hull\n\n{text}\n")
    (keel,) = (each.actual for each in alignment.fields if each.actual)
    assert words_in_field(document, keel, 99) == 4
