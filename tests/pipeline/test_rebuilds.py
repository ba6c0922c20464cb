"""A build after another one: what did not change is taken as it lies, and the bytes are those of a clean build."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Store

from build_graph.emit.store import write_store
from build_graph.pipeline import How, build
from queries.store import GraphFile
from reformgraph.building import writers
from tests.work.notices import folder_of, notice


@pytest.fixture(autouse=True)
def _every_graph_is_big(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_graph.publication.publisher.WORTH", 1)
    monkeypatch.setattr("build_graph.publication.cutting._ONE_IN", 3)


class Corpus:
    """Documents, and a folder that is built of them again and again."""

    def __init__(self, folder: Path) -> None:
        self.documents = folder_of(folder / "documents", 12)
        self.out = folder / "out"
        self.cache = folder / "cache"
        self.build()

    def build(self, **options: object) -> None:
        """Build with the cache."""
        build([self.documents], self.out, stamp=False, writers=writers(), how=How(cache=self.cache), **options)

    def clean(self) -> dict[str, bytes]:
        """Return the files of a clean build."""
        out = self.out.with_name("clean")
        build([self.documents], out, stamp=False, writers=writers())
        return files(out)

    def change(self, name: str, number: int) -> None:
        (self.documents / name).write_text(notice(number), "utf-8")


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus(tmp_path)


def files(out: Path) -> dict[str, bytes]:
    """Return all files of a built folder, but for those of the store, whose bytes hang on how it came about."""
    paths = (path for path in out.rglob("*") if path.is_file() and path.parent != out / "graph")
    return {str(path.relative_to(out)): path.read_bytes() for path in paths}


def numbers(out: Path) -> dict[str, int]:
    """Return the file number of each file: equal where it is the same file."""
    return {str(path.relative_to(out)): path.stat().st_ino for path in out.rglob("*") if path.is_file()}


def taken(before: dict[str, int], out: Path, folder: str) -> tuple[int, int]:
    """Return how many files of a folder were taken as they were, and how many there are."""
    now = {name: number for name, number in numbers(out).items() if name.startswith(f"{folder}/")}
    return len(set(now.values()) & set(before.values())), len(now)


CHANGES: dict[str, Callable[[Corpus], object]] = {
    "nothing": lambda corpus: None,
    "a document": lambda corpus: corpus.change("n03.txt", 9),
    "a new document": lambda corpus: corpus.change("a.txt", 40),
    "a document that is gone": lambda corpus: (corpus.documents / "n05.txt").unlink(),
    "a document that has another name": lambda corpus: (corpus.documents / "n05.txt").rename(
        corpus.documents / "z.txt"
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_bytes_are_those_of_a_clean_build(corpus: Corpus, change: Callable[[Corpus], object]) -> None:
    change(corpus)
    corpus.build()
    assert files(corpus.out) == corpus.clean()


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_store_holds_what_the_quads_say(corpus: Corpus, change: Callable[[Corpus], object]) -> None:
    change(corpus)
    corpus.build()
    write_store(sorted((corpus.out / "graph.nq").iterdir()), corpus.out.with_name("store"))
    written = Store.read_only(str(corpus.out.with_name("store")))
    assert sorted(map(str, GraphFile.at(corpus.out).store)) == sorted(map(str, written))


def test_what_did_not_change_is_taken_as_it_lies(corpus: Corpus) -> None:
    before = numbers(corpus.out)
    corpus.change("n03.txt", 9)
    corpus.build()
    for folder in ("graph.nq", "graph.ttl", "graph.trig", "graph.jsonld"):
        same, every = taken(before, corpus.out, folder)
        assert 0 < every - same <= 5, folder  # the document's part, and of the shared graphs those that it touches
        assert same >= 3, folder
    same, every = taken(before, corpus.out, "texts")
    assert same >= 6
    assert every == 13


def test_a_folder_may_be_named_from_where_one_works(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(corpus.out.parent)
    before = numbers(corpus.out)
    build([corpus.documents], Path("out"), stamp=False, writers=writers(), how=How(cache=corpus.cache))
    build([corpus.documents], Path("out"), stamp=False, writers=writers(), how=How(cache=corpus.cache))
    same, every = taken(before, corpus.out, "graph.ttl")
    assert same == every


def test_the_earlier_files_are_not_changed(corpus: Corpus, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    for path in corpus.out.rglob("*"):
        if path.is_file():
            os.link(path, kept / str(path.relative_to(corpus.out)).replace("/", "-"))
    before = files(kept)
    corpus.change("n03.txt", 9)
    corpus.build()
    assert files(kept) == before


@pytest.mark.parametrize("name", ["graph.nq/part-00001.nq", "graph.ttl/part-00000.ttl", "texts"])
def test_a_file_that_somebody_has_changed_is_written_anew(corpus: Corpus, name: str) -> None:
    path = corpus.out / name
    path = next(each for each in path.iterdir() if each.name.startswith("n")) if path.is_dir() else path
    path.write_bytes(path.read_bytes().replace(b"e", b"x"))
    corpus.build()
    assert files(corpus.out) == corpus.clean()


def test_a_file_that_somebody_has_removed_is_written_anew(corpus: Corpus) -> None:
    (corpus.out / "graph.nq" / "part-00000.nq").unlink()
    corpus.build()
    assert files(corpus.out) == corpus.clean()


def test_another_base_or_no_texts_make_other_parts(corpus: Corpus) -> None:
    corpus.build(texts=False)
    assert not (corpus.out / "texts").exists()
    corpus.build(base="https://example.org/")
    assert "https://w3id.org/reformgraph/document" not in (corpus.out / "graph.nq" / "part-00000.nq").read_text()
    corpus.build()
    assert files(corpus.out) == corpus.clean()


def test_without_a_cache_nothing_is_taken(corpus: Corpus) -> None:
    before = numbers(corpus.out)
    build([corpus.documents], corpus.out, stamp=False, writers=writers(), how=How())
    assert not set(numbers(corpus.out).values()) & set(before.values())


def test_a_corrected_document_is_one_that_has_changed(corpus: Corpus, tmp_path: Path) -> None:
    corrections = tmp_path / "corrections"
    corrections.mkdir()
    (corrections / "one.yml").write_text(
        "- document: n01\n  kind: pilot_unit\n  passage: {exact: 浙江省安吉县}\n  action: reject\n"
        "  who: 甲\n  why: 误\n  date: 2024-05-01\n",
        "utf-8",
    )
    corpus.build(corrections=corrections)
    assert files(corpus.out) != corpus.clean()
    corpus.build()
    assert files(corpus.out) == corpus.clean()


def test_a_damaged_cache_costs_time_and_nothing_else(corpus: Corpus) -> None:
    (corpus.cache / "facts.sqlite").write_bytes(b"nothing")
    with pytest.warns(UserWarning, match="nothing was kept"):
        corpus.build()
    assert files(corpus.out) == corpus.clean()
