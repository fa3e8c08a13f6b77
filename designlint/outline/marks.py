"""Finding text in placeholder marks: `[…]`, `{…}`, `{{…}}`, `<…>`, and full-width ones."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from designlint.document.html import is_html_tag
from designlint.document.normalise import count_words, is_unspaced
from designlint.expressions import expression
from designlint.language.lexicon import ENGLISH, Lexicon
from designlint.outline.model import Mark

# One level of nesting; a blank line ends the paragraph and so any placeholder in it, and a
# bracket behind a backslash is a letter like any other.
_INNER = r"(?:[^{o}{c}\\\n]|\\[^\n]?+|\n(?![ \t>]*\n))"
_PATTERNS = {
    Mark.SQUARE: expression(
        r"\[(?P<inner>{i}*(?:\[{i}*\]{i}*)*)\]".replace("{i}", _INNER.format(o=r"\[", c=r"\]"))
    ),
    Mark.BRACE: expression(r"(?<!\{)\{(?P<inner>[^{}\n]+(?:\{[^{}\n]*\}[^{}\n]*)*)\}(?!\})"),
    Mark.DOUBLE_BRACE: expression(r"\{\{(?P<inner>[^{}\n]+)\}\}"),
    Mark.ANGLE: expression(r"<(?P<inner>[^\W\d_][^<>\n]*)>"),
    Mark.FULL_SQUARE: expression(r"［(?P<inner>[^［］\n]+)］"),
    # `【背景】 …` at the start of a line is a label; a placeholder has the line to itself.
    Mark.LENTICULAR: expression(
        r"^[ \t*_]{0,8}【[^【】\n]+】[ \t*_]{0,8}(?=[^\s*_])|【(?P<inner>[^【】\n]+)】",
        re.MULTILINE,
    ),
    Mark.FULL_ANGLE: expression(r"＜(?P<inner>[^＜＞\n]+)＞"),
}
BRACKETS = tuple(Mark)
"""All marks that text can be searched for."""
# `[guide]: https://…`, and `[comment]: # …`, also where CommonMark takes neither for a definition.
_TARGET = expression(r":[ \t]*(?:#|<?\w+://|\.{0,2}/)")
_TASK = expression(r"[ xX]?")
_CITATION = expression(r"[^\s,]+(?:,? et al\.?)?,? ?\(?\d[\w.:/-]*\)?")
_FEWEST_WORDS = 4
"""Of a request in the midst of a sentence, in a script that divides no words."""
_WORD = expression(r"[^\W\d_](?:[\w'’-]*\w)?")


class Marked(Struct, frozen=True):
    """Text in marks: `text[start:end]` with them, `inner` without."""

    start: int
    end: int
    inner: str
    mark: Mark


def find_marked(text: str, marks: Iterable[Mark]) -> Iterator[Marked]:
    """Text in any of `marks`, in no particular order.

    Left out is what the Markdown around it makes something else: links, images, footnotes,
    task boxes, escaped brackets, HTML tags.
    """
    for mark in marks:
        pattern = _PATTERNS.get(mark)
        if pattern is None or mark[0] not in text:
            continue
        for match in pattern.finditer(text):
            inner = match["inner"]
            if inner and inner.strip() and not _is_markup(text, match, mark):
                yield Marked(match.start(), match.end(), inner, mark)


def has_placeholder(text: str) -> bool:
    """Whether anything in `text` stands in placeholder marks."""
    return any(True for _ in find_marked(text, BRACKETS))


def stands_in_marks(text: str) -> bool:
    """Whether `text` as a whole stands in placeholder marks."""
    stripped = text.strip()
    return any(
        marked.start == 0 and marked.end == len(stripped)
        for marked in find_marked(stripped, BRACKETS)
    )


def is_placeholder(text: str, lexicon: Lexicon) -> bool:
    """Whether `text` as a whole is a placeholder: in marks, and a request to write something."""
    stripped = text.strip()
    inner = stripped.strip("".join(BRACKETS))
    return stands_in_marks(stripped) and reads_as_placeholder(inner, lexicon, whole=True)


def reads_as_placeholder(inner: str, lexicon: Lexicon = ENGLISH, *, whole: bool) -> bool:
    """Whether text in marks reads as a request to write something there.

    Words do; a number, citation, interval, key or name does not. `whole` says that the marks
    hold the entire value, which leaves less room for other meanings.
    """
    text = inner.strip()
    tokens = _WORD.findall(text)
    if not tokens or not text[0].isalpha() or _CITATION.fullmatch(text):
        return False
    if text.casefold() in lexicon.nothings:
        return False
    parts = [part.strip() for part in text.split(",")]
    if len(parts) > 1 and all(" " not in part for part in parts) and not text[0].isupper():
        return False
    if whole:
        return len(tokens) > 1 or (len(text) > 2 and text.isalpha() and not text.isupper())
    if is_unspaced(text[0]):
        return count_words(text) >= _FEWEST_WORDS
    if len(tokens) < 2 or text[0].islower():
        return False
    # Mid-sentence, `[Open Policy Agent]` is a name; `[Describe the fallback]` is not.
    return any(token[0].islower() for token in tokens) or not text[0].isupper()


def _is_markup(text: str, match: re.Match[str], mark: Mark) -> bool:
    inner = match["inner"]
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    if before == "\\":
        return True
    if mark is Mark.SQUARE:
        return (
            (after in ("(", "[") and after != "")
            or (before in ("!", "]") and before != "")
            or inner.startswith("^")
            or _TASK.fullmatch(inner) is not None
            or _TARGET.match(text, match.end()) is not None
        )
    if mark is Mark.ANGLE:
        return is_html_tag(inner) or "://" in inner or "@" in inner or "mailto:" in inner
    if mark is Mark.BRACE:
        return inner.startswith(("#", ":", ".", "%")) or before == "$"
    return False
