"""The section tree: what each top-level heading opens."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from designlint.document.blocks import Block, Heading
from designlint.document.span import Span


class Section(Struct, frozen=True):
    """A top-level heading, its own blocks and its child sections.

    The root of the tree has level 0, no heading, and as blocks what stands before the first
    heading. `span` runs from the heading to the next one of the same or a higher level.
    `index` is the place in the document's headings, -1 for the root; `path` holds the titles
    from the top down to this one.
    """

    title: str
    level: int
    index: int
    path: tuple[str, ...]
    span: Span
    heading: Heading | None
    blocks: tuple[Block, ...]
    children: tuple["Section", ...]

    def walk(self) -> Iterator["Section"]:
        """This section and all below it, in document order."""
        stack = [self]
        while stack:
            section = stack.pop()
            yield section
            stack.extend(reversed(section.children))

    def all_blocks(self) -> Iterator[Block]:
        """Its own blocks and those of all sections below it, headings left out."""
        for section in self.walk():
            yield from section.blocks

    @property
    def anchor(self) -> Span:
        """Where a finding about the whole section belongs: its heading, or the file's start."""
        return self.heading.span if self.heading else Span(0, 0)


def build_sections(
    blocks: tuple[Block, ...], length: int, title_of: Callable[[Heading], str]
) -> Section:
    """The tree of `blocks`, whose root spans the whole text of `length` code points."""
    starts = [at for at, block in enumerate(blocks) if isinstance(block, Heading)]
    headings = [block for block in blocks if isinstance(block, Heading)]
    ends = [*starts[1:], len(blocks)]
    paths = _paths([(heading.level, title_of(heading)) for heading in headings])
    after: list[Section] = []  # What is built and has no parent yet, the first one last.
    for index in range(len(headings) - 1, -1, -1):
        heading, path = headings[index], paths[index]
        children = []
        while after and after[-1].level > heading.level:
            children.append(after.pop())
        after.append(
            Section(
                path[-1],
                heading.level,
                index,
                path,
                Span(heading.span.start, after[-1].span.start if after else length),
                heading,
                blocks[starts[index] + 1 : ends[index]],
                tuple(children),
            )
        )
    own = blocks[: starts[0]] if starts else blocks
    return Section("", 0, -1, (), Span(0, length), None, own, tuple(reversed(after)))


def _paths(titles: list[tuple[int, str]]) -> list[tuple[str, ...]]:
    """The path of each section, of the levels and titles of all."""
    paths = []
    above: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    for level, title in titles:
        while above[-1][0] >= level:
            above.pop()
        above.append((level, (*above[-1][1], title)))
        paths.append(above[-1][1])
    return paths
