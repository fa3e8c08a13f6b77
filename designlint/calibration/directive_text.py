"""Directive comments as text: writing one, and adding to one that is there."""

from msgspec import Struct

from designlint.document.normalise import name_key
from designlint.expressions import expression
from designlint.outline.directives import COMMENT

_ALIAS = expression(r'\balias=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))')
_QUOTED = expression(r'"[^"]*"')
_BREAKS = expression(r'["<>\[\]{}|;`\\\x00-\x1f\x7f]|--|\u2028|\u2029')
_SUPPRESSION = expression(r"ignore(?:-file)?\b")


class Directive(Struct, frozen=True):
    """What to say of one element: flags such as `optional`, or other names of it."""

    flag: str = ""
    aliases: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.flag or f'alias="{"; ".join(self.aliases)}"'


def as_alias(title: str) -> str:
    """A title as it can stand in an `alias`, the same name by `name_key`; empty if it cannot.

    Quotes and semicolons, what would end the comment or a table's cell, and the marks of
    placeholders must not get in.
    """
    for text in (title, title.replace('"', ""), name_key(title)):
        text = " ".join(text.split())
        if text and text.isprintable() and not _BREAKS.search(text):
            if name_key(text) == name_key(title):
                return text
    return ""


def write_comment(directives: tuple[Directive, ...]) -> str:
    """One comment that says all of `directives`."""
    return f"<!-- designlint: {_merged('', directives)} -->"


def is_extendable(comment: str) -> bool:
    """Whether a comment is a directive, and not a suppression, so that more can be added."""
    match = COMMENT.fullmatch(comment)
    return match is not None and _SUPPRESSION.match(match["body"]) is None


def extend_comment(comment: str, directives: tuple[Directive, ...]) -> str:
    """A directive comment with `directives` added, the rest of it as it is."""
    match = COMMENT.fullmatch(comment)
    if match is None:
        raise ValueError(f"no directive comment: {comment}")
    body = _merged(match["body"], directives)
    start, end = match.span("body")
    return comment[:start] + body + comment[end:]


def _merged(body: str, directives: tuple[Directive, ...]) -> str:
    for directive in directives:
        if directive.flag:
            if directive.flag not in _QUOTED.sub("", body).split():
                body = f"{body} {directive.flag}".strip()
            continue
        known = _ALIAS.search(body)
        if known is None:
            body = f"{body} {directive}".strip()
            continue
        names = [known["quoted"] if known["quoted"] is not None else known["bare"]]
        names += directive.aliases
        joined = "; ".join(name.strip() for name in names if name.strip())
        body = f'{body[: known.start()]}alias="{joined}"{body[known.end() :]}'
    return body
