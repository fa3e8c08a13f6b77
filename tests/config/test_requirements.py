"""The table `[requirements]`."""

from collections.abc import Callable

import pytest

from designlint.config import ConfigError, Settings
from designlint.config.patterns import pattern_problem
from designlint.config.schema import config_schema
from designlint.config.validate import validate
from designlint.facts.requirements import DEFAULT_SETTINGS
from designlint.registry import Registry

Read = Callable[[str], Settings]


def test_nothing_said(settings_of: Read) -> None:
    assert settings_of("").requirements == DEFAULT_SETTINGS
    assert settings_of("[requirements]\n").requirements == DEFAULT_SETTINGS


@pytest.mark.parametrize("value", [r"'A-\d+'", r"['A-\d+']"])
def test_one_pattern_or_a_list(settings_of: Read, registry: Registry, value: str) -> None:
    settings = settings_of(f"[requirements]\npattern = {value}\n")
    validate(settings, registry)
    assert settings.requirements.pattern == r"(?:A-\d+)"


def test_names_are_words_of_the_lexicon(settings_of: Read) -> None:
    table = '[requirements]\ndefined-in = ["User Stories"]\naddressed-in = ["Story:"]\n'
    lexicon = settings_of(table).lexicon
    assert "user stories" in lexicon.requirements
    assert "story" in lexicon.addressed


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('patern = "A"', 'unknown key "patern"; did you mean "pattern"?'),
        ('files = ["a/**", "../b"]', 'the glob "../b" leaves the folder of this file with `..`'),
        ('files = "a"', '`files` takes a list, not "a"'),
        ('defined-in = ["--"]', '`defined-in`: "--" has no letter or digit in it'),
        (r"pattern = ['A-\d+', '[a']", "the pattern `[a` is no regular expression: "),
        (r"pattern = '\d*'", r"the pattern `\d*` matches the empty text"),
    ],
)
def test_mistakes(settings_of: Read, registry: Registry, line: str, message: str) -> None:
    with pytest.raises(ConfigError) as error:
        validate(settings_of(f"\n[requirements]\n{line}\n"), registry)
    assert str(error.value).startswith(f"designlint.toml:3: {message}")


@pytest.mark.parametrize(
    "pattern",
    [r"REQ-\d+", r"REQ(?:-[A-Z]+)*-\d+", r"[A-Z]{2,4}(?:\.\d+)+", r"Story \d+", r"(?i:req)-\d+"],
)
def test_good_patterns(pattern: str) -> None:
    assert pattern_problem(pattern) == ""


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        (" ", "is empty"),
        ("A" * 201, "has 201 characters"),
        ("(A", "is no regular expression"),
        ("(?i)A", "is no regular expression"),
        ("(?P<id>A)", "is no regular expression"),
        ("(?:A-1)?", "matches the empty text"),
        ("(A+)+", "repeats what itself repeats"),
        ("((?:A+B*)+)*C", "repeats what itself repeats"),
        ("(?:A|B+)+C", "repeats what itself repeats"),
    ],
)
def test_unfit_patterns(pattern: str, problem: str) -> None:
    assert pattern_problem(pattern).startswith(problem)


def test_schema(registry: Registry) -> None:
    table = config_schema(registry)["$defs"]["RequirementsTable"]
    assert sorted(table["properties"]) == ["addressed-in", "defined-in", "files", "pattern"]
    assert not table["additionalProperties"]
