"""Schemas for front matter, as a configuration names them."""

import pickle
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from designlint.config import ConfigError, Settings
from designlint.config.document_types import configured_types
from designlint.registry import Registry

_MEMO = '[[documents]]\ntype = "memo"\nfiles = ["{}/*.md"]\n'
_NAMED = 'front-matter-schema = "{}"\n'
Configure = Callable[[str], list[str]]


@pytest.fixture
def configure(settings_of: Callable[[str], Settings], registry: Registry) -> Configure:
    """The texts of the schemas of the types that a configuration lists, empty for none."""

    def types(text: str) -> list[str]:
        settings = settings_of(text)
        found = configured_types(settings, registry, settings.folder)
        return [each.schema.text if each.schema else "" for each in found]

    return types


def test_entries_of_a_type_share_its_schema(configure: Configure, tmp_path: Path) -> None:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas/a.json").write_text("{}", "utf-8")
    (tmp_path / "b.json").write_text('{"type": "object"}', "utf-8")
    text = (
        _MEMO.format("a")
        + _NAMED.format("schemas/a.json")
        + _MEMO.format("b")
        + _MEMO.format("c")
        + _NAMED.format("b.json")
    )
    assert configure(text) == ["{}", "{}", '{"type": "object"}']
    assert configure(_MEMO.format("a")) == [""]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("none.json", "there is no schema file none.json"),
        (".", "there is no schema file ."),
        ("../../outside.json", "the schema ../../outside.json lies outside of"),
    ],
)
def test_a_schema_that_is_not_there(configure: Configure, name: str, message: str) -> None:
    with pytest.raises(ConfigError) as raised:
        configure(_MEMO.format("a") + _NAMED.format(name))
    assert (raised.value.path, raised.value.line) == ("designlint.toml", 4)
    assert raised.value.message.startswith(message)


@pytest.mark.parametrize(
    ("schema", "line", "message"),
    [
        (b"{\n,}", 2, "is not valid JSON: Expecting property name enclosed in double quotes"),
        (b"{\n\xff}", 2, "is not UTF-8: byte 0xff is not valid here"),
        (b'{\n"$ref": "https://example.org/x"}', 2, 'refers to "https://example.org/x"'),
    ],
)
def test_a_schema_that_cannot_be_used(
    configure: Configure, tmp_path: Path, schema: bytes, line: int, message: str
) -> None:
    (tmp_path / "a.json").write_bytes(schema)
    with pytest.raises(ConfigError) as raised:
        configure(_MEMO.format("a") + _NAMED.format("a.json"))
    assert (raised.value.path, raised.value.line) == ("a.json", line)
    assert raised.value.message.startswith(message)


def test_the_library_is_asked_for_where_it_is_needed(
    configure: Configure, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jsonschema", None)
    (tmp_path / "a.json").write_text("{}", "utf-8")
    assert configure(_MEMO.format("a")) == [""]
    with pytest.raises(ConfigError) as raised:
        configure(_MEMO.format("a") + _NAMED.format("a.json"))
    assert raised.value.line == 4
    assert raised.value.message == (
        "this needs the library jsonschema; `pip install 'designlint[front-matter]'` brings it"
    )


def test_types_with_a_schema_can_be_pickled(
    settings_of: Callable[[str], Settings], registry: Registry, tmp_path: Path
) -> None:
    (tmp_path / "a.json").write_text("{}", "utf-8")
    settings = settings_of(_MEMO.format("a") + _NAMED.format("a.json"))
    (memo,) = configured_types(settings, registry, tmp_path)
    assert pickle.loads(pickle.dumps(memo.schema)) == memo.schema
