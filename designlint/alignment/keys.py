"""The keys that a template's front matter has, laid against those of a document."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from designlint.alignment.likeness import similar_name
from designlint.document.front_matter import FrontMatter
from designlint.document.normalise import name_key
from designlint.document.span import Span
from designlint.document.yaml_text import YamlPath
from designlint.language.lexicon import Lexicon
from designlint.outline.model import ExpectedKey

_MOST_COMPARED = 100
"""Keys among which one with a similar name is looked for."""


class KeyValue(Struct, frozen=True):
    """One value of a key, or one item of its list: as it is written, and as YAML reads it."""

    text: str
    read: str
    span: Span


class KeyMatch(Struct, frozen=True):
    """A key of the template, and where the document has it; `actual` is None where it has not.

    `blank`: it has no value. `comment` is what its author wrote there instead, if that is a
    comment to YAML. `values` are its values, none where they are mappings. `after` is the key of
    the document behind which a missing one belongs, `similar` one whose name is much like it.
    """

    expected: ExpectedKey
    actual: Span | None
    blank: bool = False
    comment: str = ""
    values: tuple[KeyValue, ...] = ()
    after: str = ""
    similar: str = ""


def match_keys(
    expected: Sequence[ExpectedKey], front_matter: FrontMatter, lexicon: Lexicon
) -> Iterator[KeyMatch]:
    """One match for each key. Names compare as `name_key` has them. The YAML is not broken."""
    actual = {name_key(name): (name, span) for name, span in front_matter.key_spans()}
    known = {name_key(key.name) for key in expected}
    others = [name for key, (name, _) in actual.items() if key not in known][:_MOST_COMPARED]
    after = ""
    for key in expected:
        name, span = actual.get(name_key(key.name), ("", None))
        if span is None:
            similar = similar_name(key.name, others, lexicon)
            yield KeyMatch(key, None, after=after, similar=similar)
            continue
        after = name
        value = front_matter.values.get(name)
        if _is_blank(value):
            yield KeyMatch(key, span, blank=True, comment=_comment(front_matter, span))
        else:
            values = tuple(_values(front_matter, name, value)) if key.vocabulary else ()
            yield KeyMatch(key, span, values=values)


def _is_blank(value: Any) -> bool:
    if isinstance(value, list):
        return all(map(_is_blank, value))
    return value is None or value == {} or (isinstance(value, str) and not value.strip())


def _comment(front_matter: FrontMatter, key: Span) -> str:
    """What follows a key on its line behind a `#`, which is all of it where it has no value."""
    start = key.end - front_matter.body.start
    line = front_matter.source[start:].split("\n", 1)[0]
    said = line.partition("#")[2]
    # Behind a space it is a remark that was meant as one.
    return f"#{said.strip()}" if said.strip() and not said[0].isspace() else ""


def _values(front_matter: FrontMatter, name: str, value: Any) -> Iterator[KeyValue]:
    items: list[tuple[YamlPath, Any]] = [((name,), value)]
    if isinstance(value, list):
        items = [((name, at), each) for at, each in enumerate(value)]
    for path, each in items:
        place = front_matter.places.get(path)
        if place and place.scalar and not _is_blank(each):
            start = front_matter.body.start
            text = front_matter.source[place.value.start - start : place.value.end - start]
            yield KeyValue(text, str(each), place.span)
