"""Results as bytes and back, by their types: nothing is made but what the types allow.

Facts are of the classes that their rules name; those of any other class stay in their process.
"""

from collections.abc import Mapping
from functools import cache

from msgspec import DecodeError, Raw, Struct
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
    """The result as `from_bytes` reads it.

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
        return _ENCODER.encode(_Kept(replace(result, collected=()), collected))
    except Exception:  # noqa: BLE001 - facts are what anybody's rule makes of them
        return None


def _numbered(fact: object, classes: tuple[type, ...]) -> tuple[int, Raw]:
    """A fact with the number of its class. Raises ValueError for one that is read as another."""
    at = classes.index(type(fact))
    encoded = _ENCODER.encode(fact)
    again: object = decode(encoded, type=classes[at])
    # A list is no tuple, and 1 for 1.0 is equal but not the same.
    if again != fact or _ENCODER.encode(again) != encoded:
        raise ValueError
    return at, Raw(encoded)


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
    except (LookupError, DecodeError, RecursionError, ValueError):
        return None
    return replace(kept.result, collected=collected)


@cache
def _decoder() -> Decoder[_Kept]:
    return Decoder(_Kept)
