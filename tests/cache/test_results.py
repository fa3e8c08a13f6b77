"""Results in a file: known again for the same content, whatever happened to the file."""

import os
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.msgpack import encode

from designlint.cache import results
from designlint.cache.results import Results, fingerprint

KNOWN = st.dictionaries(st.text(), st.tuples(st.text(), st.binary()))


def known(folder: Path, path: str, digest: str = "d", of: str = "f") -> bytes | None:
    found = Results(str(folder), of).get(path, digest)
    return None if found is None else bytes(found)


def keep(folder: Path, *paths: str, of: str = "f", result: bytes = b"result") -> None:
    kept = Results(str(folder), of)
    for path in paths:
        kept.put(path, "d", result)
    kept.save()


def sealed(index: bytes, rest: bytes = b"") -> bytes:
    """A file of anything, with the checksum that belongs to it."""
    return b"designlint results 1 %d %d\n%s%s" % (crc32(index + rest), len(index), index, rest)


@given(entries=KNOWN)
def test_what_is_put_is_known(
    entries: dict[str, tuple[str, bytes]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp() / "results"
    first = Results(str(folder), "f")
    for path, (digest, result) in entries.items():
        first.put(path, digest, result)
    first.save()
    for path, (digest, result) in entries.items():
        assert known(folder, path, digest) == result
        assert known(folder, path, digest + "2") is None


def test_what_results_depend_on(tmp_path: Path) -> None:
    keep(tmp_path, "a.md", of="f")
    assert known(tmp_path, "a.md", of="g") is None
    assert known(tmp_path, "b.md") is None
    assert fingerprint(["a", "b"]) != fingerprint(["a", "c"]) != fingerprint(["ab"])
    assert fingerprint(["\ud800"]) == fingerprint(["\ud800"])


def test_what_this_run_did_not_look_at_stays(tmp_path: Path) -> None:
    keep(tmp_path, "a.md", "b.md")
    keep(tmp_path, "b.md", result=b"other")
    assert known(tmp_path, "a.md") == b"result"
    assert known(tmp_path, "b.md") == b"other"


def test_documents_that_are_gone_do_not_stay_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "_MOST_RESULTS", 2)
    keep(tmp_path, *"abc")
    again = Results(str(tmp_path), "f")
    assert again.get("a", "d") is not None
    again.put("d", "d", b"new")
    again.save()
    keep(tmp_path, "e")
    assert sum(known(tmp_path, path) is not None for path in "abcde") == 3
    assert known(tmp_path, "e") is not None


def test_files_that_were_used_longest_ago_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "_MOST_FILES", 2)
    for age, name in enumerate("abc"):
        keep(tmp_path, "a.md", of=name)
        os.utime(tmp_path / f"results-{name}", (1000 + age, 1000 + age))
    used = Results(str(tmp_path), "b")
    assert used.get("a.md", "d") is not None
    used.save()
    keep(tmp_path, "a.md", of="d")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["results-b", "results-d"]


def test_nothing_new_is_not_written(tmp_path: Path) -> None:
    Results(str(tmp_path / "kept"), "f").save()
    assert not (tmp_path / "kept").exists()
    keep(tmp_path, "a.md")
    before = (tmp_path / "results-f").stat().st_ino
    again = Results(str(tmp_path), "f")
    again.get("a.md", "d")
    again.save()
    assert (tmp_path / "results-f").stat().st_ino == before


def test_two_runs_at_once(tmp_path: Path) -> None:
    """Each may lose what the other found, and nothing else."""
    one, other = Results(str(tmp_path), "f"), Results(str(tmp_path), "f")
    one.put("a.md", "d", b"one")
    other.put("b.md", "d", b"other")
    one.save()
    other.save()
    assert known(tmp_path, "b.md") == b"other"
    assert known(tmp_path, "a.md") in (None, b"one")


@given(data=st.data())
def test_damage(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp() / "damaged-results"
    keep(folder, "a.md", "b.md")
    file = folder / "results-f"
    whole = file.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    byte = data.draw(st.integers(0, 255))
    for damaged in (whole[:at], whole[:at] + bytes([byte]) + whole[at + 1 :], whole + b"0"):
        file.write_bytes(damaged)
        assert known(folder, "a.md") in (None, b"result")
    file.unlink()


@given(garbage=st.binary(), seal=st.booleans())
def test_garbage(garbage: bytes, seal: bool, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp() / "garbage-results"
    folder.mkdir(exist_ok=True)
    (folder / "results-f").write_bytes(sealed(garbage) if seal else garbage)
    assert known(folder, "a.md") is None
    keep(folder, "a.md")
    assert known(folder, "a.md") == b"result"


@pytest.mark.parametrize(
    "content",
    [
        b"designlint results 1 x 0\n",
        b"designlint results 1 0 %d\n" % 2**70,
        b"designlint results 1 0 -1\n",
        b"designlint results 2 0 0\n",
        b"\n" * 10,
        sealed(encode([("a.md", "d", 2**60)])),
        sealed(encode([("a.md", "d", -3)]), b"abc"),
        sealed(encode([("a.md", "d", 3)]), b"abc"),
        sealed(encode([("a.md", 1, 3)]), b"abc"),
        sealed(encode({"a.md": "d"})),
        sealed(b"\x91" * 100_000),
    ],
)
def test_nonsense_of_the_right_form(content: bytes, tmp_path: Path) -> None:
    """There may be bytes for a document; what they say is for others to read."""
    (tmp_path / "results-f").write_bytes(content)
    assert known(tmp_path, "a.md") in (None, b"abc", b"")
    keep(tmp_path, "b.md")
    assert known(tmp_path, "b.md") == b"result"


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "results-f").mkdir()
    assert known(tmp_path, "a.md") is None
    with pytest.raises(OSError):
        keep(tmp_path, "a.md")
    assert [path.name for path in tmp_path.iterdir()] == ["results-f"]
