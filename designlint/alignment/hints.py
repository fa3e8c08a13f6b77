"""What a missing section may be in the document, and where it would belong."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from designlint.alignment.model import Hidden, Missing
from designlint.alignment.nodes import Node
from designlint.document import Document
from designlint.document.blocks import Html, Paragraph
from designlint.document.normalise import name_key
from designlint.document.sections import Section
from designlint.document.span import Span
from designlint.expressions import expression
from designlint.outline.model import ExpectedSection

_BOLD_LINE = expression(r"(?P<mark>\*\*|__)(?P<name>[^\n]+?):?(?P=mark):?")
_COMMENTED = expression(r"^[ \t]*(?P<heading>#{1,6}[ \t]+(?P<title>[^\n]*[^\s#]))", re.MULTILINE)
_BOLD_CELL = expression(r">\s*<(?P<tag>b|strong)>(?P<name>[^<>\n]+)</(?P=tag)>\s*<", re.IGNORECASE)


def is_loose(below: list[Node], home: Node) -> bool:
    """Whether a heading above the first of `below` takes along nothing that belongs elsewhere."""
    first, parent = below[0], below[0].parent
    if parent is None or parent is home:
        return True
    at = parent.children.index(first)
    if not all(any(each is other for other in below) for each in parent.children[at:]):
        return False
    # A section of the author's own must keep something.
    return parent.taken or at > 0 or bool(parent.section.blocks)


def swallows(node: Node, level: int) -> bool:
    """Whether a heading that is raised to `level` would take in what follows it."""
    parent = node.parent
    if parent is None or level >= node.section.level:
        return False
    return node is not parent.children[-1]


def hidden_headings(document: Document) -> dict[str, Hidden]:
    """The headings that stand in comments, by their key."""
    found: dict[str, Hidden] = {}
    for block in document.blocks if "<!--" in document.text else ():
        for comment in block.comments if isinstance(block, Html) else ():
            for line in _COMMENTED.finditer(document.text, comment.start, comment.end):
                hidden = Hidden(Span(*line.span("heading")), comment)
                found.setdefault(name_key(line["title"]), hidden)
    return found


def holder_of(expected: ExpectedSection, below: list[Node]) -> Section | None:
    """The unknown section that holds most of what belongs below a missing one."""
    for node in below:
        parent = node.parent
        if parent is None or parent.taken or parent.parent is None:
            continue
        held = sum(each.parent is parent for each in below)
        if held > 1 and held * 2 > len(expected.children):
            return parent.section
    return None


def each_once(missing: list[Missing]) -> Iterator[Missing]:
    """The missing sections, each section of the document suggested for one of them only."""
    suggested: set[int] = set()
    for each in missing:
        free = tuple(other for other in each.similar if other.index not in suggested)
        suggested.update(other.index for other in free[:1])
        yield each if len(free) == len(each.similar) else replace(each, similar=free)


def bold_lines(document: Document) -> dict[str, Span]:
    """The lines, and cells of HTML tables, with nothing but bold text, by its key."""
    text = document.text
    found: dict[str, Span] = {}
    opened = {*_lines_that_open(text, "**"), *_lines_that_open(text, "__")}
    for block in document.blocks if opened or "</" in text else ():
        if opened and isinstance(block, Paragraph):
            for line in block.lines:
                bold = line.start in opened and _BOLD_LINE.fullmatch(text, line.start, line.end)
                if bold:
                    found.setdefault(name_key(bold["name"]), line)
        elif isinstance(block, Html):
            for cell in _BOLD_CELL.finditer(text, block.span.start, block.span.end):
                found.setdefault(name_key(cell["name"]), Span(*cell.span("name")))
    return found


def _lines_that_open(text: str, mark: str) -> Iterator[int]:
    """Where `mark` is the first on its line."""
    at = text.find(mark)
    while at >= 0:
        if not text[text.rfind("\n", 0, at) + 1 : at].strip():
            yield at
        at = text.find(mark, at + len(mark))
