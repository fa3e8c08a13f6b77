"""What a template says in words about when a section is asked for."""

from collections.abc import Iterator

from designlint.document.normalise import name_key
from designlint.document.sections import Section
from designlint.outline.boilerplate import holds_contents
from designlint.outline.model import Instruction
from designlint.outline.source import TemplateSource
from designlint.outline.vocabulary import read_vocabulary


def is_omittable(
    source: TemplateSource, section: Section, instructions: tuple[Instruction, ...]
) -> bool:
    """Whether the text around a heading says that the section may be left out.

    A table of contents may be, always: programs write it, and readers have others.
    """
    patterns = source.lexicon.patterns
    above = source.layout.above.get(section.span.start, ())
    said = [source.text(span).removeprefix("<!--").removesuffix("-->") for span in above]
    if any(patterns.omittable.search(s) or patterns.optional_word.fullmatch(s) for s in said):
        return True
    if patterns.removable.search(section.title) or holds_contents(source, section.blocks):
        return True
    own = list(_own(source, section, instructions))
    if own and patterns.optional_word.fullmatch(own[0].text):
        return True
    return any(patterns.omittable.search(each.text) for each in own) or (
        bool(own) and patterns.conditional.match(own[0].text) is not None
    )


def omits_parts(
    source: TemplateSource, section: Section, instructions: tuple[Instruction, ...]
) -> bool:
    """Whether the text below a heading says that the sections below it may be left out."""
    parts = source.lexicon.patterns.omittable_parts
    return any(parts.search(each.text) for each in _own(source, section, instructions))


def stages(source: TemplateSource, section: Section) -> tuple[str, str] | None:
    """The statuses for which a section is asked for, where the text below its heading says so.

    `Required for Accepted status and above` counts along the template's own list of statuses,
    and leaves out those of documents that go no further.
    """
    for block in section.blocks:
        said = source.lexicon.patterns.required_from.search(source.text(block.span))
        if said is None:
            continue
        known = [status.casefold() for status in _statuses(source)]
        words = said["status"].casefold().split()
        first = next((at for at, status in enumerate(known) if status in words), None)
        if first is not None:
            asked = (status for status in known[first:] if status not in source.lexicon.ended)
            return ("status", "; ".join(asked))
    return None


def _statuses(source: TemplateSource) -> tuple[str, ...]:
    """The template's list of statuses: from its front matter, or a field above the sections."""
    document, names = source.document, source.lexicon.status
    blocks = document.root.blocks + (document.title.blocks if document.title else ())
    said = [field.text(document) for field in source.fields_in(blocks) if field.key in names]
    if document.front_matter is not None:
        said += [
            str(value)
            for key, value in document.front_matter.readable.items()
            if name_key(key) in names
        ]
    return next(filter(None, map(read_vocabulary, said)), ())


def may_be_none(
    source: TemplateSource, section: Section, instructions: tuple[Instruction, ...]
) -> bool:
    """Whether the text below a heading can be answered by nothing: `List any new terms`."""
    perhaps = source.lexicon.patterns.perhaps
    return any(perhaps.search(each.text) for each in _own(source, section, instructions))


def is_lasting(
    source: TemplateSource, section: Section, instructions: tuple[Instruction, ...]
) -> bool:
    """Whether the text below a heading says that its questions may stay open."""
    lasting = source.lexicon.patterns.lasting
    return any(lasting.search(each.text) for each in _own(source, section, instructions))


def _own(
    source: TemplateSource, section: Section, instructions: tuple[Instruction, ...]
) -> Iterator[Instruction]:
    """The instructions directly in a section, but for those that belong to the next heading."""
    if not section.blocks:
        return
    start = section.span.start
    first, last = source.line_of(start), source.line_of(section.blocks[-1].span.end)
    above = {source.line_of(span.start) for spans in source.layout.above.values() for span in spans}
    for each in instructions:
        if first <= each.line <= last and each.line not in above:
            yield each
