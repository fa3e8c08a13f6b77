"""What short texts say: nothing at all, or that there is nothing to say and why."""

import re

from designlint.document.comments import without_comments
from designlint.document.normalise import fold
from designlint.expressions import expression
from designlint.language.lexicon import Lexicon

_TRIM = " \t\n*_`~\"'().。．（）「」『』“”„"
_DASHES = expression(r"[-‐–—―ー－−_＿.…⋯・。?？*/\\~〜～\s]*")
# `k. A., weil …`: an abbreviation ends in a stop of its own.
_BEFORE_REASON = expression(r"\s*(?:\.?\s*[–—―:,;(：、，；（。．]|[-.－](?=\s))")


def bare(text: str) -> str:
    """Text without comments, emphasis marks and full stops around it."""
    return without_comments(text).strip(_TRIM)


def is_filler(text: str, lexicon: Lexicon) -> bool:
    """Whether a text only fills the place: `N/A`, `-`, `…`, and no reason with it."""
    return bool(text.strip()) and _fills(bare(text), lexicon)


def is_not_applicable(text: str, lexicon: Lexicon) -> bool:
    """Whether a text says that something does not apply: `N/A`."""
    return lexicon.patterns.not_applicable.fullmatch(bare(text)) is not None


def is_dash(text: str) -> bool:
    """Whether a text is empty, or nothing but dashes, dots and the like."""
    return _DASHES.fullmatch(bare(text)) is not None


def is_marker(text: str, lexicon: Lexicon) -> bool:
    """Whether a text opens with a marker of something unfinished: `TBD`, `TODO: ask Ada`."""
    return lexicon.patterns.marker.fullmatch(bare(text)) is not None


def is_pending(text: str, lexicon: Lexicon) -> bool:
    """Whether a text only says that it is still to be written: `TBD`, `pending`, `?`."""
    return is_marker(text, lexicon) or lexicon.patterns.pending.fullmatch(bare(text)) is not None


def says_nothing(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is empty, filler, or just `none`."""
    core = bare(text)
    return _fills(core, lexicon) or fold(core) in lexicon.nothings


def _fills(core: str, lexicon: Lexicon) -> bool:
    """Whether a bare text is empty or only fills the place."""
    return bool(_DASHES.fullmatch(core) or lexicon.patterns.not_applicable.fullmatch(core))


def is_waiver(text: str, lexicon: Lexicon) -> bool:
    """Whether a text says that there is nothing to say, and why: `None — no database`."""
    rest = _after_nothing(text, lexicon)
    if rest is None:
        return False
    marked = _BEFORE_REASON.match(rest)
    reason = rest[marked.end() :] if marked else rest
    if is_pending(reason, lexicon) or not (marked or rest[:1].isspace()):
        return False
    return len(re.findall(r"\w+", reason)) >= (1 if marked else 2)


def gives_no_value(text: str, lexicon: Lexicon) -> bool:
    """Whether a text gives no value, or says that there is none, or none yet."""
    return says_nothing(text, lexicon) or is_waiver(text, lexicon) or is_marker(text, lexicon)


def opens_waiver(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is a waiver beyond doubt: a dash or a colon divides it from its reason."""
    rest = _after_nothing(text, lexicon)
    if rest is None or rest.lstrip(" .")[:1] not in tuple("-–—―:：－"):
        return False
    return is_waiver(text, lexicon)


def _after_nothing(text: str, lexicon: Lexicon) -> str | None:
    """What follows the word that says that there is nothing; None without such a word."""
    core = bare(text)
    match = lexicon.patterns.nothing.match(core)
    return None if match is None else core[match.end() :]
