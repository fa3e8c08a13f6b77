"""What sections are about: the words that tell one kind of section from the others."""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from msgspec import Struct

from designlint.document.normalise import words

_SHORTEST = 3


class ContentMatch(Struct, frozen=True):
    """How like the bodies under a stray title are to those of one element.

    `score` is a cosine, 0 to 1; `rank` is 1 where no other element is more like; `margin` is
    the score by that of the best of the others.
    """

    score: float
    rank: int
    margin: float


_NOTHING = ContentMatch(0.0, 0, 0.0)


@dataclass
class _Words:
    """In how many bodies each word occurs."""

    bodies: int = 0
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, found: set[str]) -> None:
        self.bodies += 1
        self.counts.update(found)


class Bodies:
    """The texts of sections, by the element that they are, and by the title of strays."""

    def __init__(self) -> None:
        self._sections: dict[int, _Words] = defaultdict(_Words)
        self._strays: dict[str, _Words] = defaultdict(_Words)
        self._all = _Words()

    def add_section(self, element: int, text: str) -> None:
        """A section of the template, heading included."""
        self._add(self._sections[element], text)

    def add_stray(self, key: str, text: str) -> None:
        """A section that the template does not have."""
        self._add(self._strays[key], text)

    def _add(self, into: _Words, text: str) -> None:
        body = text.partition("\n")[2]
        found = {word for word in words(body) if len(word) >= _SHORTEST and not word.isdecimal()}
        into.add(found)
        self._all.add(found)

    def likeness(self, key: str, element: int) -> ContentMatch:
        """The bodies of stray `key` against those of `element`."""
        if key not in self._strays or element not in self._sections:
            return _NOTHING
        stray = self._vector(self._strays[key])
        scores = {
            index: sum(weight * stray.get(word, 0.0) for word, weight in vector.items())
            for index, vector in self._vectors.items()
        }
        own = scores[element]
        best = max((score for index, score in scores.items() if index != element), default=0.0)
        rank = 1 + sum(score > own for score in scores.values())
        return ContentMatch(own, rank, own / best if best else 0.0)

    @cached_property
    def _vectors(self) -> dict[int, dict[str, float]]:
        return {index: self._vector(each) for index, each in self._sections.items()}

    def _vector(self, of: _Words) -> dict[str, float]:
        """Shares of bodies by word, rare words weighing more, as a vector of length 1."""
        raw = {
            word: count / of.bodies * math.log(self._all.bodies / self._all.counts[word])
            for word, count in of.counts.items()
            if self._all.counts[word] > 1
        }
        length = math.sqrt(sum(value * value for value in raw.values()))
        return {word: value / length for word, value in raw.items()} if length else {}
