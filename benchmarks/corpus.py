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

    def documents(self) -> Iterator[Document]:
        """The documents that are text; `path` is relative to the corpus."""
        for path in self.paths:
            source = read_source(path)
            if not isinstance(source, Unreadable):
                yield parse_document(source, str(path))

    def template_of(self, document: Document) -> Template:
        """The template of which the document has the largest share of sections; first wins."""
        if len(self.templates) == 1:
            return self.templates[0]
        keys = frozenset(name_key(section.title) for section in document.sections)
        found = [(likeness(each.outline, keys), each) for each in self.templates]
        return max(found, key=lambda pair: (pair[0].share, pair[0].found))[1]


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
