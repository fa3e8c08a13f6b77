"""The document's sections as they are being matched: the working state of one alignment."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct, field

from designlint.document.sections import Section
from designlint.language.lexicon import Lexicon
from designlint.outline.model import ExpectedSection
from designlint.outline.titles import title_key


class Node(Struct, eq=False):
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
    taken: bool = False

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


def make_nodes(root: Section, title: Section | None, lexicon: Lexicon) -> list[Node]:
    """The document as a tree of nodes, in document order; the first holds all others.

    The title's children stand directly below it.
    """
    nodes = [Node(root, None, "")]
    _add_below(root, nodes[0], nodes, title, lexicon)
    return nodes


def _add_below(
    section: Section, parent: Node, nodes: list[Node], title: Section | None, lexicon: Lexicon
) -> None:
    for child in section.children:
        if child is title:
            _add_below(child, parent, nodes, title, lexicon)
            continue
        node = Node(child, parent, title_key(child.title, lexicon))
        parent.children.append(node)
        nodes.append(node)
        if child.children:
            _add_below(child, node, nodes, title, lexicon)


def release(nodes: Sequence[Node]) -> None:
    """Take the nodes of a finished alignment apart.

    They hold one another and the document: else it would stay in memory until garbage is looked
    for, and there would be much to look through.
    """
    for node in nodes:
        node.parent = node.match_parent = None
        node.children = []


class Place(NamedTuple):
    """Where a node would stand if every match had its proper level."""

    parent: Node
    level: int


def repaired_places(nodes: Sequence[Node], offset: int = 0) -> dict[int, Place]:
    """The closest match above each node once all matches have their proper levels.

    `offset` is by how much the document's levels differ from the template's on purpose.
    """
    top, *below = nodes
    places: dict[int, Place] = {}
    levels = {id(top): 0}
    stack: list[tuple[int, Node]] = [(0, top)]  # levels, and the closest match at or above them
    for node in below:
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
