"""The page on output formats leaves none out, and shows what they really give."""

import re
import shlex
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from designlint.cli import main
from designlint.document import parse_document
from designlint.document.blocks import CodeBlock
from designlint.report.formats import format_names

ROOT = Path(__file__).parents[2]
DOCUMENT = parse_document((ROOT / "docs/formats.md").read_text("utf-8"))
SECTIONS = {section.title: section for section in DOCUMENT.sections if section.level == 2}
VERSION = re.compile(r'"version": "\d+\.\d+\.\d+"')


def fences(name: str, language: str) -> list[str]:
    """The bodies of a section's fences in a language."""
    return [
        block.body.slice(DOCUMENT.text)
        for block in SECTIONS[name].blocks
        if isinstance(block, CodeBlock) and block.language == language
    ]


def test_every_format_has_a_section() -> None:
    assert sorted(SECTIONS) == sorted(format_names())


@pytest.mark.parametrize("name", format_names())
def test_the_example_is_a_real_one(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (example,) = fences(name, "console")
    command, _, shown = example.partition("\n")
    prompt, program, *arguments = shlex.split(command)
    assert (prompt, program, arguments[-1]) == ("$", "designlint", name)
    given = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert (given.exit_code, given.stderr) == (1, "")
    assert VERSION.sub("", given.stdout) == VERSION.sub("", shown)


@pytest.mark.parametrize("name", format_names())
def test_what_is_to_be_pasted_names_the_format(name: str) -> None:
    for text in fences(name, "yaml"):
        assert isinstance(yaml.safe_load(text), dict)
        assert f"--output-format {name}" in text
