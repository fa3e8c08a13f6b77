from collections.abc import Iterator
from typing import ClassVar

from designlint.api import Context, Finding, Rule, Severity, is_blank


class EmptyField(Rule):
    """A labelled value that the template asks for has a label and no value.

    An empty decision is `undecided-decision`, and an empty field that is to hold a code block is
    `missing-code-block`.

    ## Why

    An empty label looks answered at a glance.

    ## Example

    ```template
    # Title

    ## Rollout

    - **Owner**: [Who rolls it out]
    - **Rollback**: [How to undo it]
    ```

    ```markdown
    # Cache invalidation

    ## Rollout

    - **Owner**: Payments team
    - **Rollback**:
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Rollout

    - **Owner**: Payments team
    - **Rollback**: N/A — the cache can be dropped at any time.
    ```
    """

    group: ClassVar[str] = "fields"
    severity: ClassVar[Severity] = Severity.ERROR
    completeness: ClassVar[bool] = True

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding at the label of each empty field."""
        choices = {id(each.choice) for each in context.decisions}
        for field in context.alignment.fields:
            if field.actual is None or field.expected.code is not None or id(field) in choices:
                continue
            if field.expected.demand.optional:
                continue
            if is_blank(context.document, field.actual):
                of = f' of "{field.owner}"' if field.owner else ""
                yield Finding(
                    field.actual.span,
                    f"`{field.actual.label}`{of} has no value",
                    "Fill it, or say why there is nothing: `N/A — reason`.",
                )
