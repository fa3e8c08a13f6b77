"""`<!-- designlint: … -->` comments: what a template cannot say by itself."""

import re
from collections.abc import Callable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from designlint.expressions import expression
from designlint.outline.model import Demand, Role, ValueKind

COMMENT = expression(r"<!--\s*designlint:\s*(?P<body>.*?)\s*-->", re.DOTALL)
_WORD = expression(
    r"""\s*(?P<name>[A-Za-z-]+)(?:=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+)))?(?=\s|$)"""
)
_SUPPRESSION = expression(r"ignore(?:-file)?\b")


class DirectiveError(Exception):
    """What is wrong with a directive, and what it should be."""


class Directives(Struct, frozen=True):
    """All that directives say of one element; the defaults say nothing."""

    optional: bool | None = None
    least: int | None = None
    most: int | None = None
    repeat: bool = False
    aliases: tuple[str, ...] = ()
    unordered: bool = False
    any_level: bool = False
    closed: bool = False
    values: tuple[str, ...] = ()
    kind: ValueKind | None = None
    min_words: int = 0
    role: Role = Role.NONE
    keep: bool = False
    since: str = ""
    when: tuple[str, str] | None = None
    used: frozenset[str] = frozenset()

    def demand(self, optional: bool = False, when: tuple[str, str] | None = None) -> Demand:
        """When the element is asked for; the arguments are what the template itself suggests."""
        if self.optional is not None:
            optional, when = self.optional, None
        return Demand(optional, self.since, self.when or when)


def parse_directive(body: str, base: Directives) -> Directives:
    """Add what one comment says to `base`. Raises DirectiveError."""
    if _SUPPRESSION.match(body):
        return base
    at = 0
    while body[at:].strip():
        match = _WORD.match(body, at)
        if match is None:
            raise DirectiveError(
                f'cannot read `{body[at:].strip()}`: write `name` or `name="value"`'
            )
        base = _apply(base, match["name"], _value(match))
        at = match.end()
    return base


def _value(match: re.Match[str]) -> str | None:
    return match["quoted"] if match["quoted"] is not None else match["bare"]


def _apply(base: Directives, name: str, value: str | None) -> Directives:
    if name in _FLAGS:
        if value is not None:
            raise DirectiveError(f"`{name}` takes no value")
        changed = _FLAGS[name](base)
    elif name in _VALUED:
        if not value:
            raise DirectiveError(f"`{name}` takes a value, as in `{_EXAMPLES[name]}`")
        changed = _VALUED[name](base, value)
    else:
        from difflib import get_close_matches  # Only on the way to an error message.

        close = get_close_matches(name, [*_FLAGS, *_VALUED], 1)
        hint = f"did you mean `{close[0]}`?" if close else f"known are {', '.join(sorted(NAMES))}"
        raise DirectiveError(f"unknown directive `{name}`; {hint}")
    _refuse_contradiction(base, changed, name)
    return replace(changed, used=base.used | {name})


def _refuse_contradiction(base: Directives, changed: Directives, name: str) -> None:
    """Raise DirectiveError where `changed` says by `name` what `base` says otherwise."""
    used = base.used | {name}
    for one, other in _EXCLUSIVE:
        if {one, other} <= used:
            raise DirectiveError(f"`{one}` and `{other}` contradict each other; keep one")
    if name in base.used and name != "alias" and changed != base:
        raise DirectiveError(f"`{name}` is said twice, and differently; keep one")
    if "required" in used and changed.repeat and not changed.least:
        raise DirectiveError("`required` and `repeat=0..` contradict each other; keep one")


def _split(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(";") if part.strip())


def _repeat(base: Directives, value: str) -> Directives:
    match = re.fullmatch(r"(\d+)(?:\.\.(\d*))?", value)
    if match is None:
        raise DirectiveError(f"`repeat={value}` is no range; write `{_EXAMPLES['repeat']}`")
    least = int(match[1])
    most = least if match[2] is None else int(match[2]) if match[2] else None
    if most is not None and most < max(least, 1):
        raise DirectiveError(f"`repeat={value}` allows none: the second number is the smaller")
    return replace(base, repeat=True, least=least, most=most)


def _kind(base: Directives, value: str) -> Directives:
    try:
        return replace(base, kind=ValueKind(value))
    except ValueError:
        raise DirectiveError(
            f"unknown kind of value `{value}`; known are {', '.join(ValueKind)}"
        ) from None


def _min_words(base: Directives, value: str) -> Directives:
    if not value.isdecimal() or int(value) == 0:
        raise DirectiveError(f"`min-words={value}` is not a number of words")
    return replace(base, min_words=int(value))


def _since(base: Directives, value: str) -> Directives:
    try:
        date.fromisoformat(value)
    except ValueError:
        raise DirectiveError(f"`since={value}` is no date; write `{_EXAMPLES['since']}`") from None
    return replace(base, since=value)


def _when(base: Directives, value: str) -> Directives:
    key, equals, wanted = value.partition("=")
    if not equals or not key.strip() or not wanted.strip():
        raise DirectiveError(f'`when="{value}"` names no value; write `{_EXAMPLES["when"]}`')
    return replace(base, when=(key.strip().lower(), "; ".join(_split(wanted.lower()))))


_FLAGS: dict[str, Callable[[Directives], Directives]] = {
    "optional": lambda base: replace(base, optional=True),
    "required": lambda base: replace(base, optional=False),
    "unordered": lambda base: replace(base, unordered=True),
    "any-level": lambda base: replace(base, any_level=True),
    "closed": lambda base: replace(base, closed=True),
    "questions": lambda base: replace(base, role=Role.QUESTIONS),
    "risks": lambda base: replace(base, role=Role.RISKS),
    "keep": lambda base: replace(base, keep=True),
}
_VALUED: dict[str, Callable[[Directives, str], Directives]] = {
    "repeat": _repeat,
    "alias": lambda base, value: replace(base, aliases=base.aliases + _split(value)),
    "values": lambda base, value: replace(base, values=_split(value)),
    "value": _kind,
    "min-words": _min_words,
    "since": _since,
    "when": _when,
}
_EXCLUSIVE = (("optional", "required"), ("value", "values"), ("keep", "required"))
_EXAMPLES = {
    "repeat": "repeat=1..",
    "alias": 'alias="Risks; Risk register"',
    "values": 'values="High; Medium; Low"',
    "value": "value=number",
    "min-words": "min-words=30",
    "since": "since=2026-03-01",
    "when": 'when="status=accepted"',
}
NAMES = frozenset([*_FLAGS, *_VALUED])
"""Every directive."""
