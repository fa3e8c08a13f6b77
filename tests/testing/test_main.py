"""`python -m designlint.testing` for somebody who writes a plugin."""

from pathlib import Path

import pytest

from designlint.testing.__main__ import main

RULE = '''\
from collections.abc import Iterator
from typing import ClassVar

from designlint.api import Context, Finding, Rule, Severity


class {name}(Rule):
    """A document without a title."""

    group: ClassVar[str] = "acme"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, context: Context) -> Iterator[Finding]:
        if context.document.title is None:
            yield Finding(context.document.root.anchor, "no title")
'''
SUITE = """\
# {rule}

```template
# [Title]

## Summary
```

## None

```markdown
Text
```

```findings
```

## One

```markdown
# Title
```

```findings
```
"""


def _make(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, rule: str) -> Path:
    (folder / f"{name.lower()}_pack.py").write_text(RULE.format(name=name))
    monkeypatch.syspath_prepend(str(folder))
    suite = folder / f"{rule}.md"
    suite.write_text(SUITE.format(rule=rule))
    return suite


def test_a_new_suite_is_run_updated_and_run_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    suite = _make(tmp_path, monkeypatch, "Untitled", "untitled")
    arguments = ["--plugin", "untitled_pack", str(suite)]
    assert main(arguments) == 1
    out = capsys.readouterr().out
    assert "  + 1:1-1:1 error untitled: no title\n" in out
    assert f"{suite}: 2 problems in 2 cases\n" in out
    assert main(["--update", *arguments]) == 0
    assert capsys.readouterr().out == f"{suite}: updated None\n{suite}: 2 cases hold\n"
    assert main(arguments) == 0
    assert capsys.readouterr().out == f"{suite}: 2 cases hold\n"


def test_a_bad_suite_does_not_hide_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    suite = _make(tmp_path, monkeypatch, "Nameless", "nameless")
    missing = tmp_path / "missing.md"
    assert main(["--plugin", "nameless_pack", str(missing), str(suite)]) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith(f"error: {missing}:1: cannot be read")
    assert f"{suite}: 2 problems in 2 cases" in captured.out


def test_a_plugin_that_does_not_load(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--plugin", "no_such_pack", "x.md"]) == 2
    assert "plugin no_such_pack cannot be loaded" in capsys.readouterr().err
