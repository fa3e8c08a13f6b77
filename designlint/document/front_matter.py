"""YAML front matter: where it is, and what it holds, read safely and only when asked for."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from designlint.document.span import Span
from designlint.document.yaml_text import (
    FrontMatterError,
    Place,
    YamlPath,
    find_places,
    load_mapping,
)
from designlint.expressions import expression

_BLOCK = expression(r"---[ \t]*\n(?P<body>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_KEY = expression(r"^(?P<key>[^\s#:\-][^:\n]*?)[ \t]*:(?=\s|$)", re.MULTILINE)
_LINE = expression(
    r"^(?:(?P<key>[^\s#:\-][^:\n]*?)[ \t]*:(?=\s|$)|[ \t]*-)[ \t]*"
    r"(?P<value>\"[^\"\n]*\"|'[^'\n]*'|[^\n]*?)(?:[ \t]+#[^\n]*)?[ \t]*$",
    re.MULTILINE,
)


class FrontMatter(Struct, frozen=True, dict=True):
    """The block between two `---` lines at the very start of a file.

    `span` covers both fences, `body` what is between them, line feeds included.
    """

    span: Span
    body: Span
    source: str

    @cached_property
    def values(self) -> Mapping[str, Any]:
        """Its top-level keys. Raises FrontMatterError for YAML that is broken or no mapping."""
        return load_mapping(self.source, self.body.start)

    @property
    def readable(self) -> Mapping[str, Any]:
        """As `values`, but empty where the YAML is broken, which is one rule's to report."""
        try:
            return self.values
        except FrontMatterError:
            return {}

    @cached_property
    def places(self) -> Mapping[YamlPath, Place]:
        """Where each value stands. Only for YAML that is not broken."""
        return find_places(self.source, self.body.start)

    @property
    def fence(self) -> Span:
        """The three dashes that open it."""
        return Span(self.span.start, self.span.start + 3)

    def key_span(self, name: str) -> Span:
        """The span of a top-level key, or of the opening fence where there is none."""
        return next((span for key, span in self.key_spans() if key == name), self.fence)

    def key_spans(self) -> Iterator[tuple[str, Span]]:
        """Its top-level keys without quotes, each with its span, also where the YAML is broken."""
        for match in _KEY.finditer(self.source):
            start, end = match.span("key")
            span = Span(self.body.start + start, self.body.start + end)
            yield match["key"].strip("\"'"), span


class Scalar(Struct, frozen=True):
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
