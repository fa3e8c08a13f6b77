"""Inline content: what it is, where it stands, and what a reader sees of it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from designlint.document import parse_document
from designlint.document.inline import LONGEST, LineMap, anchor_text, parse_inlines, plain_text
from designlint.document.simple_inline import simple_inlines
from designlint.document.span import Span

CASES = {
    "code": ("a `code` b ``c`d`` e", ["code 1:3 `code`", "code 1:12 ``c`d``"]),
    "unclosed code": ("`open and `` more", []),
    "code after unclosed code": ("``open and `more`", ["code 1:12 `more`"]),
    "links": (
        "[link](u) [text](<a b> 't') [ref] [r][ref] [ref][] [none]\n\n[ref]: /u\n",
        [
            "link 1:1 [link](u)",
            "link 1:11 [text](<a b> 't')",
            "link 1:29 [ref]",
            "link 1:35 [r][ref]",
            "link 1:44 [ref][]",
        ],
    ),
    "images": ("![](x) ![img](v)", ["image 1:1 ![](x)", "image 1:8 ![img](v)"]),
    "image in a link": ("[![i](u)](v)", ["image 1:2 ![i](u)", "link 1:1 [![i](u)](v)"]),
    "no link in a link": ("[a [b](c) d](e)", ["link 1:4 [b](c)"]),
    "autolinks and html": (
        "<https://a.b> <a@b.c> <b>x</b> <!-- c --> <no tag",
        [
            "autolink 1:1 <https://a.b>",
            "autolink 1:15 <a@b.c>",
            "html 1:23 <b>",
            "html 1:27 </b>",
            "html 1:32 <!-- c -->",
        ],
    ),
    "escapes": (r"\[a](b) \`x\` \<b>", []),
    "in emphasis": (
        "*`e`* **[f](g)** ~~`h`~~",
        ["code 1:2 `e`", "link 1:9 [f](g)", "code 1:20 `h`"],
    ),
    "over lines of a list in a quote": (
        "> - a `code\n>   more` b [x](y)\n",
        ["code 1:7 `code\n>   more`", "link 2:13 [x](y)"],
    ),
    "in cells": (
        "| `a` | [b](c) |\n|---|---|\n| x \\| `y` | <br> |\n",
        ["code 1:3 `a`", "link 1:9 [b](c)", "code 3:8 `y`", "html 3:14 <br>"],
    ),
    "behind a task box": ("- [ ] `x`\n- [x] [y](z)", ["code 1:7 `x`", "link 2:7 [y](z)"]),
    "in headings": (
        "# `h` [t](u) #\n\n`s`\n---\n",
        ["code 1:3 `h`", "link 1:7 [t](u)", "code 3:1 `s`"],
    ),
    "behind wide characters": ("é𝒳\t`日` [🙂](u)", ["code 1:4 `日`", "link 1:8 [🙂](u)"]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_places(text: str, expected: list[str]) -> None:
    document = parse_document(text)
    found = []
    for leaf in document.leaves:
        for inline in document.inlines(leaf):
            line, column = document.position(inline.span.start)
            kind = inline.kind.name.lower()
            found.append(f"{kind} {line}:{column} {inline.span.slice(document.text)}")
    assert found == expected


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("**bold** _it_ ~~gone~~ `co*de*`", "bold it gone co*de*"),
        ("[text](u) ![alt](v) [ref] [none]", "text alt ref [none]"),
        ("a &amp; b \\* c", "a & b * c"),
        ("one<br>two <!-- c -->", "onetwo"),
        ("  two \t spaces  ", "two spaces"),
        ("line\nline  \nline", "line line line"),
        ("<https://a.example/>", "https://a.example/"),
        ("no markup", "no markup"),
        ("snake_case_name", "snake_case_name"),
    ],
)
def test_plain_text(markdown: str, plain: str) -> None:
    assert parse_document("[ref]: /u\n").plain_text(markdown) == plain


@given(st.text(alphabet="ab `!<&;>é\t[]", max_size=12))
@example("a `b` `<c>`!")
@example("` a ` `  `")
@example("``a`` `b")
@example("`a_b_` R & D [x]")
def test_text_reads_alike_whether_it_is_parsed_or_not(text: str) -> None:
    """A lone asterisk is text, and has the line go through the parser."""
    for read in (plain_text, anchor_text):
        assert read(text + "*", {}) == read(text, {}) + "*"


PIECES = (
    "a", " ", "*", "_", "**", "~~", "`", "``", "[", "]", "](u)", "](<v w> 't')", "[r]", "[R][]",
    "![", "<b>", "</b>", "<", "\\", "&amp;", "&#93;", "(", ")", "!", "\n", "é",
)  # fmt: skip
REFERENCES = {"R": {"title": "", "href": "/r", "map": [0, 1]}}


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@example("*[a*](u)*")
@example("**`a**`")
@example("*<https://a.example>* [a](u)")
def test_inlines_are_those_of_the_whole_parser(text: str) -> None:
    """The oracle has all rules, with emphasis among them."""
    expected: list[tuple[str, str]] = []
    parser = MarkdownIt("commonmark").enable("strikethrough")
    tokens: list[Token] = []
    parser.inline.parse(text, parser, {"references": REFERENCES}, tokens)
    for token in tokens:
        if token.type == "link_open":
            auto = token.info == "auto"
            expected.append(("autolink", "") if auto else ("link", str(token.attrs["href"])))
        elif token.type == "image":
            expected.append(("image", str(token.attrs["src"])))
        elif token.type == "code_inline":
            expected.append(("backticks", ""))
        elif token.type == "html_inline":
            expected.append(("html_inline", ""))
    lines = [Span(0, len(text))]
    found = parse_inlines(LineMap(text, lines), REFERENCES)
    assert sorted((str(each.kind), each.target) for each in found) == sorted(expected)
    if "[r]" not in text.lower():
        assert parse_inlines(LineMap(text, lines), {}) == found


LINKS = (
    "a", " ", "\n", "`", "[", "]", "[a]", "[r]", "[R][]", "][ r\n]", "[é](#é)", "[a](//a)",
    "[a](b c)", "[a](b#c)", "[`a`](./b/c-1.md)", "(", ")", "!", "<", ">", "&", "\\", "*",
)  # fmt: skip


@given(st.lists(st.sampled_from(LINKS), max_size=8).map("".join))
@example("[`a`](b) `[c](d)` [r], [none]: [none](x)")
@example("[a][r] R & D! [`r`] < `b`")
def test_simple_inlines_are_those_of_the_parser(text: str) -> None:
    lines = LineMap(text, [Span(0, len(text))])
    for references in ({}, REFERENCES, {"`R`": {"title": "", "href": "#r", "map": [0, 1]}}):
        simple = simple_inlines(lines, references)
        assert simple is None or simple == parse_inlines(lines, references)


def test_simple_links_need_no_parser() -> None:
    text = "1. [`a` and b](#a-and-b), as in [R] and [c][r]: `[d](e)`!"
    found = simple_inlines(LineMap(text, [Span(0, len(text))]), REFERENCES)
    assert found is not None
    assert [each.target for each in found] == ["", "#a-and-b", "/r", "/r", ""]


def test_a_very_long_line_is_taken_as_plain_text() -> None:
    document = parse_document("`a` " + "[" * LONGEST)
    (leaf,) = document.leaves
    assert document.inlines(leaf) == ()
    assert document.plain(leaf) == document.text


def test_inline_content_is_parsed_once() -> None:
    document = parse_document("`a`\n")
    assert document.inlines(document.leaves[0]) is document.inlines(document.leaves[0])
