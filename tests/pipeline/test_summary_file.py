"""What stands in the summary of a built folder, which is published with it."""

import json
from pathlib import Path

from build_graph.pipeline import build


def test_names_of_files_that_could_not_be_read_tell_nothing_personal(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text("开展甲试点。", "utf-8")
    (pages / "13812345678.txt").write_bytes(b"")
    told = build([pages], tmp_path / "out", stamp=False)
    (line,) = json.loads((tmp_path / "out" / "summary.json").read_text("utf-8"))["failed"]
    assert "13812345678" not in line
    assert "███" in line
    assert "13812345678.txt is empty" in told.failed[0]  # whoever builds has to find it
