"""Edits in any order, each followed by a run with a cache and one without."""

import os
import shutil
import tempfile
from pathlib import Path
from unittest.mock import patch

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from designlint import disk
from designlint.replay.folder import VARIABLE

from ..command import run_here
from .conftest import CONFIG, FILES, make_project

NAMES = st.sampled_from(["soup.md", "lunch.md", "new.md", "deep/down.md", "deep/new.md"])
TEXTS = st.sampled_from(
    [
        FILES["work/docs/soup.md"],
        FILES["work/docs/lunch.md"],
        "# Memo: Stew\n\n## Background\n\nStew, as [the soup](soup.md#background).\n",
        "# Memo: Stew\n\n## Background\n\nStew, as [the soup](soup.md#backgrounds).\n",
        "# Memo: Tofu\n\n## Background\n\nTODO\n\n<!-- designlint: ignore[todo-marker] Yes -->\n",
        "\xff",
    ]
)
ENCODINGS = st.sampled_from(["utf-8", "latin-1"])
CONFIGS = st.sampled_from(
    [
        CONFIG,
        CONFIG.replace('"memo.md"', '"none.md"'),
        CONFIG + '[rules.todo-marker]\nmarkers = ["Stew"]\n',
        CONFIG.replace("docs/**/*.md", "docs/*.md"),
    ]
)
TEMPLATES = st.sampled_from([FILES["memo.md"], FILES["memo.md"] + "\n## Costs\n\n[How much]\n"])
IGNORED = st.sampled_from(["", "new.md\n", "deep/\n", "*.md\n!soup.md\n"])


class Edits(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.before = Path.cwd()
        self.folder = Path(tempfile.mkdtemp())
        self.work = make_project(self.folder / "repository")
        self.patched = patch.dict(os.environ, {VARIABLE: str(self.folder / "cache")})
        self.patched.start()
        os.chdir(self.work)

    def teardown(self) -> None:
        os.chdir(self.before)
        self.patched.stop()
        shutil.rmtree(self.folder)

    @rule(name=NAMES, text=TEXTS, encoding=ENCODINGS, keep_time=st.booleans())
    def write(self, name: str, text: str, encoding: str, keep_time: bool) -> None:
        path = self.work / "docs" / name
        path.unlink(missing_ok=True)
        path.write_text(text, encoding)
        if keep_time:
            os.utime(path, (1_700_000_000, 1_700_000_000))

    @rule(name=NAMES)
    def remove(self, name: str) -> None:
        (self.work / "docs" / name).unlink(missing_ok=True)

    @rule(name=NAMES, to=st.sampled_from(["soup.md", "../shelf.md", "none.md", "../../memo.md"]))
    def link(self, name: str, to: str) -> None:
        path = self.work / "docs" / name
        path.unlink(missing_ok=True)
        path.symlink_to(to)

    @rule(text=TEXTS)
    def fill_the_shelf(self, text: str) -> None:
        (self.work / "shelf.md").write_text(text, "utf-8")

    @rule(text=CONFIGS)
    def configure(self, text: str) -> None:
        (self.folder / "repository/designlint.toml").write_text(text, "utf-8")

    @rule(text=TEMPLATES)
    def change_the_template(self, text: str) -> None:
        (self.folder / "repository/memo.md").write_text(text, "utf-8")

    @rule(text=IGNORED)
    def ignore(self, text: str) -> None:
        (self.work / "docs/.gitignore").write_text(text, "utf-8")

    @rule()
    def note_what_is_known(self) -> None:
        run_here("baseline", ".")

    @rule()
    def forget_what_is_known(self) -> None:
        (self.folder / "repository/.designlint-baseline.json").unlink(missing_ok=True)

    @invariant()
    def the_cache_does_not_show(self) -> None:
        for arguments in (("--output-format", "json"), ("docs/soup.md", "docs/new.md", "product")):
            expected = run_here("check", *arguments, "--no-cache")
            with patch.object(disk, "_GRANULARITY", 0):
                assert run_here("check", *arguments) == expected
            assert run_here("check", *arguments) == expected


TestEdits = Edits.TestCase
TestEdits.settings = settings(max_examples=8, stateful_step_count=10)
