"""The sitemap (sitemaps.org protocol 0.9): the address of every page, for search engines.

A sitemap may list pages below its own folder only, and 50,000 at most. So each language has its own, cut into parts,
and ``sitemap.xml`` lists the parts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from exports.errors import ExportError
from exports.site.render import shared
from exports.site.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from exports.site.page import Page

PATH: Final = "sitemap.xml"
_ADDRESS: Final = re.compile(r"https?://[^/?#\[\]@]+(/[^?#]*)?", re.IGNORECASE)
_WRITABLE: Final = re.compile(r"[!-~]+")
_MOST: Final = 50_000
"""Addresses in one file."""


def checked_url(url: str) -> str:
    """Return the address at which a site will lie, with a slash at its end; raises ExportError if it is none."""
    if not _ADDRESS.fullmatch(url):
        raise ExportError(f"{url!r} is no address of a site: write it as https://example.org/pilots/")
    if not _WRITABLE.fullmatch(url):
        raise ExportError(f"{url!r} has characters that an address cannot have: write it as a browser copies it")
    return url if url.endswith("/") else f"{url}/"


def pages(paths: Iterable[str], url: str, most: int = _MOST) -> Iterator[Page]:
    """Yield the sitemaps of the pages with these paths below the site's folder, and the list of the sitemaps."""
    found = sorted(path for path in paths if path.endswith(".html"))
    parts: list[str] = []
    for language in LANGUAGES:
        below = [path for path in found if path.startswith(f"{language}/")]
        for start in range(0, len(below), most):
            parts.append(f"{language}/sitemap-{start // most + 1}.xml")
            addresses = [url + quote(path) for path in below[start : start + most]]
            yield shared("sitemap.xml.j2", parts[-1], {"addresses": addresses})
    yield shared("sitemaps.xml.j2", PATH, {"addresses": [url + part for part in parts]})
