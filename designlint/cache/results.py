"""The results of documents in one file, by their paths and the digests of what they depend on."""

import os
import zlib
from collections.abc import Iterable, Iterator

from msgspec import DecodeError
from msgspec.msgpack import decode, encode

from designlint.digests import content_digest
from designlint.replay.folder import bound, make, replace, used

_PREFIX = "results-"
_MOST_FILES = 8
_LARGEST = 400_000_000
"""How many files of results are kept, and how many bytes of them."""
_MOST_RESULTS = 50_000
"""How many results one file holds at most, those of the run at work not counted."""
_MARK = b"designlint results 1"


class Results:
    """What is known of documents. `fingerprint` is of all that their results depend on alike.

    A result is whatever bytes it was put as; its digest is of its document's content.
    """

    def __init__(self, folder: str, fingerprint: str) -> None:
        self._folder = folder
        self._name = _PREFIX + fingerprint
        self._old = _read(os.path.join(folder, self._name))  # noqa: PTH118 - as in replay/
        self._new: dict[str, tuple[str, bytes]] = {}
        self._seen: set[str] = set()

    def get(self, path: str, digest: str) -> bytes | None:
        """The result of the document at `path`, if it is known for this content."""
        known = self._old.get(path)
        if known is None or known[0] != digest:
            return None
        self._seen.add(path)
        return known[1]

    def put(self, path: str, digest: str, result: bytes) -> None:
        """Say what the result of a document is."""
        self._new[path] = digest, result

    def save(self) -> None:
        """Write down what is new, if anything is. Raises OSError."""
        if not self._new:
            if self._seen:
                used(os.path.join(self._folder, self._name))  # noqa: PTH118 - as above
            return
        make(self._folder)
        replace(self._folder, self._name, self._file())
        bound(self._folder, _PREFIX, _MOST_FILES, _LARGEST)

    def _file(self) -> Iterator[bytes]:
        others = [path for path in self._old if path not in self._seen and path not in self._new]
        kept = {path: self._old[path] for path in (*self._seen, *others[-_MOST_RESULTS:])}
        kept |= self._new
        index = encode([(path, digest, len(result)) for path, (digest, result) in kept.items()])
        total = zlib.crc32(index)
        for _, result in kept.values():
            total = zlib.crc32(result, total)
        yield b"%s %d %d\n" % (_MARK, total, len(index))
        yield index
        yield from (result for _, result in kept.values())


def _read(path: str) -> dict[str, tuple[str, bytes]]:
    """What a file holds; nothing where it is missing or damaged, for it is only made again."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            mark, total, size = file.readline().rsplit(b" ", 2)
            rest = memoryview(file.read())
        if mark != _MARK or int(total) != zlib.crc32(rest):
            return {}
        at = int(size)
        known: dict[str, tuple[str, bytes]] = {}
        for name, digest, length in decode(rest[:at], type=list[tuple[str, str, int]]):
            known[name] = digest, bytes(rest[at : at + length])
            at += length
    except (OSError, ValueError, DecodeError):
        return {}
    return known


def fingerprint(parts: Iterable[object]) -> str:
    """16 bytes in hexadecimal that tell apart what results depend on. The parts have a `repr`."""
    text = "\0".join(map(repr, parts))
    return content_digest(text.encode("utf-8", "backslashreplace"))
