"""Dates in running text."""

import re
from datetime import date

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")


def first_date(text: str) -> date | None:
    """The first ISO date in a text (`2026-03-01`); None where there is no valid one.

    Other spellings depend on a country and are not guessed at.
    """
    for match in _ISO.finditer(text):
        try:
            return date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            continue
    return None
