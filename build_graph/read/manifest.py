"""``documents.yml``: what is known about the files of a folder beside their text."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import yaml

from build_graph.read.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from build_graph.model import Document

NAME = "documents.yml"
_KEYS = {"file", "id", "title", "url", "publisher", "date", "kind"}
_FIELDS = {"id": "id", "title": "title", "url": "url", "publisher": "publisher", "date": "published", "kind": "kind"}
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def manifest(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """Return the entries of a folder's manifest by file name; empty if it has none.

    Raises:
        ReadError: if the manifest is no YAML list of entries with the known keys.
    """
    path = folder / NAME
    if not path.is_file():
        return {}
    try:
        entries = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # BaseLoader: dates stay as written  # noqa: S506
    except RecursionError as error:
        raise ReadError(f"{path}: too many brackets inside each other") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        at = getattr(error, "problem_mark", None)
        raise ReadError(f"{path}{f', line {at.line + 1}' if at else ''}: not valid YAML") from error
    if not isinstance(entries, list):
        raise ReadError(f"{path}: give a list of entries, each beginning with - file:")
    return {entry["file"]: entry for entry in (_checked(path, number, e) for number, e in enumerate(entries, 1))}


class Manifests:
    """The manifests of folders, each read once."""

    def __init__(self, known: Mapping[Path, Mapping[str, Mapping[str, str]]] = MappingProxyType({})) -> None:
        """Take what is known already, by folder."""
        self._read: dict[Path, Mapping[str, Mapping[str, str]] | ReadError] = dict(known)

    def of(self, folder: Path) -> Mapping[str, Mapping[str, str]]:
        """Return the entries of a folder's manifest.

        Raises:
            ReadError: each time, if it cannot be used.
        """
        if folder not in self._read:
            try:
                self._read[folder] = manifest(folder)
            except ReadError as error:
                self._read[folder] = error
        found = self._read[folder]
        if isinstance(found, ReadError):
            raise ReadError(*found.args)
        return found


def _checked(path: Path, number: int, entry: object) -> Mapping[str, str]:
    if not isinstance(entry, dict) or "file" not in entry:
        raise ReadError(f"{path}: entry {number} has no file")
    unknown = sorted(set(entry) - _KEYS)
    if unknown:
        raise ReadError(
            f"{path}: entry {number} has the unknown key {unknown[0]}; known are {', '.join(sorted(_KEYS))}"
        )
    wrong = next((key for key, value in entry.items() if not isinstance(value, str)), None)
    if wrong:
        raise ReadError(f"{path}: {wrong} of entry {number} is no text")
    if not _DATE.fullmatch(entry.get("date", "2000")):
        raise ReadError(f"{path}: date of entry {number} is {entry['date']!r}; write 2020, 2020-03 or 2020-03-31")
    return entry


def described(document: Document, entry: Mapping[str, str]) -> Document:
    """Return a document with what its entry says of it."""
    told: dict[str, Any] = {_FIELDS[key]: value for key, value in entry.items() if key in _FIELDS and value}
    return replace(document, **told)
