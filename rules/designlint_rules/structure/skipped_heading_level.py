from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from designlint.api import Context, ExpectedSection, Finding, Rule, Section, SectionMatch, Severity


class SkippedHeadingLevel(Rule):
    """A heading is more than one level below the heading before it.

    Where the template itself skips a level, its documents may too.

    ## Why

    Outlines and screen readers show a section that is not there.

    ## Example

    ```template
    # Title

    ## Design
    ```

    ```markdown
    # Cache invalidation

    ## Design

    #### Eviction

    Least recently used.
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Design

    ### Eviction

    Least recently used.
    ```
    """

    group: ClassVar[str] = "structure"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding at each heading that follows one two or more levels above it."""
        told = {each.section.index for each in context.alignment.misplaced}
        title = context.alignment.title
        told |= {s.index for s in context.document.sections if s.level == 1 and s is not title}
        told |= set(_orphans(context.alignment.root))
        allowed = set(_skips(context.outline.root))
        for before, section in pairwise(context.document.sections):
            step = (before.level, section.level)
            if section.level <= before.level + 1 or step in allowed:
                continue
            told_already = told & {before.index, section.index}
            if not told_already and not _parent_is_missing(context, before, section):
                marks = "#" * (before.level + 1)
                beside = sum(other.level == section.level for other in before.children) - 1
                count = "one" if beside == 1 else str(beside)
                others = f", and the {count} beside it one level up, too" if beside > 0 else ""
                moved = [other for other in before.children if other.level == section.level]
                if any(other.children for other in moved):
                    others += ", each with what is below it"
                yield Finding(
                    section.anchor,
                    f'Heading "{section.title}" has level {section.level} below one of '
                    f"level {before.level}",
                    f"Write it as `{marks} {section.title}`{others}.",
                )


def _parent_is_missing(context: Context, before: Section, section: Section) -> bool:
    """Whether the level between the two is that of a section which is told to be missing."""
    return any(
        each.expected.children
        and before.level < each.expected.level == section.level - 1
        and each.parent.span.encloses(section.span)
        for each in context.alignment.missing
    )


def _orphans(match: SectionMatch) -> Iterator[int]:
    """The sections whose parent is missing: no heading stands between them and what is above."""
    for child in match.children:
        if match.missing and child.actual:
            yield child.actual.index
        yield from _orphans(child)


def _skips(section: ExpectedSection) -> Iterator[tuple[int, int]]:
    for child in section.children:
        if section.level and child.level > section.level + 1:
            yield section.level, child.level
        yield from _skips(child)
