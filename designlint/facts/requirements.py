"""Requirements: those that a document defines, and those that it says it addresses."""

from msgspec import Struct

from designlint.document import Document
from designlint.facts.requirement_definitions import DefinitionReader, Requirement
from designlint.facts.requirement_ids import DEFAULT_PATTERN, find_ids
from designlint.facts.requirement_mentions import Mention, find_mentions
from designlint.facts.requirement_names import defining_scopes
from designlint.language.lexicon import Lexicon


class RequirementSettings(Struct, frozen=True):
    """How requirements are found in a document. Picklable.

    `pattern` is what ids look like. `listed` is True for a document that the configuration names
    as one that defines requirements, wherever in it they stand.
    """

    pattern: str = DEFAULT_PATTERN
    listed: bool = False


DEFAULT_SETTINGS = RequirementSettings()
"""What holds where nothing else is said."""


class Requirements(Struct, frozen=True):
    """What a document says of requirements, in document order.

    An id that the document defines twice is there once; `addressed` has every mention.
    """

    defined: tuple[Requirement, ...] = ()
    addressed: tuple[Mention, ...] = ()


def find_requirements(
    document: Document, lexicon: Lexicon, settings: RequirementSettings
) -> Requirements:
    """The requirements of a document."""
    written = tuple(find_ids(document.text, settings.pattern))
    if not written:
        return Requirements()
    scopes = tuple(defining_scopes(document, lexicon, everywhere=settings.listed))
    reader = DefinitionReader(document, lexicon, written)
    defined: dict[str, Requirement] = {}
    for scope in scopes:
        for each in reader.read(scope):
            defined.setdefault(each.id.key, each)
    defining = tuple(scope.section.span for scope in scopes)
    mentions = find_mentions(document, lexicon, written, defining)
    return Requirements(tuple(defined.values()), tuple(mentions))
