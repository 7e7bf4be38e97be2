"""A group of commands whose list says of each what it does in a whole sentence."""

import click

from app.language import tr

_SENTENCE = 400  # characters, more than any first sentence of a help text has


class Group(click.Group):
    """click cuts what doesn't fit on one line, often before the word that says what the command is for."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of a help text, with the first sentence of each command."""
        named = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [(name, one.get_short_help_str(_SENTENCE)) for name, one in named if one is not None and not one.hidden]
        with formatter.section(tr("Commands")):
            formatter.write_dl(rows)
