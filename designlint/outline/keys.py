"""The template's front matter → the keys of documents, and what only stands in for values."""

import re

from designlint.document.front_matter import FrontMatter, scalars
from designlint.document.normalise import fold, name_key
from designlint.expressions import expression
from designlint.outline.key_comments import asked_in_comments
from designlint.outline.marks import has_placeholder
from designlint.outline.model import ExpectedKey
from designlint.outline.source import TemplateSource
from designlint.outline.vocabulary import read_vocabulary

_COMMENT = expression(r"(?:^|[ \t])#[^\n]*", re.MULTILINE)
_BLANK = ("", "[]", "{}", '""', "''", "null", "~", "-")
_PATH = expression(r"[a-z\d_.-]+(?:/[a-z\d_.-]+)+")
_BOOLEANS = ("true/false", "yes/no", "on/off")


def read_keys(source: TemplateSource) -> tuple[ExpectedKey, ...]:
    """The top-level keys of the template's front matter, in order.

    Optional are those of which a comment says so, those that lead to other documents, and those
    that the template leaves empty while it fills others.
    """
    front_matter = source.document.front_matter
    if front_matter is None:
        return ()
    values: dict[str, list[str]] = {}
    for scalar in scalars(front_matter):
        values.setdefault(scalar.key, []).append(source.text(scalar.span))
    asked = asked_in_comments(front_matter, source.lexicon)
    blank = _blank_keys(front_matter)
    keys = []
    for name, span in front_matter.key_spans():
        own = values.get(name, [])
        vocabularies = (_vocabulary(source, name, value) for value in own)
        by_default = name in blank or name_key(name) in source.lexicon.relations
        keys.append(
            ExpectedKey(
                name,
                source.line_of(span.start),
                next(filter(None, vocabularies), ()),
                tuple(fold(value) for value in own if _is_hint(source, name, value)),
                not asked.get(name, not by_default),
            )
        )
    return tuple(keys)


def _blank_keys(front_matter: FrontMatter) -> frozenset[str]:
    """The keys without a value; none where no key has one, which asks for all of them."""
    spans = list(front_matter.key_spans())
    source, base = front_matter.source, front_matter.body.start
    ends = [span.start - base for _, span in spans[1:]] + [len(source)]
    blank = set()
    for (key, span), end in zip(spans, ends, strict=True):
        value = source[span.end - base : end].lstrip(" \t").removeprefix(":")
        if _COMMENT.sub("", value).strip() in _BLANK:
            blank.add(key)
    return frozenset(blank) if len(blank) < len(spans) else frozenset()


def _vocabulary(source: TemplateSource, name: str, value: str) -> tuple[str, ...]:
    """The values that a value lists: `docs/design` is more likely a path."""
    if (
        _PATH.fullmatch(value)
        and value not in _BOOLEANS
        and name_key(name) not in source.lexicon.status
    ):
        return ()
    return read_vocabulary(value)


def _is_hint(source: TemplateSource, name: str, value: str) -> bool:
    """Whether a value only stands in for one. A template's own title is never a document's."""
    return (
        has_placeholder(value)
        or bool(_vocabulary(source, name, value))
        or source.lexicon.patterns.sample.search(value) is not None
        or name_key(name) == "title"
    )
