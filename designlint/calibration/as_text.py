"""A calibration for people: counts, what survived of the template's text, and proposals."""

from collections.abc import Iterator, Sequence

from designlint.calibration.elements import Element
from designlint.calibration.model import Calibration, ElementCount, Proposal, TextCount
from designlint.report.display import width_of, wrap
from designlint.report.escape import safe
from designlint.report.summary import plural

_HEADINGS = ("kept", "dropped", "moved", "reordered")
_NUMBERS = 34
_MOST_LISTED = 3


def calibration_as_text(result: Calibration, origin: str, width: int) -> str:
    """The whole report in lines of at most `width` cells, 60 at least; `origin` is the template."""
    width = max(width, 60)
    lines = [f"{safe(origin)} against {plural(result.documents, 'document')}"]
    lines += _strangers(result, width)
    lines += ["", *_element_lines(result.elements, width)]
    kept = [each for each in result.texts if each.kept > 1]
    if kept:
        lines += ["", "Text of the template that documents still have", ""]
        lines += [_text_line(each, width) for each in kept]
    lines.append("")
    if result.proposals:
        lines += ["Proposals, each counted on top of those before it", ""]
        for proposal in result.proposals:
            lines += _proposal_lines(proposal, result.first_words(proposal), width)
        lines.append("")
    else:
        lines += ["Nothing to propose: no directive would clear two documents or more.", ""]
    lines.append(
        f"Documents without errors: {result.before} of {result.documents} with the template as "
        f"it is" + (f", {result.after} with the proposals." if result.proposals else ".")
    )
    return (
        "\n".join(
            "\n".join(wrap(line, width, width)) if _is_prose(line) else line for line in lines
        )
        + "\n"
    )


def _is_prose(line: str) -> bool:
    return line.startswith("Documents without errors")


def _strangers(result: Calibration, width: int) -> Iterator[str]:
    if not result.strangers:
        return
    listed = ", ".join(safe(path) for path in result.strangers[:_MOST_LISTED])
    more = len(result.strangers) - _MOST_LISTED
    listed += f" and {more} more" if more > 0 else ""
    one = len(result.strangers) == 1
    text = (
        f"{plural(len(result.strangers), 'document')} {'has' if one else 'have'} next to nothing "
        f"of the template, and {'is' if one else 'are'} no evidence of how it is used: {listed}"
    )
    yield from wrap(text, width, width)
    if len(result.strangers) * 2 > result.documents:
        yield from wrap("Is this the template that they were written from?", width, width)


def _element_lines(counts: Sequence[ElementCount], width: int) -> Iterator[str]:
    room = width - _NUMBERS
    yield " " * room + "".join(f"{heading:>{_column(heading)}}" for heading in _HEADINGS)
    for each in counts:
        indent = "  " * each.element.depth
        optional = " (optional)" if each.element.optional else ""
        label = _cut(indent + safe(each.element.label) + optional, room)
        numbers = (each.kept, each.dropped, each.moved, each.shuffled)
        shown = (
            f"{number or '-':>{_column(heading)}}"
            for heading, number in zip(_HEADINGS, numbers, strict=True)
        )
        yield label + " " * (room - width_of(label)) + "".join(shown)
        if each.others:
            names = ", ".join(f'"{safe(name)}" in {number}' for name, number in each.others)
            lead = f"{indent}    also as "
            first, *rest = wrap(names, width - width_of(lead), width - width_of(lead))
            yield lead + first
            yield from (" " * width_of(lead) + line for line in rest)


def _text_line(each: TextCount, width: int) -> str:
    lead = f"  line {each.line:>4}  {f'{each.kept} of {each.asked}':>10}  "
    return lead + _cut(safe(" ".join(each.text.split())), width - width_of(lead))


def _proposal_lines(proposal: Proposal, words: str, width: int) -> Iterator[str]:
    lead = f"  line {proposal.line:>4}  "
    target = proposal.target
    label = safe(target.label) if isinstance(target, Element) else ""
    yield lead + _cut(label or safe(words), width - width_of(lead))
    count = f"clears {plural(len(proposal.clears), 'document')}"
    room = width - width_of(lead) - width_of(count) - 2
    *said, last = wrap(safe(str(proposal.directive)), room, room)
    yield from (" " * width_of(lead) + line for line in said)
    yield " " * width_of(lead) + last + " " * (room - width_of(last) + 2) + count


def _column(heading: str) -> int:
    return len(heading) + 2 if heading != "kept" else 7


def _cut(text: str, room: int) -> str:
    """`text` in at most `room` cells."""
    if width_of(text) <= room:
        return text
    while text and width_of(text) > room - 1:
        text = text[:-1]
    return f"{text}…"
