"""A template → the outline that documents are laid against."""

from dataclasses import replace

from designlint.document import parse_document
from designlint.document.blocks import Block, Paragraph, Quote
from designlint.document.sections import Section
from designlint.document.span import Span
from designlint.language import words
from designlint.outline.directives import Directives
from designlint.outline.elements import read_codes, read_fields, read_lists, read_tables
from designlint.outline.model import (
    Demand,
    ExpectedKey,
    ExpectedSection,
    Outline,
    Role,
    TitlePattern,
)
from designlint.outline.residue import Residue, read_residue
from designlint.outline.source import TemplateSource
from designlint.outline.titles import Title, compile_title
from designlint.outline.vocabulary import read_vocabulary


def compile_template(text: str, origin: str) -> Outline:
    """Compile a template's Markdown. `origin` is its path, or what messages shall call it.

    Raises TemplateError for a template without sections, and for a directive that is unknown,
    malformed, or contradicts another.
    """
    source = TemplateSource(parse_document(text, origin), origin)
    document = source.document
    if not document.sections:
        raise source.error(0, "no heading: a template shows the sections that documents have")
    residue = read_residue(source)
    tops = document.root.children
    title = _title_section(tops)
    if title is None:
        root_blocks, sections = document.root.blocks, tops
    else:
        root_blocks = (*document.root.blocks, *title.blocks)
        sections = title.children
    root = replace(
        _content(source, "", TitlePattern(), root_blocks, source.own_directives(root_blocks)),
        children=_children(source, sections, (), residue),
    )
    heading = compile_title(title.title) if title else None
    return Outline(
        origin,
        heading.pattern if heading else None,
        heading.text if heading else "",
        root,
        residue.placeholders,
        residue.instructions,
        _front_matter_keys(source),
    )


def _title_section(tops: tuple[Section, ...]) -> Section | None:
    """The one level-1 heading that holds all the others, if the template has such a title."""
    if len(tops) == 1 and tops[0].level == 1 and tops[0].children:
        return tops[0]
    return None


def _children(
    source: TemplateSource, sections: tuple[Section, ...], path: tuple[str, ...], residue: Residue
) -> tuple[ExpectedSection, ...]:
    found: list[ExpectedSection] = []
    for section in sections:
        expected = _section(source, section, path, residue)
        known = next((other for other in found if other.pattern == expected.pattern), None)
        if known is None:
            found.append(expected)
        elif not known.repeatable:
            # Shown twice under one name: the section repeats.
            found[found.index(known)] = replace(known, most=None)
    return tuple(found)


def _section(
    source: TemplateSource, section: Section, path: tuple[str, ...], residue: Residue
) -> ExpectedSection:
    own = source.own_directives(section.blocks)
    for name in ("keep", "value", "values"):
        if name in own.used:
            raise source.error(section.span.start, f"`{name}` does not apply to a section")
    raw = " ".join(source.text(line) for line in section.heading.lines) if section.heading else ""
    title = compile_title(raw if "<" in raw else section.title, own.aliases)
    here = (*path, title.text)
    content = _content(source, title.text, title.pattern, section.blocks, own)
    least, most = _cardinality(title, own)
    first = source.line_of(section.span.start)
    last = source.line_of(section.blocks[-1].span.end) if section.blocks else first
    omittable = any(
        first <= instruction.line <= last and words.OMITTABLE.search(instruction.text)
        for instruction in residue.instructions
    )
    return replace(
        content,
        level=section.level,
        line=first,
        path=here,
        demand=own.demand(title.optional or omittable),
        least=least,
        most=most,
        children=_children(source, section.children, here, residue),
    )


def _cardinality(title: Title, own: Directives) -> tuple[int, int | None]:
    if own.repeat:
        return own.least or 0, own.most
    return 1, None if title.repeats else 1


def _content(
    source: TemplateSource,
    title: str,
    pattern: TitlePattern,
    blocks: tuple[Block, ...],
    own: Directives,
) -> ExpectedSection:
    return ExpectedSection(
        title,
        pattern,
        0,
        1,
        (),
        Demand(),
        unordered=own.unordered,
        closed=own.closed,
        role=own.role or _usual_role(pattern),
        min_words=own.min_words,
        prose=any(_is_prose(source, block) for block in blocks),
        fields=read_fields(source, blocks),
        tables=tuple(read_tables(source, blocks)),
        lists=tuple(read_lists(source, blocks)),
        codes=tuple(read_codes(source, blocks)),
    )


def _usual_role(pattern: TitlePattern) -> Role:
    asks = any(name in words.QUESTION_SECTIONS for name in pattern.names)
    return Role.QUESTIONS if asks else Role.NONE


def _is_prose(source: TemplateSource, block: Block) -> bool:
    if isinstance(block, Paragraph):
        return not source.fields_in((block,))
    return isinstance(block, Quote) or (
        bool(getattr(block, "comments", ())) and not source.is_directive(block)
    )


def _front_matter_keys(source: TemplateSource) -> tuple[ExpectedKey, ...]:
    front_matter = source.document.front_matter
    if front_matter is None:
        return ()
    keys = []
    for line in source.text(front_matter.body).split("\n"):
        name, colon, value = line.partition(":")
        if colon and name and not name[0].isspace() and name[0] not in "#-\"'{":
            span: Span = front_matter.key_span(name.strip())
            vocabulary = read_vocabulary(value.strip().strip("\"'{}"))
            keys.append(ExpectedKey(name.strip(), source.line_of(span.start), vocabulary))
    return tuple(keys)
