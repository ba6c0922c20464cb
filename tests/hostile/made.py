"""Files that no honest program writes."""

import io
import zipfile
import zlib

import docx

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SENTENCE = "教育部决定开展智慧校园建设试点，各地要认真落实。"
PARAGRAPH = f"<w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>"


def word_file(body: str, declared: str = "", **more: bytes) -> bytes:
    """Return a DOCX with a body of one's own; ``declared`` stands before it, ``more`` are further parts by name."""
    made = io.BytesIO()
    docx.Document().save(made)
    main = f'<?xml version="1.0"?>{declared}<w:document {WORD}><w:body>{body}</w:body></w:document>'
    source, target = zipfile.ZipFile(made), io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in source.namelist():
            packed.writestr(name, main if name == "word/document.xml" else source.read(name))
        for name, data in more.items():
            packed.writestr(name, data)
    return target.getvalue()


def pdf_file(*objects: bytes) -> bytes:
    """Return a PDF of these objects; the first one is its catalogue."""
    written, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
    return written + head + b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(written))


CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
SHOWN = b"BT /F1 12 Tf 100 700 Td (a pilot county) Tj ET "


def pdf_stream(packed: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    """Return a stream of a PDF."""
    return b"<</Length %d/Filter %b>>stream\n%b\nendstream" % (len(packed), filters, packed)


def pdf_page(shown: bytes) -> bytes:
    """Return a PDF with one page that shows what a content stream says."""
    return pdf_file(CATALOGUE, PAGES, PAGE, pdf_stream(zlib.compress(shown)), FONT)
