"""Which section of the document is which of the outline: by name, wherever it stands.

First in place, from the top down: children of a matched section are matched to the outline's
children, then to its fields. Then, for what is still unmatched, anywhere in the document. A
pattern that takes any title gets what is left over below its parent, and never a section whose
name another part of the outline is still looking for.
"""

from collections.abc import Iterator

from designlint.alignment.compound import match_compounds
from designlint.alignment.nodes import Node, repaired_places
from designlint.document.fields import name_and_value
from designlint.document.normalise import name_key
from designlint.expressions import expression
from designlint.outline.model import ExpectedSection

_NUMBER = expression(r"\d+")


def match_sections(root: ExpectedSection, top: Node) -> None:
    """Match the nodes below `top`, in place: sets `expected`, `is_field`, `duplicate_of`."""
    top.expected = root
    parents = {id(root): top}
    _in_place(root, top, parents)
    _take_free(root, parents, reserved=_unmatched_names(root, parents))
    _anywhere(root, top, parents)
    match_compounds(root, parents, lambda child, node, home: _match(child, node, home, parents))
    _take_free(root, parents, reserved=frozenset())
    _take_torn(root, top, parents)
    _adopt(root, top, parents)


def _in_place(expected: ExpectedSection, node: Node, parents: dict[int, Node]) -> None:
    """Match the children of a matched node by name, and then what is below them."""
    for child in expected.children:
        if child.pattern.free:
            continue
        for candidate in node.children:
            if candidate.taken or not child.pattern.matches(candidate.key):
                continue
            first = parents.get(id(child))
            if first is not None and not child.repeatable:
                if first.parent is candidate.parent:
                    candidate.duplicate_of = first
                continue
            _match(child, candidate, node, parents)
    for candidate in node.children:
        if not candidate.taken and _names_field(expected, candidate):
            candidate.is_field = True


def _match(
    expected: ExpectedSection, node: Node, match_parent: Node | None, parents: dict[int, Node]
) -> None:
    node.expected = expected
    node.match_parent = match_parent
    parents.setdefault(id(expected), node)
    _in_place(expected, node, parents)


def _names_field(expected: ExpectedSection, node: Node) -> bool:
    """Whether a heading is a field of its section: `Purpose`, or `System: Billing`."""
    label = name_key(name_and_value(node.section.title)[0])
    return any(
        not field.pattern.free and (field.pattern.matches(node.key) or field.pattern.matches(label))
        for field in expected.fields
    )


def _take_free(root: ExpectedSection, parents: dict[int, Node], reserved: frozenset[str]) -> None:
    """Give children that nothing else wants to the pattern that takes any title."""
    for expected in root.walk():
        free = [child for child in expected.children if child.pattern.free]
        for node in list(_nodes_of(expected, parents)) if free else ():
            for candidate in node.children:
                if not candidate.taken and candidate.key not in reserved:
                    _match(free[0], candidate, node, parents)


def _take_torn(root: ExpectedSection, top: Node, parents: dict[int, Node]) -> None:
    """Give a pattern that takes any title the children that its parent lost by a wrong level."""
    if not any(child.pattern.free for child in root.walk()):
        return
    places = repaired_places(top)
    for node in list(top.walk()):
        if node is top or node.taken or node.inside_taken():
            continue
        home, level = places[id(node)]
        if home is node.matched_ancestor() or home.expected is None:
            continue
        for child in home.expected.children:
            if child.pattern.free and child.level == level:
                _match(child, node, home, parents)
                break


def _adopt(root: ExpectedSection, top: Node, parents: dict[int, Node]) -> None:
    """Give what was found before its parent was to the first such parent."""
    home = {
        id(child): parents.get(id(parent)) for parent in root.walk() for child in parent.children
    }
    for node in top.walk():
        if node.expected is not None and node.match_parent is None and node is not top:
            node.match_parent = home[id(node.expected)]


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


def _anywhere(root: ExpectedSection, top: Node, parents: dict[int, Node]) -> None:
    """Find sections that stand under another parent than the outline's."""
    nodes = [node for node in top.walk() if node is not top]
    by_key: dict[str, list[Node]] = {}
    for node in nodes:
        by_key.setdefault(node.key, []).append(node)
    by_id = {id(child): parent for parent in root.walk() for child in parent.children}
    for expected in root.walk():
        if expected is root or expected.pattern.free:
            continue
        if id(expected) in parents and not expected.pattern.regex:
            continue
        known = _numbers_at_home(expected, parents)
        named = [node for name in expected.pattern.names for node in by_key.get(name, ())]
        candidates = [
            node
            for node in (nodes if expected.pattern.regex else named)
            if not node.taken and expected.pattern.matches(node.key) and not node.inside_taken()
        ]
        # `Story 1` beside the stories, where these have a first one, is a part of something else.
        candidates = [node for node in candidates if _number(node) not in known]
        if not candidates:
            continue
        home = parents.get(id(by_id[id(expected)]))
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
    inside = home is not None and any(node is other for other in home.walk())
    return (not inside, abs(node.section.level - expected.level), node.section.index)
