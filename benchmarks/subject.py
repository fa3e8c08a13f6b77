"""designlint as a command, and what it can tell before it is measured."""

import json
import re
from dataclasses import dataclass

from peer_settings import Sections
from programs import Place, ask, last_line
from workspace import TEMPLATE, InputError

FLAGS = ("--cache-dir", "--no-cache", "-j")


@dataclass(frozen=True)
class Subject:
    """A designlint: the words of its command, and where it runs."""

    words: tuple[str, ...]
    place: Place

    def check(self, path: str, *options: str) -> tuple[str, ...]:
        """The command that checks a document, or all those below a folder, with all rules."""
        return (*self.words, "check", "--no-config", "--template", TEMPLATE, *options, path)

    def version(self) -> str:
        """Of designlint. Raises InputError for one that cannot be measured."""
        options = re.findall(r"(?<!\S)--?[a-z-]+", self._ask("check", "--help"))
        missing = [flag for flag in FLAGS if flag not in options]
        if missing:
            raise InputError(f"`{' '.join(self.words)} check` has no {', '.join(missing)}")
        return self._ask("--version").split()[-1]

    def sections(self) -> Sections:
        """What the template asks for, as far as other linters understand it. Raises InputError."""
        learned = json.loads(self._ask("template", "--output-format", "json", TEMPLATE))
        once = [each for each in learned["sections"] if each["least"] == each["most"] == 1]
        names = tuple(each["title"] for each in once if each["level"] == 2)
        return Sections(learned["title"] is not None, names)

    def _ask(self, *arguments: str) -> str:
        command = [*self.words, *arguments]
        answer = ask(command, self.place)
        if answer.code:
            raise InputError(f"`{' '.join(command)}` fails: {last_line(answer.complaint)}")
        return answer.text
