"""Link reference definitions (CommonMark 4.7)."""

import re
from typing import NamedTuple

from designlint.document.blocks import Definition as DefinitionBlock
from designlint.document.scan.lines import Lines
from designlint.document.scan.paragraph import continues
from designlint.document.scan.white_space import SPACES, UNICODE_SPACES
from designlint.expressions import expression

_PLAIN = expression(
    r"""\[(?P<label>[ -Z^-~]+)\]:[ \t]*+
        (?P<target>(?:https?://[A-Za-z0-9.-]+(?:/[A-Za-z0-9/._~=+?:,;@!$*-]*)?|[A-Za-z0-9/._-]+)?
            (?:\#[A-Za-z0-9/._~=+?:,;@!$*-]*)?)
        (?:[ \t]+"(?P<title>[^"&\\]*)")?[ \t]*\Z""",
    re.VERBOSE,
)
"""Definitions on one line that lead where they say, without a character to escape."""
_MAYBE = expression(r"\[(?:[^\[\]\\]|\\.)*(?:\]:|\\?\Z)")
"""Lines that can open a definition at all: the label ends with a colon, or on another line."""


_SPACE = expression(f"[{UNICODE_SPACES}]+")
_QUOTES = frozenset("\"'(")
"""The characters that a title opens with."""


class _Target(NamedTuple):
    """What one definition says, and the line below it."""

    label: str
    href: str
    title: str
    below: int


def label_key(label: str) -> str:
    """The form in which two labels are the same."""
    # Neither lower nor upper case alone folds all letters.
    return _SPACE.sub(" ", label.strip(UNICODE_SPACES)).lower().upper()


def read_definition(lines: Lines, line: int, _end: int) -> DefinitionBlock | None:
    """The definition at `line`, if it is one. Of several with the same label the first holds."""
    target = _read(lines, line)
    if target is None:
        return None
    lines.line = target.below
    known = {"title": target.title, "href": target.href, "map": [line, target.below]}
    lines.references.setdefault(target.label, known)
    return DefinitionBlock(lines.span(line, target.below))


def _read(lines: Lines, line: int) -> _Target | None:
    text, start, end = lines.text, lines.first[line], lines.end[line]
    plain = _PLAIN.match(text, start, end)
    if plain and plain["target"] and (plain["title"] or lines.head[line + 1] not in _QUOTES):
        label = label_key(plain["label"])
        return _Target(label, plain["target"], plain["title"] or "", line + 1) if label else None
    if not _MAYBE.match(text, start, end):
        return None
    return _Reader(lines, line).read()


class _Reader:
    """Reads one definition in any of its spellings, and only as many lines as it takes."""

    def __init__(self, lines: Lines, line: int) -> None:
        self._lines = lines
        self._first = self._next = line
        self._source = ""
        self._take()

    def _take(self) -> bool:
        """Add the next line to the source, if it goes on with the paragraph."""
        lines, line = self._lines, self._next
        if line > self._first and not continues(lines, line):
            return False
        self._source += lines.text[lines.first[line] : lines.end[line] + 1]
        self._next += 1
        return True

    def _past_space(self, at: int) -> int:
        """Past white space, which may hold one line feed, from `at` on."""
        while at < len(self._source):
            if self._source[at] == "\n":
                self._take()
            elif self._source[at] not in SPACES:
                break
            at += 1
        return at

    def _label_end(self) -> int:
        """Where the label's bracket closes; -1 where it does not."""
        at = 1
        while at < len(self._source):
            if self._source[at] == "\\":
                at += 1
            elif self._source[at] in "[]":
                return at if self._source.startswith("]:", at) else -1
            if self._source.startswith("\n", at):
                self._take()
            at += 1
        return -1

    def _title(self, at: int) -> tuple[str, int]:
        """The title that opens at `at` and where it ends; an empty one and -1 where none does."""
        from markdown_it.helpers import parseLinkTitle

        stop = len(self._source)
        title = parseLinkTitle(self._source, at, stop)
        while title.can_continue and self._take():
            at, stop = stop, len(self._source)
            title = parseLinkTitle(self._source, at, stop, title)
        return (title.str, title.pos) if title.ok else ("", -1)

    def read(self) -> _Target | None:
        """The definition, if it is one."""
        from markdown_it.common.normalize_url import normalizeLink, validateLink
        from markdown_it.helpers import parseLinkDestination

        label_end = self._label_end()
        if label_end < 0:
            return None
        at = self._past_space(label_end + 2)
        target = parseLinkDestination(self._source, at, len(self._source))
        href = normalizeLink(target.str) if target.ok else ""
        label = label_key(self._source[1:label_end])
        if not target.ok or not validateLink(href) or not label:
            return None
        below = self._next
        at = self._past_space(target.pos)
        if at > target.pos:
            title, end = self._title(at)
            if end >= 0 and self._ends_line(end):
                return _Target(label, href, title, self._next)
            if end >= 0 and not title:
                # markdown-it-py takes no definition with something behind an empty title.
                return None
        return _Target(label, href, "", below) if self._ends_line(target.pos) else None

    def _ends_line(self, at: int) -> bool:
        """Whether nothing but white space stands between `at` and the end of its line."""
        end = self._source.find("\n", at)
        return not self._source[at : end if end >= 0 else None].strip(SPACES)
