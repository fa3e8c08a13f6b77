"""Decisions: what was weighed, and what was chosen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from designlint.alignment.model import Alignment, FieldMatch, SectionMatch
from designlint.document import Document
from designlint.document.blocks import ListBlock, Table
from designlint.document.fields import Field, is_blank
from designlint.document.normalise import words
from designlint.language import words as lists
from designlint.language.phrases import is_pending
from designlint.outline.model import ExpectedField

_DIVIDERS = re.compile(
    r"\s*(?:<br\s*/?>|[;,\n•]|\bvs\.?(?=\s)|\bversus\b|\s\bor\b\s|\s/\s)\s*", re.IGNORECASE
)
_COUNTED_OUT = re.compile(
    r"\b(?:option|alternative|choice|approach)s?\s*#?\w|#\d|\b\d+\b"
    r"|\b(?:both|neither|all|none|combin\w+|hybrid|former|latter|first|second)\b"
)
_LABEL = re.compile(r"\W*(?:option|alternative|choice|approach)?\s*(?P<label>\w{1,2})\s*[:.)–—]")
_SHORT = re.compile(r"\W*(?P<label>\w{1,2})\b")
_SHORTEST_WORD = 3
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Decision:
    """Options and the choice among them, as the template asks for both in one place."""

    section: SectionMatch
    options: FieldMatch
    choice: FieldMatch


def find_decisions(alignment: Alignment) -> Iterator[Decision]:
    """Every decision of a document that has at least one of its fields."""
    for section in alignment.sections:
        if section.is_open:
            yield from _in_group(section, section.fields)


def _in_group(section: SectionMatch, fields: tuple[FieldMatch, ...]) -> Iterator[Decision]:
    options = next((match for match in fields if asks_for_options(match.expected)), None)
    choice = next((match for match in fields if _asks_for_choice(match.expected)), None)
    if options and choice and any(match.actual for match in fields):
        yield Decision(section, options, choice)
    for match in fields:
        yield from _in_group(section, match.fields)


def asks_for_options(expected: ExpectedField) -> bool:
    """Whether a field of the template lists options to weigh."""
    named = any(set(words(name)) & set(lists.OPTION_WORDS) for name in expected.pattern.names)
    return named and not _asks_for_choice(expected)


def _asks_for_choice(expected: ExpectedField) -> bool:
    return any(name in lists.DECISION_LABELS for name in expected.pattern.names)


def options_of(document: Document, field: Field) -> tuple[str, ...]:
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
        found = [part for part in _DIVIDERS.split(text) if part.strip()]
    return tuple(found)


def names_an_option(document: Document, options: tuple[str, ...], choice: Field) -> bool:
    """Whether a choice has a word of weight in common with an option, or counts one out."""
    parts = [choice.text(document)]
    parts += [block.span.slice(document.text) for block in choice.blocks]
    if choice.section is not None:
        parts.append(choice.section.span.slice(document.text))
    text = " ".join(parts).casefold()
    if _COUNTED_OUT.search(text):
        return True
    label = _SHORT.match(text)
    if label and any(m["label"] == label["label"] for m in map(_label, options) if m):
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


def _label(option: str) -> re.Match[str] | None:
    """`B` of `Option B: oil`."""
    return _LABEL.match(option.casefold())


def _akin(one: str, other: str) -> bool:
    """Whether two words are forms of one: `forging` and `forge`, `repaired` and `repair`."""
    letters = zip(one, other, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], letters))
    return shared >= _SHORTEST_STEM and shared >= min(len(one), len(other)) - 2


def _weighty(text: str) -> set[str]:
    return {word for word in words(text) if len(word) >= _SHORTEST_WORD or not word.isascii()}


def is_undecided(document: Document, decision: Decision) -> bool:
    """Whether nothing was chosen: the field is missing, empty, or says `TBD`."""
    choice = decision.choice.actual
    if choice is None or is_blank(document, choice):
        return True
    return not choice.blocks and is_pending(choice.text(document))
