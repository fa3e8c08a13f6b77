"""A template's text → the text that an author starts a document from."""

import json
import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from designlint.document import Document, parse_document
from designlint.document.blocks import CodeBlock
from designlint.document.comments import comment_spans
from designlint.document.sections import Section
from designlint.document.span import Span
from designlint.expressions import expression
from designlint.outline.directives import COMMENT
from designlint.outline.marks import BRACKETS, Marked, find_marked
from designlint.suppression import VERBS

_NUMBER = expression(r"\W*(?:number|no|nr|id|num|n{2,}|x{2,}|0{2,})\W*", re.IGNORECASE)
_BARE_NUMBER = expression(r"\b(?:N{3,}|X{3,}|0{3,})\b")
_FORM = expression(r"\byyyy-mm-dd\b", re.IGNORECASE)
_TITLE_KEY = expression(r"^[\"']?title[\"']?:(?P<value>(?:[ \t][^\n]*)?)$", re.MULTILINE)
_DATE_LABEL = expression(
    r"\W*(?:date|created(?: on)?|creation[- _]date|(?:last[- _])?updated|start[- _]date"
    r"|last[- _]modified)\W*",
    re.IGNORECASE,
)


class Fill(Struct, frozen=True):
    """What is known of the new document; empty is what is not. `today` fills its dates."""

    today: date
    title: str = ""
    number: str = ""


class NoTitleError(Exception):
    """A title is given, and the template has no place for one."""


class _Edit(Struct, frozen=True):
    span: Span
    text: str


def make_scaffold(template: str, fill: Fill) -> str:
    """The template as an author wants to find it, with line feeds only.

    Front matter and placeholders stay. The comments that refine the template for designlint are
    left out; those that silence a rule stay. Raises NoTitleError.
    """
    document = parse_document(template)
    edits = [*_directives(document), *_dates(document, fill.today), *_title(document, fill)]
    text = document.text
    for edit in sorted(edits, key=lambda edit: edit.span.start, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text.rstrip("\n") + "\n"


def _directives(document: Document) -> Iterator[_Edit]:
    """Each directive with its line, where nothing else stands in it, and a blank one after it."""
    text = document.text
    code = [block.span for block in document.walk() if isinstance(block, CodeBlock)]
    for comment in comment_spans(text):
        match = COMMENT.fullmatch(comment.slice(text))
        if (
            match is None
            or match["body"].startswith(VERBS)
            or any(span.holds(comment.start) for span in code)
        ):
            continue
        start, end = comment.start, comment.end
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", end)
        line_end = len(text) if line_end < 0 else line_end
        before, after = text[line_start:start], text[end:line_end]
        if before.strip() or after.strip():
            start = line_start + len(before.rstrip())
            yield _Edit(Span(start, end), "")
            continue
        start, end = line_start, min(line_end + 1, len(text))
        if text[max(0, start - 2) : start] in ("\n\n", "\n") and text.startswith("\n", end):
            end += 1
        yield _Edit(Span(start, end), "")


def _dates(document: Document, today: date) -> Iterator[_Edit]:
    """`Date: [YYYY-MM-DD]` and its like: the whole value asks for the date of writing."""
    code = [block.span for block in document.walk() if isinstance(block, CodeBlock)]
    at = 0
    for line in document.text.split("\n"):
        label, colon, value = line.partition(":")
        asked = value.strip().strip("*_ ")
        if colon and _FORM.search(asked) and _DATE_LABEL.fullmatch(label):
            whole = _FORM.fullmatch(asked.strip("[]{}<>()\"' "))
            if (whole or _stands_in_marks(asked)) and not any(span.holds(at) for span in code):
                start = at + line.index(asked, len(label) + 1)
                yield _Edit(Span(start, start + len(asked)), today.isoformat())
        at += len(line) + 1


def _stands_in_marks(text: str) -> bool:
    return (text.startswith("(") and text.endswith(")")) or any(
        marked.start == 0 and marked.end == len(text) for marked in find_marked(text, BRACKETS)
    )


def _title(document: Document, fill: Fill) -> Iterator[_Edit]:
    """The title's text and number, in its heading and in the front matter."""
    tops = document.root.children
    section = tops[0] if len(tops) == 1 and tops[0].level == 1 else None
    key = _TITLE_KEY.search(document.front_matter.source) if document.front_matter else None
    if fill.title and section is None and key is None:
        raise NoTitleError("the template has no title to fill")
    if fill.title and key is not None and document.front_matter is not None:
        base = document.front_matter.body.start
        # A JSON string is a YAML string.
        text = json.dumps(fill.title, ensure_ascii=False)
        yield _Edit(Span(base + key.start("value"), base + key.end("value")), f" {text}")
    if section is not None:
        yield from _heading(document, section, fill)


def _heading(document: Document, section: Section, fill: Fill) -> Iterator[_Edit]:
    if section.heading is None or not section.heading.lines:
        return
    line = section.heading.lines[0]
    text = line.slice(document.text)
    holes = sorted(find_marked(text, BRACKETS), key=lambda hole: hole.start)
    numbers = [hole for hole in holes if _NUMBER.fullmatch(hole.inner)]
    others = [hole for hole in holes if hole not in numbers]
    if fill.number:
        bare = _BARE_NUMBER.search(text)
        if numbers:
            yield _at(line, numbers[0], fill.number)
        elif bare and not any(hole.start <= bare.start() < hole.end for hole in holes):
            start = line.start + bare.start()
            yield _Edit(Span(start, start + len(bare[0])), fill.number)
    if fill.title and others:
        yield _at(line, others[-1], fill.title)
    elif fill.title and not numbers:
        yield _Edit(line, fill.title)


def _at(line: Span, hole: Marked, text: str) -> _Edit:
    return _Edit(Span(line.start + hole.start, line.start + hole.end), text)
