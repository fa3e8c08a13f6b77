"""Which section of the document is which of the outline: by name, wherever it stands.

First in place, from the top down: children of a matched section are matched to the outline's
children, then to its fields. Then, for what is still unmatched, anywhere in the document. A
pattern that takes any title gets what is left over below its parent, and never a section whose
name another part of the outline is still looking for.
"""

from collections.abc import Iterator, Sequence

from designlint.alignment.compound import match_compounds
from designlint.alignment.nodes import Node, repaired_places
from designlint.document.fields import name_and_value
from designlint.document.normalise import name_key
from designlint.expressions import expression
from designlint.outline.model import ExpectedSection, TitlePattern

_NUMBER = expression(r"\d+")


def match_sections(root: ExpectedSection, nodes: Sequence[Node]) -> None:
    """Match `nodes`, in place, the first of them to `root`.

    Sets what they are: `expected`, `is_field`, `duplicate_of`, and so on.
    """
    top = nodes[0]
    top.expected, top.taken = root, True
    parents = {id(root): top}
    _in_place(root, top, parents)
    if root.takers:
        _take_free(root, parents, reserved=_unmatched_names(root, parents))
    _anywhere(root, nodes, parents)
    match_compounds(root, parents, lambda child, node, home: _match(child, node, home, parents))
    if root.takers:
        _take_free(root, parents, reserved=frozenset())
        _take_torn(nodes, parents)
    _adopt(root, nodes, parents)


def _in_place(expected: ExpectedSection, node: Node, parents: dict[int, Node]) -> None:
    """Match the children of a matched node by name, and then what is below them."""
    if not node.children:
        return
    named = _Named(node.children)
    for child in expected.children:
        if child.pattern.free:
            continue
        for candidate in named.of(child.pattern):
            if candidate.taken:
                continue
            first = parents.get(id(child))
            if first is not None and not child.repeatable:
                if first.parent is candidate.parent:
                    candidate.duplicate_of, candidate.taken = first, True
                continue
            _match(child, candidate, node, parents)
    fields = [field.pattern for field in expected.fields if not field.pattern.free]
    for candidate in node.children if fields else ():
        if not candidate.taken and _names_field(fields, candidate):
            candidate.is_field = candidate.taken = True


class _Named:
    """Some nodes, in document order, by their names."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._nodes = nodes
        self._by_key: dict[str, list[Node]] = {}
        for node in nodes:
            self._by_key.setdefault(node.key, []).append(node)

    def of(self, pattern: TitlePattern) -> Sequence[Node]:
        """Those whose title matches a pattern that does not take any, in document order."""
        if pattern.regex:
            return [node for node in self._nodes if pattern.matches(node.key)]
        found = [self._by_key[name] for name in pattern.names if name in self._by_key]
        if len(found) < 2:
            return found[0] if found else ()
        distinct = {id(node): node for nodes in found for node in nodes}
        return sorted(distinct.values(), key=lambda node: node.section.index)


def _match(
    expected: ExpectedSection, node: Node, match_parent: Node | None, parents: dict[int, Node]
) -> None:
    node.expected, node.taken = expected, True
    node.match_parent = match_parent
    parents.setdefault(id(expected), node)
    _in_place(expected, node, parents)


def _names_field(fields: Sequence[TitlePattern], node: Node) -> bool:
    """Whether a heading is a field of its section: `Purpose`, or `System: Billing`."""
    label = name_key(name_and_value(node.section.title)[0])
    return any(pattern.matches(node.key) or pattern.matches(label) for pattern in fields)


def _take_free(root: ExpectedSection, parents: dict[int, Node], reserved: frozenset[str]) -> None:
    """Give children that nothing else wants to the pattern that takes any title."""
    for expected in root.takers:
        free = next(child for child in expected.children if child.pattern.free)
        for node in list(_nodes_of(expected, parents)):
            for candidate in node.children:
                if not candidate.taken and candidate.key not in reserved:
                    _match(free, candidate, node, parents)


def _take_torn(nodes: Sequence[Node], parents: dict[int, Node]) -> None:
    """Give a pattern that takes any title the children that its parent lost by a wrong level."""
    places = repaired_places(nodes)
    for node in nodes[1:]:
        if node.taken or node.inside_taken():
            continue
        home, level = places[id(node)]
        if home is node.matched_ancestor() or home.expected is None:
            continue
        for child in home.expected.children:
            if child.pattern.free and child.level == level:
                _match(child, node, home, parents)
                break


def _adopt(root: ExpectedSection, nodes: Sequence[Node], parents: dict[int, Node]) -> None:
    """Give what was found before its parent was to the first such parent."""
    for node in nodes[1:]:
        if node.expected is not None and node.match_parent is None:
            node.match_parent = parents.get(id(root.parents[id(node.expected)]))


def _nodes_of(expected: ExpectedSection, parents: dict[int, Node]) -> Iterator[Node]:
    first = parents.get(id(expected))
    if first is None:
        return
    siblings = first.parent.children if first.parent else [first]
    yield from (node for node in siblings if node.expected is expected)


def _unmatched_names(root: ExpectedSection, parents: dict[int, Node]) -> frozenset[str]:
    return frozenset(
        name
        for expected in root.walk()
        if id(expected) not in parents
        for name in expected.pattern.names
    )


def _anywhere(root: ExpectedSection, nodes: Sequence[Node], parents: dict[int, Node]) -> None:
    """Find sections that stand under another parent than the outline's."""
    named = _Named([node for node in nodes if not node.taken])
    for expected in root.walk():
        if expected is root or expected.pattern.free:
            continue
        if id(expected) in parents and not expected.pattern.regex:
            continue
        candidates = [
            node
            for node in named.of(expected.pattern)
            if not node.taken and not node.inside_taken()
        ]
        if candidates and id(expected) in parents:
            # `Story 1` beside the stories, where these have a first one, is a part of something
            # else.
            known = _numbers_at_home(expected, parents)
            candidates = [node for node in candidates if _number(node) not in known]
        if not candidates:
            continue
        home = parents.get(id(root.parents[id(expected)]))
        candidates.sort(key=lambda node: _distance(node, home, expected))
        for candidate in candidates if expected.repeatable else candidates[:1]:
            _match(expected, candidate, home, parents)


def _numbers_at_home(expected: ExpectedSection, parents: dict[int, Node]) -> frozenset[str]:
    return frozenset(filter(None, map(_number, _nodes_of(expected, parents))))


def _number(node: Node) -> str:
    match = _NUMBER.search(node.key)
    return match[0] if match else ""


def _distance(node: Node, home: Node | None, expected: ExpectedSection) -> tuple[bool, int, int]:
    """Prefer what is inside the right parent, then the right level, then what comes first."""
    above: Node | None = node
    while above is not None and above is not home:
        above = above.parent
    return (above is None, abs(node.section.level - expected.level), node.section.index)
