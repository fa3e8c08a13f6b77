"""What of a document decides whether an element is demanded of it."""

from collections.abc import Mapping

from msgspec import Struct, field

from designlint.outline.model import Demand


class Traits(Struct, frozen=True):
    """`status` is where the document is in its life; `born` its ISO date, empty if unknown.

    `metadata` holds the document's metadata, keys and values in lower case.
    """

    status: str = ""
    born: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)

    def demands(self, demand: Demand) -> bool:
        """Whether a document of these traits has to have the element."""
        if demand.optional:
            return False
        if demand.since and self.born and self.born < demand.since:
            return False
        if demand.when is not None:
            key, wanted = demand.when
            actual = self.status if key == "status" else self.metadata.get(key, "")
            return actual in wanted.split("; ")
        return True
