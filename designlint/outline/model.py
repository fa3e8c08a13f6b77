"""What a template compiles to: the sections, fields, tables and code of a finished document.

Everything is immutable, picklable and free of positions in any document. `line` is always a
1-based line of the template.
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property, lru_cache

from msgspec import Struct

from designlint.document.normalise import squash
from designlint.language.lexicon import ENGLISH, Lexicon
from designlint.outline.units import Unit, make_unit


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


class Demand(Struct, frozen=True):
    """When an element is asked for.

    `since` is an ISO date: only of documents born on or after it. `when` is a (key, values) pair
    of which the document's metadata has to show one, as `("status", "accepted; implemented")`.
    """

    optional: bool = False
    since: str = ""
    when: tuple[str, str] | None = None


class TitlePattern(Struct, frozen=True):
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


class ExpectedCode(Struct, frozen=True):
    """A code block, of `language` where that is not empty; `placeholder` is what it holds."""

    language: str
    placeholder: str
    line: int
    demand: Demand = Demand()


class ExpectedField(Struct, frozen=True):
    """A labelled value, or with a free pattern one or more with names of the author's own.

    `items` is how many items of a list the template shows below it, 0 for none. `fields` are
    those nested in it. `hint` is the template's placeholder for the value. `marked` is False
    where the template's label stands in no marks.
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
    marked: bool = True

    def source(self) -> str:
        """The field as an author would write it, for messages."""
        label = f"**{self.name}**" if self.marked else self.name
        if self.form == "item":
            return f"- {label}: …"
        return f"| {self.name} | … |" if self.form == "row" else f"{label}: …"


class ExpectedColumn(Struct, frozen=True):
    """A table column; `vocabulary` is empty where any text will do."""

    name: str
    pattern: TitlePattern
    vocabulary: tuple[str, ...] = ()


class ExpectedTable(Struct, frozen=True):
    """A table; `row` holds the folded texts of the template's row, empty where it shows none."""

    columns: tuple[ExpectedColumn, ...]
    line: int
    rows: tuple[tuple[str, ...], ...] = ()
    demand: Demand = Demand()


class ExpectedList(Struct, frozen=True):
    """A list of placeholders: `kinds` of item shown, and the fields nested in its items."""

    ordered: bool
    kinds: int
    line: int
    fields: tuple[ExpectedField, ...] = ()


class ExpectedChoice(Struct, frozen=True):
    """A list of labelled boxes of which one is to be ticked; `labels` are keys (`name_key`)."""

    labels: tuple[str, ...]
    line: int


class ExpectedSection(Struct, frozen=True, dict=True):
    """A section of the template.

    `least` and `most` say how often it may occur; `most` is None without a bound. `prose` is
    True where the template shows instructions or a placeholder directly below the heading.
    With `any_level` its heading level, and the parent that results from it, is not judged.
    `slot` is True for a bare `Story 1`, which asks for a story in any form. `lasting` is True
    for a section of questions that may stay open, by the template's own words. `vocabulary` holds
    the values that its heading or its text may give, empty where it gives none. `perhaps` is
    True where `N/A` is a whole answer to what the template asks, or it asks for nothing.
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
    any_level: bool = False
    slot: bool = False
    closed: bool = False
    role: Role = Role.NONE
    lasting: bool = False
    perhaps: bool = False
    vocabulary: tuple[str, ...] = ()
    min_words: int = 0
    prose: bool = False
    fields: tuple[ExpectedField, ...] = ()
    tables: tuple[ExpectedTable, ...] = ()
    lists: tuple[ExpectedList, ...] = ()
    codes: tuple[ExpectedCode, ...] = ()
    choices: tuple[ExpectedChoice, ...] = ()
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
        return iter(self._all)

    @cached_property
    def _all(self) -> tuple["ExpectedSection", ...]:
        return (self, *(each for child in self.children for each in child.walk()))

    @cached_property
    def parents(self) -> Mapping[int, "ExpectedSection"]:
        """What holds each of the sections below this one, by the `id` of the section."""
        return {id(child): each for each in self._all for child in each.children}

    @cached_property
    def takers(self) -> tuple["ExpectedSection", ...]:
        """This section and those below it that hold one of any title."""
        return tuple(
            each for each in self._all if any(child.pattern.free for child in each.children)
        )


class Mark(StrEnum):
    """Marks that placeholders stand in."""

    SQUARE = "[]"
    BRACE = "{}"
    DOUBLE_BRACE = "{{}}"
    ANGLE = "<>"
    FULL_SQUARE = "［］"
    LENTICULAR = "【】"
    FULL_ANGLE = "＜＞"


class Placeholder(Struct, frozen=True):
    """A placeholder of the template: its text with its marks, if it stands in any.

    `in_code`: it fills a fence. `in_heading`: it is a whole heading without marks.
    """

    text: str
    mark: Mark | None
    line: int
    in_code: bool = False
    in_heading: bool = False


class Instruction(Struct, frozen=True):
    """Text of the template that tells the author what to write, without marks.

    `units` are the parts of it whose survival is telling: sentences of some length.
    """

    text: str
    line: int
    comment: bool = False
    units: tuple[str, ...] = ()


class ExpectedKey(Struct, frozen=True):
    """A key of the template's front matter; `hints` are folded values that stand in for one.

    A document may leave an `optional` one out, or empty.
    """

    name: str
    line: int
    vocabulary: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    optional: bool = False


class Outline(Struct, frozen=True, dict=True):
    """A compiled template.

    `root` has level 0 and stands for the document: its children are the sections below the
    title, its fields and tables those above the first section. `title` is None where the
    template has no single level-1 heading to be the title. `lexicon` is what it was compiled with,
    and what its documents are read by.
    """

    origin: str
    title: TitlePattern | None
    title_text: str
    root: ExpectedSection
    placeholders: tuple[Placeholder, ...]
    instructions: tuple[Instruction, ...]
    keys: tuple[ExpectedKey, ...] = ()
    lexicon: Lexicon = ENGLISH

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """All parts of its instructions, in order, as documents are searched for them."""
        return tuple(
            make_unit(unit, comment=each.comment)
            for each in self.instructions
            for unit in each.units
        )

    @cached_property
    def verbatim(self) -> frozenset[str]:
        """The texts of its instructions, to compare with."""
        return frozenset(squash(each.text) for each in self.instructions)

    @cached_property
    def longest(self) -> int:
        """The characters of its longest instruction."""
        return max((len(each.text) for each in self.instructions), default=0)

    @cached_property
    def told(self) -> tuple[str, ...]:
        """The letters of its instructions, to tell what stands between two parts of them."""
        return tuple(squash(each.text).replace(" ", "") for each in self.instructions)

    @cached_property
    def prompts(self) -> tuple[str, ...]:
        """All parts of its instructions, squashed."""
        return tuple(unit for each in self.instructions for unit in each.units)

    @cached_property
    def questions(self) -> tuple[ExpectedSection, ...]:
        """Its sections of open questions."""
        return tuple(each for each in self.root.walk() if each.role is Role.QUESTIONS)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """The kinds of marks that this template uses for placeholders, in a fixed order."""
        used = {placeholder.mark for placeholder in self.placeholders}
        return tuple(mark for mark in Mark if mark in used)
