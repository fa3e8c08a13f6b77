"""Names that are much alike: only ever a suggestion, never a match."""

from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from designlint.alignment.compound import parts_of
from designlint.document.fields import name_and_value
from designlint.document.normalise import name_key, words
from designlint.document.sections import Section
from designlint.expressions import expression
from designlint.language.lexicon import Lexicon
from designlint.outline.model import ExpectedSection, Role

_ENOUGH = 0.72
_WHOLE, _PART = 1.0, 0.9
_FARTHEST = 1
_NUMBER = expression(r"\d+")
_REMARK = expression(r"\s*\([^()]*\)\s*$")
_STEM, _ENDING = 4, 3
_NEGATING = frozenset("不未無无非外")
_SMALL = frozenset({"and", "of", "the", "a", "an", "for", "to", "in", "on", "with", "or"})


def similar_sections(
    expected: ExpectedSection, sections: Iterable[Section], lexicon: Lexicon
) -> tuple[Section, ...]:
    """Sections whose title is much like the expected one's, best first, three at most.

    Opposites are never alike: `Goals` is no `Non-Goals`, `Scope` no `Out of scope`. Part of a
    title is: `Goals` of `Goals / Non-Goals`. So is any section of questions to another. A
    heading far from the level that is wanted is something else.
    """
    sections = list(sections)
    series = Counter(_NUMBER.sub("#", name_key(each.title)) for each in sections)
    parts = {part for name in expected.pattern.names for part in (name, *parts_of(name))}
    scored = []
    for each in sections:
        key = name_key(each.title)
        if series[_NUMBER.sub("#", key)] > 1:
            continue  # One of several is not the one that is missing.
        whole = not parts.isdisjoint((key, *parts_of(key)))
        asked = expected.role is Role.QUESTIONS and key in lexicon.questions
        exact = _WHOLE if whole else _PART
        scored.append((exact if whole or asked else _at_place(expected, each, lexicon), each))
    close = [pair for pair in scored if pair[0] >= _ENOUGH]
    close.sort(key=lambda pair: (-pair[0], abs(pair[1].level - expected.level), pair[1].index))
    if len(close) > 1 and close[0][0] == close[1][0] < _PART:
        return ()  # Nobody can tell which of them is meant.
    return tuple(section for _, section in close[:3])


def similar_name(name: str, others: Iterable[str], lexicon: Lexicon) -> str:
    """The one of `others` that is most like `name`, or nothing where none is much like it."""
    scored = [(likeness(name_key(name), name_key(each), lexicon), each) for each in others]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, ""))
    return best[1] if best[0] >= _ENOUGH else ""


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
    theirs = frozenset(_counterpart(word, mine) for word in theirs)
    if mine | theirs <= lexicon.common:
        return 0.8 if mine <= theirs or theirs <= mine else 0.0
    ending = mine <= theirs and other.casefold().rstrip().endswith(one.casefold().strip())
    if ending and not mine <= lexicon.common:
        return 0.9 if len(theirs) <= len(mine) + 1 else 0.75
    if mine != theirs and mine & theirs and _telling(mine, theirs, lexicon):
        # `API Design` and `UI Design` share nothing that tells them from other sections, and
        # `Upgrade Plan` and `Upgrade Strategy` share all that does.
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


def _at_place(expected: ExpectedSection, section: Section, lexicon: Lexicon) -> float:
    if abs(section.level - expected.level) > _FARTHEST:
        return 0.0
    return _best_likeness(expected.title, section.title, lexicon)


@lru_cache(maxsize=16384)
def _best_likeness(wanted: str, title: str, lexicon: Lexicon) -> float:
    """The likeness of a title, without a remark in brackets, to a name or to a part of it."""
    known = (_REMARK.sub("", wanted), *parts_of(name_key(wanted)))
    titles = {_REMARK.sub("", title), name_and_value(title)[0]}
    scores = (likeness(name, each, lexicon) for name in known for each in titles if each)
    return max(scores, default=0.0)  # A heading may have no text at all.


def _telling(mine: frozenset[str], theirs: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether common words blur the comparison: all that is shared, or all that is not."""
    return mine & theirs <= lexicon.common or (
        mine ^ theirs <= lexicon.common and bool(mine - theirs) and bool(theirs - mine)
    )


def _counterpart(word: str, others: frozenset[str]) -> str:
    """The word among `others` of which this one is another form: `details`, `detailed`."""
    if word in others:
        return word
    for other in sorted(others):
        short, long = sorted((word, other), key=len)
        stem = short.removesuffix("s")
        if len(stem) >= _STEM and long.startswith(stem) and len(long) - len(stem) <= _ENDING:
            return other
    return word


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
