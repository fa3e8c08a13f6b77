"""What short texts say: nothing at all, or that there is nothing to say and why."""

import re

from designlint.document.comments import without_comments
from designlint.language import words

_TRIM = " \t\n*_`~\"'()."
_LONGEST_FIRST = sorted(map(re.escape, words.NOTHING), key=len, reverse=True)
_NOTHING = re.compile(rf"(?P<word>{'|'.join(_LONGEST_FIRST)})\b", re.IGNORECASE)
_DASHES = re.compile(r"[-–—_.…?*/\\\s]*")
_PENDING = re.compile(
    r"(?:tbd|tba|tbc|todo|pending|open|unknown|unresolved|undecided|to be \w+|\?+)\W*",
    re.IGNORECASE,
)
_MARKER = re.compile(
    r"(?:(?-i:TBD|TODO|FIXME|XXX)|to be (?:determined|decided|defined|done))\b.*|\?{3}",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE_REASON = re.compile(r"\s*(?:[–—:,;(]|[-.](?=\s))")
_NOT_AVAILABLE = re.compile(r"(?:n\.?\s?/?\s?a|not applicable)", re.IGNORECASE)


def bare(text: str) -> str:
    """Text without comments, emphasis marks and full stops around it."""
    return without_comments(text).strip(_TRIM)


def is_filler(text: str) -> bool:
    """Whether a text only fills the place: `N/A`, `-`, `…`, and no reason with it."""
    core = bare(text)
    return bool(text.strip()) and (is_dash(text) or _NOT_AVAILABLE.fullmatch(core) is not None)


def is_dash(text: str) -> bool:
    """Whether a text is empty, or nothing but dashes, dots and the like."""
    return _DASHES.fullmatch(bare(text)) is not None


def is_marker(text: str) -> bool:
    """Whether a text opens with a marker of something unfinished: `TBD`, `TODO: ask Ada`."""
    return _MARKER.fullmatch(bare(text)) is not None


def is_pending(text: str) -> bool:
    """Whether a text only says that it is still to be written: `TBD`, `pending`, `?`."""
    return is_marker(text) or _PENDING.fullmatch(bare(text)) is not None


def says_nothing(text: str) -> bool:
    """Whether a text is empty, filler, or just `none`."""
    core = bare(text)
    return is_filler(text) or not core or core.casefold() in words.NOTHING


def is_waiver(text: str) -> bool:
    """Whether a text says that there is nothing to say, and why: `None — no database`."""
    rest = _after_nothing(text)
    if rest is None:
        return False
    marked = _BEFORE_REASON.match(rest)
    reason = rest[marked.end() :] if marked else rest
    if is_pending(reason) or not (marked or rest[:1].isspace()):
        return False
    return len(re.findall(r"\w+", reason)) >= (1 if marked else 2)


def opens_waiver(text: str) -> bool:
    """Whether a text is a waiver beyond doubt: a dash or a colon divides it from its reason."""
    rest = _after_nothing(text)
    return rest is not None and rest.lstrip()[:1] in tuple("-–—:") and is_waiver(text)


def _after_nothing(text: str) -> str | None:
    """What follows the word that says that there is nothing; None without such a word."""
    core = bare(text)
    match = _NOTHING.match(core)
    return None if match is None else core[match.end() :]
