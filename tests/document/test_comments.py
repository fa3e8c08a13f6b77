"""Comments: in HTML, and as link definitions that lead nowhere."""

import pytest

from designlint.document.comments import comment_spans, is_link_comment, without_comments


@pytest.mark.parametrize(
    ("text", "found", "rest"),
    [
        ("a <!-- b --> c", ["<!-- b -->"], "a  c"),
        ("<!--\nb\n--><!-- c -->", ["<!--\nb\n-->", "<!-- c -->"], ""),
        ("<!-- a <!-- b --> c -->", ["<!-- a <!-- b -->"], " c -->"),
        ("a <!-- b", [], "a <!-- b"),
        ("--> a", [], "--> a"),
    ],
)
def test_closed_comments(text: str, found: list[str], rest: str) -> None:
    assert [span.slice(text) for span in comment_spans(text)] == found
    assert without_comments(text) == rest


@pytest.mark.parametrize(
    "line",
    ["[comment]: # (a)", "[//]: # a", "[Comment]: <> (a)", "[required_in]: # (a)",
     "[x]: <#> 'a'", '  [note]: # "a"'],
)  # fmt: skip
def test_definitions_that_are_comments(line: str) -> None:
    assert is_link_comment(line)


@pytest.mark.parametrize(
    "line",
    ["[a]: #a", "[a]: #a (title)", "[a]: https://b.example (c)", "[a]: #", "[a](#)", "a: # (b)",
     "[comment](#)", ""],
)  # fmt: skip
def test_definitions_that_are_links(line: str) -> None:
    assert not is_link_comment(line)
