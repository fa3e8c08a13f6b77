"""markdown-it-py's block phase, with the columns that it knows and throws away.

Its tokens carry line ranges only. While a block rule runs, however, the parser state holds for
every line the offset at which that line's content starts, inside all enclosing quotes and list
items. `PositionedBlocks` notes these offsets on the tokens before the state moves on.
"""

from collections.abc import Callable
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

DEFINITION = "definition"
"""Type of the token pushed for link reference definitions, which markdown-it drops."""

References = dict[str, Any]
"""Link labels, normalised by markdown-it, that the document defines."""


class PositionedBlocks(ParserBlock):
    """The block parser; each token with a `map` gets `meta["starts"]`.

    `starts` is a tuple of offsets, one per line of the map: where the line's content starts.
    """

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 - overridden names
        """As the base class does, which offers no place to hook in after a rule has matched."""
        rules = self.ruler.getRules("")
        deepest = state.md.options.maxNesting
        line = startLine
        empty_lines = False
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            if state.level >= deepest:
                state.line = endLine
                break
            _apply(rules, state, line, endLine)
            state.tight = not empty_lines
            line = state.line
            if line - 1 < endLine and state.isEmpty(line - 1):
                empty_lines = True
            if line < endLine and state.isEmpty(line):
                empty_lines = True
                line += 1
                state.line = line


def _apply(
    rules: list[Callable[[StateBlock, int, int, bool], bool]],
    state: StateBlock,
    line: int,
    end: int,
) -> None:
    """Run the first rule that matches at `line`, and note positions on what it pushed."""
    count = len(state.tokens)
    for rule in rules:
        if rule(state, line, end, False):
            break
    if len(state.tokens) == count:
        state.push(DEFINITION, "", 0).map = [line, state.line]
    marks, shifts = state.bMarks, state.tShift
    for token in state.tokens[count:]:
        lines = token.map
        # Tokens of inner blocks were noted by the inner call, where the prefixes were known.
        if lines and not token.meta:
            if lines[1] - lines[0] == 1:
                token.meta = {"starts": (marks[lines[0]] + shifts[lines[0]],)}
            else:
                token.meta = {"starts": tuple(marks[n] + shifts[n] for n in range(*lines))}


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
        state = StateBlock(text.replace("\0", "\N{REPLACEMENT CHARACTER}"), PARSER, env, tokens)
        PARSER.block.tokenize(state, min(first_line, state.lineMax), state.lineMax)
    return tokens, env["references"]
