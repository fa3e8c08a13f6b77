"""Documents in a tree of folders → the few globs that a maintainer would write for them."""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from designlint.adoption.files import File
from designlint.adoption.globs import escaped, name_glob
from designlint.discovery.globs import Globs

_MOST = 0.5
_FEWEST = 2


def cover(root: Path, matched: Sequence[File], candidates: Sequence[File]) -> tuple[str, ...]:
    """Globs for `matched`, relative to `root`: folders most of whose `candidates` are matched.

    A lone match among many other files is left out. `matched` are among the candidates, and not
    empty.
    """
    name = name_glob([file.relative.name for file in matched])
    named = Globs((f"**/{name}",), root)
    wanted = {file.relative for file in matched if named.match(file.path)}
    return tuple(
        _below(
            PurePosixPath("."),
            name,
            [file for file in candidates if named.match(file.path)],
            wanted,
        )
    )


def _below(
    folder: PurePosixPath, name: str, files: Sequence[File], wanted: set[PurePosixPath]
) -> list[str]:
    """The globs for what is wanted of `files`, all of which are below `folder`."""
    own = [file for file in files if file.relative in wanted]
    if not own:
        return []
    folders: dict[PurePosixPath, list[File]] = {}
    here: list[File] = []
    for file in files:
        parts = file.relative.relative_to(folder).parts
        if len(parts) == 1:
            here.append(file)
        else:
            folders.setdefault(folder / parts[0], []).append(file)
    direct = [file for file in here if file.relative in wanted]
    inner = [child for child, inside in folders.items() if _some(inside, wanted)]
    if not direct and len(inner) == 1:
        return _below(inner[0], name, folders[inner[0]], wanted)
    if len(own) >= _FEWEST and len(own) > _MOST * len(files):
        return [_glob(folder, name, recursive=bool(inner))]
    globs = []
    alone = len(direct) < min(_FEWEST, len(wanted))
    if direct and not alone and (len(direct) > _MOST * len(here) or len(direct) > _FEWEST):
        globs.append(_glob(folder, name, recursive=False))
    for child in inner:
        globs += _below(child, name, folders[child], wanted)
    return globs


def _some(files: Sequence[File], wanted: set[PurePosixPath]) -> bool:
    return any(file.relative in wanted for file in files)


def _glob(folder: PurePosixPath, name: str, *, recursive: bool) -> str:
    opening = "" if folder == PurePosixPath(".") else f"{escaped(folder.as_posix())}/"
    if recursive:
        return f"{opening}**/{name}"
    return f"{opening}{name}" if opening else f"/{name}"
