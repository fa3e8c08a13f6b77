"""Git repositories that tests build, with fixed authors and dates and nobody's configuration."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

ISOLATED = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "LC_ALL": "C",
}


class GitRepository:
    """A repository at `root`, made when it is not there yet."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        if not (root / ".git").exists():
            self.git("-c", "init.defaultBranch=main", "init", "-q")

    def git(self, *arguments: str, day: str = "2024-01-01") -> str:
        """Run git as of noon of `day`; what it prints."""
        moment = f"{day}T12:00:00 +0000"
        inherited = {name: text for name, text in os.environ.items() if name[:4] != "GIT_"}
        done = subprocess.run(
            ["git", "-c", "user.name=Ann", "-c", "user.email=ann@example.org", *arguments],
            cwd=self.root,
            env={
                **inherited,
                **ISOLATED,
                "GIT_AUTHOR_DATE": moment,
                "GIT_COMMITTER_DATE": moment,
            },
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return os.fsdecode(done.stdout)

    def write(self, files: Mapping[str, str]) -> None:
        """Write files, folders included."""
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")

    def commit(self, day: str, files: Mapping[str, str] | None = None) -> str:
        """Write `files` and commit all that has changed; the commit's id."""
        self.write(files or {})
        self.git("add", "--all")
        self.git("commit", "-q", "--allow-empty", "-m", f"of {day}", day=day)
        return self.head

    def move(self, old: str, new: str) -> None:
        """Rename a file."""
        (self.root / new).parent.mkdir(parents=True, exist_ok=True)
        self.git("mv", old, new)

    @property
    def head(self) -> str:
        """The id of the newest commit."""
        return self.git("rev-parse", "HEAD").strip()
