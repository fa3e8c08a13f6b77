"""Requirements in German and Japanese."""

from pathlib import Path

import pytest

from designlint.config.load import read_settings
from designlint.document import parse_document
from designlint.facts.requirements import DEFAULT_SETTINGS, find_requirements

HERE = Path(__file__).parent
GERMAN = """\
# Bezahlen

## Nicht-funktionale Anforderungen

- **REQ-1**: Der Kunde zahlt.
- **REQ-2** (entfallen): Der Kunde zahlt bar.

| Anforderung | Text |
|---|---|
| REQ-3 | Sofort |

## Entwurf

- **Erfüllte Anforderungen**: REQ-1 bis REQ-3
- **Anforderung**: REQ-4
"""
JAPANESE = """\
# 支払い

## 非機能要件

- **REQ-1**：利用者が支払う。
- **REQ-2**（廃止）：現金で支払う。

| 要件番号 | 内容 |
|---|---|
| REQ-3 | 即時 |

## 設計

- **対応要件**：REQ-1からREQ-3
- **要件番号**：REQ-4
"""


@pytest.mark.parametrize(("language", "text"), [("german", GERMAN), ("japanese", JAPANESE)])
def test_requirements(language: str, text: str) -> None:
    lexicon = read_settings(HERE / f"{language}.toml", HERE).lexicon
    found = find_requirements(parse_document(text), lexicon, DEFAULT_SETTINGS)
    assert [(each.id.text, each.waived) for each in found.defined] == [
        ("REQ-1", False),
        ("REQ-2", True),
        ("REQ-3", False),
    ]
    covered = [[each.key for each in mention.covers] for mention in found.addressed]
    assert covered == [["req-1", "req-2", "req-3"], ["req-3"], ["req-4"]]
