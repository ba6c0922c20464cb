"""Short documents, and folders that two different builds or sites are written to."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.crash.killing import environment, reformgraph

PAGES = {
    "one": {
        "a.txt": "教育部办公厅近日印发《智慧校园建设试点方案》，确定青海省为智慧校园建设试点省。\n工作目标\n"
        "到2027年底，数字教室覆盖率达到90%以上。\n",
        "b.txt": "智慧校园建设试点县名单（河北）\n滦州市\n滦南县\n",
    },
    "two": {
        "a.txt": "民政部近日印发《社区养老服务改革试点方案》，确定甘肃省为社区养老服务改革试点省。\n",
        "b.txt": "社区养老服务改革试点县名单（山西）\n平遥县\n介休市\n",
    },
}
"""Two times two short documents, written for these tests."""


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return two folders of documents."""
    folder = tmp_path_factory.mktemp("pages")
    for name, files in PAGES.items():
        (folder / name).mkdir()
        for file, text in files.items():
            (folder / name / file).write_text(text, "utf-8")
    return folder / "one", folder / "two"


@pytest.fixture(scope="session")
def graphs(pages: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the built folders of both."""
    folder = tmp_path_factory.mktemp("graphs")
    for documents in pages:
        command = reformgraph("build", documents, "-o", folder / documents.name, "--no-time", "-q")
        subprocess.run(command, env=environment(), check=True)
    return folder / "one", folder / "two"
