"""Configuration of other linters, made from what a template asks for.

Each has two rules: the template's sections stand in their order, and no heading stands twice.
"""

import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Sections:
    """What a template asks for: these titles at level 2, in this order, below a title or not."""

    titled: bool
    names: tuple[str, ...]

    def good(self) -> str:
        """A document that has them all."""
        named = "".join(f"## {name}\n\nText.\n\n" for name in self.names)
        return f"{self._title()}{named}"

    def bad(self) -> str:
        """A document without them, in which a heading stands twice."""
        return f"{self._title()}## Once\n\n### Twice\n\nText.\n\n### Twice\n\nText.\n"

    def _title(self) -> str:
        return "# Title\n\nText.\n\n" if self.titled else ""


def rumdl(sections: Sections) -> str:
    """A `rumdl.toml`."""
    headings = json.dumps(_required_headings(sections), ensure_ascii=False)
    return f'[global]\nenable = ["MD024", "MD043"]\n\n[MD043]\nheadings = {headings}\n'


def markdownlint(sections: Sections) -> str:
    """A `.markdownlint-cli2.jsonc`."""
    required = {"headings": _required_headings(sections)}
    return json.dumps({"config": {"default": False, "MD024": True, "MD043": required}})


def mdsmith(sections: Sections) -> str:
    """A `.mdsmith.yml`, in the part of YAML that is JSON. It cannot ask for a title."""
    categories = "accessibility code directive heading line link list prose structural table"
    kind = {"schema": {"sections": [{"heading": name} for name in sections.names]}}
    return json.dumps(
        {
            "categories": dict.fromkeys((*categories.split(), "whitespace"), False),
            "rules": {"no-duplicate-headings": True, "required-structure": True},
            "kinds": {"design": kind},
            "kind-assignment": [{"glob": ["**/*.md"], "kinds": ["design"]}],
        }
    )


def mdschema(sections: Sections) -> str:
    """A `.mdschema.yml`, in the part of YAML that is JSON."""
    structure: list[dict[str, object]] = [
        {"heading": f"## {name}", "allow_additional": True} for name in sections.names
    ]
    if sections.titled:
        title = {"pattern": "# .*", "regex": True}
        structure = [{"heading": title, "allow_additional": True, "children": structure}]
    return json.dumps({"structure": structure, "heading_rules": {"unique": True}})


def _required_headings(sections: Sections) -> list[str]:
    return ["*", *(part for name in sections.names for part in (f"## {name}", "*"))]
