"""The command runs and prints what it promises; how fast anything is, no test says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "performance.py"
FAKE = """\
#!/bin/sh
case "$1 $2" in
    "check --help") echo "  -j N  --cache-dir DIR  --no-cache" ;;
    "--version ") echo "designlint, version 9.8.7" ;;
    "template "*) echo '{"title": null, "sections": []}' ;;
    *) echo found; exit 1 ;;
esac
"""
PAGE = "Before.\n" + "".join(
    f"<!-- {name}:begin -->\n<!-- {name}:end -->\nAfter {name}.\n"
    for name in ("conditions", "targets", "folder", "document", "growth")
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "a.md").write_text("# A\n\n## Summary\n\nText.\n", "utf-8")
    (tmp_path / "documents" / "b.md").write_bytes(b"# \xff\n")
    (tmp_path / "template.md").write_text("# [Title]\n\n## Summary\n\n[Text]\n", "utf-8")
    (tmp_path / "fake").write_text(FAKE, "utf-8")
    (tmp_path / "fake").chmod(0o755)
    (tmp_path / "page.md").write_text(PAGE, "utf-8")
    return tmp_path


def _run(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    given = ["documents", "--template", "template.md", "--rounds", "1", "--growth-rounds", "1"]
    return subprocess.run(
        [sys.executable, SCRIPT, *given, "--designlint", str(folder / "fake"), *options],
        cwd=folder,
        env={**os.environ, "PATH": "/usr/bin:/bin"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_without_a_page_it_only_prints(folder: Path) -> None:
    done = _run(folder, "--largest", "0")
    assert done.returncode == 0, done.stderr
    assert "- **designlint**: 9.8.7\n" in done.stdout
    assert "- **Documents**: documents; 2 files, " in done.stdout
    assert "\n| designlint, cold, one process | bare parse | 0.45 | " in done.stdout
    assert (folder / "page.md").read_text("utf-8") == PAGE


def test_a_page_is_brought_up_to_date(folder: Path) -> None:
    pytest.importorskip("matplotlib", reason="the picture takes the extra `bench`")
    done = _run(folder, "--largest", "100", "--page", "page.md", "--name", "Two notes")
    assert done.returncode == 0, done.stderr
    page = (folder / "page.md").read_text("utf-8")
    assert page.startswith("Before.\n<!-- conditions:begin -->\n- **Machine**: ")
    assert "- **Documents**: Two notes; 2 files, " in page
    assert "\n<!-- growth:end -->\nAfter growth.\n" in page
    assert "\n| 100 | 0.0 | " in page
    assert str(folder) not in page
    assert (folder / "page.svg").read_text("utf-8").startswith("<?xml")


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["--template", "gone.md"], "error: there is no template gone.md"),
        (
            ["--designlint", "/bin/echo"],
            "error: `/bin/echo check` has no --cache-dir, --no-cache, -j",
        ),
        (["--designlint", "/bin/false"], "error: `/bin/false check --help` fails: it said nothing"),
        (["--designlint", "./gone"], "argument --designlint: there is no program ./gone"),
        (
            ["--page", "template.md"],
            "error: template.md has no `<!-- conditions:begin -->` with an",
        ),
        (["--page", "gone.md"], "error: gone.md has no `<!-- conditions:begin -->` with an"),
        (["--page", "page.md", "--largest", "10"], "error: --page draws a line: it takes"),
        (["--rounds", "0"], "error: there is no median of less than one round"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_line(
    folder: Path, options: list[str], problem: str
) -> None:
    done = _run(folder, *options)
    assert done.returncode != 0
    assert problem in done.stderr.splitlines()[-1]
    assert done.stdout == ""
