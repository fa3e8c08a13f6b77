"""Titles that name several things: one section written as two, or two as one.

`Goals / Non-Goals` in the template and `Goals` beside `Non-Goals` in the document say the same,
and so do `Goals` and `Non-Goals` in the template and `Goals and Non-Goals` in the document.
Only whole names count, and all of them have to be there.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from designlint.alignment.nodes import Node
from designlint.document.normalise import name_key
from designlint.expressions import expression
from designlint.outline.model import ExpectedSection

_DIVIDER = expression(r" ?/ ?| and | or |, (?:and )?| \+ |[、・と]")
_GOING_ON = expression(r"(?: (?:[a-z]|\d+))?(?: ?: ?.+)?", re.DOTALL)
_ALTERNATIVES = expression(r"[^/]*\S/\S[^/]*(?:\S/\S[^/]*)*")

Match = Callable[[ExpectedSection, Node, Node | None], None]


@lru_cache(maxsize=8192)
def parts_of(key: str) -> tuple[str, ...]:
    """The names that a title's key joins, or nothing where it is a single name."""
    parts = tuple(part.strip() for part in _DIVIDER.split(key))
    return parts if len(parts) > 1 and all(parts) else ()


def match_compounds(root: ExpectedSection, parents: dict[int, Node], match: Match) -> None:
    """Match what is unmatched by the parts of its title, below the same parent."""
    for expected in root.walk():
        home = parents.get(id(expected)) if expected.children else None
        if home is None or all(node.taken for node in home.children):
            continue
        open_children = [child for child in expected.children if id(child) not in parents]
        for child in open_children:
            same = _respelt(child, home) or _half(child, home)
            if same is not None:
                match(child, same, home)
                continue
            series = _subtitled(child, home)
            if series:
                _match_series(child, series, home, parents, match)
                continue
            parts = _split(child, home)
            if parts:
                match(child, parts[0], home)
                parts[0].stands_for = (child,)
                for part in parts[1:]:
                    part.part_of, part.taken = parts[0], True
        for node in home.children:
            joined = () if node.taken else _merged(node, expected, parents)
            if joined:
                match(joined[0], node, home)
                node.stands_for = joined
                for child in joined[1:]:
                    parents.setdefault(id(child), node)


def _respelt(expected: ExpectedSection, home: Node) -> Node | None:
    """The child of `home` that joins the same names in another way: by `and` for a slash."""
    wanted = {frozenset(parts) for name in expected.pattern.names if (parts := parts_of(name))}
    if not wanted:
        return None
    return next(
        (n for n in home.children if not n.taken and frozenset(parts_of(n.key)) in wanted), None
    )


def goes_on(expected: ExpectedSection, key: str) -> bool:
    """Whether a title is the expected one and more: `Appendix A`, `Motivation: Less to type`."""
    return any(
        key.startswith(name) and _GOING_ON.fullmatch(key, len(name)) is not None
        for name in expected.pattern.names
    )


def _subtitled(expected: ExpectedSection, home: Node) -> list[Node]:
    return [node for node in home.children if not node.taken and goes_on(expected, node.key)]


def _match_series(
    expected: ExpectedSection,
    series: list[Node],
    home: Node,
    parents: dict[int, Node],
    match: Match,
) -> None:
    """`Design: Server` and `Design: Client` are one section in several parts."""
    first, *others = series
    match(expected, first, home)
    for node in others:
        node.part_of, node.taken = first, True
        for child in expected.children:
            for below in node.children if id(child) not in parents else ():
                if not below.taken and child.pattern.matches(below.key):
                    match(child, below, first)
                    break


def _half(expected: ExpectedSection, home: Node) -> Node | None:
    """The child of `home` that bears one of the names in `Introduction/Overview`.

    With spaces around the slash both are asked for, and so they are where one is the other's
    opposite.
    """
    if "/" not in expected.title or not _ALTERNATIVES.fullmatch(expected.title):
        return None
    names = [name_key(part) for part in expected.title.split("/")]
    if any(one != two and one.endswith(two) for one in names for two in names):
        return None
    found = [node for node in home.children if not node.taken and node.key in names]
    return found[0] if len(found) == 1 else None


def _split(expected: ExpectedSection, home: Node) -> list[Node]:
    """The children of `home` that bear the parts of one title, all of them or none."""
    for name in expected.pattern.names:
        parts = parts_of(name)
        if not parts:
            continue
        found = [
            next((node for node in home.children if node.key == part and not node.taken), None)
            for part in parts
        ]
        nodes = [node for node in found if node is not None]
        if len(nodes) == len(parts) == len(set(map(id, nodes))):
            return nodes
    return []


def _merged(
    node: Node, expected: ExpectedSection, parents: dict[int, Node]
) -> tuple[ExpectedSection, ...]:
    """The expected sections whose names one title joins, all of them or none."""
    parts = parts_of(node.key)
    rest = set(parts)
    if len(rest) < len(parts):
        return ()
    joined: list[ExpectedSection] = []
    for child in expected.children if rest else ():
        if id(child) in parents:
            continue
        for name in child.pattern.names:
            named = set(parts_of(name) or (name,))
            if named <= rest:
                joined.append(child)
                rest -= named
                break
    return tuple(joined) if not rest else ()
