"""Anchors, and footnotes that are not there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designlint.document import parse_document
from designlint.document.anchors import anchor_key, anchors_of, slug
from designlint.document.footnotes import undefined_footnotes


@pytest.mark.parametrize(
    ("title", "anchor"),
    [
        ("Open questions?", "open-questions"),
        ("What's new in v2.0 (draft)", "whats-new-in-v20-draft"),
        ("Goals & non-goals", "goals--non-goals"),
        ("snake_case", "snake_case"),
        ("a - b", "a---b"),
        ("  spaces  within  ", "spaces--within"),
        ("Größe", "größe"),
        ("ÉTAT", "état"),
        ("日本語の見出し", "日本語の見出し"),
        ("नमस्ते दुनिया", "नमस्ते-दुनिया"),
        ("🚀 Launch", "-launch"),
        ("❤️ much", "-much"),
        ("x² and ½", "x-and-"),
        ("100%", "100"),
        ("", ""),
    ],
)
def test_slugs(title: str, anchor: str) -> None:
    assert slug(title) == anchor


def test_headings_of_every_kind() -> None:
    text = (
        "# `Code` and *emphasis* <br>end\n\nSetext\n======\n\n> ## Quoted\n\n- ## Item\n\n"
        "<h2 id='own'>In <i>HTML</i></h2>\n\n## With ![image](x.png) and [link](y)\n\n"
        "```\n## No\n```\n\n## \\*Escaped\\* &amp; more\n"
    )
    assert anchors_of(parse_document(text)) == {
        "code-and-emphasis-end",
        "setext",
        "quoted",
        "item",
        "own",
        "in-html",
        "with--and-link",
        "escaped--more",
    }


def test_equal_headings_are_numbered() -> None:
    text = "# A\n# A\n# A 1\n# A\n# a!\n"
    assert anchors_of(parse_document(text)) == {"a", "a-1", "a-1-1", "a-2", "a-3"}


def test_names_that_html_and_attributes_give() -> None:
    text = (
        "<a id=\"One\"></a>\n\nx <span name='two'></span> <b id=three>y</b> `<a id='no'>`\n\n"
        "<!-- <a id='no'> -->\n\n## Four { #vier .x }\n\n    <a id='no'>\n"
    )
    assert anchors_of(parse_document(text)) == {
        "one", "two", "three", "vier", "four", "four--vier-x-",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("fragment", "key"),
    [("Goals", "goals"), ("user-content-goals", "goals"), ("\u2764\ufe0f-x", "\u2764-x")],
)
def test_fragments(fragment: str, key: str) -> None:
    assert anchor_key(fragment) == key


@given(st.text(max_size=30).map(lambda text: text.replace("\n", " ").replace("\r", " ")))
def test_every_heading_answers_to_its_slug(title: str) -> None:
    document = parse_document(f"# {title}\n")
    assert len(anchors_of(document)) >= 1
    assert all(anchor_key(anchor) == anchor for anchor in anchors_of(document))


def test_footnotes() -> None:
    document = parse_document("a[^1] b[^x] `[^2]` c[^X] d[^3]\n\n> [^1]: one\n\n- [^x]: ex\n")
    assert [each.label for each in undefined_footnotes(document)] == ["3"]


def test_patterns_are_no_footnotes() -> None:
    document = parse_document("[^a-z] [^/]+ [^\\]] [^0-9] [^ ] \\[^1] [^2](x)\n")
    assert list(undefined_footnotes(document)) == []


@pytest.mark.parametrize("part", ["<h1>", "<a id", "<b id=", "# a\n", "[^", "[^1]", "<!--", "{#"])
def test_hostile_text_takes_linear_time(part: str) -> None:
    document = parse_document(f"<div>\n{part * 30_000}\n\n{part * 5_000}\n")
    assert isinstance(anchors_of(document), frozenset)
    assert isinstance(list(undefined_footnotes(document)), list)
