"""What is asked of the disk, and what it answered.

All that a check learns from the disk it learns here. While answers are noted, they can be asked
for again later: a run to which nothing would be answered otherwise would come out the same.

A run that is found to be the same loads nothing but this module and `designlint/replay/`. They
import nothing that takes long, `typing`, `pathlib` and `collections` not either.
"""

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeAlias

    Pathname: TypeAlias = str | os.PathLike[str]
    Signature: TypeAlias = tuple[int, int, int, int]
    Answer: TypeAlias = tuple[Signature, str] | None

FILE = "file"
FOLDER = "folder"
OTHER = "other"
MISSING = "missing"
_GRANULARITY = 2_000_000_000
"""Nanoseconds in which a second change may leave a file's times as they are: two seconds on FAT."""


class Answers:
    """The answers of one run, by path. `void` where it asked for what cannot be asked for again.

    `files` holds signatures and digests, `folders` signatures and listings; None stands for what
    could not be read. `kinds` is what `kind` said, `trees` what `tree` did.
    """

    def __init__(self) -> None:
        self.files: dict[str, Answer] = {}
        self.folders: dict[str, Answer] = {}
        self.kinds: dict[str, str] = {}
        self.trees: dict[str, str] = {}
        self.void = False


_noted: Answers | None = None


def note_answers() -> Answers:
    """Begin to write answers down, in what is returned."""
    global _noted
    _noted = Answers()
    return _noted


def stop_noting() -> None:
    """No longer write answers down."""
    global _noted
    _noted = None


def cannot_be_repeated() -> None:
    """Say that the run depends on more than files and folders: on git, or on standard input."""
    if _noted is not None:
        _noted.void = True


def read_bytes(path: "Pathname", most: int = -1) -> bytes:
    """The content of a file, or its first `most` bytes. Raises OSError."""
    name = os.fspath(path)
    try:
        content, signature = _read(name, most)
    except OSError:
        if _noted is not None:
            _noted.files[name] = None
        raise
    if _noted is not None:
        _noted.files[name] = (signature, f"{most} {_digest(content, signature)}")
    return content


def list_folder(path: "Pathname") -> "list[os.DirEntry[str]]":
    """What is in a folder, sorted by name. Raises OSError."""
    name = os.fspath(path)
    try:
        signature = _signature(os.stat(name))
        entries = _entries(name)
    except OSError:
        if _noted is not None:
            _noted.folders[name] = None
        raise
    if _noted is not None:
        _noted.folders[name] = (signature, _listing(entries))
    return entries


def kind(path: "Pathname") -> str:
    """FILE, FOLDER, OTHER or MISSING: what a path leads to, links followed."""
    name = os.fspath(path)
    answer = _kind(name)
    if _noted is not None:
        _noted.kinds[name] = answer
    return answer


def tree(path: "Pathname") -> str:
    """A digest of names, sizes and times: of all files in a folder but bytecode, or of one file."""
    name = os.fspath(path)
    answer = _tree(name)
    if _noted is not None:
        _noted.trees[name] = answer
    return answer


def same(answers: Answers, noted_at: int) -> bool:
    """Whether all of `answers` would be given again; `noted_at` is in nanoseconds since the epoch.

    What has another signature is read again, and so is what was written so shortly before
    `noted_at` that a later change may have left the signature as it was.
    """
    return (
        not answers.void
        and all(_kind(name) == answer for name, answer in answers.kinds.items())
        and all(_tree(name) == answer for name, answer in answers.trees.items())
        and _all_same(answers.folders, noted_at, _listing_now)
        and _all_same(answers.files, noted_at, _digest_now)
    )


def _all_same(known: "dict[str, Answer]", noted_at: int, now: "Callable[[str, str], str]") -> bool:
    settled = noted_at - _GRANULARITY
    for name, answer in known.items():
        try:
            signature = _signature(os.stat(name))
            if answer is None:
                now(name, "")
                return False
            if signature != answer[0] or signature[1] >= settled or signature[2] >= settled:
                if now(name, answer[1]) != answer[1]:
                    return False
        except OSError:
            if answer is not None:
                return False
    return True


def _signature(status: os.stat_result) -> "Signature":
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def _read(name: str, most: int) -> "tuple[bytes, Signature]":
    with open(name, "rb") as file:
        signature = _signature(os.fstat(file.fileno()))
        return file.read(most), signature


def _digest(content: bytes, signature: "Signature") -> str:
    from hashlib import blake2b  # Loads a library for cryptography.

    return f"{signature[0]} {blake2b(content, digest_size=16).hexdigest()}"


def _digest_now(name: str, known: str) -> str:
    most = known.partition(" ")[0] or "-1"
    content, signature = _read(name, int(most))
    return f"{most} {_digest(content, signature)}"


def _entries(name: str) -> "list[os.DirEntry[str]]":
    with os.scandir(name) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _listing(entries: "Iterable[os.DirEntry[str]]") -> str:
    """Names with what they are, links with where they lead."""
    return "\0".join(f"{entry.name}\0{_mark(entry)}" for entry in entries)


def _mark(entry: "os.DirEntry[str]") -> str:
    try:
        if entry.is_symlink():
            return f"@{os.readlink(entry.path)}"
        return "/" if entry.is_dir(follow_symlinks=False) else ""
    except OSError:
        return "?"


def _listing_now(name: str, known: str) -> str:
    return _listing(_entries(name))


def _tree(name: str) -> str:
    from zlib import crc32

    total, folders = 0, [name]
    try:
        if _kind(name) == FILE:
            return str(_signature(os.stat(name)))
        while folders:
            for entry in _entries(folders.pop()):
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        folders.append(entry.path)
                else:
                    status = entry.stat()
                    known = f"{entry.path}\0{status.st_size}\0{status.st_mtime_ns}"
                    total = crc32(known.encode("utf-8", "surrogateescape"), total)
    except OSError:
        return MISSING
    return str(total)


def _kind(name: str) -> str:
    from stat import S_ISDIR, S_ISREG

    try:
        mode = os.stat(name).st_mode
    except (OSError, ValueError):
        return MISSING
    return FILE if S_ISREG(mode) else FOLDER if S_ISDIR(mode) else OTHER
