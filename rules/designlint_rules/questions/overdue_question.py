from collections.abc import Iterator, Mapping
from typing import ClassVar

from designlint.api import Context, Finding, Rule, Severity


class OverdueQuestion(Rule):
    """An open question's due date has passed.

    The date is the first ISO date (`2026-03-01`) in its `Due` field or column. A deferred
    question whose date has passed is an error.

    ## Why

    Somebody said when this would be known.

    ## Example

    ```template
    # Title

    ## Open Questions
    ```

    ```markdown
    # Cache invalidation

    ## Open Questions

    1. Which store holds the entries?
       - **Due**: 2020-03-01
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Open Questions

    1. Which store holds the entries?
       - **Due**: 2020-03-01
       - **Answer**: The one that sessions use already.
    ```
    """

    group: ClassVar[str] = "questions"
    severity: ClassVar[Severity] = Severity.WARNING
    completeness: ClassVar[bool] = True
    variants: ClassVar[Mapping[str, Severity]] = {"deferred": Severity.ERROR}

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding at each question that should have been answered by now."""
        for question in context.questions:
            day = question.overdue(context.today)
            if question.answered or day is None:
                continue
            deferred = question.deferral is not None
            verb = "was deferred until" if deferred else "was due on"
            yield Finding(
                question.span,
                f'Question "{question.brief}" {verb} {day.isoformat()} and has no answer',
                "Answer it, or agree on another date.",
                variant="deferred" if deferred else "",
            )
