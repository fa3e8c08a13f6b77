"""Files as they stood in commits, all asked for at once."""

from collections.abc import Iterable
from pathlib import Path

from designlint.expressions import expression
from designlint.history.git import git_stream
from designlint.history.model import Blob, HistoryError

_FOUND = expression(rb"(?P<id>[0-9a-f]{40,64}) (?P<kind>[a-z]+) (?P<size>\d+)")


def read_objects(root: Path, specs: Iterable[bytes]) -> dict[bytes, Blob]:
    """The objects that `specs` name, such as `<commit>:<path>`; what is not there is left out.

    Of equal objects one is kept. Trees are not read. Raises HistoryError.
    """
    wanted = list(dict.fromkeys(specs))
    broken = next((spec for spec in wanted if b"\n" in spec), None)
    if broken is not None:
        raise HistoryError(f"git cannot be asked for a path with a line feed in it: {broken!r}")
    if not wanted:
        return {}
    found: dict[bytes, Blob] = {}
    known: dict[str, Blob] = {}
    given = b"".join(spec + b"\n" for spec in wanted)
    with git_stream(root, "cat-file", "--batch", given=given) as stream:
        for spec in wanted:
            line = stream.readline()
            match = _FOUND.fullmatch(line.rstrip(b"\n"))
            if match is None:
                if not line:
                    break
                continue
            data = stream.read(int(match["size"]))
            stream.read(1)
            if match["kind"] in (b"blob", b"commit"):
                object_id = match["id"].decode("ascii")
                found[spec] = known.setdefault(object_id, Blob(object_id, data))
    return found
