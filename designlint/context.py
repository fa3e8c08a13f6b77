"""What a rule gets to look at."""

from datetime import date
from functools import cached_property

from msgspec import Struct

from designlint.alignment.instructions import find_instructions
from designlint.alignment.keys import KeyMatch, match_keys
from designlint.alignment.model import Alignment
from designlint.alignment.residue import Leftover, find_placeholders
from designlint.document import Document
from designlint.document.links import Link, find_links
from designlint.document.span import Span
from designlint.document.span_index import SpanIndex
from designlint.document.surroundings import surroundings
from designlint.facts.decisions import Decision, find_decisions
from designlint.facts.question import Question
from designlint.facts.questions import find_questions
from designlint.facts.requirements import (
    DEFAULT_SETTINGS,
    Requirements,
    RequirementSettings,
    find_requirements,
)
from designlint.facts.risks import RiskTable, find_risk_tables
from designlint.facts.status import StatedStatus, find_statuses
from designlint.finding import Place
from designlint.language.lexicon import Lexicon
from designlint.metadata.schema import FrontMatterSchema
from designlint.outline.model import Outline

_LONGEST_TEXT = 200


class Context(Struct, frozen=True, dict=True):
    """One document under check, and all that a rule may know of it.

    What several rules look at is found once, when the first of them asks.

    `status` is where the document is in its life (`draft`, `review`, `accepted`, …), empty where
    nothing says so. `today` is the day of the run, the same for every document in it. `schema` is
    the JSON Schema that the front matter is held to instead of the template's, if there is one.
    """

    document: Document
    outline: Outline
    alignment: Alignment
    status: str
    today: date
    schema: FrontMatterSchema | None = None
    requirement_settings: RequirementSettings = DEFAULT_SETTINGS

    @property
    def lexicon(self) -> Lexicon:
        """What `none`, `TBD` or `answer` are called in this document's language."""
        return self.outline.lexicon

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question of the document, answered ones too, in document order."""
        return tuple(find_questions(self.document, self.alignment))

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """Every place where the template asks for options and a choice among them."""
        return tuple(find_decisions(self.alignment))

    @cached_property
    def risk_tables(self) -> tuple[RiskTable, ...]:
        """Every table of risks, wherever it stands."""
        return tuple(find_risk_tables(self.document, self.lexicon))

    @cached_property
    def keys(self) -> tuple[KeyMatch, ...]:
        """The keys of the template, where the document has front matter.

        Raises FrontMatterError where that is broken YAML.
        """
        front_matter = self.document.front_matter
        if front_matter is None:
            return ()
        return tuple(match_keys(self.outline.keys, front_matter, self.lexicon))

    @cached_property
    def statuses(self) -> tuple[StatedStatus, ...]:
        """What the document itself says of its status, and where; its own status is the first."""
        return tuple(find_statuses(self.document, self.lexicon))

    @cached_property
    def requirements(self) -> Requirements:
        """The requirements that the document defines, and those that it says it addresses."""
        return find_requirements(self.document, self.lexicon, self.requirement_settings)

    @cached_property
    def placeholders(self) -> tuple[Leftover, ...]:
        """The template's placeholders that are still there, one for each line."""
        return tuple(find_placeholders(self.document, self.alignment))

    @cached_property
    def instructions(self) -> tuple[Span, ...]:
        """The text of the template that told the author what to write and is still there."""
        return tuple(find_instructions(self.document, self.outline))

    @cached_property
    def folded(self) -> str:
        """The document's text without regard to case: a quick look at what it can hold at all.

        Offsets in it are not those of the text.
        """
        return self.document.text.casefold()

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links that lead into the repository."""
        return find_links(self.document)

    def place(self, span: Span) -> Place:
        """A span as facts carry it out of the document.

        Section paths start below the title: all sections are below it, and it tells nothing apart.
        A heading is in the path already, and the title may change, so that neither is the text.
        """
        document, title = self.document, self.alignment.title
        section = document.section_at(span.start)
        path = section.path
        if title is not None and path[: len(title.path)] == title.path:
            path = path[len(title.path) :]
        start, end = document.position(span.start), document.position(span.end)
        text = "" if span == section.anchor else span.slice(document.text)[:_LONGEST_TEXT]
        return Place(document.path, path, start, end, text, surroundings(document, section, span))

    def is_leftover(self, span: Span) -> bool:
        """Whether a span starts within a placeholder, which is told once and not judged."""
        return self._leftovers.touches(span.start)

    def is_residue(self, span: Span) -> bool:
        """Whether a span stands in what the template left there, its instructions included."""
        return self.is_leftover(span) or self._told.enclose(span)

    def has_leftover(self, span: Span) -> bool:
        """Whether a placeholder stands within a span."""
        return self._leftovers.any_within(span)

    @cached_property
    def _leftovers(self) -> SpanIndex:
        return SpanIndex(each.span for each in self.placeholders)

    @cached_property
    def _told(self) -> SpanIndex:
        return SpanIndex(self.instructions)

    def is_unfinished(self, span: Span) -> bool:
        """Whether something in a span is still to be written, which is told where it stands.

        That is text of the template, or a marker such as `TBD`.
        """
        text = span.slice(self.document.text)
        if any(marker in text for marker in (*self.lexicon.markers, "???")):
            return True
        return self._leftovers.meet(span) or self._told.meet(span)
