from collections.abc import Iterator, Mapping
from typing import ClassVar

from designlint.api import Context, Finding, Rule, Severity

_LONGEST = 60


class UnansweredQuestion(Rule):
    """An open question has no answer.

    A question is a list item, table row, child heading or checkbox in a section of open
    questions. It is answered by a filled `Answer`, `Decision`, `Resolution`, `Outcome` or
    `Resolved` field or column, by a checked box, by being struck through and followed by text,
    or by standing under a "Resolved questions" heading. A filled `Deferred` field, with a reason
    or a date, puts it off: that is reported as info. One whose due date has passed is
    `overdue-question`. "None" in place of questions is fine.

    ## Why

    A design with open questions is not decided, whatever its status says.

    ## Example

    ```template
    # Title

    ## Open Questions
    ```

    ```markdown
    # Cache invalidation

    ## Open Questions

    1. Which store holds the entries?
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Open Questions

    1. Which store holds the entries?
       - **Answer**: The one that sessions use already.
    ```
    """

    group: ClassVar[str] = "questions"
    severity: ClassVar[Severity] = Severity.ERROR
    completeness: ClassVar[bool] = True
    variants: ClassVar[Mapping[str, Severity]] = {"deferred": Severity.INFO}

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding at each question that is open, or put off."""
        for question in context.questions:
            if question.answered or question.overdue(context.today):
                continue
            text = question.text if len(question.text) <= _LONGEST else f"{question.text[:59]}…"
            if question.deferral is not None:
                yield Finding(
                    question.span,
                    f'Question "{text}" is deferred: {question.deferral.text}',
                    "Nothing to do until then.",
                    variant="deferred",
                )
            else:
                yield Finding(
                    question.span,
                    f'Question "{text}" has no answer',
                    "Add `- **Answer**: …` below it, or `- **Deferred**:` with a reason or a date.",
                )
