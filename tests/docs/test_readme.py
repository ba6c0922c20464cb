"""The README and the page on accuracy cannot lie: every command that they show prints what they show."""

import re
import shlex
from pathlib import Path

import pytest

from reformgraph.__main__ import main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
ACCURACY = (ROOT / "docs" / "accuracy.md").read_text("utf-8")
SHOWN = re.findall(r"```console\n\$ reformgraph (.+)\n((?:.*\n)*?)```", README + ACCURACY)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the documents lie as they do in a clone."""
    folder = tmp_path_factory.mktemp("clone")
    for each in ("documents", "tests"):
        (folder / each).symlink_to(ROOT / each)
    return folder


@pytest.mark.parametrize(("command", "printed"), SHOWN, ids=[command for command, _ in SHOWN])
def test_a_shown_command_prints_what_is_shown(
    command: str, printed: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    if not (folder / "out").exists() and "build" not in command:
        main(["build", "documents", "-o", "out", "-q"])
    capsys.readouterr()
    assert main(shlex.split(command)) == 0
    captured = capsys.readouterr()
    assert _trimmed(captured.out + captured.err) == _trimmed(printed)


def _trimmed(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]


def test_the_readme_shows_commands_and_every_file_that_it_links_exists() -> None:
    assert len(SHOWN) >= 4
    links = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("picture", sorted(ROOT.glob("docs/*.svg")), ids=lambda picture: picture.stem)
def test_a_picture_of_the_readme_is_what_the_program_draws(
    picture: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert f"docs/{picture.name}" in README
    drawn = tmp_path / picture.name
    assert main(["export", "picture", "--picture", picture.stem, "--lang", "en", "-o", str(drawn)]) == 0
    assert drawn.read_bytes() == picture.read_bytes()
