"""Repositories on disk."""

import os
from pathlib import Path

import pytest

from designlint.repository.disk import DiskFolders, enclosing_repository
from designlint.repository.tree import Kind, Tree, TreePath


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with a document, beside something that is outside of it."""
    root = tmp_path / "shop"
    for name in ("docs/a.md", "docs/img/flow.png", "README.md"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {name}\n")
    (root / ".git").mkdir()
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "key.md").write_text("# Key\n")
    return root


def tree(working: Path, *bases: Path) -> Tree:
    return Tree(DiskFolders(working, bases))


def test_paths_are_seen_from_the_document_and_the_root(root: Path) -> None:
    docs = root / "docs"
    for working, document in ((root, "docs/a.md"), (docs, "a.md"), (docs / "img", "../a.md")):
        found = tree(working)
        assert found.find(document, "../README.md").place == TreePath(str(root), "README.md")
        assert found.find(document, "/docs/img/flow.png").kind is Kind.FILE
        assert found.find(document, "../../secret/key.md").kind is Kind.OUTSIDE
        assert found.find(document, "/../secret/key.md").kind is Kind.OUTSIDE


def test_an_absolute_path_of_a_document(root: Path) -> None:
    elsewhere = root.parent / "secret"
    assert tree(elsewhere).find(str(root / "docs" / "a.md"), "img").kind is Kind.FOLDER


def test_a_document_that_is_not_there_is_where_it_would_be(root: Path) -> None:
    assert tree(root).find("docs/new.md", "a.md").kind is Kind.FILE
    assert tree(root).find("new/new.md", "a.md").kind is Kind.MISSING


def test_where_nothing_can_be_listed_nothing_is_said(tmp_path: Path) -> None:
    assert tree(tmp_path / "nowhere").find("a.md", "b.md").kind is Kind.UNKNOWN


def test_case_matters_whatever_the_file_system_says(root: Path) -> None:
    found = tree(root).find("docs/a.md", "../readme.md")
    assert (found.kind, found.name) == (Kind.MISSING, "readme.md")
    assert "README.md" in found.names


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_links_within_and_out_of_the_repository(root: Path) -> None:
    (root / "docs" / "inside.md").symlink_to("../README.md")
    (root / "docs" / "folder").symlink_to(root / "docs" / "img", target_is_directory=True)
    (root / "docs" / "out").symlink_to(root.parent / "secret", target_is_directory=True)
    (root / "docs" / "key.md").symlink_to("../../secret/key.md")
    (root / "docs" / "gone.md").symlink_to("nowhere.md")
    (root / "docs" / "loop").symlink_to("loop")
    found = tree(root)
    assert found.find("docs/a.md", "inside.md").kind is Kind.FILE
    assert found.find("docs/a.md", "folder/flow.png").kind is Kind.FILE
    assert found.find("docs/a.md", "out").kind is Kind.OUTSIDE
    assert found.find("docs/a.md", "out/key.md").kind is Kind.OUTSIDE
    assert found.find("docs/a.md", "out/nothing.md").kind is Kind.OUTSIDE
    assert found.find("docs/a.md", "key.md").kind is Kind.OUTSIDE
    assert found.find("docs/a.md", "gone.md").kind is Kind.MISSING
    assert found.find("docs/a.md", "loop").kind is Kind.MISSING


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_repository_that_is_reached_by_a_link(root: Path) -> None:
    link = root.parent / "link"
    link.symlink_to(root, target_is_directory=True)
    (root / "docs" / "inside.md").symlink_to("../README.md")
    assert tree(link).find("docs/a.md", "inside.md").kind is Kind.FILE


def test_without_a_repository_the_first_base_that_holds_the_document_is_the_root(
    root: Path,
) -> None:
    (root / ".git").rmdir()
    docs = root / "docs"
    assert tree(docs, root, docs).find("a.md", "../README.md").kind is Kind.FILE
    assert tree(docs, docs).find("a.md", "../README.md").kind is Kind.OUTSIDE
    assert tree(docs, root / "other").find("a.md", "../README.md").kind is Kind.OUTSIDE
    assert tree(docs, root / "other").find("a.md", "img").kind is Kind.FOLDER


def test_the_innermost_repository_counts(root: Path) -> None:
    inner = root / "vendor" / "lib"
    inner.mkdir(parents=True)
    (inner / ".git").write_text("gitdir: ../../.git/modules/lib\n")
    assert enclosing_repository(inner) == inner
    assert enclosing_repository(inner.parent) == root


def test_texts(root: Path) -> None:
    (root / "docs" / "bad.md").write_bytes(b"\xff")
    found = tree(root)
    place = found.find("docs/a.md", "../README.md").place
    assert place is not None
    assert found.text(place) == "# README.md\n"
    assert found.text(TreePath(str(root), "docs/bad.md")) is None
    assert found.text(TreePath(str(root), "docs")) is None
