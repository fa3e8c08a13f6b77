from pathlib import Path

import pytest
from workspace import DOCUMENTS, EDITED, Editor, InputError, make_workspace


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "given"
    (folder / "deep").mkdir(parents=True)
    for name, size in (("a.md", 3), ("deep/b.md", 9), ("c.md", 5)):
        (folder / name).write_text("x" * size, "utf-8")
    (folder / "notes.txt").write_text("no Markdown", "utf-8")
    return folder


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "some-template.md"
    path.write_text("## Summary\n", "utf-8")
    return path


def test_only_copies_are_edited(tmp_path: Path, folder: Path, template: Path) -> None:
    workspace = make_workspace(tmp_path / "work", folder, template)
    assert workspace.middle == Path("c.md")
    assert [path.name for path in workspace.by_size] == ["a.md", "c.md", "b.md"]
    assert workspace.size == pytest.approx(17e-6)
    edited = workspace.root / EDITED / workspace.middle
    editor = Editor(edited)
    seen = set()
    for _ in range(3):
        editor.edit()
        seen.add(edited.read_text("utf-8"))
    assert len(seen) == 3
    assert (folder / "c.md").read_text("utf-8") == "xxxxx"
    assert (workspace.root / DOCUMENTS / "c.md").read_text("utf-8") == "xxxxx"


def test_a_folder_without_markdown(tmp_path: Path, template: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=r"no Markdown files below .*empty"):
        make_workspace(tmp_path / "work", tmp_path / "empty", template)


def test_a_template_that_is_not_there(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(InputError, match=r"there is no template .*gone\.md"):
        make_workspace(tmp_path / "work", folder, tmp_path / "gone.md")
