"""Which document type a file has, and why."""

import os
from collections.abc import Mapping
from functools import cached_property
from math import ceil
from pathlib import Path, PurePath

from msgspec import Struct, field

from designlint.discovery.globs import Globs
from designlint.discovery.likeness import heading_keys, likeness
from designlint.discovery.template_files import is_template_file
from designlint.document import Document, parse_document
from designlint.document.blocks import CodeBlock
from designlint.document.normalise import name_key
from designlint.finding import Severity
from designlint.language.lexicon import ENGLISH, Lexicon
from designlint.metadata.schema import FrontMatterSchema
from designlint.outline import Outline, compile_template

ENOUGH = 0.5
"""The share of a type's sections that makes a document one of it, unless the type says more."""
ENOUGH_AT_USUAL_PATH = 0.2
FEWEST_AT_USUAL_PATH = 2
LATEST = "latest"
"""The version of a template that is in the working tree."""
BIRTH = "birth"
"""The version of a template that a document was written to."""
_OVERVIEWS = ("readme", "index")
_MARKDOWN = ("", "markdown", "md", "mdx")


class DocumentType(Struct, frozen=True, eq=False, dict=True):
    """A name, a template, and the files that are usually or by configuration of that type.

    `origin` is what messages call the template. `template_path` is None for one from a pack.
    `severity` is what the configuration says for these documents alone. `version` is which
    version of the template they are held to: LATEST, BIRTH, or a revision in git. `enough` is
    the share of its sections that makes any document one of it. The template is compiled with
    `lexicon`. `schema` is what the front matter is held to instead of the template's.
    """

    name: str
    origin: str
    template: str
    files: Globs
    template_path: Path | None = None
    severity: Mapping[str, Severity] = field(default_factory=dict)
    version: str = LATEST
    enough: float = ENOUGH
    lexicon: Lexicon = ENGLISH
    schema: FrontMatterSchema | None = None

    @cached_property
    def outline(self) -> Outline:
        """The template, compiled when first asked for. Raises TemplateError."""
        return compile_template(self.template, self.origin, self.lexicon)


class Choice(Struct, frozen=True):
    """The type of one file, or None for a file to leave alone, and the reason in plain words."""

    type: DocumentType | None
    reason: str

    @property
    def type_name(self) -> str | None:
        """The name of the type."""
        return self.type.name if self.type else None


class TypeChooser(Struct, frozen=True, dict=True):
    """Chooses among `types`, in their order.

    With `config`, the shown path of the file that lists them in `[[documents]]`, only their
    globs count; without one, what a document looks like.
    """

    types: tuple[DocumentType, ...]
    config: str = ""

    @cached_property
    def _templates(self) -> dict[str, str]:
        """Type names by the real path of their template."""
        return {
            os.path.realpath(each.template_path): each.name
            for each in self.types
            if each.template_path is not None
        }

    def template_owner(self, path: Path) -> str | None:
        """The name of the type whose configured template is the file at `path`, if one is."""
        return self._templates.get(os.path.realpath(path)) if self._templates else None

    def by_path(self, path: Path) -> Choice | None:
        """The choice, where the absolute `path` settles it without a look at the document."""
        owner = self.template_owner(path)
        if owner:
            return Choice(None, f"it is the template of type {owner}")
        if not self.config:
            return None
        for each in self.types:
            if each.files.match(path):
                return Choice(each, f"{_globs(each)} in {self.config} matches its path")
        return Choice(None, f"no `files` of [[documents]] in {self.config} match its path")

    def choose(self, document: Document, path: Path) -> Choice:
        """The type of `document`, which is at the absolute `path`."""
        settled = self.by_path(path)
        if settled:
            return settled
        if is_template_file(path, document):
            return Choice(None, "it is a template itself, by its name and its placeholders")
        document = _unwrapped(document)
        return (
            self._by_front_matter(document)
            or self._by_title(document)
            or self._by_likeness(document, path)
        )

    def _by_front_matter(self, document: Document) -> Choice | None:
        value = document.front_matter and document.front_matter.readable.get("type")
        if not isinstance(value, str):
            return None
        for each in self.types:
            if name_key(value) == name_key(each.name):
                return Choice(each, f"its front matter says `type: {value}`")
        return None

    def _by_title(self, document: Document) -> Choice | None:
        if document.title is None:
            return None
        key = name_key(document.title.title)
        named = [
            each
            for each in self.types
            if each.outline.title
            and not each.outline.title.free
            and each.outline.title.matches(key)
        ]
        if not named:
            return None
        keys = heading_keys(document)
        best = max(named, key=lambda each: likeness(each.outline, keys).rank)
        return Choice(best, f'its title is of the form "{best.outline.title_text}"')

    def _by_likeness(self, document: Document, path: Path) -> Choice:
        keys = heading_keys(document)
        ranked = sorted(
            ((likeness(each.outline, keys), each) for each in self.types),
            key=lambda pair: pair[0].rank,
            reverse=True,
        )
        if not ranked:
            return Choice(None, "there is no document type to choose from")
        for like, each in ranked:
            if like.reaches(each.enough):
                return Choice(each, str(like))
        if PurePath(path).stem.casefold() not in _OVERVIEWS:
            for like, each in ranked:
                if (
                    like.reaches(ENOUGH_AT_USUAL_PATH)
                    and like.found >= FEWEST_AT_USUAL_PATH
                    and each.files.match(path)
                ):
                    return Choice(each, f"{like}, and {_globs(each)} matches its path")
        like, nearest = ranked[0]
        if not like.found:
            return Choice(None, "nothing in it looks like a design document")
        enough = "half" if nearest.enough == ENOUGH else str(ceil(nearest.enough * like.wanted))
        return Choice(
            None, f"it is most like type {nearest.name}, but only {like}; {enough} of them would do"
        )


def _globs(each: DocumentType) -> str:
    return " or ".join(f"`{pattern}`" for pattern in each.files.patterns)


def _unwrapped(document: Document) -> Document:
    """The document that a Markdown fence holds, where that is most of the file.

    Such a file is still a design document, wrongly pasted, and that is what its author has to
    be told.
    """
    for block in document.blocks:
        if (
            isinstance(block, CodeBlock)
            and block.language.lower() in _MARKDOWN
            and 2 * (block.body.end - block.body.start) > len(document.text)
        ):
            return parse_document(block.body.slice(document.text), document.path)
    return document
