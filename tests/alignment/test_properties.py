"""What holds of every template laid against every document."""

from collections.abc import Callable
from datetime import date
from itertools import combinations, permutations

from hypothesis import example, given
from hypothesis import strategies as st

from designlint.alignment.align import align
from designlint.alignment.instructions import find_instructions
from designlint.alignment.model import Alignment, SectionMatch
from designlint.alignment.residue import find_placeholders
from designlint.alignment.traits import Traits
from designlint.check.plan import Plan
from designlint.check.run import check_document
from designlint.document import Document, parse_document
from designlint.facts.decisions import find_decisions
from designlint.facts.questions import find_questions
from designlint.outline import TemplateError, compile_template

Lay = Callable[..., Alignment]

NAMES = ("Alpha", "Beta", "Gamma", "Delta", "Decision 1: [Name]", "[Part]", "Open Questions")
WRITTEN = (*NAMES[:4], "Decision 2: Where", "Engine", "Open Questions", "alpha", "Alpha:", "Other")
BODIES = (
    "[What to write]",
    "Some text.",
    "",
    "N/A",
    "None - not needed",
    "- **Alpha**: [a]\n- **Beta**: b\n  - **Gamma**: [c]",
    "- **[Any]**: [text]",
    "**Alpha**\n\nText",
    "| Alpha | Beta |\n|---|---|\n| [a] | High/Low |\n| x | Low |",
    "| Field | Value |\n|---|---|\n| Alpha | [a] |",
    "```\n[code]\n```",
    "1. [Question]?\n   - Context: [why]\n   - Options: a; b",
    "- [ ] Really?\n- ~~No?~~ Yes",
    "- **Options**:\n  1. [One]: [Pros]\n- **Decision**: [text]",
    "<!-- write -->",
    "**Beta**",
    "````markdown\n# Alpha\n\n## Beta\n\n## Gamma\n\n## Delta\n````",
)


def files(names: tuple[str, ...], *, once: bool = False) -> st.SearchStrategy[str]:
    """Markdown files of headings at any level, each with a body or two."""
    unique = (lambda part: part[1]) if once else None
    part = st.tuples(
        st.integers(1, 4),
        st.sampled_from(names),
        st.lists(st.sampled_from(BODIES), max_size=2),
    )
    preamble = st.sampled_from(["", "# Title\n\n", "# Memo: [Name]\n\n", "Text.\n\n"])
    return st.builds(
        lambda start, parts: (
            start
            + "".join(
                f"{'#' * level} {name}\n\n" + "".join(f"{body}\n\n" for body in bodies)
                for level, name, bodies in parts
            )
        ),
        preamble,
        st.lists(part, min_size=1, max_size=9, unique_by=unique),
    )


# The last section is there to be filled in, as some part of every template is.
TEMPLATES = files(NAMES).map("{}## Rest\n".format)
DOCUMENTS = files(WRITTEN)


def lay(template: str, text: str) -> tuple[Document, Alignment]:
    document = parse_document(text)
    return document, align(compile_template(template, "t.md"), document, Traits())


@given(TEMPLATES, DOCUMENTS | TEMPLATES)
@example("## [Part]\n\n[text]\n", "# A\n\n### B\n\n## C\n\n# D\n")
def test_every_section_is_told_once_at_most(template: str, text: str) -> None:
    document, alignment = lay(template, text)
    used = [match.actual.index for match in alignment.root.walk() if match.actual]
    assert sorted(used) == sorted(set(used))
    told = [
        *(each.section.index for each in alignment.misplaced),
        *(each.section.index for each in alignment.out_of_order),
        *(each.section.index for each in alignment.duplicates),
    ]
    assert sorted(told) == sorted(set(told))
    again = {each.section.index for each in alignment.duplicates}
    extra = {section.index for section, _ in alignment.extra}
    assert not extra & {*used, *again}
    assert not again & set(used)
    assert all(0 <= index < len(document.sections) for index in told)


@given(TEMPLATES, DOCUMENTS | TEMPLATES)
def test_what_is_missing_is_nowhere_and_its_parent_is_there(template: str, text: str) -> None:
    document, alignment = lay(template, text)
    holders = {match.actual.index: match for match in alignment.root.walk() if match.actual}
    if alignment.title is not None:
        holders[alignment.title.index] = alignment.root
    for each in alignment.missing:
        holder = holders[each.parent.index]
        assert holder.is_open
        found = [child for child in holder.children if child.expected is each.expected]
        assert sum(child.actual is not None for child in found) == each.found < each.expected.least
        titles = {child.title for child in holder.expected.children}
        assert each.after in {"", *titles, *(section.title for section in document.sections)}


@given(TEMPLATES, DOCUMENTS | TEMPLATES)
def test_all_that_reads_an_alignment_takes_any(template: str, text: str) -> None:
    document, alignment = lay(template, text)
    spans = [leftover.span for leftover in find_placeholders(document, alignment)]
    spans += find_instructions(document, alignment.outline)
    spans += [question.span for question in find_questions(document, alignment)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(decision.options for decision in find_decisions(alignment))
    plan = Plan("", alignment.outline, (), frozenset(), date(2026, 1, 1))
    result = check_document(document, plan)
    assert 0 <= result.completeness <= 1
    for section in result.sections:
        assert 0 <= section.filled <= section.expected
        assert section.line is None or section.line == section.lines[0][0]
        assert all(1 <= first <= last <= len(document.lines) for first, last in section.lines)


@given(files(NAMES, once=True))
def test_a_template_as_a_document_has_every_section_in_its_place(template: str) -> None:
    _, alignment = lay(template, template)
    assert alignment.missing == ()
    assert alignment.misplaced == ()
    assert alignment.out_of_order == ()
    assert alignment.duplicates == ()


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_is_a_template_or_says_why_not(template: str, text: str) -> None:
    try:
        outline = compile_template(template, "t.md")
    except TemplateError as error:
        assert error.line >= 1
        assert error.message
    else:
        assert align(outline, parse_document(text), Traits()).outline is outline


LETTERS = "ABCDEF"
CHILDREN = "UVW"


def sections_of(order: str, children: dict[str, str]) -> str:
    return "# T\n\n" + "".join(
        f"## {name}\n\nx\n\n" + "".join(f"### {name}{child}\n\nx\n\n" for child in below)
        for name, below in ((name, children.get(name, "")) for name in order)
    )


def moved(order: list[str], alignment: Alignment) -> list[str]:
    """`order` after all moves that concern it have been made, one by one."""
    order = list(order)
    for each in alignment.out_of_order:
        name, anchor = each.section.title, each.anchor.title
        if name not in order:
            continue
        if each.swapped:
            one, other = order.index(name), order.index(anchor)
            order[one], order[other] = anchor, name
        else:
            order.remove(name)
            order.insert(order.index(anchor) + each.after, name)
    return order


TEMPLATE = sections_of(LETTERS, {"A": CHILDREN, "B": CHILDREN})


@given(
    st.permutations(list(LETTERS)),
    st.permutations(list(CHILDREN)),
    st.permutations(list(CHILDREN)),
)
def test_the_moves_lead_to_the_order_of_the_template(
    order: list[str], below_a: list[str], below_b: list[str]
) -> None:
    children = {"A": "".join(below_a), "B": "".join(below_b)}
    _, alignment = lay(TEMPLATE, sections_of("".join(order), children))
    assert moved(order, alignment) == list(LETTERS)
    for name, below in children.items():
        assert moved([name + child for child in below], alignment) == [
            name + child for child in CHILDREN
        ]
    assert (alignment.missing, alignment.misplaced, alignment.duplicates) == ((), (), ())


def test_there_are_no_fewer_moves_that_do() -> None:
    for order in permutations("ABCDE"):
        _, alignment = lay(sections_of("ABCDE", {}), sections_of("".join(order), {}))
        wrong = sum(one != other for one, other in zip(order, "ABCDE", strict=True))
        rising = max(
            size
            for size in range(1, 6)
            if any(list(kept) == sorted(kept) for kept in combinations(order, size))
        )
        expected = 1 if wrong == 2 else 5 - rising
        assert len(alignment.out_of_order) == expected, order


@given(st.permutations(list(LETTERS)), st.data())
def test_dropped_sections_do_not_change_who_has_to_move(
    order: list[str], data: st.DataObject
) -> None:
    kept = data.draw(st.lists(st.sampled_from(order), unique=True, min_size=1))
    there = [name for name in order if name in kept]
    _, alignment = lay(sections_of(LETTERS, {}), sections_of("".join(there), {}))
    assert moved(there, alignment) == sorted(there)
    assert [each.expected.title for each in alignment.missing] == [
        name for name in LETTERS if name not in kept
    ]


def depth(match: SectionMatch) -> int:
    return 1 + max(map(depth, match.children), default=0)


@given(TEMPLATES, DOCUMENTS)
def test_the_matches_have_the_shape_of_the_outline(template: str, text: str) -> None:
    _, alignment = lay(template, text)
    if alignment.fence is not None:
        return
    for match in alignment.root.walk():
        expected = [child.title for child in match.expected.children]
        assert list(dict.fromkeys(child.expected.title for child in match.children)) == list(
            dict.fromkeys(expected)
        )
