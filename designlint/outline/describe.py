"""What designlint learned from a template, for people and for programs."""

from typing import Any

from designlint.outline.model import (
    Demand,
    ExpectedField,
    ExpectedKey,
    ExpectedSection,
    ExpectedTable,
    Outline,
)

_MOST_SHOWN = 3


def outline_as_dict(outline: Outline) -> dict[str, Any]:
    """The outline as JSON-ready data; lines are lines of the template."""
    return {
        "origin": outline.origin,
        "title": outline.title_text or None,
        "front_matter": [
            {
                "key": key.name,
                "line": key.line,
                "optional": key.optional,
                "values": list(key.vocabulary),
                "placeholders": list(key.hints),
            }
            for key in outline.keys
        ],
        **_content(outline.root),
        "sections": [_section(child) for child in outline.root.children],
        "placeholders": [
            {
                "text": each.text,
                "line": each.line,
                "in_code": each.in_code,
                "in_heading": each.in_heading,
            }
            for each in outline.placeholders
        ],
        "instructions": [
            {"text": each.text, "line": each.line, "comment": each.comment}
            for each in outline.instructions
        ],
    }


def outline_as_text(outline: Outline) -> str:
    """The outline as an indented tree, and how much residue it knows."""
    lines = [f"# {outline.title_text}"] if outline.title else []
    if outline.keys:
        lines.append("front matter: " + ", ".join(map(_key, outline.keys)))
    lines += _content_lines(outline.root, "")
    for child in outline.root.children:
        lines += _section_lines(child, "")
    lines += [
        "",
        f"{_count(len(outline.placeholders), 'placeholder')} and "
        f"{_count(len(outline.instructions), 'instruction')} must not survive in a document.",
    ]
    return "\n".join(lines) + "\n"


def _section(section: ExpectedSection) -> dict[str, Any]:
    return {
        "title": section.title,
        "level": section.level,
        "line": section.line,
        "least": 0 if section.optional else section.least,
        "most": section.most,
        "aliases": list(section.pattern.aliases),
        "role": section.role.value or None,
        "unordered": section.unordered,
        "any_level": section.any_level,
        "slot": section.slot,
        "lasting": section.lasting,
        "values": list(section.vocabulary),
        "closed": section.closed,
        **_demand(section.demand),
        **_content(section),
        "sections": [_section(child) for child in section.children],
    }


def _content(section: ExpectedSection) -> dict[str, Any]:
    return {
        "prose": section.prose,
        "min_words": section.min_words or None,
        "fields": [_field(field) for field in section.fields],
        "tables": [_table(table) for table in section.tables],
        "lists": [
            {
                "line": each.line,
                "ordered": each.ordered,
                "kinds": each.kinds,
                "fields": [_field(field) for field in each.fields],
            }
            for each in section.lists
        ],
        "choices": [{"line": each.line, "labels": list(each.labels)} for each in section.choices],
        "code_blocks": [
            {"line": code.line, "language": code.language or None, **_demand(code.demand)}
            for code in section.codes
        ],
    }


def _field(field: ExpectedField) -> dict[str, Any]:
    return {
        "name": field.name,
        "line": field.line,
        "free": field.pattern.free,
        **_demand(field.demand),
        "values": list(field.vocabulary),
        "kind": field.kind.value if field.kind else None,
        "items": field.items,
        "code": field.code is not None,
        "fields": [_field(child) for child in field.fields],
    }


def _table(table: ExpectedTable) -> dict[str, Any]:
    return {
        "line": table.line,
        "columns": [
            {"name": column.name, "values": list(column.vocabulary)} for column in table.columns
        ],
        **_demand(table.demand),
    }


def _demand(demand: Demand) -> dict[str, Any]:
    return {
        "optional": demand.optional,
        "since": demand.since or None,
        "when": "=".join(demand.when) if demand.when else None,
    }


def _section_lines(section: ExpectedSection, indent: str) -> list[str]:
    notes = [_cardinality(section)]
    if section.role:
        lasting = ", which may stay open" if section.lasting else ""
        notes.append(f"holds the {section.role.value}{lasting}")
    if section.vocabulary:
        notes.append("/".join(section.vocabulary))
    flags = {"unordered": section.unordered, "closed": section.closed}
    flags |= {"at any level": section.any_level, "in any form": section.slot}
    notes += [name for name, is_set in flags.items() if is_set]
    if section.min_words:
        notes.append(f"at least {section.min_words} words")
    if section.pattern.aliases:
        notes.append("also called " + ", ".join(section.pattern.aliases))
    notes += _demand_notes(section.demand)
    marks = "#" * section.level
    lines = [f"{indent}{marks} {section.title}{_in_brackets(notes)}"]
    lines += _content_lines(section, indent + "  ")
    for child in section.children:
        lines += _section_lines(child, indent + "  ")
    return lines


def _content_lines(section: ExpectedSection, indent: str) -> list[str]:
    lines = []
    if section.prose and not section.children:
        lines.append(f"{indent}text")
    for field in section.fields:
        lines += _field_lines(field, indent)
    for each in section.lists:
        kinds = _count(each.kinds, "kind")
        lines.append(f"{indent}list ({'ordered' if each.ordered else 'bulleted'}, {kinds} of item)")
        for field in each.fields:
            lines += _field_lines(field, indent + "  ")
    for table in section.tables:
        columns = [
            column.name + (f" ({'/'.join(column.vocabulary)})" if column.vocabulary else "")
            for column in table.columns
        ]
        notes = _in_brackets(_demand_notes(table.demand))
        lines.append(f"{indent}table | {' | '.join(columns)} |{notes}")
    for choice in section.choices:
        lines.append(f"{indent}choice of {', '.join(choice.labels)}")
    for code in section.codes:
        language = f" of {code.language}" if code.language else ""
        lines.append(f"{indent}code block{language}{_in_brackets(_demand_notes(code.demand))}")
    return lines


def _key(key: ExpectedKey) -> str:
    return key.name + _in_brackets(["/".join(key.vocabulary), "optional" if key.optional else ""])


def _field_lines(field: ExpectedField, indent: str) -> list[str]:
    notes = ["one or more, names are free"] if field.pattern.free else []
    if field.vocabulary:
        notes.append("/".join(field.vocabulary))
    if field.kind:
        notes.append(f"a {field.kind.value}")
    if field.items:
        notes.append("a list")
    if field.code:
        notes.append("a code block")
    notes += _demand_notes(field.demand)
    lines = [f"{indent}field {field.name}{_in_brackets(notes)}"]
    for child in field.fields:
        lines += _field_lines(child, indent + "  ")
    return lines


def _demand_notes(demand: Demand) -> list[str]:
    notes = ["optional"] if demand.optional else []
    if demand.since:
        notes.append(f"since {demand.since}")
    if demand.when:
        key, values = demand.when
        known = values.split("; ")
        said = " or ".join(known if len(known) <= _MOST_SHOWN else [known[0], "…", known[-1]])
        notes.append(f"when {key} is {said}")
    return notes


def _cardinality(section: ExpectedSection) -> str:
    if (section.least, section.most) == (1, 1):
        return ""
    if section.most is None:
        return {0: "any number", 1: "one or more"}.get(section.least, f"{section.least} or more")
    return f"{section.least} to {section.most}"


def _in_brackets(notes: list[str]) -> str:
    kept = [note for note in notes if note]
    return f" ({', '.join(kept)})" if kept else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
