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
    from collections.abc import Callable, Iterable, Mapping
    from typing import TypeAlias

    Pathname: TypeAlias = str | os.PathLike[str]

FILE = "file"
FOLDER = "folder"
OTHER = "other"
MISSING = "missing"
NAME = ".designlint_cache"
"""The folder that designlint keeps files of its own in. It is listed nowhere: it is not theirs."""
_KIND = "kind"
_THERE = "there"
_REAL = "real"
_TREE = "tree"
LIBRARIES = ("site-packages", "dist-packages")
"""How the names of folders end that libraries are installed to."""
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

    def note(self, question: str, name: str, answer: str) -> None:
        """Write an answer down. One that was another before tells of a change amid the run."""
        before = self.given.setdefault((question, name), answer)
        if before != answer and _seen(question, before) != _seen(question, answer):
            self.void = True


_noted: Answers | None = None
_once: dict[str, bytes] = {}
"""What was read from pipes, by their names: they give it once, and are asked more than once."""


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
    if name in _once:
        return _once[name]
    try:
        content, status = _read(name, most)
    except OSError as error:
        _note(FILE, name, _failure(error))
        raise
    if not _is_file(status):
        cannot_be_repeated()
        _once[name] = content
    if _noted is not None:
        _note(FILE, name, f"{_signature(status)} {most} {digest(content)}")
    return content


def list_folder(path: "Pathname") -> "list[os.DirEntry[str]]":
    """What is in a folder, sorted by name. Raises OSError."""
    name = os.fspath(path)
    try:
        signature = _signature(os.stat(name))
        entries = _entries(name)
    except OSError as error:
        _note(FOLDER, name, _failure(error))
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


def there(path: "Pathname") -> bool:
    """Whether there is anything at a path, if only a link that leads nowhere."""
    name = os.fspath(path)
    answer = _there(name)
    _note(_THERE, name, answer)
    return answer != MISSING


def real(path: "Pathname") -> str:
    """Where a path leads, all links followed."""
    name = os.fspath(path)
    answer = os.path.realpath(name)
    _note(_REAL, name, answer)
    return answer


def tree(path: "Pathname") -> str:
    """A digest of names, sizes and times: of all files in a folder but bytecode, or of one file."""
    name = os.fspath(path)
    answer = _tree(name)
    _note(_TREE, name, answer)
    return answer


def libraries() -> str:
    """A digest of what is installed: names of libraries hold their versions."""
    folders = [each for each in sys.path if each.endswith(LIBRARIES) and kind(each) == FOLDER]
    return digest("\0".join(map(_listing, map(list_folder, folders))).encode("utf-8", "replace"))


def same(question: str, name: str, answer: str, noted_at: int) -> bool:
    """Whether an answer would be given again; it was given after `noted_at`, in nanoseconds.

    What has another signature is read again, and so is what was written so shortly before that a
    later change may have left the signature as it was.
    """
    if question in _ASKED:
        return _ASKED[question](name) == answer
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
        if not _is_file(status):
            # A pipe that is read here has nothing left for the run.
            return False
        content, status = _read(name, int(known[4]))
        return str(status.st_size) == known[0] and digest(content) == known[5]
    except OSError as error:
        return answer == _failure(error)
    except LookupError:
        return False


def digest(content: bytes) -> str:
    """32 hexadecimal digits that tell contents apart."""
    from designlint.digests import content_digest  # A replayed run seldom needs any.

    return content_digest(content)


def _note(question: str, name: str, answer: str) -> None:
    if _noted is not None:
        _noted.note(question, name, answer)


def _seen(question: str, answer: str) -> str:
    """What the run saw of an answer: signatures are for later only."""
    return answer.split(" ", 4)[-1] if question in (FILE, FOLDER) else answer


def _failure(error: OSError) -> str:
    return f"- {error.errno}"


def _is_file(status: os.stat_result) -> bool:
    from stat import S_ISREG

    return S_ISREG(status.st_mode)


def _signature(status: os.stat_result) -> str:
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def _read(name: str, most: int) -> tuple[bytes, os.stat_result]:
    with open(name, "rb") as file:
        status = os.fstat(file.fileno())
        return file.read(most), status


def _entries(name: str) -> "list[os.DirEntry[str]]":
    with os.scandir(name) as entries:
        found = (entry for entry in entries if entry.name != NAME)
        return sorted(found, key=lambda entry: entry.name)


def _listing(entries: "Iterable[os.DirEntry[str]]") -> str:
    """Names with what they are, links with where they lead."""
    return "\0".join(f"{entry.name}\0{_mark(entry)}" for entry in entries)


def _mark(entry: "os.DirEntry[str]") -> str:
    try:
        if entry.is_symlink():
            return f"@{os.readlink(entry.path)}"
        if entry.is_dir(follow_symlinks=False):
            return "/"
        return "" if entry.is_file(follow_symlinks=False) else "|"
    except OSError:
        return "?"


def _tree(name: str) -> str:
    from zlib import crc32

    if _kind(name) == FILE:
        return _signature(os.stat(name))
    total, folders, linked = 0, [name], {os.path.realpath(name)}
    while folders:
        folder = folders.pop()
        try:
            entries = _entries(folder)
        except OSError:
            if folder == name:
                return MISSING
            entries = []
        for entry in entries:
            known = _known_by(entry)
            if known != "/":
                total = crc32(f"{entry.path}\0{known}".encode("utf-8", "surrogateescape"), total)
            elif entry.name != "__pycache__":
                target = os.path.realpath(entry.path) if entry.is_symlink() else ""
                if target not in linked:
                    folders.append(entry.path)
                if target:
                    # Links may lead round in circles.
                    linked.add(target)
    return str(total)


def _known_by(entry: "os.DirEntry[str]") -> str:
    """What tells versions of a file apart; a slash for a folder."""
    try:
        if entry.is_dir():
            return "/"
        status = entry.stat()
    except OSError:
        # A link that leads nowhere, as editors put beside the files that they have open.
        return "?"
    return f"{status.st_size}\0{status.st_mtime_ns}"


def _there(name: str) -> str:
    return OTHER if os.path.lexists(name) else MISSING


def _kind(name: str) -> str:
    from stat import S_ISDIR, S_ISREG

    try:
        mode = os.stat(name).st_mode
    except (OSError, ValueError):
        return MISSING
    return FILE if S_ISREG(mode) else FOLDER if S_ISDIR(mode) else OTHER


_ASKED: "Mapping[str, Callable[[str], str]]" = {
    _KIND: _kind,
    _THERE: _there,
    _REAL: os.path.realpath,
    _TREE: _tree,
}
"""What answers the questions that have one short answer."""
