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
    titles = [title_of(heading) for heading in headings]

    def build(index: int, path: tuple[str, ...]) -> tuple[Section, int]:
        """The section opened by heading `index` (-1: the root), and the next index after it."""
        level = headings[index].level if index >= 0 else 0
        here = (*path, titles[index]) if index >= 0 else path
        children = []
        after = index + 1
        while after < len(headings) and headings[after].level > level:
            child, after = build(after, here)
            children.append(child)
        if index < 0:
            own = blocks[: starts[0]] if starts else blocks
            return Section("", 0, -1, (), Span(0, length), None, own, tuple(children)), after
        end = headings[after].span.start if after < len(headings) else length
        return (
            Section(
                titles[index],
                level,
                index,
                here,
                Span(headings[index].span.start, end),
                headings[index],
                blocks[starts[index] + 1 : ends[index]],
                tuple(children),
            ),
            after,
        )

    return build(-1, ())[0]
