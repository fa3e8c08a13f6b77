"""What of a template is meant to stay in its documents, as far as the template alone says so.

Safe to keep are tables of contents, notes to tools, lists of boxes to tick, sentences that only
lead the reader elsewhere, licences and the like. Where placeholders stand in marks, a list that
has none and is complete in itself stays too, with the line that announces it.
"""

import re
from collections.abc import Sequence

from designlint.document.blocks import Block, CodeBlock, Definition, Html, ListBlock, Paragraph
from designlint.document.comments import comment_spans, is_link_comment
from designlint.document.normalise import count_words
from designlint.expressions import expression
from designlint.outline.elements import read_code
from designlint.outline.marks import has_placeholder
from designlint.outline.model import Demand
from designlint.outline.source import TemplateSource
from designlint.outline.vocabulary import read_vocabulary

_FRAGMENT_LINK = expression(r"\[[^\n]*\]\(#[^)\s]*\)|\[\[[^\n]*\]\]")
_LINK = expression(r"\]\(|\]\[|<https?:|https?://")
_TOOL = expression(
    r"(?:(?:START|BEGIN|END|/)\s*)?(?:designlint:|doctoc|m?toc\b|tableofcontents|prettier-|markdownlint-"
    r"|textlint-|eslint-|vale\b|cspell|spell-checker|remark-|rumdl-|mdformat|omit (?:in|from) toc"
    r"|no toc|vim:|-\*-)|DON'T EDIT THIS SECTION",
    re.IGNORECASE,
)
_LABEL = 2  # Words.
_SENTENCE_INSIDE = expression(r"[.!?。！？]\s+\S")


def is_tool_comment(body: str) -> bool:
    """Whether a comment speaks to a program: `START doctoc`, `prettier-ignore`."""
    return _TOOL.match(body.strip()) is not None


def is_contents(text: str, block: Block) -> bool:
    """Whether a block is a table of contents: a list of links to headings, lists below it too."""
    if not isinstance(block, ListBlock):
        return False
    for item in block.items:
        first, *rest = item.blocks or (item,)
        if not _FRAGMENT_LINK.fullmatch(first.span.slice(text).strip()):
            return False
        if not all(is_contents(text, below) for below in rest):
            return False
    return True


def holds_contents(source: TemplateSource, blocks: Sequence[Block]) -> bool:
    """Whether a section is nothing but a table of contents."""
    text = source.document.text
    rest = [block for block in blocks if not _is_note_to_tools(text, block)]
    return bool(rest) and all(is_contents(text, block) for block in rest)


def kept_blocks(source: TemplateSource, blocks: Sequence[Block]) -> frozenset[int]:
    """The indexes of those of a section's blocks that stay as they are."""
    text = source.document.text
    complete = source.layout.marked and not any(_asks(source, block) for block in blocks)
    binding = source.lexicon.patterns.binding
    bound = any(isinstance(b, Paragraph) and binding.search(source.text(b.span)) for b in blocks)
    kept: set[int] = set()
    for at in reversed(range(len(blocks))):
        block = blocks[at]
        before = blocks[at - 1] if at else None
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        if (
            _is_note_to_tools(text, block)
            or is_contents(text, block)
            or (isinstance(after, Definition) and _is_label(text, block, after))
        ):
            kept.add(at)
        elif isinstance(block, ListBlock):
            announced = isinstance(before, Paragraph) and _announces(text, before)
            if (
                bound
                or source.is_set_list(block)
                or (complete and announced and not _asks_in_words(text, block))
            ):
                kept.add(at)
        elif isinstance(block, Paragraph) and not source.fields_in((block,)):
            shown = at + 1 < len(blocks) and _is_shown(source, blocks[at + 1])
            if _is_pointer(source, block) or (
                source.layout.marked and _announces(text, block) and (at + 1 in kept or shown)
            ):
                kept.add(at)
    return frozenset(kept)


def _is_note_to_tools(text: str, block: Block) -> bool:
    if not isinstance(block, Html) or not block.blank or not block.comments:
        return False
    return all(is_tool_comment(span.slice(text)[4:-3]) for span in block.comments)


def _is_label(text: str, block: Block, links: Definition) -> bool:
    """Whether a block is a comment of a word or two: `<!-- Links -->` above link definitions."""
    if not isinstance(block, Html) or not block.blank or len(block.comments) != 1:
        return False
    if is_link_comment(links.span.slice(text)):
        return False
    return count_words(block.comments[0].slice(text)[4:-3]) <= _LABEL


def _asks(source: TemplateSource, block: Block) -> bool:
    """Whether anything in a block is to be filled in: marks, comments, labels without a value."""
    raw = source.text(block.span)
    if has_placeholder(raw) or read_vocabulary(raw):
        return True
    return any(not is_tool_comment(span.slice(raw)[4:-3]) for span in comment_spans(raw))


def _asks_in_words(text: str, block: ListBlock) -> bool:
    return any(
        "?" in item.span.slice(text) or "？" in item.span.slice(text) for item in block.items
    )


def _announces(text: str, block: Paragraph) -> bool:
    return block.span.slice(text).rstrip().rstrip("*_").endswith((":", "："))


def _is_shown(source: TemplateSource, block: Block) -> bool:
    """Whether a block is code that is no placeholder, so that it stands there as it is to stay."""
    return isinstance(block, CodeBlock) and read_code(source, block, Demand()) is None


def _is_pointer(source: TemplateSource, block: Paragraph) -> bool:
    """`See the [style guide](…).`: one sentence with a link, for the reader."""
    raw = source.text(block.span).strip()
    if not source.lexicon.patterns.pointer.match(raw.lstrip("(")) or not _LINK.search(raw):
        return False
    return _SENTENCE_INSIDE.search(raw) is None
