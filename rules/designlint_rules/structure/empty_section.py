from collections.abc import Iterator
from typing import ClassVar

from designlint.api import Context, Finding, Rule, Severity


class EmptySection(Rule):
    """A required section, with all below it, has no content.

    Comments are no content. Of a section whose child sections are all empty too, only the
    topmost is reported, and none of the fields and tables that belong into it.

    ## Why

    A heading promises something. With nothing below it, a reviewer cannot tell whether it was
    forgotten or does not apply.

    ## Example

    ```template
    # Title

    ## Rollback
    ```

    ```markdown
    # Cache invalidation

    ## Rollback
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Rollback

    N/A — the cache is rebuilt from the database at start.
    ```
    """

    group: ClassVar[str] = "structure"
    severity: ClassVar[Severity] = Severity.ERROR
    completeness: ClassVar[bool] = True

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding at the heading of each empty section."""
        for match in context.alignment.sections():
            if match.blank and match.required and match.actual is not None:
                below = " and the sections below it have" if match.actual.children else " has"
                yield Finding(
                    match.actual.anchor,
                    f'Section "{match.actual.title}"{below} no content',
                    "Fill it, or say why it does not apply: `N/A — reason`.",
                )
