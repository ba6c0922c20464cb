"""Documents full of made-up telephone numbers, addresses of mail and identity numbers: none of them is in anything written."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import reformgraph
from exports import FORMATS
from exports.site.write import save
from reformgraph.__main__ import main
from tests.read.formats import as_html, http, warc_record

if TYPE_CHECKING:
    from collections.abc import Iterator

MOBILES = ("13812345678", "15987654321", "19900001234")
LANDLINES = ("010-66096114", "021-63212810", "0571-87654321")
MAILS = ("zhang.san@example.gov.cn", "li_si2022@example.org")
IDENTITIES = ("11010519491231002X", "440308199901010012")
PEOPLE = ("欧阳娜娜",)
PERSONAL = (*MOBILES, *LANDLINES, *MAILS, *IDENTITIES, *PEOPLE)

TEXT = f"""教育部关于开展智慧校园试点工作的通知
教发〔2020〕1号
确定河北省滦州市、迁安市等2个市为智慧校园试点市（联系电话：{LANDLINES[0]}，手机{MOBILES[0]}）。
到2025年，建成10所智慧学校，由教育局{MOBILES[1]}负责，邮箱{MAILS[0]}。
一、工作任务
（一）推进数字教室建设（{LANDLINES[1]}）。
（二）加强教师培训，身份证{IDENTITIES[0]}报名。
二、申报条件：具备网络条件，向{MAILS[1]}报送材料；身份证号{IDENTITIES[1]}。
联系人：{PEOPLE[0]}，电话：{LANDLINES[2]}，{MOBILES[2]}
"""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with everything that can be written of such documents, in every format that is read."""
    folder = tmp_path_factory.mktemp("personal")
    source = folder / "in"
    source.mkdir()
    mail, mobile = MAILS[0], MOBILES[0]
    (source / "plain.txt").write_text(TEXT, "utf-8")
    (source / "wide.txt").write_text(TEXT.translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789"}), "utf-8")
    (source / "page.html").write_bytes(
        as_html(TEXT, title=f"通知 {mobile}", author=mail, description=MOBILES[1]).replace(
            b"<body>", f'<body><a href="mailto:{mail}">写信</a><a href="tel:{mobile}">{mobile[:3]}&#45;{mobile[3:7]}<b>{mobile[7:]}</b></a>'.encode()
        )
    )  # fmt: skip
    record = {
        "id": "r1",
        "title": f"试点通知 {mobile}",
        "url": f"https://example.org/u?tel={mobile}",
        "publisher": mail,
        "text": TEXT,
    }
    (source / "records.jsonl").write_text(
        json.dumps(record) + "\n" + json.dumps({**record, "id": f"r-{mobile}"}), "utf-8"
    )
    answer = http(as_html(TEXT), "text/html; charset=utf-8")
    (source / "crawl.warc.gz").write_bytes(gzip.compress(warc_record(f"urn:{mobile}", answer)))
    (source / f"通知{MOBILES[2]}.txt").write_text(TEXT + "再次。\n", "utf-8")
    (source / "titled.txt").write_text(TEXT + "三次。\n", "utf-8")
    (source / "documents.yml").write_text(
        f"- file: titled.txt\n  title: 通知（{mobile}）\n  url: https://example.org/{mail}\n  publisher: 教育部{LANDLINES[0]}\n",
        "utf-8",
    )
    assert reformgraph.build(source, folder / "out", stamp=False).documents == 8
    save(folder / "out", folder / "site", "https://example.org/")
    main(["describe", str(folder / "out")])
    graph = reformgraph.Graph.open(folder / "out")
    for form in FORMATS.values():
        if form.name not in {"site", "picture"}:
            graph.export(form.name, folder / f"export-{form.name}")
    for name in ("facts-with-passages", "source-documents"):
        for form in ("table", "csv", "json"):
            (folder / f"{name}.{form}").write_text(_asked(graph, name, form), "utf-8")
    return folder


def _asked(graph: reformgraph.Graph, name: str, form: str) -> str:
    from queries.render import render

    return render(graph.ask(name), form)


def files(folder: Path) -> Iterator[Path]:
    return (file for file in sorted(folder.rglob("*")) if "in" not in file.relative_to(folder).parts[:1])


def squeezed(text: str) -> str:
    """Return a text in which a number that is written with gaps, or in other digits, stands as one."""
    plain = text.translate({0xFEE0 + ord(d): d for d in "0123456789"})
    return re.sub(r"(?<=\d)[- ](?=\d)", "", plain)


def test_the_documents_gave_facts(written: Path) -> None:
    graph = reformgraph.Graph.open(written / "out")
    kinds = {row["kind"]: row["facts"] for row in graph.ask("facts-by-kind")} if graph else {}
    assert kinds


@pytest.mark.parametrize("personal", PERSONAL)
def test_nothing_personal_stands_in_any_file_or_its_name(personal: str, written: Path) -> None:
    found = []
    for file in files(written):
        name = squeezed(file.relative_to(written).as_posix())
        if personal in name or squeezed(personal) in name:
            found.append(f"the name of {name}")
        if file.is_file():
            text = file.read_bytes().decode("utf-8", "replace")
            if personal in text or squeezed(personal) in squeezed(text):
                found.append(str(file.relative_to(written)))
    assert found == []
