"""Where a document is in its life, and what else of its metadata rules depend on."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct

from designlint.alignment.traits import Traits
from designlint.document import Document
from designlint.document.fields import Field, fields_in, name_and_value
from designlint.document.front_matter import scalars
from designlint.document.normalise import name_key, words
from designlint.document.span import Span
from designlint.facts.birth import stated_birth
from designlint.language.lexicon import ENGLISH, Lexicon
from designlint.language.phrases import bare
from designlint.outline.vocabulary import read_vocabulary


class StatusForm(StrEnum):
    """Where a status is stated: a section says it in its heading, or in its first line."""

    FRONT_MATTER = "front matter"
    FIELD = "field"
    SECTION = "section"


class StatedStatus(Struct, frozen=True):
    """What a document says of its status: the key, label or title it stands under, and where."""

    name: str
    text: str
    span: Span
    form: StatusForm


def find_statuses(document: Document, lexicon: Lexicon = ENGLISH) -> Iterator[StatedStatus]:
    """The status wherever it is stated: front matter, then fields near the top and sections.

    The first one is the document's.
    """
    return _find(document, _fields(document), lexicon)


def read_traits(
    document: Document, as_status: str, born: str = "", lexicon: Lexicon = ENGLISH
) -> Traits:
    """The document's status, date and metadata.

    `as_status` wins over what the document says; `born`, an ISO date, is for one that states none.
    """
    fields = _fields(document)
    metadata = _metadata(document, fields)
    stated = None if as_status else next(_find(document, fields, lexicon), None)
    born = stated_birth(metadata, document.path, lexicon) or born
    status = stated.text if stated else as_status
    return Traits(normalise_status(status, lexicon), born, metadata)


def normalise_status(text: str, lexicon: Lexicon = ENGLISH) -> str:
    """The status that a text names: its first word; `In Review`, `Awaiting review` are review.

    `Draft | Review | Accepted` is the template's list, and names none.
    """
    found = words(text)
    if not found or read_vocabulary(text.strip("[]{}<> ")):
        return ""
    named = lexicon.status_named(text)
    if named:
        return named
    if found[0] in ("in", "under", "awaiting", "for", "ready", "needs", "pending"):
        rest = [word for word in found[1:3] if word != "for"]
        return "review" if rest[:1] == ["review"] else (rest or found)[0]
    return found[0]


def _find(
    document: Document, fields: tuple[Field, ...], lexicon: Lexicon
) -> Iterator[StatedStatus]:
    yield from _in_front_matter(document, lexicon)
    yield from _in_fields(document, fields, lexicon)
    yield from _in_sections(document, lexicon)


def read_metadata(document: Document) -> dict[str, str]:
    """Front matter and the fields above the first section, by their keys, in lower case."""
    return _metadata(document, _fields(document))


def _metadata(document: Document, fields: tuple[Field, ...]) -> dict[str, str]:
    """Front matter and the fields above the first section; the front matter wins."""
    found: dict[str, str] = {}
    for field in fields:
        found.setdefault(field.key, bare(field.text(document)).lower())
    for key, value in _front_matter(document):
        found[name_key(key)] = value.lower()
    return found


def _fields(document: Document) -> tuple[Field, ...]:
    blocks = document.root.blocks + (document.title.blocks if document.title else ())
    return fields_in(document, blocks)


def _front_matter(document: Document) -> Iterator[tuple[str, str]]:
    front_matter = document.front_matter
    for key, value in front_matter.readable.items() if front_matter else ():
        if isinstance(value, (str, int, float, date)):
            yield key, str(value)


def _in_front_matter(document: Document, lexicon: Lexicon) -> Iterator[StatedStatus]:
    for key, value in _front_matter(document):
        if document.front_matter and name_key(key) in lexicon.status and value.strip():
            own = (each.span for each in scalars(document.front_matter) if each.key == key)
            span = next(own, document.front_matter.key_span(key))
            yield StatedStatus(key, value, span, StatusForm.FRONT_MATTER)


def _in_fields(
    document: Document, fields: tuple[Field, ...], lexicon: Lexicon
) -> Iterator[StatedStatus]:
    for field in fields:
        text = document.plain_text(field.text(document)) if field.key in lexicon.status else ""
        if text:
            yield StatedStatus(field.label, text, field.value_span(document), StatusForm.FIELD)


def _in_sections(document: Document, lexicon: Lexicon) -> Iterator[StatedStatus]:
    """A section named Status near the top, as decision records have it: its first line."""
    for section in document.sections[:4]:
        name, value = name_and_value(section.title)
        if name_key(name) not in lexicon.status:
            continue
        if value:
            yield StatedStatus(name, value, section.anchor, StatusForm.SECTION)
        elif section.blocks:
            span = section.blocks[0].span
            line = span.slice(document.text).split("\n")[0].rstrip()
            text = document.plain_text(line)
            if text:
                at = Span(span.start, span.start + len(line))
                yield StatedStatus(section.title, text, at, StatusForm.SECTION)
