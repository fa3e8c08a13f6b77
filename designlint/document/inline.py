"""Inline content with positions, parsed only where something asks for it.

Inline parsing is about half of a full parse, and most rules need it for a handful of lines.
markdown-it's inline tokens carry no positions, so the rules of interest are wrapped to note
where they matched.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from designlint.document.html import is_html_tag
from designlint.document.span import Span
from designlint.expressions import expression

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

INLINE_MARKUP = expression(r"[\\*_`\[\]<&~!]")
"""Text without any of these reads as it stands."""
_LITERAL = expression(
    r"""(?:
        [^\\*_`<&~\n]
      | &(?![#A-Za-z])
      | `(?![` ])[^`\n]*(?<!\ )`(?!`)    # a code span
    )*""",
    re.VERBOSE,
)
"""A line that reads as it stands but for the backticks of code, unless a bracket opens a link."""
_TAG = expression("<[A-Za-z/!?]")
"""What autolinks and HTML begin with."""
LONGEST = 20_000
"""Code points of inline content that are parsed at most; a longer block is taken as plain text.

The link rule looks ahead from every bracket, so that hostile lines would take quadratic time.
"""


class InlineKind(StrEnum):
    """What an inline span is; the values are markdown-it's rule names."""

    CODE = "backticks"
    LINK = "link"
    IMAGE = "image"
    AUTOLINK = "autolink"
    HTML = "html_inline"


class Inline(Struct, frozen=True):
    """A code span, link, image, autolink or piece of HTML, delimiters included.

    `target` is where a link or image leads, percent-encoded; `label` is that of the definition
    it is led by, normalised, and empty where the target stands in the link itself.
    """

    kind: InlineKind
    span: Span
    target: str = ""
    label: str = ""


class LineMap:
    """Joins the lines of a leaf to one string, and leads offsets in it back to the document."""

    __slots__ = ("_joined", "_starts", "text")

    def __init__(self, text: str, lines: Sequence[Span]) -> None:
        self.text = "\n".join(line.slice(text) for line in lines)
        self._starts = [line.start for line in lines]
        lengths = (line.end - line.start + 1 for line in lines)
        self._joined = [0, *accumulate(lengths)][: len(lines)]

    def offset(self, joined: int) -> int:
        """The document's offset of position `joined` in `text`."""
        line = bisect_right(self._joined, joined) - 1
        return self._starts[line] + joined - self._joined[line]

    def span(self, start: int, end: int) -> Span:
        """The document's span of `text[start:end]`."""
        return Span(self.offset(start), self.offset(end))


def _noting(name: str, rule: "Callable[[StateInline, bool], bool]") -> Callable[..., bool]:
    kind = InlineKind(name)

    def rule_with_note(state: "StateInline", silent: bool) -> bool:
        start = state.pos
        matched = rule(state, silent)
        # The text of an image is parsed by itself, with offsets of its own.
        if matched and not silent and state.env.get("source") is state.src:
            # An unclosed code span also matches: as plain backticks, which are not noted.
            if kind is not InlineKind.CODE or (
                state.tokens[-1:] and (state.tokens[-1].type == "code_inline" and not state.pending)
            ):
                target, label = _led(kind, state)
                state.env["marks"].append((kind, start, state.pos, target, label))
        return matched

    return rule_with_note


def _led(kind: InlineKind, state: "StateInline") -> tuple[str, str]:
    """Where the link or image that was just read leads, and by which label."""
    if kind is InlineKind.IMAGE:
        token = state.tokens[-1]
    elif kind is InlineKind.LINK:
        # Links hold no links, so the last one that was opened is this one.
        token = next(token for token in reversed(state.tokens) if token.type == "link_open")
    else:
        return "", ""
    target = token.attrs.get("src" if kind is InlineKind.IMAGE else "href", "")
    return str(target), str(token.meta.get("label", ""))


@cache
def _reader() -> "MarkdownIt":
    """The parser of what a reader sees."""
    # Imported here, since many a document that is checked does without.
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("strikethrough")


@cache
def _marker() -> "MarkdownIt":
    """The parser that notes where links and code are, and does nothing else."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"store_labels": True})
    ruler = parser.inline.ruler
    # What these would find is within links or around them, and changes none.
    ruler.disable(["emphasis", "entity", "newline"])
    parser.inline.ruler2.enableOnly([])
    rules = dict(zip(ruler.get_active_rules(), ruler.getRules(""), strict=True))
    for name in InlineKind:
        ruler.at(name, _noting(name, rules[name]))
    return parser


def parse_inlines(lines: LineMap, references: dict[str, Any]) -> tuple[Inline, ...]:
    """The code spans, links, images, autolinks and HTML in a leaf, in order of their ends."""
    if len(lines.text) > LONGEST or not _may_hold(lines.text, references):
        return ()
    env: dict[str, Any] = {"references": references, "marks": [], "source": lines.text}
    parser = _marker()
    parser.inline.parse(lines.text, parser, env, [])
    return tuple(
        Inline(kind, lines.span(start, end), target, label)
        for kind, start, end, target, label in env["marks"]
    )


_PLAIN = {"text", "code_inline", "softbreak", "hardbreak", "text_special"}


def _may_hold(text: str, references: dict[str, Any]) -> bool:
    """Whether there may be code, a link or HTML in a text."""
    return "`" in text or _may_link(text, references) or ("<" in text and bool(_TAG.search(text)))


def _may_link(text: str, references: dict[str, Any]) -> bool:
    """Whether a bracket may open a link or an image."""
    return "[" in text and (bool(references) or "](" in text)


def _literal(text: str, references: dict[str, Any]) -> str | None:
    """What a reader sees of a text that takes no parser to tell; None of others."""
    if _may_link(text, references) or not _LITERAL.fullmatch(text):
        return None
    return text.replace("`", "")


def plain_text(text: str, references: dict[str, Any], *, tags: bool = False) -> str:
    """Inline Markdown as a reader sees it: no emphasis marks, links by their text.

    With `tags`, what stands in angle brackets and is no HTML is text: `Plan of <your name>`.
    """
    if len(text) > LONGEST:
        return text
    literal = _literal(text, references)
    if literal is not None:
        return literal
    parts = []
    for token in _tokens(text, references):
        if token.type == "image":
            parts.append(token.content)
        elif token.type in _PLAIN or (tags and _is_said(token)):
            parts.append(token.content or " ")
    return "".join(parts)


def _tokens(text: str, references: dict[str, Any]) -> "list[Token]":
    parser = _reader()
    tokens: list[Token] = []
    parser.inline.parse(text, parser, {"references": references}, tokens)
    return tokens


def anchor_text(text: str, references: dict[str, Any]) -> str:
    """The text of a heading that its anchor is made of: no markup, no images, white space kept."""
    if len(text) > LONGEST:
        return text
    literal = _literal(text, references)
    if literal is not None:
        return literal
    return "".join(each.content for each in _tokens(text, references) if each.type in _PLAIN)


def _is_said(token: "Token") -> bool:
    """Whether what CommonMark takes for a tag is words in angle brackets."""
    content = token.content
    return token.type == "html_inline" and content[1:2].isalpha() and not is_html_tag(content[1:-1])
