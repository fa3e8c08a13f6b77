"""One run as a file: what it asked, what it was told, and what it printed.

The file is read by a program that has loaded nothing, so it is lines of plain text: no JSON, and
nothing that could make objects of what a stranger put there.
"""

from zlib import crc32

from designlint.disk import Answers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from designlint.disk import Answer

_MARK = b"designlint run 1"


class Record:
    """What a run gave: the bytes that it printed, and its exit code.

    `noted_at` is when it began, in nanoseconds since the epoch.
    """

    def __init__(
        self, key: str, noted_at: int, answers: Answers, output: bytes, errors: bytes, code: int
    ) -> None:
        self.key = key
        self.noted_at = noted_at
        self.answers = answers
        self.output = output
        self.errors = errors
        self.code = code


class UnwritableError(Exception):
    """A record that the format cannot hold."""


def to_bytes(record: Record) -> bytes:
    """The record as `from_bytes` reads it. Raises UnwritableError for names with line feeds."""
    lines = [f"{len(record.output)} {len(record.errors)} {record.code} {record.noted_at}"]
    lines.append(record.key)
    answers = record.answers
    for letter, known in (("F", answers.files), ("D", answers.folders)):
        for name, answer in known.items():
            lines.append(f"{letter}{_fields(answer)}\t{name}")
            if answer is not None:
                lines.append(answer[1])
    lines += [f"K{answer}\t{name}" for name, answer in answers.kinds.items()]
    lines += [f"T{answer}\t{name}" for name, answer in answers.trees.items()]
    if any("\n" in line for line in lines):
        raise UnwritableError
    head = "\n".join(lines).encode("utf-8", "surrogatepass")
    body = b"\n".join((str(len(head)).encode(), head)) + record.output + record.errors
    return b"%s %d\n%s" % (_MARK, crc32(body), body)


def from_bytes(data: bytes, key: str) -> Record | None:
    """The record in `data`, if it is a whole one of a run with this key."""
    try:
        first, _, body = data.partition(b"\n")
        if first != b"%s %d" % (_MARK, crc32(body)):
            return None
        size, _, rest = body.partition(b"\n")
        head, printed = rest[: int(size)], rest[int(size) :]
        lines = iter(head.decode("utf-8", "surrogatepass").split("\n"))
        long, short, code, noted_at = map(int, next(lines).split(" "))
        if next(lines) != key or len(printed) != long + short:
            return None
        answers = _answers(lines)
    except (ValueError, LookupError, StopIteration):
        return None
    return Record(key, noted_at, answers, printed[:long], printed[long:], code)


def _answers(lines: "Iterator[str]") -> Answers:
    answers = Answers()
    for line in lines:
        letter, (fields, _, name) = line[0], line[1:].partition("\t")
        if letter in "FD":
            known = answers.files if letter == "F" else answers.folders
            if not fields:
                known[name] = None
                continue
            size, modified, changed, inode = map(int, fields.split(" "))
            known[name] = (size, modified, changed, inode), next(lines)
        else:
            (answers.kinds if letter == "K" else answers.trees)[name] = fields
    return answers


def _fields(answer: "Answer") -> str:
    return "" if answer is None else " ".join(map(str, answer[0]))
