"""Where an entry of a register comes from."""

from msgspec import Struct

from designlint.context import Context
from designlint.document.span import Span
from designlint.finding import Place


class Origin(Struct, frozen=True):
    """The place of an entry, and its document's title and status, empty where it has none."""

    place: Place
    title: str
    status: str

    @property
    def where(self) -> tuple[str, int, int]:
        """Path, line and column: the order in which documents have their entries."""
        return (self.place.path, *self.place.start)


def origin_of(context: Context, span: Span) -> Origin:
    """Where something at `span` comes from."""
    title = context.alignment.title
    return Origin(context.place(span), title.title if title else "", context.status)
