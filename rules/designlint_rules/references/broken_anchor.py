from collections.abc import Iterator
from difflib import get_close_matches
from typing import ClassVar

from msgspec import Struct

from designlint.api import (
    Context,
    Corpus,
    CrossDocumentRule,
    Finding,
    Kind,
    Place,
    PlacedFinding,
    Severity,
    Tree,
    TreePath,
    anchor_key,
    anchors_of,
    expression,
    parse_document,
    undefined_footnotes,
)

_MARKDOWN = (".md", ".markdown")
# Lines and quotations that a browser or GitHub finds by itself, and the anchors of footnotes.
_GIVEN = expression(r"top|l\d+(?:c\d+)?(?:-l?\d+(?:c\d+)?)?|:~:.*|fn(?:ref)?-.*")


class Anchors(Struct, frozen=True):
    """The anchors that a document has."""

    path: str
    names: frozenset[str]


class Fragment(Struct, frozen=True):
    """A fragment that a document names, of itself where `path` is empty, and where."""

    path: str
    fragment: str
    place: Place


class BrokenAnchor(CrossDocumentRule):
    """A `#fragment` leads to no heading or anchor.

    Anchors are those that GitHub gives to headings (`## Open questions?` is `#open-questions`, and
    a second one `#open-questions-1`), `id` and `name` of HTML elements, and `{#name}` behind a
    heading. They are looked for in Markdown files, checked or not; `schema.sql#L3` is not looked
    into. A footnote mark (`[^1]`) without its footnote counts as well.

    ## Why

    Headings are renamed in reviews, and the links to them are not.

    ## Example

    ```template
    # Title

    ## Problem

    ## Rollback
    ```

    ```markdown
    # Cache invalidation

    ## Problem

    Prices are stale; see [how to go back](#roll-back).

    ## Rollback

    Switch the flag off.
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Problem

    Prices are stale; see [how to go back](#rollback).

    ## Rollback

    Switch the flag off.
    ```
    """

    group: ClassVar[str] = "references"
    severity: ClassVar[Severity] = Severity.ERROR
    facts: ClassVar[tuple[type, ...]] = (Anchors, Fragment)

    def check(self, context: Context) -> Iterator[Finding]:
        """The footnotes that the document lacks."""
        for note in undefined_footnotes(context.document):
            if not context.is_residue(note.span):
                yield Finding(
                    note.span,
                    f"There is no footnote `[^{note.label}]`",
                    f"Add it at the end of the document: `[^{note.label}]: …`.",
                )

    def collect(self, context: Context) -> Iterator[Anchors | Fragment]:
        """The document's own anchors, and the fragments that it names."""
        yield Anchors(context.document.path, anchors_of(context.document))
        for link in context.links:
            looked_into = not link.path or link.path.lower().endswith(_MARKDOWN)
            plain = "plain=1" in link.query
            if link.fragment and looked_into and not plain and not context.is_residue(link.span):
                yield Fragment(link.path, link.fragment, context.place(link.span))

    def compare(self, corpus: Corpus) -> Iterator[PlacedFinding]:
        """One finding for each fragment that is no anchor of the document it leads to."""
        links = [(link, _target(link, corpus.tree)) for link in corpus.of(Fragment)]
        asked = {target for _, target in links}
        known: dict[TreePath, frozenset[str]] = {}
        for document in corpus.of(Anchors) if asked else ():
            place = corpus.tree.place_of(document.path)
            if place is not None and place in asked:
                known[place] = document.names
        for link, target in links:
            if target is None:
                continue
            if target not in known:
                known[target] = anchors_of(parse_document(corpus.tree.text(target) or ""))
            names = known[target]
            key = anchor_key(link.fragment)
            if key not in names and not _GIVEN.fullmatch(key):
                where = f"`{link.path}`" if link.path else "this document"
                yield PlacedFinding(
                    link.place,
                    f"`#{link.fragment}` is no heading or anchor of {where}",
                    _hint(key, names),
                )


def _target(link: Fragment, tree: Tree) -> TreePath | None:
    """The document that a fragment is of; None where there is none."""
    if not link.path:
        return tree.place_of(link.place.path)
    found = tree.find(link.place.path, link.path)
    return found.place if found.kind is Kind.FILE else None


def _hint(key: str, names: frozenset[str]) -> str:
    close = get_close_matches(key, sorted(names), 1, 0.6)
    if close:
        return f"Did you mean `#{close[0]}`?"
    return "A heading's anchor is its text in lower case, with hyphens for spaces."
