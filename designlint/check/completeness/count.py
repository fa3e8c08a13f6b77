"""Numbers of elements."""

from collections.abc import Iterable
from typing import NamedTuple


class Count(NamedTuple):
    """How many elements are filled, and how many are expected."""

    filled: int
    expected: int


NOTHING = Count(0, 0)


def total(counts: Iterable[Count]) -> Count:
    """The sum of counts."""
    filled = expected = 0
    for each in counts:
        filled += each.filled
        expected += each.expected
    return Count(filled, expected)
