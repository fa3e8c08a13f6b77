from collections.abc import Iterator
from typing import ClassVar

from designlint.api import Context, Finding, Row, Rule, SectionMatch, Severity, Table


class EmptyTable(Rule):
    """A table has no rows of its own: none at all, or only the template's.

    Tables of the template count, and every risk table, wherever it stands.

    ## Why

    A risk table without rows reads as "no risks", which nobody meant.

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

    | Risk | Mitigation |
    |------|------------|
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Risks

    None — the cache can be dropped at any time.
    ```
    """

    group: ClassVar[str] = "tables"
    severity: ClassVar[Severity] = Severity.ERROR
    completeness: ClassVar[bool] = True

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding for each table, at the template's row or else at the header."""
        judged: list[Table] = []
        for section in context.alignment.sections:
            for match in section.tables:
                if match.actual is None:
                    continue
                judged.append(match.actual)
                real = [row for row in match.data_rows if not _is_blank(row)]
                if real:
                    continue
                if match.template_rows:
                    yield Finding(
                        match.template_rows[0].span,
                        f'The table of "{_title(section)}" has only the template\'s row',
                        "Replace it by rows of your own, or the table by `None — reason`.",
                    )
                else:
                    yield _no_rows(match.actual, _title(section))
        for risk in context.risk_tables:
            if risk.table not in judged and all(_is_blank(row) for row in risk.table.rows):
                title = context.document.section_at(risk.table.span.start).title
                yield _no_rows(risk.table, title)


def _is_blank(row: Row) -> bool:
    return all(cell.span.start == cell.span.end for cell in row.cells)


def _title(section: SectionMatch) -> str:
    return section.actual.title if section.actual else ""


def _no_rows(table: Table, title: str) -> Finding:
    return Finding(
        table.header.span,
        f'The table of "{title}" has no rows',
        "Add rows, or replace the table by `None — reason`.",
    )
