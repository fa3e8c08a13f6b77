"""`check --changed-since REF`: what a change brought is told, and what is older is not."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from designlint.cli import main

from ..git_repository import ISOLATED, GitRepository

TEMPLATE = """\
# RFC: [Title]

## Summary

[What it is]

## Design

- **Owner**: [Name]
- **Stakes**: [What depends on it]

| Part | Task |
|------|------|
| [Name] | [What it does] |

## Rollout

[How it gets to users]
"""
CONFIG = """\
[[documents]]
type = "rfc"
files = ["rfcs/**/*.md"]
template = "template.md"
"""
GOOD = """\
# RFC: Cache

## Summary

Prices are kept for a minute.

## Design

- **Owner**: Ann
- **Stakes**: The shop

| Part | Task |
|------|------|
| Store | Keeps prices |
| Timer | Drops them |

## Rollout

Shop by shop.
"""
# Two findings from before: no Rollout, and a marker.
OLD = GOOD.partition("## Rollout")[0].replace("Keeps prices", "TODO") + "More to read here.\n"

Run = Callable[..., Result]
Found = Callable[..., list[str]]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GitRepository:
    """A clean document and one with two findings, on `main`."""
    for name, value in ISOLATED.items():
        monkeypatch.setenv(name, value)
    made = GitRepository(tmp_path / "work")
    files = {"template.md": TEMPLATE, "designlint.toml": CONFIG}
    made.commit("2024-01-01", {**files, "rfcs/good.md": GOOD, "rfcs/old.md": OLD})
    made.git("switch", "-q", "-c", "work")
    monkeypatch.chdir(made.root)
    return made


@pytest.fixture
def run(repository: GitRepository) -> Run:
    def invoke(*arguments: str, since: str = "main", stdin: str | None = None) -> Result:
        given = ("check", "--changed-since", since, "--output-format", "concise", *arguments)
        return CliRunner().invoke(main, given, input=stdin, catch_exceptions=False)

    return invoke


@pytest.fixture
def found(run: Run) -> Found:
    """The path, line and rule of what is told, after a look at the exit code."""

    def lines(*arguments: str, since: str = "main", stdin: str | None = None) -> list[str]:
        result = run(*arguments, since=since, stdin=stdin)
        assert result.stderr == ""
        told = result.stdout.splitlines()[:-1]
        assert result.exit_code == any(": error[" in line for line in told)
        return [f"{line.rpartition(']')[0]}]".replace(": ", " ") for line in told]

    return lines


def test_an_unchanged_tree_shows_nothing_old(run: Run, found: Found) -> None:
    assert found() == []
    assert run("rfcs").stdout == "Nothing new in 2 documents (2 older findings not shown).\n"
    assert run("rfcs/good.md").stdout == "The document is clean.\n"


def test_counts(repository: GitRepository) -> None:
    repository.write({"rfcs/new.md": OLD})
    given = ("check", "--changed-since", "main", "--output-format", "json")
    summary = json.loads(CliRunner().invoke(main, given).stdout)["summary"]
    assert (summary["checked"], summary["errors"], summary["warnings"]) == (3, 1, 1)
    assert summary["older"] == 2


def test_a_line_that_is_touched(repository: GitRepository, found: Found) -> None:
    repository.write({"rfcs/old.md": OLD.replace("| TODO |", "| TODO: ask Ann |")})
    assert found() == ["rfcs/old.md:14:11 warning[todo-marker]"]


def test_lines_above_make_no_difference(repository: GitRepository, found: Found) -> None:
    more = OLD.replace("## Summary\n", "## Summary\n\nNew words.\n\nTBD: more of them.\n")
    repository.write({"rfcs/old.md": more})
    assert found() == ["rfcs/old.md:7:1 warning[todo-marker]"]


@pytest.mark.parametrize(
    ("removed", "brought"),
    [
        ("## Rollout\n\nShop by shop.\n", "1:1 error[missing-section]"),
        ("Shop by shop.\n", "17:1 error[empty-section]"),
        ("- **Owner**: Ann\n", "7:1 error[missing-field]"),
        ("| Store | Keeps prices |\n| Timer | Drops them |\n", "12:1 error[empty-table]"),
    ],
)
def test_what_is_removed(
    repository: GitRepository, found: Found, removed: str, brought: str
) -> None:
    repository.write({"rfcs/good.md": GOOD.replace(removed, "")})
    assert found() == [f"rfcs/good.md:{brought}"]


def test_a_heading_that_is_reworded(repository: GitRepository, found: Found) -> None:
    repository.write({"rfcs/old.md": OLD.replace("## Design", "## Construction")})
    assert found() == ["rfcs/old.md:1:1 error[missing-section]"]


@pytest.mark.parametrize("stage", ["disk", "index", "commit"])
def test_a_document_that_is_renamed(
    repository: GitRepository, run: Run, found: Found, stage: str
) -> None:
    edited = OLD.replace("- **Owner**: Ann\n", "")
    (repository.root / "rfcs/old.md").unlink()
    repository.write({"rfcs/accepted/new.md": edited})
    if stage == "index":
        repository.git("add", "--all")
    elif stage == "commit":
        repository.commit("2024-01-02")
    assert found() == ["rfcs/accepted/new.md:7:1 error[missing-field]"]
    assert "(2 older findings not shown)" in run("rfcs").stdout


def test_only_the_case_of_a_name(repository: GitRepository, found: Found) -> None:
    (repository.root / "rfcs/old.md").rename(repository.root / "rfcs/Old.md")
    assert found() == []


def test_a_document_that_is_new(repository: GitRepository, found: Found) -> None:
    repository.write({"rfcs/new.md": OLD})
    told = ["1:1 error[missing-section]", "14:11 warning[todo-marker]"]
    assert found() == [f"rfcs/new.md:{each}" for each in told]
    repository.git("add", "rfcs/new.md")
    assert len(found()) == 2


def test_a_template_that_is_copied_is_no_document_renamed(
    repository: GitRepository, found: Found
) -> None:
    """Two documents that have no more in common than their template."""
    repository.commit("2024-01-02", {"rfcs/started.md": TEMPLATE.replace("[Title]", "Old idea")})
    before = repository.head
    (repository.root / "rfcs/started.md").unlink()
    repository.write({"rfcs/next.md": TEMPLATE.replace("[Title]", "Another")})
    told = found(since=before)
    assert any("leftover-placeholder" in line for line in told)
    assert {line.partition(":")[0] for line in told} == {"rfcs/next.md"}


def test_a_document_that_was_left_alone_before(repository: GitRepository, found: Found) -> None:
    repository.commit("2024-01-02", {"drafts/idea.md": OLD})
    before = repository.head
    repository.move("drafts/idea.md", "rfcs/idea.md")
    assert len(found(since=before)) == 2


def test_links_to_what_is_deleted_moved_and_reworded(
    repository: GitRepository, found: Found
) -> None:
    links = GOOD.replace(
        "Shop by shop.", "See [a](old.md), [b](good.md#design), [c](../notes.md), [d](gone.md)."
    )
    repository.commit("2024-01-02", {"rfcs/links.md": links, "notes.md": "# Notes\n"})
    before = repository.head
    assert found(since=before) == []
    (repository.root / "rfcs/old.md").unlink()
    assert found(since=before) == ["rfcs/links.md:19:9 error[broken-link]"]
    repository.move("notes.md", "remarks.md")
    repository.write({"rfcs/good.md": GOOD.replace("## Design", "## The design")})
    assert found("rfcs/links.md", since=before) == [
        "rfcs/links.md:19:9 error[broken-link]",
        "rfcs/links.md:19:22 error[broken-anchor]",
        "rfcs/links.md:19:43 error[broken-link]",
    ]


def test_links_of_a_document_that_moves(repository: GitRepository, found: Found) -> None:
    links = GOOD.replace("Shop by shop.", "See [a](good.md) and [b](gone.md).")
    repository.commit("2024-01-02", {"rfcs/links.md": links})
    before = repository.head
    repository.move("rfcs/links.md", "rfcs/accepted/links.md")
    assert found(since=before) == ["rfcs/accepted/links.md:19:9 error[broken-link]"]


def test_a_comment_that_silenced_a_finding_is_removed(
    repository: GitRepository, found: Found
) -> None:
    comment = "<!-- designlint: ignore-file[missing-section] not yet -->\n"
    repository.commit("2024-01-02", {"rfcs/old.md": comment + OLD})
    repository.write({"rfcs/old.md": OLD})
    assert found(since="HEAD") == ["rfcs/old.md:1:1 error[missing-section]"]
    repository.write({"rfcs/old.md": comment + OLD + "\nMore.\n"})
    assert found(since="HEAD") == []


def test_a_draft_that_is_accepted(repository: GitRepository, found: Found) -> None:
    """Its status makes errors of what was milder, in lines that nobody touched."""
    draft = "---\nstatus: draft\n---\n" + GOOD.replace("Drops them", "TODO")
    repository.commit("2024-01-02", {"rfcs/good.md": draft})
    repository.write({"rfcs/good.md": draft.replace("draft", "accepted")})
    assert found(since="HEAD") == ["rfcs/good.md:18:11 error[todo-marker]"]
    repository.commit("2024-01-03")
    repository.write({"rfcs/good.md": draft})
    assert found(since="HEAD") == []


def test_the_merge_commit_of_a_pull_request(repository: GitRepository, found: Found) -> None:
    """Changes of the base branch are not the author's, merged or not."""
    repository.commit("2024-01-02", {"rfcs/good.md": GOOD.replace("- **Owner**: Ann\n", "")})
    repository.git("switch", "-q", "main")
    repository.commit("2024-01-03", {"rfcs/other.md": OLD})
    repository.git("switch", "-q", "work")
    mine = ["rfcs/good.md:7:1 error[missing-field]"]
    assert found() == mine
    repository.git("switch", "-q", "--detach", "main")
    repository.git("merge", "-q", "--no-ff", "-m", "merge", "work")
    assert found() == mine
    assert found(since="HEAD^1") == mine
    repository.git("switch", "-q", "main")
    repository.commit("2024-01-04", {"rfcs/more.md": OLD})
    repository.git("switch", "-q", "--detach", "@{-1}")
    assert found() == mine


def test_a_change_of_the_template_brings_nothing_to_old_lines(
    repository: GitRepository, found: Found
) -> None:
    repository.write({"template.md": TEMPLATE + "\n## Costs\n\n[What it costs]\n"})
    assert found() == []


def test_the_template_of_birth(repository: GitRepository, found: Found) -> None:
    repository.commit("2024-01-02", {"template.md": TEMPLATE + "\n## Costs\n\n[What it costs]\n"})
    repository.commit("2024-01-03", {"rfcs/late.md": GOOD})
    repository.move("rfcs/old.md", "rfcs/renamed.md")
    birth = ("--template-version", "birth")
    assert found(*birth) == ["rfcs/late.md:1:1 error[missing-section]"]
    assert found(*birth, since="HEAD") == []


def test_standard_input_is_the_new_text(repository: GitRepository, found: Found) -> None:
    given = ("-", "--stdin-filename")
    text = OLD.replace("- **Owner**: Ann\n", "")
    assert found(*given, "rfcs/old.md", stdin=OLD) == []
    assert found(*given, "rfcs/old.md", stdin=text) == ["rfcs/old.md:7:1 error[missing-field]"]
    assert len(found(*given, "rfcs/new.md", stdin=OLD)) == 2
    assert found(*given, "rfcs/old.md", stdin="a\0") == [
        "rfcs/old.md:1:1 error[unreadable-document]"
    ]


def test_line_ends_and_byte_order_marks_are_no_change(
    repository: GitRepository, found: Found
) -> None:
    path = repository.root / "rfcs/old.md"
    path.write_bytes(b"\xef\xbb\xbf" + OLD.replace("\n", "\r\n").encode())
    assert found() == []


def test_a_file_that_becomes_unreadable(repository: GitRepository, found: Found) -> None:
    path = repository.root / "rfcs/old.md"
    path.write_bytes(b"\xff\n")
    assert found() == ["rfcs/old.md:1:1 error[unreadable-document]"]
    repository.commit("2024-01-02")
    assert found(since="HEAD") == []
    path.write_text(OLD)
    assert len(found(since="HEAD")) == 2


def test_from_a_folder_of_the_repository_and_a_worktree(
    repository: GitRepository, found: Found, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write({"rfcs/old.md": OLD.replace("- **Owner**: Ann\n", "")})
    monkeypatch.chdir(repository.root / "rfcs")
    assert found() == ["old.md:7:1 error[missing-field]"]
    repository.git("worktree", "add", "-q", "--detach", str(tmp_path / "tree"), "main")
    monkeypatch.chdir(tmp_path / "tree")
    assert found() == []
    (tmp_path / "tree/rfcs/new.md").write_text(OLD)
    assert len(found()) == 2


def test_documents_of_other_repositories(
    repository: GitRepository, run: Run, tmp_path: Path
) -> None:
    inner = GitRepository(repository.root / "rfcs/inner")
    inner.commit("2024-01-01", {"rfc.md": OLD})
    result = run("rfcs")
    assert (result.exit_code, result.stdout) == (
        0,
        "Nothing new in 3 documents (4 older findings not shown).\n",
    )
    assert result.stderr == (
        "rfcs/inner/rfc.md is passed over: what changed outside of the repository "
        f"{repository.root} is not known\n"
    )
    inner.commit("2024-01-02", {"second.md": GOOD, "third.md": GOOD})
    assert run().stderr.startswith("rfcs/inner/rfc.md and 2 more documents are passed over: ")
    result = run("rfcs/inner")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"--changed-since main: no document is in the repository {repository.root}\n"
    )


def test_a_submodule(repository: GitRepository, found: Found, tmp_path: Path) -> None:
    library = GitRepository(tmp_path / "library")
    library.commit("2024-01-01", {"README.md": "# Library\n"})
    allowed = ("-c", "protocol.file.allow=always")
    repository.git(*allowed, "submodule", "--quiet", "add", str(library.root), "lib")
    links = GOOD.replace("Shop by shop.", "See [a](../lib/README.md) and [b](../lib/no.md).")
    repository.commit("2024-01-02", {"rfcs/links.md": links})
    assert found(since="HEAD") == []
    assert found() == ["rfcs/links.md:19:35 error[broken-link]"]


def test_what_is_found_follows_links_of_the_file_system(
    repository: GitRepository, found: Found
) -> None:
    (repository.root / "latest.md").symlink_to("rfcs/old.md")
    (repository.root / "gone.md").symlink_to("rfcs/nowhere.md")
    links = GOOD.replace("Shop by shop.", "See [a](../latest.md#design) and [b](../gone.md).")
    repository.commit("2024-01-02", {"rfcs/links.md": links})
    assert found(since="HEAD") == []
    assert found("latest.md", "--template", "template.md") == []
    repository.write({"rfcs/old.md": OLD.replace("- **Owner**: Ann\n", "")})
    told = found("latest.md", "--template", "template.md")
    assert told == ["latest.md:7:1 error[missing-field]"]


def problem(run: Run, *arguments: str, since: str) -> str:
    """What is said of a revision that cannot be used."""
    result = run(*arguments, since=since)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    return result.stderr.strip().removeprefix(f"--changed-since {since}: ")


def test_revisions_that_there_are_not(repository: GitRepository, run: Run, tmp_path: Path) -> None:
    assert problem(run, since="mian") == 'unknown revision "mian"; did you mean "main"?'
    assert problem(run, since="origin/main") == (
        'unknown revision "origin/main"; `git fetch origin main` brings that branch'
    )
    assert problem(run, since="HEAD:rfcs") == "write a branch, a tag or another revision"
    for text in ("", "-x", "--output=x", "main..HEAD"):
        assert problem(run, since=text) == "write a branch, a tag or another revision"
    assert not (repository.root / "x").exists()
    repository.git("checkout", "-q", "--orphan", "alone")
    repository.commit("2024-01-02")
    assert problem(run, since="main") == "HEAD and main have no commit in common"


def test_a_branch_that_only_the_remote_has(
    repository: GitRepository, run: Run, found: Found, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "-b", "work", f"file://{repository.root}", str(clone))
    monkeypatch.chdir(clone)
    assert problem(run, since="main") == 'unknown revision "main"; did you mean "origin/main"?'
    assert found(since="origin/main") == []


def test_shallow_clones(
    repository: GitRepository, run: Run, found: Found, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    repository.commit("2024-01-02", {"rfcs/new.md": OLD})
    repository.commit("2024-01-03", {"rfcs/newer.md": OLD})
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--depth=1", f"file://{repository.root}", str(clone))
    monkeypatch.chdir(clone)
    assert problem(run, since="origin/main") == (
        'unknown revision "origin/main" in this shallow clone; `git fetch --unshallow --tags` '
        "brings the rest (in CI, `fetch-depth: 0`); `git fetch origin main` brings that branch"
    )
    GitRepository(clone).git("fetch", "-q", "--depth=1", "origin", "main:refs/remotes/origin/main")
    assert problem(run, since="origin/main") == (
        "this shallow clone does not reach the commit where HEAD left origin/main; "
        "`git fetch --unshallow` brings the rest of the history (in CI, `fetch-depth: 0`)"
    )
    GitRepository(clone).git("fetch", "-q", "--unshallow")
    assert len(found(since="origin/main")) == 4


def test_no_commit_no_repository_no_git(
    repository: GitRepository, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(GitRepository(tmp_path / "empty").root)
    assert problem(run, since="main") == "there is no commit yet"
    (tmp_path / "plain").mkdir()
    monkeypatch.chdir(tmp_path / "plain")
    expected = "this is not a git repository, so there is no history"
    assert problem(run, since="main") == expected
    monkeypatch.chdir(repository.root)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert problem(run, since="main") == "git is not installed, or not on PATH"
    without = CliRunner().invoke(main, ["check"])
    assert without.exit_code == 1
