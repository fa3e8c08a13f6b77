"""Open questions: where they are, what they carry, and whether they are answered.

A question is a list item, table row, child heading or checkbox in a questions section. Only
structure answers one: a filled answer field or column, a checked box, a struck-through question
followed by text, a quote below what ends in a question mark, a closing mark (`— RESOLVED`) with
text below, or a place under a "Resolved questions" heading. Words in prose do not. What the
template itself asks is no question of the document's.
"""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from designlint.alignment.model import Alignment
from designlint.document import Document
from designlint.document.sections import Section
from designlint.facts.question import Question
from designlint.facts.question_reader import QuestionReader
from designlint.language.lexicon import Lexicon
from designlint.outline.model import ExpectedField, ExpectedSection, Role
from designlint.outline.titles import title_key


def find_questions(document: Document, alignment: Alignment) -> Iterator[Question]:
    """Every question of the document, answered ones too, in document order."""
    outline, lexicon = alignment.outline, alignment.outline.lexicon
    by_template = [
        (match.actual.index, match.expected)
        for match in (alignment.root.walk() if outline.questions else ())
        if match.actual is not None and match.expected.role is Role.QUESTIONS
    ]
    asked = dict(by_template)
    lasting = {index for index, expected in by_template if expected.lasting}
    all_lasting = bool(outline.questions) and all(each.lasting for each in outline.questions)
    for section, wanted in _question_sections(document, alignment, asked):
        reader = QuestionReader(document, wanted, lexicon, outline.prompts)
        for question in reader.read(section, resolved=False):
            missing = tuple(field for field in wanted if not _has(question, field))
            open_ended = section.index in lasting or (all_lasting and section.index not in asked)
            yield replace(question, missing=missing, lasting=open_ended)


def _has(question: Question, field: ExpectedField) -> bool:
    return any(a.filled and field.pattern.matches(a.key) for a in question.attributes)


def _question_sections(
    document: Document, alignment: Alignment, asked: Mapping[int, ExpectedSection]
) -> Iterator[tuple[Section, tuple[ExpectedField, ...]]]:
    """Sections of questions, by the template or by name, and what it asks of each question.

    `asked` has by the index of a section what the template wants there.
    """
    lexicon = alignment.outline.lexicon
    inside = -1
    for section in document.sections:
        if section.span.start < inside:
            continue
        named = title_key(section.title, lexicon) in lexicon.questions
        if section.index in asked or named:
            inside = section.span.end
            expected = asked.get(section.index)
            lists = expected.lists if expected is not None else ()
            wanted = (field for each in lists for field in each.fields)
            if alignment.title is not None and section.level <= alignment.title.level:
                # A heading of the title's level takes in all that follows; that is not its own.
                lowest = alignment.title.level + 2
                own = tuple(child for child in section.children if child.level >= lowest)
                section = replace(section, children=own)
            yield section, tuple(field for field in wanted if _is_asked(field, lexicon))


def _is_asked(field: ExpectedField, lexicon: Lexicon) -> bool:
    """Whether a part is asked of every question; whether it is answered is told by itself."""
    answers = (*lexicon.answer, *lexicon.deferred)
    return not field.demand.optional and not any(name in answers for name in field.pattern.names)
