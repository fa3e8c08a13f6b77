"""What a document has kept of its template, each at its exact place."""

from collections.abc import Callable

import pytest

from designlint.alignment.instructions import find_instructions
from designlint.alignment.model import Alignment
from designlint.alignment.residue import find_placeholders
from designlint.document import Document, parse_document

Lay = Callable[..., Alignment]

TEMPLATE = """\
# Memo: [Name]

## Why

Tell the reader what led here, in your own words.
Two paragraphs will do.

- **Tool**: [Which tool]
- **Level**: High/Low
- **Author**: Your name

1. [Option 1]: [Pros and cons]

| Risk | Impact |
|------|--------|
| [What] | High/Low |

```
[Diagram]
```

<!-- Leave nothing out that matters later. -->
"""


def at(document: Document, start: int, end: int) -> str:
    one, other = document.position(start), document.position(end)
    return f"{one.line}:{one.column}-{other.line}:{other.column}"


@pytest.fixture
def placeholders(lay: Lay) -> Callable[[str], list[str]]:
    def run(body: str) -> list[str]:
        text = f"# Memo: A\n\n## Why\n\n{body}\n"
        document = parse_document(text)
        found = find_placeholders(document, lay(TEMPLATE, text))
        return [f"{at(document, *each.span)} {' & '.join(each.texts)}" for each in found]

    return run


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("- **Tool**: [Which tool]\n", ["5:13-5:25 [Which tool]"]),
        ("- **Tool**: [which  TOOL]\n", ["5:13-5:26 [which TOOL]"]),
        ("1. [Option 3]: [Pros and cons]\n", ["5:4-5:31 [Option 3] & [Pros and cons]"]),
        ("> - x\n>   - [Option 1] is\n", ["6:7-6:17 [Option 1]"]),
        ("é𝒳 [Which tool]\n", ["5:4-5:16 [Which tool]"]),
        ("- **Tool**: [Describe the fallback here]\n", ["5:13-5:41 [Describe the fallback here]"]),
        ("- **Level**: High/Low\n", ["5:14-5:22 High/Low"]),
        ("- **Author**: Your name\n", ["5:15-5:24 Your name"]),
        ("```\n[Diagram]\n```\n", ["6:1-6:10 [Diagram]"]),
        (
            "| Risk | Impact |\n|---|---|\n| Fire | High/Low |\n",
            ["7:10-7:18 High/Low"],
        ),
        (
            "| Risk | Impact |\n|---|---|\n| [What] | High/Low |\n| Fire | Low |\n",
            ["7:1-7:22 | [What] | High/Low |"],
        ),
        ("### [Name]\n", ["5:5-5:11 [Name]"]),
        (
            "[Which tool] and [Option 1]\n[What]\n",
            ["5:1-5:28 [Which tool] & [Option 1]", "6:1-6:7 [What]"],
        ),
    ],
)
def test_placeholders_that_are_left(
    placeholders: Callable[[str], list[str]], body: str, found: list[str]
) -> None:
    assert placeholders(body) == found


@pytest.mark.parametrize(
    "body",
    [
        "- [ ] task\n- [x] done\n",
        "[Which tool](a.md) and [Which tool][ref]\n\n[ref]: /url\n",
        "[Which tool]\n\n[Which tool]: /url\n",
        "A claim[1], another [2, 3], a note[^1] and [Knuth 1984].\n\n[^1]: Here.\n",
        "The interval [0, 1) and list[int] and [re]write.\n",
        "`[Which tool]` in code\n",
        "```python\nx = [What]\n```\n",
        "```markdown\n[Diagram]\n```\n",
        "```\nbox -> box\n```\n\n    [Which tool]\n",
        "\\[Which tool]\n",
        "<https://a.example/[Name]>\n",
        "![Which tool](a.png)\n",
        "The [Open Policy Agent] decides.\n",
        "| Risk | Impact |\n|---|---|\n| [What] | High/Low |\n",
        "- **Level**: High\n- **Author**: Ann\n",
        "{not a mark of this template}\n",
    ],
)
def test_what_is_no_placeholder(placeholders: Callable[[str], list[str]], body: str) -> None:
    assert placeholders(body) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Tell the reader what led here, in your own words.\n", ["5:1-5:50"]),
        ("Tell the reader what led here,\nin your  own WORDS.\n", ["5:1-6:20"]),
        ("> Tell the reader what led\n> here, in your own words.\n", ["5:3-6:27"]),
        (
            "Tell the reader what led here, in your own words. Two paragraphs will do.\n",
            ["5:1-5:74"],
        ),
        ("<!-- Leave nothing out that matters later. -->\n", ["5:6-5:43"]),
        ("Now. Leave nothing out that matters later. And so on.\n", ["5:6-5:43"]),
        ("Tell the reader what led here.\n", []),
        ("```\nTell the reader what led here, in your own words.\n```\n", []),
    ],
)  # fmt: skip
def test_instructions_that_are_left(lay: Lay, body: str, found: list[str]) -> None:
    text = f"# Memo: A\n\n## Why\n\n{body}"
    document = parse_document(text)
    outline = lay(TEMPLATE, text).outline
    assert [at(document, *span) for span in find_instructions(document, outline)] == found
