"""What is counted, what is proposed, and that a check with the copy gives the promised numbers."""

from collections import Counter
from collections.abc import Callable

import pytest

from designlint.calibration.model import Calibration
from designlint.calibration.options import Thresholds
from designlint.calibration.placing import Placer
from designlint.check.result import DocumentResult
from designlint.finding import Severity
from designlint.language.lexicon import ENGLISH

Calibrate = Callable[..., Calibration]
CheckWith = Callable[[str, list[str]], list[DocumentResult]]

TEMPLATE = """\
# Memo: [Title]

- **Author**: [Name]
- **Sponsor**: [Name]

## Summary

Text that every memo of ours carries, word for word, to the end.

[What it is about]

## Plan

Say how you will do it, step by step.

### Steps

| Step | Owner |
|---|---|
| [Step] | [Owner] |

### Sketch

```mermaid
[Diagram]
```

## Budget

[What it costs]

## Risks

[What may go wrong]
"""
FULL = """\
# Memo: Cache

- **Author**: Ann
- **Sponsor**: Ben

## Summary

Text that every memo of ours carries, word for word, to the end.

It is about the cache.

## Plan

We go slowly.

### Steps

| Step | Owner |
|---|---|
| Build | Ann |

### Sketch

```mermaid
graph LR
```

## Budget

Three weeks.

## Risks

Stale entries.
"""


def without(*parts: str) -> str:
    text = FULL
    for part in parts:
        assert part in text
        text = text.replace(part, "")
    return text


def moved(title: str) -> str:
    """The full memo with a section one level up."""
    assert f"### {title}" in FULL
    return FULL.replace(f"### {title}", f"## {title}")


NO_BUDGET = without("## Budget\n\nThree weeks.\n\n")
NO_SPONSOR = without("- **Sponsor**: Ben\n")
NO_TABLE = without("| Step | Owner |\n|---|---|\n| Build | Ann |\n").replace(
    "### Steps\n", "### Steps\n\nBuild it."
)
NO_DIAGRAM = without("```mermaid\ngraph LR\n```").replace("### Sketch\n", "### Sketch\n\nNone yet.")
SWAPPED = without("## Budget\n\nThree weeks.\n\n") + "\n## Budget\n\nThree weeks.\n"


def said(result: Calibration) -> list[tuple[int, str, int]]:
    return [(each.line, str(each.directive), len(each.clears)) for each in result.proposals]


def promised_is_real(
    template: str, texts: list[str], result: Calibration, check_with: CheckWith
) -> None:
    """Check the documents with the template as it is, and with one proposal after the other."""
    placements = [each.placement for each in result.proposals]
    before: list[Counter[object]] = []
    text = template
    clean = -1
    for number in range(len(placements) + 1):
        text = Placer(template, "t.md", ENGLISH).place(placements[:number])
        checked = check_with(text, texts)
        clean = sum(
            all(each.severity is not Severity.ERROR for each in document.diagnostics)
            for document in checked
        )
        found = [Counter[object]((d.rule, d.start, d.end) for d in c.diagnostics) for c in checked]
        if number:
            cleared = [f"{at}.md" for at in range(len(texts)) if before[at] - found[at]]
            assert result.proposals[number - 1].clears == tuple(cleared)
        else:
            assert clean == result.before
        before = found
    assert (clean, text) == (result.after, result.text)


@pytest.mark.parametrize(
    ("text", "line", "directive"),
    [
        (NO_BUDGET, 28, "optional"),
        (NO_SPONSOR, 4, "optional"),
        (NO_TABLE, 18, "optional"),
        (NO_DIAGRAM, 24, "optional"),
        (SWAPPED, 1, "unordered"),
        (moved("Sketch"), 22, "any-level"),
        (FULL, 8, "keep"),
    ],
)
def test_what_most_documents_do_is_proposed(
    lay_against: Calibrate, check_with: CheckWith, text: str, line: int, directive: str
) -> None:
    # All but the last case keep the text that is to stay from being told.
    plain = [each.replace(" word for word,", "") for each in (FULL, text)]
    texts = [plain[0]] * 2 + [plain[1]] * 3 if directive != "keep" else [FULL] * 5
    result = lay_against(TEMPLATE, texts)
    assert said(result) == [(line, directive, 5 if directive == "keep" else 3)]
    assert f"<!-- designlint: {directive} -->" in result.text
    promised_is_real(TEMPLATE, texts, result, check_with)


def test_what_most_documents_keep_stays_required(lay_against: Calibrate) -> None:
    plain, dropped = (each.replace(" word for word,", "") for each in (FULL, NO_BUDGET))
    texts = [plain] * 5 + [dropped] * 2
    assert said(lay_against(TEMPLATE, texts)) == []
    assert said(lay_against(TEMPLATE, texts, Thresholds(drop=0.2))) == [(28, "optional", 2)]


def test_counts_of_each_element(lay_against: Calibrate) -> None:
    no_plan = FULL[: FULL.index("## Plan")] + FULL[FULL.index("## Budget") :]
    texts = [FULL, NO_BUDGET, NO_SPONSOR, SWAPPED, moved("Sketch"), no_plan]
    result = lay_against(TEMPLATE, texts)
    counts = {
        each.element.label: (each.asked, each.kept, each.dropped, each.moved, each.shuffled)
        for each in result.elements
    }
    assert counts == {
        "field Author": (6, 6, 0, 0, 0),
        "field Sponsor": (6, 5, 1, 0, 0),
        "## Summary": (6, 6, 0, 0, 0),
        "## Plan": (6, 5, 1, 0, 0),
        "### Steps": (5, 5, 0, 0, 0),
        "table | Step | Owner |": (5, 5, 0, 0, 0),
        "### Sketch": (5, 5, 0, 1, 0),
        "code block mermaid": (5, 5, 0, 0, 0),
        "## Budget": (6, 5, 1, 0, 1),
        "## Risks": (6, 6, 0, 0, 1),
    }
    assert [(each.line, each.asked, each.kept) for each in result.texts] == [(8, 6, 6), (14, 5, 0)]


def test_everything_at_once_is_as_promised(lay_against: Calibrate, check_with: CheckWith) -> None:
    renamed = FULL.replace("## Risks", "## Risks and dangers")
    worst = without("- **Sponsor**: Ben\n", "## Budget\n\nThree weeks.\n\n")
    mixed = moved("Sketch").replace("## Risks", "## Risks and dangers")
    texts = [FULL, renamed, renamed, worst, worst, mixed, mixed, SWAPPED, SWAPPED, NO_TABLE]
    result = lay_against(TEMPLATE, texts, Thresholds(drop=0.15))
    assert [(line, directive) for line, directive, _ in said(result)] == [
        (32, 'alias="Risks and dangers"'),
        (22, "any-level"),
        (1, "unordered"),
        (4, "optional"),
        (28, "optional"),
        (8, "keep"),
    ]
    assert (result.before, result.after) == (0, 9)
    promised_is_real(TEMPLATE, texts, result, check_with)


def test_a_directive_that_is_there_is_added_to(lay_against: Calibrate) -> None:
    template = TEMPLATE.replace("## Risks\n", '## Risks\n<!-- designlint: alias="Dangers" -->\n')
    renamed = FULL.replace("## Risks", "## Risks and dangers")
    result = lay_against(template, [FULL] * 2 + [renamed] * 2)
    assert '<!-- designlint: alias="Dangers; Risks and dangers" -->' in result.text


@pytest.mark.parametrize("directive", ["required", "since=2020-01-01", 'when="status=accepted"'])
def test_what_the_maintainers_have_said_is_not_contradicted(
    lay_against: Calibrate, directive: str
) -> None:
    template = TEMPLATE.replace("## Budget\n", f"## Budget\n<!-- designlint: {directive} -->\n")
    result = lay_against(template, [FULL] + [NO_BUDGET] * 3)
    assert [each for each in said(result) if each[1] == "optional"] == []


def test_a_document_of_another_kind_is_no_evidence(lay_against: Calibrate) -> None:
    diary = "# Diary\n\n## Monday\n\nRain.\n"
    plain = FULL.replace(" word for word,", "")
    result = lay_against(TEMPLATE, [plain, diary, plain, diary, diary])
    assert (result.documents, result.strangers) == (5, ("1.md", "3.md", "4.md"))
    assert {each.asked for each in result.elements} == {2}
    assert (said(result), result.before, result.after) == ([], 2, 2)


def test_a_placeholder_never_stays(lay_against: Calibrate) -> None:
    template = (
        "# T\n\n## A\n\nWrite about [the thing] and all that comes with it here.\n\n## B\n\n[y]\n"
    )
    text = (
        "# T\n\n## A\n\nWrite about [the thing] and all that comes with it here.\n\n## B\n\nYes.\n"
    )
    assert said(lay_against(template, [text] * 4)) == []


def test_where_no_comment_can_stand_nothing_is_proposed(
    lay_against: Calibrate,
) -> None:
    # A comment in the hole of `Tier` would make the row data, and the table none of fields.
    rows = "| Field | Value |\n|---|---|\n| Tier | |\n| Owner | [Name] |\n"
    template = f"# T\n\n## Facts\n\n{rows}\n## B\n\n[More]\n"
    full = "# T\n\n## Facts\n\n- **Tier**: 1\n- **Owner**: Ann\n\n## B\n\nYes.\n"
    texts = [full, full.replace("- **Tier**: 1\n", "")] * 3
    assert [each.element.name for each in lay_against(template, texts).elements][:3] == [
        "Facts",
        "Tier",
        "Owner",
    ]
    assert said(lay_against(template, texts)) == []
    texts = [full, full.replace("- **Owner**: Ann\n", "")] * 3
    assert said(lay_against(template, texts)) == [(8, "optional", 3)]
