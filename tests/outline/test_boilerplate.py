"""What of a template stays in its documents."""

import pytest

from designlint.document import parse_document
from designlint.outline import compile_template
from designlint.outline.boilerplate import is_contents, is_tool_comment

MARKED = "# T [a]\n\n## A\n\n{}\n\n## B\n\n[b] [c]\n"
PLAIN = "# T\n\n## A\n\n{}\n\n## B\n"


@pytest.mark.parametrize(
    ("body", "for_tool"),
    [
        ("prettier-ignore", True),
        ("START doctoc generated TOC", True),
        ("END doctoc", True),
        (" /toc ", True),
        ("markdownlint-disable MD013", True),
        ("vale off", True),
        ("valedictory words", False),
        ("tocsin", False),
        ("Start with the doctoc of the page", False),
        ("What to write", False),
    ],
)
def test_comments_for_tools(body: str, for_tool: bool) -> None:
    assert is_tool_comment(body) is for_tool


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("- [A](#a)\n- [B](#b)\n", True),
        ("1. [A](#a)\n   - [B](#b)\n     - [C](#c)\n", True),
        ("- [[A]]\n", True),
        ("- [A](#a)\n- [B](b.md)\n", False),
        ("- [A](#a), the first\n", False),
        ("- [A](#a)\n  - B\n", False),
        ("[A](#a)\n", False),
    ],
)
def test_tables_of_contents(text: str, contents: bool) -> None:
    assert is_contents(text, parse_document(text).blocks[0]) is contents


def residue(template: str, body: str) -> list[str]:
    """The texts of section A that a document must not keep."""
    outline = compile_template(template.format(body), "t.md")
    last = 4 + body.count("\n") + 1
    found = [(each.line, each.text) for each in outline.placeholders]
    found += [(each.line, each.text) for each in outline.instructions]
    return [text for line, text in found if 5 <= line <= last]


@pytest.mark.parametrize("template", [MARKED, PLAIN])
@pytest.mark.parametrize(
    "body",
    [
        "<!-- prettier-ignore -->",
        "- [B](#b)",
        "See the [guide](guide.md).",
        "(For details see <https://a.example/b>.)",
        "- [ ] The door is shut\n- [ ] The light is out",
        "Copyright of the club, all rights reserved.",
        "This text is here to stay.\n<!-- designlint: keep -->",
        "<!-- Links -->\n[guide]: https://a.example/guide",
    ],
)
def test_what_stays_in_any_template(template: str, body: str) -> None:
    assert residue(template, body) == []


RULES = "- **One**: nobody leaves before all have spoken.\n- **Two**: nobody speaks for another."


@pytest.mark.parametrize(
    "body",
    [
        f"These hold at all times:\n\n{RULES}",
        "These are the doors:\n\n- The small door\n- The wide door",
        "Sign in this box:\n\n```\n[ ] signed by the keeper, and ( ) by the clerk\n```",
    ],
)
def test_what_stays_only_where_placeholders_stand_in_marks(body: str) -> None:
    assert residue(MARKED, body) == []
    assert residue(PLAIN, body) != []


@pytest.mark.parametrize(
    "body",
    [
        "See the [guide](guide.md). Then write what you have learned from it.",
        "See what the others have written in their own pages.",
        "Answer these:\n\n- Which doors are there?\n- Which of them is shut?",
        "These are the doors:\n\n- The small door\n- [Which other]",
        "Name every door of the house.",
        "<!-- Links -->\n\nText",
    ],
)
def test_what_does_not_stay(body: str) -> None:
    assert residue(MARKED, body) != []
