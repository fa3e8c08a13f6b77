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


class _Facts(Struct, frozen=True, array_like=True):
    """What one rule collected: each fact with the number of its class among those of the rule."""

    rule: str
    severities: dict[str, Severity]
    facts: tuple[tuple[int, Raw], ...]


class _Kept(Struct, frozen=True, array_like=True):
    """A result without facts, as it is reported, and the rest.

    Only the result is compressed: it is most of the bytes, and facts are asked for far more often.
    """

    brief: Brief
    result: bytes
    collected: tuple[_Facts, ...]


class Packed:
    """The result of the document at `path` as bytes. `facts` says of what classes its facts are.

    Its methods raise ValueError where the bytes are of no result.
    """

    __slots__ = ("_data", "_facts", "path")

    def __init__(self, path: str, data: bytes | memoryview, facts: Facts) -> None:
        self.path = path
        self._data = data
        self._facts = facts

    def brief(self) -> Brief:
        """What comparing needs of it."""
        return self._kept().brief

    def reported(self) -> DocumentResult:
        """The result without its facts."""
        return _read(self._kept().result)

    def whole(self) -> DocumentResult:
        """The result."""
        kept = self._kept()
        collected = tuple(
            Collected(each.rule, each.severities, tuple(self._facts_in(each)))
            for each in kept.collected
        )
        return replace(_read(kept.result), collected=collected)

    def facts(self, rule: str) -> Iterator[object] | None:
        """The facts that a rule collected; None where it did not look."""
        for each in self._kept().collected:
            if each.rule == rule:
                return self._facts_in(each)
        return None

    def _facts_in(self, kept: _Facts) -> Iterator[object]:
        classes = self._facts[kept.rule]
        return (decode(raw, type=classes[at]) for at, raw in kept.facts)

    def _kept(self) -> _Kept:
        try:
            return _kept_decoder().decode(self._data)
        except (DecodeError, RecursionError) as error:
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
        plain = zlib.compress(_ENCODER.encode(replace(result, collected=())), 1)
        return _ENCODER.encode(_Kept(InMemory(result).brief(), plain, collected))
    except Exception:  # noqa: BLE001 - facts are what anybody's rule makes of them
        return None


def from_bytes(path: str, data: bytes | memoryview, facts: Facts) -> Packed | None:
    """The result of the document at `path` in `data`, of an earlier run; None where it has none."""
    packed = Packed(path, data, facts)
    try:
        packed.whole()
    except (LookupError, DecodeError, RecursionError, ValueError):
        return None
    return packed


def _read(packed: bytes) -> DocumentResult:
    try:
        return _result_decoder().decode(zlib.decompress(packed))
    except (zlib.error, DecodeError, RecursionError) as error:
        raise ValueError from error


def _numbered(fact: object, classes: tuple[type, ...]) -> tuple[int, Raw]:
    """A fact with the number of its class. Raises ValueError for one that is read as another."""
    at = classes.index(type(fact))
    encoded = _ENCODER.encode(fact)
    again: object = decode(encoded, type=classes[at])
    # A list is no tuple, and 1 for 1.0 is equal but not the same. Sets that are the same may be in
    # different orders.
    if again != fact or _SORTING.encode(again) != _SORTING.encode(fact):
        raise ValueError
    return at, Raw(encoded)


@cache
def _kept_decoder() -> Decoder[_Kept]:
    return Decoder(_Kept)


@cache
def _result_decoder() -> Decoder[DocumentResult]:
    return Decoder(DocumentResult)
