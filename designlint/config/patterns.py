"""What makes a regular expression of a configuration unfit to run on every document."""

import re
from collections.abc import Iterator
from typing import Any

from designlint.facts.requirement_ids import compile_ids

_LONGEST = 200
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT")
_MANY = 20


def pattern_problem(pattern: str) -> str:
    """What is wrong with a pattern for ids, to complete "the pattern … "; empty for a good one."""
    if not pattern.strip():
        return "is empty"
    if len(pattern) > _LONGEST:
        return f"has {len(pattern)} characters, more than {_LONGEST}; write a list of shorter ones"
    try:
        compiled = re.compile(pattern)
        compile_ids([pattern, pattern])
    except (re.error, RecursionError, OverflowError) as error:
        return f"is no regular expression: {error}"
    if compiled.fullmatch(""):
        return "matches the empty text"
    if any(_is_nested(part) for part in _parse(pattern)):
        return "repeats what itself repeats, as `(A+)+` does, which can take forever"
    return ""


def _parse(pattern: str) -> Iterator[Any]:
    # The standard library's own parser: there is no other way to see the structure.
    yield from re._parser.parse(pattern)  # type: ignore[attr-defined]  # the stubs leave it out


def _is_nested(part: Any, *, within: bool = False) -> bool:
    """Whether a parsed part repeats, without bound, what repeats with nothing fixed around it."""
    name, value = str(part[0]), part[1]
    if name in _REPEATS and value[1] > _MANY:
        if within:
            return True
        body = list(value[2])
        return not _has_literal(body) and any(_is_nested(each, within=True) for each in body)
    return any(_is_nested(each, within=within) for each in _inner(value))


def _has_literal(body: list[Any]) -> bool:
    """Whether a fixed character tells one round from the next, as `-` in `(-[A-Z]+)*` does."""
    while len(body) == 1 and str(body[0][0]) == "SUBPATTERN":
        body = list(body[0][1][-1])
    return any(str(each[0]) == "LITERAL" for each in body)


def _inner(value: Any) -> Iterator[Any]:
    """The parts within a part's value, whatever it is: parts are pairs that open with a name."""
    if isinstance(value, tuple | list) or type(value).__name__ == "SubPattern":
        for each in value:
            if isinstance(each, tuple) and len(each) == 2 and hasattr(each[0], "name"):
                yield each
            else:
                yield from _inner(each)
