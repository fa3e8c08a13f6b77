"""What is asked of the disk, and what it answered.

All that a check learns from the disk it learns here. While answers are noted, they can be asked
for again later: a run to which nothing would be answered otherwise would come out the same.

A run that is found to be the same loads nothing but this module and `designlint/replay/`. They
import nothing that takes long, `typing`, `pathlib` and `collections` not either.
"""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    Pathname: TypeAlias = str | os.PathLike[str]

FILE = "file"
FOLDER = "folder"
OTHER = "other"
MISSING = "missing"
_KIND = "kind"
_TREE = "tree"
_UNREADABLE = "-"
_LIBRARIES = ("site-packages", "dist-packages")
_GRANULARITY = 2_000_000_000
"""Nanoseconds in which a second change may leave a file's times as they are: two seconds on FAT."""


class Answers:
    """The answers of one run, by question and path.

    Each is text: a signature and a digest for a file, a signature and a listing for a folder. They
    are `void` where the run depends on what cannot be asked again.
    """

    def __init__(self) -> None:
        self.given: dict[tuple[str, str], str] = {}
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
        _note(FILE, name, _UNREADABLE)
        raise
    if _noted is not None:
        _note(FILE, name, f"{signature} {most} {digest(content)}")
    return content


def list_folder(path: "Pathname") -> "list[os.DirEntry[str]]":
    """What is in a folder, sorted by name. Raises OSError."""
    name = os.fspath(path)
    try:
        signature = _signature(os.stat(name))
        entries = _entries(name)
    except OSError:
        _note(FOLDER, name, _UNREADABLE)
        raise
    if _noted is not None:
        _note(FOLDER, name, f"{signature} {_listing(entries)}")
    return entries


def kind(path: "Pathname") -> str:
    """FILE, FOLDER, OTHER or MISSING: what a path leads to, links followed."""
    name = os.fspath(path)
    answer = _kind(name)
    _note(_KIND, name, answer)
    return answer


def tree(path: "Pathname") -> str:
    """A digest of names, sizes and times: of all files in a folder but bytecode, or of one file."""
    name = os.fspath(path)
    answer = _tree(name)
    _note(_TREE, name, answer)
    return answer


def libraries() -> str:
    """A digest of what is installed: names of libraries hold their versions."""
    folders = [each for each in sys.path if each.endswith(_LIBRARIES) and kind(each) == FOLDER]
    return digest("\0".join(map(_listing, map(list_folder, folders))).encode("utf-8", "replace"))


def same(question: str, name: str, answer: str, noted_at: int) -> bool:
    """Whether an answer would be given again; it was given after `noted_at`, in nanoseconds.

    What has another signature is read again, and so is what was written so shortly before that a
    later change may have left the signature as it was.
    """
    if question == _KIND:
        return _kind(name) == answer
    if question == _TREE:
        return _tree(name) == answer
    try:
        status = os.stat(name)
        known = answer.split(" ", 5 if question == FILE else 4)
        settled = noted_at - _GRANULARITY
        if (
            answer.startswith(f"{_signature(status)} ")
            and status.st_mtime_ns < settled
            and status.st_ctime_ns < settled
        ):
            return True
        if question == FOLDER:
            return _listing(_entries(name)) == known[4]
        content, signature = _read(name, int(known[4]))
        return signature.split(" ")[0] == known[0] and digest(content) == known[5]
    except OSError:
        return answer == _UNREADABLE
    except LookupError:
        return False


def digest(content: bytes) -> str:
    """32 hexadecimal digits that tell contents apart."""
    from hashlib import blake2b  # Loads a library for cryptography.

    return blake2b(content, digest_size=16).hexdigest()


def _note(question: str, name: str, answer: str) -> None:
    if _noted is not None:
        _noted.given[question, name] = answer


def _signature(status: os.stat_result) -> str:
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def _read(name: str, most: int) -> tuple[bytes, str]:
    with open(name, "rb") as file:
        signature = _signature(os.fstat(file.fileno()))
        return file.read(most), signature


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


def _tree(name: str) -> str:
    from zlib import crc32

    total, folders = 0, [name]
    try:
        if _kind(name) == FILE:
            return _signature(os.stat(name))
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
