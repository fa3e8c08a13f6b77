"""A result as bytes is the same result, or there are no bytes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, cast, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Struct, to_builtins
from msgspec.msgpack import encode
from msgspec.structs import replace

from designlint.cache.codec import from_bytes, to_bytes
from designlint.check.result import Collected, DocumentResult
from designlint.document.span import Position
from designlint.finding import Severity

Facts = Mapping[str, tuple[type, ...]]


class Level(Enum):
    LOW = "low"


class Place(Struct, frozen=True):
    path: str
    start: Position


@dataclass(frozen=True, slots=True)
class Link:
    target: str
    place: Place | None = None
    words: tuple[str, ...] = ()
    weight: float = 0.0
    level: Level = Level.LOW


class Anchor(Struct, frozen=True):
    ids: frozenset[str]


@dataclass(frozen=True)
class Anything:
    value: Any


@dataclass(frozen=True)
class Loose:
    """Says too little of its values, or what nobody can tell apart."""

    value: "list[int] | tuple[int, ...]" = ()


@dataclass(frozen=True)
class Hidden:
    value: int = field(default=0, compare=False)


class Nested(Struct):
    inner: "Nested | None" = None


RESULT = DocumentResult("a.md", "memo", "draft", 0.5, (), (), ())
HINTS = {name: kind for name, kind in get_type_hints(DocumentResult).items() if name != "collected"}
NAMED: Facts = {"links": (Link, Anchor), "none": ()}
LINKS = st.builds(
    Link,
    st.text(),
    st.none() | st.builds(Place, st.text(), st.builds(Position, st.integers(1, 99), st.just(1))),
    st.lists(st.text()).map(tuple),
    st.floats(allow_nan=False),
)
ANCHORS = st.builds(Anchor, st.frozensets(st.text()))


def again(result: DocumentResult, facts: Facts) -> DocumentResult | None:
    """The result as another process or a later run has it; None where it is not kept."""
    data = to_bytes(result, facts)
    if data is None:
        return None
    known = read(data, facts)
    assert known is not None
    return known


def read(data: bytes, facts: Facts) -> DocumentResult | None:
    held = from_bytes("a.md", data, facts)
    return None if held is None else held.whole()


def with_facts(*facts: object, rule: str = "links") -> DocumentResult:
    return DocumentResult("a.md", "", "", 0.0, (), (), (), (Collected(rule, {}, facts),))


@pytest.mark.parametrize("name", HINTS)
@settings(max_examples=20, suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_a_check_may_give(name: str, data: st.DataObject) -> None:
    result = replace(RESULT, **{name: data.draw(st.from_type(HINTS[name]))})
    known = again(result, {})
    if known is not None:
        assert repr(known) == repr(result)
    else:
        # No document has as many lines as make a number past 64 bits.
        assert not all(-(2**63) <= each < 2**64 for each in _numbers(to_builtins(result)))


def _numbers(value: Any) -> list[int]:
    if isinstance(value, dict):
        return _numbers([*value.values()])
    if isinstance(value, (list, tuple)):
        return [number for each in value for number in _numbers(each)]
    return [value] if isinstance(value, int) else []


@given(st.lists(LINKS | ANCHORS), st.dictionaries(st.text(), st.sampled_from(Severity)))
def test_facts_of_named_classes(
    facts: list[Link | Anchor], severities: dict[str, Severity]
) -> None:
    collected = (Collected("links", severities, tuple(facts)), Collected("none", {}, ()))
    result = DocumentResult("a.md", "memo", "draft", 0.5, (), (), (), collected)
    known = again(result, NAMED)
    assert known == result
    assert known is not None
    assert [type(fact) for fact in known.collected[0].facts] == [type(fact) for fact in facts]


@pytest.mark.parametrize(
    ("fact", "facts"),
    [
        (Anything(1), NAMED),
        (Link("a"), {}),
        (Link("a"), {"links": ()}),
        (Anything((1, 2)), {"links": (Anything,)}),
        (Anything({1, 2}), {"links": (Anything,)}),
        (Anything(Level.LOW), {"links": (Anything,)}),
        (Anything(2**70), {"links": (Anything,)}),
        (Anything("\ud800"), {"links": (Anything,)}),
        (Anything(lambda: 1), {"links": (Anything,)}),
        (Anything(Link), {"links": (Anything,)}),
        (Loose((1,)), {"links": (Loose,)}),
        (Link("a", weight=1), {"links": (Link,)}),
        (Link("a", words=cast(Any, ["a"])), {"links": (Link,)}),
        (Link(cast(Any, 1)), {"links": (Link,)}),
    ],
)
def test_facts_that_would_be_read_as_others_are_not_kept(fact: object, facts: Facts) -> None:
    """They are the same warm and cold, if it takes another check."""
    assert to_bytes(with_facts(fact), facts) is None


def test_a_fact_without_an_end() -> None:
    endless = Nested()
    endless.inner = endless
    assert to_bytes(with_facts(endless), {"links": (Nested,)}) is None


def test_a_fact_that_is_equal_to_anything() -> None:
    assert again(with_facts(Hidden(3)), {"links": (Hidden,)}) == with_facts(Hidden(3))


def test_text_that_is_no_text() -> None:
    """YAML can write half a character: `status: "\\ud800"`."""
    assert to_bytes(DocumentResult("a.md", "", "\ud800", 0.0, (), (), ()), {}) is None


@given(st.binary())
def test_garbage(data: bytes) -> None:
    assert read(data, NAMED) is None


@given(st.data())
def test_damage(data: st.DataObject) -> None:
    """Anything may come out, so that files have a checksum, but nothing is raised."""
    whole = to_bytes(with_facts(Link("a"), Anchor(frozenset("b"))), NAMED)
    assert whole is not None
    at = data.draw(st.integers(0, len(whole) - 1))
    byte = data.draw(st.integers(0, 255))
    read(whole[:at], NAMED)
    read(whole[:at] + bytes([byte]) + whole[at + 1 :], NAMED)


@pytest.mark.parametrize("facts", [{}, {"links": ()}, {"links": (Link,)}, {"links": (Link, Link)}])
def test_classes_that_the_rule_no_longer_has(facts: Facts) -> None:
    data = to_bytes(with_facts(Anchor(frozenset())), NAMED)
    assert data is not None
    assert read(data, NAMED) is not None
    assert read(data, facts) is None


def test_nesting_without_end() -> None:
    assert read(b"\x91" * 100_000, NAMED) is None
    assert read(encode([[]] * 3), NAMED) is None
