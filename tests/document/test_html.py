"""Tags and words in angle brackets are told apart by what stands in them."""

import pytest

from designlint.document import parse_document
from designlint.document.html import is_html_tag, without_tags


@pytest.mark.parametrize(
    "inner",
    ["br", "br/", "br /", "/b", "B", "img src='a b c'", 'a href="x" title="y z"', "title",
     "details open", "video controls loop", "script async defer"],
)  # fmt: skip
def test_tags(inner: str) -> None:
    assert is_html_tag(inner)


@pytest.mark.parametrize(
    "inner", ["name", "your name", "time of day", "link to the issue", "Title Of Page", "T", ""]
)
def test_words(inner: str) -> None:
    assert not is_html_tag(inner)


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Plan of <your name>", "Plan of <your name>"),
        ("Plan <b>of</b> Ann<br>", "Plan of Ann"),
        ("Plan <!-- of whom? -->", "Plan"),
        ("Plan of <link to the person>", "Plan of <link to the person>"),
        ("Plan of `<name>`", "Plan of <name>"),
        ("Plan of \\<name>", "Plan of <name>"),
    ],
)
def test_words_in_angle_brackets_are_part_of_a_title(heading: str, title: str) -> None:
    assert [section.title for section in parse_document(f"# {heading}\n").sections] == [title]


def test_text_without_tags() -> None:
    assert without_tags("<p class='a'>one<br>two</p> 1 < 2").split() == [
        "one",
        "two",
        "1",
        "<",
        "2",
    ]
    assert without_tags("<a " * 3) == "<a " * 3
