"""A bounded number of runs of the fuzzers, from seeds of our own and always the same."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.hostile.test_any_bytes import RDF, SEEDS

ROOT = Path(__file__).parents[2]
RUNS = {"read": 600, "repair": 40, "extract": 50, "parameters": 300, "rdf": 1000}
"""Few: whoever changes a reader runs them for an hour by hand."""
SUFFIXES = (".txt", ".html", ".json", ".jsonl", ".jsonl.gz", ".warc", ".warc.gz", ".docx", ".pdf")
SYNTAXES = (".ttl", ".trig", ".nq", ".rdf", ".jsonld")
NOTICE = (
    "教育部关于开展智慧校园试点工作的通知\n确定河北省滦州市等2个市为试点市，到2025年建成10所学校。\n（一）推进建设。\n"
)


def seeds(target: str) -> list[bytes]:
    if target == "read":
        return [bytes([number]) + SEEDS[suffix] for number, suffix in enumerate(SUFFIXES)]
    if target == "rdf":
        return [bytes([number]) + RDF[suffix] for number, suffix in enumerate(SYNTAXES)]
    if target == "parameters":
        return [bytes([number]) + value for number in range(0, 40, 5) for value in (b'" } #', "河北省".encode())]
    return [NOTICE.encode(), "试(shì)点(diǎn) è¯\x95ç\x82¹ 锟斤拷".encode(), NOTICE.replace("，", ",").encode()]


@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris has no wheel for this Python or system")
@pytest.mark.parametrize("target", RUNS)
def test_no_input_that_the_fuzzer_finds_breaks_anything(target: str, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(seeds(target)):
        (corpus / str(number)).write_bytes(seed)
    command = [
        sys.executable, "-m", "tests.hostile.fuzz.targets", target, str(corpus), f"-runs={RUNS[target]}", "-seed=1", "-max_len=4096",
        "-timeout=60", f"-artifact_prefix={tmp_path}/",
    ]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    done = subprocess.run(command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=400)
    assert done.returncode == 0, done.stderr[-3000:]
    assert f"Done {RUNS[target]}" in done.stderr or "DONE" in done.stderr
