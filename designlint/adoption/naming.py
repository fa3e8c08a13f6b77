"""How the files of a folder are named: with numbers that count up, with dates, or freely."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import PurePath

from msgspec import Struct

from designlint.adoption.names import KINDS
from designlint.expressions import expression

_NUMBERED = expression(r"(?P<before>(?:[^\W\d_]+[-_ ])?)(?P<number>\d{1,6})(?P<after>[-_. ])")
_DATE_ONLY = expression(r"(?:19|20)\d\d-?[01]\d(?:-?[0-3]\d)?(?=[-_. ]|$)")
_MOST = 0.5


class NamingKind(StrEnum):
    """What the names of a folder's documents open with."""

    FREE = "free"
    NUMBERS = "numbers"
    DATES = "dates"


class Naming(Struct, frozen=True):
    """What the names of a folder's documents have in common.

    `before` stands before the number or date (`ADR-`), `after` behind it. `width` is how many
    digits the numbers have, 0 where that differs; `last` is the largest number. `dated` is a
    date's form for `strftime`.
    """

    kind: NamingKind
    before: str = ""
    after: str = "-"
    width: int = 0
    last: int = 0
    dated: str = ""

    def next_number(self) -> str:
        """The number after the largest one, padded as the others are."""
        return str(self.last + 1).zfill(self.width)

    def file_name(self, title: str, today: date) -> str:
        """What the file of a new document with this title is called."""
        slug = slug_of(title)
        match self.kind:
            case NamingKind.NUMBERS:
                return f"{self.before}{self.next_number()}{self.after}{slug}.md"
            case NamingKind.DATES:
                return f"{today.strftime(self.dated)}{self.after}{slug}.md"
        return f"{slug}.md"


def read_naming(names: Iterable[str]) -> Naming:
    """What more than half of `names` have in common; names are those of files, not paths."""
    stems = [PurePath(name).stem for name in names]
    dated = [(stem, match) for stem in stems if (match := _DATE_ONLY.match(stem))]
    if stems and len(dated) > _MOST * len(stems):
        forms = Counter(
            ("%Y-%m-%d" if "-" in match[0] else "%Y%m%d")
            if len(match[0].replace("-", "")) == 8
            else ("%Y-%m" if "-" in match[0] else "%Y%m")
            for _, match in dated
        )
        behind = Counter(stem[match.end() : match.end() + 1] or "-" for stem, match in dated)
        return Naming(
            NamingKind.DATES, after=behind.most_common(1)[0][0], dated=forms.most_common(1)[0][0]
        )
    numbered = [match for stem in stems if (match := _NUMBERED.match(f"{stem}."))]
    shapes = Counter((match["before"], match["after"]) for match in numbered)
    if shapes and shapes.total() > _MOST * len(stems):
        (before, after), _ = shapes.most_common(1)[0]
        widths = {len(match["number"]) for match in numbered}
        return Naming(
            NamingKind.NUMBERS,
            before,
            "-" if after == "." else after,
            widths.pop() if len(widths) == 1 else 0,
            max(int(match["number"]) for match in numbered),
        )
    return Naming(NamingKind.FREE)


def number_in(name: str) -> str:
    """The number that a file's name opens with, as it is written; empty where there is none."""
    stem = PurePath(name).stem
    if _DATE_ONLY.match(stem):
        return ""
    match = _NUMBERED.match(f"{stem}.")
    # `ADR-7` is a number, and `utf-8` is not.
    named = match is not None and (not match["before"] or match["before"][:-1].lower() in KINDS)
    return match["number"] if match and named else ""


def slug_of(title: str) -> str:
    """A title as part of a file name: lower-case words with hyphens; `document` without any."""
    folded = unicodedata.normalize("NFC", title).lower()
    return "-".join(re.findall(r"\w+", folded.replace("'", "").replace("’", ""))) or "document"
