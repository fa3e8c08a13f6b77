"""Directive comments as text: no title may break one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designlint.calibration.directive_text import (
    Directive,
    as_alias,
    extend_comment,
    is_extendable,
    write_comment,
)
from designlint.document.normalise import name_key
from designlint.outline.directives import COMMENT, Directives, parse_directive


@pytest.mark.parametrize(
    ("title", "alias"),
    [
        ("Risk register", "Risk register"),
        ('The "why" of it', "The why of it"),
        ("Übersicht", "Übersicht"),
        ("リスク", "リスク"),
        ("Why; and how", "why and how"),
        ("An end --> of it", ""),
        ("One | Two", ""),
        ("Uses <T>", ""),
        ("Step [n]", ""),
        ("a\x1bb", ""),
        ("", ""),
    ],
)
def test_what_can_stand_in_an_alias(title: str, alias: str) -> None:
    assert as_alias(title) == alias


@given(st.text())
def test_every_alias_is_read_back_as_the_same_name(title: str) -> None:
    alias = as_alias(title)
    comment = write_comment((Directive(aliases=(alias,)),) if alias else (Directive("keep"),))
    match = COMMENT.fullmatch(comment)
    assert match is not None
    assert comment.count("-->") == 1
    said = parse_directive(match["body"], Directives())
    assert tuple(map(name_key, said.aliases)) == ((name_key(title),) if alias else ())


@pytest.mark.parametrize(
    ("comment", "extended"),
    [
        ("<!-- designlint: closed -->", '<!-- designlint: closed optional alias="A; B" -->'),
        ('<!--designlint: alias="X" -->', '<!--designlint: alias="X; A; B" optional -->'),
        ("<!-- designlint: alias=X -->", '<!-- designlint: alias="X; A; B" optional -->'),
        ("<!-- designlint: optional -->", '<!-- designlint: optional alias="A; B" -->'),
        (
            '<!-- designlint: alias="not optional" -->',
            '<!-- designlint: alias="not optional; A; B" optional -->',
        ),
    ],
)
def test_adding_to_a_comment(comment: str, extended: str) -> None:
    said = (Directive("optional"), Directive(aliases=("A", "B")))
    assert is_extendable(comment)
    assert extend_comment(comment, said) == extended


@pytest.mark.parametrize(
    "comment", ["<!-- designlint: ignore[empty-table] why -->", "<!-- write here -->"]
)
def test_what_is_not_to_be_added_to(comment: str) -> None:
    assert not is_extendable(comment)
