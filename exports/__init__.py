"""A graph -> files: RDF syntaxes, tables, networks, maps, trees.

``formats``  the formats, by name
``publish``  ``export``: write a graph in a format; the file or folder appears whole or not at all
``order``    the statements of a graph in the one order in which all files are written
``network``  programs, units, places and bodies as a network, which GraphML and GEXF write
``points``   a point inside each division
``tables``   a table for each class, which CSV and Parquet write

and one module for each format, with a function ``write(graph, file)``, or ``write_folder(graph, folder)`` where the
format is a folder. A new format is a module and a line in ``formats``. Importing this package is cheap; a format's
module is imported when it is asked for.
"""

from __future__ import annotations

from exports.errors import ExportError
from exports.formats import FORMATS, Format

__all__ = ["FORMATS", "ExportError", "Format"]
