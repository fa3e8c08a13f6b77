"""What the results of a run depend on, beside each document itself."""

import os
import sys

from designlint import __version__, disk
from designlint.cache.results import Results, fingerprint
from designlint.cli.judge import Judge
from designlint.discovery.types import DocumentType
from designlint.replay.code import code_beside
from designlint.replay.folder import cache_folder


def known_results(judge: Judge, folder: str | None) -> Results:
    """What is known from earlier runs that were like this one, in `folder` or where it usually is.

    Raises ConfigError and TemplateError.
    """
    project = judge.project
    parts = (
        __version__,
        sys.version,
        [disk.tree(each) for each in code_beside(project.registry.code)],
        disk.libraries(),
        project.working,
        project.settings.folder,
        project.settings.shown,
        project.settings.text,
        judge.overrides,
        judge.today,
        judge.registers,
        judge.completeness,
        judge.fixed is None,
        [_known_by(each) for each in judge.types],
    )
    return Results(cache_folder(folder, os.fspath(project.working)), fingerprint(parts))


def _known_by(document_type: DocumentType) -> tuple[object, ...]:
    return (
        document_type.name,
        document_type.origin,
        document_type.template,
        document_type.template_path,
        document_type.files,
        document_type.severity,
        document_type.enough,
        document_type.schema,
    )
