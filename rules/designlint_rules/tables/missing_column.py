from collections.abc import Iterator
from typing import ClassVar

from designlint.api import Context, Finding, Rule, Severity


class MissingColumn(Rule):
    """A table lacks a column that the template's has.

    Further columns, and another order of them, are welcome.

    ## Why

    A column is a question asked of every row.

    ## Example

    ```template
    # Title

    ## Risks

    | Risk | Impact | Mitigation |
    |------|--------|------------|
    | [What may happen] | High/Low | [What we do] |
    ```

    ```markdown
    # Cache invalidation

    ## Risks

    | Risk | Impact |
    |------|--------|
    | A message is lost | Low |
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Risks

    | Risk | Impact | Mitigation |
    |------|--------|------------|
    | A message is lost | Low | Entries expire after a minute |
    ```
    """

    group: ClassVar[str] = "tables"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding for each table, at its header row."""
        for section in context.alignment.sections:
            for match in section.tables:
                if match.actual is None:
                    continue
                columns = zip(match.expected.columns, match.columns, strict=True)
                names = [f'"{column.name}"' for column, at in columns if at is None]
                if names:
                    title = section.actual.title if section.actual else ""
                    of = f' of "{title}"' if title else ""
                    noun = "column" if len(names) == 1 else "columns"
                    yield Finding(
                        match.actual.header.span,
                        f"The table{of} has no {noun} {', '.join(names)}",
                        f"Add the {noun} and fill {'it' if len(names) == 1 else 'them'}.",
                    )
