"""What a document has kept of the text with which its template tells the author what to write."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from designlint.alignment.block_index import BlockIndex
from designlint.alignment.occurrences import Occurrences, is_undivided
from designlint.document import Document
from designlint.document.blocks import Block, CodeBlock, Heading
from designlint.document.comments import comment_spans, is_link_comment
from designlint.document.normalise import count_words, squash
from designlint.document.span import Span
from designlint.expressions import expression
from designlint.outline.model import Outline
from designlint.outline.units import Letters, Unit

_CLOSING = "\"'”’)*_」』）"
_BEFORE = expression(r"(?:<!--|\[[ xX]\]|\[[^\]\n]*\]:[ \t]*#?|[\s>*+#|\d.)(\[_\"'`!-])*+")
_AFTER = expression(r"[ \t]*+[*_)\"'`|\]]*+[ \t]*+(?:\n|\Z|-->|<br)")
_STOPS = (".", "!", "?", ":", "。", "！", "？", "：")
_MARKS = "*_`"
_ITEM = r"(?:[-*+]|\d+[.)])(?=\s)(?:[ \t]+\[[ xX]\])?"
_GAP = expression(rf"(?m)-->|<!--(?:[ \t]*{_ITEM})?|^[ \t>]*(?:{_ITEM})?")
_WIDEST_GAP = 80
_FEWEST_WORDS, _LONG = 4, 6
_FAR = 500
"""How far back of a match its line is read, so that endless lines take no endless time."""


def find_instructions(document: Document, outline: Outline) -> Iterator[Span]:
    """The text in the document that is the template's instructions, one span for each run of it.

    A sentence counts wherever it stands, a short one only where it opens a line. Less than one
    (`Good, because`, `Known risks`) counts only as the whole of a line: authors go on from such
    words, or use them for what they mean. Emphasis, and where comments are divided, make no
    difference.
    """
    letters = Letters(document.text)
    likely = [unit for unit in outline.units if letters.may_hold(unit)]
    found = set(_locate(document.text, likely)) if likely else ()
    if not found:
        return
    blocks = BlockIndex(document)
    texts = outline.told
    placed = ((blocks.at(span.start), span) for span in sorted(found))
    runs: list[Span] = []
    for block, group in groupby(placed, key=lambda pair: pair[0]):
        told = [span for _, span in group if _is_told(document, block, span)]
        for run in _runs(document, texts, told) if told else ():
            runs.append(_with_emphasis(document.text, run))
    yield from _neighbours(document.text, texts, runs)


def _is_gap(between: str, texts: Sequence[str]) -> bool:
    if len(between) > _WIDEST_GAP or ("<!--" in between) != ("-->" in between):
        return False
    said = "".join(_GAP.sub(" ", between).casefold().split())
    return not said or any(said in each for each in texts)


@lru_cache(maxsize=1024)
def _plain_unit(unit: str) -> str:
    return _plain(unit)


def _plain(text: str) -> str:
    """Text in which emphasis and the ends of comments make no difference."""
    for mark in _MARKS:
        text = text.replace(mark, "")
    return squash(text.replace("-->", " ").replace("<!--", " "))


def _neighbours(text: str, texts: Sequence[str], runs: list[Span]) -> Iterator[Span]:
    """Runs with nothing of the author's between them as one: a list that was left as it is."""
    whole: Span | None = None
    for run in runs:
        if whole is not None and _is_gap(text[whole.end : run.start], texts):
            whole = Span(whole.start, max(whole.end, run.end))
            continue
        if whole is not None:
            yield whole
        whole = run
    if whole is not None:
        yield whole


def _runs(document: Document, texts: Sequence[str], spans: list[Span]) -> Iterator[Span]:
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
    # `**Note:** *text*` opens with more marks than close it.
    while start != span.start and start and text[start - 1] in "*_":
        start -= 1
    return Span(start, end)


def _locate(text: str, units: Sequence[Unit]) -> Iterator[Span]:
    """Where those of `units` stand that count there."""
    plain, occurrences = _plain(text), Occurrences(text)
    for unit in units:
        undivided = is_undivided(unit.text)
        if not undivided and _plain_unit(unit.text) not in plain:
            continue
        words = count_words(unit.text)
        sentence, long = _is_sentence(unit.text), words >= _LONG or undivided
        hidden = unit.comment and words < _FEWEST_WORDS
        inside = _Comments(text) if hidden else None
        for span in occurrences.of(unit.text):
            if inside is not None and not inside.holds(span.start):
                continue
            if _is_alone(text, span) or (sentence and (long or _opens_line(text, span))):
                yield span


def _is_told(document: Document, block: Block | None, span: Span) -> bool:
    """Code is not searched, and a prompt that became a heading (`### Why not?`) asks no more."""
    if isinstance(block, Heading) and "<!--" not in _before(document.text, span.start):
        return span.slice(document.text).rstrip(_CLOSING).endswith((".", "!", "。", "！"))
    return not isinstance(block, CodeBlock)


def _is_sentence(unit: str) -> bool:
    end = unit.rstrip(_CLOSING)
    return end.endswith(("。", "！", "？")) or (
        end.endswith((".", "!", "?")) and len(end.split()) >= _FEWEST_WORDS
    )


def _is_alone(text: str, span: Span) -> bool:
    """Whether nothing but marks stands beside a span on its lines, or a sentence before it."""
    before = _before(text, span.start)
    bare = before.rstrip()
    opens = (
        _BEFORE.fullmatch(before)
        or bare.endswith("<!--")
        or (before != bare and bare.rstrip(_CLOSING).endswith(_STOPS))
    )
    return bool(opens) and _AFTER.match(text, span.end) is not None


def _opens_line(text: str, span: Span) -> bool:
    return _BEFORE.fullmatch(_before(text, span.start)) is not None


def _before(text: str, offset: int) -> str:
    """What stands before an offset on its line."""
    start = max(0, offset - _FAR)
    return text[max(start, text.rfind("\n", start, offset) + 1) : offset]


class _Comments:
    """The comments of a text. Asked for offsets in rising order, it goes through them once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = comment_spans(text)
        self._span = next(self._spans, None)

    def holds(self, offset: int) -> bool:
        while self._span is not None and self._span.end <= offset:
            self._span = next(self._spans, None)
        within = self._span is not None and self._span.holds(offset)
        return within or is_link_comment(_before(self._text, offset))
