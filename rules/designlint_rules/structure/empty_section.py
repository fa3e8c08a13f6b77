from collections.abc import Iterator
from typing import ClassVar

from designlint.api import Context, Finding, Note, Rule, SectionMatch, Severity


class EmptySection(Rule):
    """A required section, with all below it, has no content.

    Comments are no content. Of a section whose child sections are all empty too, only the
    topmost is reported, and none of the fields and tables that belong into it.

    ## Why

    A heading promises something. With nothing below it, a reviewer cannot tell whether it was
    forgotten or does not apply.

    ## Example

    ```template
    # Title

    ## Rollback
    ```

    ```markdown
    # Cache invalidation

    ## Rollback
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Rollback

    N/A — the cache is rebuilt from the database at start.
    ```
    """

    group: ClassVar[str] = "structure"
    severity: ClassVar[Severity] = Severity.ERROR
    completeness: ClassVar[bool] = True

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding at the heading of each empty section."""
        for match in context.alignment.sections:
            if match.blank and match.required and match.actual is not None:
                section = match.actual
                below = " and the sections below it have" if section.children else " has"
                told = tuple(s for s in context.instructions if section.span.encloses(s))
                comments = (Note(each, "only the template's own text stands here") for each in told)
                beside = tuple(_neighbour(context, match))
                deeper = " Or is what follows it meant to be below it?" if beside else ""
                yield Finding(
                    section.anchor,
                    f'Section "{section.title}"{below} no content',
                    f"Fill it, or say why it does not apply: `N/A — reason`.{deeper}",
                    (*comments, *beside),
                    absorbs=told,
                )


def _neighbour(context: Context, match: SectionMatch) -> Iterator[Note]:
    """The section that follows, where it may be meant to stand below the empty one."""
    if match.actual is None:
        return
    for section, _ in context.alignment.extra:
        if section.index == match.actual.index + 1 and section.level == match.actual.level:
            marks = "#" * (match.actual.level + 1)
            yield Note(
                section.anchor, f"is this meant to be below it, as `{marks} {section.title}`?"
            )
