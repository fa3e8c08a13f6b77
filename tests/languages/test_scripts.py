"""Marks, vocabularies and names in scripts without spaces, upper case or Latin punctuation."""

import pytest

from designlint.alignment.align import align
from designlint.alignment.instructions import find_instructions
from designlint.alignment.residue import find_placeholders
from designlint.alignment.traits import Traits
from designlint.document import parse_document
from designlint.language.lexicon import ENGLISH
from designlint.outline import compile_template
from designlint.outline.marks import BRACKETS, find_marked, reads_as_placeholder
from designlint.outline.model import Mark
from designlint.outline.vocabulary import in_vocabulary, read_vocabulary

TEMPLATE = "# T\n\n## 概要\n\n{}\n\n## 末尾\n"


@pytest.mark.parametrize(
    ("text", "inner", "mark"),
    [
        ("名前：［氏名］", "氏名", Mark.FULL_SQUARE),
        ("# 設計：【機能名】", "機能名", Mark.LENTICULAR),
        ("【一段落で書く】", "一段落で書く", Mark.LENTICULAR),
        ("【一段落で書く】\n\n次の段落", "一段落で書く", Mark.LENTICULAR),
        ("＜題名＞の設計", "題名", Mark.FULL_ANGLE),
        ("<題名>の設計", "題名", Mark.ANGLE),
        ("<Überschrift>", "Überschrift", Mark.ANGLE),
        ("設定は[ここに書く]とする", "ここに書く", Mark.SQUARE),
    ],
)
def test_marks(text: str, inner: str, mark: Mark) -> None:
    assert [(each.inner, each.mark) for each in find_marked(text, BRACKETS)] == [(inner, mark)]


@pytest.mark.parametrize("text", ["【背景】遅い。", "本文\n【背景】 遅い。", "**【背景】** 遅い。"])
def test_a_label_in_lenticular_brackets_is_no_placeholder(text: str) -> None:
    assert list(find_marked(text, BRACKETS)) == []


@pytest.mark.parametrize(
    ("inner", "whole", "asks"),
    [
        ("方式を書く", True, True),
        ("方式を書く", False, False),
        ("代替手段をここに書く", False, True),
        ("在此处描述备选方案", False, True),
        ("参考資料", False, False),
        ("1", True, False),
        ("図", True, False),
    ],
)
def test_what_reads_as_a_placeholder(inner: str, whole: bool, asks: bool) -> None:
    assert reads_as_placeholder(inner, ENGLISH, whole=whole) is asks


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("高/中/低", ("高", "中", "低")),
        ("高／中／低", ("高", "中", "低")),
        ("草案 ｜ レビュー中 ｜ 承認済み", ("草案", "レビュー中", "承認済み")),
        ("目的/背景を一段落で分かりやすく書く", ()),
        ("目的／背景を書く。", ()),
    ],
)
def test_vocabularies(text: str, values: tuple[str, ...]) -> None:
    assert read_vocabulary(text) == values


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("高", True),
        ("高（停止する）", True),
        ("高、停止する", True),
        ("高：停止する", True),
        ("最高", False),
        ("高い", False),
    ],
)
def test_values(text: str, inside: bool) -> None:
    assert in_vocabulary(text, ("高", "中", "低")) is inside


def leftovers(template: str, body: str) -> list[str]:
    document = parse_document(TEMPLATE.format(body) + "\n終わり。\n")
    outline = compile_template(TEMPLATE.format(template), "t.md")
    alignment = align(outline, document, Traits())
    found = [each.span for each in find_placeholders(document, alignment)]
    found += find_instructions(document, outline)
    return [span.slice(document.text) for span in found]


@pytest.mark.parametrize(
    ("template", "body", "found"),
    [
        ("[方式を書く]", "方式は[方式を書く]とする。", ["[方式を書く]"]),
        ("［方式］", "方式は［方式］とする。", ["［方式］"]),
        ("［方式］", "記録［1］による。", []),
        ("［方式］", "表［二］による。", []),
        ("背景を書いてください。次に目的を書く。", "背景を書いてください。遅い。",
         ["背景を書いてください。"]),
        ("背景を書いてください。", "背景を書い\n> てください。", ["背景を書い\n> てください。"]),
        ("背景を書いてください。", "背景をよく書いてください。", []),
        ("Die Größe der Änderung nennen.", "DIE GRÖßE DER ÄNDERUNG NENNEN.",
         ["DIE GRÖßE DER ÄNDERUNG NENNEN."]),
    ],
)  # fmt: skip
def test_residue(template: str, body: str, found: list[str]) -> None:
    assert leftovers(template, body) == found


@pytest.mark.parametrize(
    ("wanted", "there", "suggested"),
    [
        ("対象範囲", "対象の範囲", True),
        ("対象範囲", "対象範囲外", False),
        ("機能要件", "非機能要件", False),
        ("Offene Fragen", "Offene Frage", True),
        ("Gewähltes Verfahren", "Nicht gewähltes Verfahren", False),
    ],
)
def test_suggestions_are_no_opposites(wanted: str, there: str, suggested: bool) -> None:
    lexicon = ENGLISH.extended({"negations": ["nicht"]})
    outline = compile_template(f"# T\n\n## {wanted}\n\n## 末尾\n", "t.md", lexicon)
    document = parse_document(f"# T\n\n## {there}\n\nx\n\n## 末尾\n\nx\n")
    (missing,) = align(outline, document, Traits()).missing
    assert [each.title for each in missing.similar] == ([there] if suggested else [])
