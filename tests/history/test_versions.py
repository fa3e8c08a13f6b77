"""Templates as they stood when documents were added, and in revisions that are named."""

from pathlib import Path

import pytest

from designlint.history.births import History, read_history
from designlint.history.model import HistoryError, UnknownRevisionError, is_revision
from designlint.history.revisions import version_at

from ..git_repository import GitRepository

T1 = "# [Title]\n\n## Why\n\n[Reason]\n"
T2 = T1 + "\n## How\n"
T3 = T2 + "\n## When\n"


def at_birth(history: History, template: Path, document: Path) -> str | None:
    birth = history.birth(document)
    assert birth is not None
    version = history.at_birth(template, birth)
    return version.blob.data.decode() if version else None


def test_each_document_has_the_template_of_its_day(repository: GitRepository) -> None:
    repository.commit("2024-01-01", {"t.md": T1})
    repository.commit("2024-01-02", {"a.md": "a\n", "t.md": T2})
    repository.commit("2024-01-03", {"t.md": T3})
    repository.commit("2024-01-04", {"b.md": "b\n"})
    repository.write({"t.md": "# changed and not committed\n"})
    template, a, b = (repository.root / name for name in ("t.md", "a.md", "b.md"))
    history = read_history({template: (a, b)})
    assert at_birth(history, template, a) == T2
    assert at_birth(history, template, b) == T3


def test_a_template_that_was_renamed_and_deleted_for_a_while(repository: GitRepository) -> None:
    repository.commit("2024-01-01", {"old/template.txt": T1})
    repository.commit("2024-01-02", {"a.md": "a\n"})
    repository.move("old/template.txt", "old/template.md")
    repository.commit("2024-01-03")
    repository.move("old/template.md", "rfcs/0000.md")
    repository.commit("2024-01-04", {"rfcs/0000.md": T2, "b.md": "b\n"})
    repository.git("rm", "-q", "rfcs/0000.md")
    repository.commit("2024-01-05", {"c.md": "c\n"})
    repository.commit("2024-01-06", {"rfcs/0000.md": T3})
    template = repository.root / "rfcs/0000.md"
    a, b, c = (repository.root / f"{name}.md" for name in "abc")
    history = read_history({template: (a, b, c)})
    assert at_birth(history, template, b) == T2
    assert at_birth(history, template, c) is None
    birth = history.birth(c)
    assert birth is not None
    assert [each.commit.date for each in history.later(template, birth)] == ["2024-01-06"]
    before = history.before(template, birth)
    assert before is not None
    assert (before.commit.date, before.blob.data.decode()) == ("2024-01-04", T2)
    assert at_birth(history, template, a) == T1


def test_the_template_of_the_authors_branch(repository: GitRepository) -> None:
    repository.commit("2024-01-01", {"t.md": T1})
    repository.git("checkout", "-q", "-b", "topic")
    repository.commit("2024-01-03", {"a.md": "a\n"})
    repository.git("checkout", "-q", "main")
    repository.commit("2024-01-02", {"t.md": T2})
    repository.git("merge", "-q", "--no-ff", "-m", "merge", "topic", day="2024-01-04")
    template, a = repository.root / "t.md", repository.root / "a.md"
    assert at_birth(read_history({template: (a,)}), template, a) == T1


def test_a_document_older_than_its_template(repository: GitRepository) -> None:
    repository.commit("2024-01-01", {"a.md": "a\n"})
    repository.commit("2024-01-02", {"t.md": T1})
    repository.commit("2024-01-03", {"t.md": T2})
    template, a = repository.root / "t.md", repository.root / "a.md"
    history = read_history({template: (a,)})
    birth = history.birth(a)
    assert birth is not None
    assert history.at_birth(template, birth) is None
    later = list(history.later(template, birth))
    assert [each.blob.data.decode() for each in later] == [T1, T2]
    assert [each.commit.date for each in later] == ["2024-01-02", "2024-01-03"]


def test_a_template_that_an_author_renamed_into_a_document(repository: GitRepository) -> None:
    long = T1 + "".join(f"\nWhat to say of point {number}.\n" for number in range(20))
    repository.commit("2024-01-01", {"t.md": T2 + long})
    repository.commit("2024-01-02", {"t.md": long})
    repository.move("t.md", "a.md")
    repository.commit("2024-01-03", {"a.md": long.replace("[Title]", "A")})
    repository.commit("2024-01-04", {"t.md": T3})
    template, a = repository.root / "t.md", repository.root / "a.md"
    history = read_history({template: (a,)})
    birth = history.birth(a)
    assert birth is not None
    assert birth.commit.date == "2024-01-03"
    assert history.at_birth(template, birth) is None
    before = history.before(template, birth)
    assert before is not None
    assert before.blob.data.decode() == long


def test_a_template_that_is_a_link(repository: GitRepository) -> None:
    repository.commit("2024-01-01", {"real.md": T1})
    (repository.root / "t.md").symlink_to("real.md")
    repository.commit("2024-01-02", {"a.md": "a\n"})
    template, a = repository.root / "t.md", repository.root / "a.md"
    assert at_birth(read_history({template: (a,)}), template, a) == T1


def test_two_templates_in_one_look(repository: GitRepository) -> None:
    repository.commit("2024-01-01", {"s.md": T1, "t.md": T2, "a.md": "a\n", "b.md": "b\n"})
    s, t, a, b = (repository.root / f"{name}.md" for name in "stab")
    history = read_history({s: (a,), t: (b, a)})
    assert (at_birth(history, s, a), at_birth(history, t, b)) == (T1, T2)
    assert at_birth(history, t, a) == T2


def test_equal_versions_are_one_object(repository: GitRepository) -> None:
    repository.commit("2024-01-01", {"t.md": T1, "a.md": "a\n"})
    repository.commit("2024-01-02", {"b.md": "b\n"})
    template, a, b = (repository.root / name for name in ("t.md", "a.md", "b.md"))
    history = read_history({template: (a, b)})
    blobs = set()
    for document in (a, b):
        birth = history.birth(document)
        version = birth and history.at_birth(template, birth)
        assert version
        blobs.add(id(version.blob))
    assert len(blobs) == 1


def test_a_template_with_a_line_feed_in_its_name(repository: GitRepository) -> None:
    repository.commit("2024-01-01", {"t\n.md": T1, "a.md": "a\n"})
    with pytest.raises(HistoryError, match="line feed"):
        read_history({repository.root / "t\n.md": (repository.root / "a.md",)})


def test_a_revision(repository: GitRepository) -> None:
    repository.commit("2024-01-01", {"old.md": T1})
    repository.git("tag", "-a", "-m", "one", "v1")
    repository.move("old.md", "docs/t.md")
    first = repository.commit("2024-01-02", {"docs/t.md": T2})
    repository.commit("2024-01-03", {"docs/t.md": T3})
    template = repository.root / "docs/t.md"
    found = {name: version_at(template, name) for name in ("v1", first[:8], "HEAD", "main~1")}
    assert {name: (each.commit.date, each.blob.data.decode()) for name, each in found.items()} == {
        "v1": ("2024-01-01", T1),
        first[:8]: ("2024-01-02", T2),
        "HEAD": ("2024-01-03", T3),
        "main~1": ("2024-01-02", T2),
    }


def test_a_revision_that_is_not_there(repository: GitRepository) -> None:
    repository.commit("2024-01-01", {"a.md": "a\n"})
    repository.git("tag", "release/1.0")
    repository.commit("2024-01-02", {"t.md": T1})
    with pytest.raises(UnknownRevisionError, match=r'^unknown revision "release/1\.1"$') as caught:
        version_at(repository.root / "t.md", "release/1.1")
    assert set(caught.value.known) == {"release/1.0", "main"}
    with pytest.raises(HistoryError, match=r"^the template is not there in release/1\.0$"):
        version_at(repository.root / "t.md", "release/1.0")


@pytest.mark.parametrize("text", ["birth", "v1.0", "HEAD~3", "a/b", "main@{1 day ago}", "Ü"])
def test_what_may_be_a_revision(text: str) -> None:
    assert is_revision(text)


@pytest.mark.parametrize("text", ["", "  ", "-v1", "--all", "a..b", "^a", "a:b", "a\nb", "a\0b"])
def test_what_is_no_revision(text: str) -> None:
    assert not is_revision(text)
