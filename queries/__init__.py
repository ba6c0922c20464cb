"""The stored questions, and asking them of any graph in this vocabulary.

``catalogue``  the stored questions: load, list, find by name
``store``      open a built folder or an RDF file as a store
``asked``      what people type, as SPARQL
``run``        put a question to a store
``table``      the answer to a SELECT query
``render``     an answer as a table for people, as CSV, JSON or Turtle
``notebook``   an answer, questions and footnotes as HTML for notebooks

Importing this package is cheap; the modules are imported by those who need them.
"""

from __future__ import annotations

from queries.errors import QueryError

__all__ = ["QueryError"]
