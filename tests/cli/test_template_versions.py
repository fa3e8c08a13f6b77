"""`template-version`: documents are held to the template of their birth, or of a revision."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from designlint.cli import main

from ..git_repository import ISOLATED, GitRepository

T1 = "# RFC: [Title]\n\n## Summary\n\n[What it is]\n"
T2 = T1 + "\n## Drawbacks\n\n[What speaks against it]\n"
T3 = T2 + "\n## Rollout\n\n[How it gets to users]\n"
CONFIG = """\
[[documents]]
type = "rfc"
files = ["rfcs/*.md"]
template = "rfcs/0000-template.md"
template-version = "birth"
"""
TEMPLATE = "rfcs/0000-template.md"

Run = Callable[..., Result]


def rfc(name: str) -> str:
    return f"# RFC: {name}\n\n## Summary\n\nThe {name} does what nobody else does.\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GitRepository:
    """One document older than the template, one for each of its three versions, a new one."""
    for name, value in ISOLATED.items():
        monkeypatch.setenv(name, value)
    made = GitRepository(tmp_path / "work")
    made.commit("2024-01-01", {"rfcs/old.md": rfc("old"), "designlint.toml": CONFIG})
    made.commit("2024-02-01", {"rfcs/template.md": T1})
    made.commit("2024-02-02", {"rfcs/draft.md": rfc("first")})
    made.move("rfcs/template.md", TEMPLATE)
    made.move("rfcs/draft.md", "rfcs/first.md")
    made.commit("2024-03-01", {TEMPLATE: T2})
    made.git("tag", "v2")
    made.commit("2024-03-02", {"rfcs/second.md": rfc("second")})
    made.commit("2024-04-01", {TEMPLATE: T3, "rfcs/third.md": rfc("third")})
    made.write({"rfcs/new.md": rfc("new")})
    monkeypatch.chdir(made.root)
    return made


@pytest.fixture
def run(repository: GitRepository) -> Run:
    def invoke(*arguments: str, stdin: str | None = None) -> Result:
        return CliRunner().invoke(main, arguments, input=stdin, catch_exceptions=False)

    return invoke


def missing(run: Run, *arguments: str, stdin: str | None = None) -> dict[str, list[str]]:
    """The missing sections of each document."""
    result = run(
        "check", "--select", "missing-section", "--output-format", "concise", *arguments,
        stdin=stdin,
    )  # fmt: skip
    found: dict[str, list[str]] = {}
    for line in result.stdout.splitlines()[:-1]:
        path, _, message = line.partition(":1:1: error[missing-section] ")
        found.setdefault(Path(path).stem, []).append(message.split('"')[1])
    assert result.stderr == ""
    return found


ALL = ["Drawbacks", "Rollout"]
AT_BIRTH = {"second": ["Drawbacks"], "third": ALL, "new": ALL}


def test_birth_by_configuration(run: Run) -> None:
    assert missing(run) == AT_BIRTH


def test_the_version_on_the_command_line(run: Run) -> None:
    everyone = dict.fromkeys(("old", "first", "second", "third", "new"), ALL)
    for own in (("--no-config", "--template", TEMPLATE), ()):
        given = (*own, "--template-version")
        assert missing(run, *given, "birth", "rfcs") == AT_BIRTH
        assert missing(run, *given, "latest", "rfcs") == everyone
        assert missing(run, *given, "v2", "rfcs") == {name: ["Drawbacks"] for name in everyone}
        assert missing(run, *given, "v2~1", "rfcs") == {}
    assert missing(run, "--no-config", "--template", TEMPLATE, "rfcs") == everyone


def test_one_document_and_standard_input(run: Run) -> None:
    assert missing(run, "rfcs/second.md") == {"second": ["Drawbacks"]}
    given = ("-", "--stdin-filename")
    assert missing(run, *given, "rfcs/second.md", stdin=rfc("x")) == {"second": ["Drawbacks"]}
    assert missing(run, *given, "rfcs/other.md", stdin=rfc("x")) == {"other": ALL}


def test_why(run: Run, repository: GitRepository) -> None:
    commits = repository.git("log", "--reverse", "--format=%h (%ad)", "--date=short").splitlines()
    commits = [line.replace(line.split()[0], line[:7], 1) for line in commits]
    result = run("types", "--why", "rfcs")
    assert (result.exit_code, result.stderr) == (0, "")
    path = "rfc: `rfcs/*.md` in designlint.toml matches its path; held to the template as"
    added = "when the document was added"
    assert result.stdout == (
        f"{TEMPLATE}: left alone: it is the template of type rfc\n"
        f"rfcs/first.md: {path} of {commits[2]}, {added}\n"
        f"rfcs/new.md: {path} it is now: the document is in no commit yet\n"
        f"rfcs/old.md: {path} of {commits[1]}, the first after the document was added in "
        f"{commits[0]}\n"
        f"rfcs/second.md: {path} of {commits[4]}, {added}\n"
        f"rfcs/third.md: {path} of {commits[5]}, {added}\n"
    )
    (repository.root / "designlint.toml").write_text(CONFIG.replace("birth", "v2"))
    pinned = f"of v2 ({commits[3].replace(' (', ', ')}"
    assert run("types", "--why", "rfcs/old.md").stdout == f"rfcs/old.md: {path} {pinned}\n"
    (repository.root / "designlint.toml").write_text(CONFIG.replace("birth", "latest"))
    assert "held to" not in run("types", "--why", "rfcs/old.md").stdout


def test_an_old_version_that_cannot_be_used(run: Run, repository: GitRepository) -> None:
    repository.commit("2024-05-01", {TEMPLATE: "no heading\n", "rfcs/fourth.md": rfc("fourth")})
    repository.commit("2024-05-02", {TEMPLATE: "# T\0\n", "rfcs/fifth.md": rfc("fifth")})
    repository.commit("2024-05-03", {TEMPLATE: T2})
    repository.commit("2024-05-04", {TEMPLATE: T3})
    result = run("check", "rfcs/fourth.md", "rfcs/fifth.md", "--output-format", "concise")
    lines = [line for line in result.stdout.splitlines() if "missing-section" in line]
    assert lines == [
        f'rfcs/{name}.md:1:1: error[missing-section] Section "Drawbacks" is missing'
        for name in ("fifth", "fourth")
    ]
    [notice] = result.stderr.splitlines()
    assert notice.startswith(f"{TEMPLATE} as of ")
    assert "(2024-05-02) cannot be used (line 1: holds a NUL byte" in notice
    assert notice.endswith("(nor 1 more of the old versions); the next later one stands in")
    why = run("types", "--why", "rfcs/fourth.md").stdout
    assert "(2024-05-03): that of " in why
    assert "(2024-05-01), when the document was added, cannot be used (line 1: no heading" in why


def test_no_later_version_can_be_used(run: Run, repository: GitRepository) -> None:
    repository.commit("2024-05-01", {TEMPLATE: "no heading\n", "rfcs/fourth.md": rfc("fourth")})
    repository.write({TEMPLATE: T2})
    result = run("check", "rfcs/fourth.md", "--output-format", "concise")
    assert 'Section "Drawbacks" is missing' in result.stdout
    why = run("types", "--why", "rfcs/fourth.md").stdout
    assert "held to the template as it is now: that of " in why


def test_a_template_that_was_away(run: Run, repository: GitRepository) -> None:
    repository.git("rm", "-q", TEMPLATE)
    repository.commit("2024-05-01", {"rfcs/fourth.md": rfc("fourth")})
    repository.commit("2024-05-02", {TEMPLATE: T1})
    assert missing(run, "rfcs/fourth.md") == {"fourth": ALL}
    why = run("types", "--why", "rfcs/fourth.md").stdout
    assert "(2024-04-01), the last before the document was added in " in why
    assert why.endswith("(2024-05-01)\n")


def test_git_is_left_alone_where_nobody_asks_for_a_version(
    run: Run, repository: GitRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    repository.write({"designlint.toml": CONFIG.replace('template-version = "birth"', "")})
    assert missing(run) == dict.fromkeys(("old", "first", "second", "third", "new"), ALL)
    assert run("types", "--why", "rfcs").exit_code == 0


def test_a_template_that_is_in_no_commit(run: Run, repository: GitRepository) -> None:
    repository.write({"mine.md": T2})
    assert missing(run, "--template", "mine.md", "--template-version", "birth", "rfcs/old.md") == {
        "old": ["Drawbacks"]
    }


def test_a_document_of_another_repository(run: Run, repository: GitRepository) -> None:
    inner = GitRepository(repository.root / "rfcs/inner")
    inner.commit("2024-01-01", {"rfc.md": rfc("inner")})
    (repository.root / "designlint.toml").write_text(CONFIG.replace("*.md", "**/*.md"))
    why = run("types", "--why", "rfcs/inner/rfc.md").stdout
    assert why.endswith("as it is now: the document is not in its repository\n")


def test_a_shallow_clone(
    run: Run, repository: GitRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("2024-05-01", {"rfcs/late.md": rfc("late")})
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--depth=2", f"file://{repository.root}", str(clone))
    monkeypatch.chdir(clone)
    result = run("check", "--output-format", "concise")
    assert 'rfcs/old.md:1:1: error[missing-section] Section "Rollout" is missing' in result.stdout
    assert result.stderr == (
        "this is a shallow clone: when 4 of 6 documents were added is not known, and they are "
        "held to the latest template. `git fetch --unshallow` brings the rest of the history "
        "(in CI, `fetch-depth: 0`)\n"
    )
    result = run("types", "--why", "rfcs/old.md", "rfcs/late.md")
    assert "late.md: rfc: `rfcs/*.md` in designlint.toml matches its path; held to the template as of " in result.stdout  # fmt: skip  # noqa: E501
    assert result.stdout.endswith(
        "as it is now: this shallow clone does not tell when the document was added\n"
    )
    assert result.stderr.startswith("this is a shallow clone: when 1 of 2 documents")
    (clone / "designlint.toml").write_text(CONFIG.replace("birth", "v2"))
    assert run("check").stderr == (
        'designlint.toml:5: template-version = "v2": unknown revision "v2" in this shallow clone; '
        "`git fetch --unshallow --tags` brings the rest (in CI, `fetch-depth: 0`)\n"
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"birth"', '"v3"', '5: template-version = "v3": unknown revision "v3"'),
        ('"birth"', '"brith"', '; did you mean "birth"?'),
        ('"birth"', '"v2~3"', '5: template-version = "v2~3": the template is not there in v2~3'),
        ('"birth"', '"-v2"', '5: "-v2" is no version: write "latest", "birth", or a tag or other'),
        ('"birth"', '""', '5: "" is no version'),
        ('"birth"', "2", "5: `template-version` takes a string, not 2"),
        ("template-version", "template-versoin", 'did you mean "template-version"'),
    ],
)
def test_errors_of_the_configuration(
    run: Run, repository: GitRepository, old: str, new: str, message: str
) -> None:
    text = CONFIG.replace(old, new)
    assert text != CONFIG
    (repository.root / "designlint.toml").write_text(text)
    result = run("check")
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.startswith("designlint.toml:5: ")
    assert result.stderr.count("\n") == 1


def test_a_built_in_type_has_one_version(run: Run, repository: GitRepository) -> None:
    config = '[[documents]]\ntype = "technical-design"\nfiles = ["*"]\ntemplate-version = "birth"\n'
    (repository.root / "designlint.toml").write_text(config)
    result = run("check")
    assert (result.exit_code, result.stderr) == (
        2,
        "designlint.toml:4: type technical-design is built in, and its template is not in your "
        "repository; give one of your own with `template = …`\n",
    )
    result = run("check", "--no-config", "--template-version", "birth")
    assert (result.exit_code, result.stderr) == (
        2,
        "--template-version needs a template of your own: `--template FILE` gives it\n",
    )


def test_errors_of_the_command_line(run: Run) -> None:
    given = ("check", "--no-config", "--template", TEMPLATE, "rfcs", "--template-version")
    for version, message in (
        ("v3", '--template-version v3: unknown revision "v3"\n'),
        ("-x", '--template-version: "-x" is no version: '),
        ("v2~3", "--template-version v2~3: the template is not there in v2~3\n"),
    ):
        result = run(*given, version)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(message)


def test_an_old_version_with_an_error(run: Run, repository: GitRepository) -> None:
    repository.commit("2024-05-01", {TEMPLATE: T1 + "\n<!-- designlint: optoinal -->\n"})
    repository.commit("2024-05-02", {TEMPLATE: T1})
    result = run("check", "--template-version", "HEAD~1")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{TEMPLATE} (HEAD~1):7: unknown directive `optoinal`")


def test_no_repository_and_no_git(
    run: Run, repository: GitRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = "; `--template-version latest` does without\n"
    place = 'designlint.toml:5: template-version = "birth": '
    monkeypatch.setenv("PATH", str(tmp_path))
    result = run("check")
    assert result.exit_code == 2
    assert result.stderr == f"{place}git is not installed, or not on PATH{without}"
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    for name, text in (("designlint.toml", CONFIG), (TEMPLATE, T1), ("rfcs/a.md", rfc("a"))):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    result = run("check")
    assert result.exit_code == 2
    assert result.stderr == (
        f"{place}this is not a git repository, so there is no history{without}"
    )
    assert run("check", "--template-version", "latest").exit_code == 0


def test_an_entry_without_a_template_of_its_own(run: Run, repository: GitRepository) -> None:
    more = '[[documents]]\ntype = "rfc"\nfiles = ["more/*.md"]\n'
    repository.commit("2024-05-01", {"more/a.md": rfc("a"), "designlint.toml": more + CONFIG})
    repository.commit("2024-05-02", {TEMPLATE: T3 + "\n## Costs\n\n[What it costs]\n"})
    assert missing(run, "more") == {"a": ALL}
    pinned = more + 'template-version = "v2"\n' + CONFIG
    repository.write({"designlint.toml": pinned})
    assert missing(run, "more", "rfcs/third.md") == {"a": ["Drawbacks"], "third": ALL}
    repository.write({"designlint.toml": more + CONFIG.replace("birth", "v3")})
    assert run("check", "more").stderr.startswith("designlint.toml:8: ")


def test_git_tells_the_birth_that_since_asks_for(run: Run, repository: GitRepository) -> None:
    since = T1 + "\n## Costs\n\n<!-- designlint: since=2024-03-02 -->\n\n[What it costs]\n"
    root = repository.root
    repository.commit("2023-12-01", {"rfcs/t.md": since})
    dated = "# RFC: dated\n\n**Date**: 2 March 2024\n\n## Summary\n\nIt says when it was written.\n"
    repository.commit("2024-03-01", {"rfcs/a.md": rfc("a"), "rfcs/dated.md": dated})
    repository.commit("2024-03-02", {"rfcs/b.md": rfc("b"), "rfcs/2024-03-01-c.md": rfc("c")})
    (root / "designlint.toml").write_text(CONFIG.replace(TEMPLATE, "rfcs/t.md"))
    named = [f"rfcs/{name}.md" for name in ("a", "b", "2024-03-01-c", "dated")]
    assert missing(run, *named) == {"b": ["Costs"], "dated": ["Costs"]}
    # Without git nothing is known of a document that states no date.
    latest = ("--template-version", "latest")
    assert missing(run, *latest, *named) == {
        "a": ["Costs"],
        "b": ["Costs"],
        "dated": ["Costs"],
    }
