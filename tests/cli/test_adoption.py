"""A repository with three hundred documents and five thousand findings adopts designlint."""

import re
from collections.abc import Iterator

import pytest
from click.testing import CliRunner, Result

from designlint.cli import main

from ..git_repository import GitRepository

PARTS = [f"Part {word}" for word in "ABCDEFGHIJ"]
TEMPLATE = "# RFC: [Title]\n\n" + "".join(
    f"## {part}\n\n- **Owner**: [Name]\n- **State**: [What is done]\n- **Note**: [What else]\n\n"
    for part in PARTS
)


def document(number: int) -> str:
    """A document with some eighteen findings: empty fields, sections it lacks, a TODO."""
    lines = [
        f"# RFC: Matter {number}",
        "",
        f"Matter {number} is told of in {number * 7} lines.",
        "",
    ]
    for at, part in enumerate(PARTS):
        if (number + at) % 10 == 0:
            continue
        lines += [f"## {part}", "", "- **Owner**:", "- **State**:", "- **Note**: None yet."]
        lines += ["", f"Part {at} of matter {number} was settled on day {number * 31 + at}.", ""]
    if number % 3:
        lines += ["TODO: the rest of it.", ""]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> GitRepository:
    """The repository, its documents added over ten days."""
    repository = GitRepository(tmp_path_factory.mktemp("adoption") / "shop")
    repository.commit("2024-01-01", {"rfcs/0000-template.md": TEMPLATE})
    for day in range(2, 12):
        numbers = range((day - 2) * 30 + 1, (day - 1) * 30 + 1)
        files = {f"rfcs/{number:04}-matter.md": document(number) for number in numbers}
        repository.commit(f"2024-01-{day:02}", files)
    return repository


@pytest.fixture
def inside(shop: GitRepository, monkeypatch: pytest.MonkeyPatch) -> Iterator[GitRepository]:
    monkeypatch.chdir(shop.root)
    yield shop
    shop.git("checkout", "-q", ".")
    shop.git("clean", "-qfd", "rfcs")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_two_commands_adopt_it_and_only_what_is_new_is_told(inside: GitRepository) -> None:
    start = run("init")
    commands = re.findall(r"^    designlint (.*)$", start.stdout, re.MULTILINE)
    assert commands == ["baseline", "init --hook"]
    known = run(*commands[0].split())
    assert re.match(r"Wrote \S+: it knows 5\d\d\d findings in 300 documents\.", known.stdout)
    assert run(*commands[1].split()).exit_code == 0
    inside.commit("2024-02-01")
    quiet = run("check")
    assert (quiet.exit_code, quiet.stderr) == (0, "")
    assert quiet.stdout.startswith("Nothing new in 300 documents")

    rfcs = inside.root / "rfcs"
    moved, renamed, grown = (rfcs / f"00{number}-matter.md" for number in (11, 22, 43))
    # A section goes to the end, below another one.
    head, first, rest = moved.read_text().partition("## Part A")
    section, second, tail = rest.partition("## Part B")
    moved.write_text(head + second + tail + "\n" + first + section)
    # A file gets another name and a new paragraph, and another file a title of its own.
    text = renamed.read_text()
    renamed.unlink()
    (rfcs / "0900-settled.md").write_text(text.replace("## Part F", "A new line.\n\n## Part F"))
    other = rfcs / "0060-matter.md"
    text = other.read_text().replace("# RFC: Matter 60", "# RFC: The sixtieth matter")
    other.write_text(text.replace("Matter 60 takes", "It is said that matter 60 takes"))
    # A second finding of one kind in one section, and one that is mended.
    text = grown.read_text().replace("TODO: the rest", "TODO: the rest\n\nTODO: the rest")
    grown.write_text(text.replace("- **Owner**:\n", "- **Owner**: Ann\n", 1))

    told = run("check", "--output-format", "concise")
    assert [line for line in told.stdout.splitlines() if "[" in line] == [
        'rfcs/0011-matter.md:71:1: warning[section-out-of-order] Section "Part A" belongs before '
        '"Part B"',
        "rfcs/0043-matter.md:77:1: warning[todo-marker] `TODO` marks something that is not written "
        "yet",
    ]
    assert "1 entry is fixed" in told.stderr
