"""Repositories with one template, and what their history tells of documents."""

from collections.abc import Callable
from pathlib import Path

import pytest

from designlint.history.births import read_history

from ..git_repository import ISOLATED, GitRepository

Born = Callable[..., dict[str, str]]


@pytest.fixture(autouse=True)
def _isolated(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in ISOLATED.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def repository(tmp_path: Path) -> GitRepository:
    return GitRepository(tmp_path / "work")


@pytest.fixture
def born(repository: GitRepository) -> Born:
    """The dates on which documents were added, by their paths; empty for new ones."""

    def dates(*names: str, template: str = "t.md") -> dict[str, str]:
        paths = {name: repository.root / name for name in names}
        history = read_history({repository.root / template: tuple(paths.values())})
        births = {name: history.birth(path) for name, path in paths.items()}
        return {name: birth.commit.date if birth else "" for name, birth in births.items()}

    return dates
