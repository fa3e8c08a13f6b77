"""What is found in a repository, and what is written for it."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designlint.adoption.config_text import config_text
from designlint.adoption.survey import Survey, survey
from designlint.config.document_types import installed_types
from designlint.config.load import parse_settings
from designlint.config.validate import validate
from designlint.registry import load_registry

REGISTRY = load_registry()
TEMPLATE = """\
# RFC: [Title]

## Problem

[What is wrong today]

## Plan

[What is done about it]

## Costs

[What it takes]
"""
FINISHED = "# RFC: Cache\n\n## Problem\n\nStale.\n\n## Plan\n\nTell it.\n\n## Costs\n\nA day.\n"
SHORT = "# 1. Cache\n\n## Context\n\nStale.\n\n## Decision\n\nTell.\n\n## Consequences\n\nMore.\n"
NOTE = "# Lunch\n\nAt one.\n"


def write(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def surveyed(root: Path, files: Mapping[str, str]) -> Survey:
    write(root, files)
    return survey(root, installed_types(REGISTRY, root))


def found(root: Path, files: Mapping[str, str]) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [
        (each.type, str(each.template.file.relative) if each.template else None, each.globs)
        for each in surveyed(root, files).collections
    ]


def numbered(folder: str, count: int = 3, text: str = FINISHED) -> dict[str, str]:
    return {f"{folder}/{at:04}-rfc.md": text for at in range(1, count + 1)}


@pytest.mark.parametrize(
    ("template", "files", "expected"),
    [
        ("rfcs/0000-template.md", numbered("rfcs"), ("rfc", ("rfcs/[0-9]*.md",))),
        ("0000-template.md", numbered("text"), ("rfc", ("text/[0-9]*.md",))),
        (
            "docs/TEMPLATE.md",
            {"docs/a.md": FINISHED, "docs/b.md": FINISHED},
            ("rfc", ("docs/*.md",)),
        ),
        (
            "proposals/YYYYMMDD-template.md",
            {"proposals/2025/20250101-a.md": FINISHED, "proposals/2026/20260101-b.md": FINISHED},
            ("proposal", ("proposals/**/[0-9]*.md",)),
        ),
        (
            "schemas/templates/design.md",
            {f"changes/{name}/design.md": FINISHED for name in "abc"},
            ("design", ("changes/**/design.md",)),
        ),
        ("enhancements/NNNN-title.md", {}, ("enhancement", ("enhancements/[0-9]*.md",))),
    ],
)
def test_a_template_and_its_documents(
    template: str, files: dict[str, str], expected: tuple[str, tuple[str, ...]], tmp_path: Path
) -> None:
    root = tmp_path / "shop-rfcs"
    name, globs = expected
    assert found(root, {template: TEMPLATE, **files, "notes/lunch.md": NOTE}) == [
        (name, template, globs)
    ]


def test_overviews_and_other_templates_are_taken_out(tmp_path: Path) -> None:
    files = {
        "designs/template.md": TEMPLATE,
        "designs/template-short.md": "# [Title]\n\n## Problem\n\n[What]\n\n## Plan\n\n[How]\n",
        "designs/README.md": NOTE,
        "designs/one.md": FINISHED,
        "designs/two.md": FINISHED,
    }
    [only] = surveyed(tmp_path, files).collections
    assert only.template is not None
    assert only.template.file.relative.name == "template.md"
    assert [other.file.relative.name for other in only.others] == ["template-short.md"]
    assert only.globs == ("designs/*.md", "!designs/README.md", "!designs/template-short.md")
    assert [each.relative.name for each in only.documents] == ["one.md", "two.md"]


def test_a_template_named_by_its_title(tmp_path: Path) -> None:
    template = TEMPLATE.replace("RFC: [Title]", "RFC-1: RFC template")
    files = {f"rfcs/rfc-{at}/index.md": FINISHED for at in range(2, 6)}
    files |= {"rfcs/rfc-1/index.md": template, "rfcs/rfc-9/index.md": NOTE}
    assert found(tmp_path, files) == [("rfc", "rfcs/rfc-1/index.md", ("rfcs/**/index.md",))]


def test_an_index_in_a_folder_of_templates(tmp_path: Path) -> None:
    template = TEMPLATE.replace("RFC: [Title]", "RFC-1: RFC template")
    files = {f"rfcs/rfc-{at}/index.md": FINISHED for at in range(2, 6)}
    files |= {"templates/rfc-1/index.md": template, "templates/README.md": NOTE}
    [only] = surveyed(tmp_path, files).collections
    assert only.globs == ("rfcs/**/index.md",)


def test_two_templates_have_folders_and_names_of_their_own(tmp_path: Path) -> None:
    other = "# [Title]\n\n## Question\n\n[What]\n\n## Answer\n\n[That]\n\n## Proof\n\n[How]\n"
    done = "# Is it?\n\n## Question\n\nIs it?\n\n## Answer\n\nIt is.\n\n## Proof\n\nSee.\n"
    files = {
        "a/rfcs/template.md": TEMPLATE,
        "b/rfcs/template.md": other,
        **numbered("a/rfcs"),
        **numbered("b/rfcs", text=done),
    }
    assert found(tmp_path, files) == [
        ("rfc", "a/rfcs/template.md", ("a/rfcs/[0-9]*.md",)),
        ("rfc-2", "b/rfcs/template.md", ("b/rfcs/[0-9]*.md",)),
    ]


def test_built_in_types_for_folders_without_a_template(tmp_path: Path) -> None:
    files = {**numbered("docs/adr", text=SHORT), "docs/adr/README.md": NOTE, "docs/a.md": NOTE}
    assert found(tmp_path, files) == [("adr-nygard", None, ("docs/adr/[0-9]*.md",))]


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"README.md": FINISHED, "docs/lunch.md": NOTE},
        {"node_modules/x/rfcs/0000-template.md": TEMPLATE, **numbered("node_modules/x/rfcs")},
        {"docs/pull_request_template.md": TEMPLATE},
        {"docs/email-template.md": FINISHED, "docs/lunch.md": NOTE},
        {"docs/template.md": "Nothing to see.\n"},
    ],
)
def test_nothing_to_be_found(files: dict[str, str], tmp_path: Path) -> None:
    tmp_path.joinpath("empty.txt").touch()
    assert found(tmp_path, files) == []
    data = tomllib.loads(config_text(surveyed(tmp_path, {}), {}))
    assert data == {"documents": [{"type": "technical-design", "files": ["docs/design/**/*.md"]}]}


def test_the_configuration_says_what_was_found(tmp_path: Path) -> None:
    files = {"rfcs/0000-template.md": TEMPLATE, **numbered("rfcs")}
    result = surveyed(tmp_path, files)
    template = tmp_path / "rfcs/0000-template.md"
    entry = {"type": "rfc", "files": ["rfcs/[0-9]*.md"], "template": "rfcs/0000-template.md"}
    assert tomllib.loads(config_text(result, {})) == {"documents": [entry]}
    text = config_text(result, {template: 2})
    assert tomllib.loads(text) == {"documents": [{**entry, "template-version": "birth"}]}
    assert "# 3 documents have sections of this template.\n[[documents]]" in text
    assert "# 2 documents are older than the template's last change" in text


NAMES = st.text(
    st.one_of(st.sampled_from("[]{}*?!#\\\"' ,.-"), st.characters(categories=["L", "N"])),
    min_size=1,
    max_size=10,
).filter(lambda name: name.strip(". ") != "" and len(name.encode()) < 60)


@given(NAMES)
def test_the_configuration_loads_whatever_folders_are_called(
    tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    root = tmp_path_factory.mktemp("repository")
    folder = f"x{name}x"
    result = surveyed(root, {f"{folder}/template.md": TEMPLATE, **numbered(folder)})
    assert [len(each.documents) for each in result.collections] == [3]
    settings = parse_settings(config_text(result, {}), root / "designlint.toml", root)
    validate(settings, REGISTRY)
    [entry] = settings.config.documents
    assert entry.template == f"{folder}/template.md"
