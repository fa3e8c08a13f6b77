from collections.abc import Iterator, Mapping
from typing import ClassVar

from designlint.api import Context, Finding, Rule, Severity


class UnexpectedSection(Rule):
    """A section is not in the template.

    Off by default: extra sections are welcome. It is always on below a section that the template
    marks with `<!-- designlint: closed -->`.

    ## Why

    Where documents are read by programs, or a section is a fixed form, an extra part is lost or
    a mistake.

    ## Example

    ```template
    # Title

    ## Sign-off

    <!-- designlint: closed -->

    ### Security
    ```

    ```markdown
    # Cache invalidation

    ## Sign-off

    ### Security

    Approved.

    ### Catering

    Approved.
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Sign-off

    ### Security

    Approved.
    ```
    """

    group: ClassVar[str] = "structure"
    severity: ClassVar[Severity] = Severity.OFF
    variants: ClassVar[Mapping[str, Severity]] = {"closed": Severity.WARNING}

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding at the heading of each section that the template does not have."""
        for section, parent in context.alignment.extra:
            closed = parent.expected.closed
            named = parent.actual if parent.expected.level else None
            where = f' below "{named.title}"' if named else ""
            yield Finding(
                section.anchor,
                f'The template has no section "{section.title}"{where}',
                "Rename it to a section of the template, or move its content into one.",
                variant="closed" if closed else "",
            )
