"""Matched sections that stand in the wrong place, each cause told once.

A heading of the wrong level changes the parent of all that follows it. So the tree is repaired
first: every matched section gets the level that the template gives it, and only what is still
under another parent was moved; of the others, only those whose own level is wrong are told.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from designlint.alignment.model import Misplaced, OutOfOrder
from designlint.alignment.nodes import Node, Place, repaired_places
from designlint.document.sections import Section
from designlint.outline.model import ExpectedSection


def find_misplaced(nodes: Sequence[Node], offset: int) -> Iterator[Misplaced]:
    """Sections under another parent or at another level than the outline's.

    `offset` is by how much the document's levels differ from the outline's: see `level_offset`.
    """
    top = nodes[0]
    repaired: dict[int, Place] = {}
    for node in nodes[1:]:
        expected, home = node.expected, node.match_parent
        if expected is None or home is None or home.expected is None or node.parent is home:
            continue
        # An extra section may gather some of a section's parts; at the top it only hides them.
        inside = node.matched_ancestor() is home
        if inside and home is not top:
            continue
        if node.parent is not None and node.parent.part_of is home:
            continue
        shift = node.section.level - expected.level - offset
        home_shift = 0 if home is top else home.section.level - home.expected.level - offset
        repaired = repaired or repaired_places(nodes, offset)
        by_parent = not inside and repaired[id(node)].parent is not home
        if expected.any_level and shift:
            continue
        if by_parent or shift not in (0, home_shift):
            yield Misplaced(
                node.section,
                expected,
                None if home is top else home.section,
                expected.level + offset,
                by_parent,
                _left_behind(node, expected.level + offset),
                _cut(node, home) if by_parent and not shift else (),
                any(
                    child.section.level <= expected.level + offset
                    for child in node.children
                    if not child.taken or child.match_parent is node
                ),
            )


def _cut(node: Node, home: Node) -> tuple[Section, ...]:
    """The unknown sections in a row that took `node` from `home`, which they follow."""
    parent = node.parent
    if parent is None or parent.taken or home.parent is None or parent.parent is not home.parent:
        return ()
    beside = home.parent.children
    between = beside[beside.index(home) + 1 : beside.index(parent) + 1]
    run: list[Section] = []
    for each in reversed(between):
        if each.taken or each.section.level != home.section.level:
            break
        run.append(each.section)
    return tuple(reversed(run))


def _left_behind(node: Node, level: int) -> Section | None:
    """The section around `node` if a heading of `level` would take what follows out of it."""
    parent = node.parent
    if parent is None or parent.parent is None or level >= node.section.level:
        return None
    after = parent.children[parent.children.index(node) + 1 :]
    stays = any(each.match_parent is not node.match_parent for each in after)
    return parent.section if stays else None


def level_offset(nodes: Sequence[Node], root: ExpectedSection, title: Section | None) -> int:
    """By how much most of the document's top sections differ in level from the template's.

    A document whose sections are all one level up was written so on purpose, unless they stand
    at the level of its title.
    """
    top = nodes[0]
    shifts = Counter(
        [
            node.section.level - node.expected.level
            for node in nodes
            if node.match_parent is top and node.expected is not None
        ]
    )
    if not shifts or not root.children:
        return 0
    shift, count = max(shifts.items(), key=lambda item: (item[1], -abs(item[0])))
    usual = {child.level for child in root.children}
    if count == 1 and any(node.section.level in usual for node in top.children):
        return 0  # A single section is no habit, where others stand at the template's level.
    if count * 2 <= sum(shifts.values()):
        return 0
    lowest = title.level + 1 - min(child.level for child in root.children) if title else shift
    return max(shift, lowest)


def find_out_of_order(nodes: Iterable[Node], misplaced: frozenset[int]) -> Iterator[OutOfOrder]:
    """The smallest set of sections to move so that siblings stand in the template's order.

    `misplaced` holds the indexes of sections that are told to stand wrong anyway. One that may
    have any level, and stands outside its parent by that, has no order among its siblings.
    """
    groups: dict[int, list[Node]] = {}
    for node in nodes:
        if node.match_parent is None or node.section.index in misplaced:
            continue
        free = node.expected is not None and node.expected.any_level
        if not free or node.parent is node.match_parent:
            groups.setdefault(id(node.match_parent), []).append(node)
    for group in groups.values():
        parent = group[0].match_parent
        if parent is None or parent.expected is None or parent.expected.unordered:
            continue
        ranks = {id(child): rank for rank, child in enumerate(parent.expected.children)}
        yield from _moves(group, [ranks[id(node.expected)] for node in group])


def _moves(nodes: list[Node], ranks: list[int]) -> Iterator[OutOfOrder]:
    ordered = sorted(ranks)
    if ranks == ordered:
        return
    wrong = [at for at, rank in enumerate(ranks) if rank != ordered[at]]
    if len(wrong) == 2:
        first, second = (nodes[at].section for at in wrong)
        yield OutOfOrder(first, second, after=True, swapped=True)
        return
    kept = _longest_rising(ranks)
    placed = list(kept)
    for at, rank in enumerate(ranks):
        if at in kept:
            continue
        # What was told to move before counts as moved, so that the moves work one by one.
        slot = bisect_right([ranks[other] for other in placed], rank)
        anchor = nodes[placed[max(slot - 1, 0)]].section
        yield OutOfOrder(nodes[at].section, anchor, after=slot > 0, swapped=False)
        placed.insert(slot, at)


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
