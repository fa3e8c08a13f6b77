"""The risks of a document: how much they weigh, and what is done about them."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from designlint.context import Context
from designlint.document.blocks import Row
from designlint.facts.levels import level_of
from designlint.facts.risk_items import find_risk_items
from designlint.facts.risks import RiskTable
from designlint.language.phrases import is_pending, says_nothing
from designlint.registers.origin import Origin, origin_of


class RiskState(StrEnum):
    """Whether anything is done about a risk."""

    OPEN = "open"
    MITIGATED = "mitigated"


class RiskEntry(Struct, frozen=True, tag=True):
    """A risk. Impact, probability, mitigation and owner are as they are written, or empty.

    `exposure` is level times level, 1 to 16: low is 1, medium 2, high 3, anything above 4. What
    is not rated counts as medium.
    """

    origin: Origin
    name: str
    state: RiskState
    impact: str
    probability: str
    exposure: int
    mitigation: str
    owner: str

    @property
    def urgency(self) -> tuple[object, ...]:
        """What to talk about first: the highest exposure, then what nothing is done about."""
        return (-self.exposure, self.state is RiskState.MITIGATED, self.origin.where)


def collect_risks(context: Context) -> Iterator[RiskEntry]:
    """The risks of one document, from its tables and labelled lists, in document order."""
    found = [*_in_tables(context), *_in_lists(context)]
    yield from sorted(found, key=lambda entry: entry.origin.where)


def _in_tables(context: Context) -> Iterator[RiskEntry]:
    untouched = {
        row.span
        for section in context.alignment.sections
        for match in section.tables
        for row in match.template_rows
    }
    for table in context.risk_tables:
        for row in table.table.rows:
            name = row.cells[table.subject]
            text = context.document.plain(name)
            if row.span in untouched or context.is_leftover(name.span):
                continue
            if says_nothing(text, context.lexicon):
                continue
            yield _entry(context, origin_of(context, name.span), text, *_parts(context, table, row))


def _parts(context: Context, table: RiskTable, row: Row) -> tuple[str, str, str, str]:
    columns = (table.impact, table.probability, table.mitigation, table.owner)
    impact, probability, mitigation, owner = (
        "" if at is None else context.document.plain(row.cells[at]) for at in columns
    )
    return impact, probability, mitigation, owner


def _in_lists(context: Context) -> Iterator[RiskEntry]:
    for item in find_risk_items(context.document, context.alignment):
        if not context.is_residue(item.span):
            origin = origin_of(context, item.span)
            yield _entry(
                context, origin, item.name, item.impact, item.probability, item.mitigation,
                item.owner,
            )  # fmt: skip


def _entry(
    context: Context,
    origin: Origin,
    name: str,
    impact: str,
    probability: str,
    mitigation: str,
    owner: str,
) -> RiskEntry:
    lexicon = context.lexicon
    idle = says_nothing(mitigation, lexicon) or is_pending(mitigation, lexicon)
    return RiskEntry(
        origin,
        name,
        RiskState.OPEN if idle else RiskState.MITIGATED,
        impact,
        probability,
        level_of(impact, lexicon) * level_of(probability, lexicon),
        mitigation,
        "" if says_nothing(owner, lexicon) else owner,
    )
