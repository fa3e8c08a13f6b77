"""When two titles or labels are the same name, and what counts as words.

Nothing here knows any language beyond the word for `&`, as `and` or `und`.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from math import ceil

from designlint.expressions import expression

_HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HIRAGANA, _KATAKANA = "\u3041-\u309f", "\u30a0-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_SOUTH_EAST_ASIAN = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_ALL_UNSPACED = _HAN + _HIRAGANA + _KATAKANA + _SOUTH_EAST_ASIAN
"""The scripts that write words without spaces between them, as the inside of a character class."""
_NUMERALS = "〇一二三四五六七八九十百"
_QUOTES = str.maketrans(dict.fromkeys(";’‘'\"“”„‚«»‹›「」『』", ""))
_NUMBERING = expression(
    rf"""^(?:
        (?:
            \d+(?:\.\d+)+[.):]?      # 2.3  2.3.1.
          | \d+[.):]                 # 5.  5)
          | \(\d+\)                  # (5)
          | [ivxlcdm]+[.)]           # iv.
          | [a-z][.)]                # b)
          | §\s*\d+(?:\.\d+)*
          | 第\s?[\d{_NUMERALS}]+\s?[章节節条條部]
        )\s+
      | (?:                         # Where words have no spaces, a number needs none behind it.
            \d+(?:\.\d+)+[.):、]?
          | \d+[.):、]
          | \(\d+\)
          | [{_NUMERALS}]+[、.]
          | 第\s?[\d{_NUMERALS}]+\s?[章节節][:、]
        )\s*(?=[{_ALL_UNSPACED}])
    )""",
    re.VERBOSE,
)
_CIRCLED = expression(r"^\s*[①-⑳㉑-㉟❶-❿]\s*(?=\S)")
_AND = expression(r"(?<=\w) (?:und|et|y|och|og|и) (?=\w)")
_ATTRIBUTES = expression(r"\s*\{#[^}]*\}\s*$")
_DASH = expression(r"\s+[-–—]+\s+")
_SPACES = expression(r"[\s\-‐‑–—_]+")
_SLASH = expression(r"\s*/\s*")
_WORD = expression(r"\w+")
_UNSPACED = expression(f"[{_ALL_UNSPACED}]")
_RUN = expression(
    f"(?P<han>[{_HAN}]+)|(?P<hiragana>[{_HIRAGANA}]+)|(?P<katakana>[{_KATAKANA}]+)"
    f"|(?P<letters>[{_SOUTH_EAST_ASIAN}]+)|(?P<others>[^{_ALL_UNSPACED}]+)"
)
_WEIGHTS = {"han": 0.5, "hiragana": 0.5, "letters": 0.25}
"""How much of a word one letter is; a run of any other script is a word."""
_LONGEST = 400


@lru_cache(maxsize=8192)
def name_key(text: str) -> str:
    """The form in which two names compare equal.

    Case, emphasis marks, numbering, emoji, quotes, a trailing `:` or `#`, hyphens against
    spaces, a dash against a colon, full-width letters, and `&` against `and` make no difference.
    """
    # A name is short; what is not is cut, which bounds the work on hostile titles.
    text = " ".join(text[:_LONGEST].split())
    if text.isascii() and text.replace(" ", "").isalnum():
        return _AND.sub(" and ", text.casefold())  # Words, as most names are.
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _CIRCLED.sub("", text))
    folded = text.translate(_QUOTES).casefold()
    if not folded.isascii():
        folded = "".join(c for c in folded if not _is_symbol(c))
    folded = _ATTRIBUTES.sub("", folded).strip("#*`~ \t\n").strip()
    numbering = _NUMBERING.match(folded)
    folded = folded[numbering.end() :] if numbering else folded
    folded = _DASH.sub(": ", _SLASH.sub("/", folded.replace("&", " and ")))
    return _AND.sub(" and ", _SPACES.sub(" ", folded).strip(" :#*`~.。"))


def _is_symbol(character: str) -> bool:
    """Emoji and their modifiers: So, Sk, Cf (joiners), Mn variation selectors."""
    return (
        unicodedata.category(character) in ("So", "Sk", "Cf") or "\ufe00" <= character <= "\ufe0f"
    )


def fold(text: str) -> str:
    """Text for verbatim comparison: case and the amount of white space make no difference."""
    return " ".join(text.casefold().split())


def words(text: str) -> list[str]:
    """The words of `text`, casefolded, in order; runs of a script without spaces are one word."""
    return _WORD.findall(text.casefold())


def is_unspaced(character: str) -> bool:
    """Whether a character is of a script that writes words without spaces between them."""
    return not character.isascii() and _UNSPACED.match(character) is not None


def count_words(text: str) -> int:
    """How many words a text has; where a script has no spaces between them, about how many.

    Two Chinese characters or hiragana make a word, four letters of Thai and its neighbours, and
    a run of katakana.
    """
    return sum(word_counts(text))


def word_counts(text: str) -> Iterator[int]:
    """How many words there are between one white space and the next, counted as they are asked."""
    return map(_parts, text.split())


def _parts(chunk: str) -> int:
    if chunk.isascii() or not _UNSPACED.search(chunk):
        return 1 if chunk.isalpha() or _WORD.search(chunk) else 0
    weights = (_WEIGHTS.get(run.lastgroup or "", 0) * len(run[0]) or 1 for run in _runs(chunk))
    return ceil(sum(weights))


def _runs(chunk: str) -> Iterator[re.Match[str]]:
    """The parts of a chunk that are of one script each, punctuation left out."""
    return (run for run in _RUN.finditer(chunk) if _WORD.search(run[0]))


def terms(text: str) -> list[str]:
    """The words of `text`, and the parts of runs without spaces where their script changes.

    Of such a run the parts in hiragana are left out, which mostly are endings and particles,
    unless it has no others.
    """
    found: list[str] = []
    for word in words(text):
        if word.isascii() or not _UNSPACED.search(word):
            found.append(word)
            continue
        runs = list(_RUN.finditer(word))
        telling = [run[0] for run in runs if run.lastgroup != "hiragana"]
        found += telling or [word]
    return found


def squash(text: str) -> str:
    """Text to search in: case, white space and the marks of quotes make no difference.

    Its letters are as many as the text's (`ß` stays one), so that what is found can be located.
    """
    return " ".join(text.lower().replace(">", " ").split())
