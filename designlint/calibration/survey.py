"""One alignment → what the document did with each element of the outline."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from msgspec import Struct

from designlint.alignment.model import Alignment, FieldMatch, SectionMatch
from designlint.calibration.elements import Element
from designlint.document.sections import Section
from designlint.outline.model import ExpectedField


class Fate(StrEnum):
    """What became of an element in one document.

    Moved is what stands under another parent or at another level, shuffled what stands in
    another order than the template's; both are kept as well.
    """

    KEPT = "kept"
    DROPPED = "dropped"
    MOVED = "moved"
    SHUFFLED = "out of order"


class Home(Struct, frozen=True):
    """A section of the document that holds others, and its element. `title` is the document's."""

    element: int
    section: Section
    title: Section | None

    def children(self) -> Iterator[Section]:
        """The sections directly in it; those below the title belong to the document itself."""
        for child in self.section.children:
            if self.title is not None and child.index == self.title.index:
                yield from child.children
            else:
                yield child


@dataclass
class Survey:
    """What one document did.

    `fates` are by element; an element that is not in it was not asked for, since what should
    hold it is not there. `sections` are the document's sections by element, `element_of` the
    way back by the section's index. `strays` are the indexes of sections that stand in one of
    the template's and are none of them. `homes` are the sections that have elements below them.
    """

    fates: dict[int, set[Fate]] = field(default_factory=lambda: defaultdict(set))
    sections: dict[int, list[Section]] = field(default_factory=lambda: defaultdict(list))
    element_of: dict[int, int] = field(default_factory=dict)
    strays: frozenset[int] = frozenset()
    fields: dict[int, list[FieldMatch]] = field(default_factory=lambda: defaultdict(list))
    homes: list[Home] = field(default_factory=list)

    @property
    def like(self) -> bool:
        """Whether the document has any section of the template at all."""
        return bool(self.sections)


def survey(alignment: Alignment, elements: tuple[Element, ...]) -> Survey:
    """Read one alignment of the outline whose elements are given."""
    reader = _Reader({id(element.expected): element.index for element in elements}, alignment)
    if alignment.fence is None:
        reader.read_section(alignment.root)
        reader.read_places()
    return reader.survey


class _Reader:
    def __init__(self, index: dict[int, int], alignment: Alignment) -> None:
        self._index = index
        self._alignment = alignment
        self.survey = Survey()

    def read_section(self, match: SectionMatch) -> None:
        """What is there of a section and of all below it."""
        expected, actual = match.expected, match.actual
        if actual is not None and expected.level:
            here = self._index[id(expected)]
            self.survey.sections[here].append(actual)
            self.survey.element_of[actual.index] = here
        if match.is_open and actual is not None:
            home = Home(self._index[id(expected)], actual, self._alignment.title)
            self.survey.homes.append(home)
            self._read_content(match)
        for child in match.children:
            if child.actual is not None:
                self._note(child.expected, Fate.KEPT)
            elif match.is_open and (child.required or child.expected.optional):
                # Else it is there in another form, or not asked of this document.
                self._note(child.expected, Fate.DROPPED)
            self.read_section(child)

    def read_places(self) -> None:
        """What stands in the wrong place."""
        survey = self.survey
        for moved in self._alignment.misplaced:
            survey.fates[survey.element_of[moved.section.index]].add(Fate.MOVED)
        for each in self._alignment.out_of_order:
            survey.fates[survey.element_of[each.section.index]].add(Fate.SHUFFLED)
            if each.swapped:
                survey.fates[survey.element_of[each.anchor.index]].add(Fate.SHUFFLED)
        survey.strays = frozenset(section.index for section, _ in self._alignment.extra)

    def _read_content(self, match: SectionMatch) -> None:
        self._read_fields(match.expected.fields, match.fields)
        tables = {id(each.expected): each for each in match.tables}
        for table in match.expected.tables:
            if id(table) in tables:
                there = tables[id(table)].actual is not None
                self._note(table, Fate.KEPT if there else Fate.DROPPED)
        codes = {id(each.expected): each for each in match.codes}
        for code in match.expected.codes:
            if id(code) in codes:
                there = codes[id(code)].actual is not None
                self._note(code, Fate.KEPT if there else Fate.DROPPED)

    def _read_fields(
        self, expected: tuple[ExpectedField, ...], matches: tuple[FieldMatch, ...]
    ) -> None:
        for each in expected:
            own = [match for match in matches if match.expected is each]
            there = [match for match in own if match.actual is not None]
            self._note(each, Fate.KEPT if there else Fate.DROPPED)
            for match in there:
                self.survey.fields[self._index[id(each)]].append(match)
            for match in there:
                self._read_fields(each.fields, match.fields)

    def _note(self, expected: object, fate: Fate) -> None:
        fates = self.survey.fates[self._index[id(expected)]]
        if fate is Fate.KEPT:
            # A section that repeats may lack a part once and have it the next time.
            fates.discard(Fate.DROPPED)
        if fate is not Fate.DROPPED or Fate.KEPT not in fates:
            fates.add(fate)
