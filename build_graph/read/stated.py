"""What a source states about itself outside its text: title, address, publisher, date."""

from __future__ import annotations

import html
import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from build_graph.read.markup import attributes
from build_graph.read.taking import plain
from build_graph.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from build_graph.read.blocks import Line
    from build_graph.read.markup import Token

_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d{2})(?:[-/.年](\d{1,2})(?!\d)(?:[-/.月](\d{1,2})(?!\d))?|(\d{2})(\d{2})(?!\d)|(?!\d))"
)
_URL = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_BORDER = r"\s*[-_|–—·]+\s*"


class Stated(NamedTuple):
    """What is known; None where nothing is stated. ``published`` is an ISO date as precise as stated."""

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None

    def over(self, other: Stated) -> Stated:
        """Return this, with what it leaves open taken from another."""
        return Stated(
            self.title or other.title,
            self.url or other.url,
            self.publisher or other.publisher,
            self.published or other.published,
        )


def known(title: str | None, url: str | None, publisher: str | None, published: str | None) -> Stated:
    """Return what is known, from text as it was written: one line each, an address of the web, a date."""
    return Stated(one_line(title), address(url), one_line(publisher), iso_date(published))


def stated(text: str, tokens: Sequence[Token], lines: Iterable[Line]) -> Stated:
    """Return what a page states about itself in its head; the title, if it must be, from its first heading."""
    metas = _metas(tokens)
    found = {field: next((metas[name] for name in names if metas.get(name)), None) for field, names in _names().items()}
    heading = next((plain(text, line.parts) for line in lines if line.is_title), None)
    publisher = one_line(found["publisher"])
    title = found["title"] or _title(text, tokens, heading, publisher) or heading
    return known(title, _canonical(tokens) or found["url"], publisher, found["published"])


def one_line(written: str | None) -> str | None:
    """Return text without line breaks and space around it; None for nothing."""
    return " ".join((written or "").split()) or None


def address(written: str | None) -> str | None:
    """Return an address of the web; None for anything else."""
    found = _URL.fullmatch((written or "").strip())
    return found[0] if found else None


def iso_date(written: str | None) -> str | None:
    """Return the first date of a text, as precise as stated.

    >>> iso_date("2022年5月9日 09:22"), iso_date("2022-05"), iso_date("20220509"), iso_date("昨日")
    ('2022-05-09', '2022-05', '2022-05-09', None)
    """
    for year, month, day, plain_month, plain_day in _DATE.findall(written or ""):
        parts = [int(part) for part in (year, month or plain_month, day or plain_day) if part]
        try:
            date(*[*parts, 1, 1][:3])
        except ValueError:
            continue
        return "-".join(f"{part:02d}" for part in parts)
    return None


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    rows = table(__package__, "statements")
    return {
        field: tuple(r["name"] for r in rows if r["field"] == field)
        for field in dict.fromkeys(r["field"] for r in rows)
    }


def _metas(tokens: Iterable[Token]) -> Mapping[str, str]:
    """Return what the meta elements say by their names, the first of each."""
    found: dict[str, str] = {}
    for token in tokens:
        if token.kind == "start" and token.name == "meta":
            said = attributes(token)
            for key in ("name", "property", "itemprop"):
                if said.get(key) and said.get("content", "").strip():
                    found.setdefault(said[key].strip().lower(), said["content"])
    return found


def _canonical(tokens: Iterable[Token]) -> str | None:
    links = (attributes(token) for token in tokens if token.kind == "start" and token.name == "link")
    return next((link.get("href") for link in links if link.get("rel", "").lower() == "canonical"), None)


def _title(text: str, tokens: Sequence[Token], heading: str | None, publisher: str | None) -> str | None:
    """Return the title of the window without the name of the site behind it."""
    written = next((token for token in tokens if token.kind == "text" and token.name == "title"), None)
    if written is None:
        return None
    title = html.unescape(text[written.start : written.end])
    if heading and heading in (one_line(title) or ""):
        return heading
    return re.sub(f"{_BORDER}{re.escape(publisher)}\\s*$", "", title) if publisher else title
