"""Requirements, where a document defines them."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from designlint.document import Document
from designlint.document.blocks import Block, Item, Leaf, ListBlock, Paragraph, Row, Table
from designlint.document.fields import fields_in
from designlint.document.links import is_local
from designlint.document.normalise import name_key
from designlint.document.span import Span
from designlint.expressions import expression
from designlint.facts.requirement_ids import RequirementId, Written
from designlint.facts.requirement_names import Scope, says_withdrawn
from designlint.facts.status import normalise_status
from designlint.language.lexicon import Lexicon

_LEAD = expression(r"(?:<[^<>\n]{0,200}>|[ \t*_~`\[(（【])*(?:\d+(?:\.\d+)*[.)]?[ \t]+)?[*_~`\[(]*")
_LINKED = expression(r"[^\[\]\n]{0,200}\](?:\((?P<target>[^()\s]*)|\[)")
# Behind an id without marks: `REQ-1: text`, `REQ-1 - text`, `REQ-1. Text`, `REQ-1 The text`;
# `REQ-1 is met elsewhere` is a sentence about it.
_DIVIDED = expression(
    r"[ \t]*(?:[:：–—]|(?<=[ \t])-(?=[ \t])|[.)](?=[ \t])|(?<=[ \t])(?=[A-Z]))[ \t]*\S"
)


class Requirement(Struct, frozen=True):
    """A requirement at its definition.

    `span` covers the id. `waived` is True where it is withdrawn or otherwise not to be met.
    """

    id: RequirementId
    span: Span
    waived: bool


class _Opening(Struct, frozen=True):
    """An id that opens a text."""

    written: Written
    marked: bool
    """It stands in bold, brackets or code."""
    struck: bool
    target: str | None
    """Where it leads as a link; empty where the text does not say."""
    rest: str
    """What follows on its line."""


class DefinitionReader:
    """Finds the requirements that sections of one document define.

    `written` are all ids of the document.
    """

    def __init__(self, document: Document, lexicon: Lexicon, written: Iterable[Written]) -> None:
        self._document = document
        self._lexicon = lexicon
        self._at: Mapping[int, Written] = {each.span.start: each for each in written}
        self._gone = (*lexicon.ended, *lexicon.withdrawn)

    def read(self, scope: Scope) -> Iterator[Requirement]:
        """The requirements of one section, those of its child sections left out."""
        section = scope.section
        if section.heading is not None:
            opening = self._opening(section.heading.lines[0])
            if opening and opening.target is None:
                waived = scope.waived or self._is_withdrawn(opening, section.blocks)
                yield _requirement(opening, waived)
        yield from self._among(section.blocks, scope.waived)

    def _among(self, blocks: Iterable[Block], waived: bool) -> Iterator[Requirement]:
        for block in blocks:
            match block:
                case ListBlock():
                    for item in block.items:
                        yield from self._in_item(item, waived)
                case Table():
                    yield from self._in_table(block, waived)
                case Paragraph():
                    for line in block.lines:
                        opening = self._opening(line)
                        if opening and opening.marked and opening.target is None:
                            gone = waived or self._is_withdrawn(opening, ())
                            yield _requirement(opening, gone)

    def _in_item(self, item: Item, waived: bool) -> Iterator[Requirement]:
        first = item.blocks[0] if item.blocks else None
        own: tuple[Block, ...] = item.blocks
        if isinstance(first, Paragraph):
            own = own[1:]
            opening = self._opening(first.lines[0])
            if opening and _defines(opening):
                yield _requirement(opening, waived or self._is_withdrawn(opening, own))
        yield from self._among(own, waived)

    def _in_table(self, table: Table, waived: bool) -> Iterator[Requirement]:
        at = self._id_column(table)
        if at is None:
            return
        for row in table.rows:
            opening = self._opening(row.cells[at].lines[0])
            if opening is None or (opening.target is not None and is_local(opening.target)):
                continue
            if opening.marked or not opening.rest.strip() or _DIVIDED.match(opening.rest):
                yield _requirement(
                    opening, waived or self._is_withdrawn(opening, ()) or self._is_gone(row)
                )

    def _id_column(self, table: Table) -> int | None:
        names = (*self._lexicon.number, *self._lexicon.requirement)
        keys = [name_key(self._document.plain(cell)) for cell in table.header.cells]
        columns = [at for at, key in enumerate(keys) if key in names]
        for at in columns:
            # `# | Requirement | …`: of several the first one that holds ids.
            if any(self._opening(row.cells[at].lines[0]) for row in table.rows):
                return at
        # Nothing but ids in the first column tells as much as its name.
        first = [
            row.cells[0] for row in table.rows if row.cells[0].span.end > row.cells[0].span.start
        ]
        alone = (self._opening(cell.lines[0]) for cell in first)
        return (
            0 if first and all(each and not each.rest.strip(" *_`~])") for each in alone) else None
        )

    def _opening(self, line: Span) -> _Opening | None:
        text = self._document.text
        lead = _LEAD.match(text, line.start, line.end)
        written = self._at.get(lead.end()) if lead else None
        if lead is None or written is None:
            return None
        rest = text[written.span.end : line.end]
        linked = _LINKED.match(rest) if "[" in lead[0] else None
        target = (linked["target"] or "") if linked else None
        marked = any(mark in lead[0] for mark in ("*", "__", "`", "[", "【"))
        return _Opening(written, marked, "~~" in lead[0], target, rest)

    def _is_withdrawn(self, opening: _Opening, blocks: tuple[Block, ...]) -> bool:
        if opening.struck or says_withdrawn(opening.rest, self._lexicon):
            return True
        return any(
            field.key in self._lexicon.status
            and normalise_status(field.text(self._document), self._lexicon) in self._gone
            for field in (fields_in(self._document, blocks) if blocks else ())
        )

    def _is_gone(self, row: Row) -> bool:
        return any(name_key(self._plain(cell)) in self._gone for cell in row.cells)

    def _plain(self, leaf: Leaf) -> str:
        return self._document.plain(leaf)


def _defines(opening: _Opening) -> bool:
    """Whether an item that opens with an id defines it; one that links elsewhere does not."""
    if opening.target is not None:
        return bool(opening.target) and not is_local(opening.target)
    return opening.marked or _DIVIDED.match(opening.rest) is not None


def _requirement(opening: _Opening, waived: bool) -> Requirement:
    return Requirement(opening.written.id, opening.written.span, waived)
