from pathlib import Path

import peer_settings
import pytest
from peer_settings import Sections
from peers import PEERS, Absent, Installed, Peer, find_peer
from programs import make_place

SECTIONS = Sections(titled=True, names=("Summary", 'The "why"'))
FAKE = Peer("fake", "here", "--version", ("--go",), "fake.toml", peer_settings.rumdl, globs=True)


def _install(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / "fake"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_a_peer_is_tried_on_a_good_document_and_a_bad_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = 'if [ "$1" = --version ]; then echo fake 1.2.3; else grep -q Summary "$2"; fi'
    _install(tmp_path, script, monkeypatch)
    found = find_peer(FAKE, make_place(tmp_path), SECTIONS)
    assert found == Installed(FAKE, str(tmp_path / "fake"), "1.2.3")
    assert found.check("docs")[1:] == ("--go", "docs/**/*.md")
    assert found.check("docs/a.md", "--more")[1:] == ("--go", "--more", "docs/a.md")


def test_a_peer_that_does_not_understand_its_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _install(tmp_path, "echo what? >&2; exit 1", monkeypatch)
    found = find_peer(FAKE, make_place(tmp_path), SECTIONS)
    assert found == Absent(FAKE, "exit code 1 where 0 is right: what?")


def test_a_peer_that_finds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _install(tmp_path, "echo fine", monkeypatch)
    found = find_peer(FAKE, make_place(tmp_path), SECTIONS)
    assert found == Absent(FAKE, "exit code 0 where 1 is right: fine")


def test_a_peer_that_is_not_there(tmp_path: Path) -> None:
    assert find_peer(FAKE, make_place(tmp_path), SECTIONS) == Absent(FAKE, "not installed")


@pytest.mark.parametrize("titled", [True, False])
@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_peers_that_are_installed_understand_their_settings(
    peer: Peer, titled: bool, tmp_path: Path
) -> None:
    found = find_peer(peer, make_place(tmp_path), Sections(titled, SECTIONS.names))
    if found == Absent(peer, "not installed"):
        pytest.skip("not installed")
    assert isinstance(found, Installed)
