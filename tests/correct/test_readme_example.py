"""The entries that the README shows are read and applied."""

import re
from pathlib import Path

from build_graph.correct import Outcome
from build_graph.pipeline import read_facts

ROOT = Path(__file__).parents[2]


def test_the_entries_of_the_readme_are_applied_to_the_shipped_documents(tmp_path: Path) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    (shown,) = (block for block in blocks if "action:" in block)
    (tmp_path / "a.yml").write_text(shown, "utf-8")
    outcomes: list[Outcome] = []
    list(read_facts([ROOT / "documents"], on_error=print, corrections=tmp_path / "a.yml", on_outcome=outcomes.append))
    assert [outcome.status for outcome in outcomes] == ["applied", "applied"]
