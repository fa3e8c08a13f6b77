"""A docstring that is not a page is told what it lacks."""

from collections.abc import Iterator
from typing import ClassVar

import pytest

from designlint.api import Context, Finding, Rule, Severity
from designlint.pages import page_problems, rule_page
from designlint.pages.docstring import DEFAULT_TEMPLATE, read_docstring

DOCSTRING = """\
The word "loud" is there.

More of it.

## Why

It hurts.

## Example

```markdown
# A loud title
```

## Instead

```markdown
# A title
```
"""


class LoudTitle(Rule):
    """Replaced by every test."""

    group: ClassVar[str] = "style"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding where the title is loud; raises where it is broken."""
        for section in context.document.sections:
            if "broken" in section.title:
                raise RuntimeError("no such title")
            if "loud" in section.title:
                yield Finding(section.anchor, "loud", help="Write:\n```\nhush")


def _with(docstring: str | None) -> type[Rule]:
    return type("LoudTitle", (LoudTitle,), {"__doc__": docstring, "__module__": __name__})


def _changed(old: str, new: str) -> type[Rule]:
    assert old in DOCSTRING
    return _with(DOCSTRING.replace(old, new))


def test_the_parts_of_a_docstring() -> None:
    doc = read_docstring(_with(DOCSTRING))
    assert doc.summary == 'The word "loud" is there.'
    assert doc.lead == 'The word "loud" is there.\n\nMore of it.'
    assert [title for title, _ in doc.sections] == ["Why", "Example", "Instead"]
    assert (doc.example, doc.instead) == ("# A loud title\n", "# A title\n")
    assert (doc.template, doc.problems) == (DEFAULT_TEMPLATE, ())


def test_a_full_docstring_is_a_page() -> None:
    rule_class = _with(DOCSTRING + "\n## Notes\n\nNone.\n")
    assert page_problems(rule_class) == ()
    assert rule_page(rule_class) == (
        "# style/loud-title\n\nDefault severity: error.\n\n"
        + DOCSTRING.replace(
            "## Instead",
            "designlint reports:\n\n```text\n"
            "document.md:1:1: error[loud-title] loud\n  help: Write:\n    ```\n    hush\n```\n\n"
            "## Instead",
        )
        + "\n## Notes\n\nNone.\n"
    )


def test_an_example_brings_its_own_template() -> None:
    doc = read_docstring(
        _changed("```markdown\n# A loud", "```template\n# T\n```\n\n```markdown\n# A loud")
    )
    assert (doc.template, doc.problems) == ("# T\n", ())


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("is there.\n", "is there\n", "is not one sentence"),
        ("is there.\n", "is there.\nAnd\n", "is not one sentence"),
        (DOCSTRING[: DOCSTRING.index("## Why")], "", "does not open with a sentence"),
        ("## Why", "## Because", "the headings are not `## Why`, `## Example`, `## Instead`"),
        ("## Why", "### Why", "the headings are not"),
        ("## Why\n\nIt hurts.\n", "", "the headings are not"),
        ("## Why", "## Notes\n\n## Why", "the headings are not"),
        ("```markdown\n# A loud", "```text\n# A loud", "`## Example` does not hold exactly one"),
        ("# A title\n```", "```\n\n```markdown\n```", "`## Instead` does not hold exactly one"),
        ("## Instead", "```template\n# T\n```\n\n## Instead", "that is not before the document"),
        ("```markdown\n# A loud", "```template\nT\n```\n\n```markdown\n# A loud", "no heading"),
        ("# A loud title", "# A quiet title", "the document in `## Example` is clean"),
        ("# A loud title", "# A broken title", "raised RuntimeError: no such title"),
        ("# A title", "# A loud one", "`## Instead` is not clean: document.md:1:1: error[loud"),
    ],
)
def test_what_is_lacking(old: str, new: str, problem: str) -> None:
    rule_class = _changed(old, new)
    assert problem in "\n".join(page_problems(rule_class))
    assert rule_page(rule_class).startswith("# style/loud-title\n")


def test_a_rule_without_a_docstring_has_a_page_all_the_same() -> None:
    rule_class = _with(None)
    assert page_problems(rule_class)[0].startswith("the docstring does not open")
    assert rule_page(rule_class) == "# style/loud-title\n\nDefault severity: error.\n"
