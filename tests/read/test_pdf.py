import io
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from build_graph.model import Document
from build_graph.read import PartError, ReadError, read_documents
from build_graph.read.paragraphs import Printed, first_word, paragraphs
from tests.read.formats import FONT, SIZE, as_pdf

SENTENCE = "教育部决定开展智慧校园建设试点，各地要认真落实。"
LONG = (
    "各地要按照统一部署，结合实际制定工作方案，细化目标任务，压实各方责任，确保智慧校园建设试点工作有序推进并取得实效。"
    * 2
)


def read(path: Path, data: bytes) -> Document | ReadError:
    path.write_bytes(data)
    (found,) = read_documents([path])
    return found


def text(path: Path, data: bytes) -> list[str]:
    found = read(path, data)
    assert isinstance(found, Document)
    assert found.content is None
    return found.text.split("\n")


def drawn(*pages: dict[float, str], encrypt: StandardEncryption | None = None) -> bytes:
    """Return a PDF with lines at their heights on each page."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True, encrypt=encrypt)
    for page in pages:
        canvas.setFont(FONT, SIZE)
        for y, line in page.items():
            canvas.drawString(80, y, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_lines_that_were_wrapped_are_paragraphs_again_and_headings_stay_lines(tmp_path: Path) -> None:
    page = ["关于开展智慧校园建设试点的通知", "一、总体要求", LONG, LONG, "（一）建设平台。" + LONG, "2.推广经验。"]
    assert text(tmp_path / "a.pdf", as_pdf("\n".join(page))) == page


def test_a_paragraph_goes_on_on_the_next_page_and_page_numbers_are_gone(tmp_path: Path) -> None:
    page = [f"{number}{LONG}" for number in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"]
    assert text(tmp_path / "a.pdf", as_pdf("\n".join(page))) == page


def test_a_table_with_lines_around_its_cells_gives_rows(tmp_path: Path) -> None:
    page = f"{SENTENCE}\n序号 | 省份 | 城市\n1 | 河北省 | 邢台市\n2 | | 邯郸市\n{SENTENCE}"
    rows = ["序号 | 省份 | 城市", "1 | 河北省 | 邢台市", "2 |  | 邯郸市"]
    assert text(tmp_path / "a.pdf", as_pdf(page)) == [SENTENCE, *rows, SENTENCE]


def test_a_cell_that_spans_several_is_written_out(tmp_path: Path) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True)
    canvas.setFont(FONT, SIZE)
    boxes = {(80, 640, 200, 20): "试点名单", (80, 580, 100, 60): "河北省", (180, 620, 100, 20): "甲市"}
    boxes |= {(180, 600, 100, 20): "乙市", (180, 580, 100, 20): "丙市"}
    for (x, y, width, height), said in boxes.items():
        canvas.rect(x, y, width, height)
        canvas.drawString(x + 5, y + height / 2 - 5, said)
    canvas.save()
    assert text(tmp_path / "a.pdf", file.getvalue()) == ["试点名单", "河北省 | 甲市", "河北省 | 乙市", "河北省 | 丙市"]


def test_running_heads_are_left_out(tmp_path: Path) -> None:
    pages = [{800: f"某省公报 第{n}期", 500: f"{SENTENCE[:-1]}{n}次。", 30: f"— {n} —"} for n in range(1, 5)]
    assert text(tmp_path / "a.pdf", drawn(*pages)) == [f"{SENTENCE[:-1]}{n}次。" for n in range(1, 5)]


def test_a_number_in_the_middle_of_a_page_stays(tmp_path: Path) -> None:
    assert text(tmp_path / "a.pdf", drawn({500: "2023", 400: SENTENCE})) == ["2023", SENTENCE]


def test_a_scan_is_told(tmp_path: Path) -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True)
    canvas.drawInlineImage(_picture(), 0, 0, 500, 700)
    canvas.save()
    found = read(tmp_path / "a.pdf", file.getvalue())
    assert isinstance(found, ReadError)
    assert "is a scan without text" in str(found)


def test_a_page_that_was_scanned_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True)
    for page in range(4):
        canvas.setFont(FONT, SIZE)
        if page == 2:
            canvas.drawInlineImage(_picture(), 0, 0, 500, 700)
        else:
            canvas.drawString(80, 500, SENTENCE)
        canvas.showPage()
    canvas.save()
    (tmp_path / "a.pdf").write_bytes(file.getvalue())
    document, missing = read_documents([tmp_path / "a.pdf"])
    assert isinstance(document, Document)
    assert document.text.split("\n") == [SENTENCE] * 3
    assert isinstance(missing, PartError)
    assert "a.pdf, page 3 is a scan without text" in str(missing)


def _picture() -> Image.Image:
    return Image.new("L", (10, 10), 128)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "it is no PDF, or it is damaged"),
        (b"%PDF-1.4\ngarbage", "it is no PDF, or it is damaged"),
        (as_pdf(SENTENCE)[:300], "it is no PDF, or it is damaged"),
        (drawn({500: SENTENCE}, encrypt=StandardEncryption("secret")), "it is encrypted"),
        (drawn({}), "is empty"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path, data: bytes, message: str) -> None:
    found = read(tmp_path / "a.pdf", data)
    assert isinstance(found, ReadError)
    assert message in str(found)
    assert "\n" not in str(found)


def printed(text: str, left: float = 0, size: float = 10) -> Printed:
    widths = [size * (0.5 if character.isascii() else 1) for character in text]
    return Printed(text, left, left + sum(widths), 0, size, sum(widths[: first_word(text)]))


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ([printed("各地要认真落实各项"), printed("工作任务。")], ["各地要认真落实各项工作任务。"]),
        ([printed("各地要认真落实工作。"), printed("推进改革试点。")], ["各地要认真落实工作。", "推进改革试点。"]),
        ([printed("各地要认真落实各项"), printed("工作任务", size=16)], ["各地要认真落实各项", "工作任务"]),
        ([printed("各地要认真落实各项"), printed("一、总体要求")], ["各地要认真落实各项", "一、总体要求"]),
        ([printed("各地要认真落实各项工作"), printed("短行"), printed("下行")], ["各地要认真落实各项工作短行", "下行"]),
        ([printed("各地要认真落实各项 WHO"), printed("guideline")], ["各地要认真落实各项 WHO guideline"]),
        ([], []),
    ],
)
def test_a_line_goes_on_if_it_fills_the_measure_and_ends_no_sentence(lines: list[Printed], joined: list[str]) -> None:
    assert list(paragraphs(lines)) == joined
