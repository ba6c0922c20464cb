"""The command line's grammar, put together from the commands."""

from __future__ import annotations

import sys
from argparse import Action, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from typing import TYPE_CHECKING, Any, NoReturn

from reformgraph.commands import ALIASES, COMMANDS
from reformgraph.errors import UsageError

if TYPE_CHECKING:
    from reformgraph.commands import Command

_ABOUT = "Reads Chinese documents about reform pilots and builds a graph whose every fact opens at its source."
_FIRST_STEPS = """first steps:
  reformgraph build documents/ -o out/
  reformgraph ask provinces-with-county-and-city-pilots
  reformgraph questions                  lists what can be asked
"""


class Parser(ArgumentParser):
    """A parser whose complaints are one line, and name the help that helps."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError."""
        raise UsageError(f"{message} (see `{self.prog} --help`)")


class _ShowVersion(Action):
    """Print the version, which is looked up only then."""

    def __call__(self, parser: ArgumentParser, *_: Any) -> None:  # noqa: ANN401  (argparse's own signature)
        from build_graph.version import __version__  # noqa: PLC0415  (costs 0.03 s)

        sys.stdout.write(f"reformgraph {__version__}\n")
        parser.exit()


def parse(argv: list[str] | None) -> Namespace:
    """Return the parsed command line, with the command's ``run``; raises UsageError if it makes no sense."""
    parser = Parser(
        prog="reformgraph",
        description=_ABOUT,
        epilog=_FIRST_STEPS,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", nargs=0, action=_ShowVersion, help="show the version and exit")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, command in COMMANDS.items():
        _add(commands.add_parser, name, command)
    return parser.parse_args(argv)


def _add(add_parser: Any, name: str, command: Command) -> None:  # noqa: ANN401  (a method of a private class)
    parser = add_parser(
        name,
        aliases=ALIASES.get(name, ()),
        help=command.SUMMARY,
        description=command.__doc__,
        epilog=f"examples:\n{command.EXAMPLES}",
        formatter_class=RawDescriptionHelpFormatter,
    )
    command.add_arguments(parser)
    parser.set_defaults(run=command.run)
