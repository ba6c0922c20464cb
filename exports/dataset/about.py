"""What only the publisher of a dataset can say of it, from a small file in YAML.

Everything may be left out, and what is left out is not invented. That holds above all for the licence: the
facts of a graph are nobody's, but its passages are quoted from documents of others, and its arrangement belongs to
whoever builds and publishes it. So no program can grant it, and there is no default. (The licence of this software
says nothing about the data.)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from pyoxigraph import NamedNode

from exports.data_files import table
from exports.dataset.about_file import read_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from exports.dataset.about_file import Entry

Texts = dict[str, str]
"""Language (zh, en) -> text."""

LANGUAGES: Final = ("zh", "en")
AGENT_KINDS: Final = ("organization", "person")
_MAIL: Final = re.compile(r"mailto:[^@]+@[^@]+")
_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Agent:
    """A body or a person who answers for a dataset."""

    name: Texts
    kind: str = "organization"
    page: str | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What a publisher says; None, or nothing, where nothing is said."""

    title: Texts = field(default_factory=dict)
    description: Texts = field(default_factory=dict)
    publisher: Agent | None = None
    creator: Agent | None = None
    contact: str | None = None
    """Address of a page, or ``mailto:`` and an address for mail."""
    licence: str | None = None
    """IRI of the licence of the data."""
    version: str | None = None
    previous_version: str | None = None
    """IRI of the dataset's previous version."""
    issued: str | None = None
    """First published: YYYY, YYYY-MM or YYYY-MM-DD."""
    modified: str | None = None
    landing_page: str | None = None
    download: str | None = None
    """Address of the folder, which ends in ``/``: each file is found below it."""
    keywords: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Language -> keywords."""
    themes: tuple[str, ...] = ()
    """Codes of ``dataset_themes.tsv``."""


def read_about(file: Path) -> About:
    """Return what a file says; raises DescriptionError with the line of a mistake."""
    whole = read_file(file)
    if whole is None:
        return About()
    said = whole.keys(_READERS)
    return About(**{key.replace("-", "_"): _READERS[key](entry) for key, entry in said.items()})


def _texts(entry: Entry) -> Texts:
    by_language = {language: each.text() for language, each in entry.keys(LANGUAGES).items()}
    if not by_language:
        entry.fail(f"{entry.name} is empty: give a text for {' or '.join(LANGUAGES)}, or leave the key out")
    return by_language


def _agent(entry: Entry) -> Agent:
    said = entry.keys(("name", "kind", "page"))
    if "name" not in said:
        entry.fail(f"{entry.name} has no name")
    kind = said["kind"].text() if "kind" in said else AGENT_KINDS[0]
    if kind not in AGENT_KINDS:
        said["kind"].fail(f"kind is one of {', '.join(AGENT_KINDS)}, not {kind!r}")
    return Agent(_texts(said["name"]), kind, _address(said["page"]) if "page" in said else None)


def _address(entry: Entry) -> str:
    """Return an absolute address of the web."""
    address = entry.text()
    if not _is_address(address):
        entry.fail(f"{entry.name} is an address that begins with https:// or http://, not {address!r}")
    return address


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and _is_iri(text)


def _is_iri(text: str) -> bool:
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True


def _contact(entry: Entry) -> str:
    address = entry.text()
    if not _is_address(address) and not (_MAIL.fullmatch(address) and _is_iri(address)):
        entry.fail(f"{entry.name} is the address of a page (https://…) or mailto:name@host, not {address!r}")
    return address


def _folder(entry: Entry) -> str:
    address = _address(entry)
    if urlsplit(address).query or urlsplit(address).fragment:
        entry.fail(f"{entry.name} is the address of a folder, without ? and #")
    return address.rstrip("/") + "/"


def _date(entry: Entry) -> str:
    text = entry.text()
    found = _DATE.fullmatch(text)
    try:
        if found is None:
            raise ValueError
        date(*(int(part or 1) for part in found.groups()))
    except ValueError:
        entry.fail(f"{entry.name} is a date: YYYY, YYYY-MM or YYYY-MM-DD, not {text!r}")
    return text


def _keywords(entry: Entry) -> Mapping[str, tuple[str, ...]]:
    return {
        language: tuple(dict.fromkeys(word.text() for word in words.items()))
        for language, words in entry.keys(LANGUAGES).items()
    }


def _themes(entry: Entry) -> tuple[str, ...]:
    known = [row["code"] for row in table("dataset_themes.tsv")]
    for theme in entry.items():
        if theme.text() not in known:
            theme.fail(f"there is no theme {theme.text()!r}: there are {', '.join(known)}")
    return tuple(dict.fromkeys(theme.text() for theme in entry.items()))


_READERS: Final[Mapping[str, Callable[[Entry], Any]]] = {
    "title": _texts,
    "description": _texts,
    "publisher": _agent,
    "creator": _agent,
    "contact": _contact,
    "licence": _address,
    "version": lambda entry: entry.text(),
    "previous-version": _address,
    "issued": _date,
    "modified": _date,
    "landing-page": _address,
    "download": _folder,
    "keywords": _keywords,
    "themes": _themes,
}
"""Key of the file -> how its value is read."""
