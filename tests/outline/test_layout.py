"""How a template is laid out."""

import pytest

from designlint.document import parse_document
from designlint.language.lexicon import ENGLISH
from designlint.outline.layout import Layout, read_layout


def layout(text: str) -> Layout:
    return read_layout(parse_document(text), ENGLISH)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("# [a]\n\n{b} <c>\n", True),
        ("# [a]\n\n| {{b}} | [c d] |\n|---|---|\n", True),
        ("# [a]\n\n{b}\n", False),
        ("# [a](u) [b](v)\n\n`[c]` `[d]` <https://e.example> ![f](g) [h]\n", False),
        ("[1] [2] [3] [ ] [x]\n\n```\n[a] [b] [c]\n```\n", False),
        ("", False),
    ],
)
def test_three_placeholders_say_that_they_stand_in_marks(text: str, marked: bool) -> None:
    assert layout(text).marked is marked


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("a\n\n<!-- BEGIN remove before merging -->\n\nb\n\n<!-- END -->\n\nc\n", "b"),
        ("a\n\n<!-- START: please delete -->\n\nb\n\n<!-- END of it -->\n\nc\n", "b"),
        ("a\n\n<!-- BEGIN notes -->\n\nb\n\n<!-- END notes -->\n\nc\n", ""),
        ("a\n\n<!-- BEGIN remove before merging -->\n\nb\n\nc\n", ""),
        ("a\n\n<!-- END remove this -->\n\nb\n\n<!-- BEGIN remove this -->\n\nc\n", ""),
        ("a\n\n```\n<!-- BEGIN remove this -->\n```\n\nb\n\n<!-- END -->\n\nc\n", ""),
    ],
)
def test_what_is_cut(text: str, cut: str) -> None:
    found = layout(text)
    assert [each for each in "abc" if found.is_cut(text.index(f"{each}\n"))] == list(cut)


@pytest.mark.parametrize(
    ("text", "above"),
    [
        ("# A\n\ntext\n\n<!-- one -->\n## B\n", ["<!-- one -->"]),
        ("# A\n\ntext\n\n<!-- one\ntwo -->\n## B\n", ["<!-- one\ntwo -->"]),
        ("# A\n\ntext\n\n<!-- one -->\n\n## B\n", []),
        ("# A\n<!-- one -->\n## B\n", []),
        ("# A\n\n<!-- one --> text\n## B\n", []),
    ],
)
def test_comments_that_belong_to_the_heading_below(text: str, above: list[str]) -> None:
    found = layout(text)
    spans = [span for spans in found.above.values() for span in spans]
    assert [span.slice(text) for span in spans] == above
    assert list(found.above) == ([text.index("## B")] if above else [])
