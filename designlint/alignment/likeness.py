"""Names that are much alike: only ever a suggestion, never a match."""

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

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
_MOST_SLIPS = 4
_NEGATING = frozenset("不未無无非外")
_SMALL = frozenset({"and", "of", "the", "a", "an", "for", "to", "in", "on", "with", "or"})


class Candidates:
    """Sections of a document, of which one may be what is missing, under another name.

    One of several that differ by a number is not: `Story 1`, `Story 2`.
    """

    def __init__(self, sections: Sequence[Section], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        keys = [name_key(each.title) for each in sections]
        series = [_NUMBER.sub("#", key) for key in keys]
        often = Counter(series)
        self._sections = [
            (each, key, {key, *parts_of(key)}, _forms_read(each.title, lexicon))
            for each, key, kind in zip(sections, keys, series, strict=True)
            if often[kind] == 1
        ]

    def like(self, expected: ExpectedSection) -> tuple[Section, ...]:
        """Those whose title is much like the expected one's, best first, three at most.

        Opposites are never alike: `Goals` is no `Non-Goals`, `Scope` no `Out of scope`. Part of a
        title is: `Goals` of `Goals / Non-Goals`. So is any section of questions to another. A
        heading far from the level that is wanted is something else.
        """
        lexicon, asked = self._lexicon, expected.role is Role.QUESTIONS
        names = _names_and_parts(expected.pattern.names)
        wanted = _parts_read(expected.title, lexicon)
        close: list[tuple[float, Section]] = []
        for section, key, parts, forms in self._sections:
            if not names.isdisjoint(parts):
                close.append((_WHOLE, section))
            elif asked and key in lexicon.questions:
                close.append((_PART, section))
            elif abs(section.level - expected.level) <= _FARTHEST:
                score = _best_likeness(wanted, forms, lexicon)
                if score >= _ENOUGH:
                    close.append((score, section))
        close.sort(key=lambda pair: (-pair[0], abs(pair[1].level - expected.level), pair[1].index))
        if len(close) > 1 and close[0][0] == close[1][0] < _PART:
            return ()  # Nobody can tell which of them is meant.
        return tuple(section for _, section in close[:3])


@lru_cache(maxsize=1024)
def _names_and_parts(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(part for name in names for part in (name, *parts_of(name)))


def similar_name(name: str, others: Iterable[str], lexicon: Lexicon) -> str:
    """The one of `others` that is most like `name`, or nothing where none is much like it."""
    scored = [(likeness(name_key(name), name_key(each), lexicon), each) for each in others]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, ""))
    return best[1] if best[0] >= _ENOUGH else ""


@lru_cache(maxsize=16384)
def likeness(one: str, other: str, lexicon: Lexicon) -> float:
    """From 0 to 1: the larger of the likeness in letters and of the shared words."""
    reading, against = _read(one, lexicon), _read(other, lexicon)
    if not _may_be_alike(reading, against):
        return 0.0
    joined, mine = reading.letters, reading.words
    others, theirs = against.letters, against.words
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
    if not mine & theirs and not _differ_by_letters(joined, others):
        return 0.0
    matcher = SequenceMatcher(None, joined, others, autojunk=False)
    if matcher.real_quick_ratio() < _ENOUGH or matcher.quick_ratio() < _ENOUGH:
        return by_words
    return max(by_words, matcher.ratio())


def _best_likeness(
    names: "tuple[_Reading, ...]", titles: "tuple[_Reading, ...]", lexicon: Lexicon
) -> float:
    """The largest likeness of one of `titles` to one of `names`; 0 where there is none."""
    best = 0.0
    for name in names:
        for each in titles:
            if _may_be_alike(name, each):
                best = max(best, likeness(name.title, each.title, lexicon))
    return best


@lru_cache(maxsize=1024)
def _parts_read(wanted: str, lexicon: Lexicon) -> "tuple[_Reading, ...]":
    """A name without a remark in brackets, and its parts."""
    known = (_without_remark(wanted), *parts_of(name_key(wanted)))
    return tuple(_read(name, lexicon) for name in known)


@lru_cache(maxsize=4096)
def _forms_read(title: str, lexicon: Lexicon) -> "tuple[_Reading, ...]":
    """A title without a remark in brackets, and without what follows a colon."""
    forms = {_without_remark(title), name_and_value(title)[0]}
    return tuple(_read(form, lexicon) for form in forms if form)


def _without_remark(title: str) -> str:
    return _REMARK.sub("", title) if "(" in title else title


def _may_be_alike(one: "_Reading", other: "_Reading") -> bool:
    """A cheap look at two titles, which False of it says are not alike.

    Opposites are not, nor are those of which no words start alike, as forms of one word do.
    """
    return one.negations == other.negations and (
        not one.stems.isdisjoint(other.stems) or _differ_by_letters(one.letters, other.letters)
    )


def _differ_by_letters(one: str, other: str) -> bool:
    """Whether a slip of the pen may have made one of the other, which seldom hits the first."""
    return one[:1] == other[:1] and abs(len(one) - len(other)) <= _MOST_SLIPS


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
    return _read(title, lexicon).negations


class _Reading(NamedTuple):
    """A title as it is compared. `letters` are those of all its words, `words` the telling ones.

    `stems` are how these start, `negations` the words and ideographs that make it an opposite.
    """

    title: str
    letters: str
    words: frozenset[str]
    stems: frozenset[str]
    negations: frozenset[str]


@lru_cache(maxsize=4096)
def _read(title: str, lexicon: Lexicon) -> _Reading:
    found = words(title)
    joined = "".join(found)
    telling = frozenset(found) - _SMALL
    negations = lexicon.opposites.intersection(found) | _NEGATING.intersection(joined)
    return _Reading(title, joined, telling, frozenset(word[:_STEM] for word in telling), negations)
