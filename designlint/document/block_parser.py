"""markdown-it-py's block phase, with the columns that it knows and throws away.

Its tokens carry line ranges only. While a block rule runs, however, the parser state holds for
every line the offset at which that line's content starts, inside all enclosing quotes and list
items. `PositionedBlocks` notes these offsets on the tokens before the state moves on.
"""

from collections.abc import Callable, Sequence
from typing import Any, Literal, cast

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock, lheading, paragraph
from markdown_it.token import Token

DEFINITION = "definition"
"""Type of the token pushed for link reference definitions, which markdown-it drops."""

References = dict[str, Any]
"""Link labels, normalised by markdown-it, that the document defines."""


BlockRule = Callable[[StateBlock, int, int, bool], bool]


def _opens_with_letter(state: StateBlock, line: int) -> bool:
    """Whether a line can only be text: no block of CommonMark opens with a letter.

    A table's header row may, but has a pipe in it; an indented code block is indented.
    """
    start = state.bMarks[line] + state.tShift[line]
    end = state.eMarks[line]
    return (
        start < end
        and state.src[start].isalpha()
        and state.sCount[line] - state.blkIndent < 4
        and state.src.find("|", start, end) < 0
    )


def _may_be_underlined(state: StateBlock, line: int, end: int) -> bool:
    """Whether a line below, up to the next empty one, could make text a setext heading."""
    for below in range(line + 1, end):
        start = state.bMarks[below] + state.tShift[below]
        if start >= state.eMarks[below]:
            return False
        # Outside the item or quote the rule itself knows better where the text ends.
        if state.src[start] in "=-" or state.sCount[below] < state.blkIndent:
            return True
    return False


class GuardedRuler(Ruler[BlockRule]):
    """Rules that may interrupt a paragraph, asked only of lines that can.

    Most lines of a document are continued text, and each would be put to seven rules in vain.
    """

    def getRules(self, chainName: str = "") -> list[BlockRule]:  # noqa: N802, N803 - overridden names
        """As the base class does; a chain of interrupting rules comes as one rule."""
        rules = super().getRules(chainName)
        if not chainName:
            return rules
        guarded = self._guarded.get(chainName)
        if guarded is None:
            guarded = self._guarded[chainName] = [_guard(rules)]
        return guarded

    def __init__(self) -> None:
        super().__init__()
        self._guarded: dict[str, list[BlockRule]] = {}


def _guard(rules: list[BlockRule]) -> BlockRule:
    def interrupts(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        if _opens_with_letter(state, line):
            return False
        # Not any(): this runs for every line, and a generator costs more.
        for rule in rules:  # noqa: SIM110
            if rule(state, line, end, silent):
                return True
        return False

    return interrupts


class PositionedBlocks(ParserBlock):
    """The block parser; each token with a `map` gets `meta["starts"]`.

    `starts` is a tuple of offsets, one per line of the map: where the line's content starts.
    """

    def __init__(self) -> None:
        super().__init__()
        ruler = GuardedRuler()
        for rule in self.ruler.__rules__:
            ruler.push(rule.name, rule.fn, {"alt": rule.alt})
        self.ruler = ruler

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 - overridden names
        """As the base class does, which offers no place to hook in after a rule has matched."""
        rules = self.ruler.getRules("")
        text_rules: list[BlockRule] = [rule for rule in rules if rule in (lheading, paragraph)]
        paragraph_only: list[BlockRule] = [rule for rule in rules if rule is paragraph]
        deepest = state.md.options.maxNesting
        line = startLine
        empty_lines = False
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            if state.level >= deepest:
                state.line = _end_of_container(state, line, endLine)
                break
            fitting = rules
            if _opens_with_letter(state, line):
                underlined = _may_be_underlined(state, line, endLine)
                fitting = text_rules if underlined else paragraph_only
            _apply(fitting, cast(NotedState, state), line, endLine)
            state.tight = not empty_lines
            line = state.line
            if line - 1 < endLine and state.isEmpty(line - 1):
                empty_lines = True
            if line < endLine and state.isEmpty(line):
                empty_lines = True
                line += 1
                state.line = line


def _end_of_container(state: StateBlock, line: int, end: int) -> int:
    """The first line from `line` on that is not in the container being read.

    The base class gives up the rest of the document where containers are nested too deeply.
    """
    while line < end and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent):
        line += 1
    return line


class NotedState(StateBlock):
    """The parser's state. `fresh` are the tokens pushed whose positions are not noted yet."""

    def __init__(self, src: str, md: MarkdownIt, env: dict[str, Any], tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self.fresh: list[Token] = []

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """As the base class does; closing tokens have no position."""
        token = super().push(ttype, tag, nesting)
        if nesting >= 0:
            self.fresh.append(token)
        return token


def _apply(rules: Sequence[BlockRule], state: NotedState, line: int, end: int) -> None:
    """Run the first rule that matches at `line`, and note positions on what it pushed.

    Tokens of inner blocks were noted by the inner call, where the prefixes were known.
    """
    pushed, noted = len(state.tokens), len(state.fresh)
    for rule in rules:
        if rule(state, line, end, False):
            break
    if len(state.tokens) == pushed:
        state.push(DEFINITION, "", 0).map = [line, state.line]
    marks, shifts = state.bMarks, state.tShift
    for token in state.fresh[noted:]:
        lines = token.map
        if lines:
            first, last = lines
            if last - first == 1:
                token.meta = {"starts": (marks[first] + shifts[first],)}
            else:
                token.meta = {"starts": tuple(marks[n] + shifts[n] for n in range(first, last))}
    del state.fresh[noted:]


def _make_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    rules = parser.block.ruler.get_active_rules()
    parser.block = PositionedBlocks()
    parser.block.ruler.enableOnly(rules)
    return parser


PARSER = _make_parser()
"""CommonMark with GFM tables and strikethrough. Its rule sets are never changed after import."""


def parse_blocks(text: str, first_line: int) -> tuple[list[Token], References]:
    """Block tokens of `text` from 0-based `first_line` on, and the reference definitions.

    `text` has line feeds only. No inline content is parsed.
    """
    env: dict[str, Any] = {"references": {}}
    tokens: list[Token] = []
    if text:
        state = NotedState(text.replace("\0", "\N{REPLACEMENT CHARACTER}"), PARSER, env, tokens)
        PARSER.block.tokenize(state, min(first_line, state.lineMax), state.lineMax)
    return tokens, env["references"]
