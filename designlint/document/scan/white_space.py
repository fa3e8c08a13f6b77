"""What CommonMark takes for white space, and how wide it is."""

SPACES = " \t"
"""White space within a line that means something to the structure of blocks."""
UNICODE_SPACES = (
    " \t\n\v\f\r\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""White space in text. `str.strip()` would also take U+001C to U+001F and U+0085."""


def width(spaces: str, column: int) -> int:
    """How many columns white space takes that starts at `column`; tabs stop at every fourth."""
    if "\t" not in spaces:
        return len(spaces)
    before = column % 4
    return len((" " * before + spaces).expandtabs(4)) - before
