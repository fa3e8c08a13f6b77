from collections.abc import Iterator
from typing import ClassVar

from designlint.api import Context, Finding, Rule, Severity


class MisplacedSection(Rule):
    """A section has the right name, but stands under another parent or at another level.

    A heading with one `#` too few or too many changes the parent of everything after it; only
    that heading is reported. A document whose sections are all one level higher or lower than
    the template's is taken as meant. A section that the template marks `any-level` may have any,
    also where that puts it under another parent.

    ## Why

    Tables of contents, links and readers follow the tree of headings.

    ## Example

    ```template
    # Title

    ## Testing

    ### Unit Tests

    ### Load Tests
    ```

    ```markdown
    # Cache invalidation

    ## Testing

    ### Unit Tests

    Every eviction path has one.

    ## Load Tests

    Twice the traffic of last December.
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Testing

    ### Unit Tests

    Every eviction path has one.

    ### Load Tests

    Twice the traffic of last December.
    ```
    """

    group: ClassVar[str] = "structure"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding at the heading of each section to be moved or to be given its level."""
        for each in context.alignment.misplaced:
            title = each.section.title
            home = f'under "{each.parent.title}"' if each.parent else "directly below the title"
            heading = f"`{'#' * each.level} {title}`"
            if each.by_parent:
                yield Finding(
                    each.section.anchor,
                    f'Section "{title}" belongs {home}',
                    f"Move it there as {heading}.",
                )
            else:
                yield Finding(
                    each.section.anchor,
                    f'Heading "{title}" has level {each.section.level} and belongs at level '
                    f"{each.level}, {home}",
                    f"Write it as {heading}.",
                )
