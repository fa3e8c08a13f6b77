"""The folder that holds what is kept between runs."""

import os
from time import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

NAME = ".designlint_cache"
VARIABLE = "DESIGNLINT_CACHE_DIR"
_UNFINISHED = "unfinished-"
_ABANDONED = 3600.0
"""Seconds after which nobody is still writing a file."""


def cache_folder(given: "str | None", working: str) -> str:
    """The folder: as it is `given`, else as the environment says.

    Without either it is NAME at the root of the repository that `working` is in, or in `working`.
    """
    said = given or os.environ.get(VARIABLE)
    if said:
        return os.path.join(working, said)
    folder = working
    while not os.path.lexists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return os.path.join(working, NAME)
        folder = parent
    return os.path.join(folder, NAME)


def make(folder: str) -> None:
    """Make the folder where it is not there, kept out of git and of backups. Raises OSError."""
    try:
        os.mkdir(folder)
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
    replace(folder, ".gitignore", [b"*\n"])
    tag = b"Signature: 8a477f597d28d172789f06886806bc55\n# What designlint keeps between runs.\n"
    replace(folder, "CACHEDIR.TAG", [tag])


def replace(folder: str, name: str, parts: "Iterable[bytes]") -> None:
    """Put a file in the folder, whole or not at all, whoever else is writing it. Raises OSError."""
    unfinished = os.path.join(folder, f"{_UNFINISHED}{os.getpid()}-{name}")
    try:
        with open(unfinished, "wb") as file:
            file.writelines(parts)
        os.replace(unfinished, os.path.join(folder, name))
    except BaseException:
        if os.path.lexists(unfinished):
            os.unlink(unfinished)
        raise


def bound(folder: str, prefix: str, most: int, largest: int) -> None:
    """Remove the files of `prefix` that were used longest ago.

    At most `most` of them stay, of at most `largest` bytes in all; the latest always stays.
    """
    kept: list[tuple[float, int, str]] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            status = entry.stat(follow_symlinks=False)
            if entry.name.startswith(prefix):
                kept.append((-status.st_mtime, status.st_size, entry.path))
            elif entry.name.startswith(_UNFINISHED) and time() - status.st_mtime > _ABANDONED:
                os.unlink(entry.path)
    size = 0
    for at, (_, its_size, path) in enumerate(sorted(kept)):
        size += its_size
        if at and (at >= most or size > largest):
            os.unlink(path)


def used(path: str) -> None:
    """Say that a file was of use now."""
    if os.access(path, os.W_OK):
        os.utime(path)
