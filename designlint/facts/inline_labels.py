"""Labels within a line of text: `Which store? **Answer:** SQLite. Owner: Ann`."""

from collections.abc import Collection, Iterator
from itertools import zip_longest

from msgspec import Struct

from designlint.document.normalise import name_key
from designlint.expressions import expression

_LABEL = expression(
    r"(?P<mark>\*\*|__)(?P<bold>[^*_\n]{2,30}?)"
    r"(?:[ \t]*:?(?P=mark)[ \t]*:?(?=\s)|[ \t]*：(?P=mark)|(?P=mark)[ \t]*：)"
    r"|(?:(?<=[?.;)\]—–|*_]) +|(?<=[？。；）］】]) *)(?:[-–—→|] +)?"
    r"(?P<plain>[^\W\d_]+(?: [^\W\d_]+)?)(?::(?=\s)|：)"
)
_DIVIDERS = " \t\n-–—→|;；。"


class InlineLabel(Struct, frozen=True):
    """A label, where it starts in its text, and what stands behind it, up to the next one."""

    key: str
    start: int
    text: str


def inline_labels(source: str, names: Collection[str]) -> Iterator[InlineLabel]:
    """The labels in `source` that bear one of `names`; what it opens with is no inline label."""
    found = (m for m in _LABEL.finditer(source) if m.start() > 0)
    said = (m for m in found if m["bold"] or not m["plain"][0].islower())
    labels = [m for m in said if name_key(m["bold"] or m["plain"]) in names]
    for label, after in zip_longest(labels, labels[1:]):
        text = source[label.end() : after.start() if after else len(source)]
        yield InlineLabel(
            name_key(label["bold"] or label["plain"]), label.start(), text.strip(_DIVIDERS)
        )
