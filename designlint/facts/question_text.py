"""What the lines of a questions section say: that they ask, that nothing is open, that it waits."""

from designlint.document import Document
from designlint.document.blocks import Block, Paragraph
from designlint.document.span import Span
from designlint.expressions import expression
from designlint.facts.question import Attribute
from designlint.language.lexicon import Lexicon
from designlint.language.phrases import bare, is_pending, is_waiver

MARKS = ("?", "？")
"""What a question ends with."""
_BOLD_QUESTION = expression(r"(?:\*\*|__)[^*_\n]+[?？](?:\*\*|__)")


def lead_of(document: Document, block: Block) -> Span | None:
    """A question in bold that opens a paragraph: `**Which store?** It may be …`."""
    if not isinstance(block, Paragraph):
        return None
    match = _BOLD_QUESTION.match(document.text, block.lines[0].start, block.lines[0].end)
    return Span(*match.span()) if match else None


def asks(text: str) -> bool:
    """Whether there is a question mark in a text."""
    return any(mark in text for mark in MARKS)


def is_unsettled(attribute: Attribute, lexicon: Lexicon) -> bool:
    """Whether an answer only says that there is none yet; `Resolved: no` says so too."""
    core = bare(attribute.text)
    if attribute.key in lexicon.resolved and core.casefold() in lexicon.no:
        return True
    return is_pending(core, lexicon)


def says_none(text: str, lexicon: Lexicon) -> bool:
    """Whether a text says that there are no questions."""
    core = bare(text).casefold()
    if lexicon.patterns.no_questions.fullmatch(core) or core in lexicon.nothings:
        return True
    return is_waiver(text, lexicon) and not asks(text)
