"""Where a sentence of the template stands in a text, whatever divides and emphasises its words."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from designlint.document.normalise import is_unspaced
from designlint.document.span import Span
from designlint.expressions import expression

_MARKS = ("*", "_", "`")
_BETWEEN = r"[*_`]*(?:[\s>]|-->|<!--)+[*_`]*"
_DIVIDER = expression(_BETWEEN)


class Occurrences:
    """A text in which sentences are looked for, each of them as `squash` gives it."""

    def __init__(self, text: str) -> None:
        self._text = text
        # Letter by letter: only `İ` would become two.
        self._lowered = text.replace("İ", "i").lower()

    def of(self, sentence: str) -> Iterator[Span]:
        """Where it stands, in rising order, without marks of emphasis that are not its own."""
        words = _words(sentence)
        if not words or "--" in sentence or is_undivided(sentence):
            found = _pattern(sentence).finditer(self._text)
            return (Span(*match.span()) for match in found)
        return self._in_words(sentence, words)

    def _in_words(self, sentence: str, words: tuple[str, ...]) -> Iterator[Span]:
        """Where its words follow one another, which takes no pattern to be compiled for them."""
        text, lowered = self._text, self._lowered
        first, *rest = words
        before, start = 0, lowered.find(first)
        while start >= 0:
            end = self._end(rest, start + len(first))
            if end is None:
                start = lowered.find(first, start + 1)
                continue
            while sentence[0] in _MARKS and start > before and text[start - 1] in _MARKS:
                start -= 1
            while sentence[-1] in _MARKS and text[end : end + 1] in _MARKS:
                end += 1
            yield Span(start, end)
            before, start = end, lowered.find(first, end)

    def _end(self, words: Sequence[str], end: int) -> int | None:
        """Where `words` end if they follow `end` one by one."""
        for word in words:
            divider = _DIVIDER.match(self._lowered, end)
            if divider is None or not self._lowered.startswith(word, divider.end()):
                return None
            end = divider.end() + len(word)
        return end


@lru_cache(maxsize=1024)
def is_undivided(sentence: str) -> bool:
    """Whether no spaces divide its words, so that a line may end behind any letter."""
    return not sentence.isascii() and any(map(is_unspaced, sentence))


@lru_cache(maxsize=1024)
def _words(sentence: str) -> tuple[str, ...]:
    return tuple(filter(None, (word.strip("*_`") for word in sentence.split())))


@lru_cache(maxsize=1024)
def _pattern(sentence: str) -> re.Pattern[str]:
    """What finds any sentence, those too that have no words or dashes like those of a comment."""
    if is_undivided(sentence):
        letters = r"[\s>]*".join(map(re.escape, sentence.replace(" ", "")))
        return re.compile(letters, re.IGNORECASE)
    inner = _BETWEEN.join(map(re.escape, _words(sentence)))
    before, after = ("[*_`]*" if mark in _MARKS else "" for mark in (sentence[0], sentence[-1]))
    return re.compile(before + inner + after, re.IGNORECASE)
