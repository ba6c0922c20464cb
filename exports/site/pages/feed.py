"""The Atom feed (RFC 4287): an entry for each source document, the newest first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from posixpath import commonprefix
from typing import TYPE_CHECKING, Final

from exports import data_files
from exports.networks.xml_text import NOT_IN_XML
from exports.site.render import shared
from exports.site.words import words
from ontology import BASE, PREFIXES, RG
from queries.run import select
from queries.terms import lexical

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exports.site.page import Page
    from exports.site.source import Source
    from exports.site.things import Thing

PATH: Final = "feed.xml"
_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_NO_TIME: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""What a feed says where the graph has no date at all: Atom wants one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A source document."""

    iri: str
    path: str
    """Path of its page below the folder of a language, with suffix."""
    title: str
    publisher: str
    """Who published the document, or nothing."""
    summaries: tuple[str, ...]
    """What it gave, in the languages of the site."""


def page(source: Source, url: str | None) -> Page:
    """Return the feed. With the address of the site its links are absolute; without, they start at the feed."""
    found = (thing for thing in source.things.values() if thing.class_name == "SourceDocument")
    documents = sorted(found, key=lambda thing: _said(thing, "dcterms:date", source), reverse=True)
    values = {
        "id": url or _namespace([each.iri for each in documents]),
        "url": url or "",
        "has_url": url is not None,
        "title": words("zh")["site"],
        "subtitle": words("zh")["lead"],
        "updated": _updated(documents, source),
        "entries": [_entry(each, source) for each in documents],
    }
    return shared("feed.xml.j2", PATH, values)


def _namespace(names: Sequence[str]) -> str:
    """Return the IRI below which the documents are named: what identifies a feed that has no address."""
    return commonprefix(names).rpartition("/")[0] + "/" if names else BASE


def _entry(thing: Thing, source: Source) -> Entry:
    return Entry(
        thing.iri,
        f"{thing.path}.html",
        _writable(thing.name),
        _writable(_said(thing, "dcterms:publisher", source)),
        tuple(_summaries(thing, source)),
    )


def _summaries(thing: Thing, source: Source) -> Iterator[str]:
    stated = source.statements.pointing_at(thing.iri).get(RG + "statedIn", ())
    kinds = [source.things[iri].class_name for iri in set(stated) if iri in source.things]
    wrong = kinds.count("Discrepancy")
    day = _said(thing, "dcterms:date", source)
    for language in ("zh", "en"):
        said = words(language)
        dated = said["feed_date"].format(date=day) if day else said["feed_no_date"]
        yield f"{dated} {said['feed_counts'].format(facts=len(kinds) - wrong, discrepancies=wrong)}"


def _updated(documents: Sequence[Thing], source: Source) -> str:
    """Return the time of the latest run, else the newest date of a document, at midnight UTC (RFC 3339)."""
    ended = select(source.store, data_files.text("site/run_times.rq"))
    runs = [moment for row in ended if (moment := _moment(str(row["ended"])))]
    dates = [moment for each in documents if (moment := _midnight(_said(each, "dcterms:date", source)))]
    newest = max(runs, default=None) or max(dates, default=_NO_TIME)
    return f"{newest.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def _moment(stated: str) -> datetime | None:
    """Return the moment of an ``xsd:dateTime``, in UTC if it names no zone; None for anything else."""
    try:
        moment = datetime.fromisoformat(stated)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _midnight(stated: str) -> datetime | None:
    """Return the first moment of a year, month or day; None for what no calendar has."""
    found = _DATE.match(stated)
    try:
        year, month, day = (int(part or 1) for part in found.groups()) if found else (0, 0, 0)
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None


def _said(thing: Thing, name: str, source: Source) -> str:
    prefix, _, local = name.partition(":")
    values = source.statements.about(thing.iri).get(PREFIXES[prefix] + local, ())
    return lexical(values[0]) if values else ""


def _writable(text: str) -> str:
    return NOT_IN_XML.sub("\ufffd", text)
