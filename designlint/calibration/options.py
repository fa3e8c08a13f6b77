"""What calibration takes for a habit, and what for an exception."""

import math

from msgspec import Struct

FEWEST = 2
"""The fewest documents that a proposal rests on, whatever the shares say."""


class Thresholds(Struct, frozen=True):
    """Shares of documents, 0 to 1, above which something is proposed.

    `tolerance` is for what leaves the demand as it is: another name, level or order. `drop` is
    for making an element optional, `keep` for leaving a text of the template alone.
    """

    tolerance: float = 0.1
    drop: float = 0.33
    keep: float = 0.6

    def enough_for_name(self, asked: int, fewest: int) -> int:
        """How many of `asked` documents have to use a name for it to become an alias."""
        return max(fewest, math.ceil(asked * self.tolerance / 10))


def exceeds(part: int, whole: int, share: float) -> bool:
    """Whether `part` is more than `share` of `whole`, and more than one document."""
    return part >= FEWEST and part > whole * share
