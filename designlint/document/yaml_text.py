"""YAML → values, and where in the text each of them stands; bounded against hostile input.

PyYAML is imported only here and only when it is needed: it costs 15 ms, and most documents have
no front matter.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from designlint.document.span import Span
from designlint.expressions import expression

if TYPE_CHECKING:
    import yaml

_HIDDEN = expression(r"^[^\n#]*?(?P<open>[\[{])[ \t]*#", re.MULTILINE)
_MOST_ALIASES = 32
_PLAIN_SIZE, _PLAIN_DEPTH = 20_000, 200
_MOST_PLACES = 5_000

YamlPath = tuple[str | int, ...]
"""A way to a value: keys of mappings, and indices into lists."""


class FrontMatterError(Exception):
    """Front matter that is not the YAML mapping it has to be; `offset` is where, in the text."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


class Place(Struct, frozen=True):
    """Where a value stands: its key, None for an item of a list, and the value without quotes.

    `scalar` is False for a list or a mapping. The value's span is empty where it has none.
    """

    key: Span | None
    value: Span
    scalar: bool

    @property
    def span(self) -> Span:
        """What to point at when the value is meant: it itself, or its key where it is long."""
        filled = self.scalar and self.value.start < self.value.end
        return self.value if filled or self.key is None else self.key


def load_mapping(source: str, base: int) -> Mapping[str, Any]:
    """The top-level keys of YAML that stands at offset `base`; FrontMatterError for other text."""
    import yaml

    if _is_plain(source) and hasattr(yaml, "CSafeLoader"):
        # Ten times as fast; whatever it cannot read, the other loader explains.
        with suppress(yaml.YAMLError, ValueError, OverflowError):
            quick = yaml.load(source, yaml.CSafeLoader)
            if quick is None or isinstance(quick, dict):
                return {str(key): value for key, value in (quick or {}).items()}
    try:
        loaded = yaml.load(source, _bounded_loader())  # noqa: S506 - a subclass of the safe loader
    except yaml.MarkedYAMLError as error:
        mark, problem = error.problem_mark or error.context_mark, error.problem
        if mark and error.context_mark and _offset(source, mark.line, mark.column) >= len(source):
            mark, problem = error.context_mark, "a bracket or quote is opened here and never closed"
            hidden = _HIDDEN.search(source)
            if hidden:
                problem = "`#` after this bracket opens a comment; put the value in quotes"
                raise FrontMatterError(problem, base + hidden.start("open")) from error
        at = _offset(source, mark.line, mark.column) if mark else 0
        raise FrontMatterError(problem or "not valid YAML", base + at) from error
    except yaml.YAMLError as error:
        at = getattr(error, "position", 0)
        raise FrontMatterError(getattr(error, "reason", "not valid YAML"), base + at) from error
    except (RecursionError, ValueError, OverflowError) as error:
        detail = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise FrontMatterError(detail, base) from error
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        raise FrontMatterError("not a list of `key: value` lines", base)
    return {str(key): value for key, value in loaded.items()}


def find_places(source: str, base: int) -> Mapping[YamlPath, Place]:
    """Where the values of YAML stand that can be loaded; the first ones of very many."""
    import yaml

    root = yaml.compose(source, _bounded_loader())
    found: dict[YamlPath, Place] = {}
    for path, key, node in _walk(root) if root is not None else ():
        start, end = node.start_mark.index, node.end_mark.index
        scalar = isinstance(node, yaml.ScalarNode)
        if isinstance(node, yaml.ScalarNode) and node.style in ('"', "'"):
            start, end = start + 1, end - 1
        end = start + len(source[start:end].rstrip())
        at = None if key is None else Span(base + key.start_mark.index, base + key.end_mark.index)
        found[path] = Place(at, Span(base + start, base + end), scalar)
        if len(found) >= _MOST_PLACES:
            break
    return found


def _walk(root: "yaml.Node") -> Iterator[tuple[YamlPath, "yaml.Node | None", "yaml.Node"]]:
    """Every node below `root` with its path, and its key's node where it has one."""
    import yaml

    stack: list[tuple[YamlPath, yaml.Node | None, yaml.Node]] = [((), None, root)]
    while stack:
        path, key, node = stack.pop()
        if path:
            yield path, key, node
        if isinstance(node, yaml.MappingNode):
            stack += [((*path, str(name.value)), name, value) for name, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            stack += [((*path, at), None, item) for at, item in enumerate(node.value)]


@cache
def _bounded_loader() -> "type[yaml.SafeLoader]":
    import yaml

    class Loader(yaml.SafeLoader):
        """The safe loader, with a bound on aliases: a few lines of them can stand for GBs."""

        aliases = 0

        def __init__(self, stream: str) -> None:
            super().__init__(stream)
            self.open: set[str] = set()

        def compose_node(self, parent: Any, index: Any) -> Any:
            event = self.peek_event()  # type: ignore[no-untyped-call]  # the stubs leave it out
            if not isinstance(event, yaml.AliasEvent):
                self.open.add(event.anchor)
                node = super().compose_node(parent, index)
                self.open.discard(event.anchor)
                return node
            self.aliases += 1
            problem = f"more than {_MOST_ALIASES} aliases" if self.aliases > _MOST_ALIASES else ""
            if event.anchor in self.open:
                problem = "this alias stands within what it stands for"
            if problem:
                raise yaml.composer.ComposerError(
                    None,
                    None,
                    problem,
                    event.start_mark,  # type: ignore[arg-type]  # a mark of either parser
                )
            return super().compose_node(parent, index)

    return Loader


def _is_plain(source: str) -> bool:
    """Whether YAML is so small and flat that a loader without bounds may read it."""
    brackets = sum(map(source.count, ("[", "{", "?", "- ")))
    return len(source) <= _PLAIN_SIZE and brackets <= _PLAIN_DEPTH and "*" not in source


def _offset(source: str, line: int, column: int) -> int:
    lines = source.split("\n")
    return sum(len(text) + 1 for text in lines[:line]) + column
