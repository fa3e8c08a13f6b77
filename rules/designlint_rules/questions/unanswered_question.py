from collections.abc import Iterator, Mapping
from typing import ClassVar

from designlint.api import Context, Finding, QuestionForm, Rule, Severity

_HELP = {
    QuestionForm.ITEM: (
        "Add `- **Answer**: …` below it, or `- **Deferred**:` with a reason or a date."
    ),
    QuestionForm.BOX: (
        "Check its box once it is answered, or add `- **Deferred**:` with a reason or a date."
    ),
    QuestionForm.ROW: ("Fill a column `Answer` of its row, or `Deferred` with a reason or a date."),
    QuestionForm.HEADING: (
        "Add `**Answer**: …` below it, or `**Deferred**:` with a reason or a date."
    ),
}


class UnansweredQuestion(Rule):
    """An open question has no answer.

    A question is a list item, table row, child heading or checkbox in a section of open
    questions. It is answered by a filled `Answer`, `Decision`, `Resolution`, `Outcome` or
    `Resolved` field or column, by a checked box, by being struck through and followed by text,
    by standing under a "Resolved questions" heading, or by a quote below it. A filled `Deferred`
    field, with a reason or a date, puts it off: that is reported as info. One whose due date has
    passed is `overdue-question`. "None" in place of questions is fine. Where the template itself
    says that questions may stay open ("what do you expect to resolve through the
    implementation?"), each open one is an info.

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
    variants: ClassVar[Mapping[str, Severity]] = {
        "deferred": Severity.INFO,
        "lasting": Severity.INFO,
    }

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding at each question that is open, or put off."""
        for question in context.questions:
            if question.answered or question.overdue(context.today):
                continue
            if question.deferral is not None:
                yield Finding(
                    question.span,
                    f'Question "{question.brief}" is deferred: {question.deferral.text}',
                    "Nothing to do now.",
                    variant="deferred",
                )
            elif question.lasting:
                yield Finding(
                    question.span,
                    f'Question "{question.brief}" is still open',
                    "The template lets it stay so; say who will settle it, and when.",
                    variant="lasting",
                )
            else:
                boxed = question.form is QuestionForm.BOX
                what = "is open: its box is not checked" if boxed else "has no answer"
                yield Finding(
                    question.span,
                    f'Question "{question.brief}" {what}',
                    _HELP[question.form],
                )
