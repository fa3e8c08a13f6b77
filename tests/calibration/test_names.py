"""Which names documents use in place of the template's, and which they only seem to."""

from collections.abc import Callable

from designlint.calibration.model import Calibration

Calibrate = Callable[..., Calibration]

TEMPLATE = """\
# Memo

## Summary

[What it is about]

## Goals

[What it is for]

## Non-Goals

[What it is not for]

## Technical Approach

[How it works]

## Rollout

[How it gets out]
"""
BODIES = {
    "Summary": "The memo in one breath, for readers in a hurry.",
    "Goals": "Faster builds and fewer retries for every team.",
    "Non-Goals": "New languages are left for another quarter.",
    "Technical Approach": "The scheduler keeps a queue, a lease and a heartbeat in the table.",
    "Rollout": "First the canary region, then the others behind a flag.",
}


def memo(*titles: str, **bodies: str) -> str:
    """A document with these sections; a title `A=B` has the content of B under the name A."""
    parts = ["# Memo\n"]
    for title in titles:
        name, _, like = title.partition("=")
        parts.append(f"## {name}\n\n{bodies.get(name) or BODIES.get(like or name, 'Some text.')}\n")
    return "\n".join(parts)


FULL = ("Summary", "Goals", "Non-Goals", "Technical Approach", "Rollout")


def names(result: Calibration) -> dict[str, list[tuple[str, int]]]:
    return {each.element.name: list(each.others) for each in result.elements if each.others}


def aliases(result: Calibration) -> list[tuple[int, tuple[str, ...]]]:
    return [(p.line, p.directive.aliases) for p in result.proposals if p.directive.aliases]


def instead(of: str, name: str) -> str:
    """A full memo with one section under another name."""
    return memo(*(f"{name}={of}" if title == of else title for title in FULL))


def test_a_name_much_like_the_templates(lay_against: Calibrate) -> None:
    renamed = instead("Rollout", "Rollout plan")
    result = lay_against(TEMPLATE, [memo(*FULL)] * 3 + [renamed] * 2)
    assert names(result) == {"Rollout": [("Rollout plan", 2)]}
    assert aliases(result) == [(19, ("Rollout plan",))]
    assert [each.clears for each in result.proposals] == [("3.md", "4.md")]
    assert (result.before, result.after) == (3, 5)


def test_one_document_is_no_habit(lay_against: Calibrate) -> None:
    result = lay_against(TEMPLATE, [memo(*FULL)] * 3 + [instead("Rollout", "Rollout plan")])
    assert (names(result), result.proposals) == ({}, ())


def test_a_name_unlike_the_templates_by_place_and_content(lay_against: Calibrate) -> None:
    renamed = instead("Technical Approach", "Machinery")
    result = lay_against(TEMPLATE, [memo(*FULL)] * 5 + [renamed] * 5)
    assert aliases(result) == [(15, ("Machinery",))]
    assert (result.before, result.after) == (5, 10)


def test_place_without_content_is_not_enough(lay_against: Calibrate) -> None:
    other = memo("Summary", "Goals", "Non-Goals", "Credits", "Rollout", Credits="To us all.")
    result = lay_against(TEMPLATE, [memo(*FULL)] * 5 + [other] * 5)
    assert aliases(result) == []
    assert [str(each.directive) for each in result.proposals] == ["optional"]


def test_opposites_are_never_joined(lay_against: Calibrate) -> None:
    # Nothing but the word tells them apart: place, content and number all say yes.
    renamed = instead("Goals", "Non-targets")
    result = lay_against(TEMPLATE, [memo(*FULL)] * 5 + [renamed] * 6)
    assert aliases(result) == []
    joined = TEMPLATE.replace(
        "## Goals\n\n[What it is for]\n\n## Non-Goals", "## Goals / Non-Goals"
    )
    half = memo("Summary", "Goals / Non-Goals", "Technical Approach", "Rollout")
    others = memo("Summary", "Non-Goals", "Technical Approach", "Rollout")
    assert aliases(lay_against(joined, [half] * 5 + [others] * 6)) == []


def test_what_stands_beside_the_section_elsewhere_is_another_thing(lay_against: Calibrate) -> None:
    both = memo(*FULL[:4], "Rollout plan", "Rollout")
    renamed = instead("Rollout", "Rollout plan")
    result = lay_against(TEMPLATE, [memo(*FULL)] * 2 + [both] * 3 + [renamed] * 3)
    assert aliases(result) == []


def test_the_name_of_another_section_is_never_an_alias(lay_against: Calibrate) -> None:
    # `Summary` stands twice, once in place of `Rollout`, and says what `Rollout` would.
    misnamed = memo("Goals", "Non-Goals", "Technical Approach", "Summary=Rollout")
    result = lay_against(TEMPLATE, [memo(*FULL)] * 5 + [misnamed] * 6)
    assert aliases(result) == []


def test_a_name_that_would_do_for_two_sections_does_for_neither(lay_against: Calibrate) -> None:
    template = "# T\n\n## Data Design\n\n[x]\n\n## Cloud Design\n\n[y]\n\n## Cost\n\n[z]\n"
    full = "# T\n\n## Data Design\n\nRows.\n\n## Cloud Design\n\nZones.\n\n## Cost\n\nLow.\n"
    merged = "# T\n\n## Design\n\nRows in zones.\n\n## Cost\n\nLow.\n"
    assert aliases(lay_against(template, [full] * 3 + [merged] * 3)) == []


def test_what_is_found_under_another_name_may_hold_further_ones(lay_against: Calibrate) -> None:
    template = "# T\n\n## Why\n\n[x]\n\n## Security\n\n[y]\n\n### Threats\n\n[z]\n\n## End\n\n[e]\n"
    full = (
        "# T\n\n## Why\n\nSo.\n\n## Security\n\nYes.\n\n### Threats\n\nSome.\n\n## End\n\nThis.\n"
    )
    other = full.replace("## Security", "## Security design").replace("# Threats", "# Threat")
    result = lay_against(template, [full] * 3 + [other] * 3)
    assert aliases(result) == [(7, ("Security design",)), (11, ("Threat",))]
    assert (result.before, result.after) == (3, 6)


def test_the_name_of_a_field(lay_against: Calibrate) -> None:
    template = "# T\n\n## Facts\n\n- **Tracking Issue**: [x]\n- **Owner**: [y]\n\n## End\n\n[z]\n"
    full = "# T\n\n## Facts\n\n- **Tracking Issue**: 12\n- **Owner**: Ann\n\n## End\n\nThis.\n"
    other = full.replace("Tracking Issue", "Tracking Ticket Issue")
    result = lay_against(template, [full] * 3 + [other] * 2)
    assert aliases(result) == [(5, ("Tracking Ticket Issue",))]
    assert (
        '- **Tracking Issue**: [x] <!-- designlint: alias="Tracking Ticket Issue" -->'
        in result.text
    )
    assert (result.before, result.after) == (3, 5)


def test_a_hostile_title_does_not_break_the_comment(lay_against: Calibrate) -> None:
    quoted = instead("Rollout", 'The "Rollout"')
    broken = instead("Rollout", "Rollout --\\> x")
    result = lay_against(TEMPLATE, [memo(*FULL)] * 3 + [quoted] * 2 + [broken] * 2)
    assert aliases(result) == [(19, ("The Rollout",))]
    assert result.after == 5


def test_half_of_a_joined_name(lay_against: Calibrate) -> None:
    template = TEMPLATE.replace("## Rollout", "## Rollout / Rollback")
    full = memo(*FULL[:4], "Rollout / Rollback=Rollout")
    one, other = memo(*FULL), memo(*FULL[:4], "Rollback=Rollout")
    result = lay_against(template, [full] * 3 + [one] * 2 + [other] * 2)
    assert aliases(result) == [(19, ("Rollback", "Rollout"))]
    assert result.after == 7


def test_opposites_in_a_script_without_spaces(lay_against: Calibrate) -> None:
    template = TEMPLATE.replace("## Goals", "## 目標")
    full = memo("Summary", "目標=Goals", *FULL[2:])
    other = memo("Summary", "非目標=Goals", *FULL[2:])
    renamed = memo("Summary", "到達点=Goals", *FULL[2:])
    assert aliases(lay_against(template, [full] * 5 + [other] * 6)) == []
    assert aliases(lay_against(template, [full] * 5 + [renamed] * 6)) == [(7, ("到達点",))]
