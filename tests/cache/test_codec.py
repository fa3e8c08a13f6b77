"""Results as bytes: they are read as they were, or there are none."""

from dataclasses import dataclass

import pytest

from designlint.cache.codec import from_bytes, to_bytes
from designlint.check.result import Collected, DocumentResult


@dataclass(frozen=True)
class Names:
    """A fact with a set."""

    names: frozenset[int]


@dataclass(frozen=True)
class Weight:
    """A fact with a number."""

    weight: float


FACTS = {"some-rule": (Names, Weight)}


def result_with(*facts: object) -> DocumentResult:
    collected = (Collected("some-rule", {}, facts),)
    return DocumentResult("a.md", "", "draft", 0.5, (), (), (), collected)


@pytest.mark.parametrize(
    "names",
    # Made anew, a set may have another order: the second of these does.
    [frozenset({1, 2}), frozenset([62, 190]), frozenset(range(0, 4000, 31))],
)
def test_sets_are_kept_whatever_their_order(names: frozenset[int]) -> None:
    result = result_with(Names(names), Weight(1.5))
    data = to_bytes(result, FACTS)
    assert data is not None
    held = from_bytes("a.md", data, FACTS)
    assert held is not None
    assert held.whole() == result
    assert held.reported().collected == ()
    assert list(held.facts("some-rule") or ()) == [Names(names), Weight(1.5)]
    assert held.facts("other-rule") is None


@pytest.mark.parametrize("fact", [Weight(1), Names([1, 2]), "text"])  # type: ignore[arg-type] # on purpose
def test_facts_that_would_be_read_as_others_are_not_kept(fact: object) -> None:
    assert to_bytes(result_with(fact), FACTS) is None


@pytest.mark.parametrize("at", [0, 5, 20, -1])
def test_damaged_bytes_hold_no_result(at: int) -> None:
    data = to_bytes(result_with(Weight(1.5)), FACTS)
    assert data is not None
    assert from_bytes("a.md", data[:at], FACTS) is None
    assert from_bytes("a.md", b"no result", FACTS) is None
