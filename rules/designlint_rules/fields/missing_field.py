from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar

from designlint.api import Context, FieldMatch, Finding, Rule, Severity, Span


class MissingField(Rule):
    """A labelled value that the template asks for is not there.

    A field may be written as `- **Context**: …`, `**Context:** …`, `Context: …`, a bold line with
    its content below, a row of a two-column table, or a child heading. A section without any of
    its fields is one finding. A missing decision is `undecided-decision`.

    ## Why

    The labels are the questions that a reviewer would ask otherwise.

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
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Rollout

    - **Owner**: Payments team
    - **Rollback**: Switch the flag off; the cache drains within a minute.
    ```
    """

    group: ClassVar[str] = "fields"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding for each missing field, or one for all where none is there."""
        choices = {id(each.choice) for each in context.decisions}
        groups: dict[tuple[Span, str], list[FieldMatch]] = defaultdict(list)
        for field in context.alignment.fields:
            groups[field.holder, field.owner].append(field)
        for (holder, owner), fields in groups.items():
            missing = [f for f in fields if f.actual is None and id(f) not in choices]
            of = f' of "{owner}"' if owner else ""
            if len(missing) == len(fields) > 1:
                names = ", ".join(f"`{field.expected.name}`" for field in missing)
                yield Finding(
                    holder,
                    f"None of the fields{of} is here: {names}",
                    f"Add them, as in `{missing[0].expected.source()}`.",
                )
                continue
            for field in missing:
                yield _finding(field, of)


def _finding(field: FieldMatch, of: str) -> Finding:
    expected = field.expected
    if expected.pattern.free:
        where = of.replace(" of ", " in ", 1)
        message = f"No field like `{expected.name}`{where}; the template asks for one or more"
    else:
        message = f"Field `{expected.name}`{of} is missing"
    return Finding(field.holder, message, f"Add `{expected.source()}`.")
