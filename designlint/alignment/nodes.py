"""The document's sections as they are being matched: the working state of one alignment."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from designlint.document.sections import Section
from designlint.language.lexicon import Lexicon
from designlint.outline.model import ExpectedSection
from designlint.outline.titles import title_key


@dataclass(eq=False)
class Node:
    """One section of the document. `taken` once it is a match, part of one, a field, a duplicate.

    `stands_for` are the sections of the outline that it covers, where its title and theirs join
    and divide names differently; `part_of` is the node that stands for such a section with it.
    """

    section: Section
    parent: "Node | None"
    key: str
    children: list["Node"] = field(default_factory=list)
    expected: ExpectedSection | None = None
    match_parent: "Node | None" = None
    is_field: bool = False
    duplicate_of: "Node | None" = None
    stands_for: tuple[ExpectedSection, ...] = ()
    part_of: "Node | None" = None

    @property
    def taken(self) -> bool:
        """Whether the node is spoken for."""
        return (
            self.expected is not None
            or self.is_field
            or self.duplicate_of is not None
            or self.part_of is not None
        )

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, in document order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    def matched_ancestor(self) -> "Node | None":
        """The closest node above this one that is a match."""
        node = self.parent
        while node is not None and node.expected is None:
            node = node.parent
        return node

    def inside_taken(self) -> bool:
        """Whether a field or a duplicate holds this node, so that it is theirs."""
        node = self.parent
        while node is not None:
            if node.is_field or node.duplicate_of is not None:
                return True
            node = node.parent
        return False


def make_nodes(root: Section, title: Section | None, lexicon: Lexicon) -> Node:
    """The document as a tree of nodes; the title's children stand directly below the root."""
    top = Node(root, None, "")

    def add(section: Section, parent: Node) -> None:
        if section is title:
            for child in section.children:
                add(child, parent)
            return
        node = Node(section, parent, title_key(section.title, lexicon))
        parent.children.append(node)
        for child in section.children:
            add(child, node)

    for section in root.children:
        add(section, top)
    return top


class Place(NamedTuple):
    """Where a node would stand if every match had its proper level."""

    parent: Node
    level: int


def repaired_places(top: Node, offset: int = 0) -> dict[int, Place]:
    """The closest match above each node once all matches have their proper levels.

    `offset` is by how much the document's levels differ from the template's on purpose.
    """
    places: dict[int, Place] = {}
    levels = {id(top): 0}
    stack: list[tuple[int, Node]] = [(0, top)]  # levels, and the closest match at or above them
    for node in top.walk():
        if node is top:
            continue
        if node.expected is not None:
            level = node.expected.level + offset
        else:
            above = node.parent or top
            level = levels[id(above)] + node.section.level - above.section.level
        levels[id(node)] = level
        while len(stack) > 1 and stack[-1][0] >= level:
            stack.pop()
        parent = stack[-1][1]
        places[id(node)] = Place(parent, level)
        stack.append((level, parent if node.expected is None else node))
    return places
