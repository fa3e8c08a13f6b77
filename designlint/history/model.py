"""What is read from a repository."""

from enum import Enum

from msgspec import Struct

from designlint.expressions import expression

_NO_REVISION = expression(r"[\x00-\x1f\x7f:]|^[-^]|\.\.|^\s*$")


class HistoryError(Exception):
    """Why git cannot say what it was asked, in one line that says what to do."""


class GitExitError(HistoryError):
    """Git failed with exit code `status`."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


class UnknownRevisionError(HistoryError):
    """A revision that the repository does not have; `known` are its tags and branches."""

    def __init__(self, message: str, known: tuple[str, ...]) -> None:
        super().__init__(message)
        self.known = known


def is_revision(text: str) -> bool:
    """Whether `text` may name one revision: no option, no range, no path."""
    return _NO_REVISION.search(text) is None


class Commit(Struct, frozen=True):
    """A commit: its full `id`, and the ISO date on which its author wrote it."""

    id: str
    date: str

    @property
    def short(self) -> str:
        """The id as people write it."""
        return self.id[:7]

    def __str__(self) -> str:
        return f"{self.short} ({self.date})"


class Change(Struct, frozen=True):
    """A path that a commit changed, relative to the root of the repository.

    `previous` is its path before: the same one where the file was modified, another where it was
    renamed, None where the commit added it.
    """

    path: bytes
    previous: bytes | None


class Birth(Struct, frozen=True):
    """The commit that added a document, and its place in the log, newest first."""

    commit: Commit
    at: int


class Blob(Struct, frozen=True):
    """The content of a file in git; equal contents have equal ids."""

    id: str
    data: bytes


class TemplateVersion(Struct, frozen=True):
    """A template as it stood in a commit."""

    commit: Commit
    blob: Blob


class EntryKind(Enum):
    """What a commit holds at a path."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    REPOSITORY = "repository"
    """A submodule."""


class TreeEntry(Struct, frozen=True):
    """One path of a commit: what is there, and its id in git."""

    kind: EntryKind
    id: str
