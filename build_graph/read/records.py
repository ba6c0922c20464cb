"""A record of JSON -> a document. Passages count in the raw JSON: the file, or the line of JSON Lines."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from build_graph.model import Document
from build_graph.read.errors import ReadError
from build_graph.read.source import checked, page_or_text, short_enough
from build_graph.read.spelling import members, spelled
from build_graph.read.stated import Stated, known
from build_graph.tables import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from build_graph.model import Content

_LONGEST_ID = 200
_Field = tuple[object, int, int]
"""A value and where it stands."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record comes from."""

    where: str
    """Its file and place, for messages."""
    name: str
    """What it is called if it has no id of its own."""
    encoding: str
    sha256: str


def document_at(text: str, at: int, origin: Origin, file: str | None = None) -> Document:
    """Return the document of the valid JSON object that starts at ``at``.

    Args:
        text: the raw JSON.
        at: where the object starts.
        origin: where it comes from.
        file: name of the file, if the record is all of it; else the document is named by the record's id.

    Raises:
        ReadError: if the object has no text.
    """
    fields = _fields(text, at)
    given = known(_string(fields, "title"), _string(fields, "url"), _string(fields, "publisher"), _date(fields))
    content, stated = _content(text, fields, origin.where)
    name = _name(fields) or origin.name
    document = Document(
        name, file or name, text, origin.encoding, origin.sha256,
        **given.over(stated)._asdict(), content=content, where="" if file else origin.where,
    )  # fmt: skip
    return checked(document, origin.where)


def _fields(text: str, at: int) -> Mapping[str, _Field]:
    """Return the known fields that say anything, with where they stand."""
    found = {key.lower(): (value, start, end) for key, value, start, end in members(text, at)}
    told: dict[str, _Field] = {}
    for field, key in _keys():
        if key in found and found[key][0] not in (None, "", [], {}):
            told.setdefault(field, found[key])
    return told


@cache
def _keys() -> tuple[tuple[str, str], ...]:
    return tuple((row["field"], row["key"]) for row in table(__package__, "record_keys"))


def _content(text: str, fields: Mapping[str, _Field], where: str) -> tuple[Content, Stated]:
    kind = next((kind for kind in ("text", "html") if kind in fields), None)
    if kind is None:
        raise ReadError(f"{where} has no text; give the record a key text, content or html")
    value, start, end = fields[kind]
    if not isinstance(value, str):
        raise ReadError(f"{where}: its {kind} is no text but {type(value).__name__}; give a string")
    short_enough(len(value), f"{where}: its {kind}")
    raw = spelled(text, start, end)
    page, stated = page_or_text(raw.text, page=kind == "html")
    return _titled(text, page.within(raw) if page else raw, fields), stated


def _titled(text: str, content: Content, fields: Mapping[str, _Field]) -> Content:
    """Return the content with its title as the first line, if it has none: a notice without it names no program."""
    value, start, end = fields.get("title", (None, 0, 0))
    if not isinstance(value, str) or not content.text or end > content.starts[0]:
        return content
    title = spelled(text, start, end)
    said = _squeezed(title.text)
    return content if not said or said in _squeezed(content.text) else content.after(title)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _string(fields: Mapping[str, _Field], field: str) -> str | None:
    value = fields.get(field, (None, 0, 0))[0]
    return value if isinstance(value, str) else None


def _date(fields: Mapping[str, _Field]) -> str | None:
    value = fields.get("published", (None, 0, 0))[0]
    return str(value) if isinstance(value, str | int) else None


def _name(fields: Mapping[str, _Field]) -> str | None:
    """Return the record's id: a text or a number, on one line."""
    value = fields.get("id", (None, 0, 0))[0]
    written = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    return " ".join(written.split())[:_LONGEST_ID] or None
