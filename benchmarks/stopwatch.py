"""Run a program once, throw away what it prints, and tell what it took.

    python -I -S benchmarks/stopwatch.py PROGRAM ARGUMENTS…

The first line has the wall time in seconds, the peak memory of the largest process in bytes, and
the exit code; the end of what the program printed follows. The system counts as a program's memory
what the process had that started it. So this one is a bare Python, and imports next to nothing.
"""

import os
import sys
import time

_MAXRSS_TO_BYTES = 1 if sys.platform == "darwin" else 1024
_TAIL = 2000


def main() -> None:
    """Run and tell."""
    program, *arguments = sys.argv[1:]
    reading, writing = os.pipe()
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_DUP2, writing, 1),
        (os.POSIX_SPAWN_DUP2, writing, 2),
    ]
    start = time.perf_counter()
    try:
        process = os.posix_spawnp(program, [program, *arguments], os.environ, file_actions=actions)
    except OSError as error:
        sys.exit(f"{program}: {error.strerror}")
    os.close(writing)
    tail = b""
    while chunk := os.read(reading, 1 << 16):
        tail = (tail + chunk)[-_TAIL:]
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    memory = usage.ru_maxrss * _MAXRSS_TO_BYTES
    print(seconds, memory, os.waitstatus_to_exitcode(status), flush=True)
    os.write(1, tail)


if __name__ == "__main__":
    main()
