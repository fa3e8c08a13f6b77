"""What is learned from a template without a word of explanation in it."""

import pickle

import pytest

from designlint.outline import Outline, TemplateError, compile_template
from designlint.outline.describe import outline_as_dict, outline_as_text
from designlint.outline.model import ExpectedField, ExpectedSection
from designlint.registry import load_registry

TEMPLATE = """\
---
title: [Name]
status: draft | review | accepted
---
# Memo: [Name]

**Author**: Your name
**Tier**: one / two / three

<!-- Keep it short, two pages at the most. -->

## 1. Background

Tell the reader what led here, and why now.

> Link to earlier memos where there are any.

## Decisions

### Decision 1: [Name]

- **Context**: [What made it necessary]
- **Options**:
  1. [Option 1]: [Pros]
  2. [Option 2]: [Cons]
- **Due**: [When]
  <!-- designlint: value=date optional -->

## Parts
<!-- designlint: unordered closed any-level repeat=0..3 -->

### [Part]

- **[Technology]**: [Why]
- **[Library]**: [Why]
- **Interfaces**:

  ```go
  [The interface]
  ```

## Risks (optional)

| Risk | Impact | Owner |
|------|--------|-------|
| [What] | High/Low | [Who] |

```
[Diagram]
```

## Open Questions

1. [Question]?
   - Context: [Why]

## Costs
<!-- designlint: since=2026-03-01 when="status=accepted" -->

_Say what it costs._

---
*This text stays.*
"""
DESCRIBED = """\
# Memo: [Name]
front matter: title, status (draft/review/accepted)
field Author
field Tier (one/two/three)
## 1. Background
  text
## Decisions
  ### Decision 1: [Name] (one or more)
    field Context
    field Options (a list)
    field Due (a date, optional)
## Parts (0 to 3, unordered, closed, at any level)
  ### [Part] (one or more)
    field [Technology] (one or more, names are free)
    field Interfaces (a code block)
## Risks (optional)
  table | Risk | Impact (High/Low) | Owner |
  code block
## Open Questions (holds the questions)
  list (ordered, 1 kind of item)
    field Context
## Costs (since 2026-03-01, when status is accepted)
  text

20 placeholders and 4 instructions must not survive in a document.
"""


@pytest.fixture(scope="module")
def outline() -> Outline:
    return compile_template(TEMPLATE, "memo.md")


def section(body: str, heading: str = "## A") -> ExpectedSection:
    return compile_template(f"# T\n\n{heading}\n\n{body}\n\n## Last\n", "t.md").root.children[0]


def test_description(outline: Outline) -> None:
    assert outline_as_text(outline) == DESCRIBED


def test_residue(outline: Outline) -> None:
    assert [(each.line, each.text) for each in outline.placeholders if each.mark] == [
        (5, "[Name]"),
        (20, "[Name]"),
        (32, "[Part]"),
        (22, "[What made it necessary]"),
        (24, "[Option 1]"),
        (24, "[Pros]"),
        (25, "[Option 2]"),
        (25, "[Cons]"),
        (26, "[When]"),
        (34, "[Technology]"),
        (34, "[Why]"),
        (35, "[Library]"),
        (35, "[Why]"),
        (46, "[What]"),
        (46, "[Who]"),
        (54, "[Question]"),
        (55, "[Why]"),
    ]
    unmarked = [
        (each.line, each.text, each.in_code) for each in outline.placeholders if not each.mark
    ]
    assert unmarked == [
        (7, "Your name", False),
        (38, "[The interface]", True),
        (48, "[Diagram]", True),
    ]
    assert [(each.line, each.text, each.comment) for each in outline.instructions] == [
        (10, "Keep it short, two pages at the most.", True),
        (14, "Tell the reader what led here, and why now.", False),
        (16, "Link to earlier memos where there are any.", False),
        (60, "_Say what it costs._", False),
    ]


def test_description_for_programs(outline: Outline) -> None:
    shown = outline_as_dict(outline)
    assert shown["title"] == "Memo: [Name]"
    assert [key["values"] for key in shown["front_matter"]] == [[], ["draft", "review", "accepted"]]
    assert [(s["title"], s["line"], s["least"], s["most"]) for s in shown["sections"]] == [
        ("1. Background", 12, 1, 1),
        ("Decisions", 18, 1, 1),
        ("Parts", 29, 0, 3),
        ("Risks", 42, 0, 1),
        ("Open Questions", 52, 1, 1),
        ("Costs", 57, 1, 1),
    ]
    assert shown["sections"][3]["tables"][0]["columns"][1] == {
        "name": "Impact",
        "values": ["High", "Low"],
    }


def test_an_outline_travels_between_processes(outline: Outline) -> None:
    assert pickle.loads(pickle.dumps(outline)) == outline
    assert compile_template(TEMPLATE.replace("\n", "\r\n"), "memo.md") == outline


@pytest.mark.parametrize(
    ("heading", "title", "least", "most", "optional"),
    [
        ("## Risks", "Risks", 1, 1, False),
        ("## Risks (optional)", "Risks", 1, 1, True),
        ("## Risks [optional]", "Risks", 1, 1, True),
        ("## Risks *(Optional)*", "Risks", 1, 1, True),
        ("## Risks (if applicable)", "Risks", 1, 1, True),
        ("## Optional: Risks", "Risks", 1, 1, True),
        ("## Risks (and dangers)", "Risks (and dangers)", 1, 1, False),
        ("## Decision 1: [Name]", "Decision 1: [Name]", 1, None, False),
        ("## Story 1", "Story 1", 1, None, False),
        ("## [Component Name]", "[Component Name]", 1, None, False),
        ("## {Component}", "{Component}", 1, None, False),
        ("## <Component>", "<Component>", 1, None, False),
        ("## <Title of the part>", "<Title of the part>", 1, None, False),
        ("## <!-- Component -->", "[Component]", 1, None, False),
        ("## Service: <!-- which -->", "Service: [which]", 1, None, False),
        ("## Risks <!-- how many -->", "Risks", 1, 1, False),
        ("## Risks <!-- optional -->", "Risks", 1, 1, True),
        ("Risks\n-----", "Risks", 1, 1, False),
    ],
)
def test_headings(heading: str, title: str, least: int, most: int | None, optional: bool) -> None:
    found = section("[text]", heading)
    assert (found.title, found.least, found.most, found.optional) == (title, least, most, optional)


@pytest.mark.parametrize(
    ("heading", "matching", "other"),
    [
        ("## Risks & Dangers", ["risks and dangers"], ["risks", "risks or dangers"]),
        (
            "## Decision 1: [Name]",
            ["decision 2: where", "decision14", "decision #3", "decision b: x", "decision: x"],
            ["decisions", "decision", "the decision 1", "decisionb"],
        ),
        ("## Story 1", ["story 2", "story 12: x"], ["stories", "history 1"]),
        ("## [Name]", ["anything"], []),
        ("## Service [Name] setup", ["service billing setup"], ["service setup", "service x"]),
    ],
)
def test_titles_that_match(heading: str, matching: list[str], other: list[str]) -> None:
    pattern = section("[text]", heading).pattern
    assert [name for name in matching if not pattern.matches(name)] == []
    assert [name for name in other if pattern.matches(name)] == []


def test_a_section_shown_twice_is_one_that_repeats() -> None:
    stories = "# T\n\n## Story 1\n\n- **A**: [text]\n\n## Story 2\n\n[y]\n\n"
    text = stories + "## Case\n\n[text]\n\n## Case\n\n[text]\n"
    children = compile_template(text, "t.md").root.children
    assert [(each.title, each.most) for each in children] == [("Story 1", None), ("Case", None)]
    assert [each.name for each in children[0].fields] == ["A"]


@pytest.mark.parametrize(
    "body",
    [
        "[text]\n\n*Omit this section if nothing changes.*",
        "Remove this section when it does not apply.",
        "<!-- This section is optional. -->",
        "> Skip this section unless you store data.",
    ],
)
def test_instructions_that_make_a_section_optional(body: str) -> None:
    assert section(body).optional


def fields(found: tuple[ExpectedField, ...]) -> list[str]:
    return [each.name for each in found]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("- **A**: [text]\n- **B**: [y]", ["A", "B"]),
        ("**A**: [text]\n\n**B**: [y]", ["A", "B"]),
        ("A: [text]\nB: [y]", ["A", "B"]),
        ("| Field | Value |\n|---|---|\n| A | [text] |\n| B | |", ["A", "B"]),
        ("- **[Name]**: [text]\n- **[Other]**: [y]", ["[Name]"]),
        ("- **A**: [text]\n- **[Name]**: [y]", ["A", "[Name]"]),
        ("- [One]\n- [Two]", []),
        ("Just text.", []),
    ],
)
def test_fields(body: str, names: list[str]) -> None:
    assert fields(section(body).fields) == names


def test_nested_fields_lists_and_code() -> None:
    found = section(
        "- **System**: [n]\n  - **Purpose**: [p]\n- **Options**:\n  1. [One]\n  2. [Two]\n"
        "- **Code**:\n\n  ```sql\n  [text]\n  ```\n"
    ).fields
    assert fields(found) == ["System", "Options", "Code"]
    assert fields(found[0].fields) == ["Purpose"]
    assert found[1].items == 2
    assert found[2].code is not None
    assert (found[2].code.language, found[2].code.placeholder) == ("sql", "[text]")


@pytest.mark.parametrize(
    ("value", "vocabulary"),
    [
        ("High/Med/Low", ("High", "Med", "Low")),
        ("Draft | In Review | Accepted", ("Draft", "In Review", "Accepted")),
        ("`true|false`", ("true", "false")),
        ("proposed / accepted / rejected", ("proposed", "accepted", "rejected")),
        ("Draft | Accepted | …", ("Draft", "Accepted", "…")),
        ("Draft | … | Accepted", ("Draft", "Accepted", "…")),
        ("Draft | Accepted |", ("Draft", "Accepted")),
        ("[High/Low]", ()),
        ("Pros/cons of TCP/IP", ()),
        ("High", ()),
        ("https://a.example/b", ()),
    ],
)
def test_vocabularies(value: str, vocabulary: tuple[str, ...]) -> None:
    assert section(f"- **A**: {value}").fields[0].vocabulary == vocabulary


@pytest.mark.parametrize(
    ("body", "tables", "codes"),
    [
        ("| a | b |\n|---|---|\n| [text] | [y] |", 1, 0),
        ("| a |\n|---|", 1, 0),
        ("```\n[text]\n```", 0, 1),
        ("```mermaid\n```", 0, 1),
        ("```\nreal code\n```", 0, 0),
        ("    [text]", 0, 0),
    ],
)
def test_tables_and_code(body: str, tables: int, codes: int) -> None:
    found = section(body)
    assert (len(found.tables), len(found.codes)) == (tables, codes)


def placeholders(body: str) -> list[str]:
    outline = compile_template(f"# T\n\n## A\n\n{body}\n\n## B\n", "t")
    return [each.text for each in outline.placeholders]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("[one] {two} {{three}} <four>", ["[one]", "{two}", "{{three}}", "<four>"]),
        ("[link](u) ![img](v) [^1] [ ] [x]\n", []),
        ("- [ ] task\n- [x] done", []),
        ("[1] [2.3] \\[no]", []),
        ("`[code]` <b>html</b> <https://a.example>", []),
        ("1. [Option 1]: [Pros/Cons]", ["[Option 1]", "[Pros/Cons]"]),
        ("[ref]\n\n[ref]: /url", []),
        ("| [a] | b |\n|---|---|\n| c | [d] |", ["[a]", "[d]"]),
        ("```\n[text]\n```", ["[text]"]),
        ("```\ncode with [text]\n```", []),
        ("[outer [inner] text]", ["[outer [inner] text]"]),
    ],
)
def test_placeholders(body: str, found: list[str]) -> None:
    assert sorted(placeholders(body)) == sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        "---\n\n*Keep this page up to date.*",
        "Licensed under the MIT licence, as everything here.",
        "The key words are to be read as in RFC 2119.",
        "Copyright 2026 by the authors of this page.",
    ],
)
def test_text_that_may_stay(text: str) -> None:
    assert compile_template(f"# T\n\n## A\n\n[text]\n\n{text}\n", "t.md").instructions == ()


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "no heading"),
        ("\n\nOnly [text], and\n\n- a list\n", 1, "no heading"),
        ("# T\n\n## A\n\n- [x] The door is shut\n", 1, "nothing in it is to be filled in"),
        (
            "---\ntitle: A\n---\n\n# T\n\n## A\n\nSee the [guide](a.md).\n",
            5,
            "nothing in it is to be filled in",
        ),
        ("Licensed under the MIT licence.\n\n# T\n\nCopyright by us.\n", 3, "nothing in it"),
    ],
)
def test_what_cannot_be_read_as_a_template(text: str, line: int, message: str) -> None:
    with pytest.raises(TemplateError) as caught:
        compile_template(text, "t.md")
    assert caught.value.line == line
    assert caught.value.message.startswith(message)
    assert str(caught.value) == f"t.md:{line}: {caught.value.message}"


@pytest.mark.parametrize("text", ["# T\n\n## A\n", "# A\n", "# T\n\n## [A]\n\n- [ ] Shut\n"])
def test_what_can(text: str) -> None:
    assert compile_template(text, "t.md").root.children


@pytest.mark.parametrize(
    ("directives", "line", "message"),
    [
        (["optional required"], 9, "`optional` and `required` contradict each other"),
        (["optional", "required"], 10, "`optional` and `required` contradict each other"),
        (['value=date values="a; b"'], 9, "`value` and `values` contradict each other"),
        (["repeat=1..", "unordered", "repeat=2.."], 11, "`repeat` is said twice, and differently"),
        (["required repeat=0.."], 9, "`required` and `repeat=0..` contradict each other"),
        (["repeat=0..", "required"], 10, "`required` and `repeat=0..` contradict each other"),
        (["since=2026-01-01 since=2026-02-01"], 9, "`since` is said twice, and differently"),
    ],
)
def test_directives_that_contradict_each_other(
    directives: list[str], line: int, message: str
) -> None:
    comments = "".join(f"<!-- designlint: {each} -->\n" for each in directives)
    with pytest.raises(TemplateError) as caught:
        compile_template(f"# T\n\n## A\n\n[text]\n\n## B\n\n{comments}\n[text]\n", "t.md")
    assert (caught.value.line, caught.value.message) == (line, f"{message}; keep one")


@pytest.mark.parametrize(
    "directives", ["repeat=1.. repeat=1..", "required repeat=1..", 'alias="C" alias="D"']
)
def test_directives_that_agree(directives: str) -> None:
    text = f"# T\n\n## A\n<!-- designlint: {directives} -->\n\n[text]\n"
    assert not compile_template(text, "t.md").root.children[0].optional


ELEMENTS = """\
Design Evolution
  Initial Approach
  Refinements
  Final Approach
Architecture Overview
  Component Design
  Key Design Decisions
    Decision 1: [Decision Title] - Context, Options Considered, Decision, Rationale
Detailed Design
  Components
    [Component Name] - Purpose, Responsibilities, Interfaces, Dependencies
  Data Model
  API Design
    [Endpoint or Method] - Purpose, Request, Response, Errors, Requirements Addressed
Implementation Considerations
  Technology Choices - [Technology]
  Security Design - Authentication, Authorization, Data Protection, Threat Mitigation
  Performance Design - Caching Strategy, Optimization Points, Scalability, Benchmarks
  Error Handling Strategy - Error Types, Recovery Mechanisms, User Communication, Logging
Integration Points
  External Systems - System
  Internal Systems - Component
Testing Strategy
  Unit Testing - Approach, Coverage Goals, Key Test Cases
  Integration Testing - Scope, Test Data, Environment
  Performance Testing - Scenarios, Metrics, Targets
Migration/Deployment
  Database Changes - Migrations Needed, Data Migration, Rollback Plan
  Deployment Strategy - Approach, Dependencies, Feature Flags
Monitoring and Observability
  Metrics - Business Metrics, Technical Metrics, Alerts
  Logging - Log Levels, Structured Data, Retention
Risks and Mitigations
  Technical Risks
  Dependencies - External Dependencies, Internal Dependencies
Open Questions
Design Review Notes
"""


def test_the_built_in_template() -> None:
    pack_type = load_registry().types["technical-design"]
    outline = compile_template(pack_type.template, pack_type.origin)
    lines = []
    for each in outline.root.walk():
        if each.level:
            names = ", ".join(fields(each.fields))
            lines.append("  " * (each.level - 2) + each.title + (f" - {names}" if names else ""))
    assert "\n".join(lines) + "\n" == ELEMENTS
    walk = list(outline.root.walk())
    assert [each.title for each in walk if each.repeatable] == [
        "Decision 1: [Decision Title]",
        "[Component Name]",
        "[Endpoint or Method]",
    ]
    (table,) = [table for each in walk for table in each.tables]
    assert [(column.name, column.vocabulary) for column in table.columns] == [
        ("Risk", ()),
        ("Impact", ("High", "Med", "Low")),
        ("Probability", ("High", "Med", "Low")),
        ("Mitigation", ()),
    ]
    assert [each.title for each in walk if each.codes] == ["Component Design", "Data Model"]
    assert [each.title for each in walk if each.role] == ["Open Questions"]
    systems = [each for each in walk if each.title.endswith("ernal Systems")]
    assert [fields(each.fields[0].fields) for each in systems] == [
        ["Purpose", "Protocol", "Error Handling"],
        ["Interface", "Data Flow"],
    ]
    assert outline.instructions == ()
    assert outline.title_text == "Technical Design: [Feature Name]"
