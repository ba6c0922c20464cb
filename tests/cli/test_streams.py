"""What comes out is UTF-8, and whatever goes wrong with the streams is told in one line or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reformgraph import streams
from reformgraph.__main__ import main

FLAGSHIP = "provinces-with-county-and-city-pilots"


@pytest.mark.parametrize("locale", ["C", "POSIX", "zh_CN.GB18030"])
def test_output_is_utf_8_whatever_the_locale(locale: str, process, graph: Path) -> None:
    environment = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "PYTHONCOERCECLOCALE": "0"}
    done = process("ask", FLAGSHIP, "--graph", graph, "--format", "csv", env=environment)
    assert done.returncode == 0, done.stderr
    assert "江苏省,2,1\n".encode() in done.stdout


def test_a_name_that_is_no_utf_8_can_be_complained_about(process) -> None:
    done = process("ask", FLAGSHIP, "--graph", os.fsdecode(b"\xff\xfe"))
    assert done.returncode == 2
    assert b"there is no \\udcff\\udcfe" in done.stderr


def test_a_reader_that_stops_early_is_no_mistake(process, graph: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = process("ask", "facts-with-passages", "--graph", graph, stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_disk_is_one_line(process, graph: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = process("ask", FLAGSHIP, "--graph", graph, stdout=full)
    assert done.returncode == 2
    assert done.stderr == b"reformgraph: error: output: No space left on device\n"


def test_an_interrupted_run_is_one_line(process, graph: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "reformgraph", "export", "turtle", "--graph", str(graph), "-o", str(pipe)]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": ":".join(sys.path)})
    time.sleep(1.5)  # it now waits for a reader of the pipe
    running.send_signal(signal.SIGINT)
    _, complaint = running.communicate(timeout=30)
    assert (running.returncode, complaint) == (130, b"reformgraph: interrupted: nothing was changed\n")


def test_an_interrupt_within_a_command_has_status_130(monkeypatch, capsys) -> None:
    monkeypatch.setattr("queries.render.pieces", _interrupt)
    assert main(["ask", "ASK {}", "--graph", str(Path(__file__).parent.parent / "queries" / "pilots.trig")]) == 130
    assert capsys.readouterr().err == "reformgraph: interrupted: nothing was changed\n"


def test_a_closed_pipe_within_a_command_is_quiet(monkeypatch, capsys) -> None:
    monkeypatch.setattr("reformgraph.commands.questions._listed", _broken_pipe)
    monkeypatch.setattr("reformgraph.__main__.give_up_output", lambda: None)
    assert main(["ask"]) == 0
    assert capsys.readouterr().err == ""


def test_an_error_of_the_system_within_a_command_names_the_file(monkeypatch, capsys) -> None:
    monkeypatch.setattr("reformgraph.commands.questions._listed", _refused)
    monkeypatch.setattr("reformgraph.__main__.give_up_output", lambda: None)
    assert main(["ask"]) == 2
    assert capsys.readouterr().err == "reformgraph: error: secret.txt: Permission denied\n"


def test_a_complaint_is_one_line_even_if_its_text_is_not(capsys) -> None:
    streams.complain("two\nlines", kind="warning")
    assert capsys.readouterr().err == "reformgraph: warning: two lines\n"


def test_output_can_be_given_up_where_it_is_no_file(monkeypatch) -> None:
    class Closed:
        def fileno(self) -> int:
            raise OSError

    monkeypatch.setattr(sys, "stdout", Closed())
    streams.give_up_output()


def test_streams_that_are_no_files_are_left_alone(monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    streams.prepare()


def _interrupt(*_: object, **__: object) -> str:
    raise KeyboardInterrupt


def _broken_pipe(*_: object) -> str:
    raise BrokenPipeError


def _refused(*_: object) -> str:
    raise PermissionError(13, "Permission denied", "secret.txt")
