"""Names that are much alike: only ever a suggestion, never a match."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from designlint.alignment.compound import parts_of
from designlint.document.normalise import name_key, words
from designlint.document.sections import Section
from designlint.language.lexicon import Lexicon
from designlint.outline.model import ExpectedSection

_ENOUGH = 0.72
_PART = 0.9
_NEGATING = frozenset("不未無无非外")
_SMALL = frozenset({"and", "of", "the", "a", "an", "for", "to", "in", "on", "with", "or"})


def similar_sections(
    expected: ExpectedSection, sections: Iterable[Section], lexicon: Lexicon
) -> tuple[Section, ...]:
    """Sections whose title is much like the expected one's, best first, three at most.

    Opposites are never alike: `Goals` is no `Non-Goals`, `Scope` no `Out of scope`. Part of a
    title is: `Goals` of `Goals / Non-Goals`.
    """
    parts = {part for name in expected.pattern.names for part in parts_of(name)}
    scored = [
        (_PART if name_key(each.title) in parts else likeness(expected.title, each.title, lexicon), each)
        for each in sections
    ]
    close = [pair for pair in scored if pair[0] >= _ENOUGH]
    close.sort(key=lambda pair: (-pair[0], pair[1].index))
    return tuple(section for _, section in close[:3])


@lru_cache(maxsize=16384)
def likeness(one: str, other: str, lexicon: Lexicon) -> float:
    """From 0 to 1: the larger of the likeness in letters and of the shared words."""
    joined, mine, refused = _read(one, lexicon)
    others, theirs, denied = _read(other, lexicon)
    if refused != denied:
        return 0.0
    mine -= _SMALL
    theirs -= _SMALL
    if not mine or not theirs:
        return 0.0
    if mine & theirs and mine & theirs <= lexicon.common:
        # `API Design` and `UI Design` share nothing that tells them from other sections.
        mine, theirs = mine - lexicon.common, theirs - lexicon.common
        if not mine or not theirs:
            return 0.0
        joined, others = "".join(sorted(mine)), "".join(sorted(theirs))
    shared = len(mine & theirs) / min(len(mine), len(theirs))
    longer = max(len(mine), len(theirs))
    by_words = shared * (0.9 if shared == 1 and longer <= len(mine & theirs) + 1 else 0.6)
    if not mine & theirs and (joined[:1] != others[:1] or abs(len(joined) - len(others)) > 4):
        # Letters are compared to forgive a slip of the pen, which seldom hits the first one.
        return 0.0
    matcher = SequenceMatcher(None, joined, others, autojunk=False)
    if matcher.real_quick_ratio() < _ENOUGH or matcher.quick_ratio() < _ENOUGH:
        return by_words
    return max(by_words, matcher.ratio())


def negations_in(title: str, lexicon: Lexicon) -> frozenset[str]:
    """The words and ideographs that make a title the opposite of one without them."""
    return _read(title, lexicon)[2]


@lru_cache(maxsize=4096)
def _read(title: str, lexicon: Lexicon) -> tuple[str, frozenset[str], frozenset[str]]:
    """A title's letters, its words, and those words and ideographs that make it an opposite."""
    found = words(title)
    joined = "".join(found)
    negations = lexicon.opposites.intersection(found)
    return joined, frozenset(found), negations | _NEGATING.intersection(joined)
