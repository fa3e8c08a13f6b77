"""The share of what a template asks for that a document has filled, section by section.

What counts are the required sections of the outline, and its fields, tables, code blocks and
lists of boxes; of optional ones those in which something stands. One is filled where its author
says something in it and no placeholder is left. So a copy of the template has next to nothing,
and a document in which the rules about completeness find nothing has all.
"""

from designlint.check.completeness.demanded import count_nothing
from designlint.check.completeness.sections import completeness, count_sections

__all__ = ["completeness", "count_nothing", "count_sections"]
