"""Labelled values in every spelling, and what only looks like one."""

from collections.abc import Callable

import pytest

from designlint.document import Document, parse_document
from designlint.document.blocks import CodeBlock
from designlint.document.fields import Field, FieldForm, fields_in, heading_field, is_blank
from designlint.document.span import Span


def fields_of(text: str) -> tuple[Document, tuple[Field, ...]]:
    document = parse_document(text)
    return document, fields_in(document, document.blocks)


@pytest.mark.parametrize(
    ("text", "form", "marked", "label_at", "ends_at"),
    [
        ("- **Context**: why\n", FieldForm.ITEM, True, "1:3-1:15", "1:3-1:19"),
        ("* **Context:** why\n", FieldForm.ITEM, True, "1:3-1:15", "1:3-1:19"),
        ("+ __Context__: why\n", FieldForm.ITEM, True, "1:3-1:15", "1:3-1:19"),
        ("1. *Context*: why\n", FieldForm.ITEM, True, "1:4-1:14", "1:4-1:18"),
        ("- _Context:_ why\n", FieldForm.ITEM, True, "1:3-1:13", "1:3-1:17"),
        ("- Context: why\n", FieldForm.ITEM, False, "1:3-1:11", "1:3-1:15"),
        ("- **Context** — why\n", FieldForm.ITEM, True, "1:3-1:16", "1:3-1:20"),
        ("- **Context** - why\n", FieldForm.ITEM, True, "1:3-1:16", "1:3-1:20"),
        ("- **Context** : why\n", FieldForm.ITEM, True, "1:3-1:16", "1:3-1:20"),
        ("- **Context：** why\n", FieldForm.ITEM, True, "1:3-1:15", "1:3-1:19"),
        ("- [ ] **Context**: why\n", FieldForm.ITEM, True, "1:7-1:19", "1:7-1:23"),
        ("**Context:** why\n", FieldForm.LINE, True, "1:1-1:13", "1:1-1:17"),
        ("**Context**: why\n", FieldForm.LINE, True, "1:1-1:13", "1:1-1:17"),
        ("Context: why\n", FieldForm.LINE, False, "1:1-1:9", "1:1-1:13"),
        ("| Context | why |\n|---|---|\n", FieldForm.ROW, True, "1:3-1:10", "1:3-1:16"),
        ("| F | V |\n|-|-|\n| **Context** | why |\n", FieldForm.ROW, True, "3:3-3:14", "3:3-3:20"),
    ],
)  # fmt: skip
def test_spellings(
    text: str,
    form: FieldForm,
    marked: bool,
    label_at: str,
    ends_at: str,
    where: Callable[[Document, Span], str],
) -> None:
    document, fields = fields_of(text)
    field = fields[-1]
    assert (field.label, field.key, field.text(document)) == ("Context", "context", "why")
    assert (field.form, field.marked) == (form, marked)
    assert where(document, field.span) == label_at
    assert where(document, field.whole) == ends_at
    assert not is_blank(document, field)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("**`Key` name**: x\n", "Key name"),
        ("**Pros/[cons](u)**: x\n", "Pros/cons"),
        ("**A\\*B**: x\n", "A*B"),
        ("**負責人**：安\n", "負責人"),
        ("状態：草案\n", "状態"),
        ("- 非機能要件の担当者：山田\n", "非機能要件の担当者"),
        ("- プロジェクトマネージャー：山田\n", "プロジェクトマネージャー"),
        ("リンク：https://a.example\n", "リンク"),
        ("日時：12：30\n", "日時"),
        ("- Due date (UTC): soon\n", "Due date (UTC)"),
        ("- **Due date (UTC)**: soon\n", "Due date (UTC)"),
    ],
)
def test_labels_are_read_as_a_reader_sees_them(text: str, label: str) -> None:
    _, fields = fields_of(text)
    assert [field.label for field in fields] == [label]


@pytest.mark.parametrize(
    "text",
    [
        "- **Context** why it is so\n",
        "**Context** and more\n",
        "Note that **Owner**: x\n",
        "https://a.example: x\n",
        "See https://a.example\n",
        "Really? Yes: no\n",
        "one two three four five six: too long a label\n",
        "Owner:Ann\n",
        "12:30 is the time\n",
        "12：30に始まる\n",
        "すべての要求は次の場合に失敗する：時間切れ\n",
        "注意。失敗：時間切れ\n",
        "`code`: x\n",
        "[link]: /url\n",
        "> **Owner**: quoted, so not directly here\n",
        "| a | b | c |\n|---|---|---|\n| Owner | Ann | x |\n",
        "# Owner: Ann\n",
        "    Owner: Ann\n",
    ],
)
def test_what_is_no_field(text: str) -> None:
    assert fields_of(text)[1] == ()


def test_lines_of_one_paragraph_are_fields_of_their_own(
    where: Callable[[Document, Span], str],
) -> None:
    document, fields = fields_of("**Owner**: Ann\nand Bob\n**Due**: soon\n")
    assert [(field.label, field.text(document)) for field in fields] == [
        ("Owner", "Ann\nand Bob"),
        ("Due", "soon"),
    ]
    assert [where(document, field.whole) for field in fields] == ["1:1-2:8", "3:1-3:14"]


def test_plain_labels_count_only_below_a_plain_label() -> None:
    document, fields = fields_of("Owner: Ann\nDue: soon\n")
    assert [field.text(document) for field in fields] == ["Ann", "soon"]
    document, fields = fields_of("**Owner**: Ann said\nthis: no field\n")
    assert [field.text(document) for field in fields] == ["Ann said\nthis: no field"]


def test_a_bold_line_owns_what_follows_up_to_the_next_label(
    where: Callable[[Document, Span], str],
) -> None:
    document, fields = fields_of("**Context**\n\nBelow.\n\n- list\n\n**Next:**\n\nMore.\n")
    assert [(field.label, field.form.value) for field in fields] == [
        ("Context", "bold line"),
        ("Next", "bold line"),
    ]
    assert [where(document, field.whole) for field in fields] == ["1:1-5:7", "7:1-9:6"]
    assert [len(field.blocks) for field in fields] == [2, 1]


def test_nested_blocks_belong_to_their_item() -> None:
    text = "- **Interfaces**:\n\n  ```\n  x\n  ```\n\n- **Due**: soon\n"
    document, (interfaces, due) = fields_of(text)
    assert isinstance(interfaces.blocks[0], CodeBlock)
    assert interfaces.text(document) == ""
    assert not is_blank(document, interfaces)
    assert due.blocks == ()
    assert interfaces.item is not None
    assert interfaces.item.span.end == interfaces.whole.end


def test_a_block_that_is_not_indented_belongs_to_an_empty_last_item() -> None:
    document, fields = fields_of("- **A**:\n- **B**:\n\n```\nx\n```\n\n**C**: y\n")
    assert [is_blank(document, field) for field in fields] == [True, False, False]
    assert fields[1].whole.slice(document.text) == "**B**:\n\n```\nx\n```"


def test_a_filled_last_item_takes_nothing_from_below() -> None:
    _, fields = fields_of("- **A**: x\n\n```\ny\n```\n")
    assert fields[0].blocks == ()


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ("- **A**:\n", True),
        ("- **A**: <!-- later -->\n", True),
        ("- **A**:\n\n  <!-- later -->\n", True),
        ("- **A**:\n\n  -\n  -\n", True),
        ("- **A**:\n\n  ***\n", True),
        ("- **A**:\n\n  [ref]: /url\n", True),
        ("- **A**:\n\n  [Option 1]: [Pros]\n", False),
        ("- **A**: -\n", False),
        ("- **A**:\n  - x\n", False),
        ("- **A**:\n\n  ```\n  ```\n", False),
        ("| A | |\n|---|---|\n", True),
        ("**A**\n", True),
        ("**A**\n\n<!-- later -->\n\n**B**: x\n", True),
    ],
)
def test_blank(text: str, blank: bool) -> None:
    document, fields = fields_of(text)
    assert is_blank(document, fields[0]) is blank


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ("# Purpose\n\nStores.\n", False),
        ("# Purpose\n\n## Deep\n\nStores.\n", False),
        ("# Purpose\n\n<!-- x -->\n", True),
        ("# Purpose\n\n## Deep\n", True),
        ("# System: Billing\n", False),
    ],
)
def test_a_heading_as_a_field(text: str, blank: bool) -> None:
    document = parse_document(text)
    field = heading_field(document.sections[0])
    assert field.span.slice(document.text) == text.split("\n")[0]
    assert field.whole == document.sections[0].span
    assert is_blank(document, field) is blank


def test_table_rows_without_a_name_are_no_fields() -> None:
    document, fields = fields_of("| Field | Value |\n|---|---|\n| | x |\n| Due | |\n")
    assert [(field.label, field.text(document)) for field in fields] == [
        ("Field", "Value"),
        ("Due", ""),
    ]
