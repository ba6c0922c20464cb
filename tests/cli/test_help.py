"""Help is everywhere, comes at once, and its examples are real."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys

import pytest

from exports import FORMATS
from queries.catalogue import find
from reformgraph import __version__
from reformgraph.commands import COMMANDS
from reformgraph.parser import parse

HEAVY = ("pyoxigraph", "rdflib", "pyshacl", "rich", "networkx", "jinja2", "yaml", "pypinyin", "opencc_pyo3")
LOADED = "import sys, json; sys.argv = ['x', *sys.argv[1:]]\n\
from reformgraph.__main__ import main\n\
try: main()\n\
except SystemExit: pass\n\
print(json.dumps(sorted(sys.modules)), file=sys.stderr)"


def examples(command: str) -> list[str]:
    return [line.strip() for line in COMMANDS[command].EXAMPLES.splitlines()]


def test_help_lists_every_command_and_the_first_steps(reformgraph) -> None:
    outcome = reformgraph("--help")
    assert outcome.status == 0
    for name, command in COMMANDS.items():
        assert name in outcome.out
        assert command.SUMMARY.split(";")[0] in " ".join(outcome.out.split())
    assert "reformgraph build documents/ -o out/" in outcome.out


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_describes_it_and_shows_examples(command: str, reformgraph) -> None:
    outcome = reformgraph(command, "--help")
    assert outcome.status == 0
    assert outcome.err == ""
    assert outcome.out.startswith(f"usage: reformgraph {command} ")
    assert COMMANDS[command].__doc__.splitlines()[0] in outcome.out
    assert all(example in outcome.out for example in examples(command))


@pytest.mark.parametrize("example", [each for command in COMMANDS for each in examples(command)])
def test_an_example_is_a_command_line_that_makes_sense(example: str) -> None:
    words = shlex.split(re.split(r" [>|] (?!.*reformgraph)", example)[0].rpartition("| ")[2])
    assert words[0] == "reformgraph"
    arguments = parse(words[1:])
    asked = getattr(arguments, "question", None)
    if asked and asked != "-" and not asked.endswith(".rq"):
        find(asked)
    assert getattr(arguments, "format", None) in {None, "text", "json", "csv", *FORMATS}


def test_version_is_told(reformgraph) -> None:
    outcome = reformgraph("--version")
    assert (outcome.status, outcome.out) == (0, f"reformgraph {__version__}\n")


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["ask", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    done = subprocess.run([sys.executable, "-c", LOADED, *arguments], capture_output=True, check=True)
    loaded = set(json.loads(done.stderr.splitlines()[-1]))
    assert loaded.isdisjoint(HEAVY)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "required: COMMAND (see `reformgraph --help`)"),
        (["dance"], "invalid choice: 'dance'"),
        (["facts"], "required: PATH (see `reformgraph facts --help`)"),
        (["validate", "x.ttl", "--format", "pdf"], "invalid choice: 'pdf'"),
        (["ask", "--colour"], "unrecognized arguments: --colour"),
        (["gazetteer"], "required: -o/--out"),
    ],
)
def test_a_command_line_without_sense_is_one_line_that_names_the_help(arguments, complaint, reformgraph) -> None:
    outcome = reformgraph(*arguments)
    assert outcome.status == 2
    assert outcome.out == ""
    assert outcome.err.startswith("reformgraph: error: ")
    assert complaint in outcome.err
    assert outcome.err.count("\n") == 1
