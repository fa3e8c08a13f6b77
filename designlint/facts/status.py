"""Where a document is in its life, and what else of its metadata rules depend on."""

from datetime import date

from designlint.alignment.traits import Traits
from designlint.document import Document
from designlint.document.fields import fields_in
from designlint.document.normalise import name_key, words
from designlint.facts.birth import stated_birth
from designlint.language.lexicon import ENGLISH, Lexicon
from designlint.language.phrases import bare
from designlint.outline.vocabulary import read_vocabulary


def read_traits(
    document: Document, as_status: str, born: str = "", lexicon: Lexicon = ENGLISH
) -> Traits:
    """The document's status, date and metadata.

    `as_status` wins over what the document says; `born`, an ISO date, is for one that states none.
    """
    metadata = read_metadata(document)
    named = next(filter(None, (metadata.get(name) for name in lexicon.status)), "")
    status = as_status or named or _status_section(document, lexicon)
    born = stated_birth(metadata, document.path, lexicon) or born
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


def read_metadata(document: Document) -> dict[str, str]:
    """Front matter and the fields above the first section; the front matter wins."""
    found: dict[str, str] = {}
    blocks = document.root.blocks + (document.title.blocks if document.title else ())
    for field in fields_in(document, blocks):
        found.setdefault(field.key, bare(field.text(document)).lower())
    if document.front_matter is not None:
        for key, value in document.front_matter.readable.items():
            if isinstance(value, (str, int, float, date)):
                found[name_key(key)] = str(value).lower()
    return found


def _status_section(document: Document, lexicon: Lexicon) -> str:
    """The first line of a section named Status near the top, as decision records have it."""
    for section in document.sections[:4]:
        if name_key(section.title) in lexicon.status and section.blocks:
            text = section.blocks[0].span.slice(document.text)
            return document.plain_text(text.split("\n")[0])
    return ""
