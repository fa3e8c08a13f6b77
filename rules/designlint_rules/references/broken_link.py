from collections.abc import Iterator
from difflib import get_close_matches
from fnmatch import fnmatchcase
from typing import ClassVar

from msgspec import Struct

from designlint.api import (
    Context,
    Corpus,
    CrossDocumentRule,
    Finding,
    Found,
    Kind,
    LinkKind,
    Place,
    PlacedFinding,
    Severity,
    Tree,
    expression,
    find_dangling,
    option,
)

_HOST = expression(r"(?:www\.[\w-]+\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev)(?:/|$))")
_ESCAPED = expression(r"[\s#?%<>()\"]")


class Reference(Struct, frozen=True):
    """A path that a document names, decoded, and where."""

    path: str
    image: bool
    place: Place


class BrokenLink(CrossDocumentRule):
    """A link or image leads to a file that does not exist.

    Relative paths are followed from the document's folder, and those that begin with `/` from the
    root of the repository, as GitHub does; a path from the root may also be a page of the site that
    the documents make up, and counts only where it names a file below a folder that is there.
    Upper and lower case matter, whatever the file system here makes of them. Other sites are never
    asked, and nothing outside of the repository is looked at: a path that leaves it, or leaves it
    by a symbolic link, is told as such.

    A link without a target, and `[text][label]` with a label that nothing defines, count as well.

    ## Why

    The diagram or the other design is what the sentence around the link rests on.

    ## Example

    ```template
    # Title

    ## Problem
    ```

    ```markdown
    # Cache invalidation

    ## Problem

    Prices are stale, as the [incident report](incidents/2026-03.md) tells.
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Problem

    Prices are stale, as the [incident report](https://example.org/incidents/2026-03) tells.
    ```
    """

    group: ClassVar[str] = "references"
    severity: ClassVar[Severity] = Severity.ERROR
    facts: ClassVar[tuple[type, ...]] = (Reference,)

    ignore: tuple[str, ...] = option(
        (),
        description="Targets that are not looked at, as they are written without `#…`; `*` stands "
        "for anything: `/blog/*`, `*.html`.",
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """The links that lead nowhere by what stands in the document itself."""
        for link in context.links:
            if not link.target and not context.is_residue(link.span):
                what = "image has no file" if link.kind is LinkKind.IMAGE else "link has no target"
                yield Finding(
                    link.span, f"This {what}", "Put the path or address between the parentheses."
                )
        for each in find_dangling(context.document):
            if not context.is_residue(each.span):
                yield Finding(
                    each.span,
                    f"Nothing defines `[{each.label}]`, so that this is no link",
                    f"Write `({each.label})` in place of `[{each.label}]`."
                    if each.label.startswith("#")
                    else f"Add `[{each.label}]: path-or-address` at the end of the document.",
                )

    def collect(self, context: Context) -> Iterator[Reference]:
        """The paths that the document names."""
        for link in context.links:
            ignored = any(fnmatchcase(link.path, pattern) for pattern in self.ignore)
            if link.path and not ignored and not context.is_residue(link.span):
                yield Reference(link.path, link.kind is LinkKind.IMAGE, context.place(link.span))

    def compare(self, corpus: Corpus) -> Iterator[PlacedFinding]:
        """One finding for each path that leads to nothing."""
        for reference in corpus.of(Reference):
            found = corpus.tree.find(reference.place.path, reference.path)
            what = "image" if reference.image else "link"
            if found.kind is Kind.OUTSIDE:
                yield PlacedFinding(
                    reference.place,
                    f"The {what} `{reference.path}` leads out of the repository",
                    "Only what is in the repository can be followed from it: give the address.",
                )
            elif found.kind is Kind.MISSING and not _is_of_a_site(reference.path, found):
                yield PlacedFinding(
                    reference.place,
                    f"The {what} leads to `{reference.path}`, which does not exist",
                    _hint(reference, found, corpus.tree),
                )


def _is_of_a_site(path: str, found: Found) -> bool:
    """Whether a path from the root is more likely a page of the site that the documents make up."""
    parts = path.strip("/").split("/")
    return path.startswith("/") and (parts[0] == found.name or "." not in parts[-1])


def _hint(reference: Reference, found: Found, tree: Tree) -> str:
    path = reference.path
    if _HOST.match(path):
        return f"Did you mean `https://{path}`?"
    if "://" in path:
        return "Give the address alone, without brackets around it."
    rooted = "/" + path.removeprefix("./")
    if tree.find(reference.place.path, rooted).place is not None:
        return f"From the root of the repository it is there: `{_written(rooted)}`."
    by_key = {name.casefold(): name for name in found.names}
    same = by_key.get(found.name.casefold())
    if same:
        return f"The name is `{same}`: upper and lower case matter."
    close = get_close_matches(found.name.casefold(), by_key, 1, 0.75)
    if close:
        meant = by_key[close[0]].join(path.rsplit(found.name, 1))
        return f"Did you mean `{_written(meant)}`?"
    return "Correct the path, add the file, or take the link out."


def _written(path: str) -> str:
    """A path as a link has it: what would end it, or its path, is escaped."""
    return _ESCAPED.sub(lambda match: f"%{ord(match[0]):02X}", path)
