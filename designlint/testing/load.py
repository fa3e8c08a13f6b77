r"""Markdown → `Suite`.

The level-1 heading is the rule's name. Fences before the first level-2 heading are defaults for
all cases, and a case's own fence of the same name replaces them. By name, the fences are

- `markdown`: the document, once in each case. Flags behind the name change what the document
  is: `crlf` ends its lines with CR LF, `bom` puts a byte order mark first, and `escapes` makes
  `\x1b`, `\u202e` and `\U0001f600` the characters that they name.
- `template`: the template that it is held against.
- `document PATH`: another document of the run, at a path relative to the root of the repository,
  held against the same template. What is found in it stands in `findings` behind its path.
- `file PATH`: a file of the repository that is not checked; a path that ends in `/` is a folder.
- `options`: TOML, the rule's options.
- `settings`: TOML: `status`, `today`, `path`, where the document itself is (`document.md` if
  nothing is said), `rules`, a list of rules to run or `"all"`, and `requirements`, the table of
  that name in a configuration.
- `findings`: what is found, once in each case; empty for a clean document.
"""

from pathlib import Path

from designlint.document import Document, parse_document
from designlint.document.blocks import CodeBlock, walk
from designlint.document.sections import Section
from designlint.document.source import Unreadable, read_source
from designlint.expressions import expression
from designlint.testing.errors import SuiteError
from designlint.testing.settings import read_options, read_settings
from designlint.testing.suite import Case, Fence, Suite

_WITH_PATH = ("document", "file")
_DEFAULTS = ("options", "settings", "template", *_WITH_PATH)
_IN_CASES = ("findings", "markdown", *_DEFAULTS)
_FLAGS = ("bom", "crlf", "escapes")
_ESCAPE = expression(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))")


def load_suite(path: Path | str) -> Suite:
    """The suite in the file at `path`. Raises SuiteError."""
    source = read_source(Path(path))
    if isinstance(source, Unreadable):
        raise SuiteError(str(path), source.line, source.message)
    return read_suite(source, str(path))


def read_suite(text: str, path: str) -> Suite:
    """The suite that `text` is; `path` is what messages call it. Raises SuiteError."""
    document = parse_document(text, path)
    title = document.title
    if title is None or title.index != 0:
        raise SuiteError(path, 1, "a suite starts with a level-1 heading: the name of its rule")
    for other in document.sections[1:]:
        if other.level == 1:
            line = document.position(other.span.start).line
            raise SuiteError(path, line, "a second level-1 heading; a suite is of one rule")
    reader = _Reader(document, path, title.title)
    reader.fences(document.root, (), "above the rule's name", deep=False)
    defaults = reader.fences(title, _DEFAULTS, "before the first case", deep=False)
    cases: dict[str, Case] = {}
    for section in title.children:
        case = reader.case(section, defaults)
        if case.name in cases:
            first = cases[case.name].line
            message = f'a second case named "{case.name}"; the first is at line {first}'
            raise SuiteError(path, case.line, message)
        cases[case.name] = case
    if not cases:
        raise SuiteError(path, 1, "no cases: every level-2 heading opens one")
    return Suite(path, title.title, tuple(cases.values()))


class _Reader:
    """Reads the parts of one suite."""

    def __init__(self, document: Document, path: str, rule: str) -> None:
        self._document = document
        self._path = path
        self._rule = rule

    def case(self, section: Section, defaults: dict[str, Fence]) -> Case:
        """The case that a level-2 section is."""
        line = self._line(section.span.start)
        if section.level != 2:
            raise SuiteError(self._path, line, "a case is a level-2 heading")
        found = defaults | self.fences(section, _IN_CASES, "in a case")
        for name, hint in (
            ("markdown", "the document of the case"),
            ("findings", "empty where the document is clean"),
            ("template", "in the case or before the first one"),
        ):
            if name not in found:
                message = f'case "{section.title}" has no `{name}` fence: {hint}'
                raise SuiteError(self._path, line, message)
        return Case(
            path=self._path,
            line=line,
            name=section.title,
            rule=self._rule,
            document=self._text(found["markdown"]),
            template=found["template"],
            options=read_options(found.get("options"), self._path),
            settings=read_settings(found.get("settings"), self._path),
            findings=found["findings"],
            documents=_texts(found, "document"),
            files=_texts(found, "file"),
        )

    def fences(
        self, section: Section, known: tuple[str, ...], where: str, *, deep: bool = True
    ) -> dict[str, Fence]:
        """The fences of a section by name, with those of deeper headings if `deep`."""
        found: dict[str, Fence] = {}
        tops = tuple(section.all_blocks() if deep else section.blocks)
        for block in walk(tops):
            if not isinstance(block, CodeBlock) or not block.fenced:
                continue
            fence = self._fence(block)
            if block not in tops or self._document.position(block.span.start).column > 1:
                message = "a fence inside another block; start it at the line's first column"
                raise SuiteError(self._path, fence.line, message)
            self._check(fence, known, where)
            if fence.title in found:
                first = found[fence.title].line
                message = f"a second `{fence.title}` fence; the first is at line {first}"
                raise SuiteError(self._path, fence.line, message)
            found[fence.title] = fence
        return found

    def _check(self, fence: Fence, known: tuple[str, ...], where: str) -> None:
        if fence.name not in known:
            names = ", ".join(f"`{name}`" for name in sorted(known)) or "none"
            what = f"unknown fence `{fence.name}`" if fence.name else "a fence without a name"
            raise SuiteError(self._path, fence.line, f"{what} {where}; known here: {names}")
        if fence.name in _WITH_PATH:
            if not fence.path:
                message = f"a `{fence.name}` fence takes a path: `{fence.name} docs/a.md`"
                raise SuiteError(self._path, fence.line, message)
            return
        for flag in fence.flags:
            if fence.name != "markdown":
                message = f"a `{fence.name}` fence takes no flag, so `{flag}` says nothing"
                raise SuiteError(self._path, fence.line, message)
            if flag not in _FLAGS:
                flags = ", ".join(f"`{each}`" for each in _FLAGS)
                message = f"unknown flag `{flag}`; a `markdown` fence takes {flags}"
                raise SuiteError(self._path, fence.line, message)

    def _fence(self, block: CodeBlock) -> Fence:
        text = self._document.text
        line = self._line(block.span.start)
        if block.body.end >= block.span.end:
            raise SuiteError(self._path, line, "this fence is never closed")
        opening = text[block.span.start : self._document.lines.end_of(line)]
        words = opening.lstrip("`~").split()
        return Fence(
            name=words[0] if words else "",
            flags=tuple(words[1:]),
            text=block.body.slice(text),
            line=line,
            closing=self._line(block.body.end),
        )

    def _text(self, fence: Fence) -> str:
        text = fence.text
        if "escapes" in fence.flags:
            try:
                text = _ESCAPE.sub(
                    lambda match: chr(int(match[1] or match[2] or match[3], 16)), text
                )
            except (ValueError, OverflowError):
                message = "an escape names a code point past U+10FFFF"
                raise SuiteError(self._path, fence.line, message) from None
        if "crlf" in fence.flags:
            text = text.replace("\n", "\r\n")
        return "\ufeff" + text if "bom" in fence.flags else text

    def _line(self, offset: int) -> int:
        return self._document.position(offset).line


def _texts(fences: dict[str, Fence], name: str) -> dict[str, str]:
    """The texts of the fences of one name, by the paths behind it."""
    return {fence.path: fence.text for fence in fences.values() if fence.name == name}
