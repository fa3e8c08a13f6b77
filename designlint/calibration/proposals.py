"""Counts → the directives that are worth a trial."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from designlint.calibration.directive_text import Directive, as_alias
from designlint.calibration.elements import Element, Kind
from designlint.calibration.model import ElementCount, TextCount
from designlint.calibration.names import OtherName
from designlint.calibration.options import Thresholds, exceeds
from designlint.calibration.placing import Placement, TextBlock
from designlint.calibration.survey import Fate, Survey
from designlint.outline.model import ExpectedSection, Placeholder

_FEWEST_FOR_TEXT = 3
"""Two authors forget the same instruction easily."""


def propose_aliases(
    elements: tuple[Element, ...], names: Mapping[int, tuple[OtherName, ...]]
) -> dict[int, tuple[str, ...]]:
    """By element, the names that documents use in its place, as far as a comment can hold them."""
    found: dict[int, tuple[str, ...]] = {}
    for element in elements:
        sure = [name for name in names.get(element.index, ()) if name.sure]
        aliases = tuple(filter(None, (as_alias(name.title) for name in sure)))
        if aliases:
            found[element.index] = aliases
    return found


def propose_levels(counts: Sequence[ElementCount], thresholds: Thresholds) -> Iterator[Placement]:
    """`any-level` for sections that documents have at a level of their own."""
    for each in counts:
        if exceeds(each.moved, each.kept, thresholds.tolerance):
            yield Placement(each.element, Directive("any-level"))


def propose_order(
    elements: tuple[Element, ...], surveys: Sequence[Survey], thresholds: Thresholds
) -> Iterator[Placement]:
    """`unordered` for what holds sections that documents put in another order."""
    children: dict[int, list[int]] = defaultdict(list)
    for element in elements:
        if element.kind is Kind.SECTION:
            children[element.parent].append(element.index)
    for index, inside in children.items():
        several = shuffled = 0
        for survey in surveys:
            several += sum(child in survey.sections for child in inside) > 1
            shuffled += any(Fate.SHUFFLED in survey.fates.get(child, ()) for child in inside)
        if exceeds(shuffled, several, thresholds.tolerance):
            yield Placement(elements[index], Directive("unordered"))


def propose_optional(counts: Sequence[ElementCount], thresholds: Thresholds) -> Iterator[Placement]:
    """`optional` for elements that too few documents keep."""
    for each in counts:
        expected = each.element.expected
        least = expected.least if isinstance(expected, ExpectedSection) else 1
        conditional = bool(expected.demand.since or expected.demand.when)
        if each.element.optional or conditional or least > 1:
            continue
        if exceeds(each.dropped, each.asked, thresholds.drop):
            yield Placement(each.element, Directive("optional"))


def propose_keep(
    texts: Sequence[TextCount],
    placeholders: Sequence[Placeholder],
    blocks: Sequence[TextBlock],
    thresholds: Thresholds,
) -> Iterator[Placement]:
    """`keep` for text that most documents leave as it is; never where a placeholder stands."""
    for block in blocks:
        if any(block.line <= each.line <= block.last for each in placeholders):
            continue
        inside = [each for each in texts if block.line <= each.line <= block.last]
        kept = sum(each.kept for each in inside)
        asked = sum(each.asked for each in inside)
        widely = any(each.kept >= _FEWEST_FOR_TEXT for each in inside)
        if widely and kept >= asked * thresholds.keep:
            yield Placement(block, Directive("keep"))
