from pathlib import Path

import pytest

from build_graph.model import DocumentFacts
from build_graph.read import ReadError, Skipped
from build_graph.work.bounds import Bounds
from build_graph.work.cache import Cache
from build_graph.work.found import Fresh, Stored
from build_graph.work.pool import Call, Here, pool
from build_graph.work.reading import facts_in
from tests.read.formats import as_html, as_json, as_json_lines, as_pdf
from tests.work.notices import folder_of, notice


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with files of all sorts, readable and not."""
    folder = folder_of(tmp_path / "corpus", 3)
    (folder / "lines.jsonl").write_bytes(as_json_lines({"r1": notice(4), "r2": notice(5)}) + b"{broken\n")
    (folder / "page.html").write_bytes(as_html(notice(6)))
    (folder / "record.json").write_bytes(as_json(notice(7)))
    (folder / "print.pdf").write_bytes(as_pdf(notice(8)))
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.png").write_bytes(b"x")
    return folder


class Calls(Here):
    """Makes calls here, and counts them."""

    def __init__(self) -> None:
        self.made = 0

    def results(self, function, values):
        for value in values:
            self.made += isinstance(value, Call)
            yield from super().results(function, [value])


def read(folder: Path, caller=None, cache=None):
    skipped: list[Skipped] = []
    found = list(facts_in([folder], None, caller or Here(), cache, skipped.append))
    return [each.facts if isinstance(each, Stored | Fresh) else (type(each), str(each)) for each in found], skipped


def test_worker_processes_find_what_this_process_finds(corpus: Path) -> None:
    with pool(2) as two:
        assert read(corpus, two) == read(corpus)


def test_the_cache_gives_what_was_read_and_nothing_is_read_again(corpus: Path, tmp_path: Path) -> None:
    with Cache(tmp_path / "cache") as cache:
        first, again = Calls(), Calls()
        assert read(corpus, first, cache) == read(corpus, again, cache) == read(corpus)
    assert first.made == 9  # the empty file among them: what cannot be read is not kept
    assert again.made == 1


def test_only_a_document_that_has_changed_is_read_again(corpus: Path, tmp_path: Path) -> None:
    with Cache(tmp_path / "cache") as cache:
        read(corpus, cache=cache)
        (corpus / "n01.txt").write_text(notice(9), "utf-8")
        calls = Calls()
        assert read(corpus, calls, cache) == read(corpus)
    assert calls.made == 2


def test_what_the_manifest_says_is_part_of_what_is_kept(corpus: Path, tmp_path: Path) -> None:
    with Cache(tmp_path / "cache") as cache:
        read(corpus, cache=cache)
        (corpus / "documents.yml").write_text("- file: n01.txt\n  date: 1999\n", "utf-8")
        found, _ = read(corpus, cache=cache)
        assert (found, _) == read(corpus)
    assert "1999" in {facts.document.published for facts in found if isinstance(facts, DocumentFacts)}


def test_a_record_that_stands_elsewhere_now_is_the_same_and_says_where(corpus: Path, tmp_path: Path) -> None:
    with Cache(tmp_path / "cache") as cache:
        read(corpus, cache=cache)
        lines = corpus / "lines.jsonl"
        lines.write_bytes(b"\n\n" + lines.read_bytes())
        calls = Calls()
        found, _ = read(corpus, calls, cache)
        assert (found, _) == read(corpus)
    assert calls.made == 1
    assert any(facts.where.endswith("line 4") for facts in found if isinstance(facts, DocumentFacts))


def test_a_file_that_changes_while_it_is_read_is_not_kept_by_its_old_content(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = corpus / "n01.txt"
    before = file.read_bytes()

    class Racing(Here):
        def results(self, function, values):
            for value in values:
                if isinstance(value, Call) and getattr(value.argument, "path", None) == file:
                    file.write_text(notice(9), "utf-8")
                yield from super().results(function, [value])

    with Cache(tmp_path / "cache") as cache:
        read(corpus, Racing(), cache)
        file.write_bytes(before)
        assert read(corpus, cache=cache) == read(corpus)


def test_a_document_that_takes_too_long_is_told_and_left_out(corpus: Path) -> None:
    (corpus / "n00.txt").write_text(notice(0) * 20_000, "utf-8")  # takes many seconds
    with pool(1, Bounds(seconds=0.5)) as one:
        found, _ = read(corpus, one)
    told = [each for each in found if not isinstance(each, DocumentFacts)]
    assert (ReadError, f"{corpus / 'n00.txt'} takes longer than 0.5 seconds, and was left out") in told


def test_personal_data_are_masked_in_what_is_kept(corpus: Path) -> None:
    found, _ = read(corpus)
    texts = "".join(facts.document.text for facts in found if isinstance(facts, DocumentFacts))
    assert "1234567" not in texts
    assert "█" in texts
