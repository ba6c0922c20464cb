"""The commands, one module each. What a command needs is imported when it runs: help comes at once."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Protocol

from reformgraph.commands import (
    ask,
    build,
    cache,
    describe,
    diff,
    evaluate,
    export,
    facts,
    gazetteer,
    place,
    questions,
    review,
    validate,
)

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping


class Command(Protocol):
    """What the module of a command offers; its docstring is the description in its help."""

    __doc__: str | None
    SUMMARY: str
    """One line for the list of commands."""
    EXAMPLES: str
    """Lines to type, each indented by two."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the command's arguments."""

    def run(self, arguments: Namespace) -> int:
        """Do it and return the exit status; raises ReformgraphError for a mistake of the user's."""


COMMANDS: Final[Mapping[str, Command]] = MappingProxyType(
    {
        "build": build,
        "ask": ask,
        "questions": questions,
        "export": export,
        "diff": diff,
        "describe": describe,
        "facts": facts,
        "review": review,
        "evaluate": evaluate,
        "validate": validate,
        "place": place,
        "gazetteer": gazetteer,
        "cache": cache,
    }
)
"""Name -> command, in the order of the help."""

ALIASES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({"ask": ("query",)})
"""Command -> other names under which it answers."""
