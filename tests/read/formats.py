"""The same text in every format: what tests and people compare readings with.

Each function takes a text as a page shows it (a paragraph a line, rows of tables with `` | ``) and returns the bytes of
a file. Nothing is written to disk, nothing is fetched.
"""

import gzip
import html
import io
import json
import re
from collections.abc import Iterator, Mapping
from itertools import groupby

import docx
import polars
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT, SIZE, LEADING, MARGIN = "STSong-Light", 12, 18, 25 * mm


def blocks(text: str) -> Iterator[str | list[list[str]]]:
    """Yield the paragraphs of a text, and its tables as rows of cells."""
    for is_table, lines in groupby(text.splitlines(), lambda line: line.count("|") > 1):
        if is_table:
            yield [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
        else:
            yield from (line.strip() for line in lines if line.strip())


def as_html(text: str, title: str = "网页", **stated: str) -> bytes:
    """Return a page with navigation, scripts and a footer around the text; ``stated`` are its meta elements."""
    metas = "".join(f'<meta name="{name}" content="{html.escape(value)}">' for name, value in stated.items())
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{html.escape(title)}</title>{metas}'
        "<style>p { color: red }</style><script>var a = '<p>不是正文</p>';</script></head>\n<body>"
        '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul></div>\n'
        f'<div class="article"><!-- 正文 -->\n{"".join(map(_element, blocks(text)))}</div>\n'
        '<div class="footer"><p>网站地图</p></div></body></html>\n'
    ).encode()


def _element(block: str | list[list[str]]) -> str:
    if isinstance(block, str):
        return f"<p>{html.escape(block)}</p>\n"
    rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in block)
    return f'<table border="1">{"".join(f"<tr>{row}</tr>" for row in rows)}</table>\n'


def as_json(text: str, **fields: object) -> bytes:
    """Return one record, its text escaped as far as JSON can."""
    return json.dumps({**fields, "text": text}).encode()


def as_json_lines(texts: Mapping[str, str]) -> bytes:
    """Return one record a line; the keys are the ids."""
    return "".join(
        json.dumps({"id": id_, "text": text}, ensure_ascii=False) + "\n" for id_, text in texts.items()
    ).encode()


def as_parquet(*texts: str) -> bytes:
    """Return a table with one row for each text."""
    file = io.BytesIO()
    polars.DataFrame({"text": texts}).write_parquet(file)
    return file.getvalue()


def as_warc(pages: Mapping[str, bytes], media: str = "text/html; charset=utf-8", *, packed: bool = True) -> bytes:
    """Return an archive with one answer for each page; the keys are the ids, and end the addresses."""
    records = [warc_record(id_, http(body, media)) for id_, body in pages.items()]
    return b"".join(gzip.compress(record, mtime=0) for record in records) if packed else b"".join(records)


def http(body: bytes, media: str, status: str = "200 OK", headers: str = "") -> bytes:
    """Return the answer of a server."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{headers}\r\n".encode() + body


def warc_record(
    id_: str, block: bytes, kind: str = "response", media: str = "application/http; msgtype=response"
) -> bytes:
    """Return one record of an archive."""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <{id_}>\r\nWARC-Target-URI: https://example.org/{id_}\r\n"
        f"WARC-Date: 2031-01-01T00:00:00Z\r\nContent-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def as_docx(text: str) -> bytes:
    """Return a document of Word."""
    word = docx.Document()
    for block in blocks(text):
        if isinstance(block, str):
            word.add_paragraph(block)
            continue
        table = word.add_table(len(block), max(map(len, block)))
        for row, cells in enumerate(block):
            for column, cell in enumerate(cells):
                table.cell(row, column).text = cell
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def printable(text: str) -> str:
    """Return a text without the characters that no font has: broken bytes that became private-use characters."""
    return re.sub(r"[\ue000-\uf8ff]", "", text)


def as_pdf(text: str) -> bytes:
    """Return a PDF: indented paragraphs that wrap, tables with lines around the cells, numbered pages."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    file = io.BytesIO()
    sheet = _Sheet(Canvas(file, pagesize=A4, invariant=True))
    for block in blocks(printable(text)):
        if isinstance(block, str):
            for line in _wrapped("　　" + block, A4[0] - 2 * MARGIN):
                sheet.line(line)
        else:
            sheet.table(block)
    sheet.close()
    return file.getvalue()


def _wrapped(text: str, width: float) -> Iterator[str]:
    """Yield the lines of a paragraph, with words whole and no mark at the start of a line."""
    line = ""
    for word in re.findall(r"[(（“《]*(?:[A-Za-z\u00c0-\u024f0-9.%]+|.)[，。；：、！？”）》),.;:!?]*", text):
        if pdfmetrics.stringWidth(line + word, FONT, SIZE) > width and line:
            yield line
            line = ""
        line += word
    yield line


class _Sheet:
    """Pages that are filled from top to bottom."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas, self.page = canvas, 0
        self._begin()

    def _begin(self) -> None:
        self.page += 1
        self.canvas.setFont(FONT, SIZE)
        self.canvas.drawCentredString(A4[0] / 2, MARGIN / 2, f"— {self.page} —")
        self.y = A4[1] - MARGIN - SIZE

    def _down(self) -> None:
        self.y -= LEADING
        if self.y < MARGIN:
            self.canvas.showPage()
            self._begin()

    def line(self, text: str) -> None:
        self.canvas.drawString(MARGIN, self.y, text)
        self._down()

    def table(self, rows: list[list[str]]) -> None:
        columns = max(map(len, rows))
        width = (A4[0] - 2 * MARGIN) / columns
        for row in rows:
            for column in range(columns):
                self.canvas.rect(MARGIN + column * width, self.y - 5, width, LEADING)
            for column, cell in enumerate(row):
                self.canvas.drawString(MARGIN + column * width + 3, self.y, cell)
            self._down()
        self._down()

    def close(self) -> None:
        self.canvas.showPage()
        self.canvas.save()
