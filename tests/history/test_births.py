"""When documents were added: renames, merges, odd names, odd repositories."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from designlint.history.births import read_history

from ..git_repository import GitRepository

Born = Callable[..., dict[str, str]]

T1 = "# [Title]\n\n## Why\n"
T2 = T1 + "\n## How\n"


def text(name: str, lines: int = 20) -> str:
    """A document that is like no other."""
    return "".join(f"{name} says {number} things of its own.\n" for number in range(lines))


def test_each_document_has_its_own_day(repository: GitRepository, born: Born) -> None:
    repository.commit("2024-01-01", {"t.md": T1, "a.md": text("a")})
    repository.commit("2024-01-02", {"docs/b.md": text("b")})
    repository.commit("2024-01-03", {"a.md": text("a", 30)})
    repository.write({"new.md": text("new"), "staged.md": text("staged")})
    repository.git("add", "staged.md")
    assert born("a.md", "docs/b.md", "new.md", "staged.md") == {
        "a.md": "2024-01-01",
        "docs/b.md": "2024-01-02",
        "new.md": "",
        "staged.md": "",
    }


def test_the_day_is_the_authors(repository: GitRepository, born: Born) -> None:
    repository.commit("2024-01-01", {"t.md": T1, "a.md": text("a")})
    repository.git("commit", "--amend", "-q", "-m", "later", day="2024-05-05")
    assert born("a.md") == {"a.md": "2024-01-01"}


def test_renames_are_followed(repository: GitRepository, born: Born) -> None:
    repository.commit("2024-01-01", {"t.md": T1, "draft.md": text("a")})
    repository.move("draft.md", "rfcs/0000-a.md")
    repository.commit("2024-01-02", {"rfcs/0000-a.md": text("a", 24)})
    repository.move("rfcs/0000-a.md", "rfcs/0007-a.md")
    repository.commit("2024-01-03")
    assert born("rfcs/0007-a.md") == {"rfcs/0007-a.md": "2024-01-01"}


def test_a_rename_of_case_alone(repository: GitRepository, born: Born) -> None:
    repository.commit("2024-01-01", {"t.md": T1, "Design.MD": text("a")})
    repository.move("Design.MD", "design.md")
    repository.commit("2024-01-02")
    assert born("design.md") == {"design.md": "2024-01-01"}


def test_a_name_that_is_taken_again(repository: GitRepository, born: Born) -> None:
    repository.commit("2024-01-01", {"t.md": T1, "a.md": text("a")})
    repository.move("a.md", "b.md")
    repository.commit("2024-01-02")
    repository.commit("2024-01-03", {"a.md": text("another")})
    assert born("a.md", "b.md") == {"a.md": "2024-01-03", "b.md": "2024-01-01"}


def test_deleted_and_added_again(repository: GitRepository, born: Born) -> None:
    repository.commit("2024-01-01", {"t.md": T1, "a.md": text("a")})
    repository.git("rm", "-q", "a.md")
    repository.commit("2024-01-02")
    repository.commit("2024-01-03", {"a.md": text("a")})
    assert born("a.md") == {"a.md": "2024-01-03"}


def test_a_copy_is_a_document_of_its_own(repository: GitRepository, born: Born) -> None:
    repository.git("config", "diff.renames", "copies")
    repository.commit("2024-01-01", {"t.md": T1, "a.md": text("a")})
    repository.commit("2024-01-02", {"a.md": text("a", 22), "b.md": text("a")})
    assert born("a.md", "b.md") == {"a.md": "2024-01-01", "b.md": "2024-01-02"}


def test_added_on_a_branch_that_is_merged(repository: GitRepository, born: Born) -> None:
    repository.commit("2024-01-01", {"t.md": T1, "a.md": text("a")})
    repository.git("checkout", "-q", "-b", "topic")
    repository.commit("2024-01-02", {"topic.md": text("topic")})
    repository.git("checkout", "-q", "main")
    repository.move("a.md", "moved.md")
    repository.commit("2024-01-03", {"main.md": text("main")})
    repository.git("merge", "-q", "--no-ff", "-m", "merge", "topic", day="2024-01-04")
    assert born("topic.md", "main.md", "moved.md") == {
        "topic.md": "2024-01-02",
        "main.md": "2024-01-03",
        "moved.md": "2024-01-01",
    }


def test_added_and_renamed_by_the_merge_itself(repository: GitRepository, born: Born) -> None:
    repository.commit("2024-01-01", {"t.md": T1, "a.md": text("a")})
    repository.git("checkout", "-q", "-b", "topic")
    repository.commit("2024-01-02", {"topic.md": text("topic")})
    repository.git("checkout", "-q", "main")
    repository.commit("2024-01-03", {"main.md": text("main")})
    repository.git("merge", "-q", "--no-ff", "--no-commit", "topic")
    repository.move("topic.md", "0001 topic.md")
    repository.move("main.md", "0002-main.md")
    repository.move("a.md", "0003-a.md")
    repository.commit("2024-01-04", {"merge.md": text("merge")})
    assert repository.git("rev-list", "--count", "--merges", "HEAD") == "1\n"
    assert born("merge.md", "0001 topic.md", "0002-main.md", "0003-a.md") == {
        "merge.md": "2024-01-04",
        "0001 topic.md": "2024-01-02",
        "0002-main.md": "2024-01-03",
        "0003-a.md": "2024-01-01",
    }


def test_a_merge_of_three(repository: GitRepository, born: Born) -> None:
    repository.commit("2024-01-01", {"t.md": T1})
    for day, name in (("2024-01-02", "one"), ("2024-01-03", "two")):
        repository.git("checkout", "-q", "-b", name, "main")
        repository.commit(day, {f"{name}.md": text(name)})
    repository.git("checkout", "-q", "main")
    repository.commit("2024-01-04", {"main.md": text("main")})
    repository.git("merge", "-q", "--no-commit", "one", "two")
    repository.move("two.md", "2.md")
    repository.commit("2024-01-05", {"merge.md": text("merge")})
    assert len(repository.git("rev-list", "--parents", "-1", "HEAD").split()) == 4
    assert born("one.md", "2.md", "merge.md") == {
        "one.md": "2024-01-02",
        "2.md": "2024-01-03",
        "merge.md": "2024-01-05",
    }


def test_clocks_that_go_wrong(repository: GitRepository, born: Born) -> None:
    repository.commit("2024-03-03", {"t.md": T1, "a.md": text("a")})
    repository.move("a.md", "b.md")
    repository.commit("2024-01-01")
    repository.move("b.md", "c.md")
    repository.commit("2024-02-02")
    assert born("c.md") == {"c.md": "2024-03-03"}


@pytest.mark.parametrize(
    "name",
    [
        "with space.md",
        'quo"ted.md',
        "back\\slash.md",
        "設計.md",
        "line\nfeed.md",
        "\nA.md",
        "tab\t.md",
        ":(top)x.md",
        "-x.md",
        "A",
        "notes.txt",
        "[a]*.rst",
        "0123456789012345678901234567890123456789 2024-01-01.md",
    ],
)
def test_odd_names(repository: GitRepository, born: Born, name: str) -> None:
    repository.commit("2024-01-01", {"t.md": T1})
    repository.commit("2024-01-02", {f"docs/{name}": text("a")})
    repository.commit("2024-01-03", {name: text("b")})
    assert born(name, f"docs/{name}") == {name: "2024-01-03", f"docs/{name}": "2024-01-02"}


def test_a_name_that_is_not_utf8(repository: GitRepository, born: Born) -> None:
    name = b"d\xe9.md".decode("utf-8", "surrogateescape")
    repository.commit("2024-01-01", {"t.md": T1})
    repository.commit("2024-01-02", {name: text("a")})
    assert born(name) == {name: "2024-01-02"}


def test_no_commit_at_all(repository: GitRepository, born: Born) -> None:
    repository.write({"t.md": T1, "a.md": text("a")})
    assert born("a.md") == {"a.md": ""}


def test_settings_that_change_gits_output(repository: GitRepository, born: Born) -> None:
    repository.commit("2024-01-01", {"t.md": T1, "docs/a.md": text("a")})
    repository.move("docs/a.md", "docs/b.md")
    repository.commit("2024-01-02")
    for name, value in (
        ("diff.renames", "false"),
        ("diff.relative", "true"),
        ("diff.noprefix", "true"),
        ("log.date", "relative"),
        ("log.follow", "true"),
        ("log.decorate", "full"),
        ("color.ui", "always"),
        ("core.quotePath", "true"),
        ("format.pretty", "fuller"),
        ("core.ignoreCase", "true"),
    ):
        repository.git("config", name, value)
    assert born("docs/b.md") == {"docs/b.md": "2024-01-01"}


def test_the_callers_environment_of_git(
    repository: GitRepository, born: Born, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    repository.commit("2024-01-01", {"t.md": T1, "a.md": text("a")})
    other = GitRepository(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", "nowhere")
    monkeypatch.setenv("GIT_LITERAL_PATHSPECS", "1")
    assert born("a.md") == {"a.md": "2024-01-01"}


def test_a_worktree_and_a_folder_of_the_repository(
    repository: GitRepository, tmp_path: Path
) -> None:
    repository.commit("2024-01-01", {"docs/t.md": T1, "docs/a.md": text("a")})
    repository.git("worktree", "add", "-q", str(tmp_path / "tree"))
    for root in (repository.root, tmp_path / "tree"):
        document = root / "docs/a.md"
        birth = read_history({root / "docs/t.md": (document,)}).birth(document)
        assert birth is not None
        assert birth.commit.date == "2024-01-01"


def test_reached_through_a_link(repository: GitRepository, tmp_path: Path) -> None:
    repository.commit("2024-01-01", {"t.md": T1, "docs/a.md": text("a")})
    (tmp_path / "link").symlink_to(repository.root / "docs")
    document = tmp_path / "link/a.md"
    birth = read_history({repository.root / "t.md": (document,)}).birth(document)
    assert birth is not None
    assert birth.commit.date == "2024-01-01"


def test_documents_of_other_repositories_are_not_held(
    repository: GitRepository, tmp_path: Path
) -> None:
    repository.commit("2024-01-01", {"t.md": T1, "a.md": text("a")})
    inner = GitRepository(repository.root / "vendor/inner")
    inner.commit("2024-01-02", {"docs/b.md": text("b")})
    outside = tmp_path / "c.md"
    outside.write_text("c")
    paths = (repository.root / "a.md", inner.root / "docs/b.md", outside)
    history = read_history({repository.root / "t.md": paths})
    assert [history.holds(path) for path in paths] == [True, False, False]
    assert [history.birth(path) is None for path in paths] == [False, True, True]


def test_a_shallow_clone_says_where_it_is_cut(repository: GitRepository, tmp_path: Path) -> None:
    repository.commit("2024-01-01", {"t.md": T1, "a.md": text("a")})
    repository.commit("2024-01-02", {"b.md": text("b")})
    repository.commit("2024-01-03", {"c.md": text("c")})
    repository.git("clone", "-q", "--depth=2", f"file://{repository.root}", str(tmp_path / "clone"))
    paths = [tmp_path / "clone" / name for name in ("a.md", "b.md", "c.md")]
    history = read_history({tmp_path / "clone/t.md": tuple(paths)})
    births = [history.birth(path) for path in paths]
    assert [history.is_cut(birth) for birth in births if birth] == [True, True, False]


def test_one_log_and_one_cat_file_for_fifty_documents(
    repository: GitRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"rfcs/{number:04}.md" for number in range(50)]
    for number, name in enumerate(names):
        repository.commit("2024-01-01", {"t.md": T1 + text("t", number), name: text(name)})
    calls = []
    popen = subprocess.Popen

    def counted(arguments: list[str], **options: object) -> object:
        calls.append(next(each for each in arguments[1:] if each[0] != "-" and "=" not in each))
        return popen(arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", counted)
    paths = tuple(repository.root / name for name in names)
    history = read_history({repository.root / "t.md": paths})
    births = [birth for birth in map(history.birth, paths) if birth]
    versions = {history.at_birth(repository.root / "t.md", birth) for birth in births}
    assert len({version.blob.data for version in versions if version}) == 50
    assert calls == ["rev-parse", "log", "cat-file"]
