"""Telling HTML tags from words in angle brackets: `<br>` from `<your name>`."""

from designlint.expressions import expression

_TAGS = frozenset(
    """
    a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas
    caption center cite code col colgroup data datalist dd del details dfn dialog div dl dt em
    embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i
    iframe img input ins kbd label legend li link main map mark menu meta meter nav object ol
    optgroup option output p picture pre progress q rp rt ruby s samp script section select
    small source span strike strong style sub summary sup svg table tbody td template textarea
    tfoot th thead time title tr track tt u ul var video wbr
    """.split()  # noqa: SIM905 - a list would take a line for each
)
_SWITCHES = frozenset(
    """
    allowfullscreen async autofocus autoplay checked controls default defer disabled hidden ismap
    loop multiple muted nomodule novalidate noshade nowrap open playsinline readonly required
    reversed selected
    """.split()  # noqa: SIM905 - as above
)
"""Attributes that take no value."""
_TAG = expression(r"<[^<>]*>")
_NAME = expression(r"/?(?P<name>[^\s/>]*)")


def is_html_tag(inner: str) -> bool:
    """Whether `inner` is an HTML tag's text without its angle brackets: `br`, `/b`, `img src=…`.

    `time of day` is words, although it opens with the name of a tag.
    """
    match = _NAME.match(inner)
    if match is None or match["name"].lower() not in _TAGS:
        return False
    words = inner.removesuffix("/").split()[1:]
    spoken = len(words) > 1 and not any(mark in inner for mark in "=\"'")
    return not spoken or _SWITCHES.issuperset(map(str.lower, words))


def without_tags(text: str) -> str:
    """`text` with all that stands in angle brackets taken out, each a space."""
    return _TAG.sub(" ", text)
