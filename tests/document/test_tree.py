"""Where each kind of block starts and ends, and what its leaves hold."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from designlint.document import parse_document
from designlint.document.blocks import Table

CASES = {
    "nested list items": (
        "- one\n  more\n  - two\n\n    1. three\n- four\n",
        """
        List 1:1-6:7
          Item 1:1-5:13 -
            Paragraph 1:3-2:7 'one' 'more'
            List 3:3-5:13
              Item 3:3-5:13 -
                Paragraph 3:5-3:8 'two'
                List 5:5-5:13 ordered
                  Item 5:5-5:13 1.
                    Paragraph 5:8-5:13 'three'
          Item 6:1-6:7 -
            Paragraph 6:3-6:7 'four'
        """,
    ),
    "wide marker and empty items": (
        "*   wide\n\n    second\n*\n* \n",
        """
        List 1:1-5:2
          Item 1:1-3:11 *
            Paragraph 1:5-1:9 'wide'
            Paragraph 3:5-3:11 'second'
          Item 4:1-4:2 *
          Item 5:1-5:2 *
        """,
    ),
    "tabs after markers": (
        "-\tone\n\n\ttwo\n\t- three\n",
        """
        List 1:1-4:9
          Item 1:1-4:9 -
            Paragraph 1:3-1:6 'one'
            Paragraph 3:2-3:5 'two'
            List 4:2-4:9
              Item 4:2-4:9 -
                Paragraph 4:4-4:9 'three'
        """,
    ),
    "list in a quote, after a lazy line": (
        "> quoted\n> text\nlazy\n>\n> - item\n>   in it\n",
        """
        Quote 1:1-6:10
          Paragraph 1:3-3:5 'quoted' 'text' 'lazy'
          List 5:3-6:10
            Item 5:3-6:10 -
              Paragraph 5:5-6:10 'item' 'in it'
        """,
    ),
    "quote in a list": (
        "- > in item\n  > second\n",
        """
        List 1:1-2:11
          Item 1:1-2:11 -
            Quote 1:3-2:11
              Paragraph 1:5-2:11 'in item' 'second'
        """,
    ),
    "task in a list in a quote in a list": (
        "1. > - [x] deep\n",
        """
        List 1:1-1:16 ordered
          Item 1:1-1:16 1.
            Quote 1:4-1:16
              List 1:6-1:16
                Item 1:6-1:16 - checked
                  Paragraph 1:12-1:16 'deep'
        """,
    ),
    "task boxes and what is none": (
        "- [ ] open\n- [X] done\n- [ ]\n- [x]word\n- [ ]  two spaces\n  more\n1. [ ] ordered\n",
        """
        List 1:1-6:7
          Item 1:1-1:11 - unchecked
            Paragraph 1:7-1:11 'open'
          Item 2:1-2:11 - checked
            Paragraph 2:7-2:11 'done'
          Item 3:1-3:6 -
            Paragraph 3:3-3:6 '[ ]'
          Item 4:1-4:10 -
            Paragraph 4:3-4:10 '[x]word'
          Item 5:1-6:7 - unchecked
            Paragraph 5:8-6:7 'two spaces' 'more'
        List 7:1-7:15 ordered
          Item 7:1-7:15 1. unchecked
            Paragraph 7:8-7:15 'ordered'
        """,
    ),
    "a box before a heading": (
        "- [x] \n\n  # heading\n",
        """
        List 1:1-3:12
          Item 1:1-3:12 -
            Paragraph 1:3-1:6 '[x]'
            Heading 3:3-3:12 h1 'heading'
        """,
    ),
    "table cells with escaped pipes and none": (
        "| a | b |\n|---|:-:|\n| 1 | x \\| y |\n|  | `c \\| d` |\n",
        """
        Table 1:1-4:16
          Row 1:1-1:10
            Cell 1:3-1:4 'a'
            Cell 1:7-1:8 'b'
          Row 3:1-3:15
            Cell 3:3-3:4 '1'
            Cell 3:7-3:13 'x \\\\| y'
          Row 4:1-4:16
            Cell 4:4-4:4 ''
            Cell 4:6-4:14 '`c \\\\| d`'
        """,
    ),
    "table without outer pipes, with too many cells and too few": (
        "a | b\n--- | ---\n1 | 2 | 3\nonly\n|  | 4\n",
        """
        Table 1:1-5:7
          Row 1:1-1:6
            Cell 1:1-1:2 'a'
            Cell 1:5-1:6 'b'
          Row 3:1-3:10
            Cell 3:1-3:2 '1'
            Cell 3:5-3:6 '2'
          Row 4:1-4:5
            Cell 4:1-4:5 'only'
            Cell 4:5-4:5 ''
          Row 5:1-5:7
            Cell 5:4-5:4 ''
            Cell 5:6-5:7 '4'
        """,
    ),
    "wide characters in a table in a quote": (
        "> | é | 日本 |\n> |---|---|\n> | 𝒳𝒴 | 🙂 |\n",
        """
        Quote 1:1-3:13
          Table 1:3-3:13
            Row 1:3-1:13
              Cell 1:5-1:6 'é'
              Cell 1:9-1:11 '日本'
            Row 3:3-3:13
              Cell 3:5-3:7 '𝒳𝒴'
              Cell 3:10-3:11 '🙂'
        """,
    ),
    "table in a list": (
        "- | a |\n  |---|\n  | b |\n",
        """
        List 1:1-3:8
          Item 1:1-3:8 -
            Table 1:3-3:8
              Row 1:3-1:8
                Cell 1:5-1:6 'a'
              Row 3:3-3:8
                Cell 3:5-3:6 'b'
        """,
    ),
    "table with a header only": (
        "| a |\n|---|\n\ntext\n",
        """
        Table 1:1-2:6
          Row 1:1-1:6
            Cell 1:3-1:4 'a'
        Paragraph 4:1-4:5 'text'
        """,
    ),
    "setext headings": (
        "One\nof two\n===\n\n Two\n---\n",
        """
        Heading 1:1-3:4 h1 'One' 'of two'
        Heading 5:2-6:4 h2 'Two'
        """,
    ),
    "atx headings with closing marks": (
        "#  One  ##\n## Two \\##\n### Three #four\n#\n# #\n   # Indented\n",
        """
        Heading 1:1-1:11 h1 'One'
        Heading 2:1-2:11 h2 'Two \\\\##'
        Heading 3:1-3:16 h3 'Three #four'
        Heading 4:1-4:2 h1 ''
        Heading 5:1-5:4 h1 ''
        Heading 6:4-6:14 h1 'Indented'
        """,
    ),
    "headings in containers": (
        "> # quoted\n\n- # item\n",
        """
        Quote 1:1-1:11
          Heading 1:3-1:11 h1 'quoted'
        List 3:1-3:9
          Item 3:1-3:9 -
            Heading 3:3-3:9 h1 'item'
        """,
    ),
    "code indented with tabs": (
        "\ttab code\n\tmore\n\n\tafter\n",
        """
        Code 1:2-4:7 indented '' '\\ttab code\\n\\tmore\\n\\n\\tafter'
        """,
    ),
    "fences, one of them open": (
        "```py title=x\na\n\n b\n```\n~~~\nopen\n",
        """
        Code 1:1-5:4 fenced 'py' 'a\\n\\n b\\n'
        Code 6:1-7:5 fenced '' 'open'
        """,
    ),
    "fences in containers": (
        "- ```\n  code\n  ```\n\n> ~~~ md\n> code\n> ~~~\n",
        """
        List 1:1-3:6
          Item 1:1-3:6 -
            Code 1:3-3:6 fenced '' '  code\\n'
        Quote 5:1-7:6
          Code 5:3-7:6 fenced 'md' '> code\\n'
        """,
    ),
    "an empty fence": (
        "```\n```\n",
        """
        Code 1:1-2:4 fenced '' ''
        """,
    ),
    "html comments": (
        "<!-- one -->\n\n<!-- a\nb --> <!-- c -->\n\n<div>\n<!-- d -->\n</div>\n\n<!-- open\n",
        """
        Html 1:1-1:13 blank ['<!-- one -->']
        Html 3:1-4:17 blank ['<!-- a\\nb -->', '<!-- c -->']
        Html 6:1-8:7 shown ['<!-- d -->']
        Html 10:1-10:10 blank ['<!-- open']
        """,
    ),
    "a comment in a paragraph": (
        "text <!-- inline -->\n",
        """
        Paragraph 1:1-1:21 'text <!-- inline -->'
        """,
    ),
    "link definitions": (
        "[ref]: /url\n[two]: </a b>\n  'title'\n\n[Option 1]: [Pros]\n",
        """
        Definition 1:1-1:12
        Definition 2:1-3:10
        Definition 5:1-5:19
        """,
    ),
    "thematic breaks": (
        "***\n---\n_ _ _\n",
        """
        Break 1:1-1:4
        Break 2:1-2:4
        Break 3:1-3:6
        """,
    ),
    "separators that end no line": (
        "# A\u2028B\nC\x0cD\x85E\n",
        """
        Heading 1:1-1:6 h1 'A\\u2028B'
        Paragraph 2:1-2:6 'C\\x0cD\\x85E'
        """,
    ),
    "a NUL": (
        "a\x00b\n",
        """
        Paragraph 1:1-1:4 'a\\x00b'
        """,
    ),
    "nothing but empty lines": (
        "\n \n",
        """

        """,
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_tree(tree: Callable[[str], str], text: str, expected: str) -> None:
    assert tree(text) == dedent(expected).strip("\n ") + "\n" * bool(expected.strip())


def test_carriage_returns_and_a_byte_order_mark_move_nothing(tree: Callable[[str], str]) -> None:
    text = CASES["table in a list"][0]
    assert tree("\ufeff" + text.replace("\n", "\r\n")) == tree(text)
    assert tree(text.replace("\n", "\r")) == tree(text)


def test_cells_that_a_row_lacks_stand_at_its_end() -> None:
    table = parse_document("| a | b | c |\n|---|---|---|\n| 1 |\n").blocks[0]
    assert isinstance(table, Table)
    row = table.rows[0]
    assert [cell.span for cell in row.cells[1:]] == [(row.span.end, row.span.end)] * 2


def test_a_byte_order_mark_counts_only_at_the_start() -> None:
    document = parse_document("\ufeff# A\n\ufeff# B\n")
    assert [section.title for section in document.sections] == ["A"]


@pytest.mark.parametrize("opening", ["> ", "- ", "1. ", "> - "])
def test_deep_nesting_ends_somewhere(opening: str) -> None:
    document = parse_document(f"{opening * 500}deep\n\n# After\n")
    assert [section.title for section in document.sections] == ["After"]
