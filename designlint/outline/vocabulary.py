"""Vocabularies: `High/Med/Low`, `Draft | Review | Accepted`, and when a value is in one."""

import re

from designlint.document.normalise import name_key

_PIPES = re.compile(r"\s*\\?\|\s*")
_SLASHES = re.compile(r"\s*/\s*")
_MOST_WORDS = 3
_SHORTEST_ABBREVIATION = 3


def read_vocabulary(text: str) -> tuple[str, ...]:
    """The values that `text` lists, or nothing where it is not a list of values.

    Pipes divide always. Slashes divide where every part is a single word and starts alike
    (all capitalised or all lower case), which keeps `Pros/cons of TCP/IP` out.
    """
    stripped = text.strip().strip("`*_").strip()
    for divider, most in ((_PIPES, _MOST_WORDS), (_SLASHES, 1)):
        parts = [part.strip("`*_\"' ") for part in divider.split(stripped)]
        if len(parts) >= 2 and all(_is_value(part, most) for part in parts):
            return tuple(parts)
    return ()


def _is_value(part: str, most_words: int) -> bool:
    return bool(part) and len(part.split()) <= most_words and not re.search(r"[\[\]{}<>.:]", part)


def in_vocabulary(text: str, vocabulary: tuple[str, ...]) -> bool:
    """Whether `text` opens with one of the values, or with an abbreviation or long form of one.

    `Medium` is `Med`, `High (data loss)` is `High`; `Med/Low` is neither.
    """
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
    return not rest or bool(re.match(r"\s*[(:,;.–—]|\s", rest))
