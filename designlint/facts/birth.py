"""The day on which a document was born, as it says itself."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import PurePosixPath

from designlint.expressions import expression
from designlint.language.lexicon import ENGLISH, Lexicon

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_DIGIT = expression(r"\d")
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS)
# Spellings that mean one day in every country: `03/01/2026` is not among them.
_SPELLINGS = tuple(
    expression(spelling, re.IGNORECASE)
    for spelling in (
        r"(?<!\d)(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)",
        r"(?<!\d)(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)",
        r"(?<!\d)(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日",
        rf"\b(?P<name>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?[\s-]+(?P<name>{_MONTH})\.?,?[\s-]+(?P<year>\d{{4}})\b",
    )
)
_PREFIX = expression(r"(?:19|20)\d\d(?P<mark>[-_.]?)\d\d(?P=mark)\d\d(?!\d)")


def stated_birth(metadata: Mapping[str, str], path: str, lexicon: Lexicon = ENGLISH) -> str:
    """The ISO date in a document's metadata, or before its file's name; empty without one."""
    for key in lexicon.created:
        stated = _first(metadata.get(key, ""))
        if stated:
            return stated
    prefix = _PREFIX.match(PurePosixPath(path).name)
    return _first(prefix[0].replace("_", "-")) if prefix else ""


def _first(text: str) -> str:
    """The first date in `text`, as ISO; empty where there is none."""
    found: list[tuple[int, str]] = []
    if not _DIGIT.search(text):
        return ""
    for spelling in _SPELLINGS:
        for match in spelling.finditer(text):
            parts = match.groupdict()
            name = parts.get("name")
            month = _month(name) if name else int(parts["month"])
            try:
                day = date(int(parts["year"]), month, int(parts["day"]))
            except ValueError:
                continue
            found.append((match.start(), day.isoformat()))
            break
    return min(found)[1] if found else ""


def _month(name: str) -> int:
    return 1 + next(at for at, each in enumerate(_MONTHS) if each[:3] == name[:3].lower())
