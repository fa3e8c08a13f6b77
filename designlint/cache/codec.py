"""Results as bytes and back, by their types: nothing is made but what the types allow.

Facts are of the classes that their rules name; those of any other class stay in their process.
"""

import zlib
from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import DecodeError, Raw, Struct
from msgspec.msgpack import Decoder, Encoder, decode
from msgspec.structs import replace

from designlint.check.result import Collected, DocumentResult
from designlint.check.results import Brief, InMemory
from designlint.finding import Severity

Facts = Mapping[str, tuple[type, ...]]
"""The classes of facts, by the names of their rules."""
_ENCODER = Encoder()
_SORTING = Encoder(order="deterministic")
"""Gives equal sets the same bytes."""
_BRIEFS: dict[Brief, Brief] = {}


class _Facts(Struct, frozen=True, array_like=True):
    """What one rule collected: each fact with the number of its class among those of the rule."""

    rule: str
    severities: dict[str, Severity]
    facts: tuple[tuple[int, Raw], ...]


class _Kept(Struct, frozen=True, array_like=True):
    """A result without facts, as it is reported, and the rest."""

    result: Raw
    collected: tuple[_Facts, ...]


class _Outside(Struct, frozen=True, array_like=True):
    """What is asked most, and the rest, compressed."""

    brief: Brief
    kept: Raw


class Packed:
    """The result of the document at `path` as bytes. `facts` says of what classes its facts are.

    It and its methods raise ValueError where the bytes are of no result.
    """

    __slots__ = ("_brief", "_facts", "_kept", "path")

    def __init__(self, path: str, data: bytes, facts: Facts) -> None:
        self.path = path
        self._facts = facts
        try:
            outside = _outside_decoder().decode(data)
        except (DecodeError, RecursionError) as error:
            raise ValueError from error
        self._kept = outside.kept
        # Those of thousands of documents are the same few.
        self._brief = _BRIEFS.setdefault(outside.brief, outside.brief)

    def brief(self) -> Brief:
        """What comparing needs of it."""
        return self._brief

    def reported(self) -> DocumentResult:
        """The result without its facts."""
        return _read(self._inside().result)

    def whole(self) -> DocumentResult:
        """The result."""
        kept = self._inside()
        collected = tuple(
            Collected(each.rule, each.severities, tuple(self._facts_in(each)))
            for each in kept.collected
        )
        return replace(_read(kept.result), collected=collected)

    def facts(self, rule: str) -> Iterator[object] | None:
        """The facts that a rule collected; None where it did not look."""
        if rule not in self._brief.telling:
            return iter(()) if rule in self._brief.rules else None
        return next(self._facts_in(each) for each in self._inside().collected if each.rule == rule)

    def _facts_in(self, kept: _Facts) -> Iterator[object]:
        classes = self._facts[kept.rule]
        return (decode(raw, type=classes[at]) for at, raw in kept.facts)

    def _inside(self) -> _Kept:
        try:
            return _kept_decoder().decode(zlib.decompress(decode(self._kept, type=bytes)))
        except (zlib.error, DecodeError, RecursionError) as error:
            raise ValueError from error


def to_bytes(result: DocumentResult, facts: Facts) -> bytes | None:
    """The result as `Packed` reads it.

    None where it would not be read as it is: it holds facts of an unnamed class, or of one whose
    types say less than its values are.
    """
    try:
        collected = tuple(
            _Facts(
                each.rule,
                dict(each.severities),
                tuple(_numbered(fact, facts[each.rule]) for fact in each.facts),
            )
            for each in result.collected
        )
        plain = Raw(_ENCODER.encode(replace(result, collected=())))
        kept = zlib.compress(_ENCODER.encode(_Kept(plain, collected)), 1)
        outside = _Outside(InMemory(result).brief(), Raw(_ENCODER.encode(kept)))
        return _ENCODER.encode(outside)
    except Exception:  # noqa: BLE001 - facts are what anybody's rule makes of them
        return None


def from_bytes(path: str, data: bytes, facts: Facts) -> Packed | None:
    """The result of the document at `path` in `data`; None where that holds none."""
    try:
        packed = Packed(path, data, facts)
        packed.whole()
    except (LookupError, DecodeError, RecursionError, ValueError):
        return None
    return packed


def _read(raw: Raw) -> DocumentResult:
    return _result_decoder().decode(raw)


def _numbered(fact: object, classes: tuple[type, ...]) -> tuple[int, Raw]:
    """A fact with the number of its class. Raises ValueError for one that is read as another."""
    at = classes.index(type(fact))
    encoded = _SORTING.encode(fact)
    again: object = decode(encoded, type=classes[at])
    # A list is no tuple, and 1 for 1.0 is equal but not the same.
    if again != fact or _SORTING.encode(again) != encoded:
        raise ValueError
    return at, Raw(encoded)


@cache
def _outside_decoder() -> Decoder[_Outside]:
    return Decoder(_Outside)


@cache
def _kept_decoder() -> Decoder[_Kept]:
    return Decoder(_Kept)


@cache
def _result_decoder() -> Decoder[DocumentResult]:
    return Decoder(DocumentResult)
