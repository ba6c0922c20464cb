"""A corpus on disk: ``documents/`` in one of four forms, and ``gold/``, one JSON file for each document.

Text is one file for each document. JSON Lines, WARC and Parquet are shards of 10,000 documents. The same corpus gives
the same bytes: archives carry the date of the document and an identifier made of its name.

Gold of shards has no quotes, because other offsets count there, and is compared with facts that were read before:
``reformgraph facts FOLDER/documents > facts.jsonl``, then ``reformgraph evaluate FOLDER/gold --facts facts.jsonl``.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Final

from benchmarks.corpus.making import documents

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from benchmarks.corpus.making import Made

_SHARD: Final = 10_000
_ADDRESS: Final = "https://www.example.org/{}.txt"
_RECORD: Final = "https://www.example.org/records/{}.txt"
"""What the reader calls a record of an archive; its stem is the name of the gold."""


def write(folder: Path, count: int, seed: int, form: str = "text", *, gold: bool = True) -> None:
    """Write a corpus.

    Args:
        folder: where ``documents`` and ``gold`` come to lie; it must not exist.
        count: how many documents.
        seed: the same seed gives the same documents.
        form: one of ``FORMS``.
        gold: write the gold, too.

    Raises:
        FileExistsError: if the folder exists.
    """
    (folder / "documents").mkdir(parents=True)
    (folder / "gold").mkdir()
    every = documents(count, seed)
    size = 1 if form == "text" else _SHARD
    number = 0
    while shard := list(islice(every, size)):
        FORMS[form](folder / "documents", number, shard)
        number += 1
        for made in shard if gold else ():
            record = json.dumps(made.gold(quotes=form == "text"), ensure_ascii=False)
            (folder / "gold" / f"{made.name}.json").write_text(f"{record}\n", "utf-8", newline="\n")


def _text(folder: Path, _: int, shard: Sequence[Made]) -> None:
    for made in shard:
        (folder / f"{made.name}.txt").write_text(made.text, "utf-8", newline="\n")


def _jsonl(folder: Path, number: int, shard: Sequence[Made]) -> None:
    lines = (json.dumps(_record(made), ensure_ascii=False) for made in shard)
    (folder / f"{number:04}.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8", newline="\n")


def _parquet(folder: Path, number: int, shard: Sequence[Made]) -> None:
    from polars import DataFrame  # noqa: PLC0415  (this form only)

    DataFrame([_record(made) for made in shard]).write_parquet(folder / f"{number:04}.parquet")


def _warc(folder: Path, number: int, shard: Sequence[Made]) -> None:
    with (folder / f"{number:04}.warc").open("wb") as file:
        for made in shard:
            file.write(_archived(made))


def _archived(made: Made) -> bytes:
    """Return the record of an archive (WARC 1.1, section 5) that holds a document as a server sent it."""
    body = made.text.encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n"
    block = answer + f"Content-Length: {len(body)}\r\n\r\n".encode() + body
    address = _ADDRESS.format(made.name)
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <{_RECORD.format(made.name)}>\r\n"
        f"WARC-Date: {made.published}T00:00:00Z\r\nWARC-Target-URI: {address}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def _record(made: Made) -> dict[str, str]:
    return {"id": made.name, "url": _ADDRESS.format(made.name), "published": made.published, "text": made.text}


FORMS: Final[Mapping[str, Callable[[Path, int, Sequence[Made]], None]]] = {
    "text": _text, "jsonl": _jsonl, "warc": _warc, "parquet": _parquet,
}  # fmt: skip
"""The forms by name; each writes one shard into a folder, given its number."""
