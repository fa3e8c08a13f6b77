"""Writing pages: what is made, what is stale, what goes."""

from pathlib import Path

import pytest

from designlint.pages import rule_page
from designlint.pages.__main__ import main
from designlint.pages.files import made_files, stale_files, write_files
from designlint.pages.markers import MarkerError
from designlint.registry import load_registry

README = "# x\n\n<!-- rules:begin -->\nold\n<!-- rules:end -->\n\nmore\n"


def _root(tmp_path: Path) -> Path:
    (tmp_path / "README.md").write_text(README)
    return tmp_path


def test_what_is_written_is_fresh(tmp_path: Path) -> None:
    registry = load_registry()
    root = _root(tmp_path)
    old = root / "docs/rules/gone.md"
    old.parent.mkdir(parents=True)
    old.write_text("a rule that is no more")
    (old.parent / "picture.svg").write_text("<svg/>")
    changed = write_files(root, registry)
    assert old in changed
    assert not old.exists()
    assert (old.parent / "picture.svg").exists()
    names = {path.stem for path in old.parent.glob("*.md")}
    assert names == {*registry.rules, "README"}
    assert list(stale_files(root, registry)) == []
    assert write_files(root, registry) == ()


def test_the_readme_keeps_all_but_its_table(tmp_path: Path) -> None:
    registry = load_registry()
    text = made_files(_root(tmp_path), registry)[tmp_path / "README.md"]
    assert text is not None
    assert text.startswith(
        "# x\n\n<!-- rules:begin -->\n| Rule | Default | Finds |\n|---|---|---|\n"
    )
    assert text.endswith(" |\n<!-- rules:end -->\n\nmore\n")
    name, rule_class = next(iter(registry.rules.items()))
    row = f"| {rule_class.group}/[`{name}`](docs/rules/{name}.md) | {rule_class.severity.value} | "
    assert row in text


def test_a_readme_without_markers_is_refused(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("<!-- rules:begin -->\n")
    with pytest.raises(MarkerError, match=r"README\.md has no"):
        made_files(tmp_path, load_registry())


def test_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(_root(tmp_path))
    assert main(["--check"]) == 1
    assert "README.md is stale; run `python -m designlint.pages`\n" in capsys.readouterr().out
    assert not Path("docs").exists()
    assert main([]) == 0
    assert "docs/rules/README.md\n" in capsys.readouterr().out
    assert main(["--check"]) == 0
    assert capsys.readouterr().out == ""
    Path("README.md").write_text("")
    assert main([]) == 2
    assert "error: " in capsys.readouterr().err


def test_a_made_page_is_what_explain_prints_and_says_where_it_is_from(tmp_path: Path) -> None:
    registry = load_registry()
    for path, text in made_files(_root(tmp_path), registry).items():
        if path.stem in registry.rules:
            assert text is not None
            assert text.startswith(rule_page(registry.rules[path.stem]))
            assert text.endswith("-->\n")
