import re
from collections.abc import Iterator
from typing import ClassVar

from designlint.api import (
    Context,
    Document,
    Finding,
    Leaf,
    Rule,
    Severity,
    Span,
    innermost_at,
    is_undecided,
    option,
    places_of,
    scalars,
    unmitigated_risks,
)

_NEAR = 200
"""Characters on either side of a marker that tell what it stands for."""


class TodoMarker(Rule):
    """A marker says that something is still to be written or decided.

    It counts as a value (`Owner: TBD`), in the front matter too, at the start of a line, in
    brackets, or before a colon. In code, in links, and as part of a word (`todo-service`,
    `XXX-12`) it does not, nor where prose speaks about it ("a TODO list"). Where it leaves a
    decision, the answer to a question or a severe risk open, the rule about that says so.

    ## Why

    A marker is a note to oneself; left in, it becomes a question for every reader.

    ## Example

    ```template
    # Title

    ## Rollout
    ```

    ```markdown
    # Cache invalidation

    ## Rollout

    The first region is TBD.
    ```

    ## Instead

    ```markdown
    # Cache invalidation

    ## Rollout

    The first region is the one with the least traffic.
    ```
    """

    group: ClassVar[str] = "placeholders"
    severity: ClassVar[Severity] = Severity.WARNING
    completeness: ClassVar[bool] = True

    markers: tuple[str, ...] = option(
        ("TODO", "TBD", "FIXME", "XXX", "???"),
        description="Words that mark something unfinished, in exactly this spelling; those that "
        "`[words]` adds count too.",
    )
    phrases: tuple[str, ...] = option(
        ("to be determined", "to be decided", "to be defined", "to be done"),
        description="Phrases that count as the whole of a value, in any case.",
    )

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding for each line with a marker."""
        document = context.document
        markers = (*self.markers, *context.lexicon.own_markers)
        present = [marker for marker in markers if marker in document.text]
        phrases = [phrase for phrase in self.phrases if phrase.casefold() in context.folded]
        yield from _in_front_matter(context, present)
        found = [
            (leaf, span)
            for leaf in _holding(document, present, phrases)
            for span in _shown(document, leaf, present, phrases)
        ]
        told = list(_told(context)) if found else []
        lines: set[tuple[Span, int]] = set()
        for leaf, span in found:
            line = (leaf.span, document.position(span.start).line)
            if line not in lines and not any(each.encloses(span) for each in told):
                lines.add(line)
                yield _finding(document, span)


def _holding(document: Document, markers: list[str], phrases: list[str]) -> Iterator[Leaf]:
    """The blocks of text with any of these in them, whatever it says there."""
    text = document.text
    starts = [at for marker in markers for at in places_of(text, marker)]
    for phrase in phrases:
        starts += [match.start() for match in re.finditer(re.escape(phrase), text, re.IGNORECASE)]
    for block in innermost_at(document.blocks, sorted(starts)):
        if isinstance(block, Leaf):
            yield block


def _shown(
    document: Document, leaf: Leaf, markers: list[str], phrases: list[str]
) -> Iterator[Span]:
    """Where markers stand in a leaf, in order, those in code and links left out."""
    content = document.content(leaf)
    places = (*_markers(content.text, markers), *_phrases(content.text, phrases))
    for span in sorted(content.span(*place) for place in places):
        if not any(inline.span.encloses(span) for inline in document.inlines(leaf)):
            yield span


def _finding(document: Document, span: Span) -> Finding:
    return Finding(
        span,
        f"`{span.slice(document.text)}` marks something that is not written yet",
        "Write it, or make it an open question with an owner.",
    )


def _in_front_matter(context: Context, markers: list[str]) -> Iterator[Finding]:
    """Markers in values that can be read, unless these are the template's placeholders."""
    front_matter = context.document.front_matter
    if front_matter is None or not markers or not front_matter.readable:
        return
    for value in scalars(front_matter):
        text, base = value.span.slice(context.document.text), value.span.start
        for start, end in _markers(text, markers):
            if not context.is_leftover(value.span):
                yield _finding(context.document, Span(base + start, base + end))
            break


def _told(context: Context) -> Iterator[Span]:
    """Where a marker leaves a decision, an answer or a severe risk open: other rules say so."""
    document = context.document
    for decision in context.decisions:
        if decision.choice.actual is not None and is_undecided(document, decision, context.lexicon):
            yield decision.choice.actual.whole
    for risk in unmitigated_risks(document, context.risk_tables, context.lexicon):
        yield risk.row.cells[risk.mitigation].span
    for question in context.questions:
        if not question.answered:
            for answer in question.answers:
                line = document.position(answer.span.start).line
                yield Span(answer.span.start, document.lines.end_of(line))


def _markers(source: str, markers: list[str]) -> Iterator[tuple[int, int]]:
    for marker in markers:
        word = re.escape(marker)
        for match in re.finditer(rf"(?<![\w/.#@-]){word}(?![\w/-])", source):
            if _marks(source, match.start(), match.end(), marker):
                yield match.span()


def _marks(source: str, start: int, end: int, marker: str) -> bool:
    """Whether a word stands as a marker or a value, and is not what a sentence is about."""
    if source[start - 1 : start] in ('"', "“", "'", "‘") and start:
        return False
    before = source[max(0, start - _NEAR) : start].rsplit("\n", 1)[-1].rstrip(" *_~\"'")
    after = source[end : end + _NEAR].split("\n", 1)[0].lstrip("*_~\"'")
    opens = not before or before[-1] in _BEFORE_A_MARKER or before.endswith("<br>")
    labels = after.startswith((":", "：", "(", "（")) and (opens or marker not in _WORDS)
    if labels or (opens and before[-1:] in _OPENING):
        return True
    ends = not after.strip(" .,;!?)]}|*_~。、！？）］｝】」")
    closes = ends or after.lstrip(" ").startswith(("—", "–", "- "))
    if marker in _WORDS:
        return opens or (closes and before.split(" ")[-1].casefold() in _LINKING)
    return opens or closes or after[:1] in ",;.、。；"


_WORDS = ("TODO", "FIXME")  # What people also speak of in sentences.
_BEFORE_A_MARKER = "([{:：|—–-=→>.;（［｛【「。、；"
_OPENING = ("(", "[", "{", "（", "［", "｛", "【")
_LINKING = ("is", "are", "be", "still", "remains", "a", "=")


def _phrases(source: str, phrases: list[str]) -> Iterator[tuple[int, int]]:
    for phrase in phrases:
        for match in re.finditer(re.escape(phrase), source, re.IGNORECASE):
            before = source[max(0, match.start() - _NEAR) : match.start()].rstrip(" \n*_(（")
            after = source[match.end() : match.end() + _NEAR].split("\n", 1)[0]
            opens = not before or before[-1] in ":：|—–-"
            if opens and not after.strip(" .!*_)。！）"):
                yield match.span()
