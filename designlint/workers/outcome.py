"""What comes of a task that another process had, where it is no result."""

from msgspec import Struct


class Raised(Struct, frozen=True):
    """What a task raised."""

    error: Exception


class Lost(Struct, frozen=True):
    """A task that a process had when it ended. `how` completes "a worker process …"."""

    how: str
