"""Where paths lead, in a repository that is a mapping."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designlint.repository.memory import MemoryFolders
from designlint.repository.tree import Found, Kind, Tree, TreePath

FILES = {
    "README.md": "# Read me",
    "docs/design/a.md": "# A",
    "docs/design/B.md": "",
    "docs/img/flow.png": "",
    "docs/cafe\u0301.md": "",
    "empty/": "",
}
TREE = Tree(MemoryFolders(FILES))


@pytest.mark.parametrize(
    ("document", "path", "kind", "place"),
    [
        ("docs/design/a.md", "B.md", Kind.FILE, "docs/design/B.md"),
        ("docs/design/a.md", "./B.md", Kind.FILE, "docs/design/B.md"),
        ("docs/design/a.md", "../img/flow.png", Kind.FILE, "docs/img/flow.png"),
        ("docs/design/a.md", "../img", Kind.FOLDER, "docs/img"),
        ("docs/design/a.md", "../img/", Kind.FOLDER, "docs/img"),
        ("docs/design/a.md", ".", Kind.FOLDER, "docs/design"),
        ("docs/design/a.md", "../..", Kind.FOLDER, ""),
        ("docs/design/a.md", "/README.md", Kind.FILE, "README.md"),
        ("docs/design/a.md", "/", Kind.FOLDER, ""),
        ("docs/design/a.md", "../../docs/design/a.md", Kind.FILE, "docs/design/a.md"),
        ("docs/design/a.md", "../caf\u00e9.md", Kind.FILE, "docs/cafe\u0301.md"),
        ("README.md", "empty", Kind.FOLDER, "empty"),
    ],
)
def test_what_is_there(document: str, path: str, kind: Kind, place: str) -> None:
    assert TREE.find(document, path) == Found(kind, TreePath("", place))


@pytest.mark.parametrize("path", ["../../../x", "/../x", "../../../../root/docs/design/a.md"])
def test_what_leads_out(path: str) -> None:
    assert TREE.find("docs/design/a.md", path) == Found(Kind.OUTSIDE)


def test_what_is_missing_is_told_with_what_is_there_instead() -> None:
    assert TREE.find("docs/design/a.md", "b.md") == Found(
        Kind.MISSING, None, "b.md", ("B.md", "a.md")
    )
    assert TREE.find("README.md", "dogs/design/a.md").name == "dogs"
    assert TREE.find("README.md", "README.md/more") == Found(Kind.MISSING, None, "more", ())


@given(st.text(max_size=40))
def test_any_path_leads_somewhere_or_nowhere(path: str) -> None:
    found = TREE.find("docs/design/a.md", path)
    assert (found.place is not None) == (found.kind in (Kind.FILE, Kind.FOLDER))
    assert (found.name != "") == (found.kind is Kind.MISSING)


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("README.md", True),
        ("docs/img", True),
        ("readme.md", False),
        ("docs/img/none.png", False),
        ("README.md/a.md", False),
        ("gone/a.md", False),
    ],
)
def test_has(path: str, there: bool) -> None:
    assert TREE.has(TreePath("", path)) is there
