"""Writing a description into the folder that it describes, whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, serialize

from exports.dataset import dcat, schema_org, void
from exports.dataset.description import description_of
from exports.dataset.errors import DescriptionError
from exports.dataset.files import JSON_LD, TURTLE
from exports.dataset.terms import DESCRIPTION_PREFIXES
from exports.publish import whole_file
from exports.rdf.order import sorted_triples

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Triple

    from exports.dataset.description import Description


def describe(folder: Path, about: Path | None = None) -> Description:
    """Write ``dataset.ttl`` (DCAT 3, VoID) and ``dataset.jsonld`` (schema.org) into a folder; return what they say.

    The same folder and the same file about it give the same bytes. Both files are complete before either takes its
    place. Raises as ``description_of`` does, and ExportError for a file that cannot be written.
    """
    described = description_of(folder, about)
    for name in (TURTLE, JSON_LD):
        if (folder / name).is_dir():  # told before one file has taken its place and the other cannot
            raise DescriptionError(f"cannot write {folder / name}: Is a directory")
    page = schema_org.document(described)
    with whole_file(folder / TURTLE) as turtle, whole_file(folder / JSON_LD) as json_ld:
        serialize(statements(described), turtle, RdfFormat.TURTLE, prefixes=dict(DESCRIPTION_PREFIXES))
        json_ld.write(page.encode())
    return described


def statements(described: Description) -> list[Triple]:
    """Return the statements of DCAT and VoID: the dataset first, then what belongs to it."""
    triples = sorted_triples([*dcat.statements(described), *void.statements(described)])
    return sorted(triples, key=lambda triple: str(triple.subject) != f"<{described.iri}>")
