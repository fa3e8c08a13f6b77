"""Reads the questions of one section: items, rows, child headings and paragraphs."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from designlint.document import Document
from designlint.document.blocks import Block, Item, ListBlock, Paragraph, Quote, Table
from designlint.document.fields import Field, FieldForm, fields_in, has_content, heading_field
from designlint.document.normalise import name_key, squash, words
from designlint.document.sections import Section
from designlint.document.span import Span
from designlint.expressions import expression
from designlint.facts.inline_labels import InlineLabel, inline_labels
from designlint.facts.question import Attribute, Question, QuestionForm
from designlint.facts.question_text import MARKS, asks, is_unsettled, lead_of, says_none
from designlint.facts.text import first_text
from designlint.language.lexicon import Lexicon
from designlint.language.phrases import bare, says_nothing
from designlint.outline.model import ExpectedField
from designlint.outline.titles import title_key

_STRUCK = expression(r"~~(?P<question>.+?)~~(?P<rest>.*)", re.DOTALL)
_REMARK = expression(r"(?P<label>[^()]+?) ?\((?P<remark>[^()]*)\)")


class QuestionReader:
    """Reads the questions of one section."""

    def __init__(
        self,
        document: Document,
        wanted: Sequence[ExpectedField],
        lexicon: Lexicon,
        prompts: tuple[str, ...] = (),
    ) -> None:
        """`prompts` are sentences of the template, squashed, that ask the author."""
        self._prompts = prompts
        self._document = document
        self._lexicon = lexicon
        asked = {name for field in wanted for name in field.pattern.names}
        self._names = lexicon.question_labels | asked

    def read(self, section: Section, *, resolved: bool) -> Iterator[Question]:
        """The questions of a section and of the groups below it; answered if `resolved`."""
        resolved = resolved or title_key(section.title, self._lexicon) in self._lexicon.resolved
        yield from self._in_blocks(section, resolved)
        for child in section.children:
            if self._is_group(child):
                yield from self.read(child, resolved=resolved)
            else:
                yield self._heading(child, resolved)

    # Kinds of question

    def _in_blocks(self, section: Section, resolved: bool) -> Iterator[Question]:
        pending: Question | None = None
        previous: Paragraph | None = None
        led = False
        for block in section.blocks:
            if isinstance(block, ListBlock) and led and not self._holds_questions(block):
                # What stands below a question in bold is about that question.
                parts = filter(None, map(self._own_attribute, block.items))
                pending = self._with(pending, *parts) if pending else None
            elif isinstance(block, ListBlock) and self._offers(previous, block):
                # The list holds what the paragraph asks to choose from.
                if pending is not None:
                    yield pending
                parts = filter(None, map(self._own_attribute, block.items))
                asked = self._asked(section, previous, resolved) if previous else None
                pending = self._with(asked, *parts) if asked else None
            elif isinstance(block, ListBlock):
                for item in self._own_items(block):
                    attribute = self._own_attribute(item)
                    if attribute is not None and pending is None and previous is not None:
                        # A paragraph asks, and a list of labelled parts follows it.
                        pending = self._asked(section, previous, resolved)
                    if attribute is not None and pending is not None:
                        pending = self._with(pending, attribute)
                        continue
                    if pending is not None:
                        yield pending
                    pending = self._item(section, item, resolved)
            elif isinstance(block, Quote) and pending is not None and pending.asks:
                answered = pending.answered or not pending.boxed
                reply = first_text(self._document, (block,))
                yield replace(pending, answered=answered, reply=reply)
                pending = None
            elif isinstance(block, Table):
                if pending is not None:
                    yield pending
                    pending = None
                yield from self._rows(section, block, resolved)
            lead = lead_of(self._document, block)
            if lead is not None:
                if pending is not None:
                    yield pending
                question = self._question(section, lead, resolved)
                pending, previous, led = self._with(question, *self._after(block, lead)), None, True
                continue
            if isinstance(block, Paragraph):
                found = self._attributes(fields_in(self._document, (block,)))
                found = [attribute for attribute in found if attribute.key in self._names]
                if pending is not None and found:
                    pending = self._with(pending, *found)
                    continue
                if pending is not None and not led:
                    yield pending
                    pending = None
                previous = block
        if pending is not None:
            yield pending

    def _leads_elsewhere(self, source: str) -> bool:
        """`Also see the [trade-offs](#trade-offs)` asks nothing."""
        pointer = self._lexicon.patterns.pointer.match(source)
        return pointer is not None and "](" in source and not asks(source)

    def _after(self, block: Block, lead: Span) -> list[Attribute]:
        """What the paragraph of a question in bold says of it, behind it and on further lines."""
        if not isinstance(block, Paragraph):
            return []
        line = block.lines[0]
        behind = Span(lead.end, line.end).slice(self._document.text)
        found = list(self._inline(inline_labels(behind, self._names), line))
        found += self._attributes(self._on_further_lines(block))
        return [each for each in found if each.key in self._names]

    def _on_further_lines(self, block: Paragraph) -> Sequence[Field]:
        """The fields of a paragraph below its first line."""
        if len(block.lines) < 2:
            return ()
        rest = Paragraph(Span(block.lines[1].start, block.span.end), block.lines[1:])
        return fields_in(self._document, (rest,))

    def _offers(self, paragraph: Paragraph | None, block: ListBlock) -> bool:
        """Whether a paragraph asks or leads to options, and the list below it asks nothing."""
        if paragraph is None or self._holds_questions(block):
            return False
        text = self._document.source(paragraph).rstrip(" *_")
        if text.endswith(MARKS):
            return True
        if not text.endswith((":", "：")):
            return False
        last = re.split(r"[.!?。]\s", text)[-1]
        return not frozenset(words(last)).isdisjoint(self._lexicon.options)

    def _holds_questions(self, block: ListBlock) -> bool:
        return any(line.rstrip().endswith(MARKS) for line in self._first_lines(block))

    def _first_lines(self, block: ListBlock) -> Iterator[str]:
        """What the items of a list open with."""
        for item in block.items:
            if item.blocks:
                yield item.blocks[0].span.slice(self._document.text).split("\n")[0]

    def _own_items(self, block: ListBlock) -> Iterator[Item]:
        """The items of a list; below one that is the template's prompt, those are the author's."""
        for item in block.items:
            first = item.blocks[0] if item.blocks else None
            asked = squash(self._document.source(first)) if isinstance(first, Paragraph) else ""
            if asked and self._prompts and asked.startswith(self._prompts):
                for below in item.blocks[1:]:
                    if isinstance(below, ListBlock):
                        yield from self._own_items(below)
            else:
                yield item

    def _item(self, section: Section, item: Item, resolved: bool) -> Question | None:
        document = self._document
        first = item.blocks[0] if item.blocks else None
        line = first.lines[0] if isinstance(first, Paragraph) else None
        if line is None:
            shown = item.span.slice(document.text)[len(item.marker) :].strip()
            if not shown or not isinstance(first, Block):
                return None
            line = Span(
                first.span.start, document.lines.end_of(document.position(first.span.start).line)
            )
        source = document.source(first) if isinstance(first, Paragraph) else ""
        if says_none(source, self._lexicon) or self._leads_elsewhere(source):
            return None
        nested = list(fields_in(document, item.blocks[1:]))
        further = self._on_further_lines(first) if isinstance(first, Paragraph) else ()
        nested += further
        question = self._question(section, line, resolved)
        labels = tuple(inline_labels(source, self._names))
        if labels:
            asked = document.plain_text(source[: labels[0].start].split("\n")[0])
            question = replace(question, text=asked)
        if isinstance(first, Paragraph):
            question = replace(question, statement=self._statement(first, further, labels))
        inline = self._inline(labels, line)
        question = self._with(question, *self._attributes(nested), *inline)
        if item.checked is not None:
            # A box says it plainly: whatever else stands there, unchecked is open.
            answered = item.checked or resolved
            return replace(question, answered=answered, form=QuestionForm.BOX)
        struck = _STRUCK.match(source.strip())
        below = any(has_content(document, block) for block in item.blocks[1:])
        if struck and (bare(struck["rest"]) or below):
            return self._struck(question, struck, item.blocks[1:])
        settled = below and self._lexicon.patterns.settled.search(source.split("\n")[0])
        quotes = [block for block in item.blocks[1:] if isinstance(block, Quote)]
        if settled or (quotes and question.asks):
            reply = first_text(document, quotes or item.blocks[1:])
            return replace(question, answered=True, reply=reply)
        return question

    def _rows(self, section: Section, table: Table, resolved: bool) -> Iterator[Question]:
        document = self._document
        keys = self._columns(table)
        names = self._lexicon.question
        subject = next((at for at, key in enumerate(keys) if key in names), None)
        if subject is None:
            others = (*self._names, *self._lexicon.number)
            plain = (at for at, key in enumerate(keys) if key not in others)
            subject = next(plain, 0)
        for row in table.rows:
            text = document.plain(row.cells[subject])
            if not text or says_none(text, self._lexicon):
                continue
            question = self._question(section, row.cells[subject].span, resolved)
            question = replace(question, form=QuestionForm.ROW)
            attributes = (
                self._attribute(key, cell.span, cell.span.slice(document.text))
                for at, (key, cell) in enumerate(zip(keys, row.cells, strict=True))
                if at != subject
            )
            yield self._with(question, *attributes)

    def _columns(self, table: Table) -> list[str]:
        return [name_key(self._document.plain(cell)) for cell in table.header.cells]

    def _heading(self, section: Section, resolved: bool) -> Question:
        line = section.heading.lines[0] if section.heading else section.anchor
        question = self._question(section, line, resolved)
        question = replace(
            question, form=QuestionForm.HEADING, statement=self._under(section, question)
        )
        fields = [*fields_in(self._document, section.blocks)]
        fields += [heading_field(child) for child in section.children]
        for block in section.blocks:
            if isinstance(block, ListBlock):
                for item in block.items:
                    fields += fields_in(self._document, item.blocks[1:])
        question = self._with(question, *self._attributes(fields))
        struck = _STRUCK.match(line.slice(self._document.text).strip())
        if struck and (bare(struck["rest"]) or section.blocks):
            return self._struck(question, struck, section.blocks)
        return question

    def _struck(
        self, question: Question, struck: re.Match[str], below: Sequence[Block]
    ) -> Question:
        """A struck-through question, answered by what follows it."""
        document = self._document
        reply = document.plain_text(struck["rest"]).strip(" :;-–—→") or first_text(document, below)
        return replace(question, answered=True, statement=struck["question"], reply=reply)

    def _is_group(self, section: Section) -> bool:
        """Whether a child heading gathers questions rather than asking one."""
        lexicon = self._lexicon
        key = title_key(section.title, lexicon)
        if key in (*lexicon.resolved, *lexicon.questions, *lexicon.pending):
            return True
        if section.title.rstrip().endswith(MARKS):
            return False
        tables = [block for block in section.blocks if isinstance(block, Table)]
        if any(key in lexicon.question for table in tables for key in self._columns(table)):
            return True
        if fields_in(self._document, section.blocks):
            return False
        lists = (block for block in section.blocks if isinstance(block, ListBlock))
        return any(asks(line) for block in lists for line in self._first_lines(block)) or any(
            child.title.rstrip().endswith(MARKS) for child in section.children
        )

    # Parts of questions

    def _asked(self, section: Section, paragraph: Paragraph, resolved: bool) -> Question:
        """The question that a paragraph asks."""
        question = self._question(section, paragraph.lines[0], resolved)
        parts = self._on_further_lines(paragraph)
        return replace(question, statement=self._statement(paragraph, parts))

    def _question(self, section: Section, line: Span, resolved: bool) -> Question:
        source = line.slice(self._document.text)
        text = self._document.plain_text(source)
        return Question(line, text, section, resolved, (), statement=source, lexicon=self._lexicon)

    def _statement(
        self, paragraph: Paragraph, parts: Sequence[Field], labels: Sequence[InlineLabel] = ()
    ) -> str:
        """All that a paragraph asks, on whatever lines, up to the first labelled part."""
        ends = (part.span.start for part in parts if part.key in self._names)
        end = min(ends, default=paragraph.span.end + 1)
        lines = (line for line in paragraph.lines if line.start < end)
        source = "\n".join(line.slice(self._document.text) for line in lines)
        return source[: labels[0].start] if labels else source

    def _under(self, section: Section, question: Question) -> str:
        """A heading that only names a topic, with the paragraph that asks about it."""
        first = section.blocks[0] if section.blocks else None
        if question.asks or not isinstance(first, Paragraph) or fields_in(self._document, (first,)):
            return question.statement
        return f"{question.statement}: {self._statement(first, ())}"

    def _with(self, question: Question, *attributes: Attribute) -> Question:
        answered = question.answered or any(
            a.filled and a.key in self._lexicon.answer and not is_unsettled(a, self._lexicon)
            for a in attributes
        )
        merged = (*question.attributes, *attributes)
        return replace(question, answered=answered, attributes=merged)

    def _own_attribute(self, item: Item) -> Attribute | None:
        """An item that is no question but a part of the one before: `- Context: …`."""
        found = fields_in(self._document, (ListBlock(item.span, False, (item,)),))
        if item.checked is None and found and found[0].key in self._names:
            return next(iter(self._attributes(found[:1])), None)
        return None

    def _attributes(self, fields: Sequence[Field]) -> list[Attribute]:
        found = []
        for field in fields:
            text = field.text(self._document)
            if field.form is FieldForm.HEADING or not text:
                parts = [block.span.slice(self._document.text) for block in field.blocks]
                text = "\n".join([text, *parts]).strip()
            found.append(self._attribute(field.key, field.span, text))
        return found

    def _inline(self, labels: Iterable[InlineLabel], line: Span) -> Iterator[Attribute]:
        """Labels within the question's own line: `Which store? **Answer:** SQLite.`"""
        for label in labels:
            yield self._attribute(label.key, line, label.text)

    def _attribute(self, key: str, span: Span, text: str) -> Attribute:
        remark = _REMARK.fullmatch(key)
        if remark:
            # `A (deferred)` says by its remark what kind of answer it is.
            deferred = remark["remark"] in self._lexicon.deferred
            key = remark["remark"] if deferred else remark["label"]
        filled = not says_nothing(text, self._lexicon)
        return Attribute(key, span, " ".join(text.split()), filled)
