"""Results as bytes and back, by their types: nothing is made but what the types allow.

Facts are of the classes that their rules name; those of any other class stay in their process.
"""

from collections.abc import Mapping
from functools import cache

from msgspec import Raw, Struct, ValidationError
from msgspec.msgpack import Decoder, Encoder, decode
from msgspec.structs import replace

from designlint.check.result import Collected, DocumentResult
from designlint.finding import Severity

Facts = Mapping[str, tuple[type, ...]]
"""The classes of facts, by the names of their rules."""
_ENCODER = Encoder()


class _Facts(Struct, frozen=True, array_like=True):
    """What one rule collected: each fact with the number of its class among those of the rule."""

    rule: str
    severities: dict[str, Severity]
    facts: tuple[tuple[int, Raw], ...]


class _Kept(Struct, frozen=True, array_like=True):
    result: DocumentResult
    collected: tuple[_Facts, ...]


def to_bytes(result: DocumentResult, facts: Facts) -> bytes | None:
    """The result as `from_bytes` reads it; None where it holds facts of an unnamed class."""
    try:
        collected = tuple(
            _Facts(
                each.rule,
                dict(each.severities),
                tuple(
                    (facts[each.rule].index(type(fact)), Raw(_ENCODER.encode(fact)))
                    for fact in each.facts
                ),
            )
            for each in result.collected
        )
    except (LookupError, ValueError, TypeError):
        return None
    return _ENCODER.encode(_Kept(replace(result, collected=()), collected))


def from_bytes(data: bytes, facts: Facts) -> DocumentResult | None:
    """The result in `data`; None where that holds none."""
    try:
        kept = _decoder().decode(data)
        collected = tuple(
            Collected(
                each.rule,
                each.severities,
                tuple(decode(raw, type=facts[each.rule][at]) for at, raw in each.facts),
            )
            for each in kept.collected
        )
    except (LookupError, ValidationError, ValueError):
        return None
    return replace(kept.result, collected=collected)


@cache
def _decoder() -> Decoder[_Kept]:
    return Decoder(_Kept)
