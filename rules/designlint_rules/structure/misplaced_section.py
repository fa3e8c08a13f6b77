from collections.abc import Iterator
from typing import ClassVar

from designlint.api import Context, Finding, Misplaced, Note, Rule, Severity


class MisplacedSection(Rule):
    """A section has the right name, but stands under another parent or at another level.

    A heading with one `#` too few or too many changes the parent of everything after it; only
    that heading is reported. A document whose sections are all one level higher or lower than
    the template's is taken as meant. A section that the template marks `any-level` may have any,
    also where that puts it under another parent.

    ## Why

    Tables of contents, links and readers follow the tree of headings.

    ## Example

    ```template
    # Title

    ## Testing

    ### Unit Tests

    ### Load Tests
    ```

    ```markdown
    # Cache invalidation

    ## Testing

    ### Unit Tests

    Every eviction path has one.

    ## Load Tests

    Twice the traffic of last December.
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Testing

    ### Unit Tests

    Every eviction path has one.

    ### Load Tests

    Twice the traffic of last December.
    ```
    """

    group: ClassVar[str] = "structure"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding at the heading of each section to be moved or to be given its level.

        Where an unknown section cuts another in two, it is told, and not what stands below it.
        """
        by_cut: dict[int, list[Misplaced]] = {}
        for each in context.alignment.misplaced:
            if each.cut:
                by_cut.setdefault(each.cut[0].index, []).append(each)
        cuts = [group for group in by_cut.values() if len(group) > 1]
        told = {each.section.index for group in cuts for each in group}
        yield from map(_cut, cuts)
        for each in context.alignment.misplaced:
            if each.section.index in told:
                continue
            title = each.section.title
            top = "at the top" if each.level == 1 else "directly below the title"
            home = f'under "{each.parent.title}"' if each.parent else top
            heading = f"`{'#' * each.level} {title}`"
            if each.by_parent:
                yield Finding(
                    each.section.anchor,
                    f'Section "{title}" belongs {home}',
                    f"Move it there as {heading}.",
                )
            else:
                yield Finding(
                    each.section.anchor,
                    f'Heading "{title}" has level {each.section.level} and belongs at level '
                    f"{each.level}, {home}",
                    _advice(each, heading),
                )


def _cut(group: list[Misplaced]) -> Finding:
    cuts, parent = group[-1].cut, group[0].parent
    name = parent.title if parent else "the document"
    what = f'Section "{cuts[0].title}" cuts'
    if len(cuts) > 1:
        what = f'Sections "{cuts[0].title}" to "{cuts[-1].title}" cut'
    them = "it" if len(cuts) == 1 else "them"
    return Finding(
        cuts[0].anchor,
        f'{what} "{name}" in two: {len(group)} of its sections follow',
        f'Move {them} after all that belongs to "{name}", or write {them} one level deeper.',
        tuple(Note(each.section.anchor, f'this belongs to "{name}"') for each in group),
    )


def _advice(each: Misplaced, heading: str) -> str:
    """What to do about a level, so that nothing else changes its parent by it."""
    if each.level > each.section.level:
        deeper = ", and what belongs below it as much deeper" if each.holds else ""
        return f"Write it as {heading}{deeper}."
    if each.followers is not None:
        return f'Write it as {heading} after all that belongs to "{each.followers.title}".'
    return f"Write it as {heading}."
