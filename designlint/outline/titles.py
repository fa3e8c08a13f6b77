"""A template's heading or label → display title, pattern, and whether it is optional."""

import re
from functools import lru_cache

from msgspec import Struct

from designlint.document.fields import name_and_value
from designlint.document.normalise import name_key
from designlint.expressions import expression
from designlint.language.lexicon import Lexicon
from designlint.language.patterns import OPENING
from designlint.outline.marks import BRACKETS, find_marked
from designlint.outline.model import TitlePattern
from designlint.outline.vocabulary import read_vocabulary

_OPENING = frozenset(OPENING)
_HOLE = "\ue000"
_LONGEST = 400  # Characters of a title that tell it from others.
# A letter needs a space before it: `Decision B` counts, `Decisions` does not.
_NUMBER = r"(?: ?#? ?\d+[a-z]?| #? ?(?:[a-z]|[ivxl]+))"
_COUNTED = expression(rf"(?P<name>[^\d{_HOLE}]+?) ?#?\d+(?: ?[:.)]?) ?(?P<hole>{_HOLE}?)")


class Title(Struct, frozen=True):
    """A compiled title.

    `counted` is True where a number in it counts repetitions up, `slot` where such a number is
    all that it says beside the kind of thing: `Story 1`. `vocabulary` is what may stand behind
    its colon: `Status: Draft | Accepted`.
    """

    text: str
    pattern: TitlePattern
    optional: bool
    counted: bool
    slot: bool = False
    vocabulary: tuple[str, ...] = ()

    @property
    def repeats(self) -> bool:
        """Whether a document is expected to have several sections of such a title."""
        open_ended = self.pattern.free or bool(self.pattern.regex)
        return self.counted or (open_ended and not self.vocabulary)


def strip_optional(title: str, lexicon: Lexicon) -> str:
    """A title without `(optional)` and its like; the same string where there is none."""
    patterns = lexicon.patterns
    if not _OPENING.isdisjoint(title):
        title = patterns.optional.sub(" ", title)
    leading = patterns.leading_optional.match(title)
    return title[leading.end() if leading else 0 :].strip()


@lru_cache(maxsize=8192)
def title_key(title: str, lexicon: Lexicon) -> str:
    """The key of a title in a document, which may still carry the template's `(optional)`."""
    return name_key(strip_optional(" ".join(title[:_LONGEST].split()), lexicon))


def compile_title(text: str, lexicon: Lexicon, aliases: tuple[str, ...] = ()) -> Title:
    """Compile a heading's or label's text, which may hold placeholders."""
    stripped = strip_optional(text, lexicon)
    name, value = name_and_value(stripped)
    vocabulary = read_vocabulary(value)
    if vocabulary:
        regex = rf"{_literal(name_key(name))}(?: ?: ?.+)?"
        pattern = TitlePattern(tuple(map(name_key, aliases)), regex)
        return Title(stripped, pattern, stripped != text, False, vocabulary=vocabulary)
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
        return Title(stripped, TitlePattern(names, regex), optional, True, not counted["hole"])
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
    escaped = re.sub(r" ?: ?", r" ?: ?", re.escape(piece).replace(r"\ ", " "))
    # A number may go on, as `0008-1` does.
    return re.sub(r"\d+|\bx{2,}\b|\bn{2,}\b", r"\\w+(?:[ .]\\d+)*", escaped)
