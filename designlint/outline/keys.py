"""The template's front matter → the keys of documents, and what only stands in for values."""

from designlint.document.front_matter import scalars
from designlint.document.normalise import fold, name_key
from designlint.outline.marks import has_placeholder
from designlint.outline.model import ExpectedKey
from designlint.outline.source import TemplateSource
from designlint.outline.vocabulary import read_vocabulary


def read_keys(source: TemplateSource) -> tuple[ExpectedKey, ...]:
    """The top-level keys of the template's front matter, in order."""
    front_matter = source.document.front_matter
    if front_matter is None:
        return ()
    values: dict[str, list[str]] = {}
    for scalar in scalars(front_matter):
        values.setdefault(scalar.key, []).append(source.text(scalar.span))
    keys = []
    for name, span in front_matter.key_spans():
        own = values.get(name, [])
        keys.append(
            ExpectedKey(
                name,
                source.line_of(span.start),
                next(filter(None, map(read_vocabulary, own)), ()),
                tuple(fold(value) for value in own if _is_hint(source, name, value)),
            )
        )
    return tuple(keys)


def _is_hint(source: TemplateSource, name: str, value: str) -> bool:
    """Whether a value only stands in for one. A template's own title is never a document's."""
    return (
        has_placeholder(value)
        or bool(read_vocabulary(value))
        or source.lexicon.patterns.sample.search(value) is not None
        or name_key(name) == "title"
    )
