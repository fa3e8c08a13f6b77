"""Links that lead into the repository: what they are, and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designlint.document import parse_document
from designlint.document.inline import InlineKind
from designlint.document.links import Link, find_dangling, find_links, is_local


def told(text: str) -> list[tuple[str, str, str]]:
    """Kind, text of the span, and target of each link."""
    document = parse_document(text)
    return [
        (link.kind.value, link.span.slice(document.text), link.target)
        for link in find_links(document)
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[a](b.md)", ("link", "b.md", "b.md")),
        ('[a]( b.md "t" )', ("link", "b.md", "b.md")),
        ("[a](<b c.md> 't')", ("link", "b c.md", "b%20c.md")),
        ("[a](b_(c).md)", ("link", "b_(c).md", "b_(c).md")),
        ("[a](b.md\n'title')", ("link", "b.md", "b.md")),
        ("[a](\nb.md)", ("link", "b.md", "b.md")),
        ("![a](b.png)", ("image", "b.png", "b.png")),
        ("![a `]` [x](y)](b.png)", ("image", "b.png", "b.png")),
        ("[a](#b)", ("link", "#b", "#b")),
        ("[a](ä.md)", ("link", "ä.md", "%C3%A4.md")),
        ("[a]()", ("link", "[a]()", "")),
        ('<a class="x" href="b.md">', ("link", "b.md", "b.md")),
        ("<IMG SRC = 'b.png'>", ("image", "b.png", "b.png")),
        ("x <img alt='y' src=\"b.png\"/>", ("image", "b.png", "b.png")),
    ],
)
def test_one_link(source: str, expected: tuple[str, str, str]) -> None:
    assert told(source) == [expected]
    assert told(f"> - {source.replace(chr(10), chr(10) + '>   ')}\n") == [expected]


@pytest.mark.parametrize(
    "source",
    [
        "[a](https://example.org)",
        "[a](HTTP://example.org)",
        "[a](//example.org)",
        "[a](mailto:a@example.org)",
        "[a]({{ page }})",
        "[a]({%20x%20%})",
        "<https://example.org>",
        "`[a](b.md)`",
        "\\[a](b.md)",
        "[a] (b.md)",
        "```\n[a](b.md)\n```",
        "<!-- [a](b.md) <img src='b.png'> -->",
        "<a href=b.md>",
        "[a]: b.md",
        "[a][b]\n\n[b]: https://example.org",
        "note[^1]\n\n[^1]: note",
    ],
)
def test_no_link(source: str) -> None:
    assert told(source) == []


def test_definitions_count_once_and_where_they_stand() -> None:
    text = (
        "[a][X] ![b][x] [x] [X][]\n\n> [x]:\n>   <b c.md>\n>   'title'\n\n"
        "[y]: z.md\n[x]: twice.md\n"
    )
    assert told(text) == [("definition", "b c.md", "b%20c.md")]


def test_several_definitions_in_one_block() -> None:
    assert told("[one] [two]\n\n[one]: a.md\n[two]: b.md 'B'\n") == [
        ("definition", "a.md", "a.md"),
        ("definition", "b.md", "b.md"),
    ]


def test_links_are_in_document_order_and_images_in_links_are_both_told() -> None:
    text = (
        "[z] [![a](b.png)](c.md)\n\n| x |\n|---|\n| [d](e.md) |\n\n"
        "<p><img src='f.png'></p>\n\n[z]: y\n"
    )
    assert [target for _, _, target in told(text)] == ["b.png", "c.md", "e.md", "f.png", "y"]


def test_parts_of_a_target() -> None:
    document = parse_document("[a](b%20c.md?raw=1#d%20e)")
    (link,) = find_links(document)
    assert (link.path, link.query, link.fragment) == ("b c.md", "raw=1", "d e")


def test_dangling_references() -> None:
    document = parse_document(
        "[a][b] `[c][d]` x[0][1] [e][f] [g](h)[i][j] \\[k][l] ![m][n] [o][p]\n\n[f]: x\n"
    )
    assert [(each.span.slice(document.text), each.label) for each in find_dangling(document)] == [
        ("[a][b]", "b"),
        ("[i][j]", "j"),
        ("[o][p]", "p"),
    ]


PARTS = st.lists(
    st.sampled_from(
        [
            "[", "]", "(", ")", "<", ">", "!", "#", "a.md", " ", "\n", "`", "\\", '"t"', "x",
            "[x]", "[x]: ", "](", "][", "<img src='", "'>", "<!--", "-->", "> ", "- ", "| ", "é",
            "%20", "^1",
        ]
    ),
    max_size=24,
)  # fmt: skip


@given(PARTS.map("".join))
def test_spans_lie_in_the_text_and_hold_the_target(text: str) -> None:
    document = parse_document(text)
    for link in find_links(document):
        assert 0 <= link.span.start <= link.span.end <= len(document.text)
        assert not link.target or "\n" not in link.span.slice(document.text)
        assert isinstance(link, Link)
    for each in find_dangling(document):
        assert each.span.slice(document.text).endswith(f"[{each.label}]")


REFERRING = st.lists(
    st.sampled_from(
        [
            "[a](", "b.md", "https://a.example", ")", "[x]", "[X][]", "[a][x]", "[a][z]", "![",
            "](", "]", "`", "\\", "\n", "\n\n", "> ", "- ", "| ", "|-|\n", "# ",
            "\n\n[x]: c.md\n\n",
            "\n\n[z]: https://a.example\n\n",
        ]
    ),
    max_size=16,
)  # fmt: skip


@given(REFERRING.map("".join))
def test_no_block_that_holds_a_link_is_passed_over(text: str) -> None:
    document = parse_document(text)
    inlines = [each for leaf in document.leaves for each in document.inlines(leaf)]
    led = {each.label for each in inlines if each.label}
    expected = [
        each.target
        for each in inlines
        if each.kind in (InlineKind.LINK, InlineKind.IMAGE) and not each.label
    ]
    expected += [document.references[label]["href"] for label in led]
    local = sorted(filter(is_local, expected))
    fresh = parse_document(text)
    assert sorted(link.target for link in find_links(fresh)) == local


@pytest.mark.parametrize(
    "part", ["[", "](", "[a](", "[a][", "<a ", "<img src='", "[^", "]: ", "[a]: <", "![", "<!--"]
)
def test_hostile_lines_take_linear_time(part: str) -> None:
    document = parse_document(part * 30_000)
    assert isinstance(find_links(document), tuple)
    assert isinstance(list(find_dangling(document)), list)
