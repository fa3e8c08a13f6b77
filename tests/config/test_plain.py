"""What is plainly right goes without pydantic, and comes out as it does with pydantic."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from designlint.config.model import Config
from designlint.config.option_model import option_model
from designlint.config.plain import plain_config, plain_rule
from designlint.config.tables import read_config
from designlint.option import option
from designlint.rule import Rule

WORDS = st.sampled_from(["", "a", "error", "off", "latest", "docs/*.md", "作成中"])
SCALARS = st.one_of(WORDS, st.booleans(), st.integers(-2, 3), st.floats(-1, 2), st.dates())
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(WORDS, inner, max_size=2)),
    max_leaves=4,
)
SEVERITIES = st.dictionaries(WORDS, st.sampled_from(["error", "off", "eror"]), max_size=2)
ENTRY = st.fixed_dictionaries(
    {"type": WORDS, "files": st.lists(WORDS, max_size=2)},
    optional={
        "template": WORDS,
        "template-version": WORDS,
        "front-matter-schema": WORDS | SCALARS,
        "front_matter_schema": WORDS,
        "severity": SEVERITIES,
    },
)
CONFIGS = st.fixed_dictionaries(
    {},
    optional={
        "fail-on": st.sampled_from(["error", "never", "off"]) | VALUES,
        "fail_on": WORDS,
        "select": st.lists(WORDS, max_size=2) | VALUES,
        "exclude": VALUES,
        "severity": SEVERITIES | VALUES,
        "baseline": WORDS | SCALARS,
        "require-reason": st.booleans() | SCALARS,
        "documents": st.lists(ENTRY, max_size=2) | VALUES,
        "rules": VALUES,
        "status": st.dictionaries(WORDS, SEVERITIES, max_size=2) | VALUES,
        "words": st.just({"titles": ["-"]}),
        "unknown": SCALARS,
    },
)


class PlainOptions(Rule):
    """A rule with options of all plain types."""

    group = "tone"

    loud: bool = option(False, description="Whether it is.")
    least: int = option(2, ge=1, description="How many.")
    called: str = option("", description="What it is called.")
    words: tuple[str, ...] = option((), description="Which they are.")


@given(CONFIGS)
def test_a_configuration_is_the_same_either_way(data: dict[str, Any]) -> None:
    plain = plain_config(data)
    try:
        validated = read_config(data)
    except ValidationError:
        assert plain is None
    else:
        assert plain in (None, validated)


@given(st.dictionaries(st.sampled_from(["loud", "least", "called", "words"]), VALUES))
def test_a_rule_is_the_same_either_way(data: dict[str, Any]) -> None:
    plain = plain_rule(PlainOptions, data)
    try:
        model = option_model(PlainOptions).model_validate(data)
    except ValidationError:
        assert plain is None
    else:
        assert plain in (None, PlainOptions(**model.model_dump()))


def test_what_is_plainly_right() -> None:
    entry = {"type": "rfc", "files": ["a"], "template": "t.md", "severity": {"a": "off"}}
    data = {"fail-on": "info", "documents": [entry], "rules": {"a": {"b": 1}}, "baseline": "b"}
    assert plain_config({}) == Config()
    assert plain_config(data) == read_config(data) != Config()
    options = {"loud": True, "least": 1, "called": "a", "words": ["b"]}
    assert plain_rule(PlainOptions, options) == PlainOptions(
        loud=True, least=1, called="a", words=("b",)
    )


@pytest.mark.parametrize("key", ["type", "files", "template", "front-matter-schema"])
def test_what_is_empty_is_not_right(key: str) -> None:
    entry = {"type": "rfc", "files": ["a"], key: [] if key == "files" else ""}
    assert plain_config({"documents": [entry]}) is None
