"""Which files a path stands for."""

import os
from pathlib import Path

import pytest

from designlint.discovery.files import Discovered, PathError, discover, shown_path
from designlint.discovery.globs import Globs


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# A\n")


def ignore(folder: Path, *lines: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".gitignore").write_text("\n".join(lines) + "\n")


def found(folder: Path, *paths: str, exclude: tuple[str, ...] = ()) -> Discovered:
    return discover(paths or (".",), Globs(exclude, folder), folder)


def shown(folder: Path, *paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    return [file.shown for file in found(folder, *paths, exclude=exclude).files]


def test_markdown_files_sorted(tmp_path: Path) -> None:
    make(tmp_path, "b.md", "a/z.MD", "a/b/c.markdown", "a/x.txt", "a/y.mdx", "B.md")
    assert shown(tmp_path) == ["B.md", "a/b/c.markdown", "a/z.MD", "b.md"]


def test_hidden_folders_are_passed_by_unless_named(tmp_path: Path) -> None:
    make(tmp_path, "a.md", ".github/b.md", ".c.md")
    assert shown(tmp_path) == [".c.md", "a.md"]
    assert shown(tmp_path, ".github") == [".github/b.md"]


def test_each_file_once(tmp_path: Path) -> None:
    make(tmp_path, "docs/a.md")
    (tmp_path / "link.md").symlink_to("docs/a.md")
    result = found(tmp_path, ".", "docs", "docs/a.md", "./docs/../docs/a.md", "link.md")
    assert [(file.shown, file.named) for file in result.files] == [("docs/a.md", True)]


def test_named_file_is_taken_whatever_it_is(tmp_path: Path) -> None:
    make(tmp_path, "notes.txt", "build/a.md", "b.md")
    ignore(tmp_path, "build/")
    result = found(tmp_path, "notes.txt", "build/a.md", ".")
    assert [(file.shown, file.named) for file in result.files] == [
        ("b.md", False),
        ("build/a.md", True),
        ("notes.txt", True),
    ]


def test_exclude_holds_for_named_files_too(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "archive/b.md", "archive/deep/c.md", "keep/archive.md")
    assert shown(tmp_path, exclude=("archive/**",)) == ["a.md", "keep/archive.md"]
    result = found(tmp_path, "archive/b.md", "a.md", exclude=("archive",))
    assert ([file.shown for file in result.files], result.excluded) == (["a.md"], 1)
    assert shown(tmp_path, exclude=("*.md", "!a.md")) == ["a.md"]


def test_nested_gitignore_in_a_folder_without_git(tmp_path: Path) -> None:
    make(tmp_path, "docs/a.md", "docs/draft.md", "docs/keep/draft.md", "docs/x/y.md", "build/z.md")
    ignore(tmp_path, "draft.md", "/build/", "# a comment", "!", "docs/x/*")
    ignore(tmp_path / "docs/keep", "!draft.md")
    assert shown(tmp_path) == ["docs/a.md", "docs/keep/draft.md"]
    assert shown(tmp_path, "docs") == ["docs/a.md", "docs/keep/draft.md"]


def test_gitignore_holds_from_the_repository_root_down(tmp_path: Path) -> None:
    make(tmp_path, "repo/docs/a.md", "repo/docs/b.md", "repo/docs/c.md")
    ignore(tmp_path, "a.md")
    ignore(tmp_path / "repo", "docs/b.md")
    (tmp_path / "repo/.git").mkdir()
    repo = tmp_path / "repo"
    assert shown(repo / "docs") == ["a.md", "c.md"]
    assert shown(tmp_path, "repo/docs") == ["repo/docs/a.md", "repo/docs/c.md"]


def test_a_negation_does_not_reach_into_an_ignored_folder(tmp_path: Path) -> None:
    make(tmp_path, "out/keep.md", "a.md")
    ignore(tmp_path, "out/", "!out/keep.md")
    assert shown(tmp_path) == ["a.md"]


def test_folder_links_are_not_entered(tmp_path: Path) -> None:
    make(tmp_path, "repo/a.md", "outside/b.md")
    (tmp_path / "repo/loop").symlink_to(".", target_is_directory=True)
    (tmp_path / "repo/out").symlink_to("../outside", target_is_directory=True)
    (tmp_path / "repo/broken.md").symlink_to("nowhere.md")
    assert shown(tmp_path / "repo") == ["a.md"]
    assert shown(tmp_path / "repo", "out") == ["out/b.md"]


def test_missing_paths_are_all_named(tmp_path: Path) -> None:
    make(tmp_path, "a.md")
    with pytest.raises(PathError) as caught:
        found(tmp_path, "a.md", "gone", "b/c.md")
    assert str(caught.value) == "gone does not exist\nb/c.md does not exist"


def test_folder_without_markdown(tmp_path: Path) -> None:
    make(tmp_path, "empty/a.txt", "ignored/a.md", "b.md")
    ignore(tmp_path, "ignored/*.md")
    with pytest.raises(PathError, match=r"^empty holds no Markdown files$"):
        found(tmp_path, "b.md", "empty")
    with pytest.raises(PathError, match=r"^ignored holds no Markdown files, ignored and excl"):
        found(tmp_path, "ignored")


def test_folder_that_cannot_be_listed_does_not_hide_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "a.md", "closed/b.md")
    scandir = os.scandir

    def deny(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", deny)
    result = found(tmp_path)
    assert [file.shown for file in result.files] == ["a.md"]
    assert result.problems == ("closed cannot be listed: Permission denied",)


def test_shown_paths(tmp_path: Path) -> None:
    assert shown_path(tmp_path / "a/b.md", tmp_path) == "a/b.md"
    assert shown_path(tmp_path / "b.md", tmp_path / "a") == (tmp_path / "b.md").as_posix()
    assert shown_path(tmp_path / os.fsdecode(b"\xff.md"), tmp_path) == "\\xff.md"
