"""Titles that name several things."""

from collections.abc import Callable

import pytest

from designlint.alignment.compound import parts_of
from designlint.alignment.model import Alignment

Lay = Callable[..., Alignment]
Tell = Callable[[Alignment], list[str]]


@pytest.mark.parametrize(
    ("key", "parts"),
    [
        ("goals / non-goals", ("goals", "non-goals")),
        ("goals/non-goals", ("goals", "non-goals")),
        ("goals and non-goals", ("goals", "non-goals")),
        ("one, two, and three", ("one", "two", "three")),
        ("目的と範囲", ("目的", "範囲")),
        ("goals", ()),
        ("android", ()),
        ("/ goals", ()),
        ("", ()),
    ],
)
def test_the_names_that_a_title_joins(key: str, parts: tuple[str, ...]) -> None:
    assert parts_of(key) == parts


def document(*titles: str) -> str:
    return "# T\n\n" + "".join(f"## {title}\n\ntext\n\n" for title in titles)


def asked(*titles: str) -> str:
    return "# T\n\n" + "".join(f"## {title}\n\n[text]\n\n" for title in titles)


@pytest.mark.parametrize(
    ("template", "titles"),
    [
        (("Goals / Non-Goals", "End"), ("Goals", "Non-Goals", "End")),
        (("Goals / Non-Goals", "End"), ("Non-Goals", "Goals", "End")),
        (("Goals / Non-Goals", "End"), ("Goals and Non-Goals", "End")),
        (("Goals", "Non-Goals", "End"), ("Goals / Non-Goals", "End")),
        (("A", "B", "C", "End"), ("A, B and C", "End")),
        (("A and B", "C and D"), ("A", "B", "C", "D")),
    ],
)
def test_sections_written_as_two_or_as_one(
    lay: Lay, tell: Tell, template: tuple[str, ...], titles: tuple[str, ...]
) -> None:
    assert tell(lay(asked(*template), document(*titles))) == []


@pytest.mark.parametrize(
    ("template", "titles", "told"),
    [
        (("Goals / Non-Goals", "End"), ("Goals", "End"), ["Goals / Non-Goals"]),
        (("Goals / Non-Goals", "End"), ("Goals", "Limits", "End"), ["Goals / Non-Goals"]),
        (("Goals", "Non-Goals", "End"), ("Goals / Limits", "End"), ["Goals", "Non-Goals"]),
        (("Goals", "Non-Goals", "End"), ("Goals", "End"), ["Non-Goals"]),
        (("Goals", "Non-Goals", "End"), ("Goals and Goals", "End"), ["Goals", "Non-Goals"]),
        (("A and A", "End"), ("A", "End"), ["A and A"]),
    ],
)
def test_all_the_names_have_to_be_there(
    lay: Lay, template: tuple[str, ...], titles: tuple[str, ...], told: list[str]
) -> None:
    missing = lay(asked(*template), document(*titles)).missing
    assert [each.expected.title for each in missing] == told


def test_a_part_is_suggested_and_the_opposite_never(lay: Lay) -> None:
    (missing,) = lay(asked("Goals / Non-Goals", "End"), document("Goals", "End")).missing
    assert [section.title for section in missing.similar] == ["Goals"]
    (missing,) = lay(asked("Goals", "End"), document("Non-Goals", "End")).missing
    assert missing.similar == ()


def test_a_section_of_its_own_is_not_taken_for_a_part(lay: Lay, tell: Tell) -> None:
    template = asked("Goals / Limits", "Goals", "Limits")
    assert tell(lay(template, document("Goals / Limits", "Goals", "Limits"))) == []
    found = tell(lay(template, document("Goals", "Limits")))
    assert found == ["missing Goals / Limits in T as first"]
