"""Rules as light classes: their options, whoever declares them in whichever way."""

import pickle
from typing import Annotated, ClassVar

import pytest
from pydantic import AfterValidator, Field

from designlint.api import Rule, Severity, option
from designlint.config.option_model import option_model
from designlint.config.options import OptionError, make_rule


def _lower(word: str) -> str:
    return word.lower()


class LoudWord(Rule):
    """Words that shout."""

    group: ClassVar[str] = "tone"
    severity: ClassVar["Severity"] = Severity.INFO
    as_text: "ClassVar[int]" = 3

    least: int = option(2, ge=1, description="How many.")
    most: int = Field(9, le=99, description="How many at most.")
    words: list[str] = Field(default_factory=lambda: ["hey"])
    marks: "tuple[Annotated[str, AfterValidator(_lower)], ...]" = ("!",)
    plain: bool = False


class LouderWord(LoudWord):
    """Words that shout louder."""

    least: int = option(5, ge=3, description="How many more.")
    by: str


class OwedWord(Rule):
    """Words that somebody has to give."""

    owed: str = Field(description="No default.")


def test_defaults_are_read_from_the_class() -> None:
    rule = LoudWord()
    assert (rule.least, rule.most, rule.words, rule.marks, rule.plain) == (2, 9, ["hey"], ("!",), 0)
    assert list(LoudWord.declared_options) == ["least", "most", "words", "marks", "plain"]
    assert LoudWord.as_text == 3


def test_a_subclass_adds_to_the_options_and_replaces_them() -> None:
    assert LouderWord(by="me").least == 5
    assert list(LouderWord.declared_options) == [*LoudWord.declared_options, "by"]
    assert LoudWord().least == 2


@pytest.mark.parametrize("rule_class", [LouderWord, OwedWord])
def test_an_option_without_default_has_no_value_until_it_is_given(rule_class: type[Rule]) -> None:
    (name,) = [name for name in rule_class.declared_options if name in ("by", "owed")]
    assert not hasattr(rule_class(), name)
    assert rule_class() == rule_class() != rule_class(**{name: "me"})
    with pytest.raises(OptionError, match=f"needs the key `{name}`"):
        make_rule(rule_class, {})


def test_rules_are_values() -> None:
    rule = LouderWord(by="me", words=["a"], most=3)
    assert repr(rule) == (
        "LouderWord(least=5, most=3, words=['a'], marks=('!',), plain=False, by='me')"
    )
    assert pickle.loads(pickle.dumps(rule)) == rule
    assert LouderWord(by="me", words=["a"], most=3, least=5) == rule != LoudWord(most=3)
    assert OwedWord(owed="a") in {OwedWord(owed="a")}
    with pytest.raises(AttributeError, match="LouderWord is frozen"):
        rule.most = 4  # type: ignore[misc]  # that is what the test is about
    with pytest.raises(TypeError, match="LouderWord has no option moist"):
        LouderWord(moist=4)  # type: ignore[call-arg]  # that is what the test is about


def test_options_are_validated_with_the_types_and_limits_of_their_declarations() -> None:
    given = {"least": 7, "words": ["a"], "marks": ["A", "B"], "by": "x"}
    rule = make_rule(LouderWord, given)
    assert rule == LouderWord(least=7, words=["a"], marks=("a", "b"), by="x")
    for key, value, message in (
        ("least", 2, "`least`: input should be greater than or equal to 3"),
        ("most", 100, "`most`: input should be less than or equal to 99"),
        ("words", "a", '`words` takes a list, not "a"'),
        ("plain", "so", '`plain` takes true or false, not "so"'),
    ):
        with pytest.raises(OptionError) as caught:
            make_rule(LouderWord, {"by": "x", key: value})
        assert str(caught.value) == message


def test_what_is_said_of_options() -> None:
    fields = option_model(LouderWord).model_fields
    told = {name: field.description for name, field in fields.items() if field.description}
    assert told == {"least": "How many more.", "most": "How many at most."}
