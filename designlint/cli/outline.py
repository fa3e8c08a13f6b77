"""`designlint outline`."""

import sys
from pathlib import Path
from typing import TypedDict

import click

from designlint.cli.output import Failure, emit, notice
from designlint.discovery.files import PathError, discover
from designlint.discovery.globs import Globs
from designlint.document import Document, parse_document
from designlint.document.sections import Section
from designlint.document.source import Unreadable, read_source
from designlint.report.escape import json_text, safe


class Branch(TypedDict):
    """One section."""

    title: str
    level: int
    line: int
    sections: list["Branch"]


class Tree(TypedDict):
    """One file."""

    path: str
    sections: list[Branch]


@click.command()
@click.argument("files", nargs=-1, required=True)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="An indented tree, or a list of {path, sections}.",
)
def outline(files: tuple[str, ...], output_format: str) -> None:
    """Print the section tree of Markdown files, with line numbers."""
    working = Path.cwd()
    try:
        discovered = discover(files, Globs((), working), working)
    except PathError as error:
        raise Failure(str(error)) from error
    problems = list(discovered.problems)
    trees: list[Tree] = []
    for file in discovered.files:
        source = read_source(file.path)
        if isinstance(source, Unreadable):
            problems.append(f"{file.shown}:{source.line}:{source.column}: {source.message}")
            continue
        document = parse_document(source, file.shown)
        sections = [_branch(child, document) for child in document.root.children]
        trees.append({"path": file.shown, "sections": sections})
    if output_format == "json":
        emit(json_text(trees, indent=2) + "\n", utf8=True)
    else:
        emit("\n".join(_as_text(tree) for tree in trees))
    for problem in problems:
        notice(problem)
    sys.exit(2 if problems else 0)


def _branch(section: Section, document: Document) -> Branch:
    return {
        "title": section.title,
        "level": section.level,
        "line": document.position(section.span.start).line,
        "sections": [_branch(child, document) for child in section.children],
    }


def _as_text(tree: Tree) -> str:
    rows = [f"{safe(tree['path'])}\n"]

    def add(branch: Branch, depth: int) -> None:
        marks = "#" * branch["level"]
        rows.append(f"{branch['line']:>6}  {'  ' * depth}{marks} {safe(branch['title'])}\n")
        for child in branch["sections"]:
            add(child, depth + 1)

    for branch in tree["sections"]:
        add(branch, 0)
    return "".join(rows)
