"""A small registry of rules made up for these tests."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest

from designlint.config import Settings
from designlint.config.load import read_settings
from designlint.finding import Severity
from designlint.registry import PackType, Registry
from designlint.rule import Rule


class LoudHeading(Rule):
    """Headings that shout."""

    group = "tone"
    severity = Severity.ERROR

    markers: tuple[str, ...] = ("!",)
    most_words: int = 10
    mode: Literal["strict", "kind"] = "kind"


class LoudText(Rule):
    """Text that shouts."""

    group = "tone"
    severity = Severity.WARNING


class LongDocument(Rule):
    """Documents nobody reads."""

    group = "length"
    severity = Severity.OFF


@pytest.fixture
def registry() -> Registry:
    rules = (LongDocument, LoudHeading, LoudText)
    memo = PackType(
        "memo", "A memo.", "# Memo: [Title]\n\n## Why\n\n[Reason]\n", "memo", (), "memo_pack"
    )
    return Registry({rule.name(): rule for rule in rules}, {"memo": memo})


@pytest.fixture
def settings_of(tmp_path: Path) -> Callable[[str], Settings]:
    """Settings from the text of a designlint.toml in `tmp_path`."""

    def read(text: str) -> Settings:
        path = tmp_path / "designlint.toml"
        path.write_text(text, "utf-8")
        return read_settings(path, tmp_path)

    return read
