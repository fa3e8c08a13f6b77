"""The decisions of a document: what was weighed, what was chosen, and why."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from designlint.alignment.model import FieldMatch
from designlint.context import Context
from designlint.document.fields import Field, name_and_value
from designlint.document.normalise import name_key
from designlint.document.sections import Section
from designlint.document.span import Span
from designlint.expressions import expression
from designlint.facts.birth import stated_birth
from designlint.facts.decisions import Decision, Ruling, find_rulings, is_undecided, options_of
from designlint.facts.status import read_metadata
from designlint.facts.text import field_text
from designlint.language.lexicon import Lexicon
from designlint.language.phrases import is_pending
from designlint.registers.origin import Origin, origin_of

_QUOTED = expression(
    r"\W{0,3}?(?:[\"“„«](?P<double>[^\"“”„»\n]*)[\"”»]|'(?P<single>[^'\n]*)'(?=[\s,;.]|$))"
)
_LABEL = expression(r"\W*(?P<label>[^:：\n]{1,40})[:：]\s*")


class DecisionState(StrEnum):
    """Whether anything was chosen."""

    UNDECIDED = "undecided"
    DECIDED = "decided"


class DecisionEntry(Struct, frozen=True, tag=True):
    """A decision: what it is about, and what became of it.

    `choice` and `rationale` are empty where there is none. `date` is the ISO date that its document
    states, empty without one.
    """

    origin: Origin
    decision: str
    state: DecisionState
    options: tuple[str, ...]
    choice: str
    rationale: str
    date: str

    @property
    def urgency(self) -> tuple[object, ...]:
        """What to talk about first: what is undecided."""
        return (self.state is DecisionState.DECIDED, self.origin.where)


def collect_decisions(context: Context) -> Iterator[DecisionEntry]:
    """The decisions of one document, in its order."""
    found: list[Decision | Ruling] = [*context.decisions]
    found += find_rulings(context.alignment, context.decisions)
    if not found:
        return
    document, lexicon = context.document, context.lexicon
    date = stated_birth(read_metadata(document), document.path, lexicon)
    entries = [_entry(context, each, date) for each in found]
    yield from sorted(entries, key=lambda entry: entry.origin.where)


def _entry(context: Context, decision: Decision | Ruling, date: str) -> DecisionEntry:
    document, lexicon = context.document, context.lexicon
    section = decision.section.actual or document.root
    actual = decision.choice.actual
    said = "" if actual is None or _is_unfilled(context, actual) else field_text(document, actual)
    undecided = is_undecided(document, decision, lexicon) or not said or is_pending(said, lexicon)
    choice, because = ("", "") if undecided else _divided(said, lexicon)
    reason = decision.rationale.actual if decision.rationale else None
    stated = "" if reason is None or _is_unfilled(context, reason) else field_text(document, reason)
    options = decision.options if isinstance(decision, Decision) else None
    return DecisionEntry(
        origin_of(context, _place(decision.choice)),
        _title(context, section, decision.choice),
        DecisionState.UNDECIDED if undecided else DecisionState.DECIDED,
        _options(context, options.actual) if options and options.actual else (),
        choice,
        stated or because,
        date,
    )


def _place(choice: FieldMatch) -> Span:
    """The choice, or where it should stand."""
    return choice.actual.span if choice.actual else choice.holder


def _is_unfilled(context: Context, field: Field | None) -> bool:
    """Whether a field still holds what the template had there."""
    return field is not None and context.has_leftover(Span(field.span.end, field.whole.end))


def _title(context: Context, section: Section, choice: FieldMatch) -> str:
    """The nearest heading that says more than that something is decided."""
    names = context.lexicon.decision
    for title in (choice.owner, *reversed(section.path)):
        head, value = name_and_value(title)
        if value and name_key(head).rstrip("0123456789 #.") in names:
            return value
        if title and name_key(title) not in names:
            return title
    return section.title


def _options(context: Context, field: Field) -> tuple[str, ...]:
    document = context.document
    found = options_of(document, field, context.lexicon)
    return tuple(filter(None, (document.plain_text(option) for option in found)))


def _divided(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """A choice and the reason behind it: `Chosen option: "Redis", because it is there`."""
    label = _LABEL.match(text)
    if label and name_key(label["label"]) in lexicon.decision:
        text = text[label.end() :]
    quoted = _QUOTED.match(text)
    because = _because(lexicon.rationale)
    if quoted:
        reason = because.match(text, quoted.end())
        rest = text[quoted.end() :].strip(" .")
        if reason or not rest:
            name = quoted["double"] or quoted["single"] or ""
            return name.strip(), text[reason.end() :] if reason else ""
    reason = because.search(text)
    return (text[: reason.start()], text[reason.end() :]) if reason else (text, "")


@lru_cache(maxsize=8)
def _because(words: tuple[str, ...]) -> re.Pattern[str]:
    """What stands between a choice and its reason: a comma and one of `words`."""
    listed = "|".join(re.escape(word) for word in words)
    return re.compile(rf"\s*[,;，、]\s*(?:{listed})\b[:：,]?\s*", re.IGNORECASE)
