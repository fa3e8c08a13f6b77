"""What short texts say."""

import pytest

from designlint.language.lexicon import ENGLISH
from designlint.language.phrases import (
    bare,
    is_dash,
    is_filler,
    is_marker,
    is_pending,
    is_waiver,
    says_nothing,
)

NOTHING = [
    "",
    "-",
    "—",
    "…",
    "...",
    "n/a",
    "N/A.",
    "**N/A**",
    "(n/a)",
    "Not applicable",
    "`-`",
    "?",
]
NONE = ["None", "none.", "_None_", "Nothing", "nil"]
PENDING = ["TBD", "todo", "pending", "open", "to be decided", "**TBD**", "TBD (Ann)", "???"]
WAIVERS = ["None — no database", "N/A: static pages", "N/A (static pages)", "None, all in memory",
           "Not applicable, since it is static", "None. It has no state"]  # fmt: skip
TEXTS = ["Text.", "Nonetheless it works", "Nothingness", "No", "Open the door", "0", "N/A-B", "a"]


@pytest.mark.parametrize("text", NOTHING)
def test_what_fills_a_place_and_says_nothing(text: str) -> None:
    assert says_nothing(text, ENGLISH)
    assert is_filler(text, ENGLISH) is bool(text)
    assert not is_waiver(text, ENGLISH)


@pytest.mark.parametrize("text", NONE)
def test_none_alone_says_nothing_but_is_no_filler(text: str) -> None:
    assert says_nothing(text, ENGLISH)
    assert not is_filler(text, ENGLISH)
    assert not is_waiver(text, ENGLISH)


@pytest.mark.parametrize("text", PENDING)
def test_what_is_still_to_come(text: str) -> None:
    assert is_pending(text, ENGLISH)
    assert not is_waiver(text, ENGLISH)


@pytest.mark.parametrize("text", WAIVERS)
def test_nothing_with_a_reason_is_something(text: str) -> None:
    assert is_waiver(text, ENGLISH)
    assert not says_nothing(text, ENGLISH)
    assert not is_filler(text, ENGLISH)
    assert not is_pending(text, ENGLISH)


@pytest.mark.parametrize("text", TEXTS)
def test_text(text: str) -> None:
    checks = (says_nothing, is_filler, is_waiver, is_pending, is_marker)
    assert [check.__name__ for check in checks if check(text, ENGLISH)] == []
    assert not is_dash(text)


@pytest.mark.parametrize("text", ["None — TBD", "N/A: todo", "None -", "N/A —"])
def test_no_reason_is_no_waiver(text: str) -> None:
    assert not is_waiver(text, ENGLISH)


@pytest.mark.parametrize(
    ("text", "core"),
    [("**N/A**.", "N/A"), ("<!-- x -->a<!-- y -->", "a"), ("(`none`)", "none"), (" . ", "")],
)
def test_bare(text: str, core: str) -> None:
    assert bare(text) == core
