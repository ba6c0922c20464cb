import builtins
import datetime
import json
from pathlib import Path
from typing import Any

import polars
import pytest

from build_graph.model import Document
from build_graph.read import ReadError, read_documents


def written(path: Path, **columns: list[Any]) -> Path:
    polars.DataFrame(columns).write_parquet(path)
    return path


def test_a_row_is_a_document_with_what_its_columns_say(tmp_path: Path) -> None:
    file = written(
        tmp_path / "a.parquet", id=["x", "y"], title=["甲", None], text=["第一份\n通知", "第二份"],
        published=[datetime.date(2021, 3, 4), None], size=[1, 2],
    )  # fmt: skip
    one, other = read_documents([file])
    assert isinstance(one, Document)
    assert isinstance(other, Document)
    assert (one.id, one.title, one.published) == ("x", "甲", "2021-03-04")
    assert one.content
    assert one.content.text == "甲\n第一份\n通知"
    assert one.where == f"{file}, row 1"
    assert (other.id, other.title) == ("y", None)


def test_its_text_is_the_line_of_json_that_it_would_be(tmp_path: Path) -> None:
    (found,) = read_documents([written(tmp_path / "a.parquet", text=["通知"])])
    assert isinstance(found, Document)
    assert json.loads(found.text) == {"text": "通知"}
    assert found.content
    assert [found.text[a:b] for a, b in zip(found.content.starts, found.content.ends, strict=True)] == ["通", "知"]


def test_more_rows_than_are_in_memory_at_a_time_keep_their_order(tmp_path: Path) -> None:
    found = list(read_documents([written(tmp_path / "a.parquet", text=[f"第{n}份" for n in range(1203)])]))
    assert [each.id for each in found if isinstance(each, Document)] == [f"a-{n + 1}" for n in range(1203)]


def test_a_row_without_text_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    found = list(read_documents([written(tmp_path / "a.parquet", text=["通知", None, "公告"])]))
    assert [type(each).__name__ for each in found] == ["Document", "PartError", "Document"]
    assert "row 2 has no text" in str(found[1])


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1 nothing of the kind PAR1"])
def test_a_damaged_file_is_one_clear_line(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.parquet").write_bytes(data)
    (found,) = read_documents([tmp_path])
    assert isinstance(found, ReadError)
    assert str(found) == f"{tmp_path / 'a.parquet'} is no file of Parquet, or it is damaged"


def test_a_table_without_rows_is_empty(tmp_path: Path) -> None:
    (found,) = read_documents([written(tmp_path / "a.parquet", text=[])])
    assert "is empty" in str(found)


def test_without_polars_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(tmp_path / "a.parquet", text=["通知"])
    real = builtins.__import__

    def without(name: str, *more: Any, **others: Any) -> Any:
        if name == "polars":
            raise ImportError(name)
        return real(name, *more, **others)

    monkeypatch.setattr(builtins, "__import__", without)
    (found,) = read_documents([file])
    assert "pip install 'reformgraph[frames]'" in str(found)
