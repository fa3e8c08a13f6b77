"""A template's heading or label → display title, pattern, and whether it is optional."""

import re
from dataclasses import dataclass
from functools import lru_cache

from designlint.document.normalise import name_key
from designlint.language import words
from designlint.outline.marks import BRACKETS, find_marked
from designlint.outline.model import TitlePattern

_HOLE = "\ue000"
_LONGEST = 400  # Characters of a title that tell it from others.
_MARKS = "|".join(words.OPTIONAL)
_OPTIONAL = re.compile(rf"[\s*_]*[(\[{{]\s*(?:{_MARKS})\s*[)\]}}][\s*_]*", re.IGNORECASE)
_LEADING_OPTIONAL = re.compile(rf"^\s*(?:{_MARKS})\s*[:\-–—]\s*", re.IGNORECASE)
# A letter needs a space before it: `Decision B` counts, `Decisions` does not.
_NUMBER = r"(?: ?#? ?\d+[a-z]?| #? ?(?:[a-z]|[ivxl]+))"
_COUNTED = re.compile(rf"(?P<name>[^\d{_HOLE}]+?) ?#?\d+(?: ?[:.)]?) ?(?P<hole>{_HOLE}?)")


@dataclass(frozen=True, slots=True)
class Title:
    """A compiled title. `counted` is True where a number in it counts repetitions up."""

    text: str
    pattern: TitlePattern
    optional: bool
    counted: bool

    @property
    def repeats(self) -> bool:
        """Whether a document is expected to have several sections of such a title."""
        return self.counted or self.pattern.free or bool(self.pattern.regex)


def strip_optional(title: str) -> str:
    """A title without `(optional)` and its like; the same string where there is none."""
    return _LEADING_OPTIONAL.sub("", _OPTIONAL.sub(" ", title)).strip()


@lru_cache(maxsize=8192)
def title_key(title: str) -> str:
    """The key of a title in a document, which may still carry the template's `(optional)`."""
    return name_key(strip_optional(" ".join(title[:_LONGEST].split())))


def compile_title(text: str, aliases: tuple[str, ...] = ()) -> Title:
    """Compile a heading's or label's text, which may hold placeholders."""
    stripped = strip_optional(text)
    holed = _with_holes(stripped)
    names = tuple(name_key(alias) for alias in aliases)
    key = name_key(holed)
    optional = stripped != text
    if key == _HOLE:
        return Title(stripped, TitlePattern(names, free=True), optional, False)
    counted = _COUNTED.fullmatch(key)
    if counted:
        name = re.escape(counted["name"].strip())
        regex = rf"{name}{_NUMBER}(?:[:.) ].*)?|{name} ?: ?.+"
        return Title(stripped, TitlePattern(names, regex), optional, True)
    if _HOLE in key:
        regex = ".+".join(_literal(piece) for piece in key.split(_HOLE))
        return Title(stripped, TitlePattern(names, regex), optional, False)
    return Title(stripped, TitlePattern((key, *names)), optional, False)


def _with_holes(text: str) -> str:
    holes = sorted(find_marked(text, BRACKETS), key=lambda marked: marked.start)
    parts: list[str] = []
    at = 0
    for hole in holes:
        if hole.start >= at:
            parts += [text[at : hole.start], _HOLE]
            at = hole.end
    return "".join([*parts, text[at:]])


def _literal(piece: str) -> str:
    """A literal part of a key as a regular expression: digits and X stand for any number."""
    escaped = re.escape(piece).replace(r"\ ", " ")
    escaped = re.sub(r"\d+|\bx{2,}\b|\bn{2,}\b", r"\\w+", escaped)
    return re.sub(r" ?: ?", r" ?: ?", escaped)
