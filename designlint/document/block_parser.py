"""markdown-it-py's block phase, with the columns that it knows and throws away.

Its tokens carry line ranges only. While a block rule runs, however, the parser state holds for
every line the offset at which that line's content starts, inside all enclosing quotes and list
items. `PositionedBlocks` notes these offsets on the tokens before the state moves on.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any, Literal, cast

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from designlint.expressions import expression

DEFINITION = "definition"
"""Type of the token pushed for link reference definitions, which markdown-it drops."""

References = dict[str, Any]
"""Link labels, normalised by markdown-it, that the document defines."""


BlockRule = Callable[[StateBlock, int, int, bool], bool]


PARAGRAPH = "paragraph"
"""Type of the one token that stands for a paragraph of plain lines, in place of three."""

_LINE_FEED = expression("\n")
_INDENT = expression(r"^[ \t]+", re.MULTILINE)
_BULLETS, _DIGITS = "-*+", "0123456789"
_FIRST = {
    "blockquote": ">",
    "fence": "`~",
    "heading": "#",
    "hr": "-*_",
    "html_block": "<",
    "list": _BULLETS + _DIGITS,
    "reference": "[",
}
"""The characters that a block of a rule begins with (CommonMark 4 and 5)."""
_MARKS = frozenset("".join(_FIRST.values()))
_UNDERLINES = frozenset("=-")


class Chain:
    """Rules in order, and which of them can match a line, by its first character.

    Most lines are plain text, and each would be put to ten rules in vain.
    """

    def __init__(self, rules: Sequence[tuple[str, BlockRule]]) -> None:
        self.all = [rule for _, rule in rules]
        # Indented code and tables are told by the indent and by a pipe: such lines get all rules.
        anywhere = [each for each in rules if each[0] not in ("code", "table")]
        self.text = [rule for name, rule in anywhere if name not in _FIRST]
        self._by_mark = {
            mark: [rule for name, rule in anywhere if mark in _FIRST.get(name, mark)]
            for mark in _MARKS
        }

    def fitting(self, state: StateBlock, line: int) -> list[BlockRule]:
        """The rules that can match at `line`."""
        start, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
        if (
            start >= end
            or state.sCount[line] - state.blkIndent >= 4
            or state.src.find("|", start, end) >= 0
        ):
            return self.all
        return self._by_mark.get(state.src[start], self.text)


class GuardedRuler(Ruler[BlockRule]):
    """Rules that may interrupt a block, asked only of lines that they can match."""

    def getRules(self, chainName: str = "") -> list[BlockRule]:  # noqa: N802, N803 - overridden names
        """As the base class does; a chain of interrupting rules comes as one rule."""
        guarded = self._guarded.get(chainName)
        if guarded is None:
            guarded = self._guarded[chainName] = [_guard(self.chain(chainName))]
        return guarded

    def chain(self, name: str = "") -> Chain:
        """The rules of a chain that are enabled, in order."""
        return Chain(
            [
                (rule.name, rule.fn)
                for rule in self.__rules__
                if rule.enabled and (not name or name in rule.alt)
            ]
        )

    def __init__(self) -> None:
        super().__init__()
        self._guarded: dict[str, list[BlockRule]] = {}


def _guard(chain: Chain) -> BlockRule:
    def interrupts(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        # Not any(): this runs for every line, and a generator costs more.
        for rule in chain.fitting(state, line):  # noqa: SIM110
            if rule(state, line, end, silent):
                return True
        return False

    return interrupts


class PositionedBlocks(ParserBlock):
    """The block parser; each token with a `map` gets `meta["starts"]`.

    `starts` is a tuple of offsets, one per line of the map: where the line's content starts.
    """

    def __init__(self, enabled: Sequence[str]) -> None:
        super().__init__()
        ruler = GuardedRuler()
        for rule in self.ruler.__rules__:
            ruler.push(rule.name, rule.fn, {"alt": rule.alt})
        ruler.enableOnly(enabled)
        self.ruler = ruler
        self._chain = ruler.chain()
        (self._interrupts,) = ruler.getRules("paragraph")

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 - overridden names
        """As the base class does, which offers no place to hook in after a rule has matched."""
        chain = self._chain
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
            fitting = chain.fitting(state, line)
            if fitting is not chain.text or not self._plain_paragraph(state, line):
                _apply(fitting, cast(NotedState, state), line, endLine)
            state.tight = not empty_lines
            line = state.line
            if line - 1 < endLine and state.isEmpty(line - 1):
                empty_lines = True
            if line < endLine and state.isEmpty(line):
                empty_lines = True
                line += 1
                state.line = line

    def _plain_paragraph(self, state: StateBlock, line: int) -> bool:
        """Read a paragraph that opens as text; False where a line may underline it.

        As the rule `paragraph` does, but for one token, and with a look at a line's first
        character before any rule is asked whether it interrupts.
        """
        marks, shifts, ends, counts = state.bMarks, state.tShift, state.eMarks, state.sCount
        source, indent, last = state.src, state.blkIndent, state.lineMax
        below = line + 1
        starts = [marks[line] + shifts[line]]
        while below < last:
            start = marks[below] + shifts[below]
            if start >= ends[below]:
                break
            # Indented lines, and those that a quote has taken already, go on whatever they hold.
            if 0 <= counts[below] <= indent + 3:
                first = source[start]
                if first in _UNDERLINES:
                    return False
                if (first in _MARKS or source.find("|", start, ends[below]) >= 0) and (
                    self._interrupted(state, below)
                ):
                    break
            starts.append(start)
            below += 1
        state.line = below
        token = Token(PARAGRAPH, "p", 0, map=[line, below], level=state.level)
        token.meta = {"starts": tuple(starts)}
        state.tokens.append(token)
        return True

    def _interrupted(self, state: StateBlock, line: int) -> bool:
        parent, state.parentType = state.parentType, "paragraph"
        interrupted = self._interrupts(state, line, state.lineMax, True)
        state.parentType = parent
        return interrupted


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
        """As the base class, which looks at each line by itself; few of them are indented."""
        super().__init__("", md, env, tokens)
        self.fresh: list[Token] = []
        self.src = src
        starts = [0, *(match.end() for match in _LINE_FEED.finditer(src))]
        length = len(src)
        ends = [*(start - 1 for start in starts[1:]), length]
        if not src[starts[-1] :].strip(" \t"):
            # The parser knows no last line of nothing but spaces.
            del starts[-1], ends[-1]
        count = self.lineMax = len(starts)
        self.bMarks = [*starts, length]
        self.eMarks = [*ends, length]
        self.tShift, self.sCount, self.bsCount = ([0] * (count + 1) for _ in range(3))
        for match in _INDENT.finditer(src):
            line = bisect_left(starts, match.start())
            if line < count:
                self.tShift[line] = len(match[0])
                self.sCount[line] = len(match[0].expandtabs(4))

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
    parser.block = PositionedBlocks(parser.block.ruler.get_active_rules())
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
