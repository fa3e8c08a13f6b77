"""What a template's front matter asks for, and what in it only stands in for a value."""

import pytest

from designlint.language.lexicon import ENGLISH
from designlint.outline import compile_template
from designlint.outline.model import ExpectedKey


def keys(front_matter: str) -> tuple[ExpectedKey, ...]:
    return compile_template(f"---\n{front_matter}\n---\n\n# T\n\n## A\n", "t.md").keys


def test_keys_in_order_with_their_lines() -> None:
    found = keys("title: A\n\n# a remark\nowner: Ann\n'due date': x\nlist:\n  - inner: y\n")
    assert [(key.name, key.line) for key in found] == [
        ("title", 2), ("owner", 5), ("due date", 6), ("list", 7)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "hints"),
    [
        ("owner: <who>", ("<who>",)),
        ('owner: "{Who}"', ("{who}",)),
        ("owner: Your name", ("your name",)),
        ("owner: '@janedoe'", ("@janedoe",)),
        ("date: yyyy-mm-dd  # as in ISO 8601", ("yyyy-mm-dd",)),
        ("title: A Good Title", ("a good title",)),
        ("owners:\n  - TBD\n  - Ann\n- [Who]", ("tbd", "[who]")),
        ("owner: Ann", ()),
        ("date: 2026-01-01", ()),
        ("number: 42", ()),
        ("owner:", ()),
        ("owner: # who it is", ()),
    ],
)
def test_values_that_stand_in_for_one(line: str, hints: tuple[str, ...]) -> None:
    assert keys(line)[0].hints == hints


@pytest.mark.parametrize(
    ("value", "vocabulary"),
    [
        ("draft | review", ("draft", "review")),
        ("true|false", ("true", "false")),
        ("'{draft | review}'", ("draft", "review")),
        ("draft", ()),
        ("draft/final", ("draft", "final")),
    ],
)
def test_lists_of_values(value: str, vocabulary: tuple[str, ...]) -> None:
    (key,) = keys(f"status: {value}")
    assert key.vocabulary == vocabulary
    assert bool(key.hints) is bool(vocabulary)


@pytest.mark.parametrize(
    ("line", "vocabulary"),
    [
        ("repo: acme/shop", ()),
        ("path: docs/design/old", ()),
        ("public: true/false", ("true", "false")),
        ("size: Small/Large", ("Small", "Large")),
    ],
)
def test_a_path_is_no_list(line: str, vocabulary: tuple[str, ...]) -> None:
    (key,) = keys(line)
    assert key.vocabulary == vocabulary
    assert bool(key.hints) is bool(vocabulary)


@pytest.mark.parametrize(
    ("front_matter", "optional"),
    [
        ("a: x\nb: y", []),
        ("a: x # optional\nb: 'x # optional'", ["a"]),
        ("a: it's # (if applicable)\nb: y  # not optional", ["a"]),
        ("a:\n  - x # may be left out\nb: y", ["a"]),
        ("# optional\na: x\nb: y", ["a"]),
        ("# Optional: all of these people\na: x\nb: y", ["a"]),
        ("a: x\n# Only if needed.\nb: y\nc: z", ["b"]),
        ("# You can delete what you do not need.\na: x\nb: y\n\nc: z", ["a", "b"]),
        ("a: x\n# The following may be omitted\nb: y\nc: z\n# Who it is\nd: w", ["b", "c"]),
        ("# These are optional\na: x\nb: y # required", ["a"]),
        ("# optional\n\na: x", []),
        ("a: x\nb:\nc: []\nd: ~ # when\ne: ''", ["b", "c", "d", "e"]),
        ("a: x\nb: # required", []),
        ("a:\nb: []", []),
        ("see-also: x\nSuperseded By: y\ntitle: z", ["see-also", "Superseded By"]),
        ("replaces: x # required", []),
        ("# a: x\nb: y", []),
    ],
)
def test_what_may_be_left_out(front_matter: str, optional: list[str]) -> None:
    assert [key.name for key in keys(front_matter) if key.optional] == optional


def test_what_may_be_left_out_in_another_language() -> None:
    lexicon = ENGLISH.extended({"relations": ["ersetzt durch"], "optional": ["freiwillig"]})
    front_matter = "titel: x\nersetzt-durch: y\nort: z # freiwillig\n"
    found = compile_template(f"---\n{front_matter}---\n\n# T\n\n## A\n", "t.md", lexicon).keys
    assert [key.optional for key in found] == [False, True, True]


def test_a_template_without_front_matter_asks_for_no_key() -> None:
    assert compile_template("# T\n\n## A\n", "t.md").keys == ()
