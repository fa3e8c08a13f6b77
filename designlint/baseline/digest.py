"""What stays the same of a finding when its section is moved, and of a document when it is."""

import hashlib
import re
from collections.abc import Mapping

from designlint.document import Document, parse_document
from designlint.document.normalise import fold
from designlint.document.sections import Section
from designlint.finding import Diagnostic

_SIZE = 32
"""How many hashes a sketch keeps: enough to tell half from a quarter in nearly every case."""
_DIGITS = 8
_LIKE = 0.5
"""The share of lines that two files have in common when one is the other renamed, as git has it."""
_STRUCTURE = re.compile(r"\s*(?:#|\||[-=*_`~>\s]*$|<!--)")


def contents_of(text: str, diagnostics: tuple[Diagnostic, ...]) -> Mapping[Diagnostic, str]:
    """For each diagnostic of a document a digest of what it is about and of its section's text.

    The titles above the section are left out, its own is not: two sections with the same findings
    are two.
    """
    document = parse_document(text)
    texts: dict[int, str] = {}
    found = {}
    for each in diagnostics:
        section = document.section_at(document.lines.start_of(each.start.line))
        if section.index not in texts:
            texts[section.index] = _own_text(document, section)
        found[each] = _digest(each.identity, texts[section.index])
    return found


def paths_of(text: str) -> frozenset[tuple[str, ...]]:
    """The paths of all sections of a document, below its title as diagnostics have them."""
    document = parse_document(text)
    above = document.title.path if document.title else ()
    paths = (section.path for section in document.sections)
    return frozenset(path[len(above) :] if path[: len(above)] == above else path for path in paths)


def sketch_of(text: str) -> str:
    """The smallest hashes of a document's lines, without headings, tables and the like.

    What documents of one type have in common says nothing of which is which.
    """
    lines = {fold(line) for line in text.split("\n") if not _STRUCTURE.match(line)}
    return "".join(sorted(map(_line_hash, lines))[:_SIZE])


def is_like(one: str, other: str) -> bool:
    """Whether two sketches are of documents that have half their lines in common (MinHash)."""
    mine, theirs = _hashes(one), _hashes(other)
    smallest = sorted(mine | theirs)[:_SIZE]
    return bool(smallest) and len([each for each in smallest if each in mine & theirs]) >= (
        _LIKE * len(smallest)
    )


def likeness(one: str, other: str) -> int:
    """How many hashes two sketches share, to find the best of several."""
    return len(_hashes(one) & _hashes(other))


def _own_text(document: Document, section: Section) -> str:
    end = section.children[0].span.start if section.children else section.span.end
    return fold(f"{section.title}\n{document.text[section.anchor.end : end]}")


def _hashes(sketch: str) -> set[str]:
    return {sketch[at : at + _DIGITS] for at in range(0, len(sketch), _DIGITS)}


def _line_hash(line: str) -> str:
    data = line.encode("utf-8", "replace")
    return hashlib.blake2b(data, digest_size=_DIGITS // 2).hexdigest()


def _digest(*parts: str) -> str:
    data = "\0".join(parts).encode("utf-8", "replace")
    return hashlib.sha256(data).hexdigest()[:16]
