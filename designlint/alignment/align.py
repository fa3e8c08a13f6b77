"""Lay an outline against a document."""

import re
from collections.abc import Iterator
from functools import cached_property

from msgspec.structs import replace

from designlint.alignment.content import has_picture, match_content, match_elements
from designlint.alignment.hints import (
    bold_lines,
    each_once,
    hidden_headings,
    holder_of,
    is_loose,
    swallows,
)
from designlint.alignment.likeness import Candidates
from designlint.alignment.matching import match_sections
from designlint.alignment.model import Alignment, Duplicate, Hidden, Missing, SectionMatch
from designlint.alignment.nodes import Node, make_nodes, release
from designlint.alignment.placement import find_misplaced, find_out_of_order, level_offset
from designlint.alignment.traits import Traits
from designlint.document import Document, parse_document
from designlint.document.blocks import CodeBlock
from designlint.document.fields import has_content
from designlint.document.sections import Section
from designlint.document.span import Span
from designlint.expressions import expression
from designlint.language.lexicon import Lexicon
from designlint.outline.model import ExpectedSection, Outline
from designlint.outline.titles import title_key

_MARKDOWN = ("", "markdown", "md", "mdx")
_HEADING = expression(r"^[ \t]{0,3}#{1,6}[ \t]", re.MULTILINE)


def align(outline: Outline, document: Document, traits: Traits) -> Alignment:
    """Lay `outline` against `document`: names first, then level and order."""
    title = find_title(outline, document)
    nodes = make_nodes(document.root, title, outline.lexicon)
    alignment = _align(outline, document, traits, title, nodes)
    release(nodes)
    return alignment


def _align(
    outline: Outline,
    document: Document,
    traits: Traits,
    title: Section | None,
    nodes: list[Node],
) -> Alignment:
    match_sections(outline.root, nodes)
    fence = _enclosing_fence(outline, document, nodes)
    if fence is not None:
        return Alignment(outline, SectionMatch(outline.root, None), title, fence=fence)
    offset = level_offset(nodes, outline.root, title)
    builder = _Builder(document, traits, nodes, title, outline.lexicon, offset)
    root = builder.match(outline.root, nodes[0])
    misplaced = tuple(find_misplaced(nodes, offset))
    told = frozenset(each.section.index for each in misplaced)
    return Alignment(
        outline,
        root,
        title,
        tuple(each_once(builder.missing)),
        misplaced,
        tuple(find_out_of_order(nodes, told)),
        tuple(
            Duplicate(node.section, node.duplicate_of.section)
            for node in nodes
            if node.duplicate_of is not None
        ),
        tuple(builder.unknown_sections(nodes)),
    )


def find_title(outline: Outline, document: Document) -> Section | None:
    """The section whose heading is the document's title.

    The first level-1 heading that fits the template's pattern, or else the first of all; none
    where the template has no title, unless a single level-1 heading of another name holds all.
    """
    tops = [section for section in document.root.children if section.level == 1]
    title, expected = outline.title, outline.root.children
    if title is not None:
        keys = [title_key(top.title, outline.lexicon) for top in tops]
        at = next((at for at, key in enumerate(keys) if title.matches(key)), None)
        if at is not None or not tops:
            return None if at is None else tops[at]
        named = any(not each.pattern.free and each.pattern.matches(keys[0]) for each in expected)
        return None if named else tops[0]
    only = document.root.children
    if len(only) == 1 and only[0].level == 1 and only[0].children:
        key = title_key(only[0].title, outline.lexicon)
        if not any(child.pattern.matches(key) for child in expected):
            return only[0]
    return None


class _Builder:
    """Turns matched nodes into section matches, and notes what is missing on the way."""

    def __init__(
        self,
        document: Document,
        traits: Traits,
        nodes: list[Node],
        title: Section | None,
        lexicon: Lexicon,
        offset: int,
    ) -> None:
        self._document = document
        self._offset = offset
        self._lexicon = lexicon
        self._traits = traits
        self._title = title
        self._by_expected: dict[int, list[Node]] = {}
        for node in nodes:
            if node.expected is not None:
                self._by_expected.setdefault(id(node.expected), []).append(node)
        self._covered = {id(each) for node in nodes for each in node.stands_for[1:]}
        self._unmatched = [node for node in nodes if not node.taken]
        self._candidates: dict[int, Candidates] = {}
        self._matches: dict[int, SectionMatch] = {}
        self.missing: list[Missing] = []

    def match(self, expected: ExpectedSection, node: Node) -> SectionMatch:
        """The match of `node` and of all that the outline wants below it."""
        before = len(self.missing)
        children = tuple(self._children(expected, node))
        if node.parent is None:
            match = replace(self._root(expected, node), children=children)
        else:
            match = match_content(
                self._document, node, expected, children, self._traits, self._lexicon
            )
            if node.stands_for and match.is_open:
                match = SectionMatch(expected, node.section, waived=True, children=children)
            if not match.is_open:
                del self.missing[before:]
            elif match.codes and has_picture(self._document, node.section.all_blocks()):
                match = replace(match, codes=())
        self._matches[node.section.index] = match
        return match

    def _root(self, expected: ExpectedSection, node: Node) -> SectionMatch:
        """The match of the document itself, to which the title's own text belongs as well.

        It is judged whatever that text says: an `N/A` below the title waives nothing.
        """
        own = node.section.blocks + (self._title.blocks if self._title else ())
        for child in node.children:
            if child.taken:
                break
            # A heading that stands in for a title takes the text below it away from the document.
            own += child.section.blocks
        anchor = self._title or node.section
        section = replace(node.section, blocks=own, heading=anchor.heading, title=anchor.title)
        stand_in = Node(replace(section, children=()), None, "")
        matched = match_elements(
            self._document, stand_in, expected, (), self._traits, self._lexicon
        )
        return replace(matched, actual=section)

    def _children(self, expected: ExpectedSection, node: Node) -> Iterator[SectionMatch]:
        for child in expected.children:
            found = self._by_expected.get(id(child), ())
            here = [each for each in found if each.match_parent is node]
            required = self._is_wanted(child, expected, node)
            for each in here:
                match = self.match(child, each)
                yield match if required else replace(match, required=False)
            below = [] if here or not child.children else self._below(child)
            if not here:
                orphans = tuple(self._orphans(child)) if child.children else ()
                yield SectionMatch(child, None, required, children=orphans)
            if required and len(here) < child.least:
                self.missing.append(self._missing(child, node, len(here), below))

    def _is_wanted(self, child: ExpectedSection, expected: ExpectedSection, node: Node) -> bool:
        """Whether `child` has to be there, below `node`.

        A bare `Story 1` is a slot and no name: stories that stand there in a form of the
        author's own do as well.
        """
        if not self._traits.demands(child.demand) or child.least == 0:
            return False
        if id(child) in self._covered:
            return False
        if not child.slot:
            return True
        if any(not each.taken for each in node.children):
            return False
        only_slots = all(each.slot or each.pattern.free for each in expected.children)
        own = any(has_content(self._document, block) for block in node.section.blocks)
        return not (only_slots and own and node.parent is not None)

    def _orphans(self, expected: ExpectedSection) -> Iterator[SectionMatch]:
        """What is there of the children of a missing section: its absence is told once."""
        for child in expected.children:
            nodes = self._by_expected.get(id(child), ())
            found = [each for each in nodes if each.match_parent is None]
            if found:
                # Taken out, since a parent that is missing in several places has them once.
                del self._by_expected[id(child)]
            for node in found:
                yield self.match(child, node)
            if not found:
                yield SectionMatch(child, None, False, children=tuple(self._orphans(child)))

    def _missing(
        self, expected: ExpectedSection, node: Node, found: int, below: list[Node]
    ) -> Missing:
        parent = self._title if node.parent is None and self._title else node.section
        level = max(expected.level + self._offset, 1)
        similar = self._candidates_at(level).like(expected)
        holder = holder_of(expected, below)
        if holder is not None:
            similar = (holder, *(each for each in similar if each is not holder))
        return Missing(
            expected,
            parent,
            self._before(expected, node),
            found,
            self._bold(expected),
            similar,
            below[0].section if below and holder is None and is_loose(below, node) else None,
            level,
            next(filter(None, map(self._hidden.get, expected.pattern.names)), None),
        )

    def _candidates_at(self, level: int) -> Candidates:
        """What a section that is missing at `level` may be in the document."""
        known = self._candidates.get(level)
        if known is None:
            free = [each.section for each in self._unmatched if not swallows(each, level)]
            known = self._candidates[level] = Candidates(free, self._lexicon)
        return known

    def _before(self, expected: ExpectedSection, node: Node) -> str:
        """The title of what comes before this section in the template, as the document has it.

        That is the last of its own kind where there are some, but too few.
        """
        siblings = node.expected.children if node.expected else ()
        at = siblings.index(expected)
        for sibling in (expected, *reversed(siblings[:at])):
            found = self._by_expected.get(id(sibling), ())
            placed = [each for each in found if each.parent is node]
            if placed:
                return placed[-1].section.title
            if found:
                continue  # It stands somewhere else, and what is to follow it would, too.
            if sibling is not expected and self._traits.demands(sibling.demand):
                # It is missing, too, and will stand there.
                return sibling.title
        return ""

    def _below(self, expected: ExpectedSection) -> list[Node]:
        """What is there of the sections below a missing one, in document order."""
        children = (self._by_expected.get(id(child), ()) for child in expected.children)
        found = [node for nodes in children for node in nodes]
        return sorted(found, key=lambda node: node.section.index)

    def _bold(self, expected: ExpectedSection) -> Span | None:
        """A line of nothing but bold text that bears the section's name."""
        for name in expected.pattern.names:
            line = self._bold_lines.get(name)
            # Deeper down it is a label of something smaller.
            if line and self._document.section_at(line.start).level <= expected.level:
                return line
        return None

    @cached_property
    def _hidden(self) -> dict[str, Hidden]:
        return hidden_headings(self._document)

    @cached_property
    def _bold_lines(self) -> dict[str, Span]:
        return bold_lines(self._document)

    def unknown_sections(self, nodes: list[Node]) -> Iterator[tuple[Section, SectionMatch]]:
        """Sections that the template does not have, below one that it has."""
        for node in nodes:
            if not node.taken and node.parent is not None and node.parent.expected is not None:
                match = self._matches.get(node.parent.section.index)
                if match is not None:
                    yield node.section, match


def _enclosing_fence(outline: Outline, document: Document, nodes: list[Node]) -> CodeBlock | None:
    """The fence that holds the document itself, which then has no section of the outline."""
    if sum(node.expected is not None for node in nodes) > 1:
        return None
    for block in document.blocks:
        if not isinstance(block, CodeBlock) or block.language.casefold() not in _MARKDOWN:
            continue
        body = block.body.slice(document.text)
        if not block.fenced or not _HEADING.search(body):
            continue
        inner = parse_document(body)
        within = make_nodes(inner.root, find_title(outline, inner), outline.lexicon)
        match_sections(outline.root, within)
        matched = (node.expected for node in within if node.expected is not None)
        if sum(not expected.pattern.free for expected in matched) > 2:
            return block
    return None
