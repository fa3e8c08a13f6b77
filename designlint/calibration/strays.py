"""Sections and fields of documents that the template does not have, where it misses one."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from designlint.calibration.elements import Element, Kind
from designlint.calibration.survey import Home, Survey
from designlint.document import Document
from designlint.document.fields import fields_in
from designlint.document.sections import Section
from designlint.language.lexicon import Lexicon
from designlint.outline.model import ExpectedField, ExpectedSection
from designlint.outline.titles import strip_optional, title_key

_LAST = 1 << 30


@dataclass
class Stray:
    """A title that the template does not have, where an element might stand under another name.

    `instead` are the documents, by number, that have it and lack the element; `beside` those
    that have both. `position` sums up how well it stands where the element would, 0 to 1 for
    each document of `instead`.
    """

    element: int
    key: str
    titles: Counter[str] = field(default_factory=Counter)
    instead: set[int] = field(default_factory=set)
    beside: set[int] = field(default_factory=set)
    position: float = 0.0

    @property
    def title(self) -> str:
        """The commonest spelling."""
        return min(self.titles, key=lambda title: (-self.titles[title], title))


Strays = dict[tuple[int, str], Stray]


def stray_sections(
    elements: tuple[Element, ...], surveys: Sequence[Survey], lexicon: Lexicon
) -> Strays:
    """By element and key, the sections that may be an element under another name."""
    children = _named(elements, Kind.SECTION)
    found: Strays = {}
    for number, survey in enumerate(surveys):
        for home in survey.homes:
            for section, missing, weights in _gaps(home, children[home.element], survey):
                title = strip_optional(section.title, lexicon)
                key = title_key(section.title, lexicon)
                for element in missing if key else ():
                    weight = weights.get(element.index, 0.0)
                    _note(found, element, title, key, number, weight)
    for number, survey in enumerate(surveys):
        for home in survey.homes:
            keys = {title_key(each.title, lexicon) for each in _strays_of(home, survey)}
            _note_beside(found, children[home.element], keys, survey.sections, number)
    return found


def stray_fields(
    elements: tuple[Element, ...], surveys: Sequence[Survey], documents: Sequence[Document]
) -> Strays:
    """The same for fields, which have no place of their own: their order means nothing."""
    children = _named(elements, Kind.FIELD)
    found: Strays = {}
    titles_of: dict[tuple[int, int], dict[str, str]] = {}
    for number, (survey, document) in enumerate(zip(surveys, documents, strict=True)):
        matched = {
            match.actual.span
            for matches in survey.fields.values()
            for match in matches
            if match.actual is not None
        }
        for home in survey.homes:
            wanted = children[home.element]
            if not wanted:
                continue
            titles = {
                each.key: each.label
                for each in fields_in(document, home.section.blocks)
                if each.span not in matched and each.key
            }
            titles_of[number, home.element] = titles
            for element in wanted:
                if element.index not in survey.fields:
                    for key, title in titles.items():
                        _note(found, element, title, key, number, 0.0)
    for (number, home_element), titles in titles_of.items():
        there = surveys[number].fields
        _note_beside(found, children[home_element], set(titles), there, number)
    return found


def strays_under(survey: Survey) -> Iterator[Section]:
    """Every section that stands in one of the template's, and is none of them."""
    for home in survey.homes:
        yield from _strays_of(home, survey)


def _strays_of(home: Home, survey: Survey) -> Iterator[Section]:
    return (each for each in home.children() if each.index in survey.strays)


def _named(elements: tuple[Element, ...], kind: Kind) -> dict[int, list[Element]]:
    """By parent, the elements that have one name: another name for `Story 1` means nothing."""
    found: dict[int, list[Element]] = defaultdict(list)
    for element in elements:
        expected = element.expected
        if element.kind is kind and isinstance(expected, (ExpectedSection, ExpectedField)):
            if not (expected.pattern.free or expected.pattern.regex):
                found[element.parent].append(element)
    return found


def _gaps(
    home: Home, children: list[Element], survey: Survey
) -> Iterator[tuple[Section, list[Element], dict[int, float]]]:
    """Each stray of a home, the elements that it may be, and how well its place fits them.

    It fits an element where its neighbours are the element's, the less the more strays or
    missing elements there are to choose from.
    """
    missing = [each for each in children if each.index not in survey.sections]
    if not missing:
        return
    sections = list(home.children())
    ranks = [survey.element_of.get(section.index) for section in sections]
    gaps: dict[int, tuple[int, int]] = {}
    for at, section in enumerate(sections):
        if section.index in survey.strays:
            before = next((rank for rank in reversed(ranks[:at]) if rank is not None), -1)
            after = next((rank for rank in ranks[at + 1 :] if rank is not None), _LAST)
            gaps[at] = (before, after)
    for at, (before, after) in gaps.items():
        fitting = [each.index for each in missing if before < each.index < after]
        crowd = max(len(fitting), sum(gap == (before, after) for gap in gaps.values()))
        yield sections[at], missing, dict.fromkeys(fitting, 1 / crowd)


def _note(
    found: Strays, element: Element, title: str, key: str, number: int, weight: float
) -> None:
    stray = found.setdefault((element.index, key), Stray(element.index, key))
    stray.titles[title] += 1
    if number not in stray.instead:
        stray.instead.add(number)
        stray.position += weight


def _note_beside(
    found: Strays,
    elements: list[Element],
    keys: set[str],
    there: Container[int],
    number: int,
) -> None:
    for element in elements:
        if element.index in there:
            for key in keys:
                if (element.index, key) in found:
                    found[element.index, key].beside.add(number)
