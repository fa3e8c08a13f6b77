"""Documents that are older than the last change of their template."""

from pathlib import Path

from designlint.adoption.changes import outdated

from ..git_repository import GitRepository

TEMPLATE = "# [Title]\n\n## Why\n\n[Reason]\n"


def test_documents_before_a_change_are_counted(tmp_path: Path) -> None:
    repository = GitRepository(tmp_path / "repository")
    root = repository.root
    repository.commit("2024-01-01", {"t.md": TEMPLATE, "u.md": TEMPLATE})
    repository.commit("2024-01-02", {"a.md": "# A\n", "b.md": "# B\n", "c.md": "# C\n"})
    repository.commit("2024-01-03", {"t.md": f"{TEMPLATE}\n## How\n\n[Way]\n"})
    repository.commit("2024-01-04", {"d.md": "# D\n"})
    repository.write({"e.md": "# E\n"})
    counts = outdated(
        {
            root / "t.md": [root / f"{name}.md" for name in "abde"],
            root / "u.md": [root / "c.md"],
            root / "none.md": [],
        }
    )
    assert counts == {root / "t.md": 2, root / "u.md": 0}


def test_without_git_nothing_is_known(tmp_path: Path) -> None:
    (tmp_path / "t.md").write_text(TEMPLATE)
    (tmp_path / "a.md").write_text("# A\n")
    assert outdated({tmp_path / "t.md": [tmp_path / "a.md"]}) == {}
    assert outdated({}) == {}
