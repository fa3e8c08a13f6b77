"""Other linters of structure: which of them work here, and how they are run."""

import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import peer_settings
from peer_settings import Sections
from programs import Place, ask, last_line

_VERSION = re.compile(r"\d+\.\d+\.\d+")


@dataclass(frozen=True)
class Peer:
    """A program with a cache of its own or without one.

    `version` is the argument that makes it tell its version, and `options` are what it takes to
    check by the file `settings`, which `make_settings` writes. `uncached` and `cached` are the
    options to leave its cache alone, and to place it. A peer with `globs` takes no folders.
    """

    name: str
    origin: str
    version: str
    options: tuple[str, ...]
    settings: str
    make_settings: Callable[[Sections], str]
    uncached: tuple[str, ...] = ()
    cached: tuple[str, ...] = ()
    globs: bool = False


PEERS = (
    Peer(
        "rumdl",
        "PyPI, Rust",
        "--version",
        ("check", "--config", "rumdl.toml"),
        "rumdl.toml",
        peer_settings.rumdl,
        uncached=("--no-cache",),
        cached=("--cache-dir",),
    ),
    Peer(
        "mdsmith",
        "PyPI, Go",
        "version",
        ("check", "--config", "mdsmith.yml"),
        "mdsmith.yml",
        peer_settings.mdsmith,
    ),
    Peer(
        "markdownlint-cli2",
        "npm, JavaScript",
        "--help",
        ("--config", "peer.markdownlint-cli2.jsonc"),
        "peer.markdownlint-cli2.jsonc",
        peer_settings.markdownlint,
        globs=True,
    ),
    Peer(
        "mdschema",
        "npm, Go",
        "version",
        ("check", "--schema", "mdschema.yml"),
        "mdschema.yml",
        peer_settings.mdschema,
        globs=True,
    ),
)


@dataclass(frozen=True)
class Installed:
    """A peer that works here. `program` is its path."""

    peer: Peer
    program: str
    version: str

    def check(self, path: str, *options: str) -> tuple[str, ...]:
        """The command that checks a document, or all those below a folder."""
        everything = f"{path}/**/*.md" if self.peer.globs and not path.endswith(".md") else path
        return (self.program, *self.peer.options, *options, everything)


@dataclass(frozen=True)
class Absent:
    """A peer that is not compared, and why, in one line."""

    peer: Peer
    reason: str


def find_peer(peer: Peer, place: Place, sections: Sections) -> Installed | Absent:
    """Write a peer's settings into the place, and try it on two documents there.

    One has all sections and has to pass, and one has none and has to fail: the exit code alone
    does not tell findings from settings that a peer does not understand.
    """
    program = shutil.which(peer.name, path=Path(sys.executable).parent) or shutil.which(peer.name)
    if program is None:
        return Absent(peer, "not installed")
    (place.root / peer.settings).write_text(peer.make_settings(sections), "utf-8")
    version = _VERSION.search(ask((program, peer.version), place).text)
    installed = Installed(peer, program, version[0] if version else "of unknown version")
    trial = place.root / "trial.md"
    for text, wanted in ((sections.good(), 0), (sections.bad(), 1)):
        trial.write_text(text, "utf-8")
        answer = ask(installed.check(trial.name), place)
        if answer.code != wanted:
            said = last_line(answer.complaint or answer.text)
            return Absent(peer, f"exit code {answer.code} where {wanted} is right: {said}")
    return installed
