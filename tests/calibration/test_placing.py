"""Where directives are written, and that they are read there, and nowhere else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from designlint.calibration.directive_text import Directive
from designlint.calibration.elements import Element, list_elements
from designlint.calibration.placing import NoPlaceError, Placement, Placer, TextBlock
from designlint.language.lexicon import ENGLISH
from designlint.outline import TemplateError, compile_template
from designlint.outline.model import ExpectedField, ExpectedSection

TEMPLATE = """\
---
status: draft
---
# Memo: [Title]

- **Author**: [Name]
- Reviewer: [Name]

This line is what every memo says.

Why now
-------
Say in a few sentences why this is needed now.

- **Trigger**: [What happened]
  - **Since**: [When]
- **Cost**:

## Plan

| Step | Owner |
|---|---|
| [Step] | [Owner] |
```mermaid
[Diagram]
```
### Phase 1

[What it delivers]

## Facts

| Field | Value |
|---|---|
| System | [Name] |
| Tier | |

**Rollback**

[How to undo it]

<details>
Tell the reader what was left out, and why it was.
</details>

## Risks
[Risks]"""


def place(text: str, *placements: Placement) -> str:
    return Placer(text, "t.md", ENGLISH).place(placements)


def element(text: str, name: str) -> Element:
    found = [each for each in list_elements(compile_template(text, "t.md")) if each.name == name]
    assert len(found) == 1, name
    return found[0]


def added_lines(before: str, after: str) -> list[tuple[int, str]]:
    """The 1-based lines of `after` that hold a directive that `before` has not."""
    return [
        (number, line)
        for number, line in enumerate(after.split("\n"), 1)
        if "designlint:" in line and line not in before.split("\n")
    ]


def without_comments(text: str) -> str:
    return re.sub(r"(?:\n{1,2}|(?<=\S) )<!-- designlint: [^\n]*? -->", "", text)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Why now", (13, "<!-- designlint: optional -->")),
        ("Phase 1", (28, "<!-- designlint: optional -->")),
        ("Risks", (47, "<!-- designlint: optional -->")),
        ("Author", (6, "- **Author**: [Name] <!-- designlint: optional -->")),
        ("Reviewer", (7, "- Reviewer: [Name] <!-- designlint: optional -->")),
        ("Since", (16, "  - **Since**: [When] <!-- designlint: optional -->")),
        ("Cost", (17, "- **Cost**: <!-- designlint: optional -->")),
        ("System", (35, "| System | [Name] <!-- designlint: optional --> |")),
        ("Rollback", (38, "**Rollback** <!-- designlint: optional -->")),
        ("| Step | Owner |", (24, "<!-- designlint: optional -->")),
        ("mermaid", (27, "<!-- designlint: optional -->")),
    ],
)
def test_where_a_directive_is_written_and_read(name: str, line: tuple[int, str]) -> None:
    target = element(TEMPLATE, name)
    placed = place(TEMPLATE, Placement(target, Directive("optional")))
    assert added_lines(TEMPLATE, placed) == [line]
    assert without_comments(placed) == TEMPLATE
    before = list_elements(compile_template(TEMPLATE, "t.md"))
    after = list_elements(compile_template(placed, "t.md"))
    assert [each.name for each in after] == [each.name for each in before]
    changed = {b.name for a, b in zip(before, after, strict=True) if a.optional != b.optional}
    assert changed == {name}


def test_a_hole_in_a_table_takes_no_comment() -> None:
    target = element(TEMPLATE, "Tier")
    with pytest.raises(NoPlaceError):
        place(TEMPLATE, Placement(target, Directive("optional")))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# T\n\nText here.\n\n## A\n\n[x]\n\n## B\n\n[y]\n", 2),
        ("Text here.\n\n# T\n\n## A\n\n[x]\n\n## B\n\n[y]\n", 1),
        ("# A\n\n[x]\n\n# B\n\n[y]\n", 1),
        ("---\na: b\n---\n# A\n\n[x]\n\n# B\n\n[y]\n", 4),
    ],
)
def test_where_the_whole_template_is_spoken_of(text: str, line: int) -> None:
    root = list_elements(compile_template(text, "t.md"))[0]
    placed = place(text, Placement(root, Directive("unordered")))
    assert added_lines(text, placed) == [(line, "<!-- designlint: unordered -->")]
    assert compile_template(placed, "t.md").root.unordered


@pytest.mark.parametrize("line", [9, 13, 42])
def test_text_that_stays(line: int) -> None:
    blocks = Placer(TEMPLATE, "t.md", ENGLISH).text_blocks()
    block = next(each for each in blocks if each.line == line)
    placed = place(TEMPLATE, Placement(block, Directive("keep")))
    assert without_comments(placed) == TEMPLATE
    before = compile_template(TEMPLATE, "t.md")
    after = compile_template(placed, "t.md")
    gone = [text for text in before.instructions if text.line in range(block.line, block.last + 1)]
    kept = [each.text for each in before.instructions if each not in gone]
    assert [each.text for each in after.instructions] == kept
    assert after.placeholders == tuple(
        replace(
            each,
            line=each.line + (each.line > block.last) * (placed.count("\n") - TEMPLATE.count("\n")),
        )
        for each in before.placeholders
    )


def test_what_is_said_already_is_added_to() -> None:
    said = "<!-- designlint: ignore[empty-section] x -->\n<!-- designlint: alias=Z -->\n"
    text = f"# T\n\n## A\n{said}\n[x]\n\n## B\n\n[y]\n"
    target = element(text, "A")
    new = (Placement(target, Directive(aliases=("Y",))), Placement(target, Directive("optional")))
    placed = place(text, *new)
    assert placed == text.replace("alias=Z", 'alias="Z; Y" optional')
    section = compile_template(placed, "t.md").root.children[0]
    assert (section.optional, section.pattern.names) == (True, ("a", "z", "y"))


def test_a_field_that_has_a_directive_is_added_to() -> None:
    text = "# T\n\n## A\n\n- **F**: [text]\n\n  <!-- designlint: value=date -->\n- **G**: [x]\n"
    placed = place(text, Placement(element(text, "F"), Directive("optional")))
    assert placed == text.replace("value=date", "value=date optional")
    first, second = compile_template(placed, "t.md").root.children[0].fields
    assert (first.demand.optional, second.demand.optional) == (True, False)


def test_a_contradiction_is_refused_by_the_compiler() -> None:
    text = "# T\n\n## A\n<!-- designlint: required -->\n\n[x]\n\n## B\n\n[y]\n"
    placed = place(text, Placement(element(text, "A"), Directive("optional")))
    with pytest.raises(TemplateError, match="contradict"):
        compile_template(placed, "t.md")


def test_a_comment_does_not_hide_what_the_template_says_by_itself() -> None:
    text = "# T\n\n## Contents\n\n- [A](#a)\n- [B](#b)\n\n## A\n\n[Some text]\n\n## B\n\n[More]\n"
    before = compile_template(text, "t.md")
    placed = place(text, Placement(element(text, "Contents"), Directive("any-level")))
    after = compile_template(placed, "t.md")
    assert before.root.children[0].optional
    assert after.root.children[0] == replace(before.root.children[0], any_level=True)
    assert after.instructions == before.instructions == ()


_FLAGS = {ExpectedSection: ("optional", "any-level", "unordered"), ExpectedField: ("optional",)}
_ALL = list_elements(compile_template(TEMPLATE, "t.md"))
_NAMES = st.sampled_from(["Other", "Anderes", "別名", "Ot her"])


@st.composite
def _placements(draw: st.DrawFn) -> list[Placement]:
    found = []
    for each in draw(st.lists(st.sampled_from(_ALL), unique=True)):
        if each.name == "Tier":
            continue
        named = isinstance(each.expected, (ExpectedSection, ExpectedField)) and each.index > 0
        flags = _FLAGS.get(type(each.expected), ("optional",)) if each.index else ("unordered",)
        said = [Directive(flag) for flag in draw(st.sets(st.sampled_from(flags)))]
        if named and draw(st.booleans()):
            said.append(Directive(aliases=tuple(sorted(draw(st.sets(_NAMES, min_size=1))))))
        found += [Placement(each, directive) for directive in said]
    blocks = list(Placer(TEMPLATE, "t.md", ENGLISH).text_blocks())
    lines = draw(
        st.sets(st.sampled_from([each.line for each in blocks if each.line in (9, 13, 42)]))
    )
    found += [Placement(each, Directive("keep")) for each in blocks if each.line in lines]
    return found


@given(_placements())
def test_any_set_of_directives_can_be_written_together(placements: list[Placement]) -> None:
    placed = place(TEMPLATE, *placements)
    assert without_comments(placed) == TEMPLATE
    after = list_elements(compile_template(placed, "t.md"))
    assert [each.name for each in after] == [each.name for each in _ALL]
    for placement in placements:
        if isinstance(placement.target, TextBlock):
            continue
        said = after[placement.target.index]
        expected = said.expected
        if placement.directive.flag == "optional":
            assert said.optional
        elif placement.directive.flag:
            assert getattr(expected, placement.directive.flag.replace("-", "_"))
        else:
            assert isinstance(expected, (ExpectedSection, ExpectedField))
            assert expected.pattern.aliases
