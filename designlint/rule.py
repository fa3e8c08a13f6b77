"""The base class of rules, and what a rule gets to look at."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import accumulate
from typing import ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict

from designlint.alignment.instructions import find_instructions
from designlint.alignment.keys import KeyMatch, match_keys
from designlint.alignment.model import Alignment
from designlint.alignment.residue import Leftover, find_placeholders
from designlint.document import Document
from designlint.document.links import Link, find_links
from designlint.document.source import Unreadable
from designlint.document.span import Span
from designlint.document.span_index import SpanIndex
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
from designlint.finding import Finding, Place, PlacedFinding, Severity
from designlint.language.lexicon import Lexicon
from designlint.metadata.schema import FrontMatterSchema
from designlint.outline.model import Outline
from designlint.repository.tree import Tree
from designlint.suppression import Review

_Fact = TypeVar("_Fact")
_LONGEST_TEXT = 200
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass(frozen=True)
class Context:
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
    def links(self) -> tuple[Link, ...]:
        """The links that lead into the repository."""
        return find_links(self.document)

    def place(self, span: Span) -> Place:
        """A span as facts carry it out of the document.

        Section paths start below the title: all sections are below it, and it tells nothing apart.
        """
        document, title = self.document, self.alignment.title
        section = document.section_at(span.start).path
        if title is not None and section[: len(title.path)] == title.path:
            section = section[len(title.path) :]
        start, end = document.position(span.start), document.position(span.end)
        return Place(document.path, section, start, end, span.slice(document.text)[:_LONGEST_TEXT])

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
        starts, ends = self._left
        before = bisect_left(starts, span.end)
        return before > 0 and ends[before - 1] > span.start

    @cached_property
    def _left(self) -> tuple[list[int], list[int]]:
        """Where text of the template starts, in order, and up to where it reaches until there."""
        spans = sorted((*(each.span for each in self.placeholders), *self.instructions))
        ends = accumulate((span.end for span in spans), max)
        return [span.start for span in spans], list(ends)


class Rule(BaseModel):
    """One check. Its fields are its options, its docstring is its page.

    A subclass states `group` and `severity`, and yields findings from `check`. It never states
    its own severity, path or name in a finding: the engine knows them. `completeness` puts it
    on the status ladder (milder in a draft, an error once accepted). `variants` gives findings
    that carry such a variant a severity of their own.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    group: ClassVar[str]
    severity: ClassVar[Severity]
    completeness: ClassVar[bool] = False
    variants: ClassVar[Mapping[str, Severity]] = {}

    @classmethod
    @cache
    def name(cls) -> str:
        """The class name in kebab case: `EmptyField` is `empty-field`."""
        return _HUMP.sub("-", cls.__name__).lower()

    def check(self, context: Context) -> Iterator[Finding]:
        """The findings in one document, in any order. Must be a pure function of `context`."""
        yield from ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """All documents of a run, as the facts that one rule collected from them.

    `facts` are sorted by the paths of their documents, and stay in the order in which they were
    yielded for each. `tree` says what paths lead to.
    """

    facts: tuple[object, ...]
    tree: Tree

    def of(self, kind: type[_Fact]) -> Iterator[_Fact]:
        """The facts of one class."""
        return (fact for fact in self.facts if isinstance(fact, kind))


class CrossDocumentRule(Rule):
    """A rule that compares documents.

    `collect` looks at one document and yields facts: frozen dataclasses of plain values, picklable,
    with places from `Context.place`. `compare` gets the facts of all documents, once, and sees
    no document. What it yields is silenced, weighed and reported as other findings are.
    """

    def collect(self, context: Context) -> Iterable[object]:
        """What this document contributes. Must be a pure function of `context`."""
        return ()

    def compare(self, corpus: Corpus) -> Iterator[PlacedFinding]:
        """The findings in all documents, in any order, whatever order they were given in."""
        yield from ()


class SourceRule(Rule):
    """A rule about files that hold no document, or hold one that nothing else can judge."""

    def check_source(self, problem: Unreadable) -> Iterator[tuple[str, str]]:
        """Message and help for a file that could not be read, placed where `problem` says."""
        yield from ()


class SuppressionRule(Rule):
    """A rule about suppressing comments; it runs when all others are done."""

    def review(self, review: Review) -> Iterator[Finding]:
        """The findings about a document's suppressions."""
        yield from ()
