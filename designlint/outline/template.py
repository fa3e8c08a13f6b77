"""A template → the outline that documents are laid against."""

import re

from msgspec.structs import replace

from designlint.document import Document, parse_document
from designlint.document.blocks import Block, Html, Paragraph, Quote
from designlint.document.comments import without_comments
from designlint.document.fields import has_content
from designlint.document.sections import Section
from designlint.expressions import expression
from designlint.language.lexicon import ENGLISH, Lexicon
from designlint.outline.demands import is_lasting, is_omittable, may_be_none, omits_parts, stages
from designlint.outline.directives import Directives
from designlint.outline.elements import (
    read_choices,
    read_codes,
    read_fields,
    read_lists,
    read_tables,
)
from designlint.outline.keys import read_keys
from designlint.outline.layout import read_layout
from designlint.outline.model import (
    Demand,
    ExpectedSection,
    Outline,
    Role,
    TitlePattern,
)
from designlint.outline.residue import Residue, read_residue
from designlint.outline.source import TemplateSource
from designlint.outline.titles import Title, compile_title
from designlint.outline.vocabulary import read_vocabulary

_FEWEST_STAGED = 3
_COMMENT = expression(r"<!--\s*(?P<body>.*?)\s*-->", re.DOTALL)


def compile_template(text: str, origin: str, lexicon: Lexicon = ENGLISH) -> Outline:
    """Compile a template's Markdown. `origin` is its path, or what messages shall call it.

    Its words, and those of its documents, mean what `lexicon` says.

    Raises TemplateError for a template without sections or with nothing to fill in, and for a
    directive that is unknown, malformed, or contradicts another.
    """
    document = parse_document(text, origin)
    source = TemplateSource(document, origin, lexicon, read_layout(document, lexicon))
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
    staged = sum(stages(source, section) is not None for section in sections)
    if staged >= _FEWEST_STAGED and staged * 2 >= len(sections):
        root = replace(root, children=tuple(map(_only_staged, root.children)))
    if not _is_to_be_filled(document, root, residue):
        raise source.error(
            document.sections[0].span.start,
            "nothing in it is to be filled in, so it looks like a finished document: a template "
            "has placeholders, instructions, or sections without text",
        )
    heading = compile_title(_heading_text(source, title), lexicon) if title else None
    return Outline(
        origin,
        heading.pattern if heading else None,
        heading.text if heading else "",
        root,
        residue.placeholders,
        residue.instructions,
        read_keys(source),
        lexicon,
    )


def _is_to_be_filled(document: Document, root: ExpectedSection, residue: Residue) -> bool:
    """Whether a template leaves anything to its documents."""
    if residue.placeholders or residue.instructions or any(map(_asks, root.walk())):
        return True
    return any(
        not any(has_content(document, block) for block in section.all_blocks())
        for section in document.sections
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
        if source.layout.is_cut(section.span.start):
            continue
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
    title = compile_title(_heading_text(source, section), source.lexicon, own.aliases)
    here = (*path, title.text)
    content = _content(source, title.text, title.pattern, section.blocks, own)
    least, most = _cardinality(title, own)
    omittable = is_omittable(source, section, residue.instructions)
    children = _children(source, section.children, here, residue)
    if omits_parts(source, section, residue.instructions):
        children = tuple(_freed(child) for child in children)
    only_optional = not section.blocks and bool(children) and all(c.optional for c in children)
    return replace(
        content,
        level=section.level,
        line=source.line_of(section.span.start),
        path=here,
        demand=own.demand(title.optional or omittable or only_optional, stages(source, section)),
        least=least,
        most=most,
        vocabulary=title.vocabulary or _only_vocabulary(source, section.blocks),
        lasting=content.role is Role.QUESTIONS
        and is_lasting(source, section, residue.instructions),
        perhaps=may_be_none(source, section, residue.instructions),
        slot=title.slot and not own.repeat and own.optional is None and not _asks(content),
        children=children,
    )


def _heading_text(source: TemplateSource, section: Section) -> str:
    """A heading as titles are compiled from it.

    A comment that is all of it, or of what stands behind its colon, is a placeholder, and
    `<!-- optional -->` says the same as it does in brackets.
    """
    lines = section.heading.lines if section.heading else ()
    raw = " ".join(source.text(line) for line in lines)
    if "<" not in raw:
        return section.title
    said = _COMMENT.sub(lambda comment: _said(source, comment["body"]), raw)
    text = without_comments(raw).strip()
    if not text or text.endswith((":", "：")):
        return _COMMENT.sub(r"[\g<body>]", raw).strip()
    return said.strip()


def _said(source: TemplateSource, comment: str) -> str:
    """What a comment in a heading adds to it: nothing, unless it is an optional mark."""
    return f"({comment})" if source.lexicon.patterns.optional_word.fullmatch(comment) else ""


def _only_vocabulary(source: TemplateSource, blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """The values that a section lists where it shows nothing else: `Proposed | Accepted`."""
    shown = [block for block in blocks if not isinstance(block, Html)]
    if len(shown) != 1 or not isinstance(shown[0], Paragraph):
        return ()
    return read_vocabulary(source.document.source(shown[0]))


def _only_staged(section: ExpectedSection) -> ExpectedSection:
    """A section of a template that says of most sections from when on they are required.

    Those of which it says nothing are not.
    """
    staged = section.demand.when is not None
    demand = section.demand if staged else replace(section.demand, optional=True)
    return replace(section, demand=demand, children=tuple(map(_only_staged, section.children)))


def _freed(section: ExpectedSection) -> ExpectedSection:
    """A section that its parent's text allows to be left out."""
    return replace(section, demand=replace(section.demand, optional=True))


def _asks(content: ExpectedSection) -> bool:
    """Whether a section asks for more than text."""
    return bool(content.fields or content.tables or content.lists or content.codes)


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
    blocks = tuple(block for block in blocks if not source.layout.is_cut(block.span.start))
    return ExpectedSection(
        title,
        pattern,
        0,
        1,
        (),
        Demand(),
        unordered=own.unordered,
        any_level=own.any_level,
        closed=own.closed,
        role=own.role or _usual_role(pattern, source.lexicon),
        min_words=own.min_words,
        prose=any(_is_prose(source, block) for block in blocks),
        fields=read_fields(source, blocks),
        tables=tuple(read_tables(source, blocks)),
        lists=tuple(read_lists(source, blocks)),
        codes=tuple(read_codes(source, blocks)),
        choices=tuple(read_choices(source, blocks)),
    )


def _usual_role(pattern: TitlePattern, lexicon: Lexicon) -> Role:
    asks = any(name in lexicon.questions for name in pattern.names)
    return Role.QUESTIONS if asks else Role.NONE


def _is_prose(source: TemplateSource, block: Block) -> bool:
    if isinstance(block, Paragraph):
        return not source.fields_in((block,))
    return isinstance(block, Quote) or (
        bool(getattr(block, "comments", ())) and not source.is_directive(block)
    )
