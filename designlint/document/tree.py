"""Block tokens → typed blocks with exact spans."""

from collections.abc import Iterator
from itertools import pairwise

from markdown_it.token import Token

from designlint.document.block_parser import DEFINITION, PARAGRAPH
from designlint.document.blocks import (
    Block,
    Break,
    Cell,
    CodeBlock,
    Definition,
    Heading,
    Html,
    Item,
    ListBlock,
    Paragraph,
    Quote,
    Row,
    Table,
)
from designlint.document.comments import comment_spans, without_comments
from designlint.document.span import LineIndex, Span
from designlint.expressions import expression

# GFM 5.3: a task marker is followed by white space and then by something.
_TASK = expression(r"\[([ xX])\][ \t]+(?=\S)")
# markdown-it ends a cell at a pipe that does not directly follow a backslash.
_PIPE = expression(r"(?<!\\)\|")


class TreeBuilder:
    """Builds blocks from one document's tokens. Made for one call of `build`.

    `tables` are those built so far, wherever they are nested.
    """

    def __init__(self, text: str, lines: LineIndex, tokens: list[Token]) -> None:
        self._text = text
        self._lines = lines
        self._tokens: Iterator[Token] = iter(tokens)
        self.tables: list[Table] = []

    def build(self) -> tuple[Block, ...]:
        """All top-level blocks in order."""
        return self._until("")

    def _until(self, closing: str) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for token in self._tokens:
            kind = token.type
            if kind == closing:
                break
            if kind == PARAGRAPH:
                blocks.append(self._paragraph(token))
            elif kind == "paragraph_open":
                blocks.append(self._paragraph(next(self._tokens)))
                next(self._tokens)
            elif kind == "heading_open":
                blocks.append(self._heading(token))
            elif kind in ("bullet_list_open", "ordered_list_open"):
                blocks.append(self._list(token))
            elif kind == "blockquote_open":
                inner = self._until("blockquote_close")
                blocks.append(Quote(self._span(token, inner), inner))
            elif kind == "table_open":
                blocks.append(self._table(token))
            elif kind in ("fence", "code_block"):
                blocks.append(self._code(token))
            elif kind == "html_block":
                blocks.append(self._html(token))
            elif kind == "hr":
                blocks.append(Break(self._span(token)))
            elif kind == DEFINITION:
                blocks.append(Definition(self._span(token)))
        return tuple(blocks)

    def _span(self, token: Token, inner: tuple[Block, ...] = ()) -> Span:
        """From the token's first character to the end of its last line that is not blank.

        A container ends with its last block, which may itself end on an empty line of code.
        """
        start: int = token.meta["starts"][0]
        if inner:
            return Span(start, max(inner[-1].span.end, start))
        first, last = token.map or (0, 1)
        end = self._lines.end_of(last)
        trimmed = len(self._text[start:end].rstrip())
        return Span(start, start + trimmed) if last > first else Span(start, start)

    def _content(self, token: Token, count: int | None = None) -> tuple[Span, ...]:
        """The spans of the first `count` lines of a leaf, without trailing white space."""
        starts: tuple[int, ...] = token.meta["starts"][:count]
        text, end_of = self._text, self._lines.end_of
        return tuple(
            [
                Span(start, start + len(text[start : end_of(number)].rstrip()))
                for number, start in enumerate(starts, (token.map or [0])[0] + 1)
            ]
        )

    def _paragraph(self, token: Token) -> Paragraph:
        lines = self._content(token)
        return Paragraph(Span(lines[0].start, lines[-1].end), lines)

    def _heading(self, token: Token) -> Heading:
        next(self._tokens), next(self._tokens)
        span = self._span(token)
        if token.markup.startswith("#"):
            level = len(token.markup)
            raw = span.slice(self._text)[level:]
            inner = _without_closing_hashes(raw)
            start = span.start + level + len(inner) - len(inner.lstrip())
            lines: tuple[Span, ...] = (Span(start, start + len(inner.strip())),)
        else:
            level = 1 if token.markup == "=" else 2
            lines = self._content(token, -1)
        return Heading(span, lines, level)

    def _list(self, token: Token) -> ListBlock:
        items: list[Block] = []
        closing = token.type.replace("open", "close")
        for child in self._tokens:
            if child.type == closing:
                break
            items.append(self._item(child))
        return ListBlock(
            self._span(token, tuple(items)),
            token.type == "ordered_list_open",
            tuple(item for item in items if isinstance(item, Item)),
        )

    def _item(self, token: Token) -> Item:
        blocks = self._until("list_item_close")
        start = token.meta["starts"][0]
        marker = token.info + token.markup
        end = max(start + len(marker), blocks[-1].span.end if blocks else 0)
        checked = None
        if blocks and isinstance(blocks[0], Paragraph):
            task = _TASK.match(self._text, blocks[0].span.start)
            if task and task.end() < blocks[0].lines[0].end:
                checked = task[1] != " "
                rest = Span(task.end(), blocks[0].lines[0].end)
                text = Paragraph(Span(rest.start, blocks[0].span.end), (rest, *blocks[0].lines[1:]))
                blocks = (text, *blocks[1:])
        return Item(Span(start, end), marker, checked, blocks)

    def _table(self, token: Token) -> Table:
        rows: list[Row] = []
        cells = 0
        row: Token | None = None
        for child in self._tokens:
            if child.type == "table_close":
                break
            if child.type == "tr_open":
                row, cells = child, 0
            elif child.type == "inline":
                cells += 1
            elif child.type == "tr_close" and row is not None:
                rows.append(self._row(row, cells))
        table = Table(self._span(token), rows[0], tuple(rows[1:]))
        self.tables.append(table)
        return table

    def _row(self, token: Token, count: int) -> Row:
        span = self._span(token)
        raw = span.slice(self._text)
        bounds = [-1, *(match.start() for match in _PIPE.finditer(raw)), len(raw)]
        if raw.startswith("|"):
            bounds.pop(0)
        if len(bounds) > 1 and bounds[-2] == len(raw) - 1:
            bounds.pop()
        cells = []
        for left, right in pairwise(bounds):
            inner = raw[left + 1 : right]
            start = span.start + left + 1 + len(inner) - len(inner.lstrip())
            start = min(start, span.start + right)
            cell = Span(start, start + len(inner.strip()))
            cells.append(Cell(cell, (cell,)))
        del cells[count:]
        missing = Span(span.end, span.end)
        cells += [Cell(missing, (missing,))] * (count - len(cells))
        return Row(span, tuple(cells))

    def _code(self, token: Token) -> CodeBlock:
        span = self._span(token)
        first, last = token.map or (0, 1)
        if token.type == "code_block":
            start = self._lines.start_of(first + 1)
            return CodeBlock(span, "", False, Span(min(start, span.start), span.end))
        words = token.info.split()
        closed = last - first > 1 and self._is_closing_fence(token)
        start = self._lines.start_of(first + 2)
        end = self._lines.start_of(last) if closed else self._lines.end_of(last)
        return CodeBlock(span, words[0] if words else "", True, Span(start, max(start, end)))

    def _is_closing_fence(self, token: Token) -> bool:
        starts: tuple[int, ...] = token.meta["starts"]
        last = self._text[starts[-1] : self._lines.end_of((token.map or [0, 1])[1])].strip()
        return last.startswith(token.markup) and not last.strip(token.markup[0])

    def _html(self, token: Token) -> Html:
        span = self._span(token)
        raw = span.slice(self._text)
        comments = tuple(comment_spans(self._text, span.start, span.end))
        rest = without_comments(raw)
        unclosed = rest.lstrip(" \t>").startswith("<!--")
        if unclosed:
            comments += (Span(span.end - len(rest), span.end),)
        return Html(span, comments, unclosed or not rest.strip(" \t\n>"))


def _without_closing_hashes(raw: str) -> str:
    """An ATX heading's text without the `#`s that may close it, after white space."""
    inner = raw.rstrip(" \t").rstrip("#")
    return inner if not inner or inner[-1] in " \t" else raw
