from collections.abc import Iterator
from typing import ClassVar

from designlint.api import (
    Context,
    Finding,
    Note,
    Rule,
    Section,
    Severity,
    Span,
    find_instructions,
    name_key,
)


class TitleMismatch(Rule):
    """The document has no title, several, or one that is not of the template's pattern.

    The title is the level-1 heading. Where the template's title holds a placeholder
    (`# Decision: [Name]`), the text around it is the pattern; a title without one asks only
    that there is a title.

    ## Why

    The title is how a document is listed, linked and searched for.

    ## Example

    ```template
    # Decision: [Name]

    ## Context
    ```

    ```markdown
    # Cache invalidation

    ## Context

    Prices are stale.
    ```

    ## Instead

    ```markdown
    # Decision: Cache invalidation

    ## Context

    Prices are stale.
    ```
    """

    group: ClassVar[str] = "structure"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, context: Context) -> Iterator[Finding]:
        """At most one finding: at the title, at another one, or at line 1."""
        outline, document = context.outline, context.document
        if outline.title is None or not document.sections or context.alignment.foreign:
            return
        title = context.alignment.title
        tops = [section for section in document.sections if section.level == 1]
        told = {each.section.index for each in context.alignment.misplaced}
        others = [each for each in tops if each is not title and each.index not in told]
        wanted = f"`# {outline.title_text}`"
        if title is None:
            at = Span(0, 0) if not tops else tops[0].anchor
            yield Finding(at, "The document has no title", f"Start it with {wanted}.")
        elif outline.title.regex and not outline.title.matches(name_key(title.title)):
            if _keeps_comment(context, title):
                return
            yield Finding(
                title.anchor,
                f'The title "{title.title}" does not follow the template\'s: {outline.title_text}',
                f"Write it as {wanted}.",
            )
        elif others and not others[0].title:
            yield Finding(
                others[0].anchor,
                "An empty level-1 heading",
                "Delete it, or write its name.",
                (Note(title.anchor, "the title is here"),),
            )
        elif others:
            yield Finding(
                others[0].anchor,
                f'"{others[0].title}" is another level-1 heading; a document has one title',
                "Give it a level below the title's.",
                (Note(title.anchor, "the title is here"),),
            )


def _keeps_comment(context: Context, title: Section) -> bool:
    """Whether a title still has the template's comment in its place, which is told as that."""
    if "<!--" not in title.anchor.slice(context.document.text):
        return False
    kept = find_instructions(context.document, context.outline)
    return any(title.anchor.encloses(span) for span in kept)
