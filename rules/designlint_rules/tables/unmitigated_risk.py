from collections.abc import Iterator
from typing import ClassVar

from designlint.api import Context, Finding, Rule, Severity, option, unmitigated_risks


class UnmitigatedRisk(Rule):
    """A risk of high impact or probability has a mitigation that is empty or says nothing.

    Every table with a column for risks and one for mitigations counts. `N/A`, `None`, `TBD` and a
    dash say nothing; `None — reason` and `Accepted: …` do.

    ## Why

    These are the risks that a review is held for.

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
    | Wrong prices are charged | High | TBD |
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Risks

    | Risk | Impact | Mitigation |
    |------|--------|------------|
    | Wrong prices are charged | High | Checkout reads past the cache |
    ```
    """

    group: ClassVar[str] = "tables"
    severity: ClassVar[Severity] = Severity.ERROR

    high: tuple[str, ...] = option(
        (),
        description="Values of impact or probability that call for a mitigation, instead of the "
        "usual ones: high, very high, critical, severe, likely, h, and what `[words]` adds.",
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding for each risk, at its mitigation."""
        tables = context.risk_tables
        for risk in unmitigated_risks(context.document, tables, context.lexicon, self.high):
            yield Finding(
                risk.row.cells[risk.mitigation].span,
                f'The risk "{risk.name}", rated `{risk.weight}`, has no mitigation',
                "Say what is done about it, or why it is accepted.",
            )
