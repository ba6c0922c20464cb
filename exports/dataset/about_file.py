"""YAML as people write it: every value a text, every mistake with its line.

Nothing is guessed from how a value looks: a version 1.10 and a date 2026-11 stay what they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, NoReturn

import yaml

from exports.dataset.errors import DescriptionError

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Entry:
    """A value in a file, with its place."""

    file: Path
    name: str
    """What it is called in messages: the keys that lead to it."""
    node: yaml.Node

    def fail(self, what: str) -> NoReturn:
        """Raise DescriptionError with the place of the value."""
        raise DescriptionError(f"{self.file}, line {self.node.start_mark.line + 1}: {what}")

    def text(self) -> str:
        """Return a value that is a text and not empty, its white space at the ends removed."""
        if not isinstance(self.node, yaml.ScalarNode):
            self.fail(f"{self.name} is one text, not a list or several keys")
        text = str(self.node.value).strip()
        if any(0xD800 <= ord(character) <= 0xDFFF for character in text):
            self.fail(f"{self.name} holds half of a character")
        if not text:
            self.fail(f"{self.name} is empty: give a value, or leave the key out")
        return text

    def items(self) -> list[Entry]:
        """Return the entries of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            self.fail(f"{self.name} is a list: [first, second]")
        return [Entry(self.file, self.name, item) for item in self.node.value]

    def keys(self, known: Collection[str]) -> dict[str, Entry]:
        """Return the entries of a mapping by key; a key that is not known is told with near matches."""
        if not isinstance(self.node, yaml.MappingNode):
            self.fail(f"{self.name} has keys of its own: {', '.join(known)}")
        found: dict[str, Entry] = {}
        for key, value in self.node.value:
            here = Entry(self.file, self.name, key)
            name = here.text()
            if name not in known:
                here.fail(_unknown(name, self.name, known))
            if name in found:
                here.fail(f"{name} stands twice")
            found[name] = Entry(self.file, name, value)
        return found


def read_file(file: Path) -> Entry | None:
    """Return what a file of YAML holds, or None if it holds nothing.

    Raises DescriptionError for a file that cannot be read or is not YAML.
    """
    try:
        node = yaml.compose(file.read_text("utf-8-sig"), Loader=yaml.BaseLoader)
    except OSError as error:
        raise DescriptionError(f"{file} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise DescriptionError(f"{file} is not in UTF-8; save it as UTF-8") from error
    except RecursionError as error:
        raise DescriptionError(f"{file}: too many brackets inside each other") from error
    except yaml.YAMLError as error:
        raise DescriptionError(_malformed(file, error)) from error
    return None if node is None else Entry(file, "the file", node)


def _malformed(file: Path, error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    return f"{file}{f', line {mark.line + 1}' if mark else ''}: not valid YAML: {what}"


def _unknown(key: str, owner: str, known: Collection[str]) -> str:
    near = get_close_matches(key, known, n=2, cutoff=0.6)
    advice = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(known)}"
    return f"{owner} has no key {key!r}: {advice}"
