"""How a text is recognised elsewhere: by runs of words that it alone had.

Runs are hashed, and a small sample of the hashes is kept. What a template gives to all its
documents is no evidence of anything, so that runs which stand in several places do not count.
"""

import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from functools import cached_property
from heapq import nsmallest

from msgspec import Struct

from designlint.document import parse_document
from designlint.document.normalise import name_key, terms

FEWEST = 5
"""A text with fewer runs of its own is not recognised."""
_RUN = 4
_ENOUGH = 0.5
_ENOUGH_OF_DOCUMENT = 2 / 3
_IN_DOCUMENT = 32
_IN_SECTION = 8
_CANDIDATES = 8
"""How many times the sample's size are looked at, since many prove to stand elsewhere, too."""
_DIGITS = 8

PathKey = tuple[str, ...]
"""A section's path, in the form in which titles compare equal."""


def path_key(path: Iterable[str]) -> PathKey:
    """The key of a path of titles."""
    return tuple(map(name_key, path))


class Runs(Struct, frozen=True, dict=True):
    """The runs of words in a document, hashed to 32 bits, for each section's own text.

    A section is there by its path from the top, and by the one from below the `title`.
    """

    own: Mapping[PathKey, "array[int]"]
    title: PathKey

    @cached_property
    def whole(self) -> frozenset[int]:
        """Those of the document."""
        return frozenset(run for runs in self.own.values() for run in runs)

    @cached_property
    def below(self) -> Mapping[PathKey, Set[int]]:
        """Those of each section and all that is in it."""
        found: dict[PathKey, set[int]] = {}
        for path, runs in self.own.items():
            for way in self._ways(path):
                for end in range(1, len(way) + 1):
                    found.setdefault(way[:end], set()).update(runs)
        return found

    def at(self, path: PathKey) -> tuple[Set[int], Set[int]]:
        """Those of a section's own text, and of all that is in it."""
        ways = {path, (*self.title, *path)}
        own = frozenset(run for way in ways for run in self.own.get(way, ()))
        return own, self.below.get(path, frozenset())

    def _ways(self, path: PathKey) -> tuple[PathKey, ...]:
        depth = len(self.title)
        return (path, path[depth:]) if depth and path[:depth] == self.title else (path,)


def read_runs(text: str) -> Runs:
    """The runs of a Markdown text."""
    document = parse_document(text)
    own: dict[PathKey, array[int]] = {}
    for section in document.root.walk():
        end = section.children[0].span.start if section.children else section.span.end
        runs = own.setdefault(path_key(section.path), array("I"))
        runs.extend(_hashes(document.text[section.span.start : end]))
    return Runs(own, path_key(document.title.path) if document.title else ())


def _hashes(text: str) -> set[int]:
    found = [word.encode("utf-8", "replace") for word in terms(text)]
    return {zlib.crc32(b" ".join(found[at : at + _RUN])) for at in range(len(found) - _RUN + 1)}


class Sampler:
    """Samples runs that stand in one section of all `documents`, and in none of `templates`."""

    def __init__(self, documents: Iterable[Runs], templates: Iterable[str]) -> None:
        everything = list(documents)
        common = {run for text in templates for run in read_runs(text).whole}
        wanted = set[int]()
        for each in everything:
            wanted.update(nsmallest(_IN_DOCUMENT * _CANDIDATES, each.whole - common))
            for own in each.own.values():
                wanted.update(nsmallest(_IN_SECTION * _CANDIDATES, set(own) - common))
        places = Counter(
            run for each in everything for own in each.own.values() for run in own if run in wanted
        )
        self._telling = {run for run, count in places.items() if count == 1}

    def of_document(self, runs: Runs) -> str:
        """The sample of a document; empty where too little is its own."""
        return self._sample(runs.whole, _IN_DOCUMENT)

    def of_section(self, runs: Runs, path: PathKey) -> str:
        """The sample of a section's own text, or where that is too short of all that is in it."""
        own, below = runs.at(path)
        return self._sample(own, _IN_SECTION) or self._sample(below, _IN_SECTION)

    def _sample(self, runs: Set[int], size: int) -> str:
        telling = runs & self._telling
        if len(telling) < FEWEST:
            return ""
        return _sample(telling, size)


def sample_of_words(text: str) -> str:
    """A sample of single words, for what is too short to have runs."""
    found = {zlib.crc32(word.encode("utf-8", "replace")) for word in text.split()}
    return _sample(found, _IN_SECTION)


def _sample(found: Set[int], size: int) -> str:
    return "".join(f"{each:0{_DIGITS}x}" for each in nsmallest(size, found))


def hashes_in(sample: str) -> frozenset[int]:
    """The hashes that a sample holds."""
    return frozenset(int(sample[at : at + _DIGITS], 16) for at in range(0, len(sample), _DIGITS))


def share(sample: str, runs: Set[int]) -> float:
    """How much of a sample stands in a text: from 0 to 1, and 0 for an empty sample."""
    known = hashes_in(sample)
    return len(known & runs) / max(len(known), 1)


def is_enough(found: float) -> bool:
    """Whether a share of a section's sample makes it the same section. Half of it does."""
    return found >= _ENOUGH


def is_enough_of_document(found: float) -> bool:
    """Whether a share of a document's sample makes it the same document.

    Two thirds do: designs that continue one another have as much as half in common.
    """
    return found >= _ENOUGH_OF_DOCUMENT
