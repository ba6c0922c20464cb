"""A graph -> files: RDF syntaxes, a table, a network, a picture.

``formats``  the formats, by name
``publish``  ``export``: write a graph in a format; the file appears whole or not at all
``order``    the statements of a graph in the one order in which all files are written

and one module for each format, with a function ``write(graph, file)``. A new format is a module and a line in
``formats``. Importing this package is cheap; a format's module is imported when it is asked for.
"""

from __future__ import annotations

from exports.errors import ExportError
from exports.formats import FORMATS, Format

__all__ = ["FORMATS", "ExportError", "Format"]
