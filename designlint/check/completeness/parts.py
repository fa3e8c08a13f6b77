"""What of the fields, tables, code blocks and boxes of a section is filled."""

from collections.abc import Iterator

from designlint.alignment.choices import Choice, find_choices
from designlint.alignment.model import FieldMatch, SectionMatch, TableMatch
from designlint.alignment.traits import Traits
from designlint.check.completeness.authored import Authored
from designlint.check.completeness.count import NOTHING, Count, total
from designlint.check.completeness.demanded import field_size
from designlint.context import Context
from designlint.document.fields import is_blank
from designlint.document.span import Span
from designlint.facts.decisions import is_undecided
from designlint.language.phrases import is_dash, is_filler, is_marker, is_waiver


class Parts:
    """Judges the parts of the sections of one document."""

    def __init__(self, context: Context, traits: Traits, authored: Authored) -> None:
        self._document = context.document
        self._lexicon = context.lexicon
        self._traits = traits
        self._authored = authored
        self._header = {id(field) for field in context.alignment.root.fields}
        self._undecided = {
            id(each.choice)
            for each in context.decisions
            if is_undecided(context.document, each, context.lexicon)
        }
        self._unticked: dict[int, list[Choice]] = {}
        for each in find_choices(context.document, context.alignment):
            if not each.ticked:
                self._unticked.setdefault(id(each.section), []).append(each)

    def count(self, match: SectionMatch) -> Count:
        """The parts of a section that is there and says something."""
        expected = match.expected
        if not (match.fields or match.tables or expected.codes or expected.choices):
            return NOTHING
        return total(
            (
                *map(self._field, _fields_of(match)),
                *map(self._table, match.tables),
                self._codes(match),
                self._boxes(match),
            )
        )

    def spans(self, match: SectionMatch) -> Iterator[Span]:
        """Where the parts stand that are judged by themselves."""
        for field in _fields_of(match):
            if field.actual is not None:
                yield field.actual.whole
        for table in match.tables:
            if table.actual is not None:
                yield table.actual.span
        for choice in self._unticked.get(id(match), ()):
            yield from (item.span for item in choice.open)

    def _field(self, match: FieldMatch) -> Count:
        """A field; those nested in one that is there are for the caller to count."""
        field, expected = match.actual, match.expected
        if field is None:
            return Count(0, 1 + sum(field_size(each, self._traits) for each in expected.fields))
        if is_blank(self._document, field):
            return Count(0, int(self._traits.demands(expected.demand)))
        own = Span(field.span.start, field.value[-1].end) if field.value else field.span
        if self._authored.has_hole(own if expected.fields else field.whole):
            return Count(0, 1)
        text = field.text(self._document)
        if expected.code is not None:
            filled = match.code is not None or is_waiver(text, self._lexicon)
        else:
            filled = (
                (bool(field.blocks) or not self._says_nothing(match, text))
                and id(match) not in self._undecided
                and self._authored.fills(field)
            )
        return Count(int(filled), 1)

    def _says_nothing(self, match: FieldMatch, text: str) -> bool:
        """Whether a value is `TBD`, `-` or, but in a document's header, `N/A`."""
        if is_marker(text, self._lexicon):
            return True
        return is_dash(text) if id(match) in self._header else is_filler(text, self._lexicon)

    def _table(self, match: TableMatch) -> Count:
        """A table, which is filled if one of its rows says something."""
        table = match.actual
        if table is None or self._authored.has_hole(table.span):
            return Count(0, 1)
        cells = (cell for row in match.data_rows for cell in row.cells)
        texts = (cell.span.slice(self._document.text) for cell in cells)
        return Count(int(any(map(self._is_said, texts))), 1)

    def _is_said(self, text: str) -> bool:
        fills = is_dash(text) or is_filler(text, self._lexicon) or is_marker(text, self._lexicon)
        return not fills

    def _codes(self, match: SectionMatch) -> Count:
        """Code blocks; a picture stands for all of them, and leaves none to be matched."""
        expected = sum(self._traits.demands(code.demand) for code in match.expected.codes)
        unfilled = (
            code.actual is None or self._authored.has_hole(code.actual.span) for code in match.codes
        )
        return Count(expected - sum(unfilled), expected)

    def _boxes(self, match: SectionMatch) -> Count:
        """Lists of boxes; one that the author has rewritten is as good as ticked."""
        expected = len(match.expected.choices)
        return Count(expected - len(self._unticked.get(id(match), ())), expected)


def _fields_of(match: SectionMatch) -> Iterator[FieldMatch]:
    """The fields of a section, nested ones too, without the one that its own heading is."""
    for field in match.fields:
        if field.actual is None or field.actual.section is not match.actual:
            yield from field.walk()
