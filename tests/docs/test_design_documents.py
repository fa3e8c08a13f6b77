"""The design documents are clean, and what they name is there: docs/design/README.md says how."""

import ast
import importlib
import json
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from designlint.cli import main
from designlint.config.model import kebab
from designlint.config.tables import ConfigTable, DocumentsTable
from designlint.document import Document, parse_document
from designlint.document.blocks import CodeBlock
from designlint.document.inline import InlineKind
from designlint.outline.directives import NAMES as DIRECTIVES
from designlint.registry import load_registry

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs/design"
DOCUMENTS = {
    path.stem: parse_document(path.read_text("utf-8"), path.name)
    for path in sorted(FOLDER.glob("*.md"))
}
REGISTRY = load_registry()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
FILES = [path for name in ("designlint", "rules", "tests") for path in (ROOT / name).rglob("*.py")]

_PATH = re.compile(r"[\w.-]*/[\w./-]*|\.?[\w-]+(?:\.[\w-]+)*\.(?:md|py|toml|ya?ml)|\.[a-z]{4,}")
_DOTTED = re.compile(r"(?:designlint|designlint_rules|importlib)(?:\.\w+)+")
_CALL = re.compile(r"(?:(?P<owner>\w+)\.)?(?P<name>\w+)\(\)")
_CLASS = re.compile(r"(?P<owner>[A-Z][A-Za-z]+)(?:\.(?P<name>[a-z_]+))?")
_CONSTANT = re.compile(r"[A-Z]+(?:_[A-Z]+)*")
_KEBAB = re.compile(r"[a-z]+(?:-[a-z]+)+")
_SNAKE = re.compile(r"\b_?[a-z]+(?:_[a-z]+)+\b")
_LINK = re.compile(r"\]\(([^)#]+)")
_VERBS = {"ignore-file"}  # what a suppressing comment opens with, beside `ignore`


def _fields(node: ast.ClassDef) -> list[str]:
    """The fields with types and defaults; what `field(…)` says of one is left out."""
    fields = []
    for each in node.body:
        if isinstance(each, ast.AnnAssign):
            shown = f"{ast.unparse(each.target)}: {ast.unparse(each.annotation)}"
            if each.value and not ast.unparse(each.value).startswith("field("):
                shown += f" = {ast.unparse(each.value)}"
            fields.append(shown)
    return fields


def _functions(node: ast.ClassDef | ast.Module) -> list[ast.FunctionDef]:
    return [each for each in node.body if isinstance(each, ast.FunctionDef)]


def _signature(node: ast.FunctionDef) -> str:
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    return f"{node.name}({ast.unparse(node.args)}){returns}"


class Code:
    """All classes, functions and constants of the project, by name."""

    def __init__(self) -> None:
        self.classes: dict[str, list[ast.ClassDef]] = {}
        self.functions: dict[str, list[ast.FunctionDef]] = {}
        self.constants: set[str] = set()
        for path in FILES:
            tree = ast.parse(path.read_text("utf-8"))
            self.constants |= {
                target.id
                for node in tree.body
                if isinstance(node, ast.Assign)
                for target in node.targets
                if isinstance(target, ast.Name)
            }
            for node in ast.walk(tree):
                if isinstance(node, ast.ClassDef):
                    self.classes.setdefault(node.name, []).append(node)
                elif isinstance(node, ast.FunctionDef):
                    self.functions.setdefault(node.name, []).append(node)

    def has_member(self, owner: str, name: str) -> bool:
        """Whether a class of this name states such a method or field itself."""
        return any(
            name in {each.name for each in _functions(node)}
            or any(re.match(rf"{name}\b", each) for each in _fields(node))
            for node in self.classes.get(owner, ())
        )

    def knows(self, name: str) -> bool:
        """Whether anything is called this: a function, a module, a field."""
        return (
            name in self.functions
            or any(path.stem == name for path in FILES)
            or any(self.has_member(owner, name) for owner in self.classes)
        )


CODE = Code()


def _code_spans(document: Document) -> Iterator[str]:
    for leaf in document.leaves:
        for inline in document.inlines(leaf):
            if inline.kind is InlineKind.CODE:
                yield " ".join(inline.span.slice(document.text).strip("`").split())


def _fences(document: Document, language: str) -> Iterator[str]:
    for block in document.flat:
        if isinstance(block, CodeBlock) and block.fenced and block.language == language:
            lines = block.body.slice(document.text).split("\n")
            indent = block.span.start - document.lines.start_of(
                document.position(block.span.start).line
            )
            yield "\n".join(line[indent:] for line in lines)


def _path_exists(text: str) -> bool:
    if (ROOT / text).exists():
        return True
    return "/" not in text and any((ROOT / "rules").rglob(text))


def _is_importable(text: str) -> bool:
    parts = text.split(".")
    for end in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:end]))
        except ModuleNotFoundError:
            continue
        for name in parts[end:]:
            if not hasattr(found, name):
                return False
            found = getattr(found, name)
        return True
    return False


def _is_call(text: str) -> bool:
    match = _CALL.fullmatch(text)
    if match is None:
        return False
    if match["owner"]:
        return CODE.has_member(match["owner"], match["name"])
    return match["name"] in CODE.functions


def _is_class(text: str) -> bool:
    match = _CLASS.fullmatch(text)
    if match is None or match["owner"] not in CODE.classes:
        return False
    return match["name"] is None or CODE.has_member(match["owner"], match["name"])


def _is_name(text: str) -> bool:
    requirements = [*PROJECT["dependencies"]]
    for extra in PROJECT["optional-dependencies"].values():
        requirements += extra
    libraries = {re.split(r"[^\w-]", each)[0].lower() for each in requirements}
    keys = {kebab(name) for model in (ConfigTable, DocumentsTable) for name in model.model_fields}
    known = {*REGISTRY.rules, *REGISTRY.types, *DIRECTIVES, *keys, *_VERBS}
    return text in known or text in libraries


def _is_command(text: str) -> bool:
    program, *arguments = text.split()
    if program == "python":
        return arguments[0] == "-m" or (ROOT / arguments[0]).is_file()
    command = main.get_command(click.Context(main), arguments[0])
    if command is None:
        return False
    options = {name for each in command.params for name in each.opts}
    return all(each in options for each in arguments if each.startswith("--"))


KINDS: tuple[tuple[Callable[[str], object], Callable[[str], bool]], ...] = (
    (re.compile(r"(?:designlint|python) \S.*").fullmatch, _is_command),
    (_DOTTED.fullmatch, lambda text: text == "designlint.rules" or _is_importable(text)),
    (_PATH.fullmatch, _path_exists),
    (_CALL.fullmatch, _is_call),
    (_CONSTANT.fullmatch, lambda text: text in CODE.constants),
    (_CLASS.fullmatch, _is_class),
    (_KEBAB.fullmatch, _is_name),
)


def problem(text: str) -> str:
    """What is wrong with the text of a code span; empty where it names nothing, or what is."""
    for is_meant, is_there in KINDS:
        if is_meant(text):
            return "" if is_there(text) else f"there is no `{text}`"
    return ""


def _excerpt_problems(source: str) -> Iterator[str]:
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef):
            known = {_signature(each) for each in CODE.functions.get(node.name, ())}
            if _signature(node) not in known:
                yield f"{_signature(node)} is none of {sorted(known)}"
        elif isinstance(node, ast.ClassDef):
            classes = CODE.classes.get(node.name, [])
            if not any(_is_excerpt(node, each) for each in classes):
                yield f"class {node.name} is another in the code: {[*map(_fields, classes)]}"
        else:
            yield f"neither a class nor a function: {ast.unparse(node)}"


def _is_excerpt(shown: ast.ClassDef, real: ast.ClassDef) -> bool:
    methods = {_signature(each) for each in _functions(real)}
    if any(_signature(each) not in methods for each in _functions(shown)):
        return False
    if not _fields(shown):
        return True
    decorators = [ast.unparse(each) for each in shown.decorator_list]
    bases = [ast.unparse(each) for each in shown.bases]
    return (
        _fields(shown) == _fields(real)
        and decorators == [ast.unparse(each) for each in real.decorator_list]
        and bases == [ast.unparse(each) for each in real.bases]
    )


def test_designlint_finds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    every = ",".join(REGISTRY.rules)
    arguments = ["check", "--no-config", "--select", every, "--output-format", "json"]
    result = CliRunner().invoke(main, [*arguments, "docs/design"])
    assert result.exit_code == 0, result.output
    report = json.loads(result.stdout)
    assert report["diagnostics"] == []
    assert report["summary"]["suppressed"] == 0
    assert {(each["path"], each["type"]) for each in report["documents"]} == {
        (f"docs/design/{name}.md", "technical-design") for name in DOCUMENTS if name != "README"
    }


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_named_is_there(name: str) -> None:
    problems = {problem(text) for text in _code_spans(DOCUMENTS[name])}
    assert problems <= {""}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    links = [link for link in _LINK.findall(DOCUMENTS[name].text) if "://" not in link]
    assert [link for link in links if not (FOLDER / link).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_excerpts_are_of_the_code(name: str) -> None:
    excerpts = _fences(DOCUMENTS[name], "python")
    assert [each for source in excerpts for each in _excerpt_problems(source)] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_diagrams_name_what_is_there(name: str) -> None:
    for diagram in _fences(DOCUMENTS[name], ""):
        names = set(_SNAKE.findall(diagram))
        assert {each for each in names if not CODE.knows(each)} == set()
        modules = set(re.findall(r"[\w/]+\.py\b", diagram))
        known = [path.as_posix() for path in FILES]
        assert {
            each for each in modules if not any(path.endswith(f"/{each}") for path in known)
        } == set()


def test_layers_are_those_of_the_import_contract() -> None:
    contract = (ROOT / ".importlinter").read_text("utf-8")
    excerpts = [each for document in DOCUMENTS.values() for each in _fences(document, "ini")]
    assert excerpts
    assert [each for each in excerpts if each not in contract] == []


def test_the_index_lists_every_document() -> None:
    linked = set(_LINK.findall(DOCUMENTS["README"].text))
    assert {path.name for path in FOLDER.glob("*.md")} - {"README.md"} <= linked


def test_every_dependency_has_its_reason() -> None:
    text = DOCUMENTS["README"].text
    extras = PROJECT["optional-dependencies"]
    wanted = [each for group in (PROJECT["dependencies"], *extras.values()) for each in group]
    names = {re.split(r"[^\w-]", each)[0] for each in wanted} - {PROJECT["name"]}
    named = {name for name in names if re.search(rf"^\| {name} \||`{name}`", text, re.MULTILINE)}
    assert names - named == set()


@pytest.mark.parametrize(
    "text",
    [
        "designlint/alignment/nowhere.py",
        "nowhere.toml",
        "designlint.document.parse_nothing",
        "designlint.nowhere",
        "parse_nothing()",
        "Document.nothing()",
        "Document.nothing",
        "Documents",
        "NOTHING_AT_ALL",
        "missing-everything",
        "designlint chekc docs/",
        "designlint check --nothing",
        "python benchmarks/nothing.py",
    ],
)
def test_what_is_not_there_is_noticed(text: str) -> None:
    assert problem(text) == f"there is no `{text}`"


@pytest.mark.parametrize(
    "source",
    [
        "def parse_document(text: str) -> Document: ...",
        "class Section:\n    title: str",
        "@dataclass\nclass Note:\n    span: Span\n    message: str",
        "class Document:\n    def position(self) -> Position: ...",
        "class Nothing:\n    name: str",
    ],
)
def test_an_excerpt_that_is_none_is_noticed(source: str) -> None:
    assert [*_excerpt_problems(source)]
