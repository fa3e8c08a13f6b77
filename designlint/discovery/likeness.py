"""How much of a template's outline a document has, by the names of its sections alone."""

from msgspec import Struct

from designlint.alignment.compound import goes_on
from designlint.document import Document
from designlint.document.normalise import name_key
from designlint.outline import Outline


class Likeness(Struct, frozen=True):
    """How many of an outline's required top-level sections a document has.

    `own` are those of them that bear the template's own names, and not only an alias of it:
    aliases are words that other kinds of document use as well.
    """

    found: int
    wanted: int
    own: int

    @property
    def share(self) -> float:
        """0 to 1."""
        return self.found / self.wanted if self.wanted else 0.0

    @property
    def rank(self) -> tuple[float, float]:
        """What orders types by how like them a document is, the greatest first."""
        return (self.own / self.wanted if self.wanted else 0.0, self.share)

    def reaches(self, share: float) -> bool:
        """Whether this is enough to take the document for one of the type."""
        return self.own > 0 and self.share >= share

    def __str__(self) -> str:
        verb = "is" if self.found == 1 else "are"
        return f"{self.found} of {self.wanted} of its sections {verb} there"


def likeness(outline: Outline, keys: frozenset[str]) -> Likeness:
    """Of the sections that `outline` requires at the top, those that `keys` name anywhere."""
    wanted = [
        section
        for section in outline.root.children
        if not section.optional and not section.pattern.free
    ]
    named = [
        {key for key in keys if each.pattern.matches(key) or goes_on(each, key)} for each in wanted
    ]
    own = [found - set(each.pattern.aliases) for each, found in zip(wanted, named, strict=True)]
    return Likeness(sum(map(bool, named)), len(wanted), sum(map(bool, own)))


def heading_keys(document: Document) -> frozenset[str]:
    """The names of all sections of a document, in the form in which names compare."""
    return frozenset(name_key(section.title) for section in document.sections)
