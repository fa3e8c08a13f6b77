"""One run as a file: what it asked, what it was told, and what it printed.

The file is read by a program that has loaded nothing, and printed from as it is read: it is lines
of text, then compressed output. Nothing in it could make objects of what a stranger put there.
"""

from zlib import compressobj, crc32, decompressobj

from designlint.disk import same

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import BinaryIO

_MARK = b"designlint run 1"
_PIECE = 1 << 16


class Printed:
    """What a run prints to one stream, compressed as it comes."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._compress = compressobj(1)

    def add(self, content: bytes) -> None:
        """Say what was printed."""
        self._pieces.append(self._compress.compress(content))

    def compressed(self) -> bytes:
        """All of it; nothing can be added any more."""
        return b"".join((*self._pieces, self._compress.flush()))


def write_record(
    key: str,
    noted_at: int,
    code: int,
    answers: "Mapping[tuple[str, str], str]",
    output: Printed,
    errors: Printed,
) -> bytes:
    """The file of a run of the command line `key`, which began at `noted_at`, in nanoseconds.

    `code` is its exit code.
    """
    streams = output.compressed(), errors.compressed()
    counts = (noted_at, code, len(answers), *map(len, streams))
    lines = [_line(key), b" ".join(b"%d" % count for count in counts)]
    lines += [_line(question, answer, name) for (question, name), answer in answers.items()]
    body = b"\n".join((*lines, b"".join(streams)))
    return b"%s %d\n%s" % (_MARK, crc32(body), body)


class Record:
    """A run in a file, as far as it has been read. Raises ValueError for what is no such file."""

    def __init__(self, file: "BinaryIO", key: str) -> None:
        mark, _, total = file.readline().rstrip(b"\n").rpartition(b" ")
        if mark != _MARK or int(total) != _checksum(file):
            raise ValueError
        file.seek(len(mark) + len(total) + 2)
        if file.readline() != _line(key) + b"\n":
            raise ValueError
        counts = map(int, file.readline().split())
        self._noted_at, self.code, self._answers, self._output, self._errors = counts
        self._file = file

    def holds(self) -> bool:
        """Whether the disk would answer all that the run asked as it did then."""
        for _ in range(self._answers):
            line = self._file.readline().rstrip(b"\n").decode("ascii")
            question, answer, name = map(_unescaped, line.split("\t"))
            if not same(question, name, answer, self._noted_at):
                return False
        return True

    def output(self) -> "Iterator[bytes]":
        """What it printed to standard output; to be read to the end, after `holds`."""
        yield from self._stream(self._output)

    def errors(self) -> "Iterator[bytes]":
        """What it printed to standard error; to be read after `output`."""
        yield from self._stream(self._errors)

    def _stream(self, size: int) -> "Iterator[bytes]":
        decompress = decompressobj()
        while size > 0:
            piece = self._file.read(min(size, _PIECE))
            size -= len(piece) or size
            while piece:
                yield decompress.decompress(piece, _PIECE)
                piece = decompress.unconsumed_tail
        yield decompress.flush()


def _checksum(file: "BinaryIO") -> int:
    total = 0
    while piece := file.read(_PIECE):
        total = crc32(piece, total)
    return total


def _line(*parts: str) -> bytes:
    return b"\t".join(part.encode("unicode_escape") for part in parts)


def _unescaped(part: str) -> str:
    return part.encode("ascii").decode("unicode_escape")
