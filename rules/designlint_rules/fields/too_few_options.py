from collections.abc import Iterator
from typing import ClassVar

from designlint.api import (
    Context,
    Finding,
    Rule,
    Severity,
    is_blank,
    is_filler,
    is_marker,
    is_waiver,
    option,
    options_of,
)


class TooFewOptions(Rule):
    """A decision weighed fewer options than a decision takes.

    Options are the items of a list, rows of a table, child headings, or parts of a text divided
    by `;`, commas, `<br>`, "or" or "vs".

    ## Why

    A single option is no choice; doing nothing is often the one that is missing.

    ## Example

    ```template
    # Title

    ## Decision

    - **Options**:
      1. [First option]
      2. [Second option]
    - **Decision**: [What was chosen]
    ```

    ```markdown
    # Cache invalidation

    ## Decision

    - **Options**:
      1. Write through
    - **Decision**: Write through, for its simplicity
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Decision

    - **Options**:
      1. Write through
      2. Leave entries to expire
    - **Decision**: Write through, for its simplicity
    ```
    """

    group: ClassVar[str] = "fields"
    severity: ClassVar[Severity] = Severity.WARNING
    completeness: ClassVar[bool] = True

    least: int = option(2, ge=1, description="How many options a decision has to weigh.")

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding at the label of each short list of options."""
        for decision in context.decisions:
            field = decision.options.actual
            if field is None or is_blank(context.document, field):
                continue
            text = field.text(context.document)
            says = (is_waiver, is_filler, is_marker)
            if not field.blocks and any(each(text, context.lexicon) for each in says):
                continue
            count = len(options_of(context.document, field, context.lexicon))
            unfilled = any(field.whole.encloses(each.span) for each in context.placeholders)
            if count < self.least and not unfilled:
                noun = "option" if count == 1 else "options"
                yield Finding(
                    field.span,
                    f'`{field.label}` of "{decision.options.owner}" names {count} {noun}',
                    f"Name at least {self.least}; doing nothing counts as one.",
                )
