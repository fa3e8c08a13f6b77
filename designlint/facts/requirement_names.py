"""Which sections define requirements, and which names say that requirements are addressed."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from designlint.document import Document
from designlint.document.sections import Section
from designlint.language.lexicon import Lexicon
from designlint.language.patterns import alternation
from designlint.outline.titles import title_key


class Scope(Struct, frozen=True):
    """A section that defines requirements; `waived` where it says that they are not to be met."""

    section: Section
    waived: bool


def defining_scopes(document: Document, lexicon: Lexicon, *, everywhere: bool) -> Iterator[Scope]:
    """The sections that define requirements and those below them, in document order.

    What stands below a section that addresses them is left out. With `everywhere` the whole
    document defines requirements, whatever its titles say.
    """
    stack = [(document.root, everywhere, False)]
    while stack:
        section, defines, waived = stack.pop()
        key = title_key(section.title, lexicon)
        if is_addressing(key, lexicon):
            continue
        named = _names_requirements(key, lexicon)
        waived = waived or _is_waived(key, lexicon)
        defines = defines or named
        if defines:
            yield Scope(section, waived)
        stack += [(child, defines, waived) for child in reversed(section.children)]


def addressing_sections(document: Document, lexicon: Lexicon) -> Iterator[Section]:
    """The sections that by their titles say which requirements are addressed."""
    inside = -1
    for section in document.sections:
        key = title_key(section.title, lexicon)
        if section.span.start < inside:
            continue
        labelled = key in lexicon.requirement and not _names_requirements(key, lexicon)
        if labelled or is_addressing(key, lexicon):
            inside = section.span.end
            yield section


@lru_cache(maxsize=4096)
def is_addressing(key: str, lexicon: Lexicon) -> bool:
    """Whether a title or label says that requirements are addressed here."""
    return key in lexicon.addressed or _names(lexicon).addressed.search(key) is not None


def says_withdrawn(text: str, lexicon: Lexicon) -> bool:
    """Whether the text behind an id says that the requirement is withdrawn.

    In brackets, right behind the id or at the end of the line, or as all that the line says.
    """
    return _names(lexicon).withdrawn.search(text) is not None


class _Names(Struct, frozen=True):
    requirements: re.Pattern[str]
    addressed: re.Pattern[str]
    withdrawn: re.Pattern[str]


@lru_cache(maxsize=16)
def _names(lexicon: Lexicon) -> _Names:
    gone = alternation((*lexicon.ended, *lexicon.withdrawn))
    return _Names(
        re.compile(alternation(lexicon.requirements)),
        re.compile(alternation(name for name in lexicon.addressed if " " in name)),
        re.compile(
            rf"^\W*(?:[(\[（【]\s*(?:{gone})|(?:{gone})\W*$)"
            rf"|[(\[（【]\s*(?:{gone})[^()\[\]（）【】]{{0,80}}[)\]）】]\W*$",
            re.IGNORECASE,
        ),
    )


@lru_cache(maxsize=4096)
def _names_requirements(key: str, lexicon: Lexicon) -> bool:
    """Whether a title says Requirements before its colon, or at its very end."""
    found = list(_names(lexicon).requirements.finditer(key))
    return bool(found) and (":" not in key[: found[0].start()] or found[-1].end() == len(key))


@lru_cache(maxsize=4096)
def _is_waived(key: str, lexicon: Lexicon) -> bool:
    """Whether a title says that what is below it is not to be met: `Withdrawn`, `Out of scope`."""
    gone = (*lexicon.ended, *lexicon.withdrawn)
    found = _names(lexicon).requirements.search(key)
    before = key[: found.start()].strip() if found else key
    negated = found is not None and bool(before) and before.split()[-1] in lexicon.opposites
    return before in gone or negated
