"""HTML comments in a text, found in linear time.

A regular expression would look for the end of every `<!--` anew, which a hostile line of
thousands of them turns into minutes.
"""

import re
from collections.abc import Iterator

from designlint.document.span import Span
from designlint.expressions import expression

_LINK_COMMENT = expression(
    r"[ \t]*\[(?:(?:comment|//)\]:|[^\[\]\n]+\]:[ \t]*<?#>?[ \t]+[(\"'])", re.IGNORECASE
)


def comment_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The closed comments within `text[start:end]`, delimiters included (CommonMark 4.6)."""
    stop = len(text) if end is None else end
    while True:
        opening = text.find("<!--", start, stop)
        closing = text.find("-->", opening + 4, stop) if opening >= 0 else -1
        if closing < 0:
            return
        start = closing + 3
        yield Span(opening, start)


def is_link_comment(line: str) -> bool:
    """Whether a line is a link definition that leads nowhere: `[//]: # (text)`."""
    return _LINK_COMMENT.match(line) is not None


def without_comments(text: str) -> str:
    """`text` with its closed comments taken out."""
    if "<!--" not in text:
        return text
    parts = []
    at = 0
    for span in comment_spans(text):
        parts.append(text[at : span.start])
        at = span.end
    return "".join([*parts, text[at:]])
