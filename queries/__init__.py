"""The stored questions, and asking them of any graph in this vocabulary.

``catalogue``  the stored questions: load, list, find by name or by words; their parameters
``asked``      what people type, as a question
``asking``     a question with its parameters -> its answer; ``binding`` and ``choices`` help
``source``     what can be asked: a built folder or RDF file (``store``), an ``endpoint``
             (``request`` and ``nesting`` bound what a server may send)
``run``        SPARQL -> its answer; ``offline`` keeps it on this machine
``terms``      RDF terms as text and as plain values
``table``      the answer to a SELECT query; ``rows``, its rows as the engine finds them
``footnotes``  an answer -> the passages behind its rows, to be cited
``changes``    what changed between two graphs
``records``    the questions as RDF; ``header`` reads the head of an ``.rq`` file
``render``     an answer as a table for people (``plain``), as CSV, JSON or Turtle
``notebook``   an answer, questions and footnotes as HTML for notebooks

Importing this package is cheap; the modules are imported by those who need them.
"""

from __future__ import annotations

from queries.errors import QueryError

__all__ = ["QueryError"]
