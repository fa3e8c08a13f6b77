"""Risk tables: any table that names risks and weighs or answers them, wherever it stands."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from designlint.document import Document
from designlint.document.blocks import Row, Table
from designlint.document.normalise import name_key
from designlint.language.lexicon import Lexicon
from designlint.language.phrases import is_pending, says_nothing


class RiskTable(Struct, frozen=True):
    """A risk table, with the indexes of its columns by what they hold; None where there is none.

    `weights` are the columns of impact and probability, `impact` and `probability` the first of
    each.
    """

    table: Table
    subject: int
    weights: tuple[int, ...]
    mitigation: int | None
    impact: int | None = None
    probability: int | None = None
    owner: int | None = None


def find_risk_tables(document: Document, lexicon: Lexicon) -> Iterator[RiskTable]:
    """The document's risk tables in order."""
    for block in document.tables:
        keys = [name_key(document.plain(cell)) for cell in block.header.cells]
        subject = _first(keys, lexicon.risk)
        weights = tuple(
            at
            for at, key in enumerate(keys)
            if key in (*lexicon.impact, *lexicon.probability) and at != subject
        )
        mitigation = _first(keys, lexicon.mitigation)
        if subject is not None and (weights or mitigation is not None):
            impact, probability, owner = (
                next((at for at, key in enumerate(keys) if key in names and at != subject), None)
                for names in (lexicon.impact, lexicon.probability, lexicon.owner)
            )
            yield RiskTable(block, subject, weights, mitigation, impact, probability, owner)


class UnmitigatedRisk(Struct, frozen=True):
    """A severe risk without a mitigation. `mitigation` is the index of that cell in `row`."""

    row: Row
    mitigation: int
    name: str
    weight: str


def unmitigated_risks(
    document: Document,
    tables: Iterable[RiskTable],
    lexicon: Lexicon,
    high: tuple[str, ...] = (),
) -> Iterator[UnmitigatedRisk]:
    """The rows whose impact or probability is one of `high`, and whose mitigation says nothing.

    `high` is the lexicon's where it is empty.
    """
    high = high or lexicon.high
    for table in tables:
        if table.mitigation is None:
            continue
        for row in table.table.rows:
            weights = [document.plain(row.cells[at]) for at in table.weights]
            weight = next((text for text in weights if _is_high(text, high)), "")
            answer = document.plain(row.cells[table.mitigation])
            if weight and (says_nothing(answer, lexicon) or is_pending(answer, lexicon)):
                name = document.plain(row.cells[table.subject])
                yield UnmitigatedRisk(row, table.mitigation, name, weight)


def _is_high(text: str, high: tuple[str, ...]) -> bool:
    """Whether a cell opens with one of `high`; `High/Med/Low` lists them and is none."""
    key = name_key(text)
    return any(
        key == value or (key.startswith(value) and key[len(value)] in " (:,;") for value in high
    )


def _first(keys: list[str], names: tuple[str, ...]) -> int | None:
    return next((at for at, key in enumerate(keys) if key in names), None)
