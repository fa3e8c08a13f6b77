"""Which version of its type's template a document is held to, and why."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from designlint.discovery.files import repository_root
from designlint.discovery.types import BIRTH, LATEST, DocumentType
from designlint.document.source import Unreadable, decode_source
from designlint.outline import TemplateError

if TYPE_CHECKING:
    from designlint.history.births import History
    from designlint.history.model import TemplateVersion


class Held(Struct, frozen=True):
    """What one document is held to: its type, with the template of the version that applies.

    `reason` completes "held to …", and is empty where nobody asked for an old version. `born` is
    the ISO date of the document's first commit, empty where it is not known.
    """

    type: DocumentType
    reason: str = ""
    born: str = ""


class TemplateVersions:
    """Finds the versions for the documents of one run.

    `override` takes the place of the types' own `version`. The documents that are expected
    before the first is asked for share one look at their repository.
    """

    def __init__(self, override: str = "") -> None:
        self.override = override
        self._expected: dict[DocumentType, dict[Path, None]] = {}
        self._histories: dict[Path, History] = {}
        self._variants: dict[tuple[DocumentType, str], DocumentType] = {}
        self._broken: dict[tuple[DocumentType, str], str] = {}
        self._pinned: dict[DocumentType, Held] = {}
        self._cut: set[Path] = set()
        self._unusable: dict[str, str] = {}

    def version(self, document_type: DocumentType) -> str:
        """LATEST, BIRTH or a revision."""
        if document_type.template_path is None:
            return LATEST
        return self.override or document_type.version

    def expect(self, document_type: DocumentType, path: Path) -> None:
        """Say that the document at the absolute `path` will be asked for."""
        if self.version(document_type) == BIRTH:
            known = self._expected.setdefault(document_type, {})
            if path not in known:
                known[path] = None
                self._histories.clear()

    def held(self, document_type: DocumentType, path: Path) -> Held:
        """What the document at the absolute `path` is held to.

        Raises HistoryError where git cannot tell, TemplateError for a template that cannot be
        used in the one version that is asked for.
        """
        version = self.version(document_type)
        if version == LATEST:
            return Held(document_type)
        if version != BIRTH:
            if document_type not in self._pinned:
                self._pinned[document_type] = self._at_revision(document_type, version)
            return self._pinned[document_type]
        self.expect(document_type, path)
        return self._at_birth(document_type, path)

    def notices(self) -> Iterator[str]:
        """What a reader of the report has to know, a line each."""
        if self._cut:
            expected = {path for paths in self._expected.values() for path in paths}
            yield (
                "this is a shallow clone: when "
                f"{len(self._cut)} of {len(expected)} documents were added is not known, and "
                "they are held to the latest template. `git fetch --unshallow` brings the rest "
                "of the history (in CI, `fetch-depth: 0`)"
            )
        for version, problem in self._unusable.items():
            count = len(self._unusable)
            others = f" (nor {count - 1} more of the old versions)" if count > 1 else ""
            yield f"{version} {problem}{others}; the next later one stands in"
            break

    def _at_revision(self, document_type: DocumentType, revision: str) -> Held:
        from designlint.history.revisions import version_at

        found = version_at(_template(document_type), revision)
        variant = self._variant(document_type, found, revision)
        _ = variant.outline
        return Held(variant, f"the template as of {revision} ({_at(found)})")

    def _at_birth(self, document_type: DocumentType, path: Path) -> Held:
        latest = "the template as it is now"
        history = self._history(document_type)
        if not history.holds(path):
            return Held(document_type, f"{latest}: the document is not in its repository")
        birth = history.birth(path)
        if birth is None:
            return Held(document_type, f"{latest}: the document is in no commit yet")
        if history.is_cut(birth):
            self._cut.add(path)
            reason = "this shallow clone does not tell when the document was added"
            return Held(document_type, f"{latest}: {reason}")
        template = _template(document_type)
        exact = history.at_birth(template, birth)
        before = None if exact else history.before(template, birth)
        found = exact or before
        added = f"the document was added in {birth.commit}"
        why = f", the last before {added}" if before else f", the first after {added}"
        why = ", when the document was added" if exact else why
        passed_over = ""
        for each in (*([found] if found else ()), *history.later(template, birth)):
            problem = self._problem(document_type, each)
            if problem:
                self._unusable.setdefault(f"{document_type.origin} as of {each.commit}", problem)
                when = f"{why}," if each is exact else ""
                passed_over = passed_over or f": that of {each.commit}{when} {problem}"
                continue
            variant = self._variant(document_type, each, each.commit.short)
            reason = f"the template as of {each.commit}{passed_over or why}"
            return Held(variant, reason, birth.commit.date)
        why = f": git has no version of it from when {added}"
        return Held(document_type, f"{latest}{passed_over or why}", birth.commit.date)

    def _history(self, document_type: DocumentType) -> "History":
        from designlint.history.births import read_history  # Running programs costs start-up.

        root = _repository(document_type)
        if root not in self._histories:
            documents: dict[Path, tuple[Path, ...]] = {}
            for each, paths in self._expected.items():
                if _repository(each) == root:
                    template = _template(each)
                    documents[template] = (*documents.get(template, ()), *paths)
            self._histories[root] = read_history(documents)
        return self._histories[root]

    def _variant(
        self, document_type: DocumentType, version: "TemplateVersion", name: str
    ) -> DocumentType:
        """The type with a template of old; equal ones are compiled once."""
        key = document_type, version.blob.id
        if key not in self._variants:
            text = decode_source(version.blob.data)
            origin = f"{document_type.origin} ({name})"
            if isinstance(text, Unreadable):
                raise TemplateError(origin, text.line, text.message)
            same = text == document_type.template
            self._variants[key] = (
                document_type if same else replace(document_type, origin=origin, template=text)
            )
        return self._variants[key]

    def _problem(self, document_type: DocumentType, version: "TemplateVersion") -> str:
        """Why a version cannot be used, or nothing."""
        key = document_type, version.blob.id
        if key not in self._broken:
            self._broken[key] = ""
            try:
                _ = self._variant(document_type, version, version.commit.short).outline
            except TemplateError as error:
                self._broken[key] = f"cannot be used (line {error.line}: {error.message})"
        return self._broken[key]


def _template(document_type: DocumentType) -> Path:
    if document_type.template_path is None:
        raise TypeError(f"type {document_type.name} has no template file")
    return document_type.template_path


def _repository(document_type: DocumentType) -> Path:
    return repository_root(Path(os.path.realpath(_template(document_type))).parent)


def _at(version: "TemplateVersion") -> str:
    return ", ".join(part for part in (version.commit.short, version.commit.date) if part)
