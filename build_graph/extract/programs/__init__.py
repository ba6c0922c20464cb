"""Programs: what reform a document reports on, under which names, and what it says of the program's life."""

from build_graph.extract.programs.history import with_history
from build_graph.extract.programs.programs import Programs, programs, with_jurisdiction

__all__ = ["Programs", "programs", "with_history", "with_jurisdiction"]
