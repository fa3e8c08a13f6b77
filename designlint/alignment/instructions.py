"""What a document has kept of the text with which its template tells the author what to write."""

import re
from collections.abc import Iterator
from itertools import groupby

from designlint.alignment.block_index import BlockIndex
from designlint.document import Document, comments
from designlint.document.blocks import Block, CodeBlock, Heading
from designlint.document.normalise import count_words, is_unspaced, squash
from designlint.document.span import Span
from designlint.outline.model import Instruction, Outline

_CLOSING = "\"'”’)*_」』）"
_BEFORE = re.compile(r"(?:<!--|\[[^\]\n]*\]:[ \t]*#?|[\s>*+#|\d.)(\[_\"'`!-])*+")
_AFTER = re.compile(r"[ \t]*[*_)\"'`|\]]*[ \t]*(?:\n|\Z|-->|<br)")
_STOPS = (".", "!", "?", ":", "。", "！", "？", "：")
_FEWEST_WORDS = 4


def find_instructions(document: Document, outline: Outline) -> Iterator[Span]:
    """The text in the document that is the template's instructions, one span for each run of it.

    A sentence counts wherever it stands. Less than one (`Good, because`, `Known risks`) counts
    only as the whole of a line: authors go on from such words, or use them for what they mean.
    """
    squashed = squash(document.text)
    found: set[Span] = set()
    for instruction in outline.instructions:
        for unit in instruction.units:
            if unit in squashed or _is_undivided(unit):
                found.update(_locate(document, instruction, unit))
    if not found:
        return
    blocks = BlockIndex(document)
    texts = [squash(each.text).replace(" ", "") for each in outline.instructions]
    placed = ((blocks.at(span.start), span) for span in sorted(found))
    for block, group in groupby(placed, key=lambda pair: pair[0]):
        told = [span for _, span in group if _is_told(document, block, span)]
        for run in _runs(document, texts, told) if told else ():
            yield _with_emphasis(document.text, run)


def _runs(document: Document, texts: list[str], spans: list[Span]) -> Iterator[Span]:
    """The spans of one block joined where all between them is the template's, too."""
    run = spans[0]
    for span in spans[1:]:
        joined = Span(run.start, max(run.end, span.end))
        between = squash(joined.slice(document.text)).replace(" ", "")
        if span.start < run.end or any(between in text for text in texts):
            run = joined
        else:
            yield run
            run = span
    yield run


def _with_emphasis(text: str, span: Span) -> Span:
    """A span with the emphasis marks that stand around all of it."""
    start, end = span
    while start and text[start - 1] in "*_" and text[end : end + 1] == text[start - 1]:
        start, end = start - 1, end + 1
    return Span(start, end)


def _locate(document: Document, instruction: Instruction, unit: str) -> Iterator[Span]:
    text = document.text
    pattern = r"[\s>]+".join(map(re.escape, unit.split()))
    if _is_undivided(unit):
        pattern = r"[\s>]*".join(map(re.escape, unit.replace(" ", "")))
    anywhere = _is_sentence(unit)
    hidden = instruction.comment and count_words(unit) < _FEWEST_WORDS
    for match in re.finditer(pattern, text, re.IGNORECASE):
        if hidden and not _in_comment(text, match.start()):
            continue
        if anywhere or _is_alone(text, match):
            yield Span(match.start(), match.end())


def _is_undivided(unit: str) -> bool:
    """Whether no spaces divide its words, so that a line may end behind any letter."""
    return not unit.isascii() and any(map(is_unspaced, unit))


def _is_told(document: Document, block: Block | None, span: Span) -> bool:
    """Code is not searched, and a prompt that became a heading (`### Why not?`) asks no more."""
    if isinstance(block, Heading):
        return span.slice(document.text).rstrip(_CLOSING).endswith((".", "!", "。", "！"))
    return not isinstance(block, CodeBlock)


def _is_sentence(unit: str) -> bool:
    end = unit.rstrip(_CLOSING)
    return end.endswith(("。", "！", "？")) or (
        end.endswith((".", "!", "?")) and len(end.split()) >= _FEWEST_WORDS
    )


def _is_alone(text: str, match: re.Match[str]) -> bool:
    """Whether nothing but marks stands beside a match on its lines, or a sentence before it."""
    start = text.rfind("\n", 0, match.start()) + 1
    before = text[start : match.start()]
    opens = _BEFORE.fullmatch(before) or (
        before[-1:].isspace() and before.rstrip().rstrip(_CLOSING).endswith(_STOPS)
    )
    return bool(opens) and _AFTER.match(text, match.end()) is not None


def _in_comment(text: str, offset: int) -> bool:
    line = text.rfind("\n", 0, offset) + 1
    return text[line:offset].lower().startswith(comments.LABELS) or (
        text.rfind("<!--", 0, offset) > text.rfind("-->", 0, offset)
    )
