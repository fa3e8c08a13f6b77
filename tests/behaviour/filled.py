"""Completely filled documents: one outline, written the way many different authors would.

Everything comes from the outline, so that whatever a template asks for is there; the words are
made up here. `fill` is a pure function of the outline and the style.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

from designlint.outline.model import (
    ExpectedCode,
    ExpectedField,
    ExpectedSection,
    ExpectedTable,
    Outline,
    Role,
    TitlePattern,
    ValueKind,
)

_NAMES = ("Storage", "Transport")
_VALUE = "at most 200 ms for 95 % of all callers, as measured in May"
_LONG = {"Med": "Medium"}
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_FENCE = "`" * 3
_EXTRA = ExpectedField("Remarks", TitlePattern(("remarks",)), 1, "item", "")


@dataclass(frozen=True)
class Style:
    """How an author writes. The defaults are how the built-in template does.

    `form` is how fields are written: `items` of a list, `lines`, a `block` of lines without blank
    ones between them, `bold` lines with the content below, child `headings`, or a `table`.
    `label` is a field's label where it has marks of its own. `heading` is `atx`, `closed` or
    `setext`, `title` what an author does to titles, `shift` by how many levels sections stand
    deeper than in the template. `without` is the name of the one section or field that
    the author forgot.
    """

    form: str = "items"
    label: str = "**{}**:"
    bullet: str = "-"
    heading: str = "atx"
    title: str = "plain"
    shift: int = 0
    values: str = "as listed"
    extras: bool = False
    reordered: bool = False
    crlf: bool = False
    bom: bool = False
    tabs: bool = False
    front_matter: bool = False
    without: str = ""

    def __str__(self) -> str:
        """What is not the default, for the names of tests."""
        changed = [
            f"{field.name}={getattr(self, field.name)}"
            for field in fields(self)
            if getattr(self, field.name) != field.default
        ]
        return " ".join(changed) or "as the template"


def fill(outline: Outline, style: Style) -> str:
    """A document that has everything that `outline` asks for, written in `style`."""
    text = "\n".join(_Writer(style).document(outline)) + "\n"
    if style.crlf:
        text = text.replace("\n", "\r\n")
    return "\ufeff" + text if style.bom else text


class _Writer:
    """Writes blocks as lists of lines, each with a blank line behind it."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def document(self, outline: Outline) -> Iterator[str]:
        if self._style.front_matter:
            yield from ("---", "status: review", "owner: Ada", "---", "")
        if outline.title is not None:
            title = outline.title_text.partition("[")[0] + "Prices in time"
            yield from self._heading(title, 1, ())
        yield from self._content(outline.root, "Prices in time", 1)
        sections = list(self._sections(outline.root.children, ()))
        if self._style.extras:
            yield from self._extra_section(len(sections) + 1)
        for lines in sections:
            yield from lines
        if self._style.extras:
            yield from self._extra_section(len(sections) + 2)
            yield from ("---", "", "_Written on a Monday._", "")

    # Sections

    def _sections(
        self, expected: Iterable[ExpectedSection], number: tuple[int, ...]
    ) -> Iterator[list[str]]:
        count = 0
        for section in expected:
            if section.title == self._style.without:
                continue
            for copy in range(2 if section.repeatable else 1):
                count += 1
                yield list(self._section(section, copy, (*number, count)))

    def _section(
        self, expected: ExpectedSection, copy: int, number: tuple[int, ...]
    ) -> Iterator[str]:
        level = expected.level + self._style.shift
        title = _named(expected.title, copy)
        yield from self._heading(title, level, number)
        yield from self._content(expected, title, level)
        for lines in self._sections(expected.children, number):
            yield from lines

    def _content(self, expected: ExpectedSection, title: str, level: int) -> Iterator[str]:
        if expected.role is Role.QUESTIONS:
            yield from self._questions(expected, level)
            return
        if expected.vocabulary:
            yield from (self._written(expected.vocabulary[0]), "")
        elif expected.prose or not (_wants_content(expected) or expected.children):
            yield from (f"{title} is part of it, since prices that are late cost us sales.", "")
        for code in expected.codes:
            yield from self._code(code)
        for table in expected.tables:
            yield from self._table(table)
        for listed in expected.lists:
            items = [f"The {word} of them." for word in ("first", "second", "third", "last")]
            yield from self._list(items[: max(listed.kinds, 2)], ordered=listed.ordered)
        if expected.fields:
            yield from self._fields(self._named_fields(expected.fields), level)

    def _heading(self, title: str, level: int, number: tuple[int, ...]) -> Iterator[str]:
        text = self._decorated(title, number)
        if self._style.heading == "setext" and level <= 2:
            # A number with a full stop would open a list here.
            yield from (
                re.sub(r"^(\w+)\. ", r"\1\\. ", text),
                ("=" if level == 1 else "-") * 12,
                "",
            )
        elif self._style.heading == "closed":
            yield from (f"{'#' * level} {text} {'#' * level}", "")
        else:
            yield from (f"{'#' * level} {text}", "")

    def _decorated(self, title: str, number: tuple[int, ...]) -> str:
        match self._style.title:
            case "numbered" if number:
                last = "." if len(number) == 1 else ""
                return f"{'.'.join(map(str, number))}{last} {title}"
            case "roman" if number:
                return f"{_ROMAN[(number[-1] - 1) % len(_ROMAN)]}. {title}"
            case "emphasised":
                return f"**{title}**"
            case "emoji":
                return f"🚀 {title}"
            case "upper":
                return title.upper()
            case "colon":
                return f"{title}:"
            case _:
                return title

    def _extra_section(self, number: int) -> Iterator[str]:
        yield from self._heading(f"Glossary {number}", 2 + self._style.shift, (number,))
        yield from ("Words used here, and [where they are from](words.md) [1].", "")
        yield from ("| Word | Meaning |", "|---|---|", "| Price | What a buyer pays |", "| Tax | |")
        yield from ("", "- [ ] Print it", "- [x] Read it", "")

    # Fields

    def _fields(
        self, values: Sequence[tuple[ExpectedField, str]], level: int, depth: int = 0
    ) -> Iterator[str]:
        match self._style.form:
            case "items":
                for expected, name in values:
                    yield from self._item(expected, name, depth)
                yield ""
            case "table":
                yield from self._field_table(values)
            case "headings":
                for expected, name in values:
                    yield from self._field_section(expected, name, level + 1)
            case "block":
                for expected, name in values:
                    lines = list(self._line(expected, name, bold=False))
                    loose = expected.fields or expected.items or expected.code
                    yield from lines if loose else lines[:1]
                yield ""
            case form:
                for expected, name in values:
                    yield from self._line(expected, name, bold=form == "bold")

    def _item(self, expected: ExpectedField, name: str, depth: int) -> Iterator[str]:
        before = self._indent(depth)
        text, parts = self._value(expected, name)
        label = self._style.label.format(name)
        yield f"{before}{self._style.bullet} {label} {text}".rstrip()
        yield from (f"{self._indent(depth + 1)}{part}".rstrip() for part in parts)
        for field, inner in self._named_fields(expected.fields) if expected.fields else ():
            yield from self._item(field, inner, depth + 1)

    def _line(self, expected: ExpectedField, name: str, *, bold: bool) -> Iterator[str]:
        text, parts = self._value(expected, name)
        if bold:
            yield from (f"**{name}**", "")
            if text:
                yield from (text, "")
        else:
            yield from (f"{self._style.label.format(name)} {text}".rstrip(), "")
        if parts:
            yield from (*parts, "")
        for field, inner in self._named_fields(expected.fields) if expected.fields else ():
            yield from self._line(field, inner, bold=bold)

    def _field_section(self, expected: ExpectedField, name: str, level: int) -> Iterator[str]:
        text, parts = self._value(expected, name)
        if expected.fields:
            yield from self._heading(f"{name}: Billing", level, ())
        else:
            yield from self._heading(name, level, ())
            yield from (text, "") if text else ()
        if parts:
            yield from (*parts, "")
        for field, inner in self._named_fields(expected.fields) if expected.fields else ():
            yield from self._field_section(field, inner, level + 1)

    def _field_table(self, values: Sequence[tuple[ExpectedField, str]]) -> Iterator[str]:
        """Two columns; a group of fields has one record a row, and code cannot stand in a cell."""
        simple = [(e, name) for e, name in values if e.code is None and not e.fields]
        if simple:
            yield from ("| Field | Value |", "|-------|-------|")
            for expected, name in simple:
                text, parts = self._value(expected, name)
                cell = text or "<br>".join(part.split(" ", 1)[1] for part in parts)
                yield f"| {name} | {cell} |"
            yield ""
        for expected, name in values:
            if expected.fields:
                columns = [name, *(inner for _, inner in self._named_fields(expected.fields))]
                cells = ["Billing", *(_VALUE for _ in columns[1:])]
                yield from (_row(columns), _row("---" for _ in columns), _row(cells), "")
            elif expected.code is not None:
                yield from self._item(expected, name, 0)
                yield ""

    def _value(self, expected: ExpectedField, name: str) -> tuple[str, list[str]]:
        """What stands in the line of the label, and the lines below it."""
        if expected.code is not None:
            return "", ["", *self._code(expected.code)]
        if expected.items:
            marks = [f"{at}." for at in range(1, expected.items + 1)]
            if not expected.hint and "ption" not in name:
                marks = [self._style.bullet] * expected.items
            items = (f"{mark} {_option(at)}" for at, mark in enumerate(marks))
            below = list(items)
            return "", below if self._style.form in ("items", "table") else ["", *below]
        if expected.vocabulary:
            return self._written(expected.vocabulary[0]), []
        if expected.kind is ValueKind.DATE:
            return "2026-03-01", []
        if expected.fields:
            return "Billing", []
        if name == "Decision":
            return f"{_option(1)}, which is what others use", []
        return f"{name.capitalize()} is {_VALUE}", []

    def _named_fields(self, expected: Iterable[ExpectedField]) -> list[tuple[ExpectedField, str]]:
        """Fields with their names, two for one that takes any, in this author's order."""
        named = [
            (field, name)
            for field in expected
            for name in (_NAMES if field.pattern.free else (field.name,))
            if name != self._style.without
        ]
        if self._style.reordered:
            named.reverse()
        if self._style.extras:
            named.append((_EXTRA, _EXTRA.name))
        return named

    # Other blocks

    def _code(self, expected: ExpectedCode) -> Iterator[str]:
        yield from (f"{_FENCE}{expected.language}", "browser -> shop -> prices", _FENCE, "")

    def _table(self, expected: ExpectedTable) -> Iterator[str]:
        columns = list(expected.columns)
        if self._style.reordered:
            columns.reverse()
        extra = ["Since"] if self._style.extras else []
        names = [self._decorated(column.name, ()) for column in columns]
        yield _row([*names, *extra])
        yield _row("---" for _ in (*names, *extra))
        for at in range(3):
            cells = [
                self._written(column.vocabulary[at % len(column.vocabulary)])
                if column.vocabulary
                else f"{column.name} {at + 1}: {_VALUE}"
                for column in columns
            ]
            yield _row([*cells, *("" for _ in extra)])
        yield ""

    def _list(self, items: Sequence[str], *, ordered: bool) -> Iterator[str]:
        for at, item in enumerate(items, 1):
            yield f"{f'{at}.' if ordered else self._style.bullet} {item}"
        yield ""

    def _questions(self, expected: ExpectedSection, level: int) -> Iterator[str]:
        parts = [field.name for listed in expected.lists for field in listed.fields]
        parts = [*parts, *(name for name in ("Answer",) if name not in parts)]
        questions = ("Which shops come first?", "Who may change a price?")
        match self._style.form:
            case "table":
                yield _row(["Question", *parts])
                yield _row("---" for _ in ("", *parts))
                for question in questions:
                    yield _row([question, *(f"{part}: {_VALUE}" for part in parts)])
                yield ""
            case "headings":
                for question in questions:
                    yield from self._heading(question, level + 1, ())
                    for part in parts:
                        yield from (f"{self._style.label.format(part)} {_VALUE}", "")
            case _:
                for at, question in enumerate(questions, 1):
                    yield f"{at}. {question}"
                    for part in parts:
                        label = self._style.label.format(part)
                        before = "\t" if self._style.tabs else "   "
                        yield f"{before}{self._style.bullet} {label} {_VALUE}"
                yield ""

    def _written(self, value: str) -> str:
        match self._style.values:
            case "long":
                return _LONG.get(value, value)
            case "lower":
                return _LONG.get(value, value).lower()
            case _:
                return value

    def _indent(self, depth: int) -> str:
        return ("\t" if self._style.tabs else " " * (len(self._style.bullet) + 1)) * depth


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _option(at: int) -> str:
    return ("Polling every minute", "Pushing each change", "Doing nothing")[at % 3]


def _named(title: str, copy: int) -> str:
    """A section's title with a name in place of its placeholder, counted up."""
    head, mark, _ = title.partition("[")
    if not mark:
        return title
    return head.replace("1", str(copy + 1)) + _NAMES[copy]


def _wants_content(section: ExpectedSection) -> bool:
    """Whether the template shows anything below the heading, child sections left out."""
    parts = (section.fields, section.tables, section.lists, section.codes)
    return section.prose or any(parts)
