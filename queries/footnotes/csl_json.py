"""Footnotes as CSL-JSON (https://citationstyles.org): an item for each document, with the words that are quoted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from queries.footnotes.sources import cited

if TYPE_CHECKING:
    from queries.footnotes.notes import Footnotes
    from queries.footnotes.sources import Cited

    Item = dict[str, object]


def csl_json(notes: Footnotes) -> str:
    """Return the documents behind an answer as a list of CSL-JSON items."""
    return json.dumps([_item(source) for source in cited(notes)], ensure_ascii=False, indent=2) + "\n"


def _item(source: Cited) -> Item:
    about = source.about
    item: Item = {"id": source.key, "type": "webpage", "title": about.title or about.document, "language": "zh"}
    if about.publisher:
        item["author"] = [{"literal": about.publisher}]
    if about.date:
        item["issued"] = {"date-parts": [[int(part) for part in about.date.split("-")]]}
    if about.url:
        item["URL"] = about.url
    return {**item, "source": source.version, "note": source.quoted}
