"""The options of a page: what values are called, and what they are in TOML."""

import tomllib
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

import pytest
from pydantic import Field

from designlint.api import Rule, Severity
from designlint.finding import Severity as AnEnum
from designlint.pages import rule_page
from designlint.pages.options import options_section, toml_value, type_in_words


class ManyOptions(Rule):
    """A rule with options of many kinds."""

    group: ClassVar[str] = "style"
    severity: ClassVar[Severity] = Severity.OFF
    completeness: ClassVar[bool] = True
    variants: ClassVar[dict[str, Severity]] = {"past": Severity.INFO}

    fewest_words: int = Field(3, ge=0, description="How many words are enough.")
    until: date | None = None
    words: tuple[str, ...] = tuple(f"word number {number}" for number in range(9))
    level: AnEnum = AnEnum.ERROR


def test_the_section_of_options() -> None:
    assert options_section(ManyOptions).splitlines() == [
        "## Options",
        "",
        "### `fewest-words`",
        "",
        "A whole number; `3` by default. How many words are enough.",
        "",
        "### `until`",
        "",
        "A date; not set by default.",
        "",
        "### `words`",
        "",
        "A list of strings; "
        + '`["word number 0", "word number 1", "word number 2", "word number 3", '
        + '"word number 4", "word number 5", "word number 6", "word number 7", "word number 8"]` '
        + "by default.",
        "",
        "### `level`",
        "",
        '`"error"`, `"warning"`, `"info"` or `"off"`; `"error"` by default.',
        "",
        (
            "In `designlint.toml`, with the defaults (in `pyproject.toml` the table is "
            "`[tool.designlint.rules.many-options]`):"
        ),
        "",
        "```toml",
        "[rules.many-options]",
        "fewest-words = 3",
        "words = [",
        '    "word number 0", "word number 1", "word number 2", "word number 3", "word number 4",',
        '    "word number 5", "word number 6", "word number 7", "word number 8",',
        "]",
        'level = "error"',
        "```",
    ]


def test_what_is_told_of_the_severity() -> None:
    assert (
        "\n\nOff by default; a warning once it is selected by its name. Variants: past: info. "
        "Completeness rule: one step milder in drafts, an error once accepted.\n\n"
    ) in rule_page(ManyOptions)


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        (bool, "true or false"),
        (float, "a number"),
        (str | None, "a string"),
        (int | str, "a whole number or a string"),
        (list[bool], "a list of truth values"),
        (frozenset[date], "a list of dates"),
        (tuple[Annotated[str, Field(min_length=1)], ...], "a list of strings"),
        (dict[str, int], "a table of whole numbers"),
        (dict[str, list[str]], "a table of lists of strings"),
        (list[dict[str, str]], "a list of tables of strings"),
        (list, "a list of values"),
        (dict, "a table of values"),
        (Literal["a"], '`"a"`'),
        (Literal["a", "b"], '`"a"` or `"b"`'),
        (complex, "complex"),
    ],
)
def test_types_in_words(annotation: Any, words: str) -> None:
    assert type_in_words(annotation) == words


@pytest.mark.parametrize(
    "value",
    [
        True,
        -3,
        2.5,
        date(2026, 1, 31),
        'quote " backslash \\ tab \t del \x7f nul \x00 作成中',
        [],
        ["a", ["b"]],
        {"a b": 1, "c": {"d": False}},
        {},
    ],
)
def test_values_survive_the_way_through_toml(value: Any) -> None:
    assert tomllib.loads(f"value = {toml_value(value)}")["value"] == value


def test_values_that_toml_writes_in_a_way_of_its_own() -> None:
    assert toml_value(frozenset({"b", "a"})) == '["a", "b"]'
    assert toml_value(("a",)) == '["a"]'
    assert toml_value(AnEnum.INFO) == '"info"'
    with pytest.raises(TypeError, match="TOML has no NoneType"):
        toml_value(None)
