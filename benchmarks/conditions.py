"""Under which conditions something was measured."""

import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from peers import Absent, Installed

_LIBRARIES = ("click", "markdown-it-py", "pydantic")
_CPUINFO = Path("/proc/cpuinfo")


@dataclass(frozen=True)
class Conditions:
    """What figures depend on. `megabytes` is the size of all documents, `middle` of one in kB."""

    name: str
    documents: int
    megabytes: float
    middle: float
    rounds: int
    growth_rounds: int
    designlint: str
    peers: Sequence[Installed | Absent]

    def lines(self) -> Iterator[str]:
        """A Markdown list."""
        libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
        yield f"- **Machine**: {processor()}, {cores()} cores, {platform.system()}"
        yield f"- **Python**: {platform.python_version()}, with {libraries}"
        yield f"- **designlint**: {self.designlint}"
        yield (
            f"- **Documents**: {self.name}; {self.documents:,} files, {self.megabytes:.1f} MB. "
            f"The one of median size has {self.middle:.1f} kB"
        )
        growth = f", and {self.growth_rounds} for the growth" if self.growth_rounds else ""
        yield f"- **Rounds**: {self.rounds}{growth}, each after one that is not counted"
        for each in self.peers:
            peer = f"- **{each.peer.name}** ({each.peer.origin})"
            if isinstance(each, Installed):
                yield f"{peer}: {each.version}"
            else:
                yield f"{peer}: not compared: {each.reason}"


def processor() -> str:
    """What the machine calls its processor."""
    lines = _CPUINFO.read_text("utf-8").splitlines() if _CPUINFO.is_file() else []
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(models, platform.processor() or platform.machine())


def cores() -> int:
    """How many of them this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
