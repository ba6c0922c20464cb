"""A graph -> files: RDF syntaxes, tables, networks, maps, pictures, a site, and the description of a published folder.

``formats``     the formats, by name
``publish``     ``export``: write a graph in a format; the file or folder (``folders``) appears whole or not at all
``data_files``  queries, tables and texts that the exports are made with
``rdf/``        RDF syntaxes, programs as trees, RDF Patch
``tabular/``    a table for each class as CSV and Parquet; the pilot units for a spreadsheet
``networks/``   GraphML, GEXF, GeoJSON
``pictures/``   maps, time line, bars and network as SVG and PNG
``site/``       pages in two languages
``dataset/``    DCAT, VoID and schema.org

A format is a module with a function ``write(graph, file)``, or ``write_folder(graph, folder)`` where it is a folder,
and a line in ``formats``. Importing this package is cheap; a format's module is imported when it is asked for.
"""

from __future__ import annotations

from exports.errors import ExportError
from exports.formats import FORMATS, Format

__all__ = ["FORMATS", "ExportError", "Format"]
