"""Looks at a repository: which templates it has, and which documents were written from them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from designlint.adoption.files import UNNAMED, File, find_files
from designlint.adoption.folders import cover
from designlint.adoption.globs import escaped
from designlint.adoption.names import type_name
from designlint.adoption.templates import Template, leading, read_template
from designlint.discovery.globs import Globs
from designlint.discovery.likeness import likeness
from designlint.discovery.template_files import names_template
from designlint.discovery.types import DocumentType, TypeChooser
from designlint.document import parse_document


class Collection(Struct, frozen=True):
    """Documents of one type. `template` is None where it is a built-in one.

    `globs` are relative to the root. `documents` are what was found to be alike. `others` are
    templates of which these may be documents as well, but less so.
    """

    type: str
    template: Template | None
    globs: tuple[str, ...]
    documents: tuple[File, ...] = ()
    others: tuple[Template, ...] = ()


class Survey(Struct, frozen=True):
    """What a repository holds: collections in the order in which their globs are to be tried.

    `unused` are templates for which no document was found; `problems` folders that could not be
    listed.
    """

    collections: tuple[Collection, ...]
    unused: tuple[Template, ...] = ()
    problems: tuple[str, ...] = ()


def survey(root: Path, installed: Sequence[DocumentType]) -> Survey:
    """Look at the repository in the absolute folder `root`.

    What no template of its own explains is held against the `installed` types.
    """
    files, problems = find_files(root)
    templates = [found for file in files if (found := read_template(file)) is not None]
    known = {each.file.relative for each in templates}
    names = {each.file.relative.name for each in templates}
    documents = [
        file
        for file in files
        if not (file.relative in known or names_template(file.relative))
        and (not file.is_overview or file.relative.name in names)
    ]
    leaders = leading(templates, documents)
    assigned = _assign(documents, tuple(leaders))
    collections: list[Collection] = []
    for template, others in leaders.items():
        own = assigned.get(template.file.relative, [])
        name = type_name(template.file.relative, root.name)
        globs = cover(root, own, documents) if own else _globs_beside(template)
        if globs:
            collections.append(Collection(name, template, globs, tuple(own), others))
    told = [Globs(each.globs, root) for each in collections]
    left = [file for file in documents if not any(globs.match(file.path) for globs in told)]
    collections += _by_installed(root, left, installed)
    used = {
        each.file.relative
        for collection in collections
        for each in (collection.template, *collection.others)
        if each is not None
    }
    return Survey(
        tuple(_excluding(root, each, files) for each in _apart(_by_depth(collections))),
        tuple(each for each in templates if each.file.relative not in used),
        problems,
    )


def _assign(
    documents: Iterable[File], templates: Sequence[Template]
) -> Mapping[PurePosixPath, list[File]]:
    """Each document to a template: that to which most of its folder is most alike.

    Globs tell folders apart, not files, so that the folder decides. Of equals the template that
    is nearer wins.
    """
    folders: dict[PurePosixPath, list[File]] = defaultdict(list)
    for file in documents:
        folders[file.folder].append(file)
    assigned: dict[PurePosixPath, list[File]] = defaultdict(list)
    for folder, inside in folders.items():
        best, alike, most = None, [], (0.0, 0)
        for template in templates:
            shares = {file.relative: template.share(file) for file in inside}
            fitness = (round(sum(shares.values()), 6), _nearness(template.file.folder, folder))
            if fitness[0] and fitness > most:
                best, most = template, fitness
                alike = [file for file in inside if shares[file.relative]]
        if best is not None:
            assigned[best.file.relative] += alike
    return assigned


def _nearness(one: PurePosixPath, other: PurePosixPath) -> int:
    """How many folders two paths have in common."""
    common = 0
    for mine, theirs in zip(one.parts, other.parts, strict=False):
        if mine != theirs:
            break
        common += 1
    return common


def _globs_beside(template: Template) -> tuple[str, ...]:
    """Where the documents of a template will be that has none yet: beside it, if anywhere."""
    file = template.file
    if not names_template(file.relative) or not file.folder.parts:
        return ()
    if file.folder.name.casefold() in UNNAMED:
        return ()
    counted = file.relative.stem[:2].casefold() in ("00", "nn", "xx", "yy")
    name = "[0-9]*" if counted else "*"
    return (f"{escaped(file.folder.as_posix())}/{name}{file.relative.suffix}",)


def _by_installed(
    root: Path, documents: Sequence[File], installed: Sequence[DocumentType]
) -> Iterator[Collection]:
    """Collections of the installed types, of which the documents look."""
    chooser = TypeChooser(tuple(installed))
    found: dict[str, list[File]] = defaultdict(list)
    for file in documents:
        if not file.headings or not _may_be_any(file, installed):
            continue
        choice = chooser.choose(parse_document(file.text, file.relative.as_posix()), file.path)
        if choice.type_name is not None:
            found[choice.type_name].append(file)
    for name, own in sorted(found.items()):
        globs = cover(root, own, documents)
        if globs:
            yield Collection(name, None, globs, tuple(own))


def _may_be_any(file: File, installed: Sequence[DocumentType]) -> bool:
    if file.text.startswith("---"):
        return True
    title = file.headings[0]
    return any(
        likeness(each.outline, file.keys).found > 1
        or (each.outline.title is not None and each.outline.title.regex and ":" in title)
        for each in installed
    )


def _excluding(root: Path, collection: Collection, files: Sequence[File]) -> Collection:
    """The collection without the overviews and other templates that its globs take in."""
    matched = Globs(collection.globs, root)
    own = {file.relative for file in collection.documents}
    template = collection.template.file.relative if collection.template else None
    name = template.name if template else ""
    extra = [
        f"!{escaped(file.relative.as_posix())}"
        for file in files
        if file.relative not in own
        and file.relative != template
        and (names_template(file.relative) or (file.is_overview and file.relative.name != name))
        and matched.match(file.path)
    ]
    inside = tuple(file for file in collection.documents if matched.match(file.path))
    return replace(collection, globs=(*collection.globs, *extra), documents=inside)


def _by_depth(collections: Sequence[Collection]) -> list[Collection]:
    """The deepest folders first, since the first match wins."""
    return sorted(collections, key=lambda each: -max(glob.count("/") for glob in each.globs))


def _apart(collections: Sequence[Collection]) -> Iterator[Collection]:
    """The collections, each template with a type name of its own."""
    taken: dict[str, Template | None] = {}
    for each in collections:
        name, count = each.type, 2
        while name in taken and taken[name] is not each.template:
            name, count = f"{each.type}-{count}", count + 1
        taken[name] = each.template
        yield replace(each, type=name)
