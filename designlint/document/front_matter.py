"""YAML front matter: where it is, and what it holds, read safely and only when asked for."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from designlint.document.span import Span

_BLOCK = re.compile(r"---[ \t]*\n(?P<body>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_KEY = re.compile(r"^(?P<key>[^\s#:\-][^:\n]*?)[ \t]*:(?=\s|$)", re.MULTILINE)
_LINE = re.compile(
    r"^(?:(?P<key>[^\s#:\-][^:\n]*?)[ \t]*:(?=\s|$)|[ \t]*-)[ \t]*"
    r"(?P<value>\"[^\"\n]*\"|'[^'\n]*'|[^\n]*?)(?:[ \t]+#[^\n]*)?[ \t]*$",
    re.MULTILINE,
)
_HIDDEN = re.compile(r"^[^\n#]*?(?P<open>[\[{])[ \t]*#", re.MULTILINE)
_MOST_ALIASES = 32
_PLAIN_SIZE, _PLAIN_DEPTH = 20_000, 200


class FrontMatterError(Exception):
    """Front matter that is not the YAML mapping it has to be; `offset` is where, in the text."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


@dataclass(frozen=True)
class FrontMatter:
    """The block between two `---` lines at the very start of a file.

    `span` covers both fences, `body` what is between them, line feeds included.
    """

    span: Span
    body: Span
    source: str

    @cached_property
    def values(self) -> Mapping[str, Any]:
        """Its top-level keys. Raises FrontMatterError for YAML that is broken or no mapping."""
        return _load(self.source, self.body.start)

    @property
    def readable(self) -> Mapping[str, Any]:
        """As `values`, but empty where the YAML is broken, which is one rule's to report."""
        try:
            return self.values
        except FrontMatterError:
            return {}

    def key_span(self, name: str) -> Span:
        """The span of a top-level key, or of the opening fence where there is none."""
        fence = Span(self.span.start, self.span.start + 3)
        return next((span for key, span in self.key_spans() if key == name), fence)

    def key_spans(self) -> Iterator[tuple[str, Span]]:
        """Its top-level keys without quotes, each with its span, also where the YAML is broken."""
        for match in _KEY.finditer(self.source):
            start, end = match.span("key")
            span = Span(self.body.start + start, self.body.start + end)
            yield match["key"].strip("\"'"), span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value that stands on one line: the top-level key it is of, and its span without quotes."""

    key: str
    span: Span


def scalars(front_matter: FrontMatter) -> tuple[Scalar, ...]:
    """The values on the lines of front matter, also where it is no valid YAML.

    `- name` below a key is of that key. What follows ` #` is a comment.
    """
    found: list[Scalar] = []
    key = ""
    for line in _LINE.finditer(front_matter.source):
        if line["key"]:
            key = line["key"].strip("\"'")
        start, value = line.start("value"), line["value"]
        bare = value.strip("\"'")
        if key and bare and not bare.startswith(("#", "|", ">", "&")):
            start += front_matter.body.start + len(value) - len(value.lstrip("\"'"))
            found.append(Scalar(key, Span(start, start + len(bare))))
    return tuple(found)


def find_front_matter(text: str) -> FrontMatter | None:
    """The front matter of `text`, if its first line opens one.

    A thematic break as the first line opens none: what follows has no `key:` line, or no second
    fence.
    """
    if not text.startswith("---"):
        return None
    match = _BLOCK.match(text)
    if match is None:
        return None
    body = match["body"]
    if body.strip() and not _KEY.search(body):
        return None
    return FrontMatter(Span(0, match.end()), Span(match.start("body"), match.end("body")), body)


def _load(source: str, base: int) -> Mapping[str, Any]:
    import yaml  # Costs 15 ms, and most documents have no front matter.

    if _is_plain(source) and hasattr(yaml, "CSafeLoader"):
        # Ten times as fast; whatever it cannot read, the other loader explains.
        with suppress(yaml.YAMLError, ValueError, OverflowError):
            quick = yaml.load(source, yaml.CSafeLoader)
            if quick is None or isinstance(quick, dict):
                return {str(key): value for key, value in (quick or {}).items()}

    class Loader(yaml.SafeLoader):
        """The safe loader, with a bound on aliases: a few lines of them can stand for GBs."""

        aliases = 0

        def compose_node(self, parent: Any, index: Any) -> Any:
            if self.check_event(yaml.AliasEvent):
                self.aliases += 1
                if self.aliases > _MOST_ALIASES:
                    mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]  # the stubs leave it out
                    raise yaml.composer.ComposerError(
                        None, None, f"more than {_MOST_ALIASES} aliases", mark
                    )
            return super().compose_node(parent, index)

    try:
        loaded = yaml.load(source, Loader)  # noqa: S506 - a subclass of the safe loader
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


def _is_plain(source: str) -> bool:
    """Whether front matter is so small and flat that a loader without bounds may read it."""
    brackets = sum(map(source.count, ("[", "{", "?", "- ")))
    return len(source) <= _PLAIN_SIZE and brackets <= _PLAIN_DEPTH and "*" not in source


def _offset(source: str, line: int, column: int) -> int:
    lines = source.split("\n")
    return sum(len(text) + 1 for text in lines[:line]) + column
