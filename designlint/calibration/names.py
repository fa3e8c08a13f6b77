"""Other names of an element, judged by likeness, place and content.

Only ever a proposal that a person reads, but a wrong one would hide what is missing. So what
stands beside the element in other documents is another thing, whatever it is called; a name that
would do for two elements does for neither; and opposites are never joined.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from msgspec import Struct

from designlint.alignment.likeness import likeness, negations_in
from designlint.calibration.content import Bodies
from designlint.calibration.elements import Element, Kind
from designlint.calibration.options import FEWEST, Thresholds, exceeds
from designlint.calibration.strays import (
    Stray,
    Strays,
    stray_fields,
    stray_sections,
    strays_under,
)
from designlint.calibration.survey import Fate, Survey
from designlint.document import Document
from designlint.document.normalise import name_key, words
from designlint.expressions import expression
from designlint.language.lexicon import Lexicon
from designlint.outline.model import ExpectedField, ExpectedSection
from designlint.outline.titles import title_key

_PARTS = expression(r"\s*(?:/|,|;|\+| and )\s*")
_PART, _LIKE = 0.88, 0.6
_MOST_BESIDE = 0.2
_AMBIGUOUS = 0.85
_WORTH_A_MENTION = 0.72


class OtherName(Struct, frozen=True):
    """A name under which an element is found in the documents of `instead`, by number.

    `sure` says that it is worth an alias; else it is only worth a mention.
    """

    element: int
    title: str
    key: str
    instead: frozenset[int]
    sure: bool


class _Evidence(Struct, frozen=True):
    """What speaks for a stray being the element: each from 0 to 1, `rank` 1 for the best."""

    stray: Stray
    like: float
    position: float
    content: float
    rank: int
    margin: float

    @property
    def strength(self) -> float:
        """For comparison with other elements that the same name might stand for."""
        return self.like + self.position / 2 + self.content / 2


def find_other_names(
    elements: tuple[Element, ...],
    surveys: Sequence[Survey],
    documents: Sequence[Document],
    thresholds: Thresholds,
    lexicon: Lexicon,
) -> dict[int, tuple[OtherName, ...]]:
    """For each element the names that stand in for it, commonest first.

    A name goes to one element only, and never to one when another has it by the template.
    """
    judge = _Judge(elements, surveys, thresholds, lexicon)
    sections = stray_sections(elements, surveys, lexicon)
    bodies = _bodies(surveys, documents, sections, lexicon)
    found = judge.judge(sections, bodies)
    found += judge.judge(stray_fields(elements, surveys, documents), None)
    names: dict[int, list[OtherName]] = defaultdict(list)
    for other in sorted(found, key=lambda each: (-len(each.instead), each.key)):
        known = names[other.element]
        # Two names that stand together in documents are two things, and one of them at most this.
        together = any(
            len(other.instead & each.instead) * 4 > len(other.instead)
            for each in known
            if each.sure
        )
        if not (other.sure and together):
            known.append(other)
    return {element: tuple(each) for element, each in names.items() if each}


class _Judge:
    def __init__(
        self,
        elements: tuple[Element, ...],
        surveys: Sequence[Survey],
        thresholds: Thresholds,
        lexicon: Lexicon,
    ) -> None:
        self._elements = elements
        self._thresholds = thresholds
        self._lexicon = lexicon
        self._kept: Counter[int] = Counter()
        self._dropped: Counter[int] = Counter()
        for survey in surveys:
            for index, fates in survey.fates.items():
                self._kept[index] += Fate.KEPT in fates
                self._dropped[index] += Fate.DROPPED in fates

    def judge(self, strays: Strays, bodies: Bodies | None) -> list[OtherName]:
        """The strays that stand for an element, each for the one it fits best."""
        is_taken = self._names_of_template()
        rivals: dict[str, list[_Evidence]] = defaultdict(list)
        for stray in strays.values():
            if len(stray.instead) >= FEWEST and not is_taken(stray.key):
                evidence = self._evidence(stray, bodies)
                if evidence is not None:
                    rivals[stray.key].append(evidence)
        found = []
        for evidences in rivals.values():
            best, *others = sorted(evidences, key=lambda each: -each.strength)
            clear = all(each.strength < best.strength * _AMBIGUOUS for each in others)
            # Of two that are alike in name, none is meant, however well one of them fits.
            clear = clear and not (
                best.like >= _LIKE and any(each.like >= best.like for each in others)
            )
            foremost = all(each.content <= best.content for each in others)
            sure = self._is_sure(best, clear, foremost, strays)
            if sure or best.like >= _WORTH_A_MENTION:
                stray = best.stray
                instead = frozenset(stray.instead)
                found.append(OtherName(stray.element, stray.title, stray.key, instead, sure))
        return found

    def _names_of_template(self) -> Callable[[str], bool]:
        patterns = [
            element.expected.pattern
            for element in self._elements
            if isinstance(element.expected, (ExpectedSection, ExpectedField))
            and not element.expected.pattern.free
            and element.kind is not Kind.ROOT
        ]
        return lambda key: any(pattern.matches(key) for pattern in patterns)

    def _evidence(self, stray: Stray, bodies: Bodies | None) -> _Evidence | None:
        """None where something speaks against it."""
        element = self._elements[stray.element]
        kept, dropped = self._kept[stray.element], self._dropped[stray.element]
        if self._negated(element.name) != self._negated(stray.title):
            return None
        if self._is_half(element.name, stray.title):
            return None
        support = len(stray.instead)
        if len(stray.beside) * dropped > _MOST_BESIDE * support * kept:
            return None
        like = self._likeness(element.name, stray.title)
        position = stray.position / support
        if bodies is None:
            return _Evidence(stray, like, position, 0.0, 0, 0.0)
        content = bodies.likeness(stray.key, stray.element)
        return _Evidence(stray, like, position, content.score, content.rank, content.margin)

    def _likeness(self, name: str, other: str) -> float:
        """Likeness of names, where a name that says a word less is somewhat like the other.

        A suggestion to one author has to make do with names; here documents speak as well.
        """
        like = likeness(name, other, self._lexicon)
        parts = _PARTS.split(name)
        if len(parts) > 1 and name_key(other) in map(name_key, parts):
            return max(like, _PART)
        mine, theirs = sorted((set(words(name)), set(words(other))), key=len)
        return max(like, _LIKE) if mine and mine < theirs and len(theirs - mine) == 1 else like

    def _is_sure(self, best: _Evidence, clear: bool, foremost: bool, strays: Strays) -> bool:
        index = best.stray.element
        asked = self._kept[index] + self._dropped[index]
        if not exceeds(self._dropped[index], asked, self._thresholds.tolerance):
            return False
        fewest = _fewest(best, clear, foremost)
        if fewest is None or self._is_split(best.stray, strays):
            return False
        return len(best.stray.instead) >= self._thresholds.enough_for_name(asked, fewest)

    def _is_split(self, stray: Stray, strays: Strays) -> bool:
        """Whether authors wrote `A and B` as two sections, of which this is one."""
        name = title_key(self._elements[stray.element].name, self._lexicon)
        parts = {name_key(part) for part in _PARTS.split(name)}
        others: set[int] = set()
        for part in parts - {stray.key}:
            other = strays.get((stray.element, part))
            others |= other.instead if other else set()
        return stray.key in parts and len(others & stray.instead) * 2 > len(stray.instead)

    def _is_half(self, name: str, other: str) -> bool:
        """Whether `name` joins two opposites, as `Goals / Non-Goals`, of which `other` is one."""
        parts, others = _PARTS.split(name), _PARTS.split(other)
        return len({self._negated(part) for part in parts}) > 1 and len(others) < len(parts)

    def _negated(self, title: str) -> bool:
        return bool(negations_in(title, self._lexicon))


def _fewest(best: _Evidence, clear: bool, foremost: bool) -> int | None:
    """How many documents it takes to believe it; None where no number would do.

    The less the names are alike, the more place and content have to say.
    """
    if best.like >= _PART:
        return FEWEST if clear else None
    if best.like >= _LIKE:
        by_content = 0 < best.rank <= 2 and best.content >= 0.2
        fewest = FEWEST if best.like >= 0.72 else FEWEST + 1
        return fewest if clear and (by_content or best.position >= 0.45) else None
    if best.like >= 0.3 and best.rank == 1 and best.content >= 0.25 and best.position >= 0.3:
        return FEWEST + 1
    if foremost and best.content >= 0.3 and best.margin >= 0.9 and best.position >= 0.4:
        return 5
    return None


def _bodies(
    surveys: Sequence[Survey], documents: Sequence[Document], strays: Strays, lexicon: Lexicon
) -> Bodies:
    """The texts of the template's sections and of those strays that more than one document has."""
    keys = {stray.key for stray in strays.values() if len(stray.instead) >= FEWEST}
    bodies = Bodies()
    for survey, document in zip(surveys, documents, strict=True):
        for element, sections in survey.sections.items():
            for section in sections:
                bodies.add_section(element, section.span.slice(document.text))
        for stray in strays_under(survey):
            key = title_key(stray.title, lexicon)
            if key in keys:
                bodies.add_stray(key, stray.span.slice(document.text))
    return bodies
