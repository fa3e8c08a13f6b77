"""`--update` rewrites the findings of a suite, and not one byte else."""

from pathlib import Path

import pytest

from designlint.registry import Registry
from designlint.testing import update_suite
from designlint.testing.update import replace_file

BEFORE = """\
# shouted-word
```template
# [Title]

## Summary
```

## Loud \t
````markdown
# Title

HELLO
````
Prose  with trailing blanks.\x20\x20
~~~findings
9:9-9:9 error nothing: of the sort
~~~

## Silent
```markdown
```
```findings
1:1-1:1 error stale: x
```
"""
AFTER = BEFORE.replace(
    "9:9-9:9 error nothing: of the sort\n",
    '3:1-3:6 warning shouted-word: "HELLO" shouts\n'
    "  help: Write it as:\n\n    hello\n"
    "  note 1:1-1:8: as of 2026-01-01\n",
).replace("1:1-1:1 error stale: x\n", "")


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_only_findings_change(tmp_path: Path, registry: Registry, ending: str, mark: str) -> None:
    path = tmp_path / "shouted-word.md"
    path.write_bytes((mark + BEFORE.replace("\n", ending)).encode())
    path.chmod(0o640)
    assert update_suite(path, registry) == ("Loud", "Silent")
    assert path.read_bytes().decode() == mark + AFTER.replace("\n", ending)
    assert path.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["shouted-word.md"]


def test_a_suite_that_holds_is_left_alone(tmp_path: Path, registry: Registry) -> None:
    path = tmp_path / "shouted-word.md"
    path.write_text(AFTER)
    before = path.stat()
    assert update_suite(path, registry) == ()
    assert path.stat().st_ino == before.st_ino


def test_a_failed_replacement_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")

    def refuse(self: Path, target: Path) -> Path:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="no space left"):
        replace_file(path, b"new")
    assert path.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
