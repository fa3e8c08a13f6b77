"""Which names are the same name."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designlint.document.normalise import (
    count_words,
    fold,
    is_unspaced,
    name_key,
    squash,
    terms,
    words,
)

SAME = [
    ["Goals", "goals", "GOALS", "**Goals**", "_Goals_", "`Goals`", "Goals:", "Goals #", "Goals.",
     "1. Goals", "1) Goals", "2.3 Goals", "2.3.1. Goals", "IV. Goals", "iv) Goals", "b) Goals",
     "§ 2.1 Goals", "🎯 Goals", "Goals ✅", "⚠️ Goals", "Goals {#goals}", "“Goals”", "'Goals'",
     "  Goals  ", "Ｇｏａｌｓ", "Goals：", "### Goals"],
    ["User's Guide", "User’s Guide", "Users Guide"],
    ["Risks and Mitigations", "Risks & Mitigations", "Risks&Mitigations", "Risks  and Mitigations"],
    ["Non-Goals", "Non‑Goals", "Non Goals", "non_goals", "Non–Goals"],
    ["Design: Storage", "Design - Storage", "Design – Storage", "Design — Storage"],
    ["Migration/Deployment", "Migration / Deployment"],
    ["Über uns", "über Uns", "u\u0308ber uns"],
    ["Straße", "STRASSE"],
    ["Ziele und Grenzen", "Ziele & Grenzen", "„Ziele“ und Grenzen", "3. ZIELE UND GRENZEN"],
    ["概要", "第1章 概要", "第１章　概要", "第一章 概要", "第1章：概要", "1.概要", "１．概要",
     "1、概要", "2.3概要", "2.3 概要", "一、概要", "(1)概要", "（１） 概要", "① 概要", "①概要",
     "「概要」", "概要：", "概要。", "📌 概要"],
    ["データモデル", "ﾃﾞｰﾀﾓﾃﾞﾙ", "**データモデル**"],
    ["決定1: 鍵", "決定１： 鍵", "決定1 - 鍵"],
]  # fmt: skip
DIFFERENT = [
    ("Goals", "Non-Goals"),
    ("Scope", "Out of scope"),
    ("Goals", "Goal"),
    ("Alerting", "Testing"),
    ("Risks and Mitigations", "Risks or Mitigations"),
    ("Design: Storage", "Design Storage"),
    ("3 Goals", "Goals"),
    ("2024 Goals", "2025 Goals"),
    ("C Goals", "Goals"),
    ("Option 1", "Option 2"),
    ("C", "C++"),
    ("API", "APIs"),
    ("Goals", ""),
    ("Über", "Uber"),
    ("対象", "対象外"),
    ("一般的な制約", "的な制約"),
    ("3次元表示", "次元表示"),
    ("第三者への影響", "への影響"),
    ("Ziele", "Nicht-Ziele"),
]


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_the_same_name(names: list[str]) -> None:
    assert {name: name_key(name) for name in names} == dict.fromkeys(names, name_key(names[0]))
    assert name_key(names[0])


def test_groups_are_told_apart() -> None:
    keys = [name_key(names[0]) for names in SAME]
    assert len(set(keys)) == len(SAME)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_names(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize("text", ["", "#", "**", " : ", "🎯"])
def test_what_has_no_name(text: str) -> None:
    assert name_key(text) == ""


@given(st.lists(st.sampled_from([name for names in SAME for name in names]), min_size=1))
def test_equality_of_names_does_not_depend_on_their_order(names: list[str]) -> None:
    group = {name: at for at, same in enumerate(SAME) for name in same}
    for one, other in combinations(names, 2):
        assert (name_key(one) == name_key(other)) == (group[one] == group[other])


@given(st.text("aZyß9 &-_/.:éet'", max_size=12))
def test_a_trailing_colon_makes_no_difference(name: str) -> None:
    assert name_key(f"{name}:") == name_key(name)
    assert name_key(f"  {name.upper()} #") == name_key(name.upper())


def test_words() -> None:
    assert words("Don't STOP, it's 日本語 x_1!") == ["don", "t", "stop", "it", "s", "日本語", "x_1"]


def test_fold_and_squash() -> None:
    assert fold("  Two\n\tWORDS ") == "two words"
    assert squash("> Two\n> WORDS") == "two words"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("- — *", 0),
        ("one two-three, four.", 3),
        ("Größe der Änderung", 3),
        ("状態", 1),
        ("未解決の質問", 3),
        ("プロジェクトマネージャー", 1),
        ("APIの設計、Redis。", 4),
        ("방식 이름", 2),
        ("ภาษาไทย", 2),
    ],
)
def test_words_are_counted_where_no_spaces_divide_them(text: str, count: int) -> None:
    assert count_words(text) == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Keep the cache", ["keep", "the", "cache"]),
        ("Redisにする", ["redis"]),
        ("プロセス内メモリを使う", ["プロセス", "内", "メモリ", "使"]),
        ("そのまま", ["そのまま"]),
        ("Größe", ["grösse"]),
    ],
)
def test_terms(text: str, found: list[str]) -> None:
    assert terms(text) == found


def test_scripts_without_spaces() -> None:
    assert all(map(is_unspaced, "漢かカกﾊ々"))
    assert not any(map(is_unspaced, "aßйक한、。 "))


@given(st.text())
def test_squashed_text_has_as_many_letters(text: str) -> None:
    plain = "".join(text.replace(">", " ").split())
    if len(plain.lower()) == len(plain):
        assert len(squash(text).replace(" ", "")) == len(plain)
