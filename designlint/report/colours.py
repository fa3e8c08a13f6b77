"""Colours of a terminal, and the same calls without any."""

from collections.abc import Callable

import click

from designlint.finding import Severity

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}

Style = Callable[..., str]
"""Takes a text, the name of a colour or None, and `bold`."""


def style(colour: bool) -> Style:
    """What styles text with ANSI escapes, or leaves it as it is."""
    return _styled if colour else _plain


def _styled(text: str, colour: str | None = None, *, bold: bool = False) -> str:
    return click.style(text, fg=colour, bold=bold or None) if text and (colour or bold) else text


def _plain(text: str, colour: str | None = None, *, bold: bool = False) -> str:
    return text
