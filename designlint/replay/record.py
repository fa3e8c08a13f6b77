"""One run as a file: what it asked, what it was told, and what it printed.

The file is read by a program that has loaded nothing, and printed from as it is read: it is lines
of text, then compressed output. Nothing in it could make objects of what a stranger put there.
"""

from zlib import compressobj, crc32, decompressobj, error

from designlint.disk import same

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import BinaryIO

_MARK = b"designlint run 1"
_PIECE = 1 << 16


class Printed:
    """What a run prints, compressed as it comes.

    `turns` are how many bytes went to standard output, then to standard error, and so on in turn:
    where both lead to one place, they are to be there in the order in which they were printed.
    """

    def __init__(self) -> None:
        self.turns = [0]
        self._pieces: list[bytes] = []
        self._compress = compressobj(1)

    def add(self, content: bytes, *, error: bool) -> None:
        """Say what was printed."""
        if error == len(self.turns) % 2:
            self.turns.append(0)
        self.turns[-1] += len(content)
        self._pieces.append(self._compress.compress(content))

    def compressed(self) -> bytes:
        """All of it; nothing can be added any more."""
        return b"".join((*self._pieces, self._compress.flush()))


def write_record(
    key: str,
    noted_at: int,
    code: int,
    answers: "Mapping[tuple[str, str], str]",
    printed: Printed,
) -> "Iterator[bytes]":
    """The file of a run of the command line `key`, which began at `noted_at`, in nanoseconds.

    `code` is its exit code. The file comes in parts, since there may be many answers.
    """
    counts = (noted_at, code, len(answers), *printed.turns)
    head = _line(key) + b"\n" + b" ".join(b"%d" % count for count in counts) + b"\n"
    output = printed.compressed()
    total = crc32(head)
    for line in _lines(answers):
        total = crc32(line, total)
    yield b"%s %d\n" % (_MARK, crc32(output, total))
    yield head
    yield from _lines(answers)
    yield output


def _lines(answers: "Mapping[tuple[str, str], str]") -> "Iterator[bytes]":
    for (question, name), answer in answers.items():
        yield _line(question, answer, name) + b"\n"


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
        self._noted_at, self.code, self._answers, *self._turns = counts
        if min(self._turns, default=0) < 0:
            raise ValueError
        self._file = file

    def holds(self) -> bool:
        """Whether the disk would answer all that the run asked as it did then."""
        for _ in range(self._answers):
            line = self._file.readline().rstrip(b"\n").decode("ascii")
            question, answer, name = map(_unescaped, line.split("\t"))
            if not same(question, name, answer, self._noted_at):
                return False
        return True

    def printed(self) -> "Iterator[tuple[bool, bytes]]":
        """What it printed, piece by piece, each with whether it went to standard error.

        To be read after `holds`. Raises ValueError where it is damaged.
        """
        turns, left, to_error = iter(self._turns), 0, True
        for piece in self._pieces():
            while piece:
                while not left:
                    left, to_error = next(turns, len(piece)), not to_error
                yield to_error, piece[:left]
                piece, left = piece[left:], left - len(piece[:left])

    def _pieces(self) -> "Iterator[bytes]":
        decompress = decompressobj()
        try:
            while piece := self._file.read(_PIECE):
                while piece:
                    yield decompress.decompress(piece, _PIECE)
                    piece = decompress.unconsumed_tail
            yield decompress.flush()
        except error as damage:
            raise ValueError from damage
        if not decompress.eof:
            raise ValueError


def _checksum(file: "BinaryIO") -> int:
    total = 0
    while piece := file.read(_PIECE):
        total = crc32(piece, total)
    return total


def _line(*parts: str) -> bytes:
    return b"\t".join(part.encode("unicode_escape") for part in parts)


def _unescaped(part: str) -> str:
    return part.encode("ascii").decode("unicode_escape")
