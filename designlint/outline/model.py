"""What a template compiles to: the sections, fields, tables and code of a finished document.

Everything is immutable, picklable and free of positions in any document. `line` is always a
1-based line of the template.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class ValueKind(StrEnum):
    """Kinds of value that `value=` can ask for."""

    NUMBER = "number"
    PERCENTAGE = "percentage"
    DURATION = "duration"
    DATE = "date"
    URL = "url"
    PERSON = "person"


class Role(StrEnum):
    """What a section is for, where rules treat it in a way of their own."""

    NONE = ""
    QUESTIONS = "questions"
    RISKS = "risks"


@dataclass(frozen=True, slots=True)
class Demand:
    """When an element is asked for.

    `since` is an ISO date: only of documents born on or after it. `when` is a (key, value) pair
    that the document's metadata has to show, as `("status", "accepted")`.
    """

    optional: bool = False
    since: str = ""
    when: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class TitlePattern:
    """Which titles are this element's.

    `names` are keys (see `name_key`) that match as a whole: the title and its aliases. `regex`
    matches keys where the template's title has a number or a placeholder in it. `free` is True
    where the title is nothing but a placeholder, so that every title would do.
    """

    names: tuple[str, ...] = ()
    regex: str = ""
    free: bool = False

    @property
    def aliases(self) -> tuple[str, ...]:
        """The names that an `alias` directive adds."""
        return self.names if self.regex or self.free else self.names[1:]

    def matches(self, key: str) -> bool:
        """Whether a title's key is this element's; a free pattern matches all."""
        return self.free or key in self.names or bool(self.regex and _compiled(self.regex, key))


@lru_cache(maxsize=512)
def _pattern(regex: str) -> re.Pattern[str]:
    return re.compile(regex, re.DOTALL)


def _compiled(regex: str, key: str) -> bool:
    return _pattern(regex).fullmatch(key) is not None


@dataclass(frozen=True, slots=True)
class ExpectedCode:
    """A code block, of `language` where that is not empty; `placeholder` is what it holds."""

    language: str
    placeholder: str
    line: int
    demand: Demand = Demand()


@dataclass(frozen=True, slots=True)
class ExpectedField:
    """A labelled value, or with a free pattern one or more with names of the author's own.

    `items` is how many items of a list the template shows below it, 0 for none. `fields` are
    those nested in it. `hint` is the template's placeholder for the value.
    """

    name: str
    pattern: TitlePattern
    line: int
    form: str
    hint: str
    demand: Demand = Demand()
    vocabulary: tuple[str, ...] = ()
    kind: ValueKind | None = None
    min_words: int = 0
    items: int = 0
    code: ExpectedCode | None = None
    fields: tuple["ExpectedField", ...] = ()

    def source(self) -> str:
        """The field as an author would write it, for messages."""
        if self.form == "item":
            return f"- **{self.name}**: …"
        return f"| {self.name} | … |" if self.form == "row" else f"**{self.name}**: …"


@dataclass(frozen=True, slots=True)
class ExpectedColumn:
    """A table column; `vocabulary` is empty where any text will do."""

    name: str
    pattern: TitlePattern
    vocabulary: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExpectedTable:
    """A table; `row` holds the folded texts of the template's row, empty where it shows none."""

    columns: tuple[ExpectedColumn, ...]
    line: int
    rows: tuple[tuple[str, ...], ...] = ()
    demand: Demand = Demand()


@dataclass(frozen=True, slots=True)
class ExpectedList:
    """A list of placeholders: `kinds` of item shown, and the fields nested in its items."""

    ordered: bool
    kinds: int
    line: int
    fields: tuple[ExpectedField, ...] = ()


@dataclass(frozen=True, slots=True)
class ExpectedSection:
    """A section of the template.

    `least` and `most` say how often it may occur; `most` is None without a bound. `prose` is
    True where the template shows instructions or a placeholder directly below the heading.
    """

    title: str
    pattern: TitlePattern
    level: int
    line: int
    path: tuple[str, ...]
    demand: Demand = Demand()
    least: int = 1
    most: int | None = 1
    unordered: bool = False
    closed: bool = False
    role: Role = Role.NONE
    min_words: int = 0
    prose: bool = False
    fields: tuple[ExpectedField, ...] = ()
    tables: tuple[ExpectedTable, ...] = ()
    lists: tuple[ExpectedList, ...] = ()
    codes: tuple[ExpectedCode, ...] = ()
    children: tuple["ExpectedSection", ...] = ()

    @property
    def repeatable(self) -> bool:
        """Whether it may occur more than once."""
        return self.most != 1

    @property
    def optional(self) -> bool:
        """Whether a document may do without it, whatever its status and age."""
        return self.demand.optional or self.least == 0

    def walk(self) -> Iterator["ExpectedSection"]:
        """This section and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Mark(StrEnum):
    """Marks that placeholders stand in."""

    SQUARE = "[]"
    BRACE = "{}"
    DOUBLE_BRACE = "{{}}"
    ANGLE = "<>"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder of the template: its text with its marks, and whether it fills a fence."""

    text: str
    mark: Mark | None
    line: int
    in_code: bool = False


@dataclass(frozen=True, slots=True)
class Instruction:
    """Text of the template that tells the author what to write, without marks.

    `units` are the parts of it whose survival is telling: sentences of some length.
    """

    text: str
    line: int
    comment: bool = False
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExpectedKey:
    """A key of the template's front matter."""

    name: str
    line: int
    vocabulary: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """A compiled template.

    `root` has level 0 and stands for the document: its children are the sections below the
    title, its fields and tables those above the first section. `title` is None where the
    template has no single level-1 heading to be the title.
    """

    origin: str
    title: TitlePattern | None
    title_text: str
    root: ExpectedSection
    placeholders: tuple[Placeholder, ...]
    instructions: tuple[Instruction, ...]
    keys: tuple[ExpectedKey, ...] = ()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The kinds of marks that this template uses for placeholders, in a fixed order."""
        used = {placeholder.mark for placeholder in self.placeholders}
        return tuple(mark for mark in Mark if mark in used)
