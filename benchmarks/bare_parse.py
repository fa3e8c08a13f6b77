"""Read every Markdown file below a folder and parse it with markdown-it-py, inline content too.

    python benchmarks/bare_parse.py FOLDER

Nothing else is done: it is what a check of these files is measured against.
"""

import sys
from pathlib import Path

from markdown_it import MarkdownIt


def main() -> None:
    """Parse, and throw the tokens away."""
    parse = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse
    for path in sorted(Path(sys.argv[1]).rglob("*.md")):
        parse(path.read_text("utf-8", errors="replace"))


if __name__ == "__main__":
    main()
