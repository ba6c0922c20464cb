"""Files -> documents: decoded text, what is to be read in it, and what is known about it.

A file that cannot be read is told as a :class:`ReadError` in its place, a part of one (a record, a page) as a
:class:`PartError`, and the rest goes on.
"""

from build_graph.read.documents import read_documents
from build_graph.read.errors import PartError, ReadError, Skipped

__all__ = ["PartError", "ReadError", "Skipped", "read_documents"]
