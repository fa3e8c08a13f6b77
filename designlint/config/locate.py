"""Finds the line of a key in TOML text, which tomllib does not tell. For error messages only."""

import re
from collections.abc import Iterator

from designlint.config.errors import Key
from designlint.expressions import expression

_PART = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_DOTTED = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_HEADER = expression(rf"[ \t]*(?P<open>\[\[?)[ \t]*(?P<key>{_DOTTED})[ \t]*\]")
_ASSIGNMENT = expression(rf"[ \t]*(?P<key>{_DOTTED})[ \t]*=(?P<value>.*)", re.DOTALL)
_SPLIT = expression(_PART)
_TOKEN = expression(
    r'"""(?:[^\\]|\\.)*?"""'
    r"|'''.*?'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|[\[\]{}]",
    re.DOTALL,
)


def line_of(text: str, key: Key, value: str = "") -> int:
    """The 1-based line of `key`, or of the nearest table or key around it.

    Where `value` is given, the line of the string `value` within the key's value. `text` is
    valid TOML.
    """
    best, best_depth, extent = 1, 0, ""
    for line, entry, source in _entries(text):
        depth = _common(entry, key)
        if depth > best_depth:
            best, best_depth, extent = line, depth, source
    if value:
        at = re.search(rf"(?P<quote>[\"']){re.escape(value)}(?P=quote)", extent)
        if at:
            return best + extent.count("\n", 0, at.start())
    return best


def _common(entry: Key, key: Key) -> int:
    depth = 0
    for ours, theirs in zip(entry, key, strict=False):
        if ours != theirs:
            break
        depth += 1
    return depth


def _entries(text: str) -> Iterator[tuple[int, Key, str]]:
    """Each header and assignment: its line, its full key, and its source."""
    lines = text.split("\n")
    arrays: dict[Key, int] = {}
    table: Key = ()
    at = 0
    while at < len(lines):
        start, line = at, lines[at]
        at += 1
        header = _HEADER.match(line)
        if header:
            parts = _parts(header["key"])
            table = _resolve(parts[:-1], arrays)
            whole = (*table, parts[-1])
            if header["open"] == "[[":
                arrays[whole] = arrays.get(whole, -1) + 1
            table = _resolve(parts, arrays)
            yield start + 1, table, line
            continue
        assignment = _ASSIGNMENT.match(line)
        if assignment is None:
            continue
        source = assignment["value"]
        while at < len(lines) and _is_open(source):
            source += "\n" + lines[at]
            at += 1
        yield start + 1, (*table, *_parts(assignment["key"])), source


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part[1:-1] if part[0] in "\"'" else part for part in _SPLIT.findall(dotted))


def _resolve(parts: tuple[str, ...], arrays: dict[Key, int]) -> Key:
    """The key of a table, with the index of the last element after each array of tables."""
    key: Key = ()
    for part in parts:
        key = (*key, part)
        if key in arrays:
            key = (*key, arrays[key])
    return key


def _is_open(source: str) -> bool:
    """Whether a value goes on in the next line: in a bracket or a multi-line string."""
    depth = 0
    rest = _TOKEN.sub(lambda match: match[0] if match[0] in "[]{}" else "", source)
    if '"""' in rest or "'''" in rest:
        return True
    for character in rest:
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(character, 0)
    return depth > 0
