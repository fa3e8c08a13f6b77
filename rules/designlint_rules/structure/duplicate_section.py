from collections.abc import Iterator
from typing import ClassVar

from designlint.api import Context, Finding, Note, Rule, Severity


class DuplicateSection(Rule):
    """A section that the template has once stands twice under the same parent.

    ## Why

    Readers stop at the first, and the two drift apart.

    ## Example

    ```template
    # Title

    ## Risks
    ```

    ```markdown
    # Cache invalidation

    ## Risks

    A lost message leaves a stale entry.

    ## Risks

    The cache may fill up.
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Risks

    A lost message leaves a stale entry, and the cache may fill up.
    ```
    """

    group: ClassVar[str] = "structure"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding at the heading of each repetition."""
        for each in context.alignment.duplicates:
            yield Finding(
                each.section.anchor,
                f'Section "{each.section.title}" is here again; the template has it once',
                "Merge the two, or give this one a name of its own.",
                (Note(each.first.anchor, "the first one is here"),),
            )
