"""A corpus on disk: a folder with `template/` and `docs/`, Markdown files somewhere below both."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from designlint.discovery.likeness import likeness
from designlint.document import Document, parse_document
from designlint.document.normalise import name_key
from designlint.document.source import Unreadable, read_source
from designlint.outline import Outline, compile_template

_HALF = 0.5


@dataclass(frozen=True)
class Template:
    """A template file and what it compiles to. `text` is its source."""

    path: Path
    text: str
    outline: Outline


@dataclass(frozen=True)
class Corpus:
    """The documents of one team, and the templates that they were written from."""

    name: str
    templates: tuple[Template, ...]
    paths: tuple[Path, ...]

    @cached_property
    def size(self) -> float:
        """Of the documents, in MB."""
        return sum(path.stat().st_size for path in self.paths) / 1e6

    def texts(self) -> Iterator[str]:
        """The texts of the documents."""
        sources = map(read_source, self.paths)
        yield from (source for source in sources if not isinstance(source, Unreadable))

    def documents(self) -> Iterator[Document]:
        """The documents that are text."""
        for path in self.paths:
            source = read_source(path)
            if not isinstance(source, Unreadable):
                yield parse_document(source, str(path))

    def template_of(self, document: Document) -> Template:
        """The template that a document fits best; the first of those that fit equally.

        That is the one of whose required sections it has the largest share, if that is half of
        them, then the one of which it lacks fewest, the one that knows most of its sections, and
        the one that asks for least.
        """
        if len(self.templates) == 1:
            return self.templates[0]
        keys = frozenset(name_key(section.title) for section in document.sections)

        def fit(template: Template) -> tuple[float, int, int, int]:
            sections = list(template.outline.root.walk())
            known = [each.pattern for each in sections if not each.pattern.free]
            named = sum(any(pattern.matches(key) for pattern in known) for key in keys)
            like = likeness(template.outline, keys)
            asked = sum(not each.optional for each in sections)
            share = like.share if like.share >= _HALF else 0.0
            return share, like.found - like.wanted, named, -asked

        return max(self.templates, key=fit)


def read_corpora(folder: Path) -> Iterator[Corpus]:
    """Every corpus directly below `folder`, by name. Raises TemplateError."""
    for each in sorted(folder.iterdir()):
        templates = tuple(_templates(each / "template"))
        paths = tuple(sorted((each / "docs").rglob("*.md")))
        if templates and paths:
            yield Corpus(each.name, templates, paths)


def _templates(folder: Path) -> Iterator[Template]:
    for path in sorted(folder.rglob("*.md")):
        text = path.read_text("utf-8")
        yield Template(path, text, compile_template(text, path.name))
