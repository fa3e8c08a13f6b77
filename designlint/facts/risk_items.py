"""Risks in lists: `- **Risk**: …`, with what is done about it below, behind or beside it."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from designlint.alignment.model import Alignment
from designlint.document import Document
from designlint.document.blocks import Block, Item, ListBlock, Paragraph
from designlint.document.fields import fields_in
from designlint.document.normalise import name_key
from designlint.document.span import Span
from designlint.expressions import expression
from designlint.facts.inline_labels import inline_labels
from designlint.facts.text import field_text
from designlint.language.lexicon import Lexicon
from designlint.language.phrases import says_nothing
from designlint.outline.model import Role

_COLON = expression("[:：]")


class RiskItem(Struct, frozen=True):
    """A risk in a list. `span` is its first line; what is not said of it is empty."""

    span: Span
    name: str
    impact: str
    probability: str
    mitigation: str
    owner: str


def find_risk_items(document: Document, alignment: Alignment) -> Iterator[RiskItem]:
    """The risks that lists name, in document order.

    In a section that the template marks with `risks`, every item names one. Elsewhere an item is
    labelled as one, as `Risk:`, and has a mitigation or a weight: in its own line, below it, or in
    the items that follow it.
    """
    marked = {
        match.actual.index
        for match in alignment.root.walk()
        if match.actual is not None and match.expected.role is Role.RISKS
    }
    reader = _Reader(document, alignment.outline.lexicon)
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, ListBlock):
                yield from reader.read(block, every=section.index in marked)


class _Reader:
    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self._document = document
        self._kinds = (lexicon.impact, lexicon.probability, lexicon.mitigation, lexicon.owner)
        self._names = frozenset(name for names in self._kinds for name in names)
        self._lexicon = lexicon

    def read(self, block: ListBlock, *, every: bool) -> Iterator[RiskItem]:
        """The risks that the items of one list name; all of them do where `every` says so."""
        document = self._document
        found: list[tuple[Paragraph, list[tuple[str, str]]]] = []
        for item in block.items:
            first = item.blocks[0] if item.blocks else None
            if not isinstance(first, Paragraph):
                continue
            key = self._head(document.plain(first))[0]
            if found and key in self._names:
                found[-1][1].extend(self._fields((ListBlock(item.span, False, (item,)),)))
            elif every or key in self._lexicon.risk:
                found.append((first, self._said(item, first)))
        for paragraph, parts in found:
            risk = self._risk(paragraph, parts)
            if risk is not None and (every or risk.impact or risk.probability or risk.mitigation):
                yield risk

    def _head(self, text: str) -> tuple[str, str]:
        """The key of what stands before the first colon, and what stands behind it."""
        head, *rest = _COLON.split(text, maxsplit=1)
        return name_key(head), "".join(rest).strip()

    def _said(self, item: Item, first: Paragraph) -> list[tuple[str, str]]:
        source = self._document.source(first)
        inline = [(label.key, label.text) for label in inline_labels(source, self._names)]
        return inline + self._fields(item.blocks[1:])

    def _fields(self, blocks: Sequence[Block]) -> list[tuple[str, str]]:
        document = self._document
        return [(field.key, field_text(document, field)) for field in fields_in(document, blocks)]

    def _risk(self, first: Paragraph, parts: Iterable[tuple[str, str]]) -> RiskItem | None:
        document = self._document
        source = document.source(first)
        labels = tuple(inline_labels(source, self._names))
        name = document.plain_text(source[: labels[0].start] if labels else source)
        key, rest = self._head(name)
        if key in self._lexicon.risk:
            name = rest
        if says_nothing(name, self._lexicon):
            return None
        known = list(parts)
        texts = [
            "; ".join(document.plain_text(text) for key, text in known if key in names and text)
            for names in self._kinds
        ]
        return RiskItem(first.lines[0], name, *texts)
