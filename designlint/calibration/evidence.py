"""Alignments of all documents → counts for each element and each text of the template."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from designlint.alignment.align import align
from designlint.alignment.instructions import find_instructions
from designlint.alignment.traits import Traits
from designlint.calibration.elements import Element, Kind
from designlint.calibration.model import ElementCount, TextCount
from designlint.calibration.names import OtherName
from designlint.calibration.survey import Fate, Survey, survey
from designlint.document import Document
from designlint.outline import Outline
from designlint.outline.model import ExpectedSection

_LEAST_LIKE = 0.2
"""The share of the template's top sections that a document has to have to say anything of it."""


def survey_all(
    outline: Outline,
    elements: tuple[Element, ...],
    documents: Sequence[Document],
    traits: Sequence[Traits],
) -> tuple[Survey, ...]:
    """One survey for each document."""
    return tuple(
        survey(align(outline, document, each), elements)
        for document, each in zip(documents, traits, strict=True)
    )


def is_stranger(surveyed: Survey, elements: tuple[Element, ...]) -> bool:
    """Whether a document has so little of the template that it was written without it."""
    tops = [
        element.index
        for element in elements
        if element.kind is Kind.SECTION
        and element.parent == 0
        and isinstance(element.expected, ExpectedSection)
        and not element.expected.pattern.free
    ]
    found = sum(index in surveyed.sections for index in tops)
    return found < len(tops) * _LEAST_LIKE or not surveyed.sections


def count_elements(
    elements: tuple[Element, ...],
    surveys: Sequence[Survey],
    names: Mapping[int, tuple[OtherName, ...]],
) -> tuple[ElementCount, ...]:
    """What the documents did with each element but the root, in the template's order."""
    counts: dict[int, Counter[Fate]] = {element.index: Counter() for element in elements}
    for each in surveys:
        for index, fates in each.fates.items():
            counts[index].update(fates)
    return tuple(
        ElementCount(
            element,
            counts[element.index][Fate.KEPT] + counts[element.index][Fate.DROPPED],
            counts[element.index][Fate.KEPT],
            counts[element.index][Fate.DROPPED],
            counts[element.index][Fate.MOVED],
            counts[element.index][Fate.SHUFFLED],
            tuple((name.title, len(name.instead)) for name in names.get(element.index, ())),
        )
        for element in elements
        if element.kind is not Kind.ROOT
    )


def count_texts(
    outline: Outline,
    elements: tuple[Element, ...],
    surveys: Sequence[Survey],
    documents: Sequence[Document],
) -> tuple[TextCount, ...]:
    """How many documents keep each instruction, of those that have the section it stands in."""
    kept: Counter[int] = Counter()
    asked: Counter[int] = Counter()
    homes = [_home(elements, instruction.line) for instruction in outline.instructions]
    for surveyed, document in zip(surveys, documents, strict=True):
        some = next(find_instructions(document, outline), None) is not None
        for at, instruction in enumerate(outline.instructions):
            there = some and _keeps(document, replace(outline, instructions=(instruction,)))
            kept[at] += there
            asked[at] += there or not homes[at] or homes[at] in surveyed.sections
    return tuple(
        TextCount(instruction.line, instruction.text, asked[at], kept[at])
        for at, instruction in enumerate(outline.instructions)
    )


def _keeps(document: Document, outline: Outline) -> bool:
    return next(find_instructions(document, outline), None) is not None


def _home(elements: tuple[Element, ...], line: int) -> int:
    """The section in which a line of the template stands; 0 for the root."""
    above = (
        element for element in elements if element.kind is Kind.SECTION and element.line <= line
    )
    return max(above, key=lambda element: element.line, default=elements[0]).index
