"""How much of each section of an outline a document has filled."""

from collections.abc import Iterable, Iterator, Sequence

from designlint.alignment.model import SectionMatch
from designlint.alignment.traits import Traits
from designlint.check.completeness.authored import NOWHERE, Authored
from designlint.check.completeness.count import NOTHING, Count, total
from designlint.check.completeness.demanded import count_nothing, least, own_size, size
from designlint.check.completeness.parts import Parts
from designlint.check.result import SectionCount
from designlint.context import Context
from designlint.document.sections import Section
from designlint.document.span import Span
from designlint.document.span_set import SpanSet
from designlint.language.phrases import is_not_applicable
from designlint.outline.model import ExpectedSection

_Matches = Sequence[SectionMatch]


def completeness(counts: Iterable[SectionCount]) -> float:
    """From 0 to 1, rounded down to two places, so that 1 is all; 1 where nothing is expected."""
    filled, expected = total(Count(each.filled, each.expected) for each in counts)
    return filled * 100 // expected / 100 if expected else 1.0


def count_sections(context: Context, traits: Traits) -> tuple[SectionCount, ...]:
    """The part of the document above its first section, then each section of the outline's top."""
    if context.alignment.fence is not None:
        return count_nothing(context.outline, traits)
    return tuple(_Counter(context, traits).counts())


class _Counter:
    def __init__(self, context: Context, traits: Traits) -> None:
        self._document = context.document
        self._lexicon = context.lexicon
        self._root = context.alignment.root
        self._traits = traits
        self._authored = Authored(context)
        self._parts = Parts(context, traits, self._authored)

    def counts(self) -> Iterator[SectionCount]:
        above = self._parts.count(self._root)
        yield SectionCount("", None, (), above.expected, above.filled)
        for expected, matches in _by_expected(self._root.expected, [self._root]):
            count = self._section(expected, matches, _is_wanted(matches))
            found = (match.actual for match in matches if match.actual is not None)
            lines = tuple(self._lines(section.span) for section in found)
            yield SectionCount(
                expected.title,
                lines[0][0] if lines else None,
                lines or tuple(map(self._lines, _astray(matches))),
                count.expected,
                count.filled,
            )

    def _lines(self, span: Span) -> tuple[int, int]:
        last = max(span.end - 1, span.start)
        return self._document.position(span.start).line, self._document.position(last).line

    def _section(self, expected: ExpectedSection, matches: _Matches, wanted: bool) -> Count:
        """All that is there of an expected section, and what more of it is `wanted`."""
        there = [match for match in matches if match.actual is not None]
        lacking = max(expected.least - len(there), 0) if wanted else 0
        if there:
            missing = Count(0, lacking * size(expected, self._traits) if lacking else 0)
            return total((*map(self._present, there), missing))
        # What belongs below it may stand somewhere else, and is then counted once.
        below = [
            self._section(child, found, wanted and least(child, self._traits) > 0)
            for child, found in _by_expected(expected, matches)
        ]
        own = Count(0, own_size(expected, self._traits) if wanted else 0)
        more = Count(0, (lacking - 1) * size(expected, self._traits) if lacking > 1 else 0)
        return total((own, *below, more))

    def _present(self, match: SectionMatch) -> Count:
        """A section that is there, with all below it."""
        section, below = match.actual, NOTHING
        if match.expected.children:
            below = total(
                self._section(expected, matches, _is_wanted(matches))
                for expected, matches in _by_expected(match.expected, [match])
            )
        if section is None or match.is_open:
            return self._open(match, below)
        if not match.required and match.blank:
            return Count(0, 0)
        expected = own_size(match.expected, self._traits) + below.expected
        done = match.waived or (match.filler and self._may_be_none(match, section))
        filled = done and not self._authored.has_hole(section.span)
        return Count(expected if filled else 0, expected)

    def _may_be_none(self, match: SectionMatch, section: Section) -> bool:
        """Whether `N/A` is a whole answer, and given."""
        said = section.blocks[-1].span.slice(self._document.text) if section.blocks else ""
        free = match.expected.perhaps or not match.required
        return free and is_not_applicable(said, self._lexicon)

    def _open(self, match: SectionMatch, below: Count) -> Count:
        """A section that says something. What stands in one of its parts is judged there."""
        section, parts = match.actual, self._parts.count(match)
        if section is None:
            return total((parts, below))
        filled = parts.filled + below.filled > 0 or _is_told_by_headings(match, section)
        if not filled or self._authored.has_hole(section.span):
            there = (child.actual.span for child in match.children if child.actual is not None)
            spans = (*there, *self._parts.spans(match))
            outside = SpanSet(spans) if spans else NOWHERE
            filled = not self._authored.has_hole(section.span, outside) and (
                filled or self._authored.says(section.all_blocks(), outside)
            )
        return total((Count(int(filled), 1), parts, below))


def _by_expected(
    expected: ExpectedSection, matches: _Matches
) -> Iterator[tuple[ExpectedSection, _Matches]]:
    """Each section expected below one, with what was found of it below any of `matches`."""
    found: dict[int, list[SectionMatch]] = {}
    for match in matches:
        for child in match.children:
            found.setdefault(id(child.expected), []).append(child)
    for each in expected.children:
        yield each, found.get(id(each), ())


def _is_wanted(matches: _Matches) -> bool:
    return any(match.required for match in matches)


def _is_told_by_headings(match: SectionMatch, section: Section) -> bool:
    """Whether the heading gives the value, as `Status: Accepted`, or those below tell stories."""
    if not any(child.slot for child in match.expected.children):
        return bool(match.expected.vocabulary)
    matched = {child.actual.index for child in match.children if child.actual is not None}
    return any(child.index not in matched for child in section.children)


def _astray(matches: Iterable[SectionMatch]) -> Iterator[Span]:
    """What belongs below missing sections and stands somewhere else."""
    for match in matches:
        for child in match.children:
            if child.actual is not None:
                yield child.actual.span
            else:
                yield from _astray([child])
