from collections.abc import Iterator
from typing import ClassVar

from designlint.api import Context, Finding, Note, Rule, Severity


class SectionOutOfOrder(Rule):
    """Sections stand in another order than in the template.

    Reported is the smallest set of sections to move, and two that have changed places are one
    finding. Below a section that the template marks `unordered` any order will do.

    ## Why

    Whoever reads many documents of one kind finds things by where they are.

    ## Example

    ```template
    # Title

    ## Problem

    ## Solution

    ## Risks
    ```

    ```markdown
    # Cache invalidation

    ## Problem

    Prices are stale.

    ## Risks

    A lost message.

    ## Solution

    Write through.
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Problem

    Prices are stale.

    ## Solution

    Write through.

    ## Risks

    A lost message.
    ```
    """

    group: ClassVar[str] = "structure"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding at the heading of each section to be moved."""
        for each in context.alignment.out_of_order:
            title, other = each.section.title, each.anchor.title
            side = "after" if each.after else "before"
            if each.swapped:
                message = f'Sections "{title}" and "{other}" have changed places'
                help_text = f'Put "{other}" first, as the template does.'
            else:
                message = f'Section "{title}" belongs {side} "{other}"'
                help_text = f'Move it {side} "{other}", where the template has it.'
            note = Note(each.anchor.anchor, f'"{other}" is here')
            yield Finding(each.section.anchor, message, help_text, (note,))
