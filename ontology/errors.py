"""The root of the errors that a user can cause; each room has its own below it.

ReformgraphError
├── build_graph.read.ReadError        a document that cannot be read
├── build_graph.emit.OutputError      a folder that cannot be written
├── build_graph.evaluate.GoldError    gold, or a file of facts, that cannot be used
├── build_graph.validate.RdfError     a file that is no RDF
├── queries.QueryError                a question that cannot be answered
└── exports.ExportError               a format or a file that cannot be written
"""

from __future__ import annotations


class ReformgraphError(Exception):
    """Something a user can mend. Its text is a line for each thing that is wrong: what, where, and what to do."""

    def __str__(self) -> str:
        return "\n".join(map(str, self.args))
