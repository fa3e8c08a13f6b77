"""Requirement ids: what they look like, and what two of them have in common."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import repeat

from msgspec import Struct

from designlint.document.normalise import fold
from designlint.document.span import Span
from designlint.expressions import expression
from designlint.language.english_requirements import STANDARDS

DEFAULT_PATTERN = (
    rf"(?!(?:{'|'.join(STANDARDS)})[-_\d])"
    r"[A-Z]{1,8}(?:[-_][A-Z]{1,12}){0,3}[-_]?\d{1,6}(?:\.\d{1,4}){0,3}[a-z]?"
)
"""`REQ-12`, `R1.2`, `FR-003`, `REQ-AUTH-01`, `REQ-16a`, and no `SHA-256`."""
_LIKELY = expression(rb"A[A-]{0,60}0")
_KINDS = bytes.maketrans(
    b"BCDEFGHIJKLMNOPQRSTUVWXYZ_123456789?", b"AAAAAAAAAAAAAAAAAAAAAAAAA-0000000000"
)
_LONGEST_RANGE = 1000
_FAMILY = expression(r"\D*")
_NUMBERED = expression(r"(?P<stem>(?:.*\D)?)(?P<number>\d+)")


class RequirementId(Struct, frozen=True):
    """An id as it is written. Ids are the same whatever the case of their letters."""

    text: str

    @property
    def key(self) -> str:
        """The form in which ids compare."""
        return fold(self.text)

    @property
    def family(self) -> str:
        """What stands before its number: `req` of `REQ-12`, `req-auth` of `REQ-AUTH-01`."""
        match = _FAMILY.match(self.key)
        return match[0].strip(" -_.") if match else ""

    @property
    def parents(self) -> tuple[str, ...]:
        """The keys of the ids that it is a part of: `r1.2` and `r1` of `R1.2.3`."""
        parts = self.key.split(".")
        return tuple(".".join(parts[:count]) for count in range(len(parts) - 1, 0, -1))


class Written(Struct, frozen=True):
    """An id in a text, and where."""

    id: RequirementId
    span: Span


def compile_ids(patterns: Iterable[str]) -> str:
    """The one pattern for ids of any of `patterns`. Raises re.error for what is none."""
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    _compiled(joined)
    return joined


def find_ids(text: str, pattern: str) -> Iterator[Written]:
    """The ids in a text that match `pattern`, in order; none is part of a longer word."""
    ids = _compiled(pattern)
    if pattern == DEFAULT_PATTERN:
        found: Iterator[re.Match[str]] = filter(None, map(ids.match, repeat(text), _likely(text)))
    else:
        found = ids.finditer(text)
    for match in found:
        if match[0]:
            yield Written(RequirementId(match[0]), Span(*match.span()))


def _likely(text: str) -> Iterator[int]:
    """Where an id of the default kind may start.

    Most documents have none, and letters that are made alike are found ten times as quickly. What
    is not of Latin-1 becomes `?`, which may stand for a digit of another script.
    """
    kinds = text.encode("latin-1", "replace").translate(_KINDS)
    return (match.start() for match in _LIKELY.finditer(kinds))


def ids_between(first: RequirementId, last: str) -> tuple[RequirementId, ...]:
    """The ids from `first` to `last`, an id or only its number; none where that is no range.

    A range of more than a thousand is taken for none.
    """
    start, end = _NUMBERED.fullmatch(first.key), _NUMBERED.fullmatch(fold(last))
    if start is None or end is None or end["stem"] not in ("", start["stem"]):
        return ()
    low, high = int(start["number"]), int(end["number"])
    if not low < high <= low + _LONGEST_RANGE:
        return ()
    width = len(start["number"])
    numbers = range(low, high + 1)
    return tuple(RequirementId(f"{start['stem']}{number:0{width}d}") for number in numbers)


@lru_cache(maxsize=16)
def _compiled(pattern: str) -> re.Pattern[str]:
    # No match starts within a word, so that a long one is not looked through again and again.
    return re.compile(rf"(?<![A-Za-z0-9])(?<![A-Za-z][-_])(?:{pattern})(?![A-Za-z0-9])")
