from collections.abc import Iterator
from typing import ClassVar

from designlint.api import Context, Finding, Rule, Severity


class IncompleteQuestion(Rule):
    """A question lacks a part that the template asks for, such as its context or options.

    ## Why

    Who is to answer has to know why it matters and what the choices are.

    ## Example

    ```template
    # Title

    ## Open Questions

    1. [Question]?
       - Context: [Why this matters]
       - Options: [Possible answers]
    ```

    ```markdown
    # Cache invalidation

    ## Open Questions

    1. Which store holds the entries?
       - Context: Sessions have one already.
       - Answer: That one.
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Open Questions

    1. Which store holds the entries?
       - Context: Sessions have one already.
       - Options: That one, or one of its own.
       - Answer: That one.
    ```
    """

    group: ClassVar[str] = "questions"
    severity: ClassVar[Severity] = Severity.WARNING
    completeness: ClassVar[bool] = True

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding at each question, naming all that it lacks."""
        for question in context.questions:
            names = [f"`{field.name}`" for field in question.missing]
            if names:
                yield Finding(
                    question.span,
                    f'Question "{question.text}" has no {" and no ".join(names)}',
                    f"Add `- {question.missing[0].name}: …` below it.",
                )
