"""A run as a file: read as it was written, or not at all."""

import io
import os
from zlib import compress, crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designlint.replay.record import Printed, Record, write_record

TURNS = st.lists(st.tuples(st.booleans(), st.binary(max_size=200)))
FILES = st.binary().filter(lambda name: b"\0" not in name).map(os.fsdecode)
"""Names of files, which may be bytes that are no text, and hold line ends."""


def printed(*turns: tuple[bool, bytes]) -> Printed:
    everything = Printed()
    for error, content in turns:
        everything.add(content, error=error)
    return everything


def record(key: str = "key", *turns: tuple[bool, bytes], code: int = 0) -> bytes:
    return b"".join(write_record(key, 0, code, {}, printed(*turns)))


def read(data: bytes, key: str = "key") -> Record:
    return Record(io.BytesIO(data), key)


def to_the_end(data: bytes, key: str = "key") -> list[tuple[bool, bytes]]:
    """What is printed, and ValueError for whatever is no such file."""
    run = read(data, key)
    run.holds()
    return list(run.printed())


def joined(turns: list[tuple[bool, bytes]]) -> list[tuple[bool, bytes]]:
    """Turns in which nobody speaks twice in a row, or says nothing."""
    merged: list[tuple[bool, bytes]] = []
    for error, content in turns:
        if merged and merged[-1][0] == error:
            merged[-1] = error, merged[-1][1] + content
        elif content:
            merged.append((error, content))
    return merged


def sealed(body: bytes) -> bytes:
    """A file of anything, with the checksum that belongs to it."""
    return b"designlint run 1 %d\n%s" % (crc32(body), body)


@given(key=st.text(st.characters()), turns=TURNS, code=st.integers(0, 2))
def test_what_was_printed_is_read_in_its_order(
    key: str, turns: list[tuple[bool, bytes]], code: int
) -> None:
    data = record(key, *turns, code=code)
    run = read(data, key)
    assert run.code == code
    assert run.holds()
    assert joined(list(run.printed())) == joined(turns)


def test_long_output() -> None:
    content = bytes(range(256)) * 2000
    turns = [(False, content), (True, b"a notice\n"), (False, b"0" * 5_000_000)]
    assert joined(to_the_end(record("key", *turns))) == turns


@given(st.lists(FILES))
def test_a_file_of_any_name_is_asked_for_again(names: list[str]) -> None:
    answers = {("there", f"/no/folder/{name}"): "missing" for name in names}
    assert read(b"".join(write_record("key", 0, 0, answers, printed()))).holds()
    answers["there", "/"] = "missing"
    assert not read(b"".join(write_record("key", 0, 0, answers, printed()))).holds()


def test_another_key() -> None:
    with pytest.raises(ValueError):
        read(record("key"), "another key")


@given(st.data())
def test_damage_is_found(data: st.DataObject) -> None:
    whole = record("key", (False, b"a finding\n"), (True, b"a notice\n"))
    at = data.draw(st.integers(0, len(whole) - 1))
    bit = data.draw(st.sampled_from([1 << power for power in range(8)]))
    flipped = whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :]
    try:
        found = to_the_end(flipped)
    except ValueError:
        pass
    else:
        # White space and zeros in front of a number are the number all the same.
        assert found == to_the_end(whole)
    with pytest.raises(ValueError):
        to_the_end(whole[:at])


@given(st.binary())
def test_garbage(data: bytes) -> None:
    with pytest.raises(ValueError):
        to_the_end(data)


@given(
    st.lists(st.integers(-3, 2**70), max_size=8),
    st.lists(st.lists(st.sampled_from(["file", "folder", "kind", "tree", "\0", "-", "9"]))),
    st.binary(max_size=40),
)
def test_nonsense_with_the_right_checksum(
    counts: list[int], lines: list[list[str]], rest: bytes
) -> None:
    numbers = b" ".join(b"%d" % count for count in counts)
    body = b"\n".join((b"key", numbers, *("\t".join(line).encode() for line in lines), rest))
    with pytest.raises(ValueError):
        to_the_end(sealed(body))


@pytest.mark.parametrize(
    "stream",
    [compress(b"what was printed")[:-3], compress(b"x" * 500_000)[:-9], b"no stream", b""],
)
def test_output_that_is_cut_off(stream: bytes) -> None:
    with pytest.raises(ValueError):
        to_the_end(sealed(b"key\n0 0 0 9\n" + stream))
