"""The Markdown files of a repository, as far as they may be documents or templates."""

import re
from functools import cached_property
from pathlib import Path, PurePosixPath

from msgspec import Struct

from designlint.discovery.files import Discovered, PathError, discover
from designlint.discovery.globs import Globs
from designlint.discovery.template_files import names_template
from designlint.document.normalise import name_key
from designlint.document.source import Unreadable, read_source
from designlint.expressions import expression

ELSEWHERE = (
    "node_modules/",
    "vendor/",
    "third_party/",
    "testdata/",
    "fixtures/",
    "test/",
    "tests/",
    "examples/",
    "site-packages/",
    "venv/",
    "dist/",
    "build/",
    "target/",
)
"""Folders whose Markdown is other people's, or made."""
UNNAMED = ("template", "templates", "_templates")
"""Folders of templates, whose names do not say of what."""
_OVERVIEWS = (
    "readme",
    "index",
    "changelog",
    "contributing",
    "code_of_conduct",
    "license",
    "summary",
    "security",
)
_FORMS = expression(r"(?:pull[-_ ]?request|merge[-_ ]?request|issue|bug|pr)[-_ ]", re.IGNORECASE)
_FENCE = expression(r"^ {0,3}(?P<mark>`{3,}|~{3,})")
_ATX = expression(r"^ {0,3}#{1,6}[ \t]+(?P<title>.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = expression(r"^ {0,3}(?:=+|-{3,})[ \t]*$")
_TEMPLATE_TITLE = expression(r"\btemplate\W*$", re.IGNORECASE)


class File(Struct, frozen=True, dict=True):
    """A Markdown file. `relative` is its path in the repository, `path` the absolute one."""

    relative: PurePosixPath
    path: Path

    @property
    def folder(self) -> PurePosixPath:
        """The folder that it is in."""
        return self.relative.parent

    @cached_property
    def text(self) -> str:
        """Its text; empty where it cannot be read."""
        source = read_source(self.path)
        return "" if isinstance(source, Unreadable) else source

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """Its headings' titles, found without parsing it: a survey looks at thousands of files."""
        return tuple(_headings(self.text))

    @cached_property
    def keys(self) -> frozenset[str]:
        """The headings in the form in which names compare."""
        return frozenset(map(name_key, self.headings))

    @property
    def is_overview(self) -> bool:
        """Whether it is a README, a changelog or the like."""
        return self.relative.stem.casefold() in _OVERVIEWS

    @property
    def may_be_template(self) -> bool:
        """Whether its name, its folder's name or its title says that it is a template."""
        if _FORMS.match(self.relative.stem):
            return False
        if names_template(self.relative):
            return True
        folders = {part.casefold() for part in self.folder.parts}
        if not self.is_overview and folders & set(UNNAMED):
            return True
        return bool(self.headings and _TEMPLATE_TITLE.search(self.headings[0]))


def find_files(root: Path) -> tuple[tuple[File, ...], tuple[str, ...]]:
    """The Markdown files below the absolute folder `root`, sorted, and folders that stay closed.

    What git ignores is left out, and files whose names are not UTF-8.
    """
    try:
        found = discover(["."], Globs(ELSEWHERE, root), root)
    except PathError:
        found = Discovered(())
    files = []
    for each in found.files:
        relative = PurePosixPath(each.path.relative_to(root).as_posix())
        if str(relative).isprintable():
            files.append(File(relative, each.path))
    files.sort(key=lambda file: file.relative)
    return tuple(files), found.problems


def _headings(text: str) -> list[str]:
    titles: list[str] = []
    fence = ""
    previous = ""
    for line in text.splitlines():
        opened = _FENCE.match(line)
        if fence:
            if opened and opened["mark"].startswith(fence) and not line.strip().strip("`~"):
                fence = ""
            continue
        if opened:
            fence, previous = opened["mark"], ""
            continue
        atx = _ATX.match(line)
        if atx:
            titles.append(atx["title"])
        elif previous and _UNDERLINE.match(line) and not previous.startswith(("|", ">", "-", "*")):
            titles.append(previous)
        previous = "" if atx else line.strip()
    return titles
