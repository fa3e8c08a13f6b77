"""One cause, one finding: a sound document with one thing changed, under all rules at once."""

from datetime import date

import pytest

from designlint.check.plan import ActiveRule
from designlint.outline import compile_template
from designlint.registry import load_registry
from designlint.testing.run import check_text

Headings = list[tuple[int, str]]

HEADINGS: Headings = [
    (1, "Memo: Price cache"),
    (2, "Background"),
    (3, "History"),
    (3, "Motivation"),
    (2, "Design"),
    (3, "Storage"),
    (4, "Layout"),
    (4, "Indexes"),
    (3, "Network"),
    (2, "Testing"),
    (3, "Unit Tests"),
    (3, "Load Tests"),
    (2, "Rollout"),
]
BACKGROUND, DESIGN, TESTING, ROLLOUT = (
    HEADINGS[1:4],
    HEADINGS[4:9],
    HEADINGS[9:12],
    HEADINGS[12:],
)
TITLE = HEADINGS[:1]


def write(headings: Headings, body: str = "Something real about {} here.") -> str:
    return "".join(
        f"{'#' * level} {title}\n\n{body.format(title.lower())}\n\n" for level, title in headings
    )


REGISTRY = load_registry()
OUTLINE = compile_template(
    write([(1, "Memo: [Name]"), *HEADINGS[1:]], "[What to say of {}]"), "memo.md"
)


def found(text: str) -> list[str]:
    """The rules that speak, each with the line it points at."""
    rules = tuple(ActiveRule(rule(), rule.severity) for rule in REGISTRY.rules.values())
    today = date(2026, 1, 2)
    result = check_text(text, OUTLINE, rules, known_rules=REGISTRY.rules, today=today)
    assert result.failures == ()
    return [f"{each.rule} {text.splitlines()[each.start.line - 1]}" for each in result.diagnostics]


def changed(at: int, level: int) -> Headings:
    title = HEADINGS[at][1]
    return [*HEADINGS[:at], (level, title), *HEADINGS[at + 1 :]]


def test_a_sound_document_has_no_finding() -> None:
    assert found(write(HEADINGS)) == []


@pytest.mark.parametrize("by", [-3, -2, -1, 1, 2, 3])
@pytest.mark.parametrize("at", range(len(HEADINGS)), ids=[title for _, title in HEADINGS])
def test_a_heading_of_the_wrong_level_is_one_finding_at_that_heading(at: int, by: int) -> None:
    level, title = HEADINGS[at]
    if not 1 <= level + by <= 6:
        return
    findings = found(write(changed(at, level + by)))
    rule = findings[0].partition(" ")[0]
    assert findings == [f"{rule} {'#' * (level + by)} {title}"]
    if at == 0 or (level == 2 and level + by == 1):
        assert rule == "title-mismatch"
    else:
        assert rule in ("misplaced-section", "skipped-heading-level")
    assert (rule == "skipped-heading-level") == (
        at > 0 and by > 0 and HEADINGS[at - 1][0] == level - 1
    )


@pytest.mark.parametrize("at", range(1, len(HEADINGS)), ids=[t for _, t in HEADINGS[1:]])
def test_a_section_that_is_left_out_is_one_finding_with_all_below_it(at: int) -> None:
    level = HEADINGS[at][0]
    end = next((n for n in range(at + 1, len(HEADINGS)) if HEADINGS[n][0] <= level), len(HEADINGS))
    (finding,) = found(write([*HEADINGS[:at], *HEADINGS[end:]]))
    parent = next(h for h in reversed(HEADINGS[:at]) if h[0] < level)
    assert finding == f"missing-section {'#' * parent[0]} {parent[1]}"


@pytest.mark.parametrize("at", range(1, len(HEADINGS)), ids=[t for _, t in HEADINGS[1:]])
def test_a_section_without_content_is_one_finding_with_all_below_it(at: int) -> None:
    level = HEADINGS[at][0]
    end = next((n for n in range(at + 1, len(HEADINGS)) if HEADINGS[n][0] <= level), len(HEADINGS))
    text = write(HEADINGS[:at]) + write(HEADINGS[at:end], "") + write(HEADINGS[end:])
    assert found(text) == [f"empty-section {'#' * level} {HEADINGS[at][1]}"]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ([*TITLE, *DESIGN, *BACKGROUND, *TESTING, *ROLLOUT], "section-out-of-order ## Design"),
        ([*TITLE, *TESTING, *DESIGN, *BACKGROUND, *ROLLOUT], "section-out-of-order ## Testing"),
        ([*TITLE, *ROLLOUT, *BACKGROUND, *DESIGN, *TESTING], "section-out-of-order ## Rollout"),
        ([*TITLE, *DESIGN, *TESTING, *ROLLOUT, *BACKGROUND], "section-out-of-order ## Background"),
        (
            [*TITLE, *BACKGROUND, DESIGN[0], DESIGN[4], *DESIGN[1:4], *TESTING, *ROLLOUT],
            "section-out-of-order ### Network",
        ),
        (
            [*TITLE, *BACKGROUND, DESIGN[0], DESIGN[4], *TESTING, *DESIGN[1:4], *ROLLOUT],
            "misplaced-section ### Storage",
        ),
        ([*TITLE, *BACKGROUND[1:], *HEADINGS[4:]], "missing-section # Memo: Price cache"),
        (
            [*TITLE, *BACKGROUND, (2, "Architecture"), *DESIGN[1:], *TESTING, *ROLLOUT],
            "missing-section # Memo: Price cache",
        ),
        ([*HEADINGS, *BACKGROUND], "duplicate-section ## Background"),
        ([*HEADINGS[:4], (3, "History"), *HEADINGS[4:]], "duplicate-section ### History"),
        (HEADINGS[1:], "title-mismatch ## Background"),
        ([(level - 1, title) for level, title in HEADINGS[1:]], "title-mismatch # Background"),
        (
            [(level + 1, title) for level, title in HEADINGS],
            "title-mismatch ## Memo: Price cache",
        ),
        (
            [*TITLE, *((level - 1, title) for level, title in HEADINGS[1:])],
            "title-mismatch # Background",
        ),
        (
            [*TITLE, *((level + 1, title) for level, title in HEADINGS[1:])],
            "skipped-heading-level ### Background",
        ),
        ([(1, "Price cache"), *HEADINGS[1:]], "title-mismatch # Price cache"),
    ],
    ids=[
        "neighbours swapped",
        "distant sections swapped",
        "last comes first",
        "first comes last",
        "children swapped",
        "subtree under another parent",
        "parent without its heading",
        "renamed parent",
        "twice at the top",
        "twice in a section",
        "no title",
        "no title, one level up",
        "one level down with the title",
        "all one level up, beside the title",
        "all one level down",
        "another title",
    ],
)
def test_one_change_is_one_finding(headings: Headings, expected: str) -> None:
    assert found(write(headings)) == [expected]


def test_two_changes_are_two_findings() -> None:
    headings = [*TITLE, *DESIGN, *BACKGROUND, *TESTING[:2], *ROLLOUT]
    assert found(write(headings)) == [
        "section-out-of-order ## Design",
        "missing-section ## Testing",
    ]


def test_a_document_in_a_fence_is_one_finding_at_the_fence() -> None:
    text = f"Here is the memo you asked for:\n\n````markdown\n{write(HEADINGS)}````\n\nEnjoy.\n"
    assert found(text) == ["unreadable-document ````markdown"]


def test_all_sections_as_bold_lines_are_told_at_those_lines() -> None:
    body = "".join(f"**{title}**\n\nSomething real.\n\n" for level, title in HEADINGS if level == 2)
    assert found(f"# Memo: Price cache\n\n{body}") == [
        f"missing-section **{title}**" for level, title in HEADINGS if level == 2
    ]
