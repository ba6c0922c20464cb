"""All that is said of a dataset, in one value, and what of it is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import quote

import yaml

from exports import data_files
from exports.dataset.about import About, read_about
from exports.dataset.counted import counted
from exports.dataset.errors import DescriptionError
from exports.dataset.files import published_files
from exports.dataset.vocabulary import shipped_vocabulary
from ontology import RG
from publishing.parts import in_parts
from queries.store import GraphFile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from exports.dataset.about import Texts
    from exports.dataset.counted import Counted
    from exports.dataset.files import PublishedFile
    from exports.dataset.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Description:
    """What DCAT, VoID and schema.org say of a published folder."""

    about: About
    """What its publisher says, with a title, a description, keywords and themes where there were none."""
    counted: Counted
    files: tuple[PublishedFile, ...]
    vocabulary: Vocabulary
    provenance: Texts
    """Where it comes from, by language."""
    rights: Texts
    """What a licence cannot cover, by language."""
    parted: Texts
    """How a file in parts is called, by language, with places for its kind and for their number."""

    @property
    def iri(self) -> str:
        """Name of the dataset: the one that its measurements are about."""
        return f"{self.counted.run.base}dataset"

    def below(self, *names: str) -> str:
        """Return the name of something that belongs to the dataset."""
        return "/".join([self.iri, *(quote(name, safe="/") for name in names)])

    def addresses(self, file: PublishedFile) -> list[str]:
        """Return where a file can be downloaded, each part of it at one; none if that of the folder is not known."""
        return [f"{self.about.download}{quote(piece)}" for piece in file.pieces] if self.about.download else []

    def kind(self, file: PublishedFile) -> Texts:
        """Return what a file is, by language, and that it lies in parts if it does."""
        kind = {"zh": file.type.zh, "en": file.type.en}
        said = {language: text for language, text in kind.items() if text}
        if not file.parts:
            return said
        return {each: self.parted[each].format(kind=text, number=len(file.parts)) for each, text in said.items()}

    @property
    def languages(self) -> tuple[Mapping[str, str], ...]:
        """The languages of the graph's texts: rows of ``dataset_languages.tsv``."""
        used = {tag.partition("-")[0] for tag in self.counted.language_tags}
        return tuple(row for row in data_files.table("dataset_languages.tsv") if row["tag"] in used)

    @property
    def missing(self) -> tuple[str, ...]:
        """What a portal of open data asks for and nobody has said."""
        about = self.about
        wanted = {
            "licence": about.licence,
            "publisher": about.publisher,
            "contact": about.contact,
            "version": about.version,
            "issued": about.issued,
            "download": about.download,
        }
        unknown = [f"media type of {file.path}" for file in self.files if not file.type.media_type]
        return (*(name for name, said in wanted.items() if said is None), *unknown)


def description_of(folder: Path, about: Path | None) -> Description:
    """Return the description of a folder that holds a built graph.

    Args:
        folder: the folder that is published.
        about: YAML in which its publisher says what cannot be counted; see ``read_about``.

    Raises:
        DescriptionError: for a mistake in the file about it, a file that cannot be read, a graph that no run made.
        QueryError: for a folder without a graph, or a graph that is malformed.
    """
    said = read_about(about) if about is not None else About()
    if folder.exists() and (not folder.is_dir() or in_parts(folder)):
        raise DescriptionError(f"{folder} is no folder; name the folder that is published")
    of_graph = counted(GraphFile.at(folder))
    standing = yaml.safe_load(data_files.text("dataset_texts.yml"))
    numbers = _numbers(of_graph)
    return Description(
        about=replace(
            said,
            title=said.title or standing["title"],
            description=said.description or _filled(standing["description"], numbers),
            keywords=said.keywords or {language: tuple(words) for language, words in standing["keywords"].items()},
            themes=said.themes or tuple(standing["themes"]),
        ),
        counted=of_graph,
        files=published_files(folder),
        vocabulary=shipped_vocabulary(),
        provenance=_filled(standing["provenance"], numbers),
        rights=standing["rights"],
        parted=standing["in-parts"],
    )


def _numbers(of_graph: Counted) -> dict[str, object]:
    version = of_graph.run.version
    return {
        "programs": of_graph.classes.get(RG + "Program", 0),
        "units": of_graph.classes.get(RG + "PilotUnit", 0),
        "provinces": len(of_graph.provinces),
        "documents": len(of_graph.documents),
        "software": f"reformgraph {version}" if version else "reformgraph",
    }


def _filled(texts: Texts, numbers: Mapping[str, object]) -> Texts:
    return {language: text.format(**numbers) for language, text in texts.items()}
