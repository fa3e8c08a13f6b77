"""HTML blocks (CommonMark 4.6)."""

import re

from designlint.document.blocks import Html
from designlint.document.comments import comment_spans, without_comments
from designlint.document.scan.lines import Lines
from designlint.document.span import Span
from designlint.expressions import expression

_BLOCK_TAGS = """
    address article aside base basefont blockquote body caption center col colgroup dd details
    dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6
    head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option
    p param search section summary table tbody td tfoot th thead title tr track ul
"""
_ATTRIBUTE = r"""\s+[a-zA-Z_:][a-zA-Z0-9:._-]*(?:\s*=\s*(?:[^"'=<>`\x00-\x20]+|'[^']*'|"[^"]*"))?"""
_OPENING = expression(
    rf"""(?:
        <(?P<raw>(?ai:script|pre|style|textarea))(?=\s|>|\Z)
      | (?P<comment><!--)
      | (?P<processing><\?)
      | (?P<declaration><![A-Za-z])
      | (?P<cdata><!\[CDATA\[)
      | (?P<block></?(?ai:{"|".join(_BLOCK_TAGS.split())})(?=\s|/?>|\Z))
      | (?P<tag>(?:<[A-Za-z][A-Za-z0-9-]*(?:{_ATTRIBUTE})*\s*/?>|</[A-Za-z][A-Za-z0-9-]*\s*>)\s*\Z)
    )""",
    re.VERBOSE,
)
_CLOSING = {
    "raw": expression(r"</(?ai:script|pre|style|textarea)>"),
    "comment": expression("-->"),
    "processing": expression(r"\?>"),
    "declaration": expression(">"),
    "cdata": expression(r"\]\]>"),
}
"""What ends each kind of block; a blank line ends the others."""


def opens_html(lines: Lines, line: int, _paragraph: bool = True) -> bool:
    """Whether `line`, which is no code, opens an HTML block in the middle of a paragraph."""
    opening = _OPENING.match(lines.text, lines.first[line], lines.end[line])
    return opening is not None and opening.lastgroup != "tag"


def read_html(lines: Lines, line: int, end: int) -> Html | None:
    """The HTML block that opens at `line`, if one does."""
    opening = _OPENING.match(lines.text, lines.first[line], lines.end[line])
    if opening is None:
        return None
    below = lines.line = _below_html(lines, line, end, opening.lastgroup or "")
    span = lines.span(line, below)
    comments = tuple(comment_spans(lines.text, span.start, span.end))
    rest = without_comments(span.slice(lines.text))
    unclosed = rest.lstrip(" \t>").startswith("<!--")
    if unclosed:
        comments += (Span(span.end - len(rest), span.end),)
    return Html(span, comments, unclosed or not rest.strip(" \t\n>"))


def _below_html(lines: Lines, line: int, end: int, kind: str) -> int:
    closing = _CLOSING.get(kind)
    if closing and closing.search(lines.text, lines.first[line], lines.end[line]):
        return line + 1
    for n in range(line + 1, end):
        blank = not lines.head[n]
        if blank and not closing:
            return n
        if lines.column[n] < lines.margin and not blank:
            return n
        if closing and closing.search(lines.text, lines.first[n], lines.end[n]):
            return n + 1
    return end
