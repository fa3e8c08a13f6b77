"""Hypothesis without clocks and dice: the same examples in every run, on every machine.

`pytest --hypothesis-profile=explore` looks further.
"""

from pathlib import Path

import pytest
from hypothesis import settings

from designlint.replay.folder import VARIABLE

settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.register_profile("explore", deadline=None, max_examples=3000, print_blob=True)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache for each test, beside the folders that it looks at."""
    folder = tmp_path_factory.mktemp("cache") / "kept"
    monkeypatch.setenv(VARIABLE, str(folder))
    return folder
