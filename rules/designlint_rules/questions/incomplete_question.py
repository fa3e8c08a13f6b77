from collections.abc import Iterator
from typing import ClassVar

from designlint.api import Context, Finding, Question, QuestionForm, Rule, Severity


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
                    f'Question "{question.brief}" has no {" and no ".join(names)}',
                    _help(question),
                )


def _help(question: Question) -> str:
    names = [field.name for field in question.missing]
    if question.form is QuestionForm.ROW:
        nouns = "column" if len(names) == 1 else "columns"
        return f"Fill the {nouns} {' and '.join(f'`{name}`' for name in names)} of its row."
    line = "**{}**: …" if question.form is QuestionForm.HEADING else "- **{}**: …"
    return f"Add {' and '.join(f'`{line.format(name)}`' for name in names)} below it."
