"""A rule's docstring → its page: what `explain` prints, and what stands in docs/rules/."""

from designlint.pages.index import rule_index, rule_table
from designlint.pages.page import page_problems, rule_page

__all__ = ["page_problems", "rule_index", "rule_page", "rule_table"]
