"""Template → `Outline`: what a finished document has, learned from the template's Markdown."""

from designlint.outline.errors import TemplateError
from designlint.outline.model import Outline
from designlint.outline.template import compile_template

__all__ = ["Outline", "TemplateError", "compile_template"]
