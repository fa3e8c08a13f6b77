from collections.abc import Iterator
from typing import ClassVar

from designlint.api import Context, Finding, Note, Rule, Severity


class MissingTable(Rule):
    """A section has no table where the template has one.

    ## Why

    What the template puts into columns is to be compared line by line.

    ## Example

    ```template
    # Title

    ## Risks

    | Risk | Mitigation |
    |------|------------|
    | [What may happen] | [What we do] |
    ```

    ```markdown
    # Cache invalidation

    ## Risks

    A message may be lost.
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Risks

    | Risk | Mitigation |
    |------|------------|
    | A message is lost | Entries expire after a minute |
    ```
    """

    group: ClassVar[str] = "tables"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding at the heading of the section."""
        for section in context.alignment.sections:
            if section.actual is None:
                continue
            for match in section.tables:
                if match.actual is None:
                    columns = " | ".join(column.name for column in match.expected.columns)
                    notes: tuple[Note, ...] = ()
                    if match.other is not None:
                        notes = (Note(match.other.header.span, "this table has other columns"),)
                    of = f' of "{section.actual.title}"' if section.actual.title else ""
                    yield Finding(
                        section.actual.anchor,
                        f"The table{of} is missing: | {columns} |",
                        "Add it, or say why there is nothing to list: `None — reason`.",
                        notes,
                    )
