"""Decisions: what was weighed, and what was chosen."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from msgspec import Struct

from designlint.alignment.model import Alignment, FieldMatch, SectionMatch
from designlint.document import Document
from designlint.document.blocks import Break, Html, ListBlock, Table
from designlint.document.fields import Field, heading_field, is_blank
from designlint.document.normalise import is_unspaced, terms, words
from designlint.document.span import Span
from designlint.expressions import expression
from designlint.language.lexicon import Lexicon
from designlint.language.phrases import is_pending
from designlint.outline.model import ExpectedField, Role

_SHORT = expression(r"\W*(?P<label>\w{1,2})\b")
_SHORTEST_WORD = 3
_SHORTEST_STEM = 4


class Decision(Struct, frozen=True):
    """Options and the choice among them, as the template asks for both in one place.

    `rationale` says why, in a field or section of its own; None where the template asks for none.
    """

    section: SectionMatch
    options: FieldMatch
    choice: FieldMatch
    rationale: FieldMatch | None = None


class Ruling(Struct, frozen=True):
    """A choice that the template asks for alone, with no options beside it."""

    section: SectionMatch
    choice: FieldMatch
    rationale: FieldMatch | None = None


def find_decisions(alignment: Alignment) -> Iterator[Decision]:
    """Every decision of a document that has at least one of its fields."""
    lexicon = alignment.outline.lexicon
    for section in alignment.sections:
        if section.is_open:
            yield from _in_group(section, section.fields, lexicon)
            yield from _in_sections(section, lexicon)


def _in_group(
    section: SectionMatch, fields: tuple[FieldMatch, ...], lexicon: Lexicon
) -> Iterator[Decision]:
    options = next((match for match in fields if asks_for_options(match.expected, lexicon)), None)
    choice = next((match for match in fields if _asks_for_choice(match.expected, lexicon)), None)
    if options and choice and any(match.actual for match in fields):
        yield Decision(section, options, choice, _rationale_among(fields, lexicon))
    for match in fields:
        yield from _in_group(section, match.fields, lexicon)


def _rationale_among(matches: Iterable[FieldMatch], lexicon: Lexicon) -> FieldMatch | None:
    return next((each for each in matches if _is_named(each.expected, lexicon.rationale)), None)


def _in_sections(parent: SectionMatch, lexicon: Lexicon) -> Iterator[Decision]:
    """A decision whose options and outcome are sections, as decision records have them.

    Options that are told in prose cannot be counted, and are left alone.
    """
    found = [child for child in parent.children if child.is_open]
    weighed = [_as_field(child, parent) for child in found if child.expected.lists]
    options = next((match for match in weighed if asks_for_options(match.expected, lexicon)), None)
    if options is None or options.actual is None or not _shows_options(options.actual):
        return
    for child in found:
        outcome = _as_field(child, parent)
        if _asks_for_choice(outcome.expected, lexicon):
            reasons = (*child.fields, *(_as_field(each, parent) for each in found))
            rationale = _rationale_among(reasons, lexicon)
            yield Decision(child, options, _choice_in(child, outcome, lexicon), rationale)
            return


def find_rulings(alignment: Alignment, decisions: Iterable[Decision]) -> Iterator[Ruling]:
    """The choices of a document that belong to none of its `decisions`.

    Short decision records ask for nothing but the decision, as a section or a field. What settles
    a question is an answer and no ruling.
    """
    lexicon = alignment.outline.lexicon
    taken = {each.choice.actual.span for each in decisions if each.choice.actual}
    taken |= {each.section.actual.anchor for each in decisions if each.section.actual}
    for section in alignment.sections:
        if not section.is_open or section.actual is None or section.expected.role is Role.QUESTIONS:
            continue
        outcome = _as_field(section, section)
        if _asks_for_choice(outcome.expected, lexicon):
            below = (each.actual.anchor for each in section.walk() if each.actual)
            if taken.isdisjoint(below):
                choice = _choice_in(section, outcome, lexicon)
                yield Ruling(section, choice, _rationale_among(section.fields, lexicon))
            continue
        for group in _groups(section.fields):
            rationale = _rationale_among(group, lexicon)
            for match in group:
                told = match.actual is not None and match.actual.span not in taken
                if told and _asks_for_choice(match.expected, lexicon):
                    yield Ruling(section, match, rationale)


def _groups(fields: tuple[FieldMatch, ...]) -> Iterator[tuple[FieldMatch, ...]]:
    """Fields that stand side by side, and those nested in each of them."""
    if fields:
        yield fields
    for match in fields:
        yield from _groups(match.fields)


def _choice_in(section: SectionMatch, outcome: FieldMatch, lexicon: Lexicon) -> FieldMatch:
    """What an outcome's section chooses: in a field of its own, or else in its text."""
    matches = [match for match in section.fields if _asks_for_choice(match.expected, lexicon)]
    told = next((match for match in matches if match.actual is not None), None)
    asked = next(
        (field for field in section.expected.fields if _asks_for_choice(field, lexicon)), None
    )
    if told is not None or asked is None or outcome.actual is None:
        return told or outcome
    if any(not isinstance(block, (Break, Html)) for block in outcome.actual.blocks):
        return outcome
    missing = FieldMatch(asked, None, outcome.actual.span, section.expected.title)
    return next(iter(matches), missing)


def _as_field(match: SectionMatch, parent: SectionMatch) -> FieldMatch:
    """A section as the field that its heading names."""
    expected = match.expected
    field = ExpectedField(expected.title, expected.pattern, expected.line, "heading", "")
    actual = heading_field(match.actual) if match.actual else None
    owner = parent.actual.title if parent.actual else ""
    return FieldMatch(field, actual, match.actual.anchor if match.actual else Span(0, 0), owner)


def _shows_options(field: Field) -> bool:
    listed = any(isinstance(block, (ListBlock, Table)) for block in field.blocks)
    return listed or bool(field.section and field.section.children)


def asks_for_options(expected: ExpectedField, lexicon: Lexicon) -> bool:
    """Whether a field of the template lists options to weigh."""
    named = any(_mentions(name, lexicon.options) for name in expected.pattern.names)
    return named and not _asks_for_choice(expected, lexicon)


def _mentions(name: str, words_: Iterable[str]) -> bool:
    """Whether a name has one of these words; where words are not divided, holds it."""
    own = set(words(name))
    return any(word in own or (is_unspaced(word[:1]) and word in name) for word in words_)


def _asks_for_choice(expected: ExpectedField, lexicon: Lexicon) -> bool:
    return _is_named(expected, lexicon.decision)


def _is_named(expected: ExpectedField, names: tuple[str, ...]) -> bool:
    return any(name in names for name in expected.pattern.names)


def options_of(document: Document, field: Field, lexicon: Lexicon) -> tuple[str, ...]:
    """The options that a field lists: items, rows, child headings, or parts of its text."""
    found: list[str] = []
    for block in field.blocks:
        if isinstance(block, ListBlock):
            for item in block.items:
                inner = item.blocks[0].span if item.blocks else item.span
                if item.blocks:
                    found.append(inner.slice(document.text))
        elif isinstance(block, Table):
            found += [document.plain(row.cells[0]) for row in block.rows]
    if field.section is not None:
        found += [child.title for child in field.section.children]
    text = field.text(document)
    if not found:
        found = [part for part in lexicon.patterns.divider.split(text) if part.strip()]
    return tuple(found)


def names_an_option(
    document: Document, options: tuple[str, ...], choice: Field, lexicon: Lexicon
) -> bool:
    """Whether a choice has a word of weight in common with an option, or counts one out."""
    parts = [choice.text(document)]
    parts += [block.span.slice(document.text) for block in choice.blocks]
    if choice.section is not None:
        parts.append(choice.section.span.slice(document.text))
    text = " ".join(parts).casefold()
    if lexicon.patterns.counted_out.search(text):
        return True
    label = _SHORT.match(text)
    found = (lexicon.patterns.option_label.match(option.casefold()) for option in options)
    if label and any(match["label"] == label["label"] for match in found if match):
        return True
    common = set.intersection(*(_weighty(option) for option in options)) if options else set()
    chosen = _weighty(text)
    for option in options:
        telling = (_weighty(option) - common) or _weighty(option)
        if not telling or telling & chosen or any(word in text for word in telling):
            return True
        if any(_akin(mine, theirs) for mine in telling for theirs in chosen):
            return True
    return False


def _akin(one: str, other: str) -> bool:
    """Whether two words are forms of one: `forging` and `forge`, `repaired` and `repair`."""
    letters = zip(one, other, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], letters))
    return shared >= _SHORTEST_STEM and shared >= min(len(one), len(other)) - 2


def _weighty(text: str) -> set[str]:
    return {word for word in terms(text) if len(word) >= _SHORTEST_WORD or not word.isascii()}


def is_undecided(document: Document, decision: Decision | Ruling, lexicon: Lexicon) -> bool:
    """Whether nothing was chosen: the field is missing, empty, or says `TBD`."""
    choice = decision.choice.actual
    if choice is None or is_blank(document, choice):
        return True
    return not choice.blocks and is_pending(choice.text(document), lexicon)
