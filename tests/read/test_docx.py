import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from build_graph.model import Document
from build_graph.read import ReadError, read_documents
from tests.read.formats import as_docx

SENTENCE = "教育部决定开展智慧校园建设试点，各地要认真落实。"


def read(path: Path, word: Word | bytes) -> Document | ReadError:
    file = io.BytesIO()
    if isinstance(word, bytes):
        file.write(word)
    else:
        word.save(file)
    path.write_bytes(file.getvalue())
    (found,) = read_documents([path])
    return found


def text(path: Path, word: Word) -> list[str]:
    found = read(path, word)
    assert isinstance(found, Document)
    assert found.content is None
    return [line for line in found.text.split("\n") if line]


def put(word: Word, xml: str) -> None:
    word.element.body.insert(0, parse_xml(xml.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))


def test_paragraphs_headings_and_line_breaks_are_lines(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("关于试点的通知", 0)
    word.add_paragraph("甲\n乙\t丙")
    word.sections[0].header.paragraphs[0].text = "页眉"
    assert text(tmp_path / "a.docx", word) == ["关于试点的通知", "甲", "乙 丙"]


def test_inserted_text_is_read_and_deleted_text_is_not(tmp_path: Path) -> None:
    word = docx.Document()
    put(word, "<w:p><w:ins><w:r><w:t>增</w:t></w:r></w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del>"
              "<w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom><w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink></w:p>")  # fmt: skip
    assert text(tmp_path / "a.docx", word) == ["增链"]


def test_text_boxes_and_content_controls_are_read_once(tmp_path: Path) -> None:
    word = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    put(word, f"<w:p><w:r><w:t>文</w:t></w:r><w:r><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice>"
              f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>")  # fmt: skip
    word.element.body.insert(0, parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    ))  # fmt: skip
    assert text(tmp_path / "a.docx", word) == ["控件", "文", "框"]


def test_a_table_of_contents_is_left_out(tmp_path: Path) -> None:
    word = docx.Document()
    style = word.styles.add_style("TOC 1", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    word.add_paragraph("一、总体要求 1", style=style)
    word.add_paragraph("一、总体要求")
    assert text(tmp_path / "a.docx", word) == ["一、总体要求"]


def test_spanning_cells_are_written_out(tmp_path: Path) -> None:
    word = docx.Document()
    table = word.add_table(4, 3)
    for row, cells in enumerate(
        (("名单", "", ""), ("序号", "省份", "城市"), ("1", "河北省", "邢台市"), ("2", "", "邯郸市"))
    ):
        for column, cell in enumerate(cells):
            table.cell(row, column).text = cell
    table.cell(0, 0).merge(table.cell(0, 2)).text = "名单"
    table.cell(2, 1).merge(table.cell(3, 1)).text = "河北省"
    assert text(tmp_path / "a.docx", word) == [
        "名单",
        "序号 | 省份 | 城市",
        "1 | 河北省 | 邢台市",
        "2 | 河北省 | 邯郸市",
    ]


def test_a_table_that_only_lays_out_the_page_gives_the_lines_of_its_cells(tmp_path: Path) -> None:
    word = docx.Document()
    table = word.add_table(1, 2)
    table.cell(0, 0).text = "甲\n乙"
    table.cell(0, 1).text = "丙"
    assert text(tmp_path / "a.docx", word) == ["甲", "乙", "丙"]


LEVELS = (("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("bullet", "·"))


def numbered(levels: tuple[tuple[str, str], ...] = LEVELS) -> Word:
    """Return a document of Word with a list whose number is 77."""
    word = docx.Document()
    numbering = word.part.numbering_part.element
    shown = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{said}"/></w:lvl>'
        for n, (form, said) in enumerate(levels)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{shown}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    return word


def add(word: Word, text: str, level: int, list_: str = "77") -> None:
    properties = word.add_paragraph(text)._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = int(list_)


def test_automatic_numbers_are_written_out(tmp_path: Path) -> None:
    word = numbered()
    for said, level in (("总体要求", 0), ("目标", 1), ("原则", 1), ("任务", 0), ("平台", 1), ("数据", 2), ("要点", 3)):
        add(word, said, level)
    add(word, "无号", 0, "0")
    assert text(tmp_path / "a.docx", word) == [
        "一、总体要求", "（一）目标", "（二）原则", "二、任务", "（一）平台", "1.数据", "要点", "无号",
    ]  # fmt: skip


def test_the_number_of_a_style_is_written_out(tmp_path: Path) -> None:
    word = numbered((("decimal", "%1."), ("decimal", "%1.%2")))
    style = word.styles["Heading 1"]
    style.element.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="77"/></w:numPr>'))
    word.add_heading("要求", 1)
    word.add_heading("任务", 1)
    add(word, "平台", 1)
    assert text(tmp_path / "a.docx", word) == ["1.要求", "2.任务", "2.1平台"]


def packed(**files: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "it is no DOCX, or it is damaged"),
        (as_docx(SENTENCE)[:-200], "it is no DOCX, or it is damaged"),
        (packed(a=b"x"), "it is no DOCX, or it is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is encrypted, or a .doc"),
        (as_docx(""), "is empty"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path, data: bytes, message: str) -> None:
    found = read(tmp_path / "a.docx", data)
    assert isinstance(found, ReadError)
    assert message in str(found)
    assert "\n" not in str(found)


def test_what_unpacks_to_too_much_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_graph.read.docx.LARGEST", 1000)
    found = read(tmp_path / "a.docx", packed(a=b"0" * 2000))
    assert isinstance(found, ReadError)
    assert "unpacks to more than" in str(found)


def test_entities_of_xml_are_not_resolved(tmp_path: Path) -> None:
    source = zipfile.ZipFile(io.BytesIO(as_docx(SENTENCE)))
    parts = {name: source.read(name) for name in source.namelist()}
    main = parts["word/document.xml"].split(b"?>", 1)[1].replace("智慧".encode(), b"&x;")
    parts["word/document.xml"] = b'<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + main
    found = read(tmp_path / "a.docx", packed(**parts))
    assert isinstance(found, Document)
    assert found.text == SENTENCE.partition("智慧")[0]
    assert (Path("/etc/hostname").read_text().strip() or "?") not in found.text
