"""Vocabularies: `High/Med/Low`, `Draft | Review | Accepted`, and when a value is in one."""

import re

from designlint.document.normalise import count_words, name_key
from designlint.expressions import expression

_PIPES = expression(r"\s*(?:\\?\||｜)\s*")
_SLASHES = expression(r"\s*[/／]\s*")
_MARKED = expression(
    r"[\"']?(?:\{\{(?P<double>[^{}]*)\}\}|[\[{<](?P<inner>[^\[\]{}<>]*)[\]}>]?)[\"']?"
)
_MOST_WORDS = 3
_SHORTEST_ABBREVIATION = 3
_REST = "…"
_NO_VALUE = expression(r"[\[\]{}<>.:［］｛｝【】＜＞。：]")


def read_vocabulary(text: str) -> tuple[str, ...]:
    """The values that `text` lists, or nothing where it is not a list of values.

    Pipes divide always. Slashes divide where every part is a single word and starts alike
    (all capitalised or all lower case), which keeps `Pros/cons of TCP/IP` out. `a | b | …` ends
    in `…`, wherever that stands in the list: it goes on as an author likes.
    """
    stripped = text.strip().strip("`*_").strip()
    marked = _MARKED.fullmatch(stripped)
    if marked:
        # `[Pros/Cons]` asks for both; only pipes divide what may be said from what else may.
        return _values(marked["inner"] or marked["double"] or "", _PIPES, _MOST_WORDS)
    return _values(stripped, _PIPES, _MOST_WORDS) or _values(stripped, _SLASHES, 1)


def _values(text: str, divider: re.Pattern[str], most_words: int) -> tuple[str, ...]:
    parts = [part.strip("`*_\"' ") for part in divider.split(text)]
    values = [part for part in parts if part.strip("….")]
    whole = len(values) >= 2 and all(_is_value(value, most_words) for value in values)
    goes_on = (_REST,) if any(part and not part.strip("….") for part in parts) else ()
    return (*values, *goes_on) if whole else ()


def _is_value(part: str, most_words: int) -> bool:
    if not part or len(part.split()) > most_words or _NO_VALUE.search(part):
        return False
    # Where words have no spaces between them, half a sentence is one "word".
    return count_words(part) <= _MOST_WORDS


def in_vocabulary(text: str, vocabulary: tuple[str, ...]) -> bool:
    """Whether `text` opens with one of the values, or with an abbreviation or long form of one.

    `Medium` is `Med`, `High (data loss)` is `High`; `Med/Low` is neither. Everything is in a
    vocabulary that goes on as an author likes.
    """
    if _REST in vocabulary:
        return True
    key = name_key(text)
    for value in vocabulary:
        known = name_key(value)
        if key == known or _opens(key, known):
            return True
        first = re.split(r"[^\w]", key, maxsplit=1)[0]
        short, long = sorted((first, known), key=len)
        abbreviated = len(short) >= _SHORTEST_ABBREVIATION and long.startswith(short)
        if " " not in known and abbreviated and _ends_word(key, len(first)):
            return True
    return False


def _opens(key: str, value: str) -> bool:
    return key.startswith(value) and _ends_word(key, len(value))


def _ends_word(key: str, at: int) -> bool:
    """Whether a value may end at `at`: what follows explains it and is not a second value."""
    rest = key[at:]
    return not rest or bool(re.match(r"\s*[(:,;.–—、。]|\s", rest))
