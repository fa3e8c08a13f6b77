"""Whatever is written as TOML is read back as it was."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designlint.adoption.toml import toml_comment, toml_string, toml_strings

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXT)
def test_a_string_comes_back(text: str) -> None:
    assert tomllib.loads(f"key = {toml_string(text)}\n") == {"key": text}


@given(st.lists(TEXT))
def test_an_array_comes_back(texts: list[str]) -> None:
    assert tomllib.loads(f"key = {toml_strings(texts)}\n") == {"key": texts}


@given(st.text())
def test_a_comment_is_nothing_else(text: str) -> None:
    assert tomllib.loads(f"{toml_comment(text)}\n") == {}


def test_a_surrogate_is_refused() -> None:
    with pytest.raises(ValueError, match="surrogates"):
        toml_string("\udc80")
