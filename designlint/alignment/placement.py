"""Matched sections that stand in the wrong place, each cause told once.

A heading of the wrong level changes the parent of all that follows it. So the tree is repaired
first: every matched section gets the level that the template gives it, and only what is still
under another parent was moved; of the others, only those whose own level is wrong are told.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from designlint.alignment.model import Misplaced, OutOfOrder
from designlint.alignment.nodes import Node
from designlint.outline.model import ExpectedSection


def find_misplaced(top: Node, root: ExpectedSection) -> Iterator[Misplaced]:
    """Sections under another parent or at another level than the outline's."""
    offset = level_offset(top, root)
    repaired = _repaired_parents(top, offset)
    for node in top.walk():
        expected, home = node.expected, node.match_parent
        if node is top or expected is None or home is None or home.expected is None:
            continue
        if node.matched_ancestor() is home:
            continue
        shift = node.section.level - expected.level - offset
        home_shift = 0 if home is top else home.section.level - home.expected.level - offset
        by_parent = repaired[id(node)] is not home
        if by_parent or shift not in (0, home_shift):
            yield Misplaced(
                node.section,
                expected,
                None if home is top else home.section,
                expected.level + offset,
                by_parent,
            )


def level_offset(top: Node, root: ExpectedSection) -> int:
    """By how much most of the document's top sections differ in level from the template's.

    A document whose sections are all one level up was written so on purpose.
    """
    shifts = Counter(
        node.section.level - node.expected.level
        for node in top.walk()
        if node.expected is not None and node.match_parent is top
    )
    if not shifts or not root.children:
        return 0
    shift, count = max(shifts.items(), key=lambda item: (item[1], -abs(item[0])))
    return shift if count * 2 > sum(shifts.values()) else 0


def _repaired_parents(top: Node, offset: int) -> dict[int, Node]:
    """The closest match above each node once all matches have their proper levels."""
    parents: dict[int, Node] = {}
    levels = {id(top): 0}
    stack: list[tuple[int, Node]] = [(0, top)]
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
        parents[id(node)] = next(
            above for _, above in reversed(stack) if above.expected is not None
        )
        stack.append((level, node))
    return parents


def find_out_of_order(top: Node, misplaced: frozenset[int]) -> Iterator[OutOfOrder]:
    """The smallest set of sections to move so that siblings stand in the template's order.

    `misplaced` holds the indexes of sections that are told to move anyway.
    """
    groups: dict[int, list[Node]] = {}
    for node in top.walk():
        if node.match_parent is not None and node.section.index not in misplaced:
            groups.setdefault(id(node.match_parent), []).append(node)
    for nodes in groups.values():
        parent = nodes[0].match_parent
        if parent is None or parent.expected is None or parent.expected.unordered:
            continue
        ranks = {id(child): rank for rank, child in enumerate(parent.expected.children)}
        yield from _moves(nodes, [ranks[id(node.expected)] for node in nodes])


def _moves(nodes: list[Node], ranks: list[int]) -> Iterator[OutOfOrder]:
    ordered = sorted(ranks)
    wrong = [at for at, rank in enumerate(ranks) if rank != ordered[at]]
    if len(wrong) == 2:
        first, second = (nodes[at].section for at in wrong)
        yield OutOfOrder(first, second, after=True, swapped=True)
        return
    kept = _longest_rising(ranks)
    for at, rank in enumerate(ranks):
        if at in kept:
            continue
        before = [other for other in kept if ranks[other] <= rank]
        if before:
            yield OutOfOrder(nodes[at].section, nodes[before[-1]].section, True, False)
        else:
            yield OutOfOrder(nodes[at].section, nodes[kept[0]].section, False, False)


def _longest_rising(ranks: list[int]) -> list[int]:
    """The places of a longest subsequence that never falls (patience sorting)."""
    tails: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for at, rank in enumerate(ranks):
        pile = bisect_right(tails, rank)
        before.append(places[pile - 1] if pile else -1)
        if pile == len(tails):
            tails.append(rank)
            places.append(at)
        else:
            tails[pile], places[pile] = rank, at
    kept = []
    at = places[-1] if places else -1
    while at >= 0:
        kept.append(at)
        at = before[at]
    return kept[::-1]
