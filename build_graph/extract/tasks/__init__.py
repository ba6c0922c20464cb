"""Tasks: what has to be done, as a tree where the document has one."""

from build_graph.extract.tasks.tasks import tasks

__all__ = ["tasks"]
