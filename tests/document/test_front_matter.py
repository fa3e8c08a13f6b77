"""Front matter: what is one, what it holds, and where it is broken."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designlint.document import Document, parse_document
from designlint.document.front_matter import FrontMatter, scalars
from designlint.document.yaml_text import FrontMatterError


def read(text: str) -> tuple[Document, FrontMatter]:
    document = parse_document(text)
    assert document.front_matter is not None
    return document, document.front_matter


@pytest.mark.parametrize(
    ("text", "source", "first_heading"),
    [
        ("---\ntitle: A\nstatus: draft\n---\n# T\n", "title: A\nstatus: draft\n", 5),
        ("---\ntitle: A\n...\n# T\n", "title: A\n", 4),
        ("--- \ntitle: A\n---\t\n# T\n", "title: A\n", 4),
        ("---\n---\n# T\n", "", 3),
        ("---\n\n---\n# T\n", "\n", 4),
        ("---\na: b\n---\n---\n# T\n", "a: b\n", 5),
        ("---\na: |\n  # no heading\n---\n# T\n", "a: |\n  # no heading\n", 5),
        ("---\na: b\n--- x\n---\n# T\n", "a: b\n--- x\n", 5),
    ],
)
def test_a_block_at_the_start_is_front_matter(text: str, source: str, first_heading: int) -> None:
    document, front_matter = read(text)
    assert front_matter.source == source == front_matter.body.slice(document.text)
    assert front_matter.span.start == 0
    assert front_matter.span.end > front_matter.body.end
    assert front_matter.span.slice(document.text)[front_matter.body.end :].strip() in ("---", "...")
    assert [document.position(s.span.start).line for s in document.sections] == [first_heading]


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        pytest.param("---\ntitle: A\n# T\n", ["T"], id="unclosed"),
        pytest.param("---\n\n# T\n\n---\n", ["T"], id="thematic breaks around a section"),
        pytest.param("---\nNot a key\n---\n# T\n", ["Not a key", "T"], id="setext heading"),
        pytest.param(" ---\na: b\n---\n", ["a: b"], id="indented"),
        pytest.param("----\na: b\n---\n", ["a: b"], id="four dashes"),
        pytest.param("\n---\na: b\n---\n", ["a: b"], id="below an empty line"),
        pytest.param("---\n- a\n- b: c\n---\n", [], id="a list"),
    ],
)
def test_what_is_none(text: str, headings: list[str]) -> None:
    document = parse_document(text)
    assert document.front_matter is None
    assert [section.title for section in document.sections] == headings


@pytest.mark.parametrize("end", ["---", "---\n", "...", "---  "])
def test_a_file_may_end_with_its_front_matter(end: str) -> None:
    document, front_matter = read(f"---\ntitle: A\n{end}")
    assert front_matter.span == (0, len(document.text))
    assert document.blocks == ()


def test_values() -> None:
    _, front_matter = read("---\ntitle: A\ndate: 2026-01-02\n1: x\ntags: [a, b]\nempty:\n---\n")
    assert front_matter.values == {
        "title": "A",
        "date": date(2026, 1, 2),
        "1": "x",
        "tags": ["a", "b"],
        "empty": None,
    }
    assert front_matter.readable == front_matter.values


def test_front_matter_without_keys_is_empty() -> None:
    assert read("---\n---\n")[1].values == {}


def test_the_span_of_a_key() -> None:
    document, front_matter = read("---\ntitle: A\nnested:\n  status: no\n'status' : x\n---\n")
    assert front_matter.key_span("title").slice(document.text) == "title"
    assert document.position(front_matter.key_span("status").start) == (5, 1)
    assert front_matter.key_span("status").slice(document.text) == "'status'"
    assert front_matter.key_span("owner").slice(document.text) == "---"


@pytest.mark.parametrize(
    ("body", "line", "column", "message"),
    [
        ("a: [1, 2\nb: c", 3, 2, "expected ',' or ']', but got ':'"),
        ("a: b\n  c: d", 3, 4, "mapping values are not allowed here"),
        ("k: 'x", 2, 4, "a bracket or quote is opened here and never closed"),
        ("k: [1, 2", 2, 4, "a bracket or quote is opened here and never closed"),
        ("é𝒳: \x07b", 2, 5, "special characters are not allowed"),
        ("a: \0", 2, 4, "special characters are not allowed"),
        ("a: b\n--- x\nc: d", 3, 1, "but found another document"),
        ("? [a]\n: b\nc: d", 2, 3, "found unhashable key"),
        ("a: &a [x]\nb: [" + "*a, " * 33 + "]", 3, 133, "more than 32 aliases"),
        ("a: " + "[" * 5000, 2, 1, "nested too deeply"),
        ("a: 2026-02-30", 2, 1, "day is out of range for month"),
        ("'a: b'", 2, 1, "not a list of `key: value` lines"),
    ],
)
def test_what_cannot_be_read_says_why_and_where(
    body: str, line: int, column: int, message: str
) -> None:
    document, front_matter = read(f"---\n{body}\n---\n\n# T\n")
    with pytest.raises(FrontMatterError) as caught:
        _ = front_matter.values
    assert caught.value.message == str(caught.value) == message
    assert document.position(caught.value.offset) == (line, column)
    assert front_matter.readable == {}
    assert [section.title for section in document.sections] == ["T"]


def test_no_object_is_made_by_front_matter() -> None:
    with pytest.raises(FrontMatterError, match="could not determine a constructor"):
        _ = read("---\na: !!python/object/apply:os.getcwd []\n---\n")[1].values


def test_a_few_aliases_are_fine() -> None:
    assert read("---\na: &x 1\nb: [*x, *x]\n---\n")[1].values == {"a": 1, "b": [1, 1]}


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    levels = [f"l{n}: &l{n} [" + f"*l{n - 1}, " * 9 + "]" for n in range(1, 12)]
    text = "\n".join(["---", "l0: &l0 [x]", *levels, "---", ""])
    with pytest.raises(FrontMatterError, match="more than 32 aliases"):
        _ = read(text)[1].values


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("a: b", [("a", "b")]),
        ("a: 'b c'  # why", [("a", "b c")]),
        ('a: "b # c"', [("a", "b # c")]),
        ("a: b#c", [("a", "b#c")]),
        ("a: 2026-01-02\t# day", [("a", "2026-01-02")]),
        ("a:\n  - b\n  - 'c'\n- d\ne: f", [("a", "b"), ("a", "c"), ("a", "d"), ("e", "f")]),
        ("'a b' : c", [("a b", "c")]),
        ("a: b: c", [("a", "b: c")]),
        ("a: [b, c]", [("a", "[b, c]")]),
        ("a: {{b}}", [("a", "{{b}}")]),
        ("a: é𝒳\nb: [unclosed", [("a", "é𝒳"), ("b", "[unclosed")]),
        ("a:", []),
        ("a: # b", []),
        ("a: ''", []),
        ("a: |\n  text\nb: >-\n  text\nc: &d x", []),
        ("# a: b", []),
        ("- a", []),
    ],
)
def test_scalars_stand_where_they_say(body: str, found: list[tuple[str, str]]) -> None:
    document, front_matter = read(f"---\nfirst: 1\n{body}\n---\n")
    read_back = [(each.key, each.span.slice(document.text)) for each in scalars(front_matter)]
    assert read_back[0] == ("first", "1")
    assert read_back[1:] == (found if body != "- a" else [("first", "a")])


LINES = st.text(alphabet="ab:-#'\"|>&[]{} \té", max_size=12)


@given(st.lists(LINES, max_size=5))
def test_scalars_of_any_lines_are_within_one_line(lines: list[str]) -> None:
    document, front_matter = read("\n".join(["---", "key: value", *lines, "---", ""]))
    for each in scalars(front_matter):
        value = each.span.slice(document.text)
        assert value == value.strip("\"'") != ""
        assert "\n" not in value
        assert front_matter.body.encloses(each.span)


def test_the_place_of_each_value() -> None:
    document, front_matter = read(
        "---\n'a': \"x # y\"  # z\nb: [p, 'q']\nc:\n  - d: 1\n    e:\n"
        "f: |\n  long\n  text\ng:\n---\n"
    )
    places = {
        path: (place.key and place.key.slice(document.text), place.value.slice(document.text))
        for path, place in front_matter.places.items()
    }
    assert places == {
        ("a",): ("'a'", "x # y"),
        ("b",): ("b", "[p, 'q']"),
        ("b", 0): (None, "p"),
        ("b", 1): (None, "q"),
        ("c",): ("c", "- d: 1\n    e:"),
        ("c", 0): (None, "d: 1\n    e:"),
        ("c", 0, "d"): ("d", "1"),
        ("c", 0, "e"): ("e", ""),
        ("f",): ("f", "|\n  long\n  text"),
        ("g",): ("g", ""),
    }
    pointed = {path: place.span.slice(document.text) for path, place in front_matter.places.items()}
    assert [pointed[key] for key in (("a",), ("c",), ("c", 0, "e"))] == ["x # y", "c", "e"]


def test_only_the_first_of_very_many_places_are_kept() -> None:
    _, front_matter = read("---\nmany: [" + "x, " * 9_000 + "x]\n---\n")
    assert len(front_matter.places) == 5_000
