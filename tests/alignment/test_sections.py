"""Sections of a document laid against a template's: found, missing, moved, repeated."""

from collections.abc import Callable

import pytest

from designlint.alignment.model import Alignment, SectionMatch
from designlint.alignment.traits import Traits

Lay = Callable[..., Alignment]
Tell = Callable[[Alignment], list[str]]

TEMPLATE = """\
# Memo: [Name]

## Background

[Why]

## Decisions

### Decision 1: [Name]

- **Context**: [What made it necessary]

## Parts

[Overview]

### [Part]

- **Purpose**: [What it is for]
- **Storage**: [Where its data is]

## Storage

[Where all data is]

## Notes (optional)

[What else]

### Sources

[Books]
"""
DOCUMENT = """\
# Memo: Cache

## Background

Prices are stale.

## Decisions

### Decision 1: Where

- **Context**: Two places would do.

### Decision 2: When

Context: Every minute.

## Parts

Two.

### Reader

- **Purpose**: Reads.
- **Storage**: None of its own.

### Writer

#### Purpose

Writes.

#### Storage

A file.

## Storage

One disk.
"""


def matched(alignment: Alignment) -> list[str]:
    """`expected <- actual path` of every match, indented as in the template."""

    def lines(match: SectionMatch, indent: str) -> list[str]:
        actual = " / ".join(match.actual.path[1:]) if match.actual else "-"
        shown = [f"{indent}{match.expected.title} <- {actual}"]
        return shown + [line for child in match.children for line in lines(child, indent + "  ")]

    return [line for child in alignment.root.children for line in lines(child, "")]


def test_a_sound_document(lay: Lay, tell: Tell) -> None:
    alignment = lay(TEMPLATE, DOCUMENT)
    assert tell(alignment) == []
    assert matched(alignment) == [
        "Background <- Background",
        "Decisions <- Decisions",
        "  Decision 1: [Name] <- Decisions / Decision 1: Where",
        "  Decision 1: [Name] <- Decisions / Decision 2: When",
        "Parts <- Parts",
        "  [Part] <- Parts / Reader",
        "  [Part] <- Parts / Writer",
        "Storage <- Storage",
        "Notes <- -",
        "  Sources <- -",
    ]
    assert alignment.extra == ()
    assert [match.required for match in alignment.root.children] == [True] * 4 + [False]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "## Background\n\nPrices are stale.\n",
            "",
            ["missing Background in Memo: Cache as first"],
        ),
        ("## Storage\n\nOne disk.\n", "", ["missing Storage in Memo: Cache after Parts"]),
        ("## Background", "## Why", ["missing Background in Memo: Cache as first"]),
        ("## Background", "## 1. BACKGROUND:", []),
        ("## Background", "## 🎯 *Background* #", []),
        ("## Background\n", "Background\n----------\n", []),
        ("### Decision 2: When", "### Decision Two: When", ["no decision"]),
        ("### Decision 2: When", "### Decision B - When", []),
        ("### Decision 2: When", "### When to do it", ["no decision"]),
        ("### Reader\n", "### Storage\n", []),
        (
            "## Storage\n\nOne",
            "## Storage\n\nA\n\n## Storage\n\nOne",
            ["Storage again, first in Memo: Cache"],
        ),
        ("# Memo: Cache", "# MEMO — Cache", []),
        ("# Memo: Cache", "Memo: Cache\n===", []),
        ("## Storage\n", "# Storage\n", []),
        ("## Parts\n", "### Parts\n", ["Parts at the wrong level: the top, level 2"]),
        ("## Decisions\n", "##### Decisions\n", ["Decisions at the wrong level: the top, level 2"]),
    ],
)
def test_one_change(lay: Lay, tell: Tell, old: str, new: str, told: list[str]) -> None:
    assert old in DOCUMENT
    alignment = lay(TEMPLATE, DOCUMENT.replace(old, new))
    if told == ["no decision"]:
        assert tell(alignment) == []
        assert [section.path[1] for section, _ in alignment.extra] == ["Decisions"]
    else:
        assert tell(alignment) == told
        assert alignment.extra == () or "Why" in new


def test_a_child_heading_that_names_a_field_is_no_section(lay: Lay, tell: Tell) -> None:
    """Also where a section of that name is missing elsewhere."""
    alignment = lay(TEMPLATE, DOCUMENT.replace("## Storage\n\nOne disk.\n", ""))
    assert tell(alignment) == ["missing Storage in Memo: Cache after Parts"]
    writer = alignment.root.children[2].children[1]
    assert [(f.expected.name, f.actual.form.value) for f in writer.fields if f.actual] == [
        ("Purpose", "heading"),
        ("Storage", "heading"),
    ]


def test_too_few_of_a_repeated_section(lay: Lay) -> None:
    template = "# T\n\n## Cases\n\n### Case 1\n<!-- designlint: repeat=2.. -->\n\n[text]\n"
    document = "# T\n\n## Cases\n\n### Case 1\n\nx\n"
    (missing,) = lay(template, document).missing
    assert (missing.found, missing.parent.title) == (1, "Cases")
    assert missing.after == "Case 1"
    assert lay(template, document + "\n### Case 2\n\ny\n").missing == ()


def test_a_free_pattern_leaves_alone_what_others_look_for(lay: Lay, tell: Tell) -> None:
    template = "# T\n\n## Parts\n\n### [Part]\n\n[text]\n\n## Rest\n\n### Costs\n\n[text]\n"
    moved = "# T\n\n## Parts\n\n### Engine\n\nx\n\n### Costs\n\nx\n\n## Rest\n\nx\n"
    alignment = lay(template, moved)
    assert tell(alignment) == ["Costs moved: Rest, level 3"]
    assert matched(alignment)[1] == "  [Part] <- Parts / Engine"


def test_a_missing_section_with_likely_names(lay: Lay) -> None:
    template = "# T\n\n## Motivation\n\n[text]\n\n## Goals\n\n[text]\n\n## Testing\n\n[text]\n"
    document = "# T\n\n## Motivations\n\nx\n\n## Non-Goals\n\nx\n\n## Alerting\n\nx\n"
    alignment = lay(template, document)
    assert [(m.expected.title, [s.title for s in m.similar]) for m in alignment.missing] == [
        ("Motivation", ["Motivations"]),
        ("Goals", []),
        ("Testing", []),
    ]


@pytest.mark.parametrize(
    "line", ["**Background**", "**Background:**", "__background__", "**Background**:"]
)
def test_a_bold_line_in_place_of_a_heading(lay: Lay, line: str) -> None:
    document = DOCUMENT.replace("## Background", line)
    (missing,) = lay(TEMPLATE, document).missing
    assert missing.expected.title == "Background"
    assert missing.bold is not None
    assert missing.bold.slice(document) == line


def test_bold_words_in_a_line_are_no_heading(lay: Lay) -> None:
    document = DOCUMENT.replace("## Background\n", "**Background** of it all\n")
    (missing,) = lay(TEMPLATE, document).missing
    assert missing.bold is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Memo: A\n", "Memo: A"),
        ("# Other\n\n## Background\n", "Other"),
        ("# Other\n\n# Memo: A\n\n## Background\n", "Memo: A"),
        ("# Background\n\nx\n", None),
        ("## Background\n", None),
        ("No heading.\n", None),
    ],
)
def test_the_title(lay: Lay, text: str, title: str | None) -> None:
    found = lay(TEMPLATE, text).title
    assert (found.title if found else None) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# All of it\n\n## One\n\nx\n\n## Two\n\nx\n", "All of it"),
        ("# One\n\nx\n\n# Two\n\nx\n", None),
        ("## One\n\nx\n\n## Two\n\nx\n", None),
    ],
)
def test_a_template_without_a_title_takes_documents_with_one(
    lay: Lay, tell: Tell, text: str, title: str | None
) -> None:
    alignment = lay("## One\n\n[text]\n\n## Two\n\n[text]\n", text)
    assert tell(alignment) == []
    assert (alignment.title.title if alignment.title else None) == title


FENCED = "````markdown\n" + DOCUMENT + "````\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (FENCED, 1),
        ("Sure, here it is:\n\n" + FENCED + "\nTell me if you want more.\n", 3),
        (FENCED.replace("markdown", "md"), 1),
        (FENCED.replace("markdown", ""), 1),
        ("# Memo: Cache\n\n" + FENCED, 3),
        ("~~~~~\n" + DOCUMENT, 1),
    ],
)
def test_a_document_in_a_fence(lay: Lay, tell: Tell, text: str, line: int) -> None:
    alignment = lay(TEMPLATE, text)
    assert tell(alignment) == ["in a fence"]
    assert alignment.fence is not None
    assert text[: alignment.fence.span.start].count("\n") == line - 1
    assert alignment.root.actual is None


@pytest.mark.parametrize(
    "text",
    [
        DOCUMENT + "\n" + FENCED,
        FENCED.replace("markdown", "python"),
        "````\n# Memo: Cache\n\n## Background\n````\n",
        "    " + DOCUMENT.replace("\n", "\n    "),
    ],
)
def test_other_fences_hold_no_document(lay: Lay, text: str) -> None:
    assert lay(TEMPLATE, text).fence is None


def test_extra_sections_are_noted_with_the_section_around_them(lay: Lay) -> None:
    document = DOCUMENT.replace(
        "## Storage\n", "### Deep\n\nx\n\n## Prices\n\nx\n\n## Storage\n", 1
    )
    document = document.replace("## Decisions\n", "## Decisions\n\n### Rejected\n\nx\n", 1)
    alignment = lay(TEMPLATE, document)
    assert [(section.title, match.expected.title) for section, match in alignment.extra] == [
        ("Rejected", "Decisions"),
        ("Prices", ""),
    ]


@pytest.mark.parametrize(
    ("directive", "traits", "missing"),
    [
        ("optional", Traits(), False),
        ("required", Traits(), True),
        ("repeat=0..", Traits(), False),
        ("since=2026-03-01", Traits(born="2026-02-28"), False),
        ("since=2026-03-01", Traits(born="2026-03-01"), True),
        ("since=2026-03-01", Traits(), True),
        ('when="status=accepted"', Traits(status="draft"), False),
        ('when="status=accepted"', Traits(status="accepted"), True),
        ('when="Tier=1"', Traits(metadata={"tier": "1"}), True),
        ('when="Tier=1"', Traits(metadata={"tier": "2"}), False),
        ('when="Tier=1"', Traits(), False),
    ],
)
def test_when_a_section_is_asked_for(
    lay: Lay, directive: str, traits: Traits, missing: bool
) -> None:
    template = f"# T\n\n## A\n\n[text]\n\n## B\n\n<!-- designlint: {directive} -->\n\n[text]\n"
    alignment = lay(template, "# T\n\n## A\n\nx\n", traits)
    assert [each.expected.title for each in alignment.missing] == ["B"] * missing
    assert alignment.root.children[1].missing is missing


def test_children_of_an_unordered_section_stand_in_any_order(lay: Lay, tell: Tell) -> None:
    template = "# T\n\n## A\n{}\n### B\n\n[text]\n\n### C\n\n[text]\n\n### D\n\n[text]\n"
    document = "# T\n\n## A\n\n### D\n\nx\n\n### C\n\nx\n\n### B\n\nx\n"
    assert tell(lay(template.format("<!-- designlint: unordered -->\n"), document)) == []
    assert tell(lay(template.format(""), document)) == ["D swapped with B"]


ANY_LEVEL = (
    "# T\n\n## A\n\n### B\n{}\n[text]\n\n### C\n\n[text]\n\n## D\n\n[text]\n\n### E\n\n[text]\n"
)


@pytest.mark.parametrize(
    ("document", "told", "still_told"),
    [
        # One level up, and with it out of its parent.
        ("## A\n\n### C\n\nx\n\n## B\n\nx\n\n## D\n\n### E\n\nx\n", ["B at the wrong level"], []),
        ("## A\n\n### C\n\nx\n\n## D\n\n### E\n\nx\n\n## B\n\nx\n", ["B moved"], []),
        ("## A\n\n### C\n\n#### B\n\nx\n\n## D\n\n### E\n\nx\n", ["B at the wrong level"], []),
        # At its own level under another parent it was moved.
        ("## A\n\n### C\n\nx\n\n## D\n\n### E\n\nx\n\n### B\n\nx\n", ["B moved"], ["B moved"]),
        # Where it stands in its parent, its order counts.
        (
            "## A\n\n### C\n\nx\n\n### B\n\nx\n\n## D\n\n### E\n\nx\n",
            ["C swapped with B"],
            ["C swapped with B"],
        ),
        # The level of what follows is its own affair.
        (
            "## A\n\n## B\n\nx\n\n## C\n\nx\n\n## D\n\n### E\n\nx\n",
            ["B at the wrong level", "C at the wrong level"],
            ["C at the wrong level"],
        ),
    ],
)
def test_a_section_of_any_level(
    lay: Lay, tell: Tell, document: str, told: list[str], still_told: list[str]
) -> None:
    free = ANY_LEVEL.format("<!-- designlint: any-level -->\n")
    causes = [
        line.partition(":")[0] for line in tell(lay(ANY_LEVEL.format(""), f"# T\n\n{document}"))
    ]
    assert causes == told
    causes = [line.partition(":")[0] for line in tell(lay(free, f"# T\n\n{document}"))]
    assert causes == still_told


def test_what_belongs_below_a_section_of_any_level_is_found_there(lay: Lay, tell: Tell) -> None:
    below = "<!-- designlint: any-level -->\n\n#### C\n\n[text]\n"
    template = f"# T\n\n## A\n\n### B\n{below}\n## D\n\n[text]\n"
    assert tell(lay(template, "# T\n\n## A\n\nx\n\n## B\n\n### C\n\nx\n\n## D\n\nx\n")) == []
    wrong = tell(lay(template, "# T\n\n## A\n\nx\n\n## B\n\nx\n\n## D\n\nx\n\n### C\n\nx\n"))
    assert [line.partition(":")[0] for line in wrong] == ["C moved"]


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ("", "blank"),
        ("<!-- later -->", "blank"),
        ("***", "blank"),
        ("[ref]: /url", "blank"),
        ("### Deep\n\n<!-- later -->", "blank"),
        ("N/A", "filler"),
        ("-", "filler"),
        ("…", "filler"),
        ("- n/a", "filler"),
        ("> Not applicable.", "filler"),
        ("None — nobody needs it", "waived"),
        ("N/A: the page is static", "waived"),
        ("- None, it is all in memory", "waived"),
        ("Text.", "open"),
        ("None of the pages is static", "waived"),
        ("### Deep\n\nText.", "open"),
        ("- a\n- b", "open"),
        ("```\n```", "open"),
        ("| a |\n|---|", "open"),
    ],
)
def test_what_a_section_holds(lay: Lay, body: str, state: str) -> None:
    alignment = lay(
        "# T\n\n## A\n\n[text]\n\n## B\n\n[text]\n", f"# T\n\n## A\n\n{body}\n\n## B\n\nx\n"
    )
    match = alignment.root.children[0]
    states = {"blank": match.blank, "filler": match.filler, "waived": match.waived}
    assert [name for name, holds in states.items() if holds] == [state] * (state != "open")
    assert match.is_open is (state == "open")


def test_none_alone_fills_a_section_of_prose_and_no_other(lay: Lay) -> None:
    template = "# T\n\n## Prose\n\n[text]\n\n## Fields\n\n- **A**: [text]\n"
    prose, fields = lay(template, "# T\n\n## Prose\n\nNone.\n\n## Fields\n\nNone.\n").root.children
    assert (prose.is_open, fields.filler) == (True, True)


def test_nothing_is_judged_below_a_section_that_is_not_open(lay: Lay, tell: Tell) -> None:
    template = "# T\n\n## A\n\n### B\n\n- **C**: [text]\n\n## D\n\n[text]\n"
    alignment = lay(template, "# T\n\n## A\n\n### B\n\n## D\n\nx\n")
    assert tell(alignment) == []
    assert [match.expected.title for match in alignment.sections] == ["", "A", "D"]
    assert alignment.fields == ()


def test_children_of_a_missing_section_are_judged_where_they_stand(lay: Lay, tell: Tell) -> None:
    template = "# T\n\n## A\n\n### B\n\n- **C**: [text]\n\n### D\n\n[text]\n"
    alignment = lay(template, "# T\n\n## Other\n\n### B\n\n- **E**: x\n")
    assert tell(alignment) == ["missing A in T as first"]
    assert [(f.owner, f.expected.name, f.actual) for f in alignment.fields] == [("B", "C", None)]


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ("ABCDE", []),
        ("BACDE", ["B swapped with A"]),
        ("EBCDA", ["E swapped with A"]),
        ("BCDEA", ["A before B"]),
        ("EABCD", ["E after D"]),
        ("ACDBE", ["B after A"]),
        ("CDABE", ["C after B", "D after C"]),
        ("EDCBA", ["E after A", "D after A", "C after A", "B after A"]),
        ("DEABC", ["D after C", "E after D"]),
        ("DEBCA", ["D after C", "E after D", "A before B"]),
    ],
)
def test_the_fewest_moves(lay: Lay, tell: Tell, order: str, told: list[str]) -> None:
    template = "# T\n\n" + "".join(f"## {name}\n\n[text]\n\n" for name in "ABCDE")
    document = "# T\n\n" + "".join(f"## {name}\n\nx\n\n" for name in order)
    assert tell(lay(template, document)) == told


def test_a_repeated_section_moves_behind_its_like(lay: Lay, tell: Tell) -> None:
    template = "# T\n\n## A\n\n[text]\n\n## Story 1\n\n[text]\n\n## B\n\n[text]\n\n## C\n\n[text]\n"
    order = ["A", "Story 1", "B", "C", "Story 2"]
    document = "# T\n\n" + "".join(f"## {name}\n\nx\n\n" for name in order)
    assert tell(lay(template, document)) == ["Story 2 after Story 1"]


def test_what_stands_before_its_repeated_parents_belongs_to_one_of_them(lay: Lay) -> None:
    template = "## Beta\n\n[text]\n\n## [Part]\n\n[text]\n\n### Alpha\n\n[text]\n"
    document = "## Alpha\n\nx\n\n## One\n\nx\n\n## Two\n\nx\n"
    alignment = lay(template, document)
    assert matched(lay("# T\n\n" + template, "# T\n\n" + document)) == [
        "Beta <- -",
        "[Part] <- One",
        "  Alpha <- Alpha",
        "[Part] <- Two",
        "  Alpha <- -",
    ]
    used = [match.actual.title for match in alignment.root.walk() if match.actual]
    assert used.count("Alpha") == 1


def test_a_section_found_before_a_free_parent_was_is_given_to_it(lay: Lay) -> None:
    template = "# T\n\n## Beta\n\n[text]\n\n## [Part]\n\n[text]\n\n### Alpha\n\n[text]\n"
    alignment = lay(template, "# T\n\n" + "## Alpha\n\nx\n\n" * 3)
    assert matched(alignment) == [
        "Beta <- -",
        "[Part] <- Alpha",
        "  Alpha <- Alpha",
        "[Part] <- Alpha",
        "  Alpha <- -",
    ]


def test_a_heading_without_text_is_like_no_missing_section(lay: Lay) -> None:
    text = "# Memo: Cache\n\n## Background\n\nPrices are stale.\n\n##\n\nMore of it.\n"
    missing = {each.expected.title: each.similar for each in lay(TEMPLATE, text).missing}
    assert missing["Storage"] == ()
    assert "Decisions" in missing
