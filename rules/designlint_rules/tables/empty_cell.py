from collections.abc import Iterator
from typing import ClassVar

from designlint.api import (
    Context,
    Finding,
    Row,
    Rule,
    Severity,
    Table,
    is_dash,
    is_marker,
    unmitigated_risks,
)


class EmptyCell(Rule):
    """A row leaves a cell empty in a column that the template asks for.

    A lone dash or ellipsis is as empty; `N/A` is an answer. Tables of the template count, and
    every risk table. A severe risk whose mitigation is empty is `unmitigated-risk`.

    ## Why

    An empty cell may mean "none", "unknown" or "forgotten".

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

    | Risk | Impact | Mitigation |
    |------|--------|------------|
    | A message is lost | Low |  |
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
    severity: ClassVar[Severity] = Severity.WARNING
    completeness: ClassVar[bool] = True

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding for each row, over the whole of it."""
        risks = unmitigated_risks(context.document, context.risk_tables, context.lexicon)
        told = {(risk.row.span, risk.mitigation) for risk in risks}
        for table, columns in _tables(context):
            header = [context.document.plain(cell) for cell in table.header.cells]
            for row in table.rows:
                if all(cell.span.start == cell.span.end for cell in row.cells):
                    continue
                names = [
                    f'"{header[at]}"'
                    for at in columns
                    if _is_empty(context, row, at) and (row.span, at) not in told
                ]
                if names:
                    one = len(names) == 1
                    verb = "is" if one else "are"
                    yield Finding(
                        row.span,
                        f"Column{'' if one else 's'} {', '.join(names)} of this row {verb} empty",
                        f"Fill {'it' if one else 'them'}, or write `N/A` with a reason.",
                    )


def _is_empty(context: Context, row: Row, at: int) -> bool:
    text = row.cells[at].span.slice(context.document.text)
    return is_dash(text) and not is_marker(text, context.lexicon)


def _tables(context: Context) -> Iterator[tuple[Table, list[int]]]:
    """Each table to be judged and the indexes of the columns that have to be filled."""
    judged: list[Table] = []
    for section in context.alignment.sections:
        for match in section.tables:
            if match.actual is not None:
                judged.append(match.actual)
                yield match.actual, sorted(at for at in match.columns if at is not None)
    for risk in context.risk_tables:
        if risk.table not in judged:
            mitigation = () if risk.mitigation is None else (risk.mitigation,)
            yield risk.table, sorted({risk.subject, *risk.weights, *mitigation})
