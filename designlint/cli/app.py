"""The `designlint` command: a group whose commands are imported when they are run."""

import importlib

import click

from designlint import __version__
from designlint.replay.run import Invocation

_COMMANDS = {
    "baseline": "Write down what is found today, so that check tells only what is new.",
    "calibrate": "Lay a template against documents and propose what would make it fit them.",
    "check": "Check design documents.",
    "decisions": "List the decisions of all documents, and what was chosen.",
    "explain": "Print the page of a rule.",
    "init": "Look at a repository and write a configuration for it.",
    "new": "Start a document from the template of a type.",
    "outline": "Print the section tree of documents.",
    "questions": "List the questions of all documents, and what has become of them.",
    "risks": "List the risks of all documents, and what is done about them.",
    "rules": "List the rules.",
    "schema": "Print the JSON Schema of the configuration, the report or a register.",
    "template": "Print what designlint learned from a template.",
    "types": "List the document types, or say why a file has the one it has.",
}


class LazyGroup(click.Group):
    """Knows its commands by name; `--version` loads neither pydantic nor markdown-it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, sorted."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, from the module of its name."""
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"designlint.cli.{cmd_name}")
        command = vars(module)[cmd_name]
        if not isinstance(command, click.Command):
            raise TypeError(f"designlint.cli.{cmd_name} defines no command {cmd_name}")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(_COMMANDS.items()))


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="designlint %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """A linter for Markdown design documents, with your own template as the schema."""
    if isinstance(context.obj, Invocation):
        from designlint.replay.recording import Recording  # Most commands are not recorded.

        context.obj = Recording(context.obj)
