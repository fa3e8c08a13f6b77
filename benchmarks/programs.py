"""Programs that are asked something, and where: away from the settings of whoever runs this."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_SETTINGS = ("DESIGNLINT_", "RUMDL_", "MDSMITH_")
# Without bytecode every start of Python would compile what it imports; colours are for terminals.
_UNWANTED = ("PYTHONDONTWRITEBYTECODE", "FORCE_COLOR")


@dataclass(frozen=True)
class Place:
    """The folder that programs run in, and their environment."""

    root: Path
    environment: Mapping[str, str]


@dataclass(frozen=True)
class Answer:
    """The exit code of a program, what it printed, and what it complained of."""

    code: int
    text: str
    complaint: str


def make_place(root: Path) -> Place:
    """The environment is that of this process without what would change what is measured."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(_SETTINGS) and name not in _UNWANTED
    }
    return Place(root, {**kept, "XDG_CONFIG_HOME": str(root / "no-settings")})


def ask(command: Sequence[str], place: Place) -> Answer:
    """Run a program to its end. Raises OSError for one that cannot be started."""
    done = subprocess.run(
        command,
        cwd=place.root,
        env=place.environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def last_line(said: str) -> str:
    """Which is where programs say what is wrong."""
    lines = said.strip().splitlines()
    return lines[-1].strip() if lines else "it said nothing"
