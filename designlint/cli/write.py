"""Writing files whole or not at all."""

import os
import tempfile
from pathlib import Path

from designlint.cli.output import Failure
from designlint.discovery.files import shown_path


def write_file(
    path: Path, text: str, working: Path, *, replace: bool = False, hint: str = ""
) -> None:
    """Write `text` to the absolute `path`, whose folders are made; other readers see all or none.

    Raises Failure where the file is there and `replace` is False, with `hint` behind the message,
    or where it cannot be written.
    """
    shown = shown_path(path, working)
    there = f"{shown} exists already{hint}"
    if not replace and os.path.lexists(path):
        raise Failure(there)
    if path.is_dir():
        raise Failure(f"{shown} is a folder")
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".designlint-")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else _usual_mode())
        if replace or not _link(temporary, path, there):
            temporary.replace(path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Failure(f"{shown} cannot be written: {reason}") from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _link(temporary: Path, path: Path, there: str) -> bool:
    """Put the file in place, unless one has come meanwhile; False where there are no links."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError as error:
        raise Failure(there) from error
    except OSError:
        return False
    return True


def _usual_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
