"""Requirements: ids, ranges, what a document defines and what it addresses."""

import pickle
import re
from time import perf_counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from designlint.document import parse_document
from designlint.facts.requirement_ids import (
    DEFAULT_PATTERN,
    RequirementId,
    compile_ids,
    find_ids,
    ids_between,
)
from designlint.facts.requirements import (
    DEFAULT_SETTINGS,
    Requirements,
    RequirementSettings,
    find_requirements,
)
from designlint.language.lexicon import ENGLISH


def find(text: str, settings: RequirementSettings = DEFAULT_SETTINGS) -> Requirements:
    return find_requirements(parse_document(text), ENGLISH, settings)


def defined(text: str, settings: RequirementSettings = DEFAULT_SETTINGS) -> list[str]:
    return [each.id.text for each in find(text, settings).defined]


def addressed(text: str) -> list[str]:
    return [each.id.text for each in find(text).addressed]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("REQ-12, R1.2; FR-003/NFR-2.1", ["REQ-12", "R1.2", "FR-003", "NFR-2.1"]),
        ("REQ-AUTH-01 and REQ-16a.", ["REQ-AUTH-01", "REQ-16a"]),
        ("__REQ-1__ *REQ-2*_REQ-3_ ~~REQ-4~~", ["REQ-1", "REQ-2", "REQ-3", "REQ-4"]),
        ("REQ-1-REQ-4 REQ-5–REQ-6", ["REQ-1", "REQ-4", "REQ-5", "REQ-6"]),
        ("要件REQ-1とREQ-2", ["REQ-1", "REQ-2"]),
        ("SHA-256 UTF-8 ISO-8601 RFC-2119 AES256 CVE-2024-1 HTTP-2 P0 P95", []),
        ("preREQ-1 pre-REQ-1 REQ-1b2 req-1 REQ- 2026-03-01", []),
    ],
)
def test_ids(text: str, found: list[str]) -> None:
    assert [each.id.text for each in find_ids(text, DEFAULT_PATTERN)] == found


PIECES = st.sampled_from(
    ["REQ", "R", "ABCDEFGHIJ", "RFC", "a", "é", "’", "?", "-", "_", "1", "23", ".", "٣", " ", "\n"]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_likely_places_are_all_there_are(text: str) -> None:
    assume(not re.search("[-_]{2}", text))
    anywhere = find_ids(text, f"(?:{DEFAULT_PATTERN})")
    assert list(find_ids(text, DEFAULT_PATTERN)) == list(anywhere)


def test_a_pattern_of_ones_own() -> None:
    pattern = compile_ids([r"Story \d+", r"(?i:shall)-\d+"])
    found = find_ids("Story 4, story 5, SHALL-6, shall-7, REQ-8", pattern)
    assert [each.id.text for each in found] == ["Story 4", "SHALL-6", "shall-7"]


@pytest.mark.parametrize(
    ("text", "family", "parents"),
    [
        ("REQ-12", "req", ()),
        ("R1.2.3", "r", ("r1.2", "r1")),
        ("REQ-AUTH-01", "req-auth", ()),
        ("4.2", "", ("4",)),
    ],
)
def test_families_and_parents(text: str, family: str, parents: tuple[str, ...]) -> None:
    assert (RequirementId(text).family, RequirementId(text).parents) == (family, parents)


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("REQ-2", "REQ-4", ["req-2", "req-3", "req-4"]),
        ("REQ-008", "10", ["req-008", "req-009", "req-010"]),
        ("R1.2", "R1.3", ["r1.2", "r1.3"]),
        ("REQ-4", "REQ-2", []),
        ("REQ-1", "NFR-3", []),
        ("REQ-1", "REQ-999999", []),
        ("REQ-1a", "REQ-1c", []),
    ],
)
def test_ranges(first: str, last: str, found: list[str]) -> None:
    assert [each.key for each in ids_between(RequirementId(first), last)] == found


@pytest.mark.parametrize(
    ("title", "defines"),
    [
        ("## Requirements", True),
        ("## 5. Requirements", True),
        ("## Non-functional requirements", True),
        ("# Requirements: Payments", True),
        ("# Payments: Product Requirements", True),
        ("# Software Requirements Specification", True),
        ("# Design: Requirements import tool", False),
        ("## Requirements Addressed", False),
        ("## Requirements coverage", False),
        ("## Traceability", False),
        ("## A requirement of mine", False),
        ("## Goals", False),
    ],
)
def test_sections_that_define(title: str, defines: bool) -> None:
    assert defined(f"{title}\n\n- **REQ-1**: Login\n") == (["REQ-1"] if defines else [])


def test_all_of_a_listed_document_defines() -> None:
    text = "# REQ-1: Login\n\n## Details\n\n- **REQ-2**: Logout\n\n## Traceability\n\n- **REQ-3**\n"
    assert defined(text) == []
    assert defined(text, RequirementSettings(listed=True)) == ["REQ-1", "REQ-2"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- **Requirements Addressed**: REQ-1, REQ-2\n", ["REQ-1", "REQ-2"]),
        ("**Addresses Requirements:** `REQ-1`\n\nUnlike REQ-2.\n", ["REQ-1"]),
        ("**Requirements covered**\n\n- REQ-1\n- REQ-2\n", ["REQ-1", "REQ-2"]),
        ("- **Satisfies**:\n  - REQ-1\n    - REQ-2\n\nREQ-3\n", ["REQ-1", "REQ-2"]),
        ("- a\n  - Implements: REQ-1\n\n> Satisfies: REQ-2\n", ["REQ-1", "REQ-2"]),
        ("| Part | Requirement IDs |\n|---|---|\n| REQ-9 | REQ-1, REQ-2 |\n", ["REQ-1", "REQ-2"]),
        ("| Requirements Addressed | REQ-1 |\n|---|---|\n", ["REQ-1"]),
        ("## Requirements Traceability\n\nREQ-1\n\n### More\n\nREQ-2\n", ["REQ-1", "REQ-2"]),
        ("We met REQ-1.\n\n- **Notes**: REQ-2\n", []),
    ],
)
def test_what_is_addressed(text: str, found: list[str]) -> None:
    assert addressed(f"# Design\n\n{text}") == found


def test_settings_and_requirements_are_picklable() -> None:
    found = find("# Requirements\n\n- **REQ-1**: a\n\nSatisfies: REQ-1\n")
    assert pickle.loads(pickle.dumps((found, DEFAULT_SETTINGS))) == (found, DEFAULT_SETTINGS)


@pytest.mark.parametrize(
    "piece",
    ["A", "A-", "R1", "R1 ", "REQ-1–", "REQ-1 ](", "- **REQ-1** [", "<", "**_`[", "| R1 ", "1."],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def seconds(count: int) -> float:
        document = parse_document(f"# Requirements\n\n- a\n\nSatisfies: {piece * count}\n")
        start = perf_counter()
        find_requirements(document, ENGLISH, DEFAULT_SETTINGS)
        return perf_counter() - start

    # The quickest of three: other programs make a run slower, never quicker.
    few, many = (min(seconds(count) for _ in range(3)) for count in (2_000, 20_000))
    assert many < 40 * max(few, 0.002)
