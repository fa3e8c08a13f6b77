"""Lists of words: how they are added to, compared, and handed on."""

import pickle

import pytest
from msgspec.structs import fields

from designlint.config.tables import WordsTable
from designlint.language.lexicon import ENGLISH, Lexicon
from designlint.language.phrases import is_filler, is_marker, is_pending, is_waiver, says_nothing

WORDS = {
    "nothing": ["Keine", "なし"],
    "not_applicable": ["k. A.", "該当なし"],
    "markers": ["OFFEN", "作成中"],
    "pending": ["noch offen", "未定"],
}
ADDED = ENGLISH.extended(WORDS, {"draft": ["Entwurf"], "In review": ["レビュー中"]})


def test_english_stays() -> None:
    for field in fields(ENGLISH):
        english, added = getattr(ENGLISH, field.name), getattr(ADDED, field.name)
        assert added[: len(english)] == english
    assert ADDED.statuses == (("entwurf", "draft"), ("レビュー中", "in review"))
    assert ADDED.own_markers == ("OFFEN", "作成中")
    assert ENGLISH.own_markers == ()


def test_nothing_added_is_english() -> None:
    assert ENGLISH.extended({}) is ENGLISH
    assert ENGLISH.extended({"nothing": ["NONE", " none. "]}) is ENGLISH
    with pytest.raises(TypeError):
        ENGLISH.extended({"nichts": ["nix"]})


def test_equal_lexicons_are_one_after_pickling() -> None:
    again = pickle.loads(pickle.dumps(ADDED))
    third = pickle.loads(pickle.dumps(ADDED))
    assert again == ADDED
    assert hash(again) == hash(ADDED)
    assert again is third
    assert pickle.loads(pickle.dumps(ENGLISH)) is ENGLISH
    assert ADDED != ENGLISH


def test_every_list_is_in_the_configuration() -> None:
    lists = [field.name for field in fields(Lexicon) if field.name != "statuses"]
    assert [name for name in WordsTable.model_fields if name != "statuses"] == lists
    assert all(field.description for field in WordsTable.model_fields.values())


@pytest.mark.parametrize(
    "text", ["keine", "Keine.", "_Keine_", "なし", "なし。", "（なし）", "「なし」"]
)
def test_none(text: str) -> None:
    assert says_nothing(text, ADDED)
    assert not is_filler(text, ADDED)
    assert not says_nothing(text, ENGLISH)


@pytest.mark.parametrize(
    "text", ["k. A.", "K. A.", "該当なし", "（該当なし）。", "ー", "――", "・", "？"]
)
def test_filler(text: str) -> None:
    assert is_filler(text, ADDED)
    assert not is_waiver(text, ADDED)


@pytest.mark.parametrize(
    "text",
    ["Keine – nur Lesezugriffe", "keine: es gibt nur einen Knoten", "k. A., weil es keine gibt",
     "なし — 静的ページのため", "なし（静的ページ）", "なし。状態を持たない", "該当なし：静的"],
)  # fmt: skip
def test_waiver(text: str) -> None:
    assert is_waiver(text, ADDED)
    assert not says_nothing(text, ADDED)


@pytest.mark.parametrize(
    "text",
    ["Keinesfalls", "なし崩しに進める", "未定義の動作", "offen", "作成中の表を移す", "Keine"],
)
def test_parts_of_words(text: str) -> None:
    judged = (is_filler, is_waiver, is_pending, is_marker)
    assert [check.__name__ for check in judged if check(text, ADDED)] == []


@pytest.mark.parametrize(
    "text", ["OFFEN: Ines fragen", "作成中", "未定（会議で決める）", "noch offen."]
)
def test_pending(text: str) -> None:
    assert is_pending(text, ADDED)
    assert not is_pending(text, ENGLISH)
