"""`designlint baseline`, and `check` with one."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Invoke = Callable[..., Result]

LOUD = "# Memo: A\n\n## Why!\n\nX.\n\n## How\n\nY.\n"
NAME = ".designlint-baseline.json"


@pytest.fixture
def designlint(invoke: Invoke, folder: Path) -> Invoke:
    """Runs a command on documents that are memos; `a.md` has one finding."""
    (folder / "a.md").write_text(LOUD)

    def run(command: str, *options: str, stdin: bytes | None = None) -> Result:
        paths = () if any(each.endswith(".md") or each == "-" for each in options) else (".",)
        return invoke(command, "--type", "memo", *options, *paths, stdin=stdin)

    return run


def test_what_is_known_is_told_no_more(designlint: Invoke, folder: Path) -> None:
    written = designlint("baseline")
    assert written.stdout == f"Wrote {NAME}: it knows 1 finding in 1 document.\n"
    assert written.exit_code == 0
    quiet = designlint("check")
    assert quiet.stdout == "Nothing new in 1 document (1 known finding not shown).\n"
    assert (quiet.exit_code, quiet.stderr) == (0, "")
    (folder / "a.md").write_text(LOUD.replace("## How", "## How!"))
    loud = designlint("check", "--output-format", "concise")
    assert loud.stdout.startswith('a.md:7:1: error[loud-heading] "How!" shouts')
    assert "1 error in 1 document (1 known finding not shown)." in loud.stdout
    assert loud.exit_code == 1


def test_everything_on_demand(designlint: Invoke) -> None:
    designlint("baseline")
    assert designlint("check", "--no-baseline").exit_code == 1
    assert designlint("check", "--no-baseline", "--baseline", "x").exit_code == 2


def test_the_json_counts(designlint: Invoke, folder: Path) -> None:
    (folder / "b.md").write_text(LOUD)
    designlint("baseline")
    (folder / "b.md").write_text(LOUD.replace("!", ""))
    result = designlint("check", "--output-format", "json")
    counts = json.loads(result.stdout)["summary"]
    assert (counts["errors"], counts["baselined"], counts["fixed"]) == (0, 1, 1)
    assert result.stderr == (
        f"{NAME}: 1 entry is fixed; `designlint baseline --update` takes them out.\n"
    )


def test_update_prunes_and_adds_nothing(designlint: Invoke, folder: Path) -> None:
    (folder / "b.md").write_text(LOUD)
    designlint("baseline")
    (folder / "b.md").write_text(LOUD.replace("Why!", "Why").replace("How", "How!"))
    updated = designlint("baseline", "--update")
    assert updated.stdout == (
        'b.md: [loud-heading] "Why!" shouts\n'
        f"Took 1 entry out of {NAME}; it knows 1 finding in 1 document.\n"
    )
    assert designlint("check").exit_code == 1


def test_a_file_of_another_name(designlint: Invoke, folder: Path) -> None:
    result = designlint("baseline", "-o", "known/all.json")
    assert "`designlint check --baseline known/all.json`" in result.stdout
    assert designlint("check").exit_code == 1
    assert designlint("check", "--baseline", "known/all.json").exit_code == 0
    (folder / "designlint.toml").write_text('baseline = "known/all.json"\n')
    assert designlint("check").exit_code == 0
    assert designlint("baseline").stdout.startswith("Wrote known/all.json")


def test_from_another_folder(
    designlint: Invoke, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "designlint.toml").write_text("")
    (folder / "docs").mkdir()
    (folder / "docs" / "b.md").write_text(LOUD)
    designlint("baseline")
    monkeypatch.chdir(folder / "docs")
    assert designlint("check", "b.md").exit_code == 0
    assert designlint("check", "../a.md").exit_code == 0


def test_standard_input_is_held_against_the_entries_of_its_file(designlint: Invoke) -> None:
    designlint("baseline")
    given = designlint("check", "-", "--stdin-filename", "a.md", stdin=LOUD.encode())
    assert given.exit_code == 0
    other = designlint("check", "-", "--stdin-filename", "b.md", stdin=LOUD.encode())
    assert other.exit_code == 1


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"{", f"{NAME}:1: this is not valid JSON"),
        (
            b'{"version": 9}',
            f"{NAME}:1: this baseline is of version 9, and this",
        ),
        (b"\xff", f"{NAME}:1: this is not UTF-8"),
    ],
)
def test_a_baseline_that_cannot_be_read(
    designlint: Invoke, folder: Path, data: bytes, message: str
) -> None:
    (folder / NAME).write_bytes(data)
    for result in (designlint("check"), designlint("baseline", "--update")):
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(message)
        assert result.stderr.count("\n") == 1
    assert (folder / NAME).read_bytes() == data
    assert designlint("baseline").exit_code == 0


def test_a_baseline_that_is_not_there(designlint: Invoke, folder: Path) -> None:
    named = designlint("check", "--baseline", "x.json")
    assert (named.exit_code, named.stderr) == (
        2,
        "--baseline: there is no file x.json; `designlint baseline` writes one\n",
    )
    update = designlint("baseline", "--update")
    assert update.exit_code == 2
    (folder / "designlint.toml").write_text('\nbaseline = "y.json"\n')
    configured = designlint("check")
    assert configured.exit_code == 2
    assert configured.stderr.startswith("designlint.toml:2: there is no baseline y.json")


def test_one_that_cannot_be_written(designlint: Invoke, folder: Path) -> None:
    (folder / "x").mkdir()
    for name in ("x", "a.md/b.json"):
        result = designlint("baseline", "-o", name)
        assert result.exit_code == 2
        assert sorted(path.name for path in folder.iterdir()) == ["a.md", "x"]


def test_a_document_is_never_replaced(designlint: Invoke, folder: Path) -> None:
    result = designlint("baseline", "-o", "a.md", ".")
    assert result.exit_code == 2
    assert result.stderr == "a.md is there already and no .json file, so it is left alone\n"
    assert (folder / "a.md").read_text() == LOUD


def test_nothing_is_written_when_a_rule_fails(designlint: Invoke, folder: Path) -> None:
    (folder / "b.md").write_text("# Memo: broken\n\n## Why\n\nX.\n\n## How\n\nY.\n")
    result = designlint("baseline")
    assert result.exit_code == 2
    assert "is left as it is" in result.stderr
    assert not (folder / NAME).exists()


def test_a_run_of_other_rules_or_files_proves_nothing_fixed(
    designlint: Invoke, folder: Path
) -> None:
    (folder / "b.md").write_text(LOUD)
    designlint("baseline")
    known = (folder / NAME).read_text()
    (folder / "b.md").unlink()
    assert designlint("check", "--select", "long-document").stderr == ""
    assert designlint("check", "a.md").stderr == ""
    designlint("baseline", "--update", "a.md")
    assert (folder / NAME).read_text() == known
    assert "1 entry is fixed" in designlint("check").stderr
