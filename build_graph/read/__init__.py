"""Files -> documents: decoded text, what is to be read in it, and what is known about it.

A file that cannot be read is told as a :class:`ReadError` in its place, a part of one (a record, a page) as a
:class:`PartError`, and the rest goes on.
"""

from build_graph.read.documents import files, is_document, is_one, read_documents, read_file, same_name, told
from build_graph.read.errors import PartError, ReadError, Skipped
from build_graph.read.manifest import Manifests

__all__ = [
    "Manifests",
    "PartError",
    "ReadError",
    "Skipped",
    "files",
    "is_document",
    "is_one",
    "read_documents",
    "read_file",
    "same_name",
    "told",
]
